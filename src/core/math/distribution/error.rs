//! Why something is no distribution, and why one cannot be changed.

use std::fmt;

use super::{Probability, Row};
use crate::core::{
    math::notation,
    messages::{Language, fill},
};

/// Why a list of words and numbers is not a [`Distribution`](super::Distribution).
#[derive(Clone, Debug, PartialEq)]
pub enum DistributionError {
    /// There is no row.
    Empty,
    /// There are more rows than are taken.
    TooManyRows {
        /// The most that are taken.
        limit: usize,
    },
    /// A word has nothing that could be read.
    EmptyWord,
    /// This row is listed twice.
    Repeated(Row),
    /// This number is not from 0 to 1.
    NotAProbability {
        /// The row that it was given for.
        row: Row,
        /// The number.
        value: f64,
    },
    /// The probabilities sum to this instead of 1.
    Sum(f64),
}

impl fmt::Display for DistributionError {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl DistributionError {
    /// The reason in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().changes;
        match self {
            Self::Empty => phrases.empty.to_owned(),
            Self::TooManyRows { limit } => {
                fill(phrases.more_rows, &[("limit", &limit.to_string())])
            }
            Self::EmptyWord => phrases.blank_row.to_owned(),
            Self::Repeated(row) => fill(phrases.repeated, &[("row", row.say(language))]),
            Self::NotAProbability { row, value } => {
                let value = language.number(notation::in_digits(*value));
                fill(phrases.no_probability, &[("row", row.say(language)), ("value", &value)])
            }
            Self::Sum(total) => {
                // As many decimals as it takes for what is not 1 to look so.
                let total = (total * 1e6).round() / 1e6;
                fill(phrases.sum, &[("sum", &language.number(notation::in_digits(total)))])
            }
        }
    }
}

impl std::error::Error for DistributionError {}

/// Why a distribution cannot be changed as somebody asks. It is then as it was.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangeError {
    /// This row is not among the candidates.
    NotListed(Row),
    /// This row is locked.
    Locked(Row),
    /// This row is the only one, so its probability is 1.
    OnlyCandidate(Row),
    /// All rows but this one are locked, so it has what they leave.
    OthersLocked(Row),
    /// The locked rows leave less than the number that was asked for.
    MoreThanFree {
        /// What they leave.
        free: Probability,
    },
    /// This row is listed already.
    Repeated(Row),
    /// The new word has nothing that could be read.
    EmptyWord,
    /// The new word is longer than words are.
    LongWord {
        /// The characters of the word.
        characters: usize,
        /// The most that are taken.
        limit: usize,
    },
    /// There are as many rows as are taken.
    TooManyRows {
        /// The most that are taken.
        limit: usize,
    },
    /// This row is the last one, and a distribution has at least one.
    LastRow(Row),
    /// All other rows are locked, so none can take the probability of this one.
    NoneToTake(Row),
    /// There are not as many logits as rows.
    LogitCount {
        /// How many logits there are.
        given: usize,
        /// How many rows there are.
        rows: usize,
    },
    /// This number is no logit.
    NotALogit(f64),
    /// All rows that are not locked would become impossible.
    AllImpossible,
    /// This number is no temperature.
    Temperature(f64),
    /// This number is no degree of label smoothing.
    Smoothing(f64),
    /// This number is no size of a training step.
    StepSize(f64),
    /// These are more training steps than are taken at once.
    TooManySteps {
        /// How many were asked for.
        steps: u32,
        /// The most that are taken.
        limit: u32,
    },
}

impl fmt::Display for ChangeError {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl ChangeError {
    /// The reason in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().changes;
        let of_row = |phrase, row: &Row| fill(phrase, &[("row", row.say(language))]);
        match self {
            Self::NotListed(row) => of_row(phrases.not_listed, row),
            Self::Locked(row) => of_row(phrases.locked, row),
            Self::OnlyCandidate(row) => of_row(phrases.only_candidate, row),
            Self::OthersLocked(row) => of_row(phrases.others_locked, row),
            Self::MoreThanFree { free } if *free == Probability::ZERO => {
                phrases.nothing_free.to_owned()
            }
            Self::MoreThanFree { free } => {
                fill(phrases.more_than_free, &[("free", &say_free(language, *free))])
            }
            // The page's first load moves sliders and does nothing else.
            further if cfg!(feature = "workshop") => further.say_further(language),
            _ => phrases.not_here.to_owned(),
        }
    }

    /// Why a change is refused that the page's first load does not offer.
    fn say_further(&self, language: Language) -> String {
        let phrases = &language.messages().changes;
        let of_row = |phrase, row: &Row| fill(phrase, &[("row", row.say(language))]);
        let of_number = |phrase, value| fill(phrase, &[("value", &say_refused(language, value))]);
        match self {
            Self::Repeated(row) => of_row(phrases.listed_already, row),
            Self::EmptyWord => phrases.blank_word.to_owned(),
            Self::LongWord { characters, limit } => {
                let (count, limit) = (characters.to_string(), limit.to_string());
                fill(phrases.long_word, &[("count", &count), ("limit", &limit)])
            }
            Self::TooManyRows { limit } => {
                fill(phrases.too_many_rows, &[("limit", &limit.to_string())])
            }
            Self::LastRow(row) => of_row(phrases.last_row, row),
            Self::NoneToTake(row) => of_row(phrases.none_to_take, row),
            Self::LogitCount { given, rows } => {
                let (given, rows) = (given.to_string(), rows.to_string());
                fill(phrases.logit_count, &[("given", &given), ("rows", &rows)])
            }
            Self::NotALogit(value) => of_number(phrases.no_logit, *value),
            Self::AllImpossible => phrases.all_impossible.to_owned(),
            Self::Temperature(value) => of_number(phrases.no_temperature, *value),
            Self::Smoothing(value) => of_number(phrases.no_smoothing, *value),
            Self::StepSize(value) => of_number(phrases.no_step_size, *value),
            Self::TooManySteps { steps, limit } => {
                let (steps, limit) = (steps.to_string(), limit.to_string());
                fill(phrases.too_many_steps, &[("steps", &steps), ("limit", &limit)])
            }
            _ => phrases.not_here.to_owned(),
        }
    }
}

