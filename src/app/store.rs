//! The only state of the page: the document in its session, and what follows from it.

use std::{ops::Deref, rc::Rc};

use masklab::core::{
    document::{Document, Edit, Session},
    objective::Report,
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
        let report = session.document().report();
        Self {
            document: Rc::new(session.document().clone()),
            hues: hues(&report),
            report: Rc::new(report),
            session,
            refusal: None,
            refusals: 0,
        }
    }
}

/// The store as the page hands it around: cheap to clone, and equal where it is the same one.
#[derive(Clone, Debug)]
pub(crate) struct View(Rc<Store>);

impl View {
    /// Begins to work on a document.
    pub(crate) fn new(document: Document) -> Self {
        Self(Rc::new(Store::of(Session::new(document))))
    }
}

impl Reducible for View {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let store = match self.session.apply(&edit) {
            Ok(session) => Store { refusals: self.refusals, ..Store::of(session) },
            Err(error) => Store {
                session: self.session.clone(),
                document: self.document.clone(),
                report: self.report.clone(),
                hues: self.hues.clone(),
                refusal: Some(error.to_string().into()),
                refusals: self.refusals + 1,
            },
        };
        Rc::new(Self(Rc::new(store)))
    }
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
