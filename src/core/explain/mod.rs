//! What a report means, in plain words that follow from its numbers.

mod formula;
mod meaning;
mod rounding;

pub use formula::{Content, Formula, Mark, Node, Number, Operator, Symbol};
pub use meaning::{Phrase, term_meaning};
pub use rounding::rounding_note;
