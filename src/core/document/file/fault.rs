//! Why a file is refused, and what of it is left out.

use std::{fmt, rc::Rc};

use super::{FORMAT, VERSION};
use crate::core::{
    math::{DistributionError, notation},
    messages::{FileMessages, Language, fill},
    predict::SourceError,
};

/// Why a file is not a document.
#[derive(Clone, Debug, PartialEq)]
pub enum FileError {
    /// The text is not JSON of the expected shape.
    Json(FileFault),
    /// The file is of another kind or of a later version.
    Format {
        /// The format that it names.
        format: String,
        /// The version that it names.
        version: f64,
    },
    /// A value that cannot be; where it stands and what is wrong with it.
    Value {
        /// The path of the value, as `dataset[3].selected[0].position`.
        path: String,
        /// What is wrong with it.
        reason: FileFault,
    },
}

/// What is wrong with a value of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum FileFault {
    /// The text stops being JSON.
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// The text stops being JSON at its end.
    CutShort,
    /// It is no object.
    NoObject,
    /// It is no list.
    NoList,
    /// It is no text.
    NoText,
    /// It is no number.
    NoNumber,
    /// It is no whole number.
    NotWhole,
    /// It is neither true nor false.
    NoFlag,
    /// The field is there twice.
    Twice,
    /// This position is there twice.
    PositionTwice(u32),
    /// The model with this name is there twice.
    PredictionTwice(String),
    /// The field is missing.
    Missing,
    /// There is no word in the text.
    NoWord,
    /// The random word is \[MASK\].
    RandomMask,
    /// A model's name is empty, too long, or has space around it.
    Name {
        /// The most characters that are taken.
        limit: usize,
    },
    /// A word that is none of the possible ones.
    NoneOf {
        /// The word.
        word: String,
        /// The possible ones.
        words: &'static [&'static str],
    },
    /// A number outside its range.
    OutOfRange {
        /// The number.
        number: f64,
        /// The least that is taken.
        least: f64,
        /// The most that is taken; it may be infinite.
        most: f64,
    },
    /// A list has more items than are taken.
    TooMany {
        /// The most that are taken.
        limit: usize,
    },
    /// A list is empty.
    TooFew {
        /// The fewest that are taken.
        least: usize,
    },
    /// The texts up to this sentence are too large.
    TooLarge {
        /// The most bytes that are taken.
        limit: usize,
    },
    /// Another model has this name.
    ModelTwice(String),
    /// No model has this name.
    NoModel(String),
    /// A number of a source is out of its range.
    Source(SourceError),
    /// \[MASK\] stands in the text, but the corruption is another.
    TypedMask,
    /// A word of the text has a target beside it.
    TargetOfWord,
    /// This word is the target, and it is unknown what the prediction gives it.
    OpenTarget(Rc<str>),
    /// The sentence has no such position.
    NoPosition {
        /// The position.
        number: f64,
        /// How many tokens the sentence has.
        tokens: usize,
    },
    /// A random word is missing.
    RandomWithoutWord,
    /// Another corruption has a word.
    WordWithoutRandom,
    /// The rows are no distribution.
    Distribution(DistributionError),
}

/// What a file has that means nothing here, and that is lost.
#[derive(Clone, Debug, PartialEq)]
pub enum FileWarning {
    /// A field that nobody knows.
    UnknownField {
        /// Its path.
        path: String,
    },
    /// A number that its source does not have.
    UnusedNumber {
        /// Its path.
        path: String,
        /// The name of the source.
        source: &'static str,
    },
    /// So many more fields are left out.
    More(usize),
}

impl FileError {
    /// The reason in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().file;
        match self {
            Self::Json(fault) => fill(phrases.not_a_file, &[("reason", &fault.say(language))]),
            Self::Format { format, version } => {
                let version = language.number(notation::given(*version));
                let values = [
                    ("format", &**format),
                    ("version", &version),
                    ("our format", FORMAT),
                    ("our version", &VERSION.to_string()),
                ];
                fill(phrases.format, &values)
            }
            Self::Value { path, reason } => {
                fill(phrases.value, &[("path", path), ("reason", &reason.say(language))])
            }
        }
    }
}

