//! A distribution over candidate words: it stays on the simplex whatever is done to it.
//!
//! A [`Distribution`] is never changed in place: each change returns the next one, or a
//! [`ChangeError`] that says what to do instead. `changes` has what a person does to the
//! probabilities, `rows` what to the list of them, `logits` the same distribution seen from its
//! logits, and `learning` the loss and what a training step makes of it.

mod changes;
mod error;
mod gauge;
mod learning;
mod logits;
mod rows;

use std::{fmt, rc::Rc};

pub use error::{ChangeError, DistributionError};

use super::{Probability, sum};
use crate::core::messages::Language;

/// Which row of a distribution: a listed word, or the row that stands for all other words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A word.
    Word(Rc<str>),
    /// All words that are not listed, as one outcome.
    Others,
}

impl Row {
    /// The word, or the name of the row of all other words in a language.
    pub fn say(&self, language: Language) -> &str {
        match self {
            Self::Word(word) => word,
            Self::Others => language.messages().common.other_words,
        }
    }
}

impl fmt::Display for Row {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.say(Language::English))
    }
}

/// A row of a distribution: what may stand at a masked position, and how probable it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The word, as it is spelled in the text, or all other words.
    pub row: Row,
    /// What the model gives it.
    pub probability: Probability,
    /// Whether it keeps its probability, to the last bit, when others change theirs.
    pub locked: bool,
}

impl Candidate {
    /// The word; `None` for the row of all other words.
    pub fn word(&self) -> Option<&Rc<str>> {
        match &self.row {
            Row::Word(word) => Some(word),
            Row::Others => None,
        }
    }

    fn is(&self, word: &str) -> bool {
        self.word().is_some_and(|listed| **listed == *word)
    }
}

/// What a model predicts at one position: candidate words, each listed once, in the order in
/// which they are shown, with probabilities that sum to 1. One row may stand for all words that are
/// not listed; it is the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    candidates: Vec<Candidate>,
}

/// How far a given list of probabilities may be from summing to 1: wide enough for numbers
/// written with a few decimals by another program, too narrow for a forgotten row.
const SUM_TOLERANCE: f64 = 1e-6;

/// The most rows that a distribution has.
pub(crate) const ROW_LIMIT: usize = 1_000;

impl Distribution {
    /// The given words, each as probable as the others. A word given twice is listed once.
    ///
    /// # Errors
    /// [`DistributionError::Empty`] without a word; refuses a blank word and more than 1,000.
    pub fn evenly(words: impl IntoIterator<Item = Rc<str>>) -> Result<Self, DistributionError> {
        let mut listed: Vec<Rc<str>> = Vec::new();
        for word in words {
            if listed.len() <= ROW_LIMIT && !listed.contains(&word) {
                listed.push(word);
            }
        }
        let share = 1.0 / listed.len() as f64;
        Self::of_rows(listed.into_iter().map(|word| (Row::Word(word), share, false)).collect())
    }

    /// The given words with the given probabilities, as [`Self::from_rows`] takes them.
    ///
    /// # Errors
    /// As there.
    ///
    /// ```
    /// use masklab::core::math::Distribution;
    /// let course = [("brown", 0.7), ("red", 0.2), ("lazy", 0.1)];
    /// assert!(Distribution::new(course.map(|(word, p)| (word.into(), p))).is_ok());
    /// ```
    pub fn new(
        candidates: impl IntoIterator<Item = (Rc<str>, f64)>,
    ) -> Result<Self, DistributionError> {
        let row = |(word, p)| (Row::Word(word), p, false);
        Self::of_rows(candidates.into_iter().map(row).collect())
    }

    /// The given rows, each with its probability and whether it is locked. Where rounding has left
    /// the numbers a little beside 1 (by up to 10⁻⁶), all are rescaled. The row of all other words
    /// becomes the last, wherever it is given.
    ///
    /// # Errors
    /// Refuses an empty list, more than 1,000 rows, a blank word, a row listed twice, a number that
    /// is not a probability, and a sum that is not 1.
    pub fn from_rows(
        rows: impl IntoIterator<Item = (Row, f64, bool)>,
    ) -> Result<Self, DistributionError> {
        Self::of_rows(rows.into_iter().collect())
    }

