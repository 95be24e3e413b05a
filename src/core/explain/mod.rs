//! What a report means: sentences and worked solutions that follow from its numbers, and the formulas
//! in them.

mod candidate;
mod definition;
mod formula;
mod meaning;
mod prose;
mod rounding;
mod solution;

pub use definition::{Chain, Defined, Definition, Part};
pub use formula::{Content, Formula, Mark, Node, Number, Operator, Symbol};
pub use meaning::{Phrase, term_meaning};
pub use prose::{Piece, Prose};
pub use rounding::rounding_note;
pub use solution::{Equation, Line, Solution, Step, StepKind, Worked};
