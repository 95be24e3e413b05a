//! What a person does to the probabilities of a distribution: set, lock, even out.

use super::{ChangeError, Distribution, Probability, Row};
use crate::core::math::sum;

/// By how much a number may exceed what the locks leave: what rounding does to a number that
/// somebody has worked out as their rest.
const FREE_TOLERANCE: f64 = 1e-12;

impl Distribution {
    /// This distribution with the probability of one row set and the others rescaled in proportion;
    /// locked ones stay as they are. Where all the others have 0, they share what is left evenly.
    ///
    /// From one start, any value and then the old one again, set on that same start, give the start
    /// with all its bits.
    ///
    /// # Errors
    /// Refuses a row that is not listed or is locked, more than the locks leave free, and any other
    /// value for the only row that is not locked.
    ///
    /// ```
    /// use masklab::core::math::{Distribution, Probability, Row};
    ///
    /// let course = [("brown", 0.7), ("red", 0.2), ("lazy", 0.1)];
    /// let course = Distribution::new(course.map(|(word, p)| (word.into(), p))).unwrap();
    /// let row = |word: &str| Row::Word(word.into());
    /// let halved = Probability::new(0.35).unwrap();
    ///
    /// let locked = course.with_lock(&row("red"), true).unwrap();
    /// let moved = locked.with_probability(&row("brown"), halved).unwrap();
    /// assert_eq!(moved.probability_of("red").value(), 0.2);
    /// assert!((moved.probability_of("lazy").value() - 0.45).abs() < 1e-15);
    /// ```
    pub fn with_probability(&self, row: &Row, p: Probability) -> Result<Self, ChangeError> {
        let (moved, candidate) = self.find(row)?;
        if candidate.probability == p {
            return Ok(self.clone());
        }
        if candidate.locked {
            return Err(ChangeError::Locked(row.clone()));
        }
        if self.candidates.len() == 1 {
            return Err(ChangeError::OnlyCandidate(row.clone()));
        }
        let locked = self.candidates.iter().filter(|candidate| candidate.locked);
        let locked = locked.map(|candidate| candidate.probability.value());
        let excess = sum(locked.chain([p.value()])) - 1.0;
        if excess > FREE_TOLERANCE {
            return Err(ChangeError::MoreThanFree { free: self.free() });
        }
        let is_only_free =
            self.candidates.iter().filter(|candidate| !candidate.locked).count() == 1;
        if is_only_free && excess < -FREE_TOLERANCE {
            return Err(ChangeError::OthersLocked(row.clone()));
        }
        if is_only_free && excess != 0.0 {
            return Ok(self.clone());
        }
        let p = if excess > 0.0 { Probability::nearest(p.value() - excess) } else { p };
        let mut changed = self.clone();
        if let Some(candidate) = changed.candidates.get_mut(moved) {
            candidate.probability = p;
        }
        changed.share_out(Some(moved));
        Ok(changed)
    }

    /// This distribution with a row that keeps its probability from now on, or no longer does.
    ///
    /// # Errors
    /// Refuses a row that is not listed.
    pub fn with_lock(&self, row: &Row, locked: bool) -> Result<Self, ChangeError> {
        let (index, _) = self.find(row)?;
        let mut changed = self.clone();
        if let Some(candidate) = changed.candidates.get_mut(index) {
            candidate.locked = locked;
        }
        Ok(changed)
    }

    /// This distribution with what the locks leave shared evenly by the other rows.
    #[must_use]
    pub fn evened_out(&self) -> Self {
        let mut changed = self.clone();
        for candidate in changed.candidates.iter_mut().filter(|candidate| !candidate.locked) {
            // Rows that have nothing share evenly.
            candidate.probability = Probability::ZERO;
        }
        changed.share_out(None);
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::math::{
        distribution::tests::{assert_close, distribution, row},
        typed_probability,
    };

    fn set(start: &Distribution, name: &str, value: f64) -> Result<Distribution, ChangeError> {
        start.with_probability(&row(name), Probability::new(value).unwrap())
    }

    fn course() -> Distribution {
        distribution(&[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)])
    }

    #[test]
    fn the_others_keep_their_proportion() {
        assert_close(&set(&course(), "brown", 0.4).unwrap().values(), &[0.4, 0.4, 0.2]);
    }

    #[test]
    fn other_words_move_as_any_row_does() {
        let start = distribution(&[("brown", 0.7), ("red", 0.2), ("others", 0.1)]);
        assert_close(&set(&start, "brown", 0.4).unwrap().values(), &[0.4, 0.4, 0.2]);
        assert_close(&set(&start, "others", 0.4).unwrap().values(), &[1.4 / 3.0, 0.4 / 3.0, 0.4]);
    }

