//! A sum of log-probabilities that forgets nothing.

use super::LogProb;

/// The exact sum of log-probabilities: it does not depend on their order, and what was added can be
/// taken away again. So a sum over a dataset follows a change of one sentence with one subtraction
/// and one addition, and is then, to the last bit, the sum that adding up all terms would give.
///
/// The logarithm of an `f64` below 1 is a multiple of 2⁻¹⁰⁵ (that of 1 − 2⁻⁵³ is the smallest, and it
/// has 53 digits), and at least −745; so whole numbers of that unit hold such sums exactly.
///
/// ```
/// use masklab::core::math::{LogProbSum, Probability};
/// let [a, b] = [0.1, 0.7].map(|p| Probability::nearest(p).log_prob());
/// let mut sum = LogProbSum::default();
/// sum.add(a);
/// sum.add(b);
/// sum.subtract(a);
/// assert_eq!(sum.total(), b);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogProbSum {
    /// Nats.
    whole: i64,
    /// In units of 2⁻¹⁰⁵ nats. There is room for four million terms.
    fraction: i128,
    /// How many terms are −∞.
    impossible: i64,
}

/// The binary digits behind the point of `fraction`.
const DIGITS: u32 = 105;

impl LogProbSum {
    /// Adds a term.
    pub fn add(&mut self, term: LogProb) {
        self.count(term, 1);
    }

    /// Takes away a term that was added.
    pub fn subtract(&mut self, term: LogProb) {
        self.count(term, -1);
    }

    fn count(&mut self, term: LogProb, times: i8) {
        let nats = term.nats();
        if nats == f64::NEG_INFINITY {
            self.impossible += i64::from(times);
            return;
        }
        let whole = nats.trunc();
        // Both are exact: see above. (A quotient of log-probabilities may have digits beyond; they
        // are cut off.)
        let fraction = (nats - whole) * (1_i128 << DIGITS) as f64;
        #[expect(clippy::cast_possible_truncation, reason = "at most 745 and below 2¹⁰⁵")]
        let (whole, fraction) = (whole as i64, fraction as i128);
        self.whole += i64::from(times) * whole;
        self.fraction += i128::from(times) * fraction;
    }

    /// Adds the terms of another sum.
    pub fn add_sum(&mut self, other: &Self) {
        self.count_sum(other, 1);
    }

    /// Takes away the terms of another sum.
    pub fn subtract_sum(&mut self, other: &Self) {
        self.count_sum(other, -1);
    }

    fn count_sum(&mut self, other: &Self, times: i8) {
        self.whole += i64::from(times) * other.whole;
        self.fraction += i128::from(times) * other.fraction;
        self.impossible += i64::from(times) * other.impossible;
    }

    /// The sum, rounded once: −∞ where a term is, and 0 where there is none.
    pub fn total(&self) -> LogProb {
        /// The digits that are kept of a sum that is too large for all of them: 2³¹ nats and 95
        /// digits behind the point, of which an `f64` has room for 53 at most.
        const KEPT: u32 = 95;
        /// From here on, in nats, it is too large.
        const LARGE: u64 = 1 << 20;
        if self.impossible > 0 {
            return LogProb::IMPOSSIBLE;
        }
        let whole = i128::from(self.whole) + (self.fraction >> DIGITS);
        let fraction = self.fraction & ((1 << DIGITS) - 1);
        let (units, digits) = if whole.unsigned_abs() < u128::from(LARGE) {
            ((whole << DIGITS) + fraction, DIGITS)
        } else {
            // What is cut off leaves a trace, so that a half is not rounded as if it were exact.
            let cut = fraction & ((1 << (DIGITS - KEPT)) - 1);
            let kept = (whole << KEPT) + (fraction >> (DIGITS - KEPT));
            (kept | i128::from(cut > 0), KEPT)
        };
        LogProb::of_sum(units as f64 / (1_i128 << digits) as f64)
    }
}

impl FromIterator<LogProb> for LogProbSum {
    fn from_iter<I: IntoIterator<Item = LogProb>>(terms: I) -> Self {
        let mut sum = Self::default();
        for term in terms {
            sum.add(term);
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::math::{self, Probability};

    fn log(p: f64) -> LogProb {
        Probability::new(p).unwrap().log_prob()
    }

    fn total(probabilities: &[f64]) -> f64 {
        let sum: LogProbSum = probabilities.iter().map(|p| log(*p)).collect();
        sum.total().nats()
    }

    #[test]
    fn one_term_is_its_own_sum_to_the_last_bit() {
        for p in [1.0 - f64::EPSILON / 2.0, 0.7, 0.5, 1e-300, 5e-324, 1.0, 0.0] {
            assert_eq!(total(&[p]), libm::log(p), "{p}");
        }
    }

    #[test]
    fn no_terms_make_zero_without_a_sign() {
        assert!(total(&[]).is_sign_positive() && total(&[]) == 0.0);
        assert!(total(&[1.0, 1.0]).is_sign_positive());
    }

    #[test]
    fn an_impossible_term_can_be_taken_back() {
        let mut sum = LogProbSum::default();
        sum.add(log(0.3));
        sum.add(log(0.0));
        assert_eq!(sum.total().nats(), f64::NEG_INFINITY);
        sum.subtract(log(0.0));
        assert_eq!(sum.total(), log(0.3));
    }

    #[test]
    fn millions_of_the_worst_terms_still_fit() {
        let worst = log(5e-324);
        let mut sum = LogProbSum::default();
        for _ in 0..2_000_000 {
            sum.add(worst);
        }
        // The rounding of the product is the only one.
        assert_eq!(sum.total().nats(), worst.nats() * 2_000_000.0);
    }

    #[test]
    fn a_term_that_a_plain_sum_would_lose_is_still_there() {
        let small = log(1.0 - f64::EPSILON / 2.0);
        let mut sum = LogProbSum::default();
        sum.add(log(1e-300));
        sum.add(small);
        sum.subtract(log(1e-300));
        assert_eq!(sum.total(), small);
    }

    proptest! {
        #[test]
        fn the_order_does_not_matter_and_the_sum_is_that_of_a_careful_adder(
            probabilities in prop::collection::vec(0.0..=1.0_f64, 0..60),
            exponents in prop::collection::vec(0..300_i32, 60),
        ) {
            let small = |(p, e): (&f64, &i32)| p * libm::exp2(-f64::from(*e));
            let mut probabilities: Vec<f64> = probabilities.iter().zip(&exponents).map(small).collect();
            let forward = total(&probabilities);
            let careful = math::sum(probabilities.iter().map(|p| libm::log(*p)));
            probabilities.reverse();
            prop_assert_eq!(forward, total(&probabilities));
            prop_assert!((forward - careful).abs() <= 1e-15 * careful.abs() || forward == careful);
        }
    }
}
