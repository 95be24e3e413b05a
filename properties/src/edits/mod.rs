//! Edits in any order keep a document sound.

mod decode;
mod promise;

use masklab::core::document::{Document, Edit, Session};

use crate::{bytes::Bytes, sound};
use decode::Step;

/// How much text is looked at, in bytes, before a sequence ends: else the fuzzer would spend its time
/// on long ones of large documents, which show nothing that shorter ones do not show.
const MOST_TEXT: usize = 30_000;

/// What a step counts as beside the text: even an empty document takes its time.
const STEP: usize = 1_000;

/// Bytes decoded into edits and steps of the history, one after the other, each on what the last one
/// left: an edit is taken or refused with a reason, a refused one changes nothing, a taken one keeps
/// its promise and leaves a sound document, and what the session says of it is what a new evaluation
/// says. The way back leads to the start and the way forth to the end, which comes back from its JSON
/// and can be shown.
pub fn edits(data: &[u8]) {
    worked(data);
}

/// The same, and the document at the end: any document is within reach.
pub fn edited(data: &[u8]) -> Document {
    worked(data).session.document().clone()
}

/// The same, and the edits that were taken.
#[cfg(test)]
pub(crate) fn taken(data: &[u8]) -> Vec<Edit> {
    worked(data).taken
}

fn worked(data: &[u8]) -> Work {
    let mut bytes = Bytes::new(data);
    let start = if bytes.below(2) == 0 { Document::course_item() } else { Document::default() };
    let mut work = Work::new(&start);
    let mut text = 0;
    while bytes.are_left() && text < MOST_TEXT {
        work.step(decode::step(&mut bytes, work.session.document()));
        let document = work.session.document();
        text += document.text().len() * document.models().len() + STEP;
    }
    work.there_and_back();
    sound::comes_back(work.session.document());
    sound::can_be_shown(work.session.evaluation());
    work
}

/// A session and what it should say, worked out in the simplest way.
struct Work {
    session: Session,
    gesture: Option<Gesture>,
    /// The documents to which the way back leads, the next one last, and those of the way forth.
    past: Vec<Document>,
    future: Vec<Document>,
    taken: Vec<Edit>,
}

/// A gesture that can go on.
#[derive(Clone)]
struct Gesture {
    /// Its latest edit.
    edit: Edit,
    /// The document before it, and where the ways led then.
    start: Document,
    past: Vec<Document>,
    future: Vec<Document>,
}

impl Work {
    fn new(start: &Document) -> Self {
        sound::examples(start, &Document::default());
        Self {
            session: Session::new(start),
            gesture: None,
            past: Vec::new(),
            future: Vec::new(),
            taken: Vec::new(),
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Edit(edit) => self.edit(edit),
            Step::Rest => {
                self.session = self.session.at_rest();
                self.gesture = None;
            }
            Step::Undo => drop(self.undo()),
            Step::Redo => drop(self.redo()),
        }
        assert_eq!(self.session.can_undo(), !self.past.is_empty(), "a way back");
        assert_eq!(self.session.can_redo(), !self.future.is_empty(), "a way forth");
    }

    fn edit(&mut self, edit: Edit) {
        let before = self.session.document().clone();
        let earlier = self.gesture.as_ref().map(|gesture| &gesture.edit);
        let repeats = earlier.is_some_and(|earlier| edit.repeats(earlier));
        let continues = earlier.is_some_and(|earlier| edit.continues(earlier));
        let running = self.gesture.clone().filter(|_| repeats || continues);
        let gesture = running.unwrap_or_else(|| Gesture {
            edit: edit.clone(),
            start: before.clone(),
            past: self.past.clone(),
            future: self.future.clone(),
        });
        let start = gesture.start.clone();
        // A step of training goes on from the last one of its run.
        let from = if repeats { before.clone() } else { start.clone() };
        // Documents share what they do not differ in: a change in the wrong place would show here.
        let json = [&before, &start].map(Document::to_json);
        let (session, document) = (self.session.apply(&edit), from.apply(&edit));
        assert_eq!([&before, &start].map(Document::to_json), json, "{edit:?} changed the past");
        match (session, document) {
            (Ok(session), Ok(document)) => {
                assert_eq!(session.document(), &document, "the session's document after {edit:?}");
                sound::examples(&document, &before);
                sound::evaluated(session.evaluation());
                promise::keeps(&edit, &from, session.evaluation());
                self.session = session;
                (self.past, self.future) = (gesture.past.clone(), gesture.future.clone());
                // What has changed nothing is no step.
                if document != start {
                    self.past.push(start);
                    self.future.clear();
                }
                self.gesture = Some(Gesture { edit: edit.clone(), ..gesture });
                self.taken.push(edit);
            }
            (Err(refusal), Err(other)) => {
                sound::reason(&refusal);
                // As text, since a number in it may be NaN, which is not equal to itself.
                assert_eq!(refusal.to_string(), other.to_string(), "{edit:?} is refused twice");
            }
            (session, document) => {
                let document = document.map(drop);
                panic!("{edit:?} is taken or refused: {:?}, {document:?}", session.map(drop))
            }
        }
    }

    fn undo(&mut self) -> bool {
        let (from, to) = (&mut self.past, &mut self.future);
        moved(&mut self.session, Session::undone, from, to, &mut self.gesture)
    }

    fn redo(&mut self) -> bool {
        let (from, to) = (&mut self.future, &mut self.past);
        moved(&mut self.session, Session::redone, from, to, &mut self.gesture)
    }

    /// Back to the start, and forth to the end.
    fn there_and_back(&mut self) {
        let end = self.session.document().clone();
        let steps = self.past.len();
        while self.undo() {}
        // What was taken back before lies beyond the end.
        while self.past.len() < steps {
            assert!(self.redo(), "a step is lost on the way back");
        }
        assert_eq!(self.session.document(), &end, "the way back and forth leads elsewhere");
        sound::evaluated(self.session.evaluation());
    }
}

/// One step along the history, if there is one: to the document that was there.
fn moved(
    session: &mut Session,
    step: fn(&Session) -> Option<Session>,
    from: &mut Vec<Document>,
    to: &mut Vec<Document>,
    gesture: &mut Option<Gesture>,
) -> bool {
    let (next, expected) = (step(session), from.pop());
    assert_eq!(next.as_ref().map(Session::document), expected.as_ref(), "a step of the history");
    let Some(next) = next else { return false };
    to.push(session.document().clone());
    *session = next;
    *gesture = None;
    true
}
