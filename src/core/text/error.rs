//! Why a text is refused.

use std::fmt;

use crate::core::messages::{Language, fill};

/// The largest text that is taken, in bytes of UTF-8.
pub const BYTE_LIMIT: usize = 2_000_000;
/// The most sentences that are taken.
pub const SENTENCE_LIMIT: usize = 10_000;

/// Why a text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// The text is too large.
    TooLarge {
        /// The size of the text, in bytes of UTF-8.
        bytes: usize,
        /// The most that is taken, in bytes.
        limit: usize,
    },
    /// The text has too many sentences.
    TooManySentences {
        /// The sentences of the text.
        sentences: usize,
        /// The most that are taken.
        limit: usize,
    },
}

impl fmt::Display for TextError {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl TextError {
    /// The reason in a language, as a sentence.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().inputs;
        let (phrase, count, limit) = match *self {
            Self::TooLarge { bytes, limit } => (phrases.too_large, bytes, limit),
            Self::TooManySentences { sentences, limit } => {
                (phrases.too_many_sentences, sentences, limit)
            }
        };
        let (count, limit) = (language.count(count), language.count(limit));
        fill(phrase, &[("count", &count), ("limit", &limit)])
    }
}

impl std::error::Error for TextError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_how_much_there_is_and_how_much_is_taken() {
        let error = TextError::TooLarge { bytes: 2_000_001, limit: BYTE_LIMIT };
        assert_eq!(
            error.to_string(),
            "The text has 2,000,001 bytes, and at most 2,000,000 are taken: use a part of it."
        );
        let error = TextError::TooManySentences { sentences: 12_034, limit: SENTENCE_LIMIT };
        assert!(error.to_string().starts_with("The text has 12,034 sentences, and at most 10,000"));
        assert_eq!(
            error.say(Language::German),
            "Der Text hat 12.034 Sätze, und höchstens 10.000 sind möglich: Nehmen Sie einen Teil davon."
        );
    }
}
