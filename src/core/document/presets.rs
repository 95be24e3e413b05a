//! Documents to begin with.

use std::rc::Rc;

use super::{Change, Document, Edit, ModelId};
use crate::core::{
    math::Distribution,
    objective::Place,
    text::{Corruption, Position},
};

/// What the model gives some words at a position of the only sentence.
type Prediction<'a> = (u32, &'a [(&'a str, f64)]);

impl Document {
    /// The course's item: "The quick brown fox." with *brown* masked, and a model that gives
    /// brown 0.7, red 0.2 and lazy 0.1.
    pub fn course_item() -> Self {
        Self::preset("The quick brown fox.", &[(3, &[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)])])
    }

    /// A text with predictions at masked positions. What cannot be is left out, and found by the
    /// tests.
    fn preset(text: &str, predictions: &[Prediction<'_>]) -> Self {
        let mut document = Self::default();
        let mut edit = |edit: &Edit| {
            if let Ok(changed) = document.apply(edit) {
                document = changed;
            }
        };
        edit(&Edit::SetText(text.into()));
        for &(position, words) in predictions {
            let rows = words.iter().map(|&(word, p)| (Rc::from(word), p));
            if let (Some(position), Ok(rows)) = (Position::new(position), Distribution::new(rows)) {
                let place = Place { sentence: 0, position };
                let change = Change::Replace(Rc::new(rows));
                edit(&Edit::Select { place, corruption: Corruption::Mask });
                edit(&Edit::Predict { model: ModelId::default(), place, change });
            }
        }
        document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_course_item_is_as_the_course_has_it() {
        let document = Document::course_item();
        assert_eq!(document.text(), "The quick brown fox.");
        let inputs: Vec<String> = document.examples().iter().map(|e| e.corrupted()).collect();
        assert_eq!(inputs, ["The quick [MASK] fox."]);
        let report = document.report();
        let terms: Vec<_> =
            report.terms().map(|(_, term)| (&*term.target, term.log_prob)).collect();
        assert_eq!(terms.len(), 1);
        assert!(
            terms.iter().all(|(target, term)| *target == "brown" && term.nats() == libm::log(0.7))
        );
    }
}
