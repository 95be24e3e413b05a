//! Edits of A(x): which positions are selected, and what becomes of them in x̄.

use std::{ops::Range, rc::Rc};

use super::{EditError, Scope};
use crate::core::{
    document::{Document, Example, WORKSHOP},
    objective::Place,
    text::{Corruption, MASK, Position},
};

impl Document {
    pub(super) fn toggled(&self, place: Place) -> Result<Self, EditError> {
        let example = self.token(place)?;
        if example.is_typed_mask(place.position) {
            Err(EditError::TypedMask(place))
        } else if example.at(place.position).is_some() {
            self.with_example(place.sentence, |example| {
                example.deselect(|position| position == place.position);
                Ok(())
            })
        } else {
            self.selected(place, &Corruption::Mask)
        }
    }

    pub(super) fn selected(
        &self,
        place: Place,
        corruption: &Corruption,
    ) -> Result<Self, EditError> {
        let example = self.token(place)?;
        if example.is_typed_mask(place.position) && *corruption != Corruption::Mask {
            return Err(EditError::TypedMask(place));
        }
        if WORKSHOP
            && let Corruption::Random(word) = corruption
            && *word_of(word)? == *MASK
        {
            return Err(EditError::RandomMask);
        }
        self.with_example(place.sentence, |example| {
            example.select([(place.position, corruption.clone())]);
            Ok(())
        })
    }

    pub(super) fn deselected(&self, scope: Scope) -> Result<Self, EditError> {
        if let Scope::Position(place) = scope
            && self.token(place)?.is_typed_mask(place.position)
        {
            return Err(EditError::TypedMask(place));
        }
        self.with_examples(scope, |_, example| {
            example.deselect(|position| scope.has(position));
            Ok(())
        })
    }

    /// The sentence of a place, if it has a token there.
    pub(super) fn token(&self, place: Place) -> Result<&Rc<Example>, EditError> {
        let example = self.examples.get(place.sentence);
        example
            .filter(|example| example.sentence().token(place.position).is_some())
            .ok_or(EditError::NoToken(place))
    }

    /// The document with one sentence changed; the others are shared.
    pub(super) fn with_example(
        &self,
        sentence: usize,
        change: impl FnOnce(&mut Example) -> Result<(), EditError>,
    ) -> Result<Self, EditError> {
        let mut example = Example::clone(self.example(sentence)?);
        change(&mut example)?;
        let mut examples = self.examples.clone();
        examples.set(sentence, Rc::new(example));
        Ok(self.having(examples))
    }

    /// The document with the sentences of a scope changed; those that come out as they were are
    /// shared.
    pub(super) fn with_examples(
        &self,
        scope: Scope,
        mut change: impl FnMut(usize, &mut Example) -> Result<(), EditError>,
    ) -> Result<Self, EditError> {
        let range = self.sentences_of(scope)?;
        let mut changed = Vec::with_capacity(range.len());
        for (index, example) in range.clone().zip(self.examples.iter_from(range.start)) {
            let mut copy = Example::clone(example);
            change(index, &mut copy)?;
            changed.push(if copy == **example { example.clone() } else { Rc::new(copy) });
        }
        let mut examples = self.examples.clone();
        examples.splice(range, changed);
        Ok(self.having(examples))
    }

    /// The sentences of a scope, if they are there.
    pub(in crate::core::document) fn sentences_of(
        &self,
        scope: Scope,
    ) -> Result<Range<usize>, EditError> {
        match scope {
            Scope::Dataset => Ok(0..self.examples.len()),
            Scope::Sentence(sentence) => self.example(sentence).map(|_| sentence..sentence + 1),
            Scope::Position(place) => self.token(place).map(|_| place.sentence..place.sentence + 1),
        }
    }
}

impl Scope {
    /// Whether a position of a sentence in the scope is in it, too.
    pub(in crate::core::document) fn has(self, position: Position) -> bool {
        match self {
            Self::Dataset | Self::Sentence(_) => true,
            Self::Position(place) => place.position == position,
        }
    }

