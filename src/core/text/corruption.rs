//! What becomes of a selected token in the corrupted input.

use std::rc::Rc;

/// What stands in the corrupted input in place of a masked token.
pub const MASK: &str = "[MASK]";

/// How a selected position is corrupted in x̄. It is predicted and scored all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Corruption {
    /// \[MASK\] stands in its place.
    Mask,
    /// Another word stands in its place. As in BERT, a word that was drawn can be the token itself.
    Random(Rc<str>),
    /// The token itself stays, and the model cannot tell that it is asked for.
    Kept,
}

impl Corruption {
    /// What is written in the token's place; `None` for the token itself.
    pub fn replacement(&self) -> Option<&str> {
        match self {
            Self::Mask => Some(MASK),
            Self::Random(word) => Some(word),
            Self::Kept => None,
        }
    }
}
