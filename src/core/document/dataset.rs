//! The document: sentences with the predictions at their selected positions.

use std::{collections::BTreeMap, rc::Rc};

use crate::core::{
    math::Distribution,
    objective::{Place, Report, SentenceReport, Term},
    text::{Position, Sentence},
};

/// All that a person can change: the dataset D and what the model predicts. Cloning is cheap, and
/// two documents share the sentences in which they do not differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    pub(super) examples: Vec<Rc<Example>>,
}

/// A sentence x of the dataset, with a prediction at each selected position.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    pub(super) sentence: Sentence,
    /// A(x) and the predictions in one: a position is selected where it has a prediction.
    pub(super) predictions: BTreeMap<Position, Distribution>,
}

impl Document {
    /// The course's item: "The quick brown fox." with *brown* masked, and a model that gives
    /// brown 0.7, red 0.2 and lazy 0.1.
    pub fn course_item() -> Self {
        let prediction = [("brown", 0.7), ("red", 0.2), ("lazy", 0.1)];
        let example = || {
            let sentence = Sentence::new("The quick brown fox.")?;
            let prediction =
                Distribution::new(prediction.map(|(word, p)| (word.into(), p))).ok()?;
            let predictions = BTreeMap::from([(Position::new(3)?, prediction)]);
            Some(Rc::new(Example { sentence, predictions }))
        };
        Self { examples: example().into_iter().collect() }
    }

    /// The sentences of the dataset with their predictions.
    pub fn examples(&self) -> &[Rc<Example>] {
        &self.examples
    }

    /// The whole text: its sentences, put together again.
    pub fn text(&self) -> String {
        self.examples.iter().map(|example| example.sentence.text()).collect()
    }

    /// What the model predicts at a selected position.
    pub fn prediction(&self, place: Place) -> Option<&Distribution> {
        self.examples.get(place.sentence)?.predictions.get(&place.position)
    }

    /// What the objective makes of the document.
    pub fn report(&self) -> Report {
        Report::new(self.examples.iter().map(|example| Rc::new(example.report())).collect())
    }
}

impl Example {
    /// The sentence as it was before corruption, x.
    pub fn sentence(&self) -> &Sentence {
        &self.sentence
    }

    /// The selected positions A(x) with the model's predictions, by position.
    pub fn predictions(&self) -> &BTreeMap<Position, Distribution> {
        &self.predictions
    }

    /// What the model reads, x̄.
    pub fn corrupted(&self) -> String {
        self.sentence.corrupted(|position| self.predictions.contains_key(&position))
    }

    fn report(&self) -> SentenceReport {
        let terms = self.predictions.iter().filter_map(|(&position, prediction)| {
            let target = &self.sentence.token(position)?.text;
            Some(Term::new(position, target.clone(), prediction.probability_of(target)))
        });
        SentenceReport::new(terms.collect())
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
