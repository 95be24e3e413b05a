//! What a distribution is worth against the right word, and what training makes of it: the loss, its
//! gradient by the logits, and steps down that. Logarithms are natural.

use super::{Candidate, ChangeError, Distribution};
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

    /// −Σₖ pₖ log pₖ over the words, in nats: how undecided the model is, from 0 to ln K.
    ///
    /// `None` where the row of all other words has something: how they share it is not known.
    pub fn entropy(&self) -> Option<f64> {
        (!self.gives_others()).then(|| math::entropy(&self.values()))
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
    /// A locked row does not move, and has 0. The others share what the locks leave by the softmax of
    /// their logits, so that theirs is Y·s − y: s are their shares, which sum to 1, and Y is what the
    /// target gives to them together.
    ///
    /// `None` where [`Self::target`] is.
    pub fn gradient(&self, word: &str, smoothing: f64) -> Option<Vec<f64>> {
        let target = self.target(word, smoothing)?;
        let Some(open) = Open::of(self, &target) else { return Some(vec![0.0; target.len()]) };
        let mut slopes = math::gradient(&open.target, &open.shares).into_iter();
        let slope = |candidate: &Candidate| {
            if candidate.locked { Some(0.0) } else { slopes.next().map(|slope| open.reach * slope) }
        };
        Some(self.candidates.iter().filter_map(slope).collect())
    }

    /// Gradient descent on the logits without smoothing: in each step, z becomes z − η(p − y). With
    /// it comes the loss in nats, at first and after each step. The logits are kept from step to
    /// step, so that nothing is lost where a probability is too small for a number.
    ///
    /// Locked rows do not move: see [`Self::gradient`]. A row with 0 keeps 0, as no finite step leads
    /// back from −∞: where that is the right word, the loss stays ∞.
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
        let mut losses = vec![math::cross_entropy(&target, &self.values())];
        let Some(mut open) = Open::of(self, &target) else {
            losses.resize(steps as usize + 1, math::cross_entropy(&target, &self.values()));
            return Ok((self.clone(), losses));
        };
        for _ in 0..steps {
            losses.push(open.step(eta).ok_or(ChangeError::AllImpossible)?);
        }
        let mut logits = open.logits.into_iter();
        let logit = |(candidate, kept): (&Candidate, f64)| {
            if candidate.locked { Some(kept) } else { logits.next() }
        };
        let logits: Vec<f64> =
            self.candidates.iter().zip(self.logits()).filter_map(logit).collect();
        Ok((self.with_logits(&logits)?, losses))
    }
}

/// The rows that are not locked, as a softmax of their own that learns.
struct Open {
    logits: Vec<f64>,
    /// Their parts of what the locks leave: at first, p over that.
    shares: Vec<f64>,
    /// Their target, as parts of `reach`.
    target: Vec<f64>,
    /// What the target gives to them together, Y: 1 where nothing is locked.
    reach: f64,
    /// What the locked rows cost, and the share of the others as a whole: the part of the loss that
    /// stays.
    fixed: f64,
}

impl Open {
    /// `None` where nothing can be learned: all is locked, or nothing that is not can gain.
    fn of(distribution: &Distribution, target: &[f64]) -> Option<Self> {
        let free = distribution.free().value();
        let rows = || distribution.candidates.iter().zip(target);
        let open = || rows().filter(|(candidate, _)| !candidate.locked);
        let is_whole = open().count() == target.len();
        let reach = if is_whole { 1.0 } else { math::sum(open().map(|(_, y)| *y)) };
        if free == 0.0 || reach == 0.0 {
            return None;
        }
        let locked = rows().filter(|(candidate, _)| candidate.locked);
        let (y, p): (Vec<f64>, Vec<f64>) = locked.map(|(c, y)| (*y, c.probability.value())).unzip();
        let fixed =
            if is_whole { 0.0 } else { math::cross_entropy(&y, &p) - reach * libm::log(free) };
        Some(Self {
            logits: open().map(|(candidate, _)| candidate.probability.log_prob().nats()).collect(),
            shares: open().map(|(candidate, _)| candidate.probability.value() / free).collect(),
            target: open().map(|(_, y)| y / reach).collect(),
            reach,
            fixed,
        })
    }

