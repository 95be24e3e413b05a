//! The only state of the page: the document in its session, and what follows from it.

use std::{ops::Deref, rc::Rc};

use masklab::core::{
    document::{Document, Edit, ModelId, Session},
    math::Distribution,
    objective::{Place, Report},
};
use yew::prelude::*;

use super::widgets::hues;

/// What the page shows, all of it derived from the session.
#[derive(Debug)]
pub(crate) struct Store {
    session: Session,
    /// The document as it is now.
    pub(crate) document: Rc<Document>,
    /// What the objective makes of it.
    pub(crate) report: Rc<Report>,
    /// The colours of its terms.
    pub(crate) hues: Rc<[usize]>,
    /// Why the last edit was refused, if it was.
    pub(crate) refusal: Option<AttrValue>,
    /// How many edits have been refused: a field that shows what was refused has to be drawn anew.
    pub(crate) refusals: u32,
}

impl Store {
    fn of(session: Session) -> Self {
        let report = session.report();
        Self {
            document: Rc::new(session.document().clone()),
            hues: hues(&report),
            report,
            session,
            refusal: None,
            refusals: 0,
        }
    }

    /// Whether a \[MASK\] stands in the text itself.
    pub(crate) fn has_typed_mask(&self) -> bool {
        self.report.untargeted() > 0
    }

    /// What the model predicts at a selected position.
    pub(crate) fn prediction(&self, place: Place) -> Option<Rc<Distribution>> {
        self.session.prediction(ModelId::default(), place)
    }
}

/// The store as the page hands it around: cheap to clone, and equal where it is the same one.
#[derive(Clone, Debug)]
pub(crate) struct View(Rc<Store>);

impl View {
    /// Begins to work on a document.
    pub(crate) fn new(document: &Document) -> Self {
        Self(Rc::new(Store::of(Session::new(document))))
    }
}

impl Reducible for View {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let after = if is_too_long(&edit) {
            Err(TOO_LONG.into())
        } else {
            self.session.apply(&edit).map_err(|error| AttrValue::from(error.to_string()))
        };
        let store = match after.and_then(shown_at_once) {
            Ok(session) => Store { refusals: self.refusals, ..Store::of(session) },
            Err(refusal) => Store {
                session: self.session.clone(),
                document: self.document.clone(),
                report: self.report.clone(),
                hues: self.hues.clone(),
                refusal: Some(refusal),
                refusals: self.refusals + 1,
            },
        };
        Rc::new(Self(Rc::new(store)))
    }
}

/// The most characters and the most tokens that the page takes: it draws all of them at once.
const CHARACTER_LIMIT: usize = 20_000;
const TOKEN_LIMIT: usize = 3_000;
const TOO_LONG: &str = "The text has more than 20,000 characters or 3,000 words and marks, and the page \
    cannot show more at once. It stays as it was: try a shorter one.";

fn is_too_long(edit: &Edit) -> bool {
    matches!(edit, Edit::SetText(text) if text.chars().count() > CHARACTER_LIMIT)
}

/// The session, if the page can show its text.
fn shown_at_once(session: Session) -> Result<Session, AttrValue> {
    let tokens: usize = session.document().examples().iter().map(|e| e.sentence().len()).sum();
    if tokens > TOKEN_LIMIT { Err(TOO_LONG.into()) } else { Ok(session) }
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for View {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.0
    }
}
