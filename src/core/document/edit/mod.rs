//! Every way in which a document can change.

mod apply;
mod error;
mod further;
mod predictions;
mod selection;
mod text;

use std::rc::Rc;

pub use error::EditError;
pub use further::Training;

use super::{Document, ModelId, WORKSHOP};
use crate::core::{
    math::{Distribution, Probability, Row},
    objective::Place,
    predict::Source,
    text::{Corruption, Recipe, Sentences},
};

/// A change that a person asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another document altogether, as where an example or a file is opened.
    Open(Rc<Document>),
    /// The whole text anew. Words that stand where they stood, counted from either end of the
    /// text, stay selected with their predictions, and so does a word that is typed over.
    SetText(String),
    /// The text of one sentence anew; the same holds for its words. It may become several sentences,
    /// or none.
    SetSentence {
        /// Its index.
        sentence: usize,
        /// Its new text.
        text: String,
    },
    /// A text before the sentence with this index, or at the end.
    InsertText {
        /// The index.
        at: usize,
        /// The text: one sentence or several.
        text: String,
    },
    /// A text that is split already, as by a [`Loading`](crate::core::text::Loading), in which a large
    /// one does not keep a page from drawing: it comes to the same as [`Self::SetText`] or
    /// [`Self::InsertText`].
    Load {
        /// Before which sentence; `None` for the whole text anew.
        at: Option<usize>,
        /// The sentences.
        sentences: Sentences,
    },
    /// Takes a sentence out of the dataset.
    RemoveSentence(usize),
    /// A sentence with all that is selected and predicted in it once more, behind itself.
    DuplicateSentence(usize),
    /// Takes a sentence to another place.
    MoveSentence {
        /// Its index now.
        from: usize,
        /// Its index then.
        to: usize,
    },
    /// Masks the position, or takes it out of the selection with its prediction.
    ToggleMask(Place),
    /// Selects the position, or corrupts a selected one in another way.
    Select {
        /// The position.
        place: Place,
        /// What becomes of it in x̄.
        corruption: Corruption,
    },
    /// Takes all positions out of the selection.
    Deselect(Scope),
    /// Says which word a typed \[MASK\] stands for, or that nobody knows.
    SetTarget {
        /// The typed \[MASK\].
        place: Place,
        /// The word.
        target: Option<Rc<str>>,
    },
    /// Selects positions and their corruption at random, in place of what is selected.
    Draw {
        /// In which sentences.
        scope: Scope,
        /// By which recipe.
        recipe: Recipe,
        /// The seed: with the same one, the same is drawn.
        seed: u64,
        /// The epoch: each has a draw of its own.
        epoch: u64,
    },
    /// A further model.
    AddModel {
        /// Its name, which no other model has.
        name: Rc<str>,
        /// Where its predictions come from.
        source: Source,
    },
    /// Takes out a model with all that was set for it by hand.
    RemoveModel(ModelId),
    /// Gives a model another name.
    RenameModel {
        /// The model.
        model: ModelId,
        /// Its new name, which no other model has.
        name: Rc<str>,
    },
    /// Says where a model's predictions come from. What was set by hand stays.
    SetSource {
        /// The model.
        model: ModelId,
        /// The source.
        source: Source,
    },
    /// Changes what a model predicts at a selected position, which is then set by hand.
    Predict {
        /// The model.
        model: ModelId,
        /// The position.
        place: Place,
        /// The change.
        change: Change,
    },
    /// Forgets what was set for a model by hand: back to its source's predictions.
    BackToModel {
        /// The model.
        model: ModelId,
        /// At which positions.
        scope: Scope,
    },
    /// Steps of training: each moves the logits of a prediction by −η(p − y). The predictions are
    /// then set by hand.
    ///
    /// The same edit again and again, as a page trains frame by frame, is one gesture and one step of
    /// the history, until [`Session::at_rest`](super::Session::at_rest) ends it: where each click on a
    /// button is to be a step of its own, it is called after each.
    Train {
        /// The model.
        model: ModelId,
        /// At which positions.
        scope: Scope,
        /// η: above 0.
        rate: f64,
        /// How many steps: up to 10,000.
        steps: u32,
    },
}

/// A part of the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All sentences.
    Dataset,
    /// The sentence with this index.
    Sentence(usize),
    /// One position.
    Position(Place),
}

/// A change of one prediction.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// What the model gives one row; those that are not locked are rescaled in proportion.
    SetProbability {
        /// The row.
        row: Row,
        /// Its new probability.
        probability: Probability,
    },
    /// The logit of one row, with those of the others as they are.
    SetLogit {
        /// The row.
        row: Row,
        /// Its new logit.
        logit: f64,
    },
    /// Locks a row, so that it stays when another one moves, or unlocks it.
    Lock {
        /// The row.
        row: Row,
        /// Whether it is locked.
        locked: bool,
    },
    /// Lists a further word.
    AddWord(Rc<str>),
    /// Spells a word otherwise.
    Rename {
        /// The word.
        word: Rc<str>,
        /// Its new spelling.
        new: Rc<str>,
    },
    /// Takes a row out; the others share what it had.
    Remove(Row),
    /// Lists the row for all other words.
    ListOthers,
    /// The rows that are not locked share evenly.
    EvenOut,
    /// Divides the logits by a temperature.
    Temperature(f64),
    /// Another prediction altogether.
    Replace(Rc<Distribution>),
}

impl Edit {
    /// Sets what a model gives one of its words.
    pub fn set_probability(
        model: ModelId,
        place: Place,
        word: impl Into<Rc<str>>,
        probability: Probability,
    ) -> Self {
        let row = Row::Word(word.into());
        Self::Predict { model, place, change: Change::SetProbability { row, probability } }
    }

    /// Whether this moves the same thing as an earlier edit that came just before: moves of one slider,
    /// one after the other, are one gesture. Each says anew what becomes of the document as it was before
    /// the first of them, so that the earlier edit can as well be left out.
    pub fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (
                Self::Predict { model, place, change },
                Self::Predict {
                    model: earlier_model,
                    place: earlier_place,
                    change: earlier_change,
                },
            ) => {
                (model, place) == (earlier_model, earlier_place) && change.continues(earlier_change)
            }
            _ => false,
        }
    }

    /// Whether this is an earlier edit, which came just before, once more, and one gesture with it: equal
    /// steps of training are. Each goes on from what the last one has left, so that none can be left out.
    pub fn repeats(&self, earlier: &Self) -> bool {
        WORKSHOP && matches!(self, Self::Train { .. }) && self == earlier
    }
}

impl Change {
    fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::SetProbability { row, .. }, Self::SetProbability { row: earlier, .. })
            | (Self::SetLogit { row, .. }, Self::SetLogit { row: earlier, .. }) => row == earlier,
            (Self::Temperature(_), Self::Temperature(_)) => true,
            _ => false,
        }
    }
}
