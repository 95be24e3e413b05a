//! What the objective makes of a dataset.

use std::{ops::Range, rc::Rc, slice};

use super::{Place, Quantity, numbering::Numbering};
use crate::core::{
    math::{LogProb, LogProbSum, Probability},
    sequence::{self, Sequence},
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
    untargeted: Vec<Position>,
    sum: LogProbSum,
}

impl SentenceReport {
    /// Sums the terms of one sentence; no terms sum to 0.
    pub fn new(terms: Vec<Term>) -> Self {
        let sum = terms.iter().map(|term| term.log_prob).collect();
        Self { terms, untargeted: Vec::new(), sum }
    }

    /// With selected positions whose target nobody has given yet.
    #[must_use]
    pub fn with_untargeted(self, untargeted: Vec<Position>) -> Self {
        Self { untargeted, ..self }
    }

    /// The terms by position.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The selected positions whose target nobody has given yet, as where \[MASK\] was typed: they are
    /// in A(x), and have no term.
    pub fn untargeted(&self) -> &[Position] {
        &self.untargeted
    }

    /// The inner sum, in nats.
    pub fn objective(&self) -> LogProb {
        self.sum.total()
    }

    /// The mean log-probability of the sentence's targets; `None` where there is none.
    pub(super) fn mean(&self) -> Option<LogProb> {
        self.objective().mean(self.terms.len())
    }
}

/// The terms of a report in reading order, with their places. A type of its own, since each use
/// of nested adapters would add their code to the page once more.
#[derive(Clone, Debug)]
pub struct Terms<'a> {
    sentences: sequence::Iter<'a, SentenceReport>,
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
#[derive(Clone, Debug, Default)]
pub struct Report {
    sentences: Sequence<SentenceReport>,
    totals: Totals,
    /// It follows from the sentences.
    pub(super) numbering: Numbering,
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.totals == other.totals && self.sentences == other.sentences
    }
}

/// What is added up over the sentences. All of it is exact, so that a sentence can be taken out again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Totals {
    /// Of all terms.
    terms: LogProbSum,
    /// Of the sentences' means.
    means: LogProbSum,
    /// How many terms there are.
    selected: usize,
    /// How many selected positions have none.
    untargeted: usize,
    /// How many sentences have a mean.
    averaged: usize,
}

impl Totals {
    fn add(&mut self, sentence: &SentenceReport) {
        self.terms.add_sum(&sentence.sum);
        self.selected += sentence.terms.len();
        self.untargeted += sentence.untargeted.len();
        if let Some(mean) = sentence.mean() {
            self.means.add(mean);
            self.averaged += 1;
        }
    }

    fn subtract(&mut self, sentence: &SentenceReport) {
        self.terms.subtract_sum(&sentence.sum);
        self.selected -= sentence.terms.len();
        self.untargeted -= sentence.untargeted.len();
        if let Some(mean) = sentence.mean() {
            self.means.subtract(mean);
            self.averaged -= 1;
        }
    }
}

impl Report {
    /// Adds up the sentences of a dataset; no sentences sum to 0.
    pub fn new(sentences: Vec<Rc<SentenceReport>>) -> Self {
        let mut report = Self::default();
        report.replace(0..0, sentences);
        report
    }

    /// Puts other sentences in the place of some. What is then said of the dataset is what a new
    /// report would say, to the last bit; it takes time for the changed sentences only.
    pub fn replace(&mut self, range: Range<usize>, sentences: Vec<Rc<SentenceReport>>) {
        let mut is_numbered_alike = range.len() == sentences.len();
        let mut new = sentences.iter();
        for sentence in self.sentences.iter_from(range.start).take(range.len()) {
            self.totals.subtract(sentence);
            let in_its_place =
                new.next().is_some_and(|new| new.terms.len() == sentence.terms.len());
            is_numbered_alike &= in_its_place;
        }
        if !is_numbered_alike {
            self.numbering = Numbering::default();
        }
        for sentence in &sentences {
            self.totals.add(sentence);
        }
        self.sentences.splice(range, sentences);
    }

    /// The sentences in the order of the dataset.
    pub fn sentences(&self) -> &Sequence<SentenceReport> {
        &self.sentences
    }

    /// The number of selected positions in all sentences that have a target, Σ|A(x)|.
    pub fn selected(&self) -> usize {
        self.totals.selected
    }

