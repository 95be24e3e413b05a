//! The models that predict.

use std::{fmt, rc::Rc};

use crate::core::predict::Source;

/// A model by its place among the document's models, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModelId(pub usize);

/// Something that predicts: its predictions are compared with those of others, term by term.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(super) name: Rc<str>,
    pub(super) source: Source,
}

impl Model {
    /// The most models that a document has.
    pub const LIMIT: usize = 16;
    /// The most characters that its name has.
    pub const NAME_LIMIT: usize = 60;

    /// The name that a person has given it; no two models have the same.
    pub fn name(&self) -> &Rc<str> {
        &self.name
    }

    /// Where its predictions come from, as far as nobody has set them by hand.
    pub fn source(&self) -> Source {
        self.source
    }
}

impl Default for Model {
    /// A model that waits for a person's hand.
    fn default() -> Self {
        Self { name: "my model".into(), source: Source::ByHand }
    }
}

impl fmt::Display for ModelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0 + 1).fmt(f)
    }
}
