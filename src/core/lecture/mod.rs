//! A lecture on the present document: one thing after the other, each with a question before its answer.
//!
//! The steps follow the objective from a sentence to a training step. What they say of sums, means and
//! logarithms is the worked solution's; what is asked before it, is here.

mod pace;
mod slides;
#[cfg(test)]
mod tests;
mod topic;

use std::rc::Rc;

pub use pace::Pace;
pub use slides::slides;
pub use topic::Topic;

use super::{
    document::{Evaluation, ModelId},
    explain::{Formula, Line, Prose},
    math::{Distribution, Unit},
    messages::Language,
    objective::{Numbered, Reduction},
    plot::Picture,
};

/// What a lecture is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The document and what follows from it.
    pub evaluation: &'a Evaluation,
    /// The model whose predictions are shown.
    pub model: ModelId,
    /// The term at whose position the prediction is looked at.
    pub chosen: Option<Numbered<'a>>,
    /// The unit of logarithms.
    pub unit: Unit,
    /// How the losses become one.
    pub reduction: Reduction,
    /// η of the training step at the end.
    pub rate: f64,
    /// The language of words and numbers.
    pub language: Language,
}

/// A step of the lecture: first what is asked, then the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Which step it is.
    pub topic: Topic,
    /// Its heading.
    pub title: String,
    /// What is asked; `None` where there is nothing to find out and all is shown at once.
    pub question: Option<String>,
    /// What is seen while that is asked.
    pub asked: Drawn,
    /// What is seen with the answer.
    pub answered: Drawn,
    /// What is computed, in symbols; seen from the start.
    pub symbols: Option<Formula>,
    /// The same with words and numbers put in: the answer.
    pub lines: Vec<Line>,
    /// What the answer says.
    pub words: Prose,
}

/// What is seen on a slide.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    /// Nothing.
    Nothing,
    /// The sentences.
    Text(Reading),
    /// A prediction as bars, with as much as is known of it by now.
    Prediction(Rc<Distribution>, Known),
    /// A plot of the whole.
    Picture(Picture),
}

/// How much is known of a prediction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// What it gives each word.
    Words,
    /// Which of them is the target, too.
    Target,
    /// And what that costs.
    Loss,
}

/// How much of a sentence is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// x.
    Original,
    /// x with A(x) marked.
    Selected,
    /// x̄.
    Corrupted,
}

/// So many sentences are shown on a slide.
const SHOWN: usize = 3;

/// The sentences that a slide shows, by their index: the one that is looked at and others with something
/// selected, or else the first ones. And how many are left out.
pub fn sentences(subject: &Subject<'_>) -> (Vec<usize>, usize) {
    let examples = subject.evaluation.document().examples();
    let is_marked =
        |index: &usize| examples.get(*index).is_some_and(|example| !example.selected().is_empty());
    let looked_at = subject.chosen.map(|chosen| chosen.place.sentence);
    let mut shown: Vec<usize> = looked_at.into_iter().collect();
    let marked = (0..examples.len()).filter(is_marked);
    for index in marked.chain(0..examples.len()) {
        if shown.len() == SHOWN {
            break;
        }
        if !shown.contains(&index) {
            shown.push(index);
        }
    }
    shown.sort_unstable();
    let left_out = examples.len() - shown.len();
    (shown, left_out)
}