    /// A function of one type, since each other kind of list would add its code to the page again.
    fn of_rows(rows: Vec<(Row, f64, bool)>) -> Result<Self, DistributionError> {
        let mut listed: Vec<Candidate> = Vec::new();
        let mut digests: Vec<u32> = Vec::new();
        for (row, value, locked) in rows {
            if listed.len() == ROW_LIMIT {
                return Err(DistributionError::TooManyRows { limit: ROW_LIMIT });
            }
            if matches!(&row, Row::Word(word) if word.trim().is_empty()) {
                return Err(DistributionError::EmptyWord);
            }
            let digest = digest(&row);
            if digests.contains(&digest) && listed.iter().any(|candidate| candidate.row == row) {
                return Err(DistributionError::Repeated(row));
            }
            digests.push(digest);
            let Ok(probability) = Probability::new(value) else {
                return Err(DistributionError::NotAProbability { row, value });
            };
            listed.push(Candidate { row, probability, locked });
        }
        if listed.is_empty() {
            return Err(DistributionError::Empty);
        }
        let total = total(&listed);
        if (total - 1.0).abs() > SUM_TOLERANCE {
            return Err(DistributionError::Sum(total));
        }
        if (total - 1.0).abs() > f64::EPSILON {
            for candidate in &mut listed {
                candidate.probability = Probability::nearest(candidate.probability.value() / total);
            }
        }
        settle(&mut listed, |_, _| true);
        if let Some(place) = listed.iter().position(|candidate| candidate.row == Row::Others) {
            let others = listed.remove(place);
            listed.push(others);
        }
        Ok(Self { candidates: listed })
    }

    /// The rows in the order in which they are shown; at least one.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// What the model gives a word: 0 for a word that is not listed. What the row of all other
    /// words holds is nobody's in particular: see [`Self::leaves_open`].
    pub fn probability_of(&self, word: &str) -> Probability {
        self.candidates
            .iter()
            .find(|candidate| candidate.is(word))
            .map_or(Probability::ZERO, |candidate| candidate.probability)
    }

    /// Whether what the model gives a word is not known: it is not listed, and the row of all other
    /// words has something, of which any part may be its own.
    pub fn leaves_open(&self, word: &str) -> bool {
        self.gives_others() && !self.candidates.iter().any(|candidate| candidate.is(word))
    }

    /// Whether the row of all other words has something.
    fn gives_others(&self) -> bool {
        self.candidates.iter().any(|candidate| {
            candidate.row == Row::Others && candidate.probability > Probability::ZERO
        })
    }

    /// What the locks leave: the most that a row which is not locked can have.
    pub fn free(&self) -> Probability {
        let locked = self.candidates.iter().filter(|candidate| candidate.locked);
        Probability::nearest(1.0 - sum(locked.map(|candidate| candidate.probability.value())))
    }

    /// The probabilities of all rows.
    fn values(&self) -> Vec<f64> {
        self.candidates.iter().map(|candidate| candidate.probability.value()).collect()
    }

    fn find(&self, row: &Row) -> Result<(usize, &Candidate), ChangeError> {
        self.candidates
            .iter()
            .enumerate()
            .find(|(_, candidate)| candidate.row == *row)
            .ok_or_else(|| ChangeError::NotListed(row.clone()))
    }

    fn find_word(&self, word: &str) -> Result<usize, ChangeError> {
        self.candidates
            .iter()
            .position(|candidate| candidate.is(word))
            .ok_or_else(|| ChangeError::NotListed(Row::Word(word.into())))
    }

    /// Gives the rows that are neither locked nor `kept` what those leave: in proportion to what
    /// they have, or evenly where they have nothing.
    fn share_out(&mut self, kept: Option<usize>) {
        let is_open =
            |index: usize, candidate: &Candidate| !candidate.locked && Some(index) != kept;
        let sum_where = |open: bool| {
            let rows = self.candidates.iter().enumerate();
            let rows = rows.filter(|&(index, candidate)| is_open(index, candidate) == open);
            sum(rows.map(|(_, candidate)| candidate.probability.value()))
        };
        let (held, left) = (sum_where(true), (1.0 - sum_where(false)).max(0.0));
        let rows = self.candidates.iter_mut().enumerate();
        let open = rows.filter(|(index, candidate)| is_open(*index, candidate));
        let open: Vec<&mut Candidate> = open.map(|(_, candidate)| candidate).collect();
        let even = left / open.len() as f64;
        for candidate in open {
            candidate.probability = Probability::nearest(if held > 0.0 {
                // The quotient first: it is at most 1 also where what is held is next to nothing.
                left * (candidate.probability.value() / held)
            } else {
                even
            });
        }
        settle(&mut self.candidates, is_open);
    }
}

