//! The ways in which the terms of a dataset become one loss.

use super::{Report, SentenceReport};
use crate::core::math::LogProb;

/// How the losses of the selected positions are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reduction {
    /// The sum over all positions: L = −J.
    Sum,
    /// The mean over the selected positions of the whole dataset: the default of PyTorch's
    /// `cross_entropy`, which ignores targets of −100, and so of Hugging Face's masked language
    /// models.
    #[default]
    MeanOverPositions,
    /// The mean over the sentences of their sums. A sentence with nothing selected counts with 0.
    MeanOverSentences,
    /// The mean over the sentences of their means. A sentence with nothing selected has no mean and
    /// does not count. It weighs a position more, the fewer are selected beside it.
    MeanOfMeans,
}

impl Reduction {
    /// All reductions, in the order in which they are offered.
    pub const ALL: [Self; 4] =
        [Self::Sum, Self::MeanOverPositions, Self::MeanOverSentences, Self::MeanOfMeans];

    /// The word for it on a command line and in a link.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::MeanOverPositions => "mean",
            Self::MeanOverSentences => "mean-of-sums",
            Self::MeanOfMeans => "mean-of-means",
        }
    }
}

impl SentenceReport {
    /// The mean loss per selected position of this sentence, in nats; `None` where none is selected.
    pub fn cross_entropy(&self) -> Option<f64> {
        self.mean().map(LogProb::loss)
    }
}

impl Report {
    /// The loss under a reduction, in nats: at least 0, ∞ where a target is impossible, and `None`
    /// where it is a mean of nothing.
    pub fn reduced(&self, reduction: Reduction) -> Option<f64> {
        match reduction {
            Reduction::Sum => Some(self.loss()),
            Reduction::MeanOverPositions => self.cross_entropy(),
            Reduction::MeanOverSentences => {
                self.objective().mean(self.sentences().len()).map(LogProb::loss)
            }
            Reduction::MeanOfMeans => self.mean_of_means().map(LogProb::loss),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::core::{math::Probability, objective::Term, text::Position};

    fn reduced(sentences: &[&[f64]]) -> [Option<f64>; 4] {
        let sentences = sentences.iter().map(|probabilities| {
            let terms = probabilities.iter().enumerate().map(|(index, &p)| {
                let position = Position::from_index(index).unwrap();
                Term::new(position, "word".into(), Probability::new(p).unwrap())
            });
            Rc::new(SentenceReport::new(terms.collect()))
        });
        let report = Report::new(sentences.collect());
        Reduction::ALL.map(|reduction| report.reduced(reduction))
    }

    #[track_caller]
    fn assert_close(left: [Option<f64>; 4], right: [f64; 4]) {
        for (left, right) in left.into_iter().zip(right) {
            assert!(left.is_some_and(|left| (left - right).abs() < 1e-12), "{left:?}: {right}");
        }
    }

    #[test]
    fn with_one_term_all_reductions_agree() {
        assert_close(reduced(&[&[0.7]]), [-libm::log(0.7); 4]);
    }

    #[test]
    fn sentences_of_different_size_set_the_reductions_apart() {
        let bit = libm::log(2.0);
        // Three positions that cost a bit each, and one that costs four.
        let reduced = reduced(&[&[0.5, 0.5, 0.5], &[1.0 / 16.0]]);
        assert_close(reduced, [7.0 * bit, 7.0 / 4.0 * bit, 7.0 / 2.0 * bit, 5.0 / 2.0 * bit]);
    }

    #[test]
    fn a_sentence_with_nothing_selected_counts_only_among_sentences() {
        let bit = libm::log(2.0);
        assert_close(reduced(&[&[0.5], &[]]), [bit, bit, bit / 2.0, bit]);
    }

    #[test]
    fn a_mean_of_nothing_is_undefined_and_a_sum_of_nothing_is_0() {
        assert_eq!(reduced(&[]), [Some(0.0), None, None, None]);
        assert_eq!(reduced(&[&[]]), [Some(0.0), None, Some(0.0), None]);
    }

    #[test]
    fn an_impossible_target_makes_every_reduction_infinite() {
        assert_eq!(reduced(&[&[0.0, 0.5], &[0.5]]), [Some(f64::INFINITY); 4]);
    }
}
