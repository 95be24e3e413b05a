//! What of a query is left out.

use std::fmt;

use super::Values;
use crate::core::messages::{Language, fill};

/// A setting with a value that it does not have: it stays as it would be without it.
#[derive(Clone, Debug)]
pub struct SetupFault {
    /// The setting.
    pub name: &'static str,
    /// What stands there; cut where it is long.
    pub value: String,
    /// What could stand there.
    pub values: Values,
}

impl SetupFault {
    /// What is wrong with it in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let messages = language.messages();
        let phrases = &messages.setup;
        let (phrase, words) = match self.values {
            Values::One(words) => (phrases.none_of, words()),
            Values::Some(words) => (phrases.not_among, words()),
        };
        let words = words.join(messages.common.list_comma);
        let values = [("name", self.name), ("value", &*self.value), ("words", &words)];
        fill(phrase, &values)
    }
}

impl fmt::Display for SetupFault {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}
