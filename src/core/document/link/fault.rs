//! Why a link is refused.

use std::fmt;

use super::{LINK_LIMIT, VERSION};
use crate::core::{
    document::FileError,
    messages::{Language, fill},
};

/// Why a link is not a document, or a document no link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkError {
    /// It would have more than [`LINK_LIMIT`](super::LINK_LIMIT) characters.
    TooLong,
    /// It does not begin with its version.
    NoVersion,
    /// It is of another version.
    Version(String),
    /// A letter of what is packed is missing, or another one.
    Damaged,
    /// One of its fields cannot be read.
    Field {
        /// The field as it is written, with its key; cut where it is long.
        field: String,
        /// What is wrong with it.
        fault: LinkFault,
    },
    /// What it says cannot be.
    File(FileError),
}

/// What is wrong with a field of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// There is no sentence in front of it that it could belong to.
    NoSentence,
    /// It has no position, or what stands there is no whole number.
    NoPosition,
    /// Its bytes are no text.
    NoText,
    /// What stands in place of a number is none.
    NoNumber,
    /// A word has nothing behind it.
    NoColon,
    /// There are fewer models, or a model is not written as one.
    NoModel,
}

/// So many characters of a field are said.
const SAID: usize = 40;

impl LinkError {
    /// What a message repeats of a link: its beginning.
    pub(super) fn said(text: &str) -> String {
        let said: String = text.chars().take(SAID).collect();
        if said.len() < text.len() { said + "…" } else { said }
    }

    /// The reason in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().link;
        match self {
            Self::TooLong => fill(phrases.too_long, &[("limit", &language.count(LINK_LIMIT))]),
            Self::NoVersion => fill(phrases.no_version, &[("version", VERSION)]),
            Self::Version(version) => {
                fill(phrases.version, &[("version", version), ("our version", VERSION)])
            }
            Self::Damaged => phrases.damaged.to_owned(),
            Self::Field { field, fault } => {
                fill(phrases.field, &[("field", field), ("reason", fault.say(language))])
            }
            Self::File(error) => error.say(language),
        }
    }
}

impl LinkFault {
    /// The fault in a language, without a full stop.
    fn say(self, language: Language) -> &'static str {
        let phrases = &language.messages().link;
        match self {
            Self::NoSentence => phrases.no_sentence,
            Self::NoPosition => phrases.no_position,
            Self::NoText => phrases.no_text,
            Self::NoNumber => phrases.no_number,
            Self::NoColon => phrases.no_colon,
            Self::NoModel => phrases.no_model,
        }
    }
}

impl fmt::Display for LinkError {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for LinkError {}
