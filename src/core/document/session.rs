//! A document while somebody works on it: gestures, undo and redo.

use std::{ops::Range, rc::Rc};

use super::{Document, Edit, EditError, Evaluation, Example, ModelId, WORKSHOP};
use crate::core::{
    math::Distribution,
    objective::{Place, Report},
    sequence::Sequence,
};

/// A document with what follows from it, where the present gesture began, and the way back.
///
/// A person who drags a slider to the end and back expects what was there. At the end the other
/// candidates have 0, and their proportion is lost; so each move of a gesture starts from the
/// document as it was before its first one. Moves of one slider, one after the other, by pointer or
/// by keys, are one gesture and one step of the history.
///
/// A session is a value, too: an edit gives the next one. What two of them have in common they
/// share.
#[derive(Clone, Debug)]
pub struct Session {
    evaluation: Evaluation,
    gesture: Option<Gesture>,
    undo: History,
    redo: History,
}

#[derive(Clone, Debug)]
struct Gesture {
    /// Its latest edit.
    edit: Edit,
    /// The document before its first one, with the prediction that it changes set as it was: it is
    /// then worked out once and not with each move.
    start: Document,
}

impl Session {
    /// Begins to work on a document.
    pub fn new(document: &Document) -> Self {
        Self {
            evaluation: Evaluation::of(document),
            gesture: None,
            undo: History::default(),
            redo: History::default(),
        }
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        self.evaluation.document()
    }

    /// What follows from it.
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// What the objective makes of the first model's predictions.
    pub fn report(&self) -> Rc<Report> {
        let report = self.evaluation.report(ModelId::default());
        report.cloned().unwrap_or_default()
    }

    /// What a model predicts at a selected position.
    pub fn prediction(&self, model: ModelId, place: Place) -> Option<Rc<Distribution>> {
        self.evaluation.prediction(model, place)
    }

    /// The session after an edit.
    ///
    /// # Errors
    /// As [`Document::apply`].
    pub fn apply(&self, edit: &Edit) -> Result<Self, EditError> {
        let running = self.gesture.as_ref().filter(|gesture| edit.continues(&gesture.edit));
        let start = match running {
            Some(gesture) => gesture.start.clone(),
            None => self.evaluation.start_of(edit),
        };
        let document = self.evaluation.apply_to(&start, edit)?;
        let undo = match running {
            Some(_) => self.undo.clone(),
            // The first load of the page has no way back to offer yet.
            None if !WORKSHOP => History::default(),
            None => self.undo.with(self.document(), &document),
        };
        let gesture = Gesture { edit: edit.clone(), start };
        Ok(Self {
            evaluation: self.evaluation.after(&document),
            gesture: Some(gesture),
            undo,
            redo: History::default(),
        })
    }

    /// Ends the present gesture, as where a pointer lets go: the next move is a step of its own.
    #[must_use]
    pub fn at_rest(&self) -> Self {
        Self { gesture: None, ..self.clone() }
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.steps.is_empty()
    }

    /// Whether there is a step to take again.
    pub fn can_redo(&self) -> bool {
        !self.redo.steps.is_empty()
    }

    /// The session before its last step, if there is one.
    #[must_use]
    pub fn undone(&self) -> Option<Self> {
        let (undo, document) = self.undo.without_last()?;
        let redo = self.redo.with(self.document(), &document);
        Some(self.at(&document, undo, redo))
    }

    /// The session with the step that was taken back last, if there is one.
    #[must_use]
    pub fn redone(&self) -> Option<Self> {
        let (redo, document) = self.redo.without_last()?;
        let undo = self.undo.with(self.document(), &document);
        Some(self.at(&document, undo, redo))
    }

    fn at(&self, document: &Document, undo: History, redo: History) -> Self {
        Self { evaluation: self.evaluation.after(document), gesture: None, undo, redo }
    }
}

/// Documents on one side of the present one, the nearest last.
#[derive(Clone, Debug, Default)]
struct History {
    steps: Sequence<Step>,
    weight: usize,
}

/// A document that was there, and how many sentences the step away from it changed.
#[derive(Debug)]
struct Step {
    document: Document,
    weight: usize,
}

/// The most sentences that the steps of a history have changed, all in all. A changed sentence is
/// about half a kilobyte, so a history stays within some 50 MB whatever is done; the oldest steps go
/// first.
const WEIGHT_LIMIT: usize = 100_000;
/// The most steps, however small they are.
const STEP_LIMIT: usize = 5_000;

