//! `masklab evaluate`: the objective, in words or for programs.

use clap::{
    Args, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use masklab::core::{
    document::{Evaluation, ModelId},
    explain::Solution,
    math::Unit,
    messages::Language,
    objective::Reduction,
    share::solution,
};

use super::{
    Fault, comparison,
    files::{Input, Output},
    json, visible,
};

const NOTES: &str = "\
Examples:
  masklab evaluate fox.json
  masklab evaluate fox.json --format latex -o fox.tex
  masklab evaluate fox.json --format csv --unit bits
  masklab sample text.txt --seed 7 --source unigram | masklab evaluate - --format json

text   the worked solution; before it, where there are several models, their numbers side by side
json   every number in full, in the unit that the report names, but the perplexity and the
       probabilities, which have none. JSON has no infinity: it is \"Infinity\" or \"-Infinity\", the
       logarithm of an impossible target. What is undefined, as a mean of nothing, is null.
       \"selected\" counts the positions with a target, \"untargeted\" those where it is still to be
       given, as where [MASK] was typed: no sum and no mean has them.
       Entropy is null where a counting model's words are not all worked out.
csv    a row for each model and term. The last column names its unit; an impossible target has
       -Infinity there. A name or target of several characters that begins with = + - @ has an
       apostrophe in front, so that no spreadsheet takes it for a formula.
latex  the worked solution as a document that compiles as it is

Reductions: sum (L itself), mean (over the selected positions, as PyTorch and Hugging Face), \
mean-of-sums
and mean-of-means (over sentences).";

#[derive(Args, Debug)]
#[command(after_help = NOTES)]
pub(super) struct Evaluate {
    #[command(flatten)]
    input: Input,
    /// How the answer is written.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// The unit of logarithms.
    #[arg(long, value_parser = unit(), default_value = Unit::default().name())]
    unit: Unit,
    /// How the losses become one: mean in text, and all of them in JSON, unless one is chosen.
    #[arg(long, value_parser = reduction())]
    reduction: Option<Reduction>,
    /// The model by its name. Without it: all of them, or the first in LaTeX.
    #[arg(long, value_name = "NAME")]
    model: Option<String>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
    Latex,
}

fn unit() -> impl TypedValueParser<Value = Unit> {
    let named = |name: String| Unit::ALL.into_iter().find(|unit| unit.name() == name);
    PossibleValuesParser::new(Unit::ALL.map(Unit::name))
        .map(move |name| named(name).unwrap_or_default())
}

fn reduction() -> impl TypedValueParser<Value = Reduction> {
    let named = |name: String| Reduction::ALL.into_iter().find(|known| known.name() == name);
    PossibleValuesParser::new(Reduction::ALL.map(Reduction::name))
        .map(move |name| named(name).unwrap_or_default())
}

impl Evaluate {
    pub(super) fn run(&self) -> Result<(), Fault> {
        let document = self.input.document()?;
        let models = self.input.models(&document, self.model.as_deref())?;
        let evaluation = Evaluation::of(&document);
        let answer = match self.format {
            Format::Text => self.text(&evaluation, &models),
            Format::Json => json::report(&evaluation, &models, self.unit, self.reduction),
            Format::Csv => evaluation.to_csv(&models, self.unit),
            Format::Latex => {
                let first = models.first().and_then(|&model| self.solution(&evaluation, model));
                first.map(|solution| solution.to_latex()).unwrap_or_default()
            }
        };
        self.output.write(&answer, Some(&self.input))
    }

    fn text(&self, evaluation: &Evaluation, models: &[ModelId]) -> String {
        let mut text = String::new();
        if models.len() > 1 {
            let reduction = self.reduction.unwrap_or_default();
            text = comparison::side_by_side(evaluation, models, self.unit, reduction);
        }
        for &id in models {
            let (Some(model), Some(solution)) =
                (evaluation.document().model(id), self.solution(evaluation, id))
            else {
                continue;
            };
            if models.len() > 1 {
                let name = visible(model.name());
                let line = "=".repeat(comparison::width(&name));
                text.extend(["\n", &name, "\n", &line, "\n\n"]);
            }
            text.push_str(&solution.to_plain());
        }
        text
    }

    fn solution(&self, evaluation: &Evaluation, model: ModelId) -> Option<Solution> {
        let how = (self.unit, self.reduction.unwrap_or_default());
        solution(evaluation, model, how, Language::English)
    }
}
