//! Splitting a large text in slices, between which a page can draw.

use std::rc::Rc;

use super::{
    Sentence, TextError,
    split::{Ranges, checked_count, checked_size, split},
    token::Place,
};

/// The sentences of a text that has been split within the limits. Cloning is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences(Rc<[Sentence]>);

impl Sentences {
    /// Splits a text at once; see [`Loading`] for one that may be large.
    ///
    /// # Errors
    /// As [`split`].
    pub fn of(text: &str) -> Result<Self, TextError> {
        Ok(Self(split(text)?.into()))
    }

    /// The sentences in their order.
    pub fn as_slice(&self) -> &[Sentence] {
        &self.0
    }
}

/// How far a text has been split, in bytes of work: `done` of `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How much is done.
    pub done: usize,
    /// How much there is to do.
    pub of: usize,
}

impl Progress {
    /// Whether nothing is left to do.
    pub fn is_done(self) -> bool {
        self.done == self.of
    }
}

/// A text that is split slice by slice. First the ends of all sentences are found, which is fast and
/// tells whether there are too many; then each sentence's tokens. A slice ends where a sentence does,
/// so that what comes out is what [`split`] gives: a text that is one long sentence is one long slice.
///
/// ```
/// use masklab::core::text::{Loading, split};
///
/// let text = "The fox met Dr. Dog. They ran. ".repeat(100);
/// let mut loading = Loading::new(&text).unwrap();
/// while !loading.advance(1_000).unwrap().is_done() {
///     // The page draws a frame.
/// }
/// assert_eq!(loading.finish().unwrap().as_slice(), split(&text).unwrap());
/// ```
#[derive(Clone, Debug)]
pub struct Loading {
    text: Box<str>,
    ranges: Ranges,
    /// Those of the first ranges.
    sentences: Vec<Sentence>,
    buffer: Vec<Place>,
}

/// How many bytes of a text are looked through for the ends of sentences in the time in which the
/// tokens of one are found.
const FASTER: usize = 4;

impl Loading {
    /// Begins with a text, of which nothing is split yet.
    ///
    /// # Errors
    /// Refuses one of more than [`BYTE_LIMIT`](super::BYTE_LIMIT) bytes.
    pub fn new(text: &str) -> Result<Self, TextError> {
        checked_size(text)?;
        let (ranges, sentences, buffer) = Default::default();
        Ok(Self { text: text.into(), ranges, sentences, buffer })
    }

    /// Splits some more: as many bytes as the budget has, and to the end of the sentence; at least one
    /// sentence. It says how far that is.
    ///
    /// # Errors
    /// Refuses more than [`SENTENCE_LIMIT`](super::SENTENCE_LIMIT) sentences, as soon as all are found
    /// and before any is looked at.
    pub fn advance(&mut self, budget: usize) -> Result<Progress, TextError> {
        let mut left = budget.max(1);
        if !self.ranges.are_all(&self.text) {
            let before = self.ranges.looked_through();
            let until = before.saturating_add(left.saturating_mul(FASTER));
            self.ranges.advance(&self.text, until);
            left = left.saturating_sub((self.ranges.looked_through() - before) / FASTER);
        }
        if self.ranges.are_all(&self.text) {
            checked_count(self.ranges.found().len())?;
            while left > 0
                && let Some(range) = self.ranges.found().get(self.sentences.len())
            {
                left = left.saturating_sub(range.len());
                let text = self.text.get(range.clone()).unwrap_or_default();
                // Each range has a token.
                let Some(sentence) = Sentence::with_buffer(text, &mut self.buffer) else { break };
                self.sentences.push(sentence);
            }
        }
        Ok(self.progress())
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let split = match self.ranges.found().get(self.sentences.len()) {
            Some(next) => next.start,
            None if self.ranges.are_all(&self.text) => self.text.len(),
            None => 0,
        };
        Progress {
            done: self.ranges.looked_through() / FASTER + split,
            of: self.text.len() / FASTER + self.text.len(),
        }
    }

    /// The sentences; what is left to do is done now.
    ///
    /// # Errors
    /// As [`Self::advance`].
    pub fn finish(mut self) -> Result<Sentences, TextError> {
        self.advance(usize::MAX)?;
        Ok(Sentences(self.sentences.into()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::text::{BYTE_LIMIT, SENTENCE_LIMIT};

    /// Splits in slices of the given budgets, over and over again.
    fn sliced(text: &str, budgets: &[usize]) -> Result<Sentences, TextError> {
        let mut loading = Loading::new(text)?;
        let mut before = loading.progress();
        for budget in budgets.iter().cycle() {
            let progress = loading.advance(*budget)?;
            assert!(progress.done <= progress.of && progress.of == before.of, "{progress:?}");
            assert!(progress.done >= before.done, "{before:?} {progress:?}");
            if progress.is_done() {
                break;
            }
            before = progress;
        }
        assert!(loading.sentences.len() == loading.ranges.found().len());
        loading.finish()
    }

    #[test]
    fn a_slice_is_as_long_as_its_budget_and_to_the_end_of_its_sentence() {
        let text = "Ten bytes. ".repeat(100);
        let mut loading = Loading::new(&text).unwrap();
        while !loading.ranges.are_all(&text) {
            loading.advance(50).unwrap();
            assert!(loading.sentences.len() <= 5);
        }
        let before = loading.sentences.len();
        loading.advance(50).unwrap();
        assert_eq!(loading.sentences.len(), before + 5);
        assert!(!loading.progress().is_done());
        assert_eq!(loading.finish(), Sentences::of(&text));
    }

    #[test]
    fn a_text_that_is_too_large_is_refused_at_the_start() {
        let large = "a".repeat(BYTE_LIMIT + 1);
        let refused = Loading::new(&large).map(drop);
        let error = TextError::TooLarge { bytes: BYTE_LIMIT + 1, limit: BYTE_LIMIT };
        assert_eq!(refused, Err(error));
    }

    #[test]
    fn too_many_sentences_are_refused_before_any_is_looked_at() {
        let many = "So. ".repeat(SENTENCE_LIMIT + 7);
        let mut loading = Loading::new(&many).unwrap();
        let refused = loop {
            match loading.advance(100) {
                Ok(progress) => assert!(!progress.is_done()),
                Err(refused) => break refused,
            }
        };
        assert!(loading.sentences.is_empty());
        assert_eq!(split(&many), Err(refused));
        assert_eq!(loading.finish(), Err(refused));
    }

    #[test]
    fn a_text_of_nothing_is_done_at_once() {
        assert!(Loading::new("").unwrap().progress().is_done());
        for text in ["", " \n "] {
            assert_eq!(sliced(text, &[1]).map(|all| all.as_slice().len()), Ok(0), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn slices_give_what_splitting_at_once_gives(
            text in "(a|B|Dr[.]|[.]|[.] |\n|\u{200b}|“|” |[?!] |\\[MASK\\]|é|\\PC){0,60}",
            budgets in prop::collection::vec(0_usize..40, 1..4),
        ) {
            prop_assert_eq!(sliced(&text, &budgets), Sentences::of(&text));
        }
    }
}