    /// Whether it is one position.
    pub(super) fn is_position(self) -> bool {
        matches!(self, Self::Position(_))
    }
}

/// The most characters of a word that is given.
const WORD_LIMIT: usize = 100;

/// A word that a person has given, without the space around it.
pub(super) fn word_of(word: &str) -> Result<Rc<str>, EditError> {
    let word = word.trim();
    if word.is_empty() {
        return Err(EditError::NoWord);
    }
    if word.chars().count() > WORD_LIMIT {
        return Err(EditError::LongWord { limit: WORD_LIMIT });
    }
    Ok(word.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::document::{
        Edit,
        examples::{corrupted, place, typed},
    };

    #[test]
    fn a_position_is_masked_replaced_or_kept_and_scored_all_the_same() {
        let mut document = typed("The quick brown fox.");
        for (position, corruption) in
            [(1, Corruption::Kept), (2, Corruption::Random("lazy".into())), (3, Corruption::Mask)]
        {
            document =
                document.apply(&Edit::Select { place: place(0, position), corruption }).unwrap();
        }
        assert_eq!(corrupted(&document), ["The lazy [MASK] fox."]);
        let targets: Vec<_> =
            document.report().terms().map(|(_, term)| term.target.to_string()).collect();
        assert_eq!(targets, ["The", "quick", "brown"]);
    }

    #[test]
    fn another_corruption_keeps_the_prediction() {
        let kept = Edit::Select { place: place(0, 3), corruption: Corruption::Kept };
        let document = Document::course_item().apply(&kept).unwrap();
        assert_eq!(corrupted(&document), ["The quick brown fox."]);
        assert_eq!(document.report().objective().nats(), libm::log(0.7));
    }

    #[test]
    fn a_typed_mask_stays_selected() {
        let document = typed("The [MASK] fox.");
        let here = place(0, 2);
        for edit in [
            Edit::ToggleMask(here),
            Edit::Deselect(Scope::Position(here)),
            Edit::Select { place: here, corruption: Corruption::Kept },
        ] {
            assert_eq!(document.apply(&edit), Err(EditError::TypedMask(here)), "{edit:?}");
        }
        assert_eq!(document.apply(&Edit::Deselect(Scope::Dataset)).unwrap(), document);
        let target = |position| Edit::SetTarget { place: place(0, position), target: None };
        assert_eq!(document.apply(&target(3)), Err(EditError::NotATypedMask(place(0, 3))));
    }

    #[test]
    fn what_is_not_there_is_refused() {
        let document = Document::course_item();
        for missing in [place(0, 9), place(1, 1)] {
            let refused = document.apply(&Edit::ToggleMask(missing));
            assert_eq!(refused, Err(EditError::NoToken(missing)));
        }
        assert_eq!(
            document.apply(&Edit::Deselect(Scope::Sentence(4))),
            Err(EditError::NoSentence(4))
        );
        let blank = Edit::Select { place: place(0, 1), corruption: Corruption::Random(" ".into()) };
        assert_eq!(document.apply(&blank), Err(EditError::NoWord));
    }

    #[test]
    fn a_mask_is_no_random_word() {
        let document = typed("The quick fox.");
        let select = |word: &str| {
            let corruption = Corruption::Random(word.into());
            document.apply(&Edit::Select { place: place(0, 2), corruption })
        };
        for mask in ["[MASK]", " [MASK]\n"] {
            assert_eq!(select(mask), Err(EditError::RandomMask));
        }
        assert!(select("[mask]").is_ok());
        assert!(EditError::RandomMask.to_string().contains("no random word"));
    }

    #[test]
    fn an_edit_of_one_sentence_shares_the_others() {
        let document = typed("One here. Two here. Three here.");
        let changed = document.apply(&Edit::ToggleMask(place(1, 1))).unwrap();
        assert_eq!(changed.examples().difference(document.examples()), (1..2, 1..2));
    }
}