impl FileFault {
    /// The fault in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().file;
        let phrase = match self {
            Self::CutShort => phrases.stops_at_end,
            Self::NoObject => phrases.expected_object,
            Self::NoList => phrases.expected_list,
            Self::NoText => phrases.expected_text,
            Self::NoNumber => phrases.expected_number,
            Self::NotWhole => phrases.expected_whole,
            Self::NoFlag => phrases.expected_flag,
            Self::Twice => phrases.twice,
            Self::Missing => phrases.missing,
            Self::NoWord => phrases.no_word,
            Self::RandomMask => phrases.random_mask,
            Self::TypedMask => phrases.typed_mask,
            Self::TargetOfWord => phrases.target_of_word,
            Self::RandomWithoutWord => phrases.random_without_word,
            Self::WordWithoutRandom => phrases.word_without_random,
            _ => return self.say_filled(language, phrases),
        };
        phrase.to_owned()
    }

    /// A fault that has something to name.
    fn say_filled(&self, language: Language, phrases: &FileMessages) -> String {
        let given = |number: f64| language.number(notation::given(number));
        let limited = |number: f64| language.number(notation::in_digits(number));
        match self {
            Self::NotJson { line, column } => {
                let (line, column) = (line.to_string(), column.to_string());
                fill(phrases.stops, &[("line", &line), ("column", &column)])
            }
            Self::PositionTwice(position) => {
                fill(phrases.named_twice, &[("name", &position.to_string())])
            }
            Self::PredictionTwice(name) => {
                let name = fill(language.messages().common.quoted, &[("word", name)]);
                fill(phrases.named_twice, &[("name", &name)])
            }
            Self::Name { limit } => fill(phrases.name, &[("limit", &limit.to_string())]),
            Self::NoneOf { word, words } => {
                let words = words.join(language.messages().common.list_comma);
                fill(phrases.none_of, &[("word", word), ("words", &words)])
            }
            Self::OutOfRange { number, least, most } => {
                let is_open = *most == f64::INFINITY;
                let phrase = if is_open { phrases.too_small } else { phrases.out_of_range };
                let (number, least, most) = (given(*number), limited(*least), limited(*most));
                fill(phrase, &[("number", &number), ("least", &least), ("most", &most)])
            }
            Self::TooMany { limit } => fill(phrases.too_many, &[("limit", &limit.to_string())]),
            Self::TooFew { least } => fill(phrases.too_few, &[("least", &least.to_string())]),
            Self::TooLarge { limit } => fill(phrases.too_large, &[("limit", &limit.to_string())]),
            Self::ModelTwice(name) => fill(phrases.model_twice, &[("name", name)]),
            Self::NoModel(name) => fill(phrases.no_model, &[("name", name)]),
            Self::Source(error) => error.say(language),
            Self::OpenTarget(target) => fill(phrases.open_target, &[("target", target)]),
            Self::NoPosition { number, tokens } => {
                let (number, count) = (given(*number), tokens.to_string());
                let phrase = phrases.no_position.of(*tokens);
                fill(phrase, &[("number", &number), ("count", &count)])
            }
            Self::Distribution(error) => error.say(language),
            _ => String::new(),
        }
    }
}

impl FileWarning {
    /// The warning in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().file;
        match self {
            Self::UnknownField { path } => fill(phrases.unknown_field, &[("path", path)]),
            Self::UnusedNumber { path, source } => {
                fill(phrases.unused_number, &[("path", path), ("source", source)])
            }
            Self::More(count) => {
                fill(phrases.more_left_out.of(*count), &[("count", &count.to_string())])
            }
        }
    }
}

impl fmt::Display for FileError {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl fmt::Display for FileFault {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl fmt::Display for FileWarning {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for FileError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_said_in_german() {
        let say = |reason| {
            let path = "dataset[0]".to_owned();
            FileError::Value { path, reason }.say(Language::German)
        };
        assert_eq!(say(FileFault::NoNumber), "dataset[0]: Hier wird eine Zahl erwartet");
        assert_eq!(
            say(FileFault::OutOfRange { number: -0.5, least: 1e-6, most: 1e6 }),
            "dataset[0]: −0,5 liegt nicht zwischen 0,000001 und 1000000"
        );
        assert_eq!(
            say(FileFault::NoPosition { number: 12.0, tokens: 1 }),
            "dataset[0]: 12, aber der Satz hat 1 Token"
        );
        assert_eq!(
            say(FileFault::PredictionTwice("mein Modell".into())),
            "dataset[0]: „mein Modell“ kommt zweimal vor"
        );
        assert_eq!(
            FileError::Json(FileFault::NotJson { line: 2, column: 5 }).say(Language::German),
            "Keine MaskLab-Datei: Ab Zeile 2, Spalte 5 ist es kein JSON mehr"
        );
        assert_eq!(FileWarning::More(3).say(Language::German), "und 3 weitere Angaben bleiben weg");
    }

    #[test]
    fn every_fault_says_something_in_every_language() {
        for &language in Language::ALL {
            for fault in [
                FileFault::NotJson { line: 1, column: 1 },
                FileFault::PositionTwice(3),
                FileFault::PredictionTwice("a".into()),
                FileFault::Name { limit: 60 },
                FileFault::NoneOf { word: "a".into(), words: &["b", "c"] },
                FileFault::OutOfRange { number: -1.0, least: 0.0, most: f64::INFINITY },
                FileFault::OutOfRange { number: 2.0, least: 0.0, most: 1.0 },
                FileFault::TooMany { limit: 2 },
                FileFault::TooFew { least: 1 },
                FileFault::TooLarge { limit: 2 },
                FileFault::ModelTwice("a".into()),
                FileFault::NoModel("a".into()),
                FileFault::Source(SourceError::Alpha(-1.0)),
                FileFault::OpenTarget("a".into()),
                FileFault::NoPosition { number: 3.0, tokens: 2 },
                FileFault::Distribution(DistributionError::Empty),
                FileFault::CutShort,
                FileFault::NoObject,
                FileFault::RandomMask,
            ] {
                let said = fault.say(language);
                assert!(!said.is_empty() && !said.contains(['{', '}']), "{fault:?}: {said}");
            }
        }
    }
}
