//! A distribution seen from its logits, natural logarithms, and at a temperature.
//!
//! A locked row stays as it is; the others share what the locks leave by the softmax of their own
//! logits. Where nothing is free to be shared, nothing changes.

use super::{ChangeError, Distribution, Probability, Row, settle};
use crate::core::math::softmax;

impl Distribution {
    /// log p by row: logits whose softmax gives p back. −∞ at 0.
    pub fn logits(&self) -> Vec<f64> {
        self.candidates.iter().map(|candidate| candidate.probability.log_prob().nats()).collect()
    }

    /// The softmax of the given logits, one for each row. −∞ makes a row impossible; those of locked
    /// rows do not matter.
    ///
    /// # Errors
    /// Refuses another number of logits, NaN, +∞, and −∞ for all that are not locked.
    pub fn with_logits(&self, logits: &[f64]) -> Result<Self, ChangeError> {
        let (given, rows) = (logits.len(), self.candidates.len());
        if given != rows {
            return Err(ChangeError::LogitCount { given, rows });
        }
        if let Some(&refused) = logits.iter().find(|&&logit| !is_logit(logit)) {
            return Err(ChangeError::NotALogit(refused));
        }
        if *logits == self.logits() {
            return Ok(self.clone());
        }
        self.with_softmax(logits, 1.0)
    }

    /// This distribution with the logit of one row set, those of the others as they are in
    /// [`Self::logits`]. The probabilities of the others so stay in proportion.
    ///
    /// # Errors
    /// Refuses a row that is not listed, is locked, or is the only one that is not; NaN and +∞; and
    /// −∞ where no other row could take what this one has.
    pub fn with_logit(&self, row: &Row, logit: f64) -> Result<Self, ChangeError> {
        let (index, candidate) = self.find(row)?;
        if candidate.locked {
            return Err(ChangeError::Locked(row.clone()));
        }
        let mut logits = self.logits();
        let Some(set) = logits.get_mut(index) else { return Ok(self.clone()) };
        if *set == logit {
            return Ok(self.clone());
        }
        if self.candidates.len() == 1 {
            return Err(ChangeError::OnlyCandidate(row.clone()));
        }
        if self.candidates.iter().filter(|candidate| !candidate.locked).count() == 1 {
            return Err(ChangeError::OthersLocked(row.clone()));
        }
        let free = self.free();
        if free == Probability::ZERO {
            return Err(ChangeError::MoreThanFree { free });
        }
        *set = logit;
        self.with_logits(&logits)
    }

    /// The softmax of log p/T: a temperature above 1 evens the rows out, one below 1 sharpens them,
    /// and 1 changes nothing. A row with 0 keeps 0.
    ///
    /// # Errors
    /// Refuses a temperature that is not a number above 0.
    pub fn at_temperature(&self, t: f64) -> Result<Self, ChangeError> {
        if !(t.is_finite() && t > 0.0) {
            return Err(ChangeError::Temperature(t));
        }
        if t == 1.0 {
            return Ok(self.clone());
        }
        self.with_softmax(&self.logits(), t)
    }

    fn with_softmax(&self, logits: &[f64], temperature: f64) -> Result<Self, ChangeError> {
        let rows = self.candidates.iter().zip(logits);
        let open: Vec<f64> =
            rows.filter(|(candidate, _)| !candidate.locked).map(|(_, &logit)| logit).collect();
        let free = self.free().value();
        if open.is_empty() || free == 0.0 {
            return Ok(self.clone());
        }
        let shares = softmax(&open, temperature).ok_or(ChangeError::AllImpossible)?;
        let mut changed = self.clone();
        let rows = changed.candidates.iter_mut().filter(|candidate| !candidate.locked);
        for (candidate, share) in rows.zip(shares) {
            candidate.probability = Probability::nearest(free * share);
        }
        settle(&mut changed.candidates, |_, candidate| !candidate.locked);
        Ok(changed)
    }
}

/// Whether a number can be a logit: any but NaN and +∞.
fn is_logit(value: f64) -> bool {
    value < f64::INFINITY
}

#[cfg(test)]
mod tests {
    use std::f64::consts::LN_2;

    use super::*;
    use crate::core::math::distribution::tests::{assert_close, distribution, row};

