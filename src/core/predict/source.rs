//! Where a model's predictions come from.

use std::{fmt, num::NonZeroU32};

use crate::core::{
    math::notation,
    messages::{Language, fill},
};

/// What gives Pr(·|x̄) at a position.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Source {
    /// A person. Until one has set it, a prediction is even over a few words of the sentence.
    #[default]
    ByHand,
    /// Every word of the vocabulary has the same probability: a model before any training, with
    /// cross-entropy ln V.
    Uniform {
        /// V. `None`: as many words as the dataset has.
        vocabulary: Option<NonZeroU32>,
    },
    /// How often a word stands in the other sentences, wherever: (c(w) + α) / (N + αV).
    Unigram {
        /// α, what each word of the vocabulary is counted more: from 0 on.
        alpha: f64,
    },
    /// How often a word stands between the neighbours in the other sentences. Where these are rarely
    /// seen together it leans on each of them alone, and where these are rare, on the unigram.
    ///
    /// Each count is mixed with the prediction of the shorter context as if that had been seen λ
    /// times more: p(w|l, r) = (c(l, w, r) + λ·½(p(w|l) + p(w|r))) / (c(l, ·, r) + λ), p(w|l) =
    /// (c(l, w) + λp(w)) / (c(l, ·) + λ), and p(w|r) alike.
    ///
    /// Source: D. J. C. `MacKay` and L. C. B. Peto, "A hierarchical Dirichlet language model", Natural Language
    /// Engineering 1 (1995), 289–308.
    Neighbours {
        /// α of the unigram: from 0 on.
        alpha: f64,
        /// λ, above 0: how much weight the shorter context has.
        backoff: f64,
    },
}

impl Source {
    /// The unigram with add-one smoothing.
    pub const UNIGRAM: Self = Self::Unigram { alpha: 1.0 };
    /// Neighbours that lean on the shorter context as on one sight.
    pub const NEIGHBOURS: Self = Self::Neighbours { alpha: 1.0, backoff: 1.0 };
    /// A model before any training, over the dataset's words.
    pub const UNIFORM: Self = Self::Uniform { vocabulary: None };

    /// The word for it in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::ByHand => "by-hand",
            Self::Uniform { .. } => "uniform",
            Self::Unigram { .. } => "unigram",
            Self::Neighbours { .. } => "neighbours",
        }
    }

    /// Whether it looks at the dataset's words.
    pub fn counts(self) -> bool {
        self != Self::ByHand
    }

    /// The source as it is, where its numbers are in their ranges.
    ///
    /// # Errors
    /// Names the number that is not.
    pub fn checked(self) -> Result<Self, SourceError> {
        let alpha = match self {
            Self::Unigram { alpha } | Self::Neighbours { alpha, .. } => alpha,
            Self::ByHand | Self::Uniform { .. } => 0.0,
        };
        if !(0.0..=LARGEST).contains(&alpha) {
            return Err(SourceError::Alpha(alpha));
        }
        match self {
            Self::Neighbours { backoff, .. } if !(SMALLEST..=LARGEST).contains(&backoff) => {
                Err(SourceError::Backoff(backoff))
            }
            _ => Ok(self),
        }
    }
}

/// The largest α and λ: far beyond any use, and far from where numbers overflow.
pub(crate) const LARGEST: f64 = 1e6;
/// The smallest λ: a model that has never seen a context needs something to lean on.
pub(crate) const SMALLEST: f64 = 1e-6;

/// Why a [`Source`] cannot be; it holds the number that is out of range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SourceError {
    /// α.
    Alpha(f64),
    /// λ.
    Backoff(f64),
}

impl fmt::Display for SourceError {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl SourceError {
    /// The reason in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().inputs;
        let (phrase, value) = match self {
            Self::Alpha(value) => (phrases.alpha, value),
            Self::Backoff(value) => (phrases.backoff, value),
        };
        let [value, least, most] =
            [*value, SMALLEST, LARGEST].map(|number| language.number(notation::in_digits(number)));
        fill(phrase, &[("value", &value), ("least", &least), ("most", &most)])
    }
}

impl std::error::Error for SourceError {}
