//! Drawing the selected positions of a sentence and their corruptions.

use std::rc::Rc;

use super::{Draw, Recipe, generator::Generator};
use crate::core::text::{Corruption, MASK, Position, Sentence, TokenKind};

/// Draws positions by a recipe. The same seed, epoch, index of a sentence and vocabulary give the same
/// draw on every platform and in every version. No other sentence changes which positions are drawn
/// and how they are corrupted, and drawing one alone gives what drawing all of them does. But random
/// words are the vocabulary's and change with it, and a sentence that is put in between gives those
/// behind it other indices, and so other draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sampler {
    recipe: Recipe,
    seed: u64,
}

impl Sampler {
    /// A sampler by a recipe and a seed.
    pub const fn new(recipe: Recipe, seed: u64) -> Self {
        Self { recipe, seed }
    }

    /// The selected positions of a sentence with their corruptions, by position.
    ///
    /// Each epoch, counted from any number, is a new draw. The sentence's index in its text makes
    /// the draws of equal sentences differ. A random word is any word of the vocabulary, each as
    /// likely as the others, and so it can be the token itself, as in BERT; where the vocabulary is
    /// empty, or \[MASK\] is drawn, which is no word, the token is kept. The vocabulary decides nothing else: positions and corruptions are
    /// drawn before the words.
    ///
    /// ```
    /// use masklab::core::text::{Corruption, Recipe, Sampler, Sentence};
    /// let fox = Sentence::new("The quick brown fox.").unwrap();
    /// let all = Recipe::new(1.0, 1.0, 0.0).unwrap();
    /// let drawn = Sampler::new(all, 42).draw(0, 0, &fox, &[]);
    /// assert_eq!(drawn.len(), 5);
    /// assert!(drawn.iter().all(|(_, corruption)| *corruption == Corruption::Mask));
    /// ```
    pub fn draw(
        &self,
        epoch: u64,
        sentence_index: u64,
        sentence: &Sentence,
        vocabulary: &[Rc<str>],
    ) -> Vec<(Position, Corruption)> {
        let recipe = self.recipe;
        let mut generator = Generator::new(self.seed, epoch, sentence_index);
        let mut candidates = Vec::new();
        for (position, token) in sentence.positions() {
            let is_candidate = match token.kind {
                TokenKind::Word => true,
                TokenKind::Mark => !recipe.words_only(),
                TokenKind::Mask => false,
            };
            if is_candidate {
                candidates.push(position);
            }
        }
        let shares = match recipe.draw() {
            Draw::EachToken => each_token(recipe.rate(), candidates.len(), &mut generator),
            Draw::FixedCount => {
                fixed_count(recipe.count(candidates.len()), candidates.len(), &mut generator)
            }
        };
        let mut drawn = Vec::new();
        for (position, share) in candidates.into_iter().zip(shares) {
            let Some(share) = share else { continue };
            let corruption = if share < recipe.mask() {
                Corruption::Mask
            } else if share < recipe.mask() + recipe.random() {
                let word = vocabulary.get(generator.index(vocabulary.len()));
                let word = word.filter(|word| ***word != *MASK);
                word.map_or(Corruption::Kept, |word| Corruption::Random(word.clone()))
            } else {
                Corruption::Kept
            };
            drawn.push((position, corruption));
        }
        drawn
    }
}

/// For each candidate that is drawn, independently of the others, a number from 0 to below 1 that
/// decides on its corruption.
///
/// Both numbers are drawn for every candidate. So a higher rate selects what a lower one did, and
/// more, and corrupts it alike.
fn each_token(rate: f64, candidates: usize, generator: &mut Generator) -> Vec<Option<f64>> {
    let mut shares = Vec::with_capacity(candidates);
    for _ in 0..candidates {
        let (drawn, share) = (generator.share(), generator.share());
        shares.push((drawn < rate).then_some(share));
    }
    shares
}