    fn course() -> Distribution {
        distribution(&[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)])
    }

    const NEVER: f64 = f64::NEG_INFINITY;

    #[test]
    fn logits_are_logarithms_and_their_softmax_gives_p_back() {
        let start = distribution(&[("a", 0.5), ("b", 0.5), ("c", 0.0)]);
        assert_eq!(start.logits(), [-LN_2, -LN_2, NEVER]);
        assert_eq!(start.with_logits(&start.logits()).as_ref(), Ok(&start));
        let raised: Vec<f64> = course().logits().iter().map(|logit| logit + 3.0).collect();
        assert_close(&course().with_logits(&raised).unwrap().values(), &course().values());
    }

    #[test]
    fn logits_that_are_ln_2_apart_make_one_word_twice_as_probable() {
        let start = distribution(&[("a", 0.9), ("b", 0.1)]);
        let set = start.with_logits(&[LN_2, 0.0]).unwrap();
        assert_close(&set.values(), &[2.0 / 3.0, 1.0 / 3.0]);
    }

    #[test]
    fn locked_rows_stay_and_the_others_share_the_rest_by_softmax() {
        let start = distribution(&[("a", 0.125), ("*b", 0.25), ("c", 0.625)]);
        let set = start.with_logits(&[LN_2, 1e9, 0.0]).unwrap();
        assert_close(&set.values(), &[0.5, 0.25, 0.25]);
        assert_eq!(set.probability_of("b").value(), 0.25);
    }

    #[test]
    fn what_are_no_logits_is_refused() {
        let start = distribution(&[("a", 0.5), ("*b", 0.25), ("c", 0.25)]);
        let refused = |logits: &[f64]| start.with_logits(logits).unwrap_err();
        assert_eq!(refused(&[0.0]), ChangeError::LogitCount { given: 1, rows: 3 });
        assert_eq!(refused(&[NEVER, 0.0, NEVER]), ChangeError::AllImpossible);
        assert!(matches!(refused(&[0.0, f64::NAN, 0.0]), ChangeError::NotALogit(_)));
        assert_eq!(refused(&[f64::INFINITY, 0.0, 0.0]), ChangeError::NotALogit(f64::INFINITY));
        // The logit of a locked row does not matter.
        assert_close(
            &start.with_logits(&[0.0, NEVER, NEVER]).unwrap().values(),
            &[0.75, 0.25, 0.0],
        );
    }

    #[test]
    fn a_logit_raised_by_ln_2_doubles_the_odds() {
        // Odds of 1 to 1 become 2 to 1, and the others stay level.
        let start = distribution(&[("a", 0.5), ("b", 0.25), ("others", 0.25)]);
        let set = start.with_logit(&row("a"), 0.0).unwrap();
        assert_close(&set.values(), &[2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]);
        assert_eq!(start.with_logit(&Row::Others, NEVER).unwrap().values()[2], 0.0);
        assert_eq!(start.with_logit(&row("b"), libm::log(0.25)), Ok(start));
    }

    #[test]
    fn a_logit_that_cannot_be_set_is_refused() {
        let start = distribution(&[("a", 0.5), ("*b", 0.5)]);
        let refused = |name, logit| start.with_logit(&row(name), logit).unwrap_err();
        assert_eq!(refused("b", 0.0), ChangeError::Locked(row("b")));
        assert_eq!(refused("a", 0.0), ChangeError::OthersLocked(row("a")));
        assert_eq!(refused("c", 0.0), ChangeError::NotListed(row("c")));
        let only = distribution(&[("a", 1.0)]);
        assert_eq!(only.with_logit(&row("a"), 1.0), Err(ChangeError::OnlyCandidate(row("a"))));
        let certain = distribution(&[("a", 1.0), ("b", 0.0)]);
        assert_eq!(certain.with_logit(&row("a"), NEVER), Err(ChangeError::AllImpossible));
        let full = distribution(&[("*a", 1.0), ("b", 0.0), ("c", 0.0)]);
        let free = Probability::ZERO;
        assert_eq!(full.with_logit(&row("b"), 0.0), Err(ChangeError::MoreThanFree { free }));
    }

    #[test]
    fn a_temperature_of_one_half_squares_the_proportions() {
        // 2 : 1 : 1 becomes 4 : 1 : 1.
        let start = distribution(&[("a", 0.5), ("b", 0.25), ("c", 0.25), ("d", 0.0)]);
        let cold = start.at_temperature(0.5).unwrap();
        assert_close(&cold.values(), &[4.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0, 0.0]);
        assert_eq!(cold.probability_of("d"), Probability::ZERO);
        assert_eq!(start.at_temperature(1.0).as_ref(), Ok(&start));
        assert_eq!(start.at_temperature(1e-300).unwrap().values(), [1.0, 0.0, 0.0, 0.0]);
        let hot = start.at_temperature(1e300).unwrap();
        assert_close(&hot.values(), &[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0, 0.0]);
    }

    #[test]
    fn temperature_leaves_locked_rows_alone() {
        let start = distribution(&[("a", 0.5), ("*b", 0.25), ("c", 0.25)]);
        let cold = start.at_temperature(0.5).unwrap();
        assert_close(&cold.values(), &[0.75 * 0.8, 0.25, 0.75 * 0.2]);
        assert_eq!(cold.probability_of("b").value(), 0.25);
        let locked = distribution(&[("*a", 0.5), ("*b", 0.5)]);
        assert_eq!(locked.at_temperature(2.0), Ok(locked));
    }

    #[test]
    fn a_temperature_that_is_no_number_above_0_is_refused() {
        for t in [0.0, -1.0, f64::INFINITY, f64::NAN] {
            assert!(matches!(course().at_temperature(t), Err(ChangeError::Temperature(_))), "{t}");
        }
    }
}
