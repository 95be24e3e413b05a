//! The one door through which a document changes.

use std::rc::Rc;

use super::{Edit, EditError};
use crate::core::{
    document::{Document, Evaluation, Example, WORKSHOP},
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

    pub(super) fn with(
        &self,
        edit: &Edit,
        counts: &dyn Fn() -> Rc<Counts>,
    ) -> Result<Self, EditError> {
        match edit {
            Edit::SetText(text) if WORKSHOP => self.with_text(0..self.examples.len(), text),
            Edit::ToggleMask(place) => self.toggled(*place),
            Edit::Predict { model, place, change } => {
                self.predicted(*model, *place, change, counts)
            }
            further if WORKSHOP => self.with_further(further, counts),
            _ => Err(EditError::NotHere),
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
        document.with(edit, &|| self.counts_or_count())
    }

    /// The counts of the dataset; where no model has asked for them yet, they are made.
    pub(super) fn counts_or_count(&self) -> Rc<Counts> {
        self.counts().cloned().unwrap_or_else(|| Rc::new(self.document().counts()))
    }

    /// The document from which a gesture starts with an edit, given one that says the same as this
    /// one's: where the edit changes a prediction, with that set by hand as it is. The edit gives the
    /// same on both.
    pub(in crate::core::document) fn start_of(&self, document: Document, edit: &Edit) -> Document {
        if WORKSHOP
            && let Edit::Predict { model, place, .. } = edit
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
        document
    }
}
