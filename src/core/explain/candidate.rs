//! The rows of a prediction, as explanations speak of them.

use std::rc::Rc;

use crate::core::math::Candidate;

/// The word of a row; `None` for a row that stands for all words that are not listed.
pub(super) fn word_of(candidate: &Candidate) -> Option<&Rc<str>> {
    candidate.word()
}
