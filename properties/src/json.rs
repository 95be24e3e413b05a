//! A file is refused with a reason, or it is a document like any other.

use masklab::core::document::{Document, Evaluation};

use crate::sound;

/// The most warnings that a reader is given: 20 fields by name, and how many more there are.
const WARNINGS: usize = 21;

/// [`Document::from_json`] takes any text without panicking: it refuses it and says why, or gives a
/// sound document that can be shown and comes back from its own JSON with every bit. A warning says
/// what is lost.
pub fn json(data: &[u8]) {
    match Document::from_json(&String::from_utf8_lossy(data)) {
        Ok(import) => {
            assert!(import.warnings.len() <= WARNINGS, "{} warnings", import.warnings.len());
            import.warnings.iter().for_each(sound::reason);
            sound::examples(&import.document, &Document::default());
            let evaluation = Evaluation::of(&import.document);
            sound::evaluated(&evaluation);
            sound::can_be_shown(&evaluation);
            sound::comes_back(&import.document);
        }
        Err(refusal) => sound::reason(&refusal),
    }
}
