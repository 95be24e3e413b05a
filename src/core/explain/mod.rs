//! What a report means, in plain words that follow from its numbers.

mod meaning;
mod rounding;

pub use meaning::{Phrase, term_meaning};
pub use rounding::rounding_note;
