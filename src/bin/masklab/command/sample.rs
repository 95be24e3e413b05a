//! `masklab sample`: a document of a text.

use std::num::NonZeroUsize;

use clap::{Args, ValueEnum};
use masklab::core::{
    document::{Document, Edit, ModelId, Scope},
    math::{Probability, TypedError, typed_probability},
    predict,
    text::{Draw, Recipe, RecipeError},
};

use super::{
    Fault,
    files::{Input, Output},
};

const NOTES: &str = "\
Examples:
  masklab sample text.txt --rate 15% --seed 7
  masklab sample text.txt --seed 7 --epoch 1 --each-token --source neighbours -o epoch-1.json
  echo 'A [MASK] barks.' | masklab sample - --rate 0 | masklab evaluate -

A rate or a share is typed as 0.15, 15% or 3/20. The same text, seed, epoch and recipe give the same
draw everywhere, for each sentence by itself. A [MASK] in the text is selected whatever is drawn. What
is neither masked nor replaced at random is kept, and predicted all the same.";

#[derive(Args, Debug)]
#[command(after_help = NOTES, allow_negative_numbers = true)]
pub(super) struct Sample {
    #[command(flatten)]
    input: Input,
    /// The share of the tokens that are selected, from 0 to 1.
    #[arg(long, value_parser = share, default_value_t = Recipe::BERT.rate())]
    rate: f64,
    /// The seed, a whole number from 0 on: with the same one, the same is drawn.
    #[arg(long, value_name = "N", value_parser = whole("a seed"), default_value_t = 0)]
    seed: u64,
    /// The epoch, a whole number from 0 on: each has a draw of its own.
    #[arg(long, value_name = "N", value_parser = whole("an epoch"), default_value_t = 0)]
    epoch: u64,
    /// The share of the selected tokens that become [MASK].
    #[arg(long, value_name = "SHARE", value_parser = share, default_value_t = Recipe::BERT.mask())]
    mask: f64,
    /// The share of the selected tokens that become a random word.
    #[arg(long, value_name = "SHARE", value_parser = share, default_value_t = Recipe::BERT.random())]
    random: f64,
    /// Selects the rounded share of each sentence, at least one token, as BERT did (the default).
    #[arg(long, conflicts_with = "each_token")]
    fixed_count: bool,
    /// Selects each token by itself with the rate as its probability, as Hugging Face does.
    #[arg(long)]
    each_token: bool,
    /// Selects words and numbers alone, no punctuation.
    #[arg(long)]
    words_only: bool,
    /// Draws in this sentence alone, counted from 1.
    #[arg(long, value_name = "N", value_parser = sentence)]
    sentence: Option<NonZeroUsize>,
    /// Where the predictions come from.
    #[arg(long, value_enum, default_value = "by-hand")]
    source: Source,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Source {
    /// Even over a few words of the sentence, until a person sets them.
    ByHand,
    /// The same for every word of the text: a model before any training.
    Uniform,
    /// How often a word stands in the other sentences.
    Unigram,
    /// How often a word stands between the neighbours in the other sentences.
    Neighbours,
}

impl Source {
    fn of_the_core(self) -> predict::Source {
        match self {
            Self::ByHand => predict::Source::ByHand,
            Self::Uniform => predict::Source::UNIFORM,
            Self::Unigram => predict::Source::UNIGRAM,
            Self::Neighbours => predict::Source::NEIGHBOURS,
        }
    }
}

/// A share as people type it.
fn share(text: &str) -> Result<f64, TypedError> {
    typed_probability(text).map(Probability::value)
}

/// Reads the number of something that is counted from 0 on.
fn whole(what: &'static str) -> impl Fn(&str) -> Result<u64, String> + Clone {
    move |text| {
        let refusal = |_| format!("{what} is a whole number from 0 to {}", u64::MAX);
        text.parse().map_err(refusal)
    }
}

/// The number of a sentence.
fn sentence(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse().map_err(|_| "sentences are counted from 1: give 1 for the first")
}

impl Sample {
    pub(super) fn run(&self) -> Result<(), Fault> {
        let recipe = self.recipe()?;
        let text = self.input.text()?;
        let name = self.input.name();
        let mut document = Document::default();
        for edit in self.edits(text, recipe) {
            document = document.apply(&edit).map_err(|error| Fault::of(&name, error))?;
            let sentences = document.examples().len();
            if sentences == 0 {
                let what = "there is no word in it: give a text with at least one";
                return Err(Fault::of(&name, what));
            }
            if let Some(number) = self.sentence.filter(|number| number.get() > sentences) {
                let there_are = match sentences {
                    1 => "the text has 1 sentence".into(),
                    _ => format!("the text has {sentences} sentences"),
                };
                let what = format!("there is no sentence {number}: {there_are}");
                return Err(Fault::of("--sentence", what));
            }
        }
        self.output.write(&document.to_json(), Some(&self.input))
    }

    fn recipe(&self) -> Result<Recipe, Fault> {
        let recipe = Recipe::new(self.rate, self.mask, self.random).map_err(|error| {
            let option = match error {
                RecipeError::Rate => "--rate",
                RecipeError::Mask => "--mask",
                RecipeError::Random => "--random",
                RecipeError::Shares => "--mask and --random",
            };
            Fault::of(option, error)
        })?;
        let draw = if self.each_token { Draw::EachToken } else { Draw::FixedCount };
        Ok(recipe.with_draw(draw).with_words_only(self.words_only))
    }

    fn edits(&self, text: String, recipe: Recipe) -> Vec<Edit> {
        let mut edits = vec![Edit::SetText(text)];
        let source = self.source.of_the_core();
        if source != predict::Source::ByHand {
            let model = ModelId::default();
            edits.push(Edit::SetSource { model, source });
            edits.push(Edit::RenameModel { model, name: source.name().into() });
        }
        let scope = match self.sentence {
            None => Scope::Dataset,
            Some(number) => Scope::Sentence(number.get() - 1),
        };
        edits.push(Edit::Draw { scope, recipe, seed: self.seed, epoch: self.epoch });
        edits
    }
}
