//! Sentences in and out, and their order.

use std::{ops::Range, rc::Rc};

use crate::core::document::{Document, EditError, Example};
use crate::core::text::{self, Sentence, Sentences};

impl Document {
    pub(super) fn with_sentence_text(
        &self,
        sentence: usize,
        text: &str,
    ) -> Result<Self, EditError> {
        let example = self.example(sentence)?;
        let space = space_behind(example);
        let text = if text.ends_with(char::is_whitespace) || text.trim().is_empty() {
            text.to_owned()
        } else {
            format!("{text}{space}")
        };
        self.with_text(sentence..sentence + 1, &text)
    }

    pub(super) fn with_text_inserted(&self, at: usize, text: &str) -> Result<Self, EditError> {
        self.with_sentences_inserted(at, text::split(text)?)
    }

    /// As [`Self::with_text_inserted`], with a text that is split already.
    fn with_sentences_inserted(
        &self,
        at: usize,
        sentences: Vec<Sentence>,
    ) -> Result<Self, EditError> {
        let at = at.min(self.examples.len());
        let document = self.with_sentences(at..at, sentences)?;
        if document.examples.len() == self.examples.len() {
            return Err(EditError::NoWord);
        }
        let end = at + document.examples.len() - self.examples.len();
        document.parted(at.saturating_sub(1)..end).within_limits()
    }

    pub(super) fn loaded(
        &self,
        at: Option<usize>,
        sentences: &Sentences,
    ) -> Result<Self, EditError> {
        let sentences = sentences.as_slice().to_vec();
        match at {
            Some(at) => self.with_sentences_inserted(at, sentences),
            None => self.with_sentences(0..self.examples.len(), sentences),
        }
    }

    pub(super) fn without_sentence(&self, sentence: usize) -> Result<Self, EditError> {
        self.example(sentence)?;
        let mut examples = self.examples.clone();
        examples.remove(sentence);
        Ok(self.having(examples))
    }

    pub(super) fn with_sentence_twice(&self, sentence: usize) -> Result<Self, EditError> {
        let example = self.example(sentence)?;
        let mut examples = self.examples.clone();
        examples.insert(sentence + 1, example.clone());
        self.having(examples).parted(sentence..sentence + 1).within_limits()
    }

    pub(super) fn with_sentence_moved(&self, from: usize, to: usize) -> Result<Self, EditError> {
        self.example(from)?;
        self.example(to)?;
        let mut examples = self.examples.clone();
        if let Some(example) = examples.remove(from) {
            examples.insert(to, example);
        }
        let start = from.min(to).saturating_sub(1);
        self.having(examples).parted(start..from.max(to) + 1).within_limits()
    }

    /// Puts a space behind sentences that have none and are followed by another one: one that stood
    /// at the end of the text.
    fn parted(mut self, range: Range<usize>) -> Self {
        let end = range.end.min(self.examples.len().saturating_sub(1));
        for index in range.start..end {
            if let Some(example) = self.examples.get(index).filter(|e| space_behind(e).is_empty())
                && let Some(sentence) = Sentence::new(&format!("{} ", example.sentence().text()))
            {
                let mut parted = Example::new(sentence);
                parted.take_over(example.selected().iter().map(|s| (s.position(), s)));
                self.examples.set(index, Rc::new(parted));
            }
        }
        self
    }
}

/// The space at the end of a sentence's text.
fn space_behind(example: &Example) -> &str {
    let text = example.sentence().text();
    text.get(text.trim_end().len()..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::{
        document::{
            Edit,
            examples::{apply, corrupted, masked, typed},
        },
        text::{BYTE_LIMIT, Loading, SENTENCE_LIMIT, TextError},
    };

    #[test]
    fn a_sentence_is_changed_in_its_place() {
        let document = masked(&masked(&typed("One here. Two here. Three here."), 0, 1), 2, 1);
        let edit = Edit::SetSentence { sentence: 1, text: "And two. Or more.".into() };
        let changed = apply(&document, &edit);
        assert_eq!(changed.text(), "One here. And two. Or more. Three here.");
        assert_eq!(corrupted(&changed)[0], "[MASK] here. ");
        assert_eq!(corrupted(&changed)[3], "[MASK] here.");
        let removed = apply(&document, &Edit::SetSentence { sentence: 1, text: " ".into() });
        assert_eq!(removed.text(), "One here. Three here.");
    }

    #[test]
    fn sentences_move_with_what_is_selected_in_them_and_stay_apart() {
        let document = masked(&typed("One here. Two here."), 1, 1);
        let moved = apply(&document, &Edit::MoveSentence { from: 1, to: 0 });
        assert_eq!(corrupted(&moved), ["[MASK] here. ", "One here. "]);
        let twice = apply(&document, &Edit::DuplicateSentence(1));
        assert_eq!(twice.text(), "One here. Two here. Two here.");
        assert_eq!(twice.report().selected(), 2);
        let removed = apply(&twice, &Edit::RemoveSentence(0));
        assert_eq!(corrupted(&removed), ["[MASK] here. ", "[MASK] here."]);
    }

    #[test]
    fn a_text_is_inserted_in_front_of_a_sentence_or_at_the_end() {
        let document = typed("One here.");
        let insert = |at, text: &str| Edit::InsertText { at, text: text.into() };
        assert_eq!(apply(&document, &insert(9, "Two. Three.")).text(), "One here. Two. Three.");
        assert_eq!(apply(&document, &insert(0, "Zero.")).text(), "Zero. One here.");
        assert_eq!(document.apply(&insert(0, " ")), Err(EditError::NoWord));
    }

    proptest! {
        #[test]
        fn a_text_that_is_loaded_in_slices_comes_to_what_it_comes_to_at_once(
            present in "(a |b |[.] |\\[MASK\\] |\n){0,12}",
            text in "(a |b |[.] |\\[MASK\\] |\n){0,12}",
            at in prop::option::of(0_usize..5),
            budget in 1_usize..9,
        ) {
            let document = typed(&present);
            let mut loading = Loading::new(&text).unwrap();
            while !loading.advance(budget).unwrap().is_done() {}
            let load = Edit::Load { at, sentences: loading.finish().unwrap() };
            let whole = match at {
                Some(at) => Edit::InsertText { at, text },
                None => Edit::SetText(text),
            };
            prop_assert_eq!(document.apply(&load), document.apply(&whole));
        }
    }

    #[test]
    fn what_is_too_much_is_refused() {
        // Without `unwrap_err`, which would print the whole text.
        let refused = |document: &Document, edit| {
            document.apply(&edit).map_or_else(|error| error, |_| EditError::NoWord)
        };
        let full = typed(&"So. ".repeat(SENTENCE_LIMIT));
        for edit in [
            Edit::SetText("So. ".repeat(SENTENCE_LIMIT + 1)),
            Edit::InsertText { at: 3, text: "b".into() },
            Edit::Load { at: Some(3), sentences: Sentences::of("b").unwrap() },
            Edit::DuplicateSentence(0),
        ] {
            let error = TextError::TooManySentences { sentences: 10_001, limit: SENTENCE_LIMIT };
            assert!(refused(&full, edit) == EditError::Text(error));
        }
        let half = typed(&"a ".repeat(BYTE_LIMIT / 4));
        let all = apply(&half, &Edit::DuplicateSentence(0));
        let error = TextError::TooLarge { bytes: 2_000_001, limit: BYTE_LIMIT };
        assert!(
            refused(&all, Edit::InsertText { at: 2, text: "b".into() }) == EditError::Text(error)
        );
    }
}
