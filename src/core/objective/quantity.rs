//! A number with its name and its place: the form in which every shown number leaves the core.

use super::{Report, SentenceReport, Term};
use crate::core::{
    math::{Probability, notation},
    messages::Language,
    text::Position,
};

/// Where a token stands in the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The index of its sentence, counted from 0.
    pub sentence: usize,
    /// Its position in the sentence.
    pub position: Position,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityKind {
    /// Pr(xᵢ|x̄), from 0 to 1.
    Probability,
    /// A term, log Pr(xᵢ|x̄), in nats.
    LogProb,
    /// An inner sum, in nats.
    SentenceObjective,
    /// J, in nats.
    Objective,
    /// L = −J, in nats.
    Loss,
    /// The mean loss per selected position, in nats.
    CrossEntropy,
    /// Masked-token perplexity, a number of equally likely words.
    Perplexity,
}

impl QuantityKind {
    /// The name that the page carries in `data-quantity`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Probability => "probability",
            Self::LogProb => "log-prob",
            Self::SentenceObjective => "sentence-objective",
            Self::Objective => "objective",
            Self::Loss => "loss",
            Self::CrossEntropy => "cross-entropy",
            Self::Perplexity => "perplexity",
        }
    }
}

/// A number that is shown, with all that is needed to show it and to read it back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    kind: QuantityKind,
    value: Option<f64>,
    sentence: Option<usize>,
    position: Option<Position>,
}

impl Quantity {
    /// A probability that belongs to no term: that of a candidate.
    pub fn candidate(probability: Probability) -> Self {
        Self::placeless(QuantityKind::Probability, Some(probability.value()))
    }

    /// The probability of a term's target.
    pub fn probability(place: Place, term: &Term) -> Self {
        Self::of_term(QuantityKind::Probability, place, term.probability.value())
    }

    /// A term.
    pub fn log_prob(place: Place, term: &Term) -> Self {
        Self::of_term(QuantityKind::LogProb, place, term.log_prob.nats())
    }

    /// The inner sum of the sentence with this index.
    pub fn sentence_objective(index: usize, sentence: &SentenceReport) -> Self {
        Self {
            sentence: Some(index),
            ..Self::placeless(QuantityKind::SentenceObjective, Some(sentence.objective().nats()))
        }
    }

    fn of_term(kind: QuantityKind, place: Place, value: f64) -> Self {
        Self {
            sentence: Some(place.sentence),
            position: Some(place.position),
            ..Self::placeless(kind, Some(value))
        }
    }

    /// A number that belongs to no term and no sentence.
    fn placeless(kind: QuantityKind, value: Option<f64>) -> Self {
        Self { kind, value, sentence: None, position: None }
    }

    /// What the number is.
    pub fn kind(&self) -> QuantityKind {
        self.kind
    }

    /// The number, in nats where it is a logarithm; `None` where it is undefined.
    pub fn value(&self) -> Option<f64> {
        self.value
    }

    /// The index of the sentence that it belongs to, if it belongs to one.
    pub fn sentence(&self) -> Option<usize> {
        self.sentence
    }

    /// The position of the term that it belongs to, if it belongs to one.
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// The number in full, as programs read it; empty where it is undefined.
    pub fn full(&self) -> String {
        notation::full(self.value)
    }

    /// The number rounded, as people read it in a language; "—" where it is undefined.
    pub fn shown(&self, language: Language) -> String {
        language.number(match (self.kind, self.value) {
            // A term's probability stands beside its logarithm.
            (QuantityKind::Probability, Some(value)) if self.position.is_some() => {
                notation::calculable(Probability::nearest(value))
            }
            (QuantityKind::Probability, Some(value)) => {
                notation::probability(Probability::nearest(value))
            }
            _ => notation::nats(self.value),
        })
    }
}

impl Report {
    /// What is said of the whole dataset: J, L, cross-entropy and perplexity, in this order.
    pub fn totals(&self) -> [Quantity; 4] {
        [
            (QuantityKind::Objective, Some(self.objective().nats())),
            (QuantityKind::Loss, Some(self.loss())),
            (QuantityKind::CrossEntropy, self.cross_entropy()),
            (QuantityKind::Perplexity, self.perplexity()),
        ]
        .map(|(kind, value)| Quantity::placeless(kind, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(p: f64) -> [Quantity; 2] {
        let place = Place { sentence: 0, position: Position::FIRST };
        let term = Term::new(place.position, "word".into(), Probability::nearest(p));
        [Quantity::probability(place, &term), Quantity::log_prob(place, &term)]
    }

    #[test]
    fn a_number_follows_its_language() {
        let shown = |language| term(0.7).map(|quantity| quantity.shown(language));
        assert_eq!(shown(Language::English), ["0.700", "−0.3567"]);
        assert_eq!(shown(Language::German), ["0,700", "−0,3567"]);
        assert_eq!(term(0.7)[1].full(), "-0.35667494393873245");
    }

    #[test]
    fn a_nearly_certain_term_is_not_shown_as_one_that_costs_nothing() {
        let shown = |p| term(p).map(|quantity| quantity.shown(Language::English));
        assert_eq!(shown(0.99996), ["0.99996", "−0.00004"]);
        assert_eq!(shown(1.0), ["1.000", "0.0000"]);
    }
}
