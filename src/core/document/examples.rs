//! For tests: documents made by a few edits.

use super::{Document, Edit, ModelId};
use crate::core::{objective::Place, predict::Source, text::Position};

/// The first model.
pub(super) const MODEL: ModelId = ModelId(0);

/// A position of a sentence: the sentence counted from 0, the position from 1.
pub(super) fn place(sentence: usize, position: u32) -> Place {
    Place { sentence, position: Position::new(position).unwrap() }
}

pub(super) fn apply(document: &Document, edit: &Edit) -> Document {
    document.apply(edit).unwrap()
}

pub(super) fn edited(document: &Document, edits: &[Edit]) -> Document {
    edits.iter().fold(document.clone(), |document, edit| apply(&document, edit))
}

pub(super) fn typed(text: &str) -> Document {
    apply(&Document::default(), &Edit::SetText(text.into()))
}

pub(super) fn masked(document: &Document, sentence: usize, position: u32) -> Document {
    apply(document, &Edit::ToggleMask(place(sentence, position)))
}

/// What the model reads of each sentence.
pub(super) fn corrupted(document: &Document) -> Vec<String> {
    document.examples().iter().map(|example| example.corrupted()).collect()
}

/// A masked word between neighbours that stand in another sentence, too.
pub(super) fn counting() -> Document {
    let source = Edit::SetSource { model: MODEL, source: Source::NEIGHBOURS };
    masked(&apply(&typed("The fox ran. The dog ran. The dog slept."), &source), 0, 2)
}
