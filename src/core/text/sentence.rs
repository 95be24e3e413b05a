//! A sentence and its tokens.

use std::{iter, rc::Rc, slice};

use super::{Corruption, Position, Token, token::Place};

/// A sequence x of tokens, with the space between them. It holds at least one token. Cloning is
/// cheap: the copies share the text and where its tokens stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    text: Rc<str>,
    places: Rc<[Place]>,
}

impl Sentence {
    /// The whole text as one sentence; `None` for nothing but space.
    pub fn new(text: &str) -> Option<Self> {
        let mut places = Vec::new();
        Self::with_buffer(text, &mut places)
    }

    /// As [`Sentence::new`], with a buffer that many sentences can use one after the other.
    pub(super) fn with_buffer(text: &str, places: &mut Vec<Place>) -> Option<Self> {
        places.clear();
        super::token::find(text, places);
        (!places.is_empty()).then(|| Self { text: text.into(), places: places.as_slice().into() })
    }

    /// The sentence as it was written, with the space around it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of tokens, at least 1.
    #[allow(clippy::len_without_is_empty, reason = "a sentence is never empty")]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The tokens in reading order; at least one.
    pub fn tokens(&self) -> Tokens<'_> {
        Tokens { text: &self.text, places: self.places.iter() }
    }

    /// The token at a position, if the sentence is long enough.
    pub fn token(&self, position: Position) -> Option<Token<'_>> {
        Some(self.places.get(position.index())?.token(&self.text))
    }

    /// The tokens with their positions.
    pub fn positions(&self) -> impl Iterator<Item = (Position, Token<'_>)> {
        let next = |position: &Position| Position::new(position.number().checked_add(1)?);
        iter::successors(Some(Position::FIRST), next).zip(self.tokens())
    }

    /// The sentence with other words in place of some of its tokens, and the space between them as
    /// it was: as where the target of a typed \[MASK\] is put in its place.
    ///
    /// ```
    /// use masklab::core::text::{Position, Sentence};
    /// let typed = Sentence::new("The quick [MASK] fox.").unwrap();
    /// assert_eq!(typed.rewritten(|i| (i.number() == 3).then_some("brown")), "The quick brown fox.");
    /// ```
    pub fn rewritten<'w>(
        &self,
        mut replacement: impl FnMut(Position) -> Option<&'w str>,
    ) -> String {
        let mut rewritten = String::with_capacity(self.text.len());
        let mut copied = 0;
        for ((position, _), place) in self.positions().zip(&*self.places) {
            if let Some(word) = replacement(position) {
                rewritten.push_str(self.text.get(copied..place.start()).unwrap_or_default());
                rewritten.push_str(word);
                copied = place.end();
            }
        }
        rewritten.push_str(self.text.get(copied..).unwrap_or_default());
        rewritten
    }

    /// What the model reads, x̄: the sentence with each selected position corrupted in its way. What
    /// is not selected stays, and so does a \[MASK\] that was typed.
    ///
    /// ```
    /// use masklab::core::text::{Corruption, Sentence};
    /// let x = Sentence::new("The quick brown fox.").unwrap();
    /// let corrupted = x.corrupted(|i| (i.number() == 3).then_some(&Corruption::Mask));
    /// assert_eq!(corrupted, "The quick [MASK] fox.");
    /// ```
    pub fn corrupted<'c>(
        &self,
        mut corruption: impl FnMut(Position) -> Option<&'c Corruption>,
    ) -> String {
        self.rewritten(|position| corruption(position)?.replacement())
    }
}

/// The tokens of a sentence in reading order.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    places: slice::Iter<'a, Place>,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.places.next()?.token(self.text))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.places.size_hint()
    }
}

