//! A worked solution: from the sentences and the predictions, step by step, to the objective, the
//! loss, and what they mean.

use std::rc::Rc;

use super::{formula::Formula, prose::Prose};
use crate::core::{
    math::{Distribution, Unit},
    messages::Language,
    objective::{Place, Reduction, Report},
    text::Corruption,
};

#[cfg(test)]
mod any_document;
mod case;
mod entropy;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod german;
mod latex;
mod loss;
mod meaning;
mod selection;
mod sums;
mod terms;
#[cfg(test)]
mod tests;
mod written;

use case::Case;

/// What is to be worked out.
#[derive(Clone, Copy)]
pub struct Worked<'a> {
    /// The language of the solution.
    pub language: Language,
    /// The terms and their sums.
    pub report: &'a Report,
    /// The unit in which logarithms are written.
    pub unit: Unit,
    /// How the losses become one.
    pub reduction: Reduction,
    /// The sentence with an index, counted from 0: x and x̄.
    pub text: &'a dyn Fn(usize) -> Option<(String, String)>,
    /// What becomes of a selected position in x̄.
    pub corruption: &'a dyn Fn(Place) -> Option<Corruption>,
    /// What the model predicts at a selected position.
    pub prediction: &'a dyn Fn(Place) -> Option<Rc<Distribution>>,
}

/// A worked solution.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// The language of its words and numbers.
    pub language: Language,
    /// Which logarithm is meant.
    pub preface: Prose,
    /// The steps in their order; at least one.
    pub steps: Vec<Step>,
}

/// A step of a solution.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which step it is.
    pub kind: StepKind,
    /// Its heading.
    pub title: &'static str,
    /// What is computed, in symbols; `None` where nothing is.
    pub symbols: Option<Formula>,
    /// The same with words and numbers put in.
    pub lines: Vec<Line>,
    /// What the numbers say.
    pub words: Prose,
}

/// Which step of a solution a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// x, A(x) and x̄ of each sentence.
    Selection,
    /// log Pr(xᵢ|x̄) of each selected position.
    Terms,
    /// The inner sum of each sentence; left out where there is only one.
    InnerSums,
    /// The outer sum J.
    Objective,
    /// L = −J.
    Loss,
    /// The mean loss; left out where the sum was chosen.
    Mean,
    /// −Σₖ yₖ log pₖ.
    CrossEntropy,
    /// Masked-token perplexity.
    Perplexity,
    /// What a training step does.
    Meaning,
}

impl StepKind {
    /// The name that the page carries as an anchor.
    pub fn name(self) -> &'static str {
        match self {
            Self::Selection => "selection",
            Self::Terms => "terms",
            Self::InnerSums => "inner-sums",
            Self::Objective => "objective",
            Self::Loss => "loss",
            Self::Mean => "mean",
            Self::CrossEntropy => "cross-entropy",
            Self::Perplexity => "perplexity",
            Self::Meaning => "meaning",
        }
    }
}

/// A line of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A chain of equations.
    Equation(Equation),
    /// A line that is not computed: a sentence that is given, or what is left out.
    Text(Prose),
}

/// subject = numbers = … = result.
#[derive(Clone, Debug, PartialEq)]
pub struct Equation {
    /// What is found.
    pub subject: Formula,
    /// How it is found, with numbers put in; empty where it is given.
    pub numbers: Vec<Formula>,
    /// What it is.
    pub result: Formula,
}

impl Equation {
    /// All sides from left to right; at least two.
    pub fn sides(&self) -> impl Iterator<Item = &Formula> {
        [&self.subject].into_iter().chain(&self.numbers).chain([&self.result])
    }
}

impl From<Equation> for Line {
    fn from(equation: Equation) -> Self {
        Self::Equation(equation)
    }
}

impl Solution {
    /// Works out a report.
    pub fn new(worked: &Worked<'_>) -> Self {
        let case = Case::new(worked);
        let mut steps = vec![selection::selection(&case)];
        steps.extend(terms::terms(&case));
        steps.extend(sums::inner_sums(&case));
        steps.push(sums::objective(&case));
        steps.push(loss::loss(&case));
        steps.extend(loss::mean_loss(&case));
        steps.extend(entropy::cross_entropy(&case));
        steps.push(entropy::perplexity(&case));
        steps.extend(meaning::meaning(&case));
        let language = worked.language;
        Self { language, preface: preface(language, worked.unit), steps }
    }
}

fn preface(language: Language, unit: Unit) -> Prose {
    let phrases = &language.messages().solution;
    Prose::text(match unit {
        Unit::Nats => phrases.in_nats,
        Unit::Bits => phrases.in_bits,
        Unit::Log10 => phrases.in_log10,
    })
}