/// A number that tells most rows apart: a file can have a million of them, and numbers are compared
/// faster than words.
///
/// Source: FNV-1a by G. Fowler, L. C. Noll and K.-P. Vo, with its constants for 32 bits.
fn digest(row: &Row) -> u32 {
    let Row::Word(word) = row else { return 0 };
    word.bytes()
        .fold(0x811c_9dc5, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn total(candidates: &[Candidate]) -> f64 {
    sum(candidates.iter().map(|candidate| candidate.probability.value()))
}

/// Gives what rounding has left over or taken away to the largest of the rows that may change:
/// there it is relatively smallest.
fn settle(candidates: &mut [Candidate], may_change: impl Fn(usize, &Candidate) -> bool) {
    // Adding the residue is itself rounded, so a second look may find one more last bit.
    for _ in 0..4 {
        let residue = 1.0 - total(candidates);
        if residue == 0.0 {
            return;
        }
        let largest = candidates
            .iter_mut()
            .enumerate()
            .filter(|(index, candidate)| may_change(*index, candidate))
            .max_by(|(_, a), (_, b)| a.probability.value().total_cmp(&b.probability.value()));
        if let Some((_, candidate)) = largest {
            candidate.probability = Probability::nearest(candidate.probability.value() + residue);
        }
    }
}

#[cfg(test)]
mod any_edits;

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows as the tests of this folder write them: "others" is the row of all other words, and
    /// "*red" is locked.
    pub(super) fn distribution(rows: &[(&str, f64)]) -> Distribution {
        Distribution::from_rows(rows.iter().map(|&(name, p)| {
            let word = name.trim_start_matches('*');
            (row(word), p, word != name)
        }))
        .unwrap()
    }

    pub(super) fn row(name: &str) -> Row {
        if name == "others" { Row::Others } else { Row::Word(name.into()) }
    }

    #[track_caller]
    pub(super) fn assert_close(left: &[f64], right: &[f64]) {
        assert_eq!(left.len(), right.len(), "{left:?} is not {right:?}");
        for (a, b) in left.iter().zip(right) {
            assert!((a - b).abs() < 1e-12, "{left:?} is not {right:?}");
        }
    }

    #[test]
    fn the_given_numbers_are_kept_as_they_are() {
        let given = distribution(&[("a", 0.7), ("*b", 0.2), ("c", 0.1)]);
        assert_eq!(given.values(), [0.7, 0.2, 0.1]);
    }

    #[test]
    fn numbers_that_were_rounded_are_rescaled() {
        let given = distribution(&[("a", 0.333_333_3), ("b", 0.333_333_3), ("c", 0.333_333_3)]);
        assert_close(&given.values(), &[1.0 / 3.0; 3]);
        assert_eq!(sum(given.values()), 1.0);
    }

    #[test]
    fn the_row_of_all_other_words_is_the_last() {
        let given = distribution(&[("others", 0.1), ("a", 0.7), ("b", 0.2)]);
        let rows: Vec<String> = given.candidates().iter().map(|c| c.row.to_string()).collect();
        assert_eq!(rows, ["a", "b", "other words"]);
        assert_eq!(given.values(), [0.7, 0.2, 0.1]);
    }

    #[test]
    fn a_word_that_is_not_listed_has_probability_0() {
        let given = distribution(&[("a", 0.9), ("others", 0.1)]);
        assert_eq!(given.probability_of("b"), Probability::ZERO);
        assert_eq!(given.probability_of("other words"), Probability::ZERO);
    }

    #[test]
    fn even_words_are_listed_once() {
        let words = ["a", "b", "a", "c", "d"].map(Rc::from);
        assert_eq!(Distribution::evenly(words).unwrap().values(), [0.25; 4]);
    }

    #[test]
    fn what_is_not_a_distribution_is_refused_with_the_reason() {
        let refused = |rows: &[(&str, f64)]| {
            let rows: Vec<_> = rows.iter().map(|&(name, p)| (row(name), p, false)).collect();
            Distribution::from_rows(rows).unwrap_err().to_string()
        };
        let cases: [(&[(&str, f64)], &str); 7] = [
            (&[], "no candidate words: list at least one"),
            (&[("a", 0.5), ("a", 0.5)], "“a” is listed twice: list each word once"),
            (
                &[("others", 0.5), ("others", 0.5)],
                "“other words” is listed twice: list each word once",
            ),
            (&[("a", 1.5)], "“a” has 1.5: a probability is a number from 0 to 1"),
            (&[("a", f64::NAN)], "“a” has NaN: a probability is a number from 0 to 1"),
            (&[("a", 0.5), (" ", 0.5)], "a word is blank: give it at least one letter or sign"),
            (&[("a", 0.5), ("b", 0.4)], "the probabilities sum to 0.9: they must sum to 1"),
        ];
        for (rows, reason) in cases {
            assert_eq!(refused(rows), reason);
        }
    }

    #[test]
    fn a_thousand_rows_are_taken_and_no_more() {
        let words = |count: u32| (0..count).map(|n| Rc::from(n.to_string()));
        let most = Distribution::evenly(words(1000)).unwrap();
        assert_eq!(sum(most.values()), 1.0);
        let more = Distribution::evenly(words(1001));
        assert_eq!(more, Err(DistributionError::TooManyRows { limit: 1000 }));
    }

    #[test]
    fn what_the_locks_leave_is_free() {
        assert_eq!(distribution(&[("a", 0.7), ("b", 0.3)]).free(), Probability::ONE);
        assert_eq!(distribution(&[("a", 0.25), ("*b", 0.75)]).free().value(), 0.25);
        assert_eq!(distribution(&[("*a", 0.25), ("*b", 0.75)]).free(), Probability::ZERO);
    }
}
