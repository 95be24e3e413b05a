//! For tests: solutions of small datasets, and what they must say.

use std::rc::Rc;

use super::{Solution, Worked};
use crate::core::{
    math::{Distribution, Probability, Unit},
    messages::Language,
    objective::{Place, Reduction, Report, SentenceReport, Term},
    text::{Corruption, Position, Sentence},
};

/// A sentence with what is predicted at its selected positions; the first candidate is the target.
pub(super) type Example<'a> = (&'a str, &'a [(u32, &'a [(&'a str, f64)])]);

/// The course's item: brown 0.7, red 0.2, lazy 0.1.
pub(super) const FOX: Example<'static> =
    ("The quick brown fox.", &[(3, &[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)])]);

/// The course's sentence with two selected tokens.
pub(super) const BIRD: Example<'static> = (
    "The early bird catches the worm",
    &[(2, &[("early", 0.5), ("late", 0.5)]), (6, &[("worm", 0.2), ("train", 0.8)])],
);

/// The course's apple and banana.
pub(super) const FRUIT: Example<'static> = (
    "An apple and a banana.",
    &[(2, &[("apple", 0.5), ("pear", 0.5)]), (5, &[("banana", 0.2), ("plum", 0.8)])],
);

pub(super) struct Dataset {
    pub(super) report: Report,
    texts: Vec<(String, String)>,
    predictions: Vec<(Place, Rc<Distribution>)>,
    /// Masked where nothing is said here.
    corruptions: Vec<(Place, Corruption)>,
}

impl Dataset {
    pub(super) fn new(examples: &[Example<'_>]) -> Self {
        let mut sentences = Vec::new();
        let mut texts = Vec::new();
        let mut predictions = Vec::new();
        for (sentence, &(text, selected)) in examples.iter().enumerate() {
            let mut terms = Vec::new();
            for &(number, candidates) in selected {
                let position = Position::new(number).unwrap();
                let (target, p) = candidates[0];
                terms.push(Term::new(position, target.into(), Probability::new(p).unwrap()));
                let listed = candidates.iter().map(|&(word, p)| (word.into(), p));
                let prediction = Distribution::new(listed).unwrap();
                predictions.push((Place { sentence, position }, Rc::new(prediction)));
            }
            let is_selected = |i: Position| {
                let is_here = selected.iter().any(|&(number, _)| number == i.number());
                is_here.then_some(&Corruption::Mask)
            };
            let corrupted = Sentence::new(text).unwrap().corrupted(is_selected);
            texts.push((text.to_owned(), corrupted));
            sentences.push(Rc::new(SentenceReport::new(terms)));
        }
        Self { report: Report::new(sentences), texts, predictions, corruptions: Vec::new() }
    }

    /// With a selected position whose target is still to be given.
    pub(super) fn untargeted(mut self, sentence: usize, position: u32) -> Self {
        let mut sentences: Vec<_> = self.report.sentences().iter().cloned().collect();
        let report = SentenceReport::clone(&sentences[sentence]);
        let mut positions = report.untargeted().to_vec();
        positions.push(Position::new(position).unwrap());
        sentences[sentence] = Rc::new(report.with_untargeted(positions));
        self.report = Report::new(sentences);
        self
    }

    /// With another prediction at each place.
    pub(super) fn predicted(mut self, prediction: Distribution) -> Self {
        let prediction = Rc::new(prediction);
        for (_, old) in &mut self.predictions {
            *old = prediction.clone();
        }
        self
    }

    /// With another corruption at a place. (The text stays as it is.)
    pub(super) fn corrupted(mut self, sentence: usize, position: u32, by: Corruption) -> Self {
        let position = Position::new(position).unwrap();
        self.corruptions.push((Place { sentence, position }, by));
        self
    }

    pub(super) fn solved(&self, unit: Unit, reduction: Reduction) -> Solution {
        self.solved_in(Language::English, unit, reduction)
    }

    pub(super) fn solved_in(
        &self,
        language: Language,
        unit: Unit,
        reduction: Reduction,
    ) -> Solution {
        Solution::new(&Worked {
            language,
            report: &self.report,
            unit,
            reduction,
            text: &|sentence| self.texts.get(sentence).cloned(),
            corruption: &|place| {
                let found = self.corruptions.iter().find(|(at, _)| *at == place);
                Some(found.map_or(Corruption::Mask, |(_, corruption)| corruption.clone()))
            },
            prediction: &|place| {
                let found = self.predictions.iter().find(|(at, _)| *at == place);
                found.map(|(_, prediction)| prediction.clone())
            },
        })
    }
}

pub(super) fn solved(examples: &[Example<'_>]) -> Solution {
    Dataset::new(examples).solved(Unit::Nats, Reduction::default())
}
