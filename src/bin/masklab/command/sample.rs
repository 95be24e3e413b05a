//! `masklab sample`: a document of a text.

use clap::{Args, ValueEnum};
use masklab::core::{
    document::{Document, Edit, ModelId, Scope},
    predict,
    text::{Draw, Recipe, RecipeError},
};

use super::{
    Fault,
    files::{Input, Output},
};

const NOTES: &str = "\
Examples:
  masklab sample text.txt --rate 0.15 --seed 7
  masklab sample text.txt --seed 7 --epoch 1 --each-token --source neighbours -o epoch-1.json
  echo 'A [MASK] barks.' | masklab sample - --rate 0 | masklab evaluate -

The same text, seed, epoch and recipe give the same draw everywhere, for each sentence by itself. A
[MASK] in the text is selected whatever is drawn. What is neither masked nor replaced at random is
kept, and predicted all the same.";

#[derive(Args, Debug)]
#[command(after_help = NOTES, allow_negative_numbers = true)]
pub(super) struct Sample {
    #[command(flatten)]
    input: Input,
    /// The share of the tokens that are selected, from 0 to 1.
    #[arg(long, default_value_t = Recipe::BERT.rate())]
    rate: f64,
    /// The seed: with the same one, the same is drawn.
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// The epoch: each has a draw of its own.
    #[arg(long, value_name = "N", default_value_t = 0)]
    epoch: u64,
    /// The share of the selected tokens that become [MASK].
    #[arg(long, value_name = "SHARE", default_value_t = Recipe::BERT.mask())]
    mask: f64,
    /// The share of the selected tokens that become a random word.
    #[arg(long, value_name = "SHARE", default_value_t = Recipe::BERT.random())]
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
    #[arg(long, value_name = "N")]
    sentence: Option<usize>,
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

impl Sample {
    pub(super) fn run(&self) -> Result<(), Fault> {
        let recipe = self.recipe()?;
        let text = self.input.text()?;
        let name = self.input.name();
        let mut document = Document::default();
        for edit in self.edits(text, recipe)? {
            document = document.apply(&edit).map_err(|error| Fault::of(&name, error))?;
            if document.examples().is_empty() {
                let what = "there is no word in it: give a text with at least one";
                return Err(Fault::of(&name, what));
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

    fn edits(&self, text: String, recipe: Recipe) -> Result<Vec<Edit>, Fault> {
        let mut edits = vec![Edit::SetText(text)];
        let source = self.source.of_the_core();
        if source != predict::Source::ByHand {
            let model = ModelId::default();
            edits.push(Edit::SetSource { model, source });
            edits.push(Edit::RenameModel { model, name: source.name().into() });
        }
        let scope = match self.sentence {
            None => Scope::Dataset,
            Some(number) => Scope::Sentence(number.checked_sub(1).ok_or_else(|| {
                Fault::of("--sentence", "sentences are counted from 1: give 1 for the first")
            })?),
        };
        edits.push(Edit::Draw { scope, recipe, seed: self.seed, epoch: self.epoch });
        Ok(edits)
    }
}
