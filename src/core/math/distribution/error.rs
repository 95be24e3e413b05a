//! Why something is no distribution, and why one cannot be changed.

use std::fmt;

use super::{Probability, Row};
use crate::core::math::notation;

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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("no candidate words: list at least one"),
            Self::TooManyRows { limit } => {
                write!(f, "there are more than {limit} words: list at most {limit}")
            }
            Self::EmptyWord => f.write_str("a word is blank: give it at least one letter or sign"),
            Self::Repeated(row) => write!(f, "“{row}” is listed twice: list each word once"),
            Self::NotAProbability { row, value } => {
                write!(f, "“{row}” has {value}: a probability is a number from 0 to 1")
            }
            Self::Sum(total) => {
                // As many decimals as it takes for what is not 1 to look so.
                let total = (total * 1e6).round() / 1e6;
                write!(f, "the probabilities sum to {total}: they must sum to 1")
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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotListed(row) => write!(f, "“{row}” is not among the candidates"),
            Self::Locked(row) => write!(f, "“{row}” is locked: unlock it first"),
            Self::OnlyCandidate(row) => {
                write!(f, "“{row}” is the only candidate, so its probability stays 1")
            }
            Self::OthersLocked(row) => write!(
                f,
                "all words but “{row}” are locked, so it keeps what they leave: unlock another one"
            ),
            Self::MoreThanFree { free } if *free == Probability::ZERO => {
                f.write_str("the locked words leave nothing free: unlock one of them first")
            }
            Self::MoreThanFree { free } => {
                let free = Free(*free);
                write!(f, "the locked words leave {free} free: take at most that, or unlock one")
            }
            // The page's first load moves sliders and does nothing else.
            _ if !cfg!(feature = "workshop") => f.write_str("this cannot be done here"),
            Self::Repeated(row) => {
                write!(f, "“{row}” is among the candidates already: each is listed once")
            }
            Self::EmptyWord => f.write_str("the word is blank: type at least one letter or sign"),
            Self::LongWord { characters, limit } => write!(
                f,
                "the word has {characters} characters, and at most {limit} are taken: type a \
                 shorter one"
            ),
            Self::TooManyRows { limit } => {
                write!(f, "there are {limit} words, the most that are taken: remove one first")
            }
            Self::LastRow(row) => {
                write!(f, "“{row}” is the only candidate: add another one before you remove it")
            }
            Self::NoneToTake(row) => write!(
                f,
                "all other words are locked, so none can take the probability of “{row}”: unlock \
                 one of them first"
            ),
            Self::LogitCount { given, rows } => {
                write!(f, "there are {given} logits for {rows} words: give each word one")
            }
            Self::NotALogit(value) => write!(
                f,
                "{} is no logit: type a number, or −∞ for an impossible word",
                Refused(*value)
            ),
            Self::AllImpossible => f.write_str(
                "no word that is free to move would be possible: one of them needs a logit above −∞",
            ),
            Self::Temperature(value) => write!(
                f,
                "{} is no temperature: type a number above 0, such as 0.5 or 2",
                Refused(*value)
            ),
            Self::Smoothing(value) => write!(
                f,
                "{} is no label smoothing: type a number from 0 to 1, such as 0.1",
                Refused(*value)
            ),
            Self::StepSize(value) => write!(
                f,
                "{} is no size of a step: type 0 or a number above it, such as 0.1",
                Refused(*value)
            ),
            Self::TooManySteps { steps, limit } => {
                write!(f, "{steps} steps are too many at once: take at most {limit}")
            }
        }
    }
}

impl std::error::Error for ChangeError {}

/// What is free, with as many decimals as one would type, and rounded down: that much can be taken.
struct Free(Probability);

impl fmt::Display for Free {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MILLION: f64 = 1e6;
        // 1 − 0.9 is a little below 0.1, which is what a person finds free.
        let millionths = (self.0.value() * MILLION + 1e-7).floor();
        if millionths == 0.0 {
            f.write_str("less than 0.000001")
        } else {
            write!(f, "{}", millionths / MILLION)
        }
    }
}

/// A number that was refused, as people write it.
struct Refused(f64);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_nan() {
            f.write_str("what was given")
        } else {
            f.write_str(&notation::given(self.0))
        }
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
}