impl History {
    /// The history with a document that is left for another one.
    fn with(&self, document: &Document, next: &Document) -> Self {
        let weight = own_sentences(document, next) + 1;
        let mut history = self.clone();
        history.weight += weight;
        history.steps.push(Rc::new(Step { document: document.clone(), weight }));
        // The last step stays in any case.
        while history.steps.len() > 1
            && (history.weight > WEIGHT_LIMIT || history.steps.len() > STEP_LIMIT)
        {
            let oldest = history.steps.remove(0);
            history.weight -= oldest.map_or(0, |step| step.weight);
        }
        history
    }

    fn without_last(&self) -> Option<(Self, Document)> {
        let mut history = self.clone();
        let step = history.steps.remove(self.steps.len().checked_sub(1)?)?;
        history.weight -= step.weight;
        Some((history, step.document.clone()))
    }
}

/// How many sentences a document has that another one does not share with it, wherever they stand:
/// a sentence that is moved takes no room.
fn own_sentences(document: &Document, other: &Document) -> usize {
    let (own, others) = document.examples().difference(other.examples());
    let between = |document: &Document, range: Range<usize>| -> Vec<*const Example> {
        document.examples().iter_from(range.start).take(range.len()).map(Rc::as_ptr).collect()
    };
    let mut shared = between(other, others);
    shared.sort_unstable();
    let own = between(document, own);
    own.iter().filter(|sentence| shared.binary_search(sentence).is_err()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{math::Probability, text::Position};

    fn moved(session: &Session, word: &str, value: f64) -> Session {
        let place = Place { sentence: 0, position: Position::new(3).unwrap() };
        let probability = Probability::new(value).unwrap();
        session.apply(&Edit::set_probability(ModelId::default(), place, word, probability)).unwrap()
    }

    fn toggled(session: &Session, position: u32) -> Session {
        let place = Place { sentence: 0, position: Position::new(position).unwrap() };
        session.apply(&Edit::ToggleMask(place)).unwrap()
    }

    #[test]
    fn a_slider_moved_out_and_back_restores_what_was_there() {
        let before = Session::new(&Document::course_item());
        let mut after = before.clone();
        for value in [0.9, 1.0, 0.0, 0.31, 0.7] {
            after = moved(&after, "brown", value);
        }
        assert_eq!(after.document(), before.document());
    }

    #[test]
    fn another_slider_starts_from_what_the_first_one_left() {
        let session = Session::new(&Document::course_item());
        let session = moved(&moved(&session, "brown", 1.0), "red", 0.5);
        assert_eq!(session.report().objective().nats(), libm::log(0.5));
    }

    #[test]
    fn a_drag_is_one_step_and_the_next_drag_another() {
        let start = Session::new(&Document::course_item());
        let once = moved(&moved(&start, "brown", 0.9), "brown", 0.4);
        let twice = moved(&once.at_rest(), "brown", 0.2);
        let back = twice.undone().unwrap();
        assert_eq!(back.document(), once.document());
        let back = back.undone().unwrap();
        assert_eq!(back.document(), start.document());
        assert!(back.undone().is_none() && back.can_redo() && !back.can_undo());
    }

    #[test]
    fn what_is_taken_back_can_be_taken_again_until_something_else_is_done() {
        let start = Session::new(&Document::course_item());
        let done = toggled(&toggled(&start, 1), 2);
        let back = done.undone().unwrap().undone().unwrap();
        let again = back.redone().unwrap().redone().unwrap();
        assert_eq!(again.document(), done.document());
        assert_eq!(again.report(), done.report());
        assert!(again.redone().is_none());
        assert!(!toggled(&back, 4).can_redo());
    }

    #[test]
    fn a_refused_edit_is_no_step() {
        let session = Session::new(&Document::course_item());
        assert!(session.apply(&Edit::RemoveSentence(7)).is_err());
        assert!(!session.can_undo());
    }

    #[test]
    fn large_steps_push_out_the_oldest_ones_and_not_the_last() {
        let text = "A fox. ".repeat(10_000);
        let session = Session::new(&Document::default());
        let mut session = session.apply(&Edit::SetText(text)).unwrap();
        let epoch = |epoch| Edit::Draw {
            scope: crate::core::document::Scope::Dataset,
            recipe: crate::core::text::Recipe::BERT,
            seed: 1,
            epoch,
        };
        for number in 0..30 {
            session = session.apply(&epoch(number)).unwrap();
        }
        assert!(session.undo.weight <= WEIGHT_LIMIT && session.undo.steps.len() >= 9);
    }

    #[test]
    fn a_sentence_that_is_moved_takes_no_room() {
        let text = Edit::SetText("A fox. ".repeat(1_000));
        let mut session = Session::new(&Document::default()).apply(&text).unwrap();
        for _ in 0..2 * WEIGHT_LIMIT / 1_000 {
            session = session.apply(&Edit::MoveSentence { from: 0, to: 999 }).unwrap();
        }
        assert!(session.undo.weight < WEIGHT_LIMIT / 100, "{}", session.undo.weight);
    }
}