impl ExactSizeIterator for Tokens<'_> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::text::TokenKind;

    fn tokens(text: &str) -> Vec<String> {
        Sentence::new(text)
            .iter()
            .flat_map(Sentence::tokens)
            .map(|token| token.text.to_owned())
            .collect()
    }

    fn kinds(text: &str) -> Vec<TokenKind> {
        Sentence::new(text).unwrap().tokens().map(|token| token.kind).collect()
    }

    #[test]
    fn punctuation_is_a_token_and_space_is_not() {
        assert_eq!(tokens("The quick  brown fox."), ["The", "quick", "brown", "fox", "."]);
        assert_eq!(tokens("It can't cost 3.50, can it?").len(), 8);
    }

    #[test]
    fn scripts_and_emoji_stay_whole() {
        assert_eq!(tokens("Привет, мир!"), ["Привет", ",", "мир", "!"]);
        assert_eq!(tokens("שלום עולם"), ["שלום", "עולם"]);
        assert_eq!(tokens("hi 👩‍👩‍👧 e\u{301}té"), ["hi", "👩‍👩‍👧", "e\u{301}té"]);
    }

    #[test]
    fn what_cannot_be_seen_is_no_token() {
        assert_eq!(tokens("a \u{200b} \u{202e}b"), ["a", "b"]);
    }

    #[test]
    fn what_cannot_be_seen_belongs_to_the_token_before_it_or_to_the_space() {
        for c in ['\u{61c}', '\u{fe0f}', '\u{e0001}', '\u{34f}', '\u{180e}', '\u{206a}', '\u{ad}'] {
            let text = format!("{c}a{c} {c}b{c} {c}");
            assert_eq!(tokens(&text), [format!("a{c}"), format!("b{c}")], "{c:?}");
            let sentence = Sentence::new(&text).unwrap();
            assert_eq!(sentence.rewritten(|_| Some("_")), format!("{c}_ {c}_ {c}"), "{c:?}");
            assert_eq!(Sentence::new(&format!(" {c}\n{c}")), None, "{c:?}");
        }
        assert_eq!(tokens("a ☂\u{fe0f} b"), ["a", "☂\u{fe0f}", "b"]);
    }

    #[test]
    fn space_alone_is_no_sentence() {
        assert_eq!(Sentence::new(""), None);
    }

    #[test]
    fn words_have_a_letter_or_a_digit_and_marks_have_none() {
        use TokenKind::{Mark, Word};
        assert_eq!(
            kinds("l'été, 3.5 狐 ₂ _ 👩‍👩‍👧 …"),
            [Word, Mark, Word, Word, Word, Mark, Mark, Mark]
        );
    }

    #[test]
    fn a_typed_mask_is_one_token() {
        use TokenKind::{Mark, Mask, Word};
        assert_eq!(tokens("The [MASK] fox"), ["The", "[MASK]", "fox"]);
        assert_eq!(kinds("The [MASK] fox"), [Word, Mask, Word]);
        assert_eq!(
            tokens("un[MASK]able[MASK][MASK]."),
            ["un", "[MASK]", "able", "[MASK]", "[MASK]", "."]
        );
        assert_eq!(kinds("[[MASK]]"), [Mark, Mask, Mark]);
    }

    #[test]
    fn what_only_looks_like_a_mask_is_none() {
        for text in
            ["[mask]", "[ MASK]", "[MASK", "MASK]", "[MASKS]", "[MASK]\u{301}", "[\u{301}MASK]"]
        {
            assert!(kinds(text).iter().all(|&kind| kind != TokenKind::Mask), "{text}");
        }
    }

    #[test]
    fn positions_are_those_of_the_tokens() {
        let sentence = Sentence::new(" One, two ").unwrap();
        assert_eq!(sentence.len(), 3);
        assert_eq!(sentence.tokens().len(), 3);
        for (index, (position, token)) in sentence.positions().enumerate() {
            assert_eq!(position.index(), index);
            assert_eq!(sentence.token(position), Some(token));
        }
        assert_eq!(sentence.token(Position::new(4).unwrap()), None);
    }

    #[test]
    fn each_corruption_is_written_in_its_way() {
        let sentence = Sentence::new(" The  quick [MASK] fox.\n").unwrap();
        let corruptions = [Corruption::Random("dog".into()), Corruption::Mask, Corruption::Kept];
        let at = |position: Position| corruptions.get(position.index());
        assert_eq!(sentence.corrupted(at), " dog  [MASK] [MASK] fox.\n");
        assert_eq!(sentence.corrupted(|_| None), sentence.text());
    }
}
