//! The text anew, as a person types it.

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
        self.with_sentences(range, text::split(text)?)
    }

    /// As [`Self::with_text`], with a text that is split already.
    pub(super) fn with_sentences(
        &self,
        range: Range<usize>,
        sentences: Vec<Sentence>,
    ) -> Result<Self, EditError> {
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

    pub(super) fn example(&self, sentence: usize) -> Result<&Rc<Example>, EditError> {
        self.examples.get(sentence).ok_or(EditError::NoSentence(sentence))
    }

    pub(super) fn within_limits(self) -> Result<Self, EditError> {
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

/// Keeps what is selected on tokens in the common head and in the common tail, and on what stands
/// between them where it has as many tokens as before: a word that is being typed over.
fn keep_selected(old: &[&Rc<Example>], new: &mut [Example]) {
    // By the index of the token among all of them.
    let mut selected: Vec<(usize, &Selected)> = Vec::new();
    let count = old.iter().map(|example| example.sentence().len()).sum();
    let mut before: Vec<&str> = Vec::with_capacity(count);
    for example in old {
        let start = before.len();
        before.extend(example.sentence().tokens().map(|token| token.text));
        selected.extend(example.selected().iter().map(|s| (start + s.position().index(), s)));
    }
    if selected.is_empty() {
        return;
    }
    let (head, tail, after) = {
        let count = new.iter().map(|example| example.sentence().len()).sum();
        let mut after: Vec<&str> = Vec::with_capacity(count);
        for example in new.iter() {
            after.extend(example.sentence().tokens().map(|token| token.text));
        }
        let (head, tail) = common_ends(&before, &after);
        (head, tail, after.len())
    };
    let before = before.len();
    let mut kept = selected.into_iter().filter_map(|(index, selected)| match index {
        _ if index < head || before == after => Some((index, selected)),
        _ if index + tail >= before => Some((index + after - before, selected)),
        _ => None,
    });
    let mut next = kept.next();
    let mut start = 0;
    for example in new {
        let end = start + example.sentence().len();
        let mut taken: Vec<(Position, &Selected)> = Vec::new();
        while let Some((index, selected)) = next.filter(|(index, _)| *index < end) {
            taken.extend(Position::from_index(index - start).map(|position| (position, selected)));
            next = kept.next();
        }
        if !taken.is_empty() {
            example.take_over(taken);
        }
        start = end;
    }
}

/// How many tokens two texts have in common at their start, and how many of the others at their end.
fn common_ends(one: &[&str], other: &[&str]) -> (usize, usize) {
    let same = |(one, other): &(&&str, &&str)| one == other;
    let head = one.iter().zip(other).take_while(same).count();
    let left = one.len().min(other.len()) - head;
    let ends = one.iter().rev().zip(other.iter().rev()).take(left);
    (head, ends.take_while(same).count())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::{
        document::{
            Edit,
            examples::{apply, corrupted, masked, place, typed},
        },
        text::Corruption,
    };

    #[test]
    fn words_that_stay_keep_their_mask_and_their_prediction() {
        let document = Document::course_item();
        for text in [
            "The very quick brown fox.",
            "The quick brown fox ran.",
            "The quick brown fox. It ran!",
            "Look: The quick brown fox.",
        ] {
            let changed = apply(&document, &Edit::SetText(text.into()));
            assert_eq!(changed.report().objective(), document.report().objective(), "{text}");
        }
    }

    #[test]
    fn a_word_that_is_typed_over_keeps_its_mask_and_its_number() {
        let document = Document::course_item();
        for text in ["The quick brow fox.", "The quick red-brown fox.", "The quick b fox."] {
            let changed = apply(&document, &Edit::SetText(text.into()));
            assert_eq!(changed.report().selected(), 1, "{text}");
        }
        let changed = apply(&document, &Edit::SetText("The quick brow fox.".into()));
        assert_eq!(changed.report().objective(), document.report().objective());
        let prediction = changed.prediction(place(0, 3)).unwrap();
        assert_eq!(prediction.probability_of("brow").value(), 0.7);
        assert_eq!(prediction.probability_of("brown").value(), 0.0);
    }

    #[test]
    fn words_that_go_take_their_mask_along() {
        let changed = apply(&Document::course_item(), &Edit::SetText("The fox.".into()));
        assert_eq!(changed.report().selected(), 0);
    }

    #[test]
    fn sentences_that_stay_are_shared() {
        let document = masked(&typed("One here. Two here. Three here."), 2, 1);
        let changed = apply(&document, &Edit::SetText("One here. Two there. Three here.".into()));
        let (before, after) = (document.examples(), changed.examples());
        assert_eq!(before.difference(after), (1..2, 1..2));
        let longer = apply(&document, &Edit::SetText("So. One here. Two here. Three here.".into()));
        assert_eq!(corrupted(&longer)[3], "[MASK] here.");
    }

    #[test]
    fn a_typed_mask_is_selected_and_waits_for_its_target() {
        let document = typed("The quick [MASK] fox.");
        assert_eq!(document.examples().get(0).map(|e| e.selected().len()), Some(1));
        assert_eq!(document.report().selected(), 0);
        let target = Edit::SetTarget { place: place(0, 3), target: Some(" brown ".into()) };
        let told = apply(&document, &target);
        assert_eq!(told.report().selected(), 1);
        let example = told.examples().get(0).unwrap();
        assert_eq!(example.original(), "The quick brown fox.");
        assert_eq!(example.corrupted(), "The quick [MASK] fox.");
        // A change beside it leaves it.
        let changed = apply(&told, &Edit::SetText("The slow [MASK] fox.".into()));
        assert_eq!(changed.examples().get(0).unwrap().original(), "The slow brown fox.");
    }

    proptest! {
        #[test]
        fn any_text_after_any_other_gives_that_text(
            first in "(a|b|[.] |\\[MASK\\]|\\PC){0,12}",
            second in "(a|b|[.] |\\[MASK\\]|\\PC){0,12}",
        ) {
            let mut document = typed(&first);
            for sentence in 0..document.examples().len() {
                let select = Edit::Select { place: place(sentence, 1), corruption: Corruption::Mask };
                document = apply(&document, &select);
            }
            let changed = apply(&document, &Edit::SetText(second.clone()));
            if !second.trim().is_empty() {
                prop_assert_eq!(changed.text(), second);
            }
            // Every prediction has its target, and every typed mask is selected.
            for (place, term) in changed.report().terms() {
                let candidates = changed.prediction(place).unwrap();
                prop_assert!(candidates.candidates().iter().any(|c| c.word() == Some(&term.target)));
            }
            for example in changed.examples() {
                for (position, _) in example.sentence().positions() {
                    prop_assert!(!example.is_typed_mask(position) || example.at(position).is_some());
                }
            }
        }
    }
}
