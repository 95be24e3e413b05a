//! A document as JSON. What comes in is checked whole before anything is taken.

mod node;
mod read;
mod schema;
mod shape;
mod write;

use std::fmt;

use super::Document;

/// What a file says that it is.
const FORMAT: &str = "masklab";
/// The version that is written and read.
const VERSION: u32 = 1;

/// What was read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The document.
    pub document: Document,
    /// What the file has that nobody here knows, and that is lost: a sentence for each field.
    pub warnings: Vec<String>,
}

/// Why a file is not a document.
#[derive(Clone, Debug, PartialEq)]
pub enum FileError {
    /// The text is not JSON of the expected shape; what and where.
    Json(String),
    /// The file is of another kind or of a later version.
    Format {
        /// The format that it names.
        format: String,
        /// The version that it names.
        version: f64,
    },
    /// A value that cannot be; where it stands and what is wrong with it.
    Value {
        /// The path of the value, as `dataset[3].selected[0].position`.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "not a MaskLab file: {error}"),
            Self::Format { format, version } => write!(
                f,
                "format “{format}”, version {version}: this version reads “{FORMAT}”, version {VERSION}"
            ),
            Self::Value { path, reason } => write!(f, "{path}: {reason}"),
        }
    }
}

impl std::error::Error for FileError {}
