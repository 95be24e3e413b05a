//! The edits that the page's first load does without: they would make it a third larger.

mod changes;
mod drawing;
mod models;
mod sentences;
mod training;

use std::rc::Rc;

pub use training::Training;

use super::{Edit, EditError};
use crate::core::{document::Document, predict::Counts};

impl Document {
    /// The document after any of these edits.
    pub(super) fn with_further(
        &self,
        edit: &Edit,
        counts: &dyn Fn() -> Rc<Counts>,
    ) -> Result<Self, EditError> {
        match edit {
            Edit::Open(document) => Ok(Document::clone(document)),
            Edit::SetSentence { sentence, text } => self.with_sentence_text(*sentence, text),
            Edit::InsertText { at, text } => self.with_text_inserted(*at, text),
            Edit::Load { at, sentences } => self.loaded(*at, sentences),
            Edit::RemoveSentence(sentence) => self.without_sentence(*sentence),
            Edit::DuplicateSentence(sentence) => self.with_sentence_twice(*sentence),
            Edit::MoveSentence { from, to } => self.with_sentence_moved(*from, *to),
            Edit::SetTarget { place, target } => self.with_target(*place, target.as_ref()),
            Edit::Draw { scope, recipe, seed, epoch } => {
                self.drawn(*scope, *recipe, (*seed, *epoch), counts)
            }
            Edit::AddModel { name, source } => self.with_model(name, *source),
            Edit::RemoveModel(model) => self.without_model(*model),
            Edit::RenameModel { model, name } => self.with_model_renamed(*model, name),
            Edit::SetSource { model, source } => self.with_source(*model, *source),
            Edit::BackToModel { model, scope } => self.forgotten(*model, *scope),
            Edit::Train { model, scope, rate, steps } => {
                Ok(self.trained(*model, *scope, (*rate, *steps), counts)?.document)
            }
            Edit::Select { place, corruption } => self.selected(*place, corruption),
            Edit::Deselect(scope) => self.deselected(*scope),
            Edit::SetText(_) | Edit::ToggleMask(_) | Edit::Predict { .. } => {
                self.with(edit, counts)
            }
        }
    }
}
