//! How many positions are selected, which ones, and how they are corrupted.

use std::fmt;

use crate::core::messages::Language;

/// What is drawn: a share of the tokens, and of these a share for each corruption. A \[MASK\] that
/// was typed is selected already and is never drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recipe {
    rate: f64,
    mask: f64,
    random: f64,
    draw: Draw,
    words_only: bool,
}

/// How a sentence's positions are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draw {
    /// Each token independently with the rate as its probability, as Hugging Face's
    /// `DataCollatorForLanguageModeling` does: a sentence can come away with none.
    EachToken,
    /// A fixed number of a sentence's n tokens, shuffled: rate · n, rounded as Python 3 does (half
    /// to even), and at least 1, as BERT's `create_pretraining_data.py` does. It counts \[CLS\] and
    /// \[SEP\] into n, which do not stand in a sentence here.
    FixedCount,
}

/// Why a recipe is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecipeError {
    /// The rate is not from 0 to 1.
    Rate,
    /// The share that is masked is not from 0 to 1.
    Mask,
    /// The share that gets a random word is not from 0 to 1.
    Random,
    /// The two shares sum to more than 1.
    Shares,
}

impl Recipe {
    /// BERT's: of a sentence's tokens 15 %, and of these 80 % become \[MASK\], 10 % a random word,
    /// and 10 % stay (Devlin et al. 2019).
    pub const BERT: Self =
        Self { rate: 0.15, mask: 0.8, random: 0.1, draw: Draw::FixedCount, words_only: false };

    /// The defaults of Hugging Face's collator: BERT's numbers, drawn token by token.
    pub const HUGGING_FACE: Self = Self::BERT.with_draw(Draw::EachToken);

    /// A recipe that draws token by token from words and marks.
    ///
    /// The rate is the share of the tokens that are selected. Of the selected ones, `mask` is the
    /// share that become \[MASK\] and `random` the share that become a random word; the rest stay as
    /// they are. All three are from 0 to 1.
    ///
    /// # Errors
    /// Refuses numbers out of range, and shares that sum to more than 1.
    ///
    /// ```
    /// use masklab::core::text::{Recipe, RecipeError};
    /// assert_eq!(Recipe::new(0.15, 0.8, 0.1), Ok(Recipe::HUGGING_FACE));
    /// assert_eq!(Recipe::new(0.15, 0.8, 0.3), Err(RecipeError::Shares));
    /// ```
    pub fn new(rate: f64, mask: f64, random: f64) -> Result<Self, RecipeError> {
        // NaN is in no range.
        let is_share = |number: f64| (0.0..=1.0).contains(&number);
        if !is_share(rate) {
            return Err(RecipeError::Rate);
        }
        if !is_share(mask) {
            return Err(RecipeError::Mask);
        }
        if !is_share(random) {
            return Err(RecipeError::Random);
        }
        if mask + random > 1.0 {
            return Err(RecipeError::Shares);
        }
        Ok(Self { rate, mask, random, ..Self::HUGGING_FACE })
    }

    /// The recipe with another way to draw.
    #[must_use]
    pub const fn with_draw(self, draw: Draw) -> Self {
        Self { draw, ..self }
    }

    /// The recipe for words and numbers alone, or for punctuation and symbols too. The models' own
    /// recipes leave out nothing but special tokens.
    #[must_use]
    pub const fn with_words_only(self, words_only: bool) -> Self {
        Self { words_only, ..self }
    }

    /// The share of the tokens that are selected, from 0 to 1.
    pub const fn rate(self) -> f64 {
        self.rate
    }

    /// The share of the selected positions that become \[MASK\], from 0 to 1.
    pub const fn mask(self) -> f64 {
        self.mask
    }

    /// The share of the selected positions that become a random word, from 0 to 1.
    pub const fn random(self) -> f64 {
        self.random
    }

    /// How the positions are drawn.
    pub const fn draw(self) -> Draw {
        self.draw
    }

    /// Whether punctuation and symbols are left out.
    pub const fn words_only(self) -> bool {
        self.words_only
    }

    /// How many of a sentence's tokens a fixed count is, given those that can be drawn.
    pub(super) fn count(self, candidates: usize) -> usize {
        if self.rate == 0.0 {
            return 0;
        }
        let share = (self.rate * candidates as f64).round_ties_even();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to the number of candidates"
        )]
        let count = share as usize;
        count.max(1).min(candidates)
    }
}

impl fmt::Display for RecipeError {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl RecipeError {
    /// The reason in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().inputs;
        let phrase = match self {
            Self::Rate => phrases.rate,
            Self::Mask => phrases.mask_share,
            Self::Random => phrases.random_share,
            Self::Shares => phrases.shares,
        };
        phrase.to_owned()
    }
}

impl std::error::Error for RecipeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_is_from_0_to_1() {
        for wrong in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert_eq!(Recipe::new(wrong, 0.8, 0.1), Err(RecipeError::Rate));
            assert_eq!(Recipe::new(0.15, wrong, 0.0), Err(RecipeError::Mask));
            assert_eq!(Recipe::new(0.15, 0.0, wrong), Err(RecipeError::Random));
        }
        let recipe = Recipe::new(1.0, 0.0, 0.5).unwrap();
        assert_eq!((recipe.rate(), recipe.mask(), recipe.random()), (1.0, 0.0, 0.5));
    }

    #[test]
    fn any_split_that_sums_to_1_is_taken_and_none_that_sums_to_more() {
        for thousandths in 0..=1000 {
            let (mask, random) =
                (f64::from(thousandths) / 1000.0, f64::from(1000 - thousandths) / 1000.0);
            assert!(Recipe::new(0.15, mask, random).is_ok(), "{mask} and {random}");
            if random < 1.0 {
                let more = Recipe::new(0.15, mask, random + 0.001);
                assert_eq!(more, Err(RecipeError::Shares), "{mask} and {random} + 0.001");
            }
        }
    }

    #[test]
    fn a_fixed_count_is_the_rounded_share_and_at_least_1() {
        let count = |rate, candidates| Recipe::new(rate, 0.8, 0.1).unwrap().count(candidates);
        assert_eq!([1, 3, 9, 10, 11, 100].map(|n| count(0.15, n)), [1, 1, 1, 2, 2, 15]);
        // As Python 3 rounds: 2.5 and 3.5 to the even number.
        assert_eq!([5, 7].map(|n| count(0.5, n)), [2, 4]);
        assert_eq!([0, 1, 7].map(|n| count(0.0, n)), [0, 0, 0]);
        assert_eq!([0, 1, 7].map(|n| count(1.0, n)), [0, 1, 7]);
    }
}
