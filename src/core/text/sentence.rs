//! A sentence and its tokens.

use std::{ops::Range, rc::Rc};

use unicode_segmentation::UnicodeSegmentation as _;

use super::{MASK, Position};

/// A sequence x of tokens, with the space between them. It holds at least one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    text: Rc<str>,
    tokens: Vec<Token>,
}

/// A word, a number, a punctuation mark or a symbol: one segment by Unicode's word rules that is
/// not space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token as it is spelled.
    pub text: Rc<str>,
    /// Whether it is a word or a number: something with a letter or a digit in it.
    pub is_word: bool,
    place: Range<usize>,
}

impl Sentence {
    /// The whole text as one sentence; `None` for nothing but space.
    pub fn new(text: &str) -> Option<Self> {
        let tokens: Vec<Token> = text
            .split_word_bound_indices()
            .filter(|(_, segment)| !segment.chars().all(is_invisible))
            .map(|(start, segment)| Token {
                text: segment.into(),
                is_word: segment.chars().any(char::is_alphanumeric),
                place: start..start + segment.len(),
            })
            .collect();
        (!tokens.is_empty()).then(|| Self { text: text.into(), tokens })
    }

    /// The sentence as it was written, with the space around it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tokens in reading order; at least one.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The token at a position, if the sentence is long enough.
    pub fn token(&self, position: Position) -> Option<&Token> {
        self.tokens.get(position.index())
    }

    /// The tokens with their positions.
    pub fn positions(&self) -> impl Iterator<Item = (Position, &Token)> {
        self.tokens
            .iter()
            .enumerate()
            .filter_map(|(index, token)| Some((Position::from_index(index)?, token)))
    }

    /// What the model reads, x̄: the sentence with \[MASK\] at the given positions.
    ///
    /// ```
    /// use masklab::core::text::{Position, Sentence};
    /// let x = Sentence::new("The quick brown fox.").unwrap();
    /// assert_eq!(x.corrupted(|i| i.number() == 3), "The quick [MASK] fox.");
    /// ```
    pub fn corrupted(&self, masked: impl Fn(Position) -> bool) -> String {
        let mut corrupted = String::with_capacity(self.text.len());
        let mut copied = 0;
        for (position, token) in self.positions() {
            if masked(position) {
                corrupted.push_str(self.text.get(copied..token.place.start).unwrap_or_default());
                corrupted.push_str(MASK);
                copied = token.place.end;
            }
        }
        corrupted.push_str(self.text.get(copied..).unwrap_or_default());
        corrupted
    }
}

/// Whether nothing of a character is seen: space, and what steers the direction or the breaking of
/// lines.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        Sentence::new(text)
            .iter()
            .flat_map(Sentence::tokens)
            .map(|token| token.text.to_string())
            .collect()
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
    fn space_alone_is_no_sentence() {
        assert_eq!(Sentence::new(""), None);
    }
}
