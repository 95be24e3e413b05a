//! What a distribution is worth against the right word, and what training makes of it: the loss, its
//! gradient by the logits, and steps down that. Logarithms are natural.

use super::{ChangeError, Distribution};
use crate::core::math;

/// The most training steps that are taken at once, so that a mistyped number does not stop the page.
const STEP_LIMIT: u32 = 10_000;

impl Distribution {
    /// The target y by row: 1 at the right word and 0 elsewhere, mixed with the even distribution
    /// over the rows by `smoothing` from 0 to 1. "Other words" counts as one row.
    ///
    /// `None` where the right word is not listed: it is one of the other words then, and which
    /// part of theirs is its own is not known. `None` also for a smoothing that is not from 0 to 1.
    pub fn target(&self, word: &str, smoothing: f64) -> Option<Vec<f64>> {
        self.checked_target(word, smoothing).ok()
    }

    fn checked_target(&self, word: &str, smoothing: f64) -> Result<Vec<f64>, ChangeError> {
        let target = self.find_word(word)?;
        if !(0.0..=1.0).contains(&smoothing) {
            return Err(ChangeError::Smoothing(smoothing));
        }
        Ok(math::smoothed_target(target, self.candidates.len(), smoothing))
    }

    /// −Σₖ pₖ log pₖ over the rows, in nats: how undecided the model is, from 0 to ln K. "Other
    /// words" counts as one outcome, so that this is the least that it can be.
    pub fn entropy(&self) -> f64 {
        math::entropy(&self.values())
    }

    /// −Σₖ yₖ log pₖ over the rows, in nats: the loss at this position, from 0 to ∞. Without
    /// smoothing it is −log p of the right word.
    ///
    /// `None` where [`Self::target`] is.
    pub fn cross_entropy(&self, word: &str, smoothing: f64) -> Option<f64> {
        Some(math::cross_entropy(&self.target(word, smoothing)?, &self.values()))
    }

    /// Σₖ yₖ log(yₖ/pₖ) over the rows, in nats: how far the prediction is from the target, from 0
    /// to ∞. It is the cross-entropy less the entropy of the target, which is 0 without smoothing.
    ///
    /// `None` where [`Self::target`] is.
    pub fn kl_from_target(&self, word: &str, smoothing: f64) -> Option<f64> {
        Some(math::kl_divergence(&self.target(word, smoothing)?, &self.values()))
    }

    /// p − y by row: the gradient of the cross-entropy by the logits. It sums to 0.
    ///
    /// `None` where [`Self::target`] is.
    pub fn gradient(&self, word: &str, smoothing: f64) -> Option<Vec<f64>> {
        Some(math::gradient(&self.target(word, smoothing)?, &self.values()))
    }

    /// Gradient descent on the logits without smoothing: in each step, z becomes z − η(p − y). With
    /// it comes the loss in nats, at first and after each step. The steps one by one give the same
    /// bits.
    ///
    /// The logits of locked rows do not move. A row with 0 keeps 0, as no finite step leads back
    /// from −∞: where that is the right word, the loss stays ∞.
    ///
    /// # Errors
    /// Refuses a word that is not listed, a negative or infinite η, NaN, and more than 10,000 steps.
    ///
    /// ```
    /// use masklab::core::math::Distribution;
    ///
    /// let course = [("brown", 0.7), ("red", 0.2), ("lazy", 0.1)];
    /// let course = Distribution::new(course.map(|(word, p)| (word.into(), p))).unwrap();
    /// let (learned, losses) = course.stepped("brown", 0.5, 1).unwrap();
    /// assert!(learned.probability_of("brown").value() > 0.7);
    /// assert!(losses[1] < losses[0]);
    /// ```
    pub fn stepped(
        &self,
        word: &str,
        eta: f64,
        steps: u32,
    ) -> Result<(Self, Vec<f64>), ChangeError> {
        self.stepped_with_smoothing(word, 0.0, eta, steps)
    }

