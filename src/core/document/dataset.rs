//! The document: sentences with the predictions at their selected positions.

use std::rc::Rc;

use crate::core::{
    math::Distribution,
    objective::{Place, Report, SentenceReport, Term},
    text::{Corruption, Position, Sentence},
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
    /// A(x) and the predictions in one, by position: a position is selected where it has a
    /// prediction.
    predictions: Vec<(Position, Rc<Distribution>)>,
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
            let mut example = Example::new(sentence);
            example.predict(Position::new(3)?, Rc::new(prediction));
            Some(Rc::new(example))
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
    pub fn prediction(&self, place: Place) -> Option<&Rc<Distribution>> {
        self.examples.get(place.sentence)?.prediction(place.position)
    }

    /// What the objective makes of the document.
    pub fn report(&self) -> Report {
        Report::new(self.examples.iter().map(|example| Rc::new(example.report())).collect())
    }
}

impl Example {
    /// A sentence with no position selected.
    pub(super) fn new(sentence: Sentence) -> Self {
        Self { sentence, predictions: Vec::new() }
    }

    /// Selects a position with what the model predicts there, or predicts something else there.
    pub(super) fn predict(&mut self, position: Position, prediction: Rc<Distribution>) {
        match self.find(position) {
            Ok(index) => {
                if let Some(entry) = self.predictions.get_mut(index) {
                    entry.1 = prediction;
                }
            }
            Err(index) => self.predictions.insert(index, (position, prediction)),
        }
    }

    /// Takes a position out of the selection. Says whether it was in it.
    pub(super) fn deselect(&mut self, position: Position) -> bool {
        self.find(position).map(|index| self.predictions.remove(index)).is_ok()
    }

    fn find(&self, position: Position) -> Result<usize, usize> {
        self.predictions.binary_search_by_key(&position, |&(position, _)| position)
    }

    /// What the model predicts at a position, if it is selected.
    pub fn prediction(&self, position: Position) -> Option<&Rc<Distribution>> {
        self.predictions.get(self.find(position).ok()?).map(|(_, prediction)| prediction)
    }

    /// The sentence as it was before corruption, x.
    pub fn sentence(&self) -> &Sentence {
        &self.sentence
    }

    /// The selected positions A(x) with the model's predictions, by position.
    pub fn predictions(&self) -> &[(Position, Rc<Distribution>)] {
        &self.predictions
    }

    /// What the model reads, x̄.
    pub fn corrupted(&self) -> String {
        self.sentence.corrupted(|position| self.find(position).is_ok().then_some(&Corruption::Mask))
    }

    fn report(&self) -> SentenceReport {
        let terms = self.predictions.iter().filter_map(|(position, prediction)| {
            let target = self.sentence.token(*position)?.text;
            Some(Term::new(*position, target.into(), prediction.probability_of(target)))
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
