//! A file is refused with a reason, or it is a document like any other.

use masklab::core::document::Document;

use crate::sound;

/// [`Document::from_json`] takes any text without panicking: it refuses it and says why, or gives a
/// sound document.
pub fn json(data: &[u8]) {
    match Document::from_json(&String::from_utf8_lossy(data)) {
        Ok(import) => sound::import(&import),
        Err(refusal) => sound::reason(&refusal),
    }
}