    /// [`Self::stepped`] against a target with label smoothing.
    ///
    /// # Errors
    /// As there, and refuses a smoothing that is not from 0 to 1.
    pub fn stepped_with_smoothing(
        &self,
        word: &str,
        smoothing: f64,
        eta: f64,
        steps: u32,
    ) -> Result<(Self, Vec<f64>), ChangeError> {
        let target = self.checked_target(word, smoothing)?;
        if !(eta.is_finite() && eta >= 0.0) {
            return Err(ChangeError::StepSize(eta));
        }
        if steps > STEP_LIMIT {
            return Err(ChangeError::TooManySteps { steps, limit: STEP_LIMIT });
        }
        let mut learned = self.clone();
        let mut losses = vec![math::cross_entropy(&target, &learned.values())];
        for _ in 0..steps {
            let logits = math::step(&learned.logits(), &target, eta);
            learned = learned.with_logits(&logits.ok_or(ChangeError::AllImpossible)?)?;
            losses.push(math::cross_entropy(&target, &learned.values()));
        }
        Ok((learned, losses))
    }
}

#[cfg(test)]
mod tests {
    use std::f64::consts::LN_2;

    use proptest::prelude::*;

    use super::*;
    use crate::core::math::{
        distribution::tests::{assert_close, distribution, row},
        sum,
    };

