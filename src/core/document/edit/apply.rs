//! The one door through which a document changes.

use std::rc::Rc;

use super::{Edit, EditError};
use crate::core::{
    document::{Document, Evaluation, Example},
    predict::Counts,
    sequence::Sequence,
};

impl Document {
    /// The document after an edit.
    ///
    /// # Errors
    /// Says why the edit is refused.
    ///
    /// ```
    /// use masklab::core::{document::{Document, Edit}, objective::Place, text::Position};
    ///
    /// let document = Document::course_item();
    /// let quick = Place { sentence: 0, position: Position::new(2).unwrap() };
    /// let masked = document.apply(&Edit::ToggleMask(quick)).unwrap();
    /// assert_eq!(masked.report().selected(), 2);
    /// ```
    pub fn apply(&self, edit: &Edit) -> Result<Self, EditError> {
        self.with(edit, &|| Rc::new(self.counts()))
    }

    fn with(&self, edit: &Edit, counts: &dyn Fn() -> Rc<Counts>) -> Result<Self, EditError> {
        match edit {
            Edit::SetText(text) => self.with_text(0..self.examples.len(), text),
            Edit::SetSentence { sentence, text } => self.with_sentence_text(*sentence, text),
            Edit::InsertText { at, text } => self.with_text_inserted(*at, text),
            Edit::RemoveSentence(sentence) => self.without_sentence(*sentence),
            Edit::DuplicateSentence(sentence) => self.with_sentence_twice(*sentence),
            Edit::MoveSentence { from, to } => self.with_sentence_moved(*from, *to),
            Edit::ToggleMask(place) => self.toggled(*place),
            Edit::Select { place, corruption } => self.selected(*place, corruption),
            Edit::Deselect(scope) => self.deselected(*scope),
            Edit::SetTarget { place, target } => self.with_target(*place, target.as_ref()),
            Edit::Draw { scope, recipe, seed, epoch } => {
                self.drawn(*scope, *recipe, (*seed, *epoch), counts)
            }
            Edit::AddModel { name, source } => self.with_model(name, *source),
            Edit::RemoveModel(model) => self.without_model(*model),
            Edit::RenameModel { model, name } => self.with_model_renamed(*model, name),
            Edit::SetSource { model, source } => self.with_source(*model, *source),
            Edit::Predict { model, place, change } => {
                self.predicted(*model, *place, change, counts)
            }
            Edit::BackToModel { model, scope } => self.forgotten(*model, *scope),
            Edit::Train { model, scope, rate, steps } => {
                self.trained(*model, *scope, (*rate, *steps), counts)
            }
        }
    }

    /// The document with other sentences.
    pub(super) fn having(&self, examples: Sequence<Example>) -> Self {
        Self { examples, models: self.models.clone() }
    }
}

impl Evaluation {
    /// The evaluated document after an edit, as [`Document::apply`] gives it, but without counting
    /// the dataset anew.
    ///
    /// # Errors
    /// Says why the edit is refused.
    pub fn apply(&self, edit: &Edit) -> Result<Document, EditError> {
        self.apply_to(self.document(), edit)
    }

    /// As [`Self::apply`], to a document with the same tokens.
    pub(in crate::core::document) fn apply_to(
        &self,
        document: &Document,
        edit: &Edit,
    ) -> Result<Document, EditError> {
        document
            .with(edit, &|| self.counts().cloned().unwrap_or_else(|| Rc::new(document.counts())))
    }

    /// The document from which a gesture starts with an edit: where that changes a prediction, with
    /// the prediction set by hand as it is. The edit gives the same on both.
    pub(in crate::core::document) fn start_of(&self, edit: &Edit) -> Document {
        let document = self.document();
        if let Edit::Predict { model, place, .. } = edit
            && let Some(prediction) = self.prediction(*model, *place)
            && let Ok(start) = document.with_example(place.sentence, |example| {
                if let Some(selected) = example.at_mut(place.position) {
                    selected.set_by_hand(*model, Some(prediction));
                }
                Ok(())
            })
        {
            return start;
        }
        document.clone()
    }
}
