//! What the objective makes of a dataset.

use std::{rc::Rc, slice};

use super::{Place, Quantity};
use crate::core::{
    math::{LogProb, Probability},
    text::Position,
};

/// One term of the objective: what one selected position adds to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Where in its sentence the target stands, i.
    pub position: Position,
    /// The true token, xᵢ.
    pub target: Rc<str>,
    /// What the model gives it, Pr(xᵢ|x̄).
    pub probability: Probability,
    /// The term itself, log Pr(xᵢ|x̄).
    pub log_prob: LogProb,
}

impl Term {
    /// The term of a target with a probability.
    pub fn new(position: Position, target: Rc<str>, probability: Probability) -> Self {
        Self { position, target, probability, log_prob: probability.log_prob() }
    }
}

/// What one sentence adds: its terms and their sum, the inner sum Σ_{i∈A(x)} log Pr(xᵢ|x̄).
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceReport {
    terms: Vec<Term>,
    objective: LogProb,
}

impl SentenceReport {
    /// Sums the terms of one sentence; no terms sum to 0.
    pub fn new(terms: Vec<Term>) -> Self {
        let objective = LogProb::sum(terms.iter().map(|term| term.log_prob));
        Self { terms, objective }
    }

    /// The terms by position.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The inner sum, in nats.
    pub fn objective(&self) -> LogProb {
        self.objective
    }
}

/// The terms of a report in reading order, with their places. A type of its own, since each use
/// of nested adapters would add their code to the page once more.
#[derive(Clone, Debug)]
pub struct Terms<'a> {
    sentences: slice::Iter<'a, Rc<SentenceReport>>,
    /// How many sentences have been taken from `sentences`.
    sentence: usize,
    /// The terms of the sentence at hand that are left.
    left: slice::Iter<'a, Term>,
}

impl<'a> Iterator for Terms<'a> {
    type Item = (Place, &'a Term);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(term) = self.left.next() {
                let sentence = self.sentence - 1;
                return Some((Place { sentence, position: term.position }, term));
            }
            self.left = self.sentences.next()?.terms.iter();
            self.sentence += 1;
        }
    }
}

/// What the objective makes of the whole dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    sentences: Vec<Rc<SentenceReport>>,
    objective: LogProb,
    selected: usize,
}

impl Report {
    /// Sums the inner sums of the dataset's sentences; no sentences sum to 0.
    pub fn new(sentences: Vec<Rc<SentenceReport>>) -> Self {
        let objective = LogProb::sum(sentences.iter().map(|sentence| sentence.objective));
        let selected = sentences.iter().map(|sentence| sentence.terms.len()).sum();
        Self { sentences, objective, selected }
    }

    /// The sentences in the order of the dataset.
    pub fn sentences(&self) -> &[Rc<SentenceReport>] {
        &self.sentences
    }

    /// The number of selected positions in all sentences, Σ|A(x)|.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// All terms in reading order, with their places.
    pub fn terms(&self) -> Terms<'_> {
        Terms { sentences: self.sentences.iter(), sentence: 0, left: [].iter() }
    }

    /// J, the outer sum, in nats: at most 0, and training maximises it.
    pub fn objective(&self) -> LogProb {
        self.objective
    }

    /// L = −J, in nats: at least 0, and training minimises it.
    pub fn loss(&self) -> f64 {
        self.objective.loss()
    }

    /// The mean loss per selected position, in nats, as PyTorch's `cross_entropy` and Hugging
    /// Face compute it by default; `None` where no position is selected.
    pub fn cross_entropy(&self) -> Option<f64> {
        (self.selected > 0).then(|| self.loss() / self.selected as f64)
    }

    /// Masked-token perplexity, e to the cross-entropy: at least 1; `None` where no position is
    /// selected. It is not the perplexity of a sentence, since the positions are predicted
    /// independently.
    pub fn perplexity(&self) -> Option<f64> {
        self.cross_entropy().map(libm::exp)
    }

    /// Every quantity of the report: the terms, the inner sums, and the totals.
    pub fn quantities(&self) -> Vec<Quantity> {
        let terms = self.terms().flat_map(|(place, term)| {
            [Quantity::probability(place, term), Quantity::log_prob(place, term)]
        });
        let inner_sums = self
            .sentences
            .iter()
            .enumerate()
            .map(|(index, sentence)| Quantity::sentence_objective(index, sentence));
        terms.chain(inner_sums).chain(self.totals()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(sentences: &[&[f64]]) -> Report {
        let sentences = sentences.iter().map(|probabilities| {
            let terms = probabilities.iter().enumerate().map(|(index, &p)| {
                let position = Position::from_index(index).unwrap();
                Term::new(position, "word".into(), Probability::new(p).unwrap())
            });
            Rc::new(SentenceReport::new(terms.collect()))
        });
        Report::new(sentences.collect())
    }

    #[track_caller]
    fn assert_close(left: f64, right: f64) {
        assert!((left - right).abs() < 5e-4, "{left} is not {right}");
    }

    #[test]
    fn the_course_item_costs_0_3567_nats() {
        let report = report(&[&[0.7]]);
        assert_close(report.objective().nats(), -0.3567);
        assert_close(report.loss(), 0.3567);
        assert_close(report.cross_entropy().unwrap(), 0.3567);
        assert_close(report.perplexity().unwrap(), 1.0 / 0.7);
    }

    #[test]
    fn apple_and_banana_cost_2_303_together_and_1_151_on_average() {
        let report = report(&[&[0.5, 0.2]]);
        assert_close(report.loss(), 2.303);
        assert_close(report.cross_entropy().unwrap(), 1.1513);
    }

    #[test]
    fn the_mean_is_over_selected_positions_and_not_over_sentences() {
        let report = report(&[&[0.5, 0.5, 0.5], &[0.2], &[]]);
        let total = 3.0 * libm::log(2.0) + libm::log(5.0);
        assert_close(report.cross_entropy().unwrap(), total / 4.0);
    }

    #[test]
    fn an_impossible_target_costs_everything_and_nothing_is_nan() {
        let report = report(&[&[0.0, 0.5], &[0.5]]);
        assert_eq!(report.objective().nats(), f64::NEG_INFINITY);
        assert_eq!(report.loss(), f64::INFINITY);
        assert_eq!(report.cross_entropy(), Some(f64::INFINITY));
        assert_eq!(report.perplexity(), Some(f64::INFINITY));
    }

    #[test]
    fn where_nothing_is_selected_sums_are_0_and_means_are_undefined() {
        for report in [report(&[]), report(&[&[]])] {
            assert_eq!(report.objective(), LogProb::ZERO);
            assert!(report.loss().is_sign_positive() && report.loss() == 0.0);
            assert_eq!(report.cross_entropy(), None);
            assert_eq!(report.perplexity(), None);
        }
    }

    #[test]
    fn a_certain_model_loses_nothing() {
        let report = report(&[&[1.0]]);
        assert!(report.loss().is_sign_positive() && report.loss() == 0.0);
        assert_eq!(report.perplexity(), Some(1.0));
    }
}