/// As [`each_token`], for so many of the candidates: the first ones when they are shuffled (Fisher
/// and Yates). Here too, more candidates drawn are the same ones and more.
fn fixed_count(count: usize, candidates: usize, generator: &mut Generator) -> Vec<Option<f64>> {
    let mut order: Vec<usize> = (0..candidates).collect();
    let mut shares = vec![None; candidates];
    for first in 0..count.min(candidates) {
        order.swap(first, first + generator.index(candidates - first));
        let drawn = order.get(first).and_then(|&index| shares.get_mut(index));
        if let Some(drawn) = drawn {
            *drawn = Some(generator.share());
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn vocabulary() -> Vec<Rc<str>> {
        ["red", "lazy", "cat"].map(Rc::from).into()
    }

    fn recipe() -> impl Strategy<Value = Recipe> {
        let numbers = (0.0..=1.0, 0.0..=1.0, 0.0..=1.0, any::<bool>(), any::<bool>());
        numbers.prop_map(|(rate, mask, of_rest, each_token, words_only)| {
            let draw = if each_token { Draw::EachToken } else { Draw::FixedCount };
            let random: f64 = (1.0 - mask) * of_rest;
            Recipe::new(rate, mask, random).unwrap().with_draw(draw).with_words_only(words_only)
        })
    }

    /// A draw as it is read: 3:\[MASK\] 5:red 7:=.
    fn written(drawn: &[(Position, Corruption)]) -> String {
        let each = drawn.iter().map(|(position, corruption)| {
            format!("{position}:{}", corruption.replacement().unwrap_or("="))
        });
        each.collect::<Vec<_>>().join(" ")
    }

    // What is expected here was worked out by another program in another language.
    #[test]
    fn a_draw_is_what_it_was() {
        let sentence = Sentence::new(
            "It was a bright cold day in [MASK], and the clocks were striking thirteen.",
        );
        let sentence = sentence.unwrap();
        let recipe = Recipe::new(0.4, 0.5, 0.25).unwrap();
        let draw = |recipe, epoch, index| {
            written(&Sampler::new(recipe, 1984).draw(epoch, index, &sentence, &vocabulary()))
        };
        assert_eq!(draw(recipe, 0, 0), "2:red 3:[MASK] 6:[MASK] 7:= 11:[MASK] 14:[MASK]");
        assert_eq!(draw(recipe, 1, 0), "4:cat 7:lazy 10:= 15:=");
        assert_eq!(draw(recipe, 0, 1), "4:= 5:[MASK] 10:[MASK] 13:[MASK] 15:[MASK]");
        let fixed = recipe.with_draw(Draw::FixedCount);
        assert_eq!(draw(fixed, 0, 0), "2:[MASK] 4:lazy 6:[MASK] 7:[MASK] 12:[MASK] 13:cat");
        let words = recipe.with_words_only(true);
        assert_eq!(draw(words, 0, 0), "2:lazy 3:[MASK] 6:[MASK] 7:= 12:[MASK] 15:[MASK]");
        assert_eq!(draw(Recipe::BERT, 0, 0), "4:[MASK] 13:[MASK]");
        assert_eq!(draw(Recipe::HUGGING_FACE, 0, 0), "6:[MASK]");
    }

    #[test]
    fn a_rate_of_0_selects_nothing_and_a_rate_of_1_everything_but_typed_masks() {
        let sentence = Sentence::new("The [MASK] brown fox.").unwrap();
        for draw in [Draw::EachToken, Draw::FixedCount] {
            for seed in 0..100 {
                let drawn = |rate| {
                    let recipe = Recipe::new(rate, 0.8, 0.1).unwrap().with_draw(draw);
                    let drawn = Sampler::new(recipe, seed).draw(0, 0, &sentence, &vocabulary());
                    drawn.iter().map(|(position, _)| position.number()).collect::<Vec<_>>()
                };
                assert!(drawn(0.0).is_empty());
                assert_eq!(drawn(1.0), [1, 3, 4, 5]);
            }
        }
    }

    #[test]
    fn a_share_of_1_is_all_there_is() {
        let sentence = Sentence::new(&"fox ".repeat(1000)).unwrap();
        let all = |mask, random| {
            let recipe = Recipe::new(1.0, mask, random).unwrap();
            Sampler::new(recipe, 7).draw(0, 0, &sentence, &["dog".into()])
        };
        let dog = Corruption::Random("dog".into());
        for (drawn, expected) in [
            (all(1.0, 0.0), Corruption::Mask),
            (all(0.0, 1.0), dog),
            (all(0.0, 0.0), Corruption::Kept),
        ] {
            assert_eq!(drawn.len(), 1000);
            assert!(drawn.iter().all(|(_, corruption)| *corruption == expected));
        }
    }

    #[test]
    fn words_only_leaves_marks_alone() {
        let sentence = Sentence::new("“Why?” – 42 🦊!").unwrap();
        let drawn = |words_only| {
            let recipe = Recipe::new(1.0, 0.8, 0.1).unwrap().with_words_only(words_only);
            Sampler::new(recipe, 0).draw(0, 0, &sentence, &[]).len()
        };
        assert_eq!(drawn(true), 2);
        assert_eq!(drawn(false), 8);
    }

    #[test]
    fn a_sentence_of_typed_masks_alone_has_nothing_to_draw() {
        let sentence = Sentence::new("[MASK] [MASK]").unwrap();
        assert!(Sampler::new(Recipe::BERT, 0).draw(0, 0, &sentence, &[]).is_empty());
    }

    #[test]
    fn without_a_vocabulary_a_token_is_kept() {
        let sentence = Sentence::new("The quick brown fox.").unwrap();
        let recipe = Recipe::new(1.0, 0.0, 1.0).unwrap();
        let drawn = Sampler::new(recipe, 0).draw(0, 0, &sentence, &[]);
        assert!(drawn.iter().all(|(_, corruption)| *corruption == Corruption::Kept));
        assert_eq!(drawn.len(), 5);
    }

    #[test]
    fn a_mask_is_never_drawn_as_a_word() {
        let sentence = Sentence::new(&"fox ".repeat(100)).unwrap();
        let recipe = Recipe::new(1.0, 0.0, 1.0).unwrap();
        let drawn = Sampler::new(recipe, 0).draw(0, 0, &sentence, &["dog".into(), MASK.into()]);
        let dog = Corruption::Random("dog".into());
        let (words, kept): (Vec<_>, Vec<_>) = drawn.iter().partition(|(_, drawn)| *drawn == dog);
        assert!(!words.is_empty() && !kept.is_empty());
        assert!(kept.iter().all(|(_, corruption)| *corruption == Corruption::Kept));
    }

    proptest! {
        #[test]
        fn a_draw_is_sorted_and_of_what_can_be_drawn(
            text in "(\\[MASK\\]|fox|[.,]| |\\PC){0,40}",
            (recipe, seed, epoch, index) in (recipe(), any::<u64>(), any::<u64>(), any::<u64>()),
        ) {
            let Some(sentence) = Sentence::new(&text) else { return Ok(()) };
            let sampler = Sampler::new(recipe, seed);
            let drawn = sampler.draw(epoch, index, &sentence, &vocabulary());
            prop_assert_eq!(&drawn, &sampler.draw(epoch, index, &sentence, &vocabulary()));
            prop_assert!(drawn.is_sorted_by(|(a, _), (b, _)| a < b));
            let can_be_drawn = |kind| match kind {
                TokenKind::Word => true,
                TokenKind::Mark => !recipe.words_only(),
                TokenKind::Mask => false,
            };
            for (position, _) in &drawn {
                prop_assert!(can_be_drawn(sentence.token(*position).unwrap().kind));
            }
            if recipe.draw() == Draw::FixedCount {
                let candidates = sentence.tokens().filter(|token| can_be_drawn(token.kind)).count();
                prop_assert_eq!(drawn.len(), recipe.count(candidates));
            }
        }

        #[test]
        fn a_vocabulary_changes_nothing_but_the_random_words(recipe in recipe(), seed: u64) {
            let sentence = Sentence::new(&"The quick brown fox. ".repeat(10)).unwrap();
            let drawn = |vocabulary: &[Rc<str>]| {
                let mut drawn = Sampler::new(recipe, seed).draw(0, 0, &sentence, vocabulary);
                for (_, corruption) in &mut drawn {
                    if let Corruption::Random(word) = corruption {
                        *word = "".into();
                    }
                }
                drawn
            };
            prop_assert_eq!(drawn(&vocabulary()), drawn(&["one".into()]));
        }

        #[test]
        fn a_higher_rate_selects_what_a_lower_one_did(recipe in recipe(), rate in 0.0..=1.0, seed: u64) {
            let sentence = Sentence::new(&"The quick brown fox. ".repeat(10)).unwrap();
            let higher = Recipe::new(recipe.rate().max(rate), recipe.mask(), recipe.random())
                .unwrap()
                .with_draw(recipe.draw())
                .with_words_only(recipe.words_only());
            let drawn = |recipe| Sampler::new(recipe, seed).draw(0, 0, &sentence, &[]);
            let more = drawn(higher);
            for selected in drawn(recipe) {
                prop_assert!(more.contains(&selected), "{selected:?} is not in {more:?}");
            }
        }
    }
}