    #[test]
    fn a_locked_row_stays_and_the_rest_share_what_it_leaves() {
        let start = distribution(&[("brown", 0.5), ("*red", 0.25), ("lazy", 0.25)]);
        assert_eq!(set(&start, "brown", 0.125).unwrap().values(), [0.125, 0.25, 0.625]);
    }

    #[test]
    fn at_one_the_others_have_zero_and_from_there_they_share_evenly() {
        let certain = set(&distribution(&[("a", 0.5), ("b", 0.4), ("c", 0.1)]), "a", 1.0).unwrap();
        assert_eq!(certain.values(), [1.0, 0.0, 0.0]);
        assert_eq!(set(&certain, "a", 0.5).unwrap().values(), [0.5, 0.25, 0.25]);
    }

    #[test]
    fn what_is_dragged_out_and_back_is_where_it_was() {
        // Each move of a drag starts from where the drag began.
        let start = distribution(&[("brown", 0.1 + 0.2), ("*red", 0.4), ("lazy", 0.3 - 1e-17)]);
        for value in [0.0, 0.6, 0.31] {
            assert_ne!(set(&start, "brown", value).unwrap(), start);
            assert_eq!(set(&start, "brown", 0.1 + 0.2).unwrap(), start);
        }
    }

    #[test]
    fn all_that_is_free_can_be_taken_as_it_is_typed() {
        // 1 − 0.9 is a little less than 0.1.
        let start = distribution(&[("*a", 0.9), ("b", 0.05), ("c", 0.05)]);
        assert_eq!(set(&start, "b", 0.1).unwrap().values(), [0.9, 0.1, 0.0]);
        // 1 − 0.7 is a little more than 0.3, and nothing of that is left for c.
        let start = distribution(&[("*a", 0.7), ("b", 0.1), ("c", 0.2)]);
        assert_eq!(set(&start, "b", 0.3).unwrap().values(), [0.7, 0.3, 0.0]);
    }

    #[test]
    fn a_typed_number_is_taken_or_refused_with_the_reason() {
        let start = distribution(&[("brown", 0.2), ("*red", 0.2), ("lazy", 0.6)]);
        for text in ["0.7", ".7", "0,7", "70%", "7/10", "7e-1"] {
            let p = typed_probability(text).unwrap();
            let moved = start.with_probability(&row("brown"), p).unwrap();
            assert_eq!(moved.probability_of("brown").value(), 0.7, "{text}");
        }
        let more = start.with_probability(&row("brown"), typed_probability("81%").unwrap());
        assert_eq!(
            more.unwrap_err().to_string(),
            "the locked words leave 0.8 free: take at most that, or unlock one"
        );
    }

    #[test]
    fn what_cannot_be_set_is_refused() {
        let start = distribution(&[("a", 0.5), ("*b", 0.5)]);
        assert_eq!(set(&start, "c", 0.5), Err(ChangeError::NotListed(row("c"))));
        assert_eq!(set(&start, "others", 0.5), Err(ChangeError::NotListed(row("others"))));
        assert_eq!(set(&start, "b", 0.4), Err(ChangeError::Locked(row("b"))));
        assert_eq!(set(&start, "a", 0.4), Err(ChangeError::OthersLocked(row("a"))));
        let free = Probability::new(0.5).unwrap();
        assert_eq!(set(&start, "a", 0.500_001), Err(ChangeError::MoreThanFree { free }));
        assert_eq!(set(&start, "b", 0.5), Ok(start));
    }

    #[test]
    fn the_only_candidate_cannot_be_moved() {
        let certain = distribution(&[("a", 1.0)]);
        assert_eq!(set(&certain, "a", 0.0), Err(ChangeError::OnlyCandidate(row("a"))));
        assert_eq!(set(&certain, "a", 1.0), Ok(certain));
    }

    #[test]
    fn a_lock_changes_no_number_and_can_be_taken_off() {
        let locked = course().with_lock(&row("red"), true).unwrap();
        assert_eq!(locked, distribution(&[("brown", 0.7), ("*red", 0.2), ("lazy", 0.1)]));
        assert_eq!(locked.with_lock(&row("red"), false), Ok(course()));
        let missing = course().with_lock(&row("blue"), true);
        assert_eq!(missing, Err(ChangeError::NotListed(row("blue"))));
    }

    #[test]
    fn evening_out_leaves_locked_rows_alone() {
        let start = distribution(&[("a", 0.125), ("*b", 0.5), ("c", 0.375)]);
        assert_eq!(start.evened_out().values(), [0.25, 0.5, 0.25]);
        let locked = distribution(&[("*a", 0.1), ("*b", 0.9)]);
        assert_eq!(locked.evened_out(), locked);
    }
}
