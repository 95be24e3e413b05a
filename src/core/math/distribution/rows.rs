//! What a person does to the list of rows: add, rename, remove.

use std::{mem, rc::Rc};

use super::{Candidate, ChangeError, Distribution, Probability, ROW_LIMIT, Row};

/// The longest word that is added by hand, in characters.
const CHARACTER_LIMIT: usize = 100;

impl Distribution {
    /// This distribution with one more word, the last but for the row of all other words. It was one
    /// of these, so it takes half of what they hold, unless that is locked; without such a row it
    /// begins with 0. No other row changes. Space around the word is left out.
    ///
    /// # Errors
    /// Refuses a word that is listed already, blank, or longer than 100 characters, and a row beyond
    /// the 1,000th.
    pub fn with_word_added(&self, word: Rc<str>) -> Result<Self, ChangeError> {
        let mut changed = self.clone();
        changed.push(Row::Word(typed_word(word)?))?;
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
        self.with_word_respelled(word, &typed_word(new.clone())?)
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
fn typed_word(word: Rc<str>) -> Result<Rc<str>, ChangeError> {
    let trimmed = word.trim();
    let characters = trimmed.chars().count();
    if characters == 0 {
        Err(ChangeError::EmptyWord)
    } else if characters > CHARACTER_LIMIT {
        Err(ChangeError::LongWord { characters, limit: CHARACTER_LIMIT })
    } else if trimmed.len() == word.len() {
        Ok(word)
    } else {
        Ok(trimmed.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::math::distribution::tests::{assert_close, distribution, row};

    fn rows(distribution: &Distribution) -> Vec<String> {
        distribution.candidates().iter().map(|candidate| candidate.row.to_string()).collect()
    }

    fn course() -> Distribution {
        distribution(&[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)])
    }

    #[test]
    fn an_added_word_begins_with_0_or_with_half_of_what_the_other_words_hold() {
        let added = course().with_word_added(" blue ".into()).unwrap();
        assert_eq!(rows(&added), ["brown", "red", "lazy", "blue"]);
        assert_eq!(added.values(), [0.7, 0.2, 0.1, 0.0]);

        let start = distribution(&[("brown", 0.5), ("others", 0.5)]);
        let added = start.with_word_added("blue".into()).unwrap();
        assert_eq!(rows(&added), ["brown", "blue", "other words"]);
        assert_eq!(added.values(), [0.5, 0.25, 0.25]);

        let start = distribution(&[("brown", 0.5), ("*others", 0.5)]);
        let added = start.with_word_added("blue".into()).unwrap();
        assert_eq!(added.values(), [0.5, 0.0, 0.5]);
        let locks: Vec<bool> = added.candidates().iter().map(|c| c.locked).collect();
        assert_eq!(locks, [false, false, true]);
    }

    #[test]
    fn words_that_cannot_be_added_are_refused() {
        let refused = |word: &str| course().with_word_added(word.into()).unwrap_err();
        assert_eq!(refused(" red"), ChangeError::Repeated(row("red")));
        assert_eq!(refused(""), ChangeError::EmptyWord);
        assert_eq!(refused(" \n"), ChangeError::EmptyWord);
        let long = "ж".repeat(101);
        assert_eq!(refused(&long), ChangeError::LongWord { characters: 101, limit: 100 });
        assert!(course().with_word_added("ж".repeat(100).into()).is_ok());

        let words = (0..1000_u32).map(|n| Rc::from(n.to_string()));
        let full = Distribution::evenly(words).unwrap();
        let refusal = ChangeError::TooManyRows { limit: 1000 };
        assert_eq!(full.with_word_added("a".into()), Err(refusal.clone()));
        assert_eq!(full.with_others(), Err(refusal));
    }

    #[test]
    fn a_renamed_word_keeps_its_probability_and_its_lock() {
        let start = distribution(&[("brown", 0.7), ("*red", 0.2), ("lazy", 0.1)]);
        let expected = distribution(&[("brown", 0.7), ("*blue", 0.2), ("lazy", 0.1)]);
        assert_eq!(start.with_word_renamed("red", &" blue".into()), Ok(expected));
        assert_eq!(start.with_word_renamed("red", &"red".into()).as_ref(), Ok(&start));

        let refused = |word, new: &str| start.with_word_renamed(word, &new.into()).unwrap_err();
        assert_eq!(refused("red", "lazy "), ChangeError::Repeated(row("lazy")));
        assert_eq!(refused("blue", "green"), ChangeError::NotListed(row("blue")));
        assert_eq!(refused("red", " "), ChangeError::EmptyWord);
        assert!(matches!(refused("red", &"a".repeat(101)), ChangeError::LongWord { .. }));
    }

    #[test]
    fn a_word_of_the_text_is_respelled_as_it_is() {
        let long: Rc<str> = "a".repeat(1000).into();
        let respelled = course().with_word_respelled("red", &long).unwrap();
        assert_eq!(respelled.probability_of(&long).value(), 0.2);
        let refused = |new: &str| course().with_word_respelled("red", &new.into()).unwrap_err();
        assert_eq!(refused("lazy"), ChangeError::Repeated(row("lazy")));
        assert_eq!(refused(" "), ChangeError::EmptyWord);
    }

    #[test]
    fn what_a_removed_row_had_goes_to_the_others_in_proportion() {
        let start = distribution(&[("a", 0.5), ("b", 0.25), ("c", 0.125), ("others", 0.125)]);
        assert_eq!(start.without(&row("a")).unwrap().values(), [0.5, 0.25, 0.25]);
        let rest = start.without(&row("others")).unwrap();
        assert_eq!(rows(&rest), ["a", "b", "c"]);
        assert_close(&rest.values(), &[4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0]);

        let start = distribution(&[("a", 0.5), ("*b", 0.25), ("c", 0.125), ("d", 0.125)]);
        assert_eq!(start.without(&row("a")).unwrap().values(), [0.25, 0.375, 0.375]);
    }

    #[test]
    fn what_a_removed_row_had_goes_evenly_to_rows_that_have_nothing() {
        let start = distribution(&[("a", 1.0), ("b", 0.0), ("c", 0.0)]);
        assert_eq!(start.without(&row("a")).unwrap().values(), [0.5, 0.5]);
    }

    #[test]
    fn rows_that_cannot_be_removed_are_refused() {
        let only = distribution(&[("a", 1.0)]);
        assert_eq!(only.without(&row("a")), Err(ChangeError::LastRow(row("a"))));
        let start = distribution(&[("a", 0.5), ("*b", 0.5)]);
        assert_eq!(start.without(&row("b")), Err(ChangeError::Locked(row("b"))));
        assert_eq!(start.without(&row("a")), Err(ChangeError::NoneToTake(row("a"))));
        assert_eq!(start.without(&row("c")), Err(ChangeError::NotListed(row("c"))));
        // Nobody has to take nothing.
        let start = distribution(&[("a", 0.0), ("*b", 1.0)]);
        assert_eq!(start.without(&row("a")), Ok(distribution(&[("*b", 1.0)])));
    }

    #[test]
    fn the_row_of_all_other_words_begins_with_0_and_is_there_once() {
        let with = course().with_others().unwrap();
        assert_eq!(rows(&with), ["brown", "red", "lazy", "other words"]);
        assert_eq!(with.values(), [0.7, 0.2, 0.1, 0.0]);
        assert_eq!(with.with_others(), Err(ChangeError::Repeated(Row::Others)));
        assert_eq!(with.without(&Row::Others), Ok(course()));
    }
}
