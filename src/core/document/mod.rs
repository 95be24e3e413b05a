//! The one value that a person owns, and the one door through which it changes.
//!
//! A [`Document`] is never changed in place: [`Document::apply`] returns the next one or says why
//! it refuses. An [`Evaluation`] is what follows from it. A [`Session`] is a document while somebody
//! works on it: with its gestures and its history. A file carries a document as JSON, and a link in the
//! fragment of an address.

/// Whether this build has all of the core. The page's first load does without the edits that it does
/// not offer and without models that count: the linker leaves out what can never be reached.
const WORKSHOP: bool = cfg!(feature = "workshop");

mod comparison;
mod dataset;
mod edit;
mod evaluation;
mod example;
#[cfg(test)]
mod examples;
mod file;
mod history;
mod link;
mod model;
mod presets;
mod session;
mod standing;
mod trace;

pub use comparison::{Compared, Totals};
pub use dataset::Document;
pub use edit::{Change, Edit, EditError, Scope, Training};
pub use evaluation::Evaluation;
pub use example::{Example, Selected};
pub use file::{FileError, FileFault, FileWarning, Import, json_schema};
pub use link::{LINK_LIMIT, LinkError, LinkFault};
pub use model::{Model, ModelId};
pub use presets::Preset;
pub use session::Session;
pub use standing::{Standing, Stopped};
pub use trace::{Point, Trace};