    /// The number of selected positions in all sentences whose target nobody has given yet: no sum and
    /// no mean has them.
    pub fn untargeted(&self) -> usize {
        self.totals.untargeted
    }

    /// The term of a place, if there is one.
    pub fn term(&self, place: Place) -> Option<&Term> {
        let sentence = self.sentences.get(place.sentence)?;
        sentence.terms.iter().find(|term| term.position == place.position)
    }

    /// The number of sentences with a term.
    pub fn scored(&self) -> usize {
        self.totals.averaged
    }

    /// All terms in reading order, with their places.
    pub fn terms(&self) -> Terms<'_> {
        Terms { sentences: self.sentences.iter(), sentence: 0, left: [].iter() }
    }

    /// The term that is best for the objective, with its place: the most probable target. `None`
    /// where nothing is selected; the first of several.
    pub fn best(&self) -> Option<(Place, &Term)> {
        self.first_by(|term, best| term.log_prob > best.log_prob)
    }

    /// The term that costs most, with its place: the least probable target. `None` where nothing is
    /// selected; the first of several.
    pub fn worst(&self) -> Option<(Place, &Term)> {
        self.first_by(|term, worst| term.log_prob < worst.log_prob)
    }

    fn first_by(&self, is_better: impl Fn(&Term, &Term) -> bool) -> Option<(Place, &Term)> {
        self.terms().reduce(|best, next| if is_better(next.1, best.1) { next } else { best })
    }

    /// How much of the loss L a term is, from 0 to 1. `None` where that is not known: nothing is lost,
    /// or the loss is ∞.
    pub fn share_of_loss(&self, term: &Term) -> Option<f64> {
        let share = term.log_prob.loss() / self.loss();
        share.is_finite().then_some(share)
    }

    /// J, the outer sum, in nats: at most 0, and training maximises it.
    pub fn objective(&self) -> LogProb {
        self.totals.terms.total()
    }

    /// The mean over the sentences with a term of their mean log-probabilities.
    pub(super) fn mean_of_means(&self) -> Option<LogProb> {
        self.totals.means.total().mean(self.totals.averaged)
    }

    /// L = −J, in nats: at least 0, and training minimises it.
    pub fn loss(&self) -> f64 {
        self.objective().loss()
    }

    /// The mean loss per selected position, in nats, as PyTorch's `cross_entropy` and Hugging
    /// Face compute it by default; `None` where no position is selected.
    pub fn cross_entropy(&self) -> Option<f64> {
        self.objective().mean(self.selected()).map(LogProb::loss)
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
    use proptest::prelude::*;

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
    fn the_best_and_the_worst_term_are_found_where_they_stand() {
        let report = report(&[&[], &[0.5, 0.9], &[0.1, 0.1, 0.9]]);
        let at =
            |term: Option<(Place, &Term)>| term.map(|(p, _)| (p.sentence, p.position.number()));
        assert_eq!(at(report.best()), Some((1, 2)));
        assert_eq!(at(report.worst()), Some((2, 1)));
        assert_eq!(Report::default().worst(), None);
    }

    proptest! {
        #[test]
        fn a_report_with_replaced_sentences_is_the_report_of_those_sentences(
            sentences in prop::collection::vec(prop::collection::vec(0.0..=1.0_f64, 0..4), 0..40),
            others in prop::collection::vec(prop::collection::vec(0.0..=1.0_f64, 0..4), 0..8),
            start in 0_usize..40,
            len in 0_usize..8,
        ) {
            let views = |list: &[Vec<f64>]| {
                let views: Vec<&[f64]> = list.iter().map(Vec::as_slice).collect();
                report(&views)
            };
            let start = start.min(sentences.len());
            let end = (start + len).min(sentences.len());
            let mut changed = views(&sentences);
            changed.replace(start..end, views(&others).sentences().iter().cloned().collect());
            let mut expected = sentences;
            expected.splice(start..end, others);
            prop_assert_eq!(changed, views(&expected));
        }
    }

    #[test]
    fn a_certain_model_loses_nothing() {
        let report = report(&[&[1.0]]);
        assert!(report.loss().is_sign_positive() && report.loss() == 0.0);
        assert_eq!(report.perplexity(), Some(1.0));
    }
}
