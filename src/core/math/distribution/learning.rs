//! A distribution seen from its logits: temperature, the loss against a target, and what a training
//! step makes of it. Logarithms are natural.
//!
//! A locked row stays as it is; the others share what the locks leave by the softmax of their own
//! logits. Where nothing is free to be shared, nothing changes.

use super::{ChangeError, Distribution, Probability, Row, settle};
use crate::core::math::{self, softmax};

/// The most training steps that are taken at once, so that a mistyped number does not stop the page.
const STEP_LIMIT: u32 = 10_000;

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

/// Whether a number can be a logit: any but NaN and +∞.
fn is_logit(value: f64) -> bool {
    value < f64::INFINITY
}
