//! Documents to begin with.

use std::rc::Rc;

use super::{Document, Example, ModelId};
use crate::core::{
    math::Distribution,
    text::{Corruption, Position, Sentence},
};

/// A prediction at a position: words with their probabilities.
type Prediction<'a> = (u32, &'a [(&'a str, f64)]);

impl Document {
    /// The course's item: "The quick brown fox." with *brown* masked, and a model that gives
    /// brown 0.7, red 0.2 and lazy 0.1.
    pub fn course_item() -> Self {
        Self::preset(&[(
            "The quick brown fox.",
            &[(3, &[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)])],
        )])
    }

    /// Sentences with predictions of the first model at their masked positions. What is not there or
    /// cannot be is left out: presets are tested.
    fn preset(sentences: &[(&str, &[Prediction<'_>])]) -> Self {
        let example = |(text, predictions): &(&str, &[Prediction<'_>])| {
            let mut example = Example::new(Sentence::new(text)?);
            for (position, words) in *predictions {
                let position = Position::new(*position)?;
                let words = words.iter().map(|&(word, p)| (Rc::from(word), p));
                let prediction = Distribution::new(words).ok()?;
                example.select([(position, Corruption::Mask)]);
                let selected = example.at_mut(position)?;
                selected.set_by_hand(ModelId::default(), Some(Rc::new(prediction)));
            }
            Some(example)
        };
        Self { examples: sentences.iter().filter_map(example).collect(), ..Self::default() }
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
