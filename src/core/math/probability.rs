//! A probability and its natural logarithm, as two types that cannot be taken for each other.

use std::fmt;

use super::notation;
use crate::core::messages::{Language, fill};

/// A probability: a number from 0 to 1, both allowed.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Probability(f64);

impl Probability {
    /// The impossible event.
    pub const ZERO: Self = Self(0.0);
    /// The certain event.
    pub const ONE: Self = Self(1.0);

    /// Takes a number from 0 to 1.
    ///
    /// # Errors
    /// Refuses everything else, NaN included.
    ///
    /// ```
    /// use masklab::core::math::Probability;
    /// assert!(Probability::new(0.7).is_ok());
    /// assert!(Probability::new(1.2).is_err());
    /// ```
    pub fn new(value: f64) -> Result<Self, NotAProbability> {
        if (0.0..=1.0).contains(&value) {
            // Adding 0 turns −0 into 0, which would otherwise be shown with a minus sign.
            Ok(Self(value + 0.0))
        } else {
            Err(NotAProbability(value))
        }
    }

    /// The nearest probability to a number that arithmetic may have carried a rounding error
    /// past 0 or 1. NaN becomes 0.
    pub fn nearest(value: f64) -> Self {
        // Adding 0 turns −0 into 0.
        if value.is_nan() { Self::ZERO } else { Self(value.clamp(0.0, 1.0) + 0.0) }
    }

    /// The number itself, from 0 to 1.
    pub const fn value(self) -> f64 {
        self.0
    }

    /// The natural logarithm: what a target with this probability adds to the objective.
    ///
    /// It comes from `libm` on every platform, so that the page, the command line and the tests
    /// agree to the last bit. The logarithm of 0 is −∞.
    pub fn log_prob(self) -> LogProb {
        LogProb(libm::log(self.0))
    }
}

/// Why a number is not a [`Probability`]; it holds the number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotAProbability(pub f64);

impl fmt::Display for NotAProbability {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl NotAProbability {
    /// The reason in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let value = language.number(notation::in_digits(self.0));
        fill(language.messages().inputs.probability, &[("value", &value)])
    }
}

impl std::error::Error for NotAProbability {}

/// A log-probability, or a sum of them, in nats: from −∞ to 0.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct LogProb(f64);

impl LogProb {
    /// The logarithm of 1, the best that a term can be; also the sum of no terms.
    pub const ZERO: Self = Self(0.0);
    /// The logarithm of 0, −∞.
    pub const IMPOSSIBLE: Self = Self(f64::NEG_INFINITY);

    /// A sum of log-probabilities. Adding 0 turns −0 into 0.
    pub(super) fn of_sum(nats: f64) -> Self {
        Self(nats + 0.0)
    }

    /// The number of nats, from −∞ to 0.
    pub const fn nats(self) -> f64 {
        self.0
    }

    /// −log p, in nats: what it costs, from 0 to ∞.
    pub fn loss(self) -> f64 {
        // Subtracting from 0 gives 0 where a minus sign would give −0.
        0.0 - self.0
    }

    /// The sum of log-probabilities: the log-probability of independent events together, rounded
    /// once. One −∞ makes it −∞; no terms at all make it 0.
    pub fn sum(terms: impl IntoIterator<Item = Self>) -> Self {
        terms.into_iter().collect::<super::LogProbSum>().total()
    }

    /// The mean of `count` terms of which this is the sum; `None` for no terms.
    pub fn mean(self, count: usize) -> Option<Self> {
        (count > 0).then(|| Self::of_sum(self.0 / count as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_course_item_gives_ln_0_7() {
        let p = Probability::new(0.7).map(|p| p.log_prob().nats());
        assert_eq!(p, Ok(-0.356_674_943_938_732_45));
    }

    #[test]
    fn certainty_adds_nothing_and_impossibility_costs_everything() {
        assert_eq!(Probability::ONE.log_prob(), LogProb::ZERO);
        assert_eq!(Probability::ZERO.log_prob().nats(), f64::NEG_INFINITY);
    }

    #[test]
    fn only_numbers_from_0_to_1_are_probabilities() {
        for value in [-0.1, 1.0 + f64::EPSILON, f64::NAN, f64::INFINITY] {
            assert!(Probability::new(value).is_err(), "{value}");
        }
    }

    #[test]
    fn negative_zero_loses_its_sign() {
        assert!(Probability::new(-0.0).is_ok_and(|p| p.value().is_sign_positive()));
        assert!(Probability::nearest(-1e-20).value().is_sign_positive());
    }
}
