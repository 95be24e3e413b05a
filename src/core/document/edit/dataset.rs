//! Edits of the text: the sentences of the dataset and their order.

use std::{ops::Range, rc::Rc};

use super::EditError;
use crate::core::{
    document::{Document, Example, Selected},
    text::{self, BYTE_LIMIT, Position, SENTENCE_LIMIT, Sentence, TextError},
};

impl Document {
    /// Puts a text in the place of some sentences. Sentences, and in the changed ones words, that
    /// stand where they stood keep what is selected there.
    pub(super) fn with_text(&self, range: Range<usize>, text: &str) -> Result<Self, EditError> {
        let sentences = text::split(text)?;
        let old: Vec<&Rc<Example>> =
            self.examples.iter_from(range.start).take(range.len()).collect();
        let same = |(old, new): (&&Rc<Example>, &Sentence)| old.sentence() == new;
        let head = old.iter().zip(&sentences).take_while(|&pair| same(pair)).count();
        let room = old.len().min(sentences.len()) - head;
        let ends = old.iter().rev().zip(sentences.iter().rev()).take(room);
        let tail = ends.take_while(|&pair| same(pair)).count();

        let old = old.get(head..old.len() - tail).unwrap_or_default();
        let changed = sentences.len() - tail - head;
        let mut new: Vec<Example> =
            sentences.into_iter().skip(head).take(changed).map(Example::new).collect();
        keep_selected(old, &mut new);

        let mut examples = self.examples.clone();
        let start = range.start + head;
        examples.splice(start..start + old.len(), new.into_iter().map(Rc::new).collect());
        self.having(examples).within_limits()
    }

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
        let at = at.min(self.examples.len());
        let document = self.with_text(at..at, text)?;
        if document.examples.len() == self.examples.len() {
            return Err(EditError::NoWord);
        }
        let end = at + document.examples.len() - self.examples.len();
        document.parted(at.saturating_sub(1)..end).within_limits()
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

    pub(super) fn example(&self, sentence: usize) -> Result<&Rc<Example>, EditError> {
        self.examples.get(sentence).ok_or(EditError::NoSentence(sentence))
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

    fn within_limits(self) -> Result<Self, EditError> {
        let sentences = self.examples.len();
        if sentences > SENTENCE_LIMIT {
            return Err(TextError::TooManySentences { sentences, limit: SENTENCE_LIMIT }.into());
        }
        let bytes = self.examples.iter().map(|example| example.sentence().text().len()).sum();
        if bytes > BYTE_LIMIT {
            return Err(TextError::TooLarge { bytes, limit: BYTE_LIMIT }.into());
        }
        Ok(self)
    }
}

/// The space at the end of a sentence's text.
fn space_behind(example: &Example) -> &str {
    let text = example.sentence().text();
    text.get(text.trim_end().len()..).unwrap_or_default()
}

/// Keeps what is selected on tokens in the common head and in the common tail, and on what stands
/// between them where it has as many tokens as before: a word that is being typed over.
fn keep_selected(old: &[&Rc<Example>], new: &mut [Example]) {
    let mut before: Vec<(&str, Option<&Selected>)> = Vec::new();
    for example in old {
        let tokens = example.sentence().positions();
        before.extend(tokens.map(|(position, token)| (token.text, example.at(position))));
    }
    let (mut head, mut tail) = (0, 0);
    let after = {
        let after: Vec<&str> = new
            .iter()
            .flat_map(|example| example.sentence().tokens())
            .map(|token| token.text)
            .collect();
        let shorter = before.len().min(after.len());
        let same = |i: usize, j: usize| match (before.get(i), after.get(j)) {
            (Some((old, _)), Some(new)) => old == new,
            _ => false,
        };
        while same(head, head) {
            head += 1;
        }
        while head + tail < shorter && same(before.len() - tail - 1, after.len() - tail - 1) {
            tail += 1;
        }
        after.len()
    };
    let before_len = before.len();
    let mut index = 0;
    for example in new {
        let mut taken: Vec<(Position, &Selected)> = Vec::new();
        for number in 0..example.sentence().len() {
            let kept = match index {
                _ if index < head || before_len == after => before.get(index),
                _ if index + tail >= after => before.get(index + before_len - after),
                _ => None,
            };
            if let (Some((_, Some(selected))), Some(position)) =
                (kept, Position::from_index(number))
            {
                taken.push((position, selected));
            }
            index += 1;
        }
        example.take_over(taken);
    }
}