    fn course() -> Distribution {
        distribution(&[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)])
    }

    #[test]
    fn the_target_is_one_hot_or_smoothed_over_all_rows() {
        let start = distribution(&[("a", 0.5), ("b", 0.25), ("c", 0.0), ("others", 0.25)]);
        assert_eq!(start.target("b", 0.0).unwrap(), [0.0, 1.0, 0.0, 0.0]);
        assert_close(&start.target("b", 0.1).unwrap(), &[0.025, 0.925, 0.025, 0.025]);
    }

    #[test]
    fn without_a_target_or_with_a_smoothing_that_is_none_there_is_no_loss() {
        let start = course().with_others().unwrap();
        for (word, smoothing) in
            [("blue", 0.0), ("other words", 0.0), ("red", 1.1), ("red", -0.1), ("red", f64::NAN)]
        {
            assert_eq!(start.target(word, smoothing), None);
            assert_eq!(start.cross_entropy(word, smoothing), None);
            assert_eq!(start.kl_from_target(word, smoothing), None);
            assert_eq!(start.gradient(word, smoothing), None);
            assert!(start.stepped_with_smoothing(word, smoothing, 0.1, 1).is_err());
        }
    }

    #[test]
    fn the_loss_of_the_course_item_is_minus_ln_0_7() {
        assert_eq!(course().cross_entropy("brown", 0.0), Some(-libm::log(0.7)));
        assert_close(&[course().kl_from_target("brown", 0.0).unwrap()], &[-libm::log(0.7)]);
        assert_close(&course().gradient("brown", 0.0).unwrap(), &[-0.3, 0.2, 0.1]);
    }

    #[test]
    fn an_impossible_right_word_costs_everything() {
        let start = distribution(&[("a", 0.0), ("b", 1.0)]);
        assert_eq!(start.cross_entropy("a", 0.0), Some(f64::INFINITY));
        assert_eq!(start.kl_from_target("a", 0.0), Some(f64::INFINITY));
        assert_eq!(start.gradient("a", 0.0).unwrap(), [-1.0, 1.0]);
        // With smoothing any impossible word does.
        assert_eq!(start.cross_entropy("b", 0.1), Some(f64::INFINITY));
    }

    #[test]
    fn with_full_smoothing_the_even_distribution_is_the_target() {
        let even = course().evened_out();
        assert_close(&[even.cross_entropy("red", 1.0).unwrap()], &[libm::log(3.0)]);
        assert_close(&[even.kl_from_target("red", 1.0).unwrap()], &[0.0]);
        assert_close(&even.gradient("red", 1.0).unwrap(), &[0.0; 3]);
    }

    #[test]
    fn two_even_words_have_an_entropy_of_ln_2_and_other_words_count_as_one() {
        assert_eq!(distribution(&[("a", 0.5), ("others", 0.5)]).entropy(), LN_2);
        assert_eq!(distribution(&[("a", 1.0), ("b", 0.0)]).entropy(), 0.0);
    }

    #[test]
    fn a_step_moves_the_logits_by_eta_times_p_minus_y() {
        // Between even words the logits move by η/2, in opposite directions: they are η apart.
        let start = distribution(&[("a", 0.5), ("b", 0.5)]);
        let (learned, losses) = start.stepped("a", LN_2, 1).unwrap();
        assert_close(&learned.values(), &[2.0 / 3.0, 1.0 / 3.0]);
        assert_close(&losses, &[LN_2, libm::log(1.5)]);
    }

    #[test]
    fn n_steps_are_one_step_n_times() {
        let (three, losses) = course().stepped("red", 0.5, 3).unwrap();
        let mut one_by_one = course();
        for &loss in &losses[..3] {
            assert_eq!(Some(loss), one_by_one.cross_entropy("red", 0.0));
            one_by_one = one_by_one.stepped("red", 0.5, 1).unwrap().0;
        }
        assert_eq!(three, one_by_one);
        assert_eq!(losses.len(), 4);
        assert_eq!(Some(losses[3]), three.cross_entropy("red", 0.0));
        assert_eq!(course().stepped("red", 0.5, 0).unwrap().0, course());
        assert_eq!(course().stepped("red", 0.0, 5).unwrap().0, course());
    }

    #[test]
    fn a_word_at_0_learns_nothing() {
        let start = distribution(&[("a", 0.0), ("b", 0.75), ("c", 0.25)]);
        let (learned, losses) = start.stepped("a", 1.0, 2).unwrap();
        assert_eq!(learned.probability_of("a").value(), 0.0);
        assert_eq!(losses, [f64::INFINITY; 3]);
    }

    #[test]
    fn a_locked_row_does_not_learn() {
        let start = distribution(&[("a", 0.5), ("*b", 0.25), ("c", 0.25)]);
        // The logits of a and c move by η/2 and −η/4: from 2 : 1 to 2·2 : 1 where η is ln 2 / 0.75.
        let (learned, losses) = start.stepped("a", LN_2 / 0.75, 1).unwrap();
        assert_close(&learned.values(), &[0.6, 0.25, 0.15]);
        assert_eq!(learned.probability_of("b").value(), 0.25);
        assert!(losses[1] < losses[0]);
    }

    #[test]
    fn steps_that_are_none_are_refused() {
        let refused = |word, eta, steps| course().stepped(word, eta, steps).unwrap_err();
        assert_eq!(refused("blue", 0.1, 1), ChangeError::NotListed(row("blue")));
        assert_eq!(refused("red", -0.1, 1), ChangeError::StepSize(-0.1));
        assert_eq!(refused("red", f64::INFINITY, 1), ChangeError::StepSize(f64::INFINITY));
        assert!(matches!(refused("red", f64::NAN, 1), ChangeError::StepSize(_)));
        let many = ChangeError::TooManySteps { steps: 10_001, limit: 10_000 };
        assert_eq!(refused("red", 0.1, 10_001), many);
    }

    proptest! {
        #[test]
        fn a_small_step_lowers_the_loss_and_the_gradient_sums_to_0(
            z in prop::collection::vec(-10.0..10.0_f64, 2..8),
            smoothing in prop::sample::select(vec![0.0, 0.1, 1.0]),
            eta in 1e-3..0.5_f64,
        ) {
            let words = (0..z.len()).map(|n| n.to_string().into());
            let start = Distribution::evenly(words).unwrap().with_logits(&z).unwrap();
            let slopes = start.gradient("0", smoothing).unwrap();
            prop_assert!(sum(slopes).abs() < 1e-12);
            let (_, losses) = start.stepped_with_smoothing("0", smoothing, eta, 5).unwrap();
            for pair in losses.windows(2) {
                prop_assert!(pair[1] <= pair[0] + 1e-15, "{losses:?}");
            }
        }

        #[test]
        fn the_divergence_is_the_loss_less_the_entropy_of_the_target(
            z in prop::collection::vec(-10.0..10.0_f64, 2..8),
            smoothing in 0.0..1.0_f64,
        ) {
            let words = (0..z.len()).map(|n| n.to_string().into());
            let start = Distribution::evenly(words).unwrap().with_logits(&z).unwrap();
            let target = start.target("0", smoothing).unwrap();
            let expected = start.cross_entropy("0", smoothing).unwrap() - math::entropy(&target);
            let divergence = start.kl_from_target("0", smoothing).unwrap();
            prop_assert!((divergence - expected).abs() < 1e-12);
        }
    }
}