    /// Goes a step, and gives the loss of all rows after it. `None` where the logits have no softmax.
    fn step(&mut self, eta: f64) -> Option<f64> {
        self.logits = math::step(&self.logits, &self.target, eta * self.reach)?;
        let loss = math::cross_entropy_from_logits(&self.target, &self.logits)?;
        Some(self.fixed + self.reach * loss)
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
    fn two_even_words_have_an_entropy_of_ln_2_and_what_others_share_has_none_that_is_known() {
        assert_eq!(distribution(&[("a", 0.5), ("b", 0.5)]).entropy(), Some(LN_2));
        assert_eq!(distribution(&[("a", 1.0), ("others", 0.0)]).entropy(), Some(0.0));
        assert_eq!(distribution(&[("a", 0.5), ("others", 0.5)]).entropy(), None);
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
            assert_close(&[loss], &[one_by_one.cross_entropy("red", 0.0).unwrap()]);
            one_by_one = one_by_one.stepped("red", 0.5, 1).unwrap().0;
        }
        assert_close(&three.values(), &one_by_one.values());
        assert_eq!(losses.len(), 4);
        assert_close(&[losses[3]], &[three.cross_entropy("red", 0.0).unwrap()]);
        assert_eq!(course().stepped("red", 0.5, 0).unwrap().0, course());
        assert_eq!(course().stepped("red", 0.0, 5).unwrap().0, course());
    }

    /// As PyTorch computes it, whose parameters are the logits themselves.
    #[test]
    fn the_logits_are_kept_where_a_probability_is_too_small_for_a_number() {
        let start = distribution(&[("a", 1e-300), ("b", 1.0)]);
        let (_, losses) = start.stepped("a", 1.0, 3).unwrap();
        let first = -libm::log(1e-300);
        assert_close(&losses, &[first, first - 2.0, first - 4.0, first - 6.0]);
        // Far beyond: the step is so wide that the right word's smoothed rival has next to nothing.
        let (_, losses) = course().stepped_with_smoothing("brown", 0.1, 1e6, 1).unwrap();
        assert!(losses[1].is_finite() && losses[1] > 1e3, "{losses:?}");
    }

    #[test]
    fn a_word_at_0_learns_nothing() {
        let start = distribution(&[("a", 0.0), ("b", 0.75), ("c", 0.25)]);
        let (learned, losses) = start.stepped("a", 1.0, 2).unwrap();
        assert_eq!(learned.probability_of("a").value(), 0.0);
        assert_eq!(losses, [f64::INFINITY; 3]);
    }

    #[test]
    fn a_locked_row_does_not_learn_and_the_others_share_the_rest() {
        let start = distribution(&[("a", 0.5), ("*b", 0.25), ("c", 0.25)]);
        // Of what the lock leaves, a has 2/3 and c 1/3.
        let third = 1.0 / 3.0;
        assert_close(&start.gradient("a", 0.0).unwrap(), &[-third, 0.0, third]);
        // Their logits move by η/3 in opposite directions: from 2 : 1 to 2·2 : 1 where η is 3/2 ln 2.
        let (learned, losses) = start.stepped("a", 1.5 * LN_2, 1).unwrap();
        assert_close(&learned.values(), &[0.6, 0.25, 0.15]);
        assert_eq!(learned.probability_of("b").value(), 0.25);
        assert_close(&losses, &[-libm::log(0.5), -libm::log(0.6)]);
    }

    #[test]
    fn where_the_right_word_is_locked_there_is_nothing_to_learn() {
        for start in [
            distribution(&[("*a", 0.5), ("b", 0.25), ("c", 0.25)]),
            distribution(&[("a", 0.0), ("*b", 1.0), ("c", 0.0)]),
        ] {
            assert_eq!(start.gradient("a", 0.0).unwrap(), [0.0; 3]);
            let (learned, losses) = start.stepped("a", 1.0, 2).unwrap();
            assert_eq!(learned, start);
            assert_eq!(losses, [start.cross_entropy("a", 0.0).unwrap(); 3]);
        }
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
        fn the_gradient_is_the_slope_of_the_loss_whatever_is_locked(
            z in prop::collection::vec(-3.0..3.0_f64, 3..7),
            locked in prop::collection::vec(any::<bool>(), 7),
            smoothing in prop::sample::select(vec![0.0, 0.1, 1.0]),
        ) {
            let words = (0..z.len()).map(|n| n.to_string().into());
            let mut start = Distribution::evenly(words).unwrap().with_logits(&z).unwrap();
            for (candidate, locked) in start.candidates.iter_mut().zip(locked) {
                candidate.locked = locked;
            }
            let slopes = start.gradient("0", smoothing).unwrap();
            let loss = |row: usize, by: f64| {
                let mut logits = start.logits();
                logits[row] += by;
                start.with_logits(&logits).unwrap().cross_entropy("0", smoothing).unwrap()
            };
            for (row, slope) in slopes.into_iter().enumerate() {
                let measured = (loss(row, 1e-5) - loss(row, -1e-5)) / 2e-5;
                prop_assert!((measured - slope).abs() < 1e-8, "{row}: {measured} is not {slope}");
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