impl std::error::Error for ChangeError {}

/// What is free, with as many decimals as one would type, and rounded down: that much can be taken.
fn say_free(language: Language, free: Probability) -> String {
    const MILLION: f64 = 1e6;
    // 1 − 0.9 is a little below 0.1, which is what a person finds free.
    let millionths = (free.value() * MILLION + 1e-7).floor();
    let number = |value: f64| language.number(value.to_string());
    if millionths == 0.0 {
        fill(language.messages().changes.hardly_any, &[("least", &number(1.0 / MILLION))])
    } else {
        number(millionths / MILLION)
    }
}

/// A number that was refused, as people write it.
fn say_refused(language: Language, value: f64) -> String {
    if value.is_nan() {
        language.messages().changes.what_was_given.to_owned()
    } else {
        language.number(notation::given(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_free_is_named_as_one_would_type_it_and_never_too_high() {
        let reason =
            |free| ChangeError::MoreThanFree { free: Probability::new(free).unwrap() }.to_string();
        let named = |free: f64, text: &str| {
            let expected =
                format!("the locked words leave {text} free: take at most that, or unlock one");
            assert_eq!(reason(free), expected);
        };
        named(1.0 - 0.7, "0.3");
        named(1.0 - 0.9, "0.1");
        named(2.0 / 3.0, "0.666666");
        named(0.00001, "0.00001");
        named(1e-9, "less than 0.000001");
        assert_eq!(reason(0.0), "the locked words leave nothing free: unlock one of them first");
    }

    #[test]
    fn a_sum_is_named_without_what_rounding_left_and_never_as_1() {
        let reason = |total| DistributionError::Sum(total).to_string();
        let named = |total: f64, text: &str| {
            assert_eq!(
                reason(total),
                format!("the probabilities sum to {text}: they must sum to 1")
            );
        };
        named(0.7 + 0.1 + 0.1, "0.9");
        named(0.899_999_999_999_999_9, "0.9");
        named(1.000_001_000_1, "1.000001");
        named(0.999_998_999_9, "0.999999");
        named(1000.0, "1000");
    }

    #[test]
    fn refused_numbers_are_written_as_people_write_them() {
        let reason = |value| ChangeError::Temperature(value).to_string();
        let rest = "is no temperature: type a number above 0, such as 0.5 or 2";
        assert_eq!(reason(-0.5), format!("−0.5 {rest}"));
        assert_eq!(reason(f64::INFINITY), format!("∞ {rest}"));
        assert_eq!(reason(f64::NAN), format!("what was given {rest}"));
    }

    #[test]
    fn reasons_are_given_in_german() {
        let say = |error: ChangeError| error.say(Language::German);
        assert_eq!(
            say(ChangeError::MoreThanFree { free: Probability::nearest(0.25) }),
            "Die gesperrten Wörter lassen 0,25 übrig: Nehmen Sie höchstens so viel, oder heben Sie eine \
             Sperre auf"
        );
        assert_eq!(
            say(ChangeError::Locked(Row::Others)),
            "„andere Wörter“ ist gesperrt: Heben Sie die Sperre zuerst auf"
        );
        let temperature = say(ChangeError::Temperature(-0.5));
        assert!(temperature.starts_with("−0,5 ist keine Temperatur: "), "{temperature}");
        assert_eq!(
            DistributionError::Sum(0.9).say(Language::German),
            "Die Summe der Wahrscheinlichkeiten ist 0,9: Sie muss 1 sein"
        );
    }

    #[test]
    fn every_reason_is_said_whole_in_every_language() {
        let row = || Row::Word("red".into());
        let changes = [
            ChangeError::NotListed(row()),
            ChangeError::Locked(row()),
            ChangeError::OnlyCandidate(row()),
            ChangeError::OthersLocked(row()),
            ChangeError::MoreThanFree { free: Probability::ZERO },
            ChangeError::MoreThanFree { free: Probability::nearest(1e-9) },
            ChangeError::Repeated(row()),
            ChangeError::EmptyWord,
            ChangeError::LongWord { characters: 2, limit: 1 },
            ChangeError::TooManyRows { limit: 1 },
            ChangeError::LastRow(row()),
            ChangeError::NoneToTake(row()),
            ChangeError::LogitCount { given: 1, rows: 2 },
            ChangeError::NotALogit(f64::NAN),
            ChangeError::AllImpossible,
            ChangeError::Temperature(0.0),
            ChangeError::Smoothing(2.0),
            ChangeError::StepSize(-1.0),
            ChangeError::TooManySteps { steps: 2, limit: 1 },
        ];
        let distributions = [
            DistributionError::Empty,
            DistributionError::TooManyRows { limit: 1 },
            DistributionError::EmptyWord,
            DistributionError::Repeated(row()),
            DistributionError::NotAProbability { row: row(), value: 2.0 },
            DistributionError::Sum(0.5),
        ];
        let said = |language| {
            let changes = changes.iter().map(|error| error.say(language));
            changes.chain(distributions.iter().map(|error| error.say(language))).collect()
        };
        let (english, german): (Vec<String>, Vec<String>) =
            (said(Language::English), said(Language::German));
        for (english, german) in english.iter().zip(&german) {
            assert!(!english.contains(['{', '}']) && !german.contains(['{', '}']), "{german}");
            assert_ne!(english, german);
        }
    }
}
