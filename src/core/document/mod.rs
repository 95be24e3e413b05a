//! The one value that a person owns, and the one door through which it changes.
//!
//! A [`Document`] is never changed in place: [`Document::apply`] returns the next one or says why
//! it refuses. A [`Session`] is a document with what is needed to continue a gesture. A file
//! carries a document as JSON.

mod dataset;
mod edit;
mod file;
mod session;

pub use dataset::{Document, Example};
pub use edit::{Edit, EditError};
pub use file::FileError;
pub use session::Session;
