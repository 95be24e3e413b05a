//! A document while somebody works on it.

use super::{Document, Edit, EditError};

/// A document, and where the present gesture began.
///
/// A person who drags a slider to the end and back expects what was there. At the end the other
/// candidates have 0, and their proportion is lost; so each move of a gesture starts from the
/// document as it was before its first one. Moves of one slider, one after the other, by pointer or
/// by keys, are one gesture.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    document: Document,
    gesture: Option<Gesture>,
}

#[derive(Clone, Debug, PartialEq)]
struct Gesture {
    /// Its latest edit.
    edit: Edit,
    /// The document before its first one.
    start: Document,
}

impl Session {
    /// Begins to work on a document.
    pub fn new(document: Document) -> Self {
        Self { document, gesture: None }
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The session after an edit.
    ///
    /// # Errors
    /// As [`Document::apply`].
    pub fn apply(&self, edit: &Edit) -> Result<Self, EditError> {
        let start = match &self.gesture {
            Some(gesture) if edit.continues(&gesture.edit) => &gesture.start,
            _ => &self.document,
        };
        let document = start.apply(edit)?;
        let gesture = Gesture { edit: edit.clone(), start: start.clone() };
        Ok(Self { document, gesture: Some(gesture) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{math::Probability, objective::Place, text::Position};

    fn moved(session: &Session, word: &str, value: f64) -> Session {
        let place = Place { sentence: 0, position: Position::new(3).unwrap() };
        let probability = Probability::new(value).unwrap();
        session.apply(&Edit::SetProbability { place, word: word.into(), probability }).unwrap()
    }

    #[test]
    fn a_slider_moved_out_and_back_restores_what_was_there() {
        let before = Session::new(Document::course_item());
        let mut after = before.clone();
        for value in [0.9, 1.0, 0.0, 0.31, 0.7] {
            after = moved(&after, "brown", value);
        }
        assert_eq!(after.document(), before.document());
    }

    #[test]
    fn another_slider_starts_from_what_the_first_one_left() {
        let session = Session::new(Document::course_item());
        let session = moved(&moved(&session, "brown", 1.0), "red", 0.5);
        let report = session.document().report();
        assert_eq!(report.objective().nats(), libm::log(0.5));
    }
}
