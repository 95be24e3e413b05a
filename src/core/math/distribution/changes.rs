//! What a person does to the rows of a distribution: set, lock, add, rename, remove, even out.

use std::{mem, rc::Rc};

use super::{Candidate, ChangeError, Distribution, Probability, ROW_LIMIT, Row};
use crate::core::math::sum;

/// The longest word that is added by hand, in characters.
const CHARACTER_LIMIT: usize = 100;

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
        changed.set(moved, p);
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

    /// This distribution with one more word, the last but for the row of all other words. It was one
    /// of these, so it takes half of what they hold, unless that is locked; without such a row it
    /// begins with 0. No other row changes. Space around the word is left out.
    ///
    /// # Errors
    /// Refuses a word that is listed already, blank, or longer than 100 characters, and a row beyond
    /// the 1,000th.
    pub fn with_word_added(&self, word: Rc<str>) -> Result<Self, ChangeError> {
        let mut changed = self.clone();
        changed.push(Row::Word(typed_word(&word)?))?;
        if let [.., others, added] = changed.candidates.as_mut_slice()
            && others.row == Row::Others
        {
            if !others.locked {
                let held = others.probability.value();
                added.probability = Probability::nearest(held / 2.0);
                others.probability = Probability::nearest(held - added.probability.value());
            }
            mem::swap(others, added);
        }
        Ok(changed)
    }

    /// This distribution with a word spelled otherwise; it keeps its probability and its lock. Space
    /// around the new spelling is left out.
    ///
    /// # Errors
    /// Refuses a word that is not listed, and as the new spelling what [`Self::with_word_added`]
    /// refuses as a word.
    pub fn with_word_renamed(&self, word: &str, new: &Rc<str>) -> Result<Self, ChangeError> {
        self.with_word_respelled(word, &typed_word(new)?)
    }

    /// This distribution with a word spelled as the text spells it now: as it is, of any length.
    ///
    /// # Errors
    /// Refuses a word that is not listed, and a new spelling that is another candidate's or blank.
    pub fn with_word_respelled(&self, word: &str, new: &Rc<str>) -> Result<Self, ChangeError> {
        let index = self.find_word(word)?;
        if new.trim().is_empty() {
            return Err(ChangeError::EmptyWord);
        }
        let mut changed = self.clone();
        if word != &**new {
            changed.refuse_listed(&Row::Word(new.clone()))?;
        }
        if let Some(candidate) = changed.candidates.get_mut(index) {
            candidate.row = Row::Word(new.clone());
        }
        Ok(changed)
    }

    /// This distribution without a row. What it had goes to the rows that are not locked, in
    /// proportion, or evenly where they have 0.
    ///
    /// # Errors
    /// Refuses a row that is not listed, is locked, or is the last, and one whose probability no
    /// other row can take, since all are locked.
    pub fn without(&self, row: &Row) -> Result<Self, ChangeError> {
        let (index, candidate) = self.find(row)?;
        if self.candidates.len() == 1 {
            return Err(ChangeError::LastRow(row.clone()));
        }
        if candidate.locked {
            return Err(ChangeError::Locked(row.clone()));
        }
        let mut changed = self.clone();
        changed.candidates.remove(index);
        if candidate.probability == Probability::ZERO {
            return Ok(changed);
        }
        if changed.candidates.iter().all(|candidate| candidate.locked) {
            return Err(ChangeError::NoneToTake(row.clone()));
        }
        changed.share_out(None);
        Ok(changed)
    }

    /// This distribution with a row for all words that are not listed, which begins with 0.
    ///
    /// # Errors
    /// Refuses a second one, and a row beyond the 1,000th.
    pub fn with_others(&self) -> Result<Self, ChangeError> {
        let mut changed = self.clone();
        changed.push(Row::Others)?;
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

    fn set(&mut self, index: usize, probability: Probability) {
        if let Some(candidate) = self.candidates.get_mut(index) {
            candidate.probability = probability;
        }
    }

    /// Adds a row with 0 at the end.
    fn push(&mut self, row: Row) -> Result<(), ChangeError> {
        self.refuse_listed(&row)?;
        if self.candidates.len() >= ROW_LIMIT {
            return Err(ChangeError::TooManyRows { limit: ROW_LIMIT });
        }
        self.candidates.push(Candidate { row, probability: Probability::ZERO, locked: false });
        Ok(())
    }

    fn refuse_listed(&self, row: &Row) -> Result<(), ChangeError> {
        match self.find(row) {
            Ok(_) => Err(ChangeError::Repeated(row.clone())),
            Err(_) => Ok(()),
        }
    }
}

/// A word as somebody has typed it, without the space around it.
fn typed_word(word: &Rc<str>) -> Result<Rc<str>, ChangeError> {
    let trimmed = word.trim();
    let characters = trimmed.chars().count();
    if characters == 0 {
        Err(ChangeError::EmptyWord)
    } else if characters > CHARACTER_LIMIT {
        Err(ChangeError::LongWord { characters, limit: CHARACTER_LIMIT })
    } else if trimmed.len() == word.len() {
        Ok(word.clone())
    } else {
        Ok(trimmed.into())
    }
}
