//! Logits as they are shown. A softmax does not change when the same number is added to all logits, so
//! a distribution has them only up to that number, its gauge: a logit is log p + gauge.
//!
//! A person who moves one logit expects the others to stay. With log p itself for a logit they would not,
//! since the probabilities are rescaled; so the gauge moves instead.

use super::{Distribution, Row};
use crate::core::math;

impl Distribution {
    /// The gauge in which the logits of the rows that are not locked have the mean 0; those of
    /// impossible rows are left out. 0 where there are none.
    ///
    /// ```
    /// use masklab::core::math::Distribution;
    /// let even = Distribution::evenly(["a".into(), "b".into()]).unwrap();
    /// assert_eq!(even.logits()[0] + even.centring(), 0.0);
    /// ```
    pub fn centring(&self) -> f64 {
        let free = self.candidates.iter().filter(|candidate| !candidate.locked);
        let logits = free.map(|candidate| candidate.probability.log_prob().nats());
        let finite: Vec<f64> = logits.filter(|logit| logit.is_finite()).collect();
        if finite.is_empty() {
            return 0.0;
        }
        let count = finite.len() as f64;
        -math::sum(finite) / count
    }

    /// The gauge of this distribution, which came from another one with the given gauge when the logit
    /// of a row was set: the one in which the logits of the others are where they were.
    pub fn gauge_after(&self, row: &Row, before: &Self, gauge: f64) -> f64 {
        let nats = |of: &Self, index: usize| {
            of.candidates.get(index).map(|candidate| candidate.probability.log_prob().nats())
        };
        let others = self.candidates.iter().enumerate();
        let mut others = others.filter(|(_, other)| other.row != *row && !other.locked);
        let moved = others.find_map(|(index, _)| {
            let moved = nats(before, index)? - nats(self, index)?;
            moved.is_finite().then_some(moved)
        });
        gauge + moved.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::math::Probability;

    fn course() -> Distribution {
        let rows = [("brown", 0.7), ("red", 0.2), ("lazy", 0.1)];
        Distribution::new(rows.map(|(word, p)| (word.into(), p))).unwrap()
    }

    fn shown(distribution: &Distribution, gauge: f64) -> Vec<f64> {
        distribution.logits().into_iter().map(|logit| logit + gauge).collect()
    }

    #[test]
    fn the_logits_of_other_words_stay_when_one_is_set() {
        let before = course();
        let gauge = before.centring();
        let old = shown(&before, gauge);
        let row = Row::Word("red".into());
        for logit in [-8.0, 0.0, 3.5] {
            let after = before.with_logit(&row, logit - gauge).unwrap();
            let new = shown(&after, after.gauge_after(&row, &before, gauge));
            let expected = [old[0], logit, old[2]];
            for (new, expected) in new.iter().zip(expected) {
                assert!((new - expected).abs() < 1e-12, "{new} {expected}");
            }
        }
    }

    #[test]
    fn a_training_step_moves_centred_logits_by_the_gradient() {
        let before = course();
        let gradient = before.gradient("brown", 0.0).unwrap();
        let (after, _) = before.stepped("brown", 0.5, 1).unwrap();
        let (old, new) = (shown(&before, before.centring()), shown(&after, after.centring()));
        for ((old, new), slope) in old.iter().zip(&new).zip(gradient) {
            assert!((new - (old - 0.5 * slope)).abs() < 1e-12);
        }
    }

    #[test]
    fn impossible_and_locked_words_do_not_move_the_gauge() {
        let rows = [("a", 0.5), ("b", 0.5), ("c", 0.0)];
        let some = Distribution::new(rows.map(|(word, p)| (word.into(), p))).unwrap();
        assert_eq!(some.logits()[0] + some.centring(), 0.0);
        let one = Distribution::evenly(["a".into()]).unwrap();
        assert_eq!(one.centring(), 0.0);
        let locked = course().with_lock(&Row::Word("brown".into()), true).unwrap();
        let mean: f64 = shown(&locked, locked.centring())[1..].iter().sum();
        assert!(mean.abs() < 1e-12);
        assert_eq!(locked.probability_of("brown"), Probability::new(0.7).unwrap());
    }
}
