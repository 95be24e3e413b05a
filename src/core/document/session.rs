//! A document while somebody works on it: gestures, undo and redo.

use std::rc::Rc;

use super::{Document, Edit, EditError, Evaluation, ModelId, Trace, WORKSHOP, history::History};
use crate::core::{
    math::Distribution,
    objective::{Place, Report},
};

/// A document with what follows from it, where the present gesture began, and the way back.
///
/// A person who drags a slider to the end and back expects what was there. At the end the other
/// candidates have 0, and their proportion is lost; so each move of a gesture starts from the
/// document as it was before its first one. Moves of one slider, one after the other, by pointer or
/// by keys, are one gesture and one step of the history. So is a run of training, but there each step
/// goes on from the last one.
///
/// A session is a value, too: an edit gives the next one. What two of them have in common they
/// share.
#[derive(Clone, Debug)]
pub struct Session {
    evaluation: Evaluation,
    gesture: Option<Gesture>,
    /// Up to where the present gesture began.
    history: History,
    /// With the present gesture.
    trace: Trace,
}

#[derive(Clone, Debug)]
struct Gesture {
    /// Its latest edit.
    edit: Edit,
    /// How many times that is to be applied to the document before it.
    times: u32,
    /// The document before its first one, with the prediction that it changes set as it was: it is
    /// then worked out once and not with each move.
    start: Document,
}

impl Session {
    /// Begins to work on a document.
    pub fn new(document: &Document) -> Self {
        let evaluation = Evaluation::of(document);
        // The first load of the page has no way back to offer yet.
        let (history, trace) = if WORKSHOP {
            let trace = Trace::of(&evaluation);
            (History::new(document, trace.clone()), trace)
        } else {
            Default::default()
        };
        Self { evaluation, gesture: None, history, trace }
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

    /// The session after an edit. One that changes nothing is no step.
    ///
    /// # Errors
    /// As [`Document::apply`].
    pub fn apply(&self, edit: &Edit) -> Result<Self, EditError> {
        let gesture = self.gesture.as_ref();
        if WORKSHOP && let Some(gesture) = gesture.filter(|gesture| edit.repeats(&gesture.edit)) {
            return self.gone_on(gesture);
        }
        let running = gesture.filter(|gesture| edit.continues(&gesture.edit));
        let (start, history) = if let Some(gesture) = running {
            (gesture.start.clone(), self.history.clone())
        } else {
            let (document, history) = self.settled();
            (self.evaluation.start_of(document, edit), history)
        };
        let document = self.evaluation.apply_to(&start, edit)?;
        let evaluation = self.evaluation.after(&document);
        let trace = match history.trace() {
            Some(_) if WORKSHOP && running.is_some() => self.trace.moved(&evaluation),
            // Another document has a trace of its own. Where a model goes, the others move up, and
            // have the numbers of others from then on.
            Some(before) if WORKSHOP && !matches!(edit, Edit::RemoveModel(_) | Edit::Open(_)) => {
                before.with(&evaluation)
            }
            _ if WORKSHOP => Trace::of(&evaluation),
            _ => Trace::default(),
        };
        let gesture = Some(Gesture { edit: edit.clone(), times: 1, start });
        Ok(Self { evaluation, gesture, history, trace })
    }

    /// The session after the edit of a gesture once more.
    fn gone_on(&self, gesture: &Gesture) -> Result<Self, EditError> {
        let document = self.evaluation.apply(&gesture.edit)?;
        let evaluation = self.evaluation.after(&document);
        let trace = self.trace.with(&evaluation);
        let gesture = Gesture { times: gesture.times + 1, ..gesture.clone() };
        Ok(Self { evaluation, gesture: Some(gesture), history: self.history.clone(), trace })
    }

    /// How the loss has gone up to now, edit by edit; nothing of it without the feature `workshop`.
    /// The way back leads to the trace that there was, too.
    pub fn trace(&self) -> &Trace {
        let is_step = self.gesture.is_none() || self.step().is_some();
        // What changes nothing leaves no trace.
        self.history.trace().filter(|_| !is_step).unwrap_or(&self.trace)
    }

    /// Ends the present gesture, as where a pointer lets go: the next move is a step of its own.
    #[must_use]
    pub fn at_rest(&self) -> Self {
        let (document, history) = self.settled();
        self.at((history, document))
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.step().is_some() || self.history.can_go_back()
    }

    /// Whether there is a step to take again.
    pub fn can_redo(&self) -> bool {
        self.step().is_none() && self.history.can_go_forth()
    }

    /// The session before its last step, if there is one.
    #[must_use]
    pub fn undone(&self) -> Option<Self> {
        self.settled().1.back().map(|there| self.at(there))
    }

    /// The session with the step that was taken back last, if there is one.
    #[must_use]
    pub fn redone(&self) -> Option<Self> {
        self.settled().1.forth().map(|there| self.at(there))
    }

    /// What the present gesture comes to, if that is a step: one that changes nothing is none.
    fn step(&self) -> Option<(&Edit, u32)> {
        let gesture = self.gesture.as_ref()?;
        let before = self.history.present().filter(|_| WORKSHOP)?;
        (before != self.document()).then_some((&gesture.edit, gesture.times))
    }

    /// The document, and the history with the present gesture as its last step. Where the gesture was
    /// no step, it is the document from before: what is the same is to be shared.
    fn settled(&self) -> (Document, History) {
        match (self.step(), self.history.present()) {
            (Some(edit), _) if WORKSHOP => {
                let document = self.document().settled();
                let history = self.history.with(edit, &document, self.trace.clone());
                (document, history)
            }
            (None, Some(before)) if WORKSHOP => (before.clone(), self.history.clone()),
            _ => (self.document().clone(), self.history.clone()),
        }
    }

    fn at(&self, (history, document): (History, Document)) -> Self {
        let trace = if WORKSHOP { history.trace().cloned() } else { None }.unwrap_or_default();
        Self { evaluation: self.evaluation.after(&document), gesture: None, history, trace }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::examples::{MODEL, place},
        math::Probability,
    };

    fn moved(session: &Session, word: &str, value: f64) -> Session {
        let probability = Probability::new(value).unwrap();
        session.apply(&Edit::set_probability(MODEL, place(0, 3), word, probability)).unwrap()
    }

    fn toggled(session: &Session, position: u32) -> Session {
        session.apply(&Edit::ToggleMask(place(0, position))).unwrap()
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
    fn an_edit_that_changes_nothing_is_no_step_and_forgets_none() {
        let start = Session::new(&Document::course_item());
        let undone = toggled(&start, 2).undone().unwrap();
        for edit in [
            Edit::SetText(start.document().text()),
            Edit::MoveSentence { from: 0, to: 0 },
            Edit::RenameModel { model: ModelId(0), name: "my model".into() },
        ] {
            let same = undone.apply(&edit).unwrap();
            assert_eq!(same.document(), start.document());
            assert!(!same.can_undo() && same.can_redo(), "{edit:?}");
        }
        // A drag that ends where it began is none either.
        let away = moved(&undone, "brown", 0.9);
        assert!(away.can_undo() && !away.can_redo());
        let back = moved(&away, "brown", 0.7);
        assert_eq!(back.document(), start.document());
        assert!(!back.can_undo() && back.can_redo());
    }
}
