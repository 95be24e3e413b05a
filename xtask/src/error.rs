//! What can go wrong in a chore, each with a message that tells the person what to do next.

use std::fmt;
use std::io;
use std::path::Path;

pub(crate) type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug)]
pub(crate) enum Error {
    /// The command line was not understood.
    Usage(String),
    /// Something that the chore needs cannot be had.
    Missing {
        what: String,
        reason: String,
        /// The command that would bring it.
        bring: String,
    },
    /// A program said no, or did not start.
    Command {
        command: String,
        outcome: String,
        /// The last lines that it said, where they have not been on the screen already.
        last_words: String,
    },
    /// A file, folder or socket failed.
    Io { doing: String, error: io::Error },
    /// A file of the project is not as the chore expects it; the message says which and how.
    Project(String),
    /// The page is bigger than a first load may be.
    TooBig { bytes: u64, limit: u64 },
    /// The port to serve on is not free.
    PortTaken { port: u16 },
    /// A fuzz target found an input that violates its property; the input is in this file.
    Finding { target: &'static str, input: String },
    /// A check of `cargo xtask test` found something.
    Check { title: &'static str, id: &'static str, why: Box<Error> },
}

impl Error {
    /// For `map_err`: says what was being done, and to what.
    pub(crate) fn io(doing: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let doing = format!("{doing} {}", path.display());
        move |error| Self::Io { doing, error }
    }
}

impl From<xtask::single_file::Failure> for Error {
    fn from(failure: xtask::single_file::Failure) -> Self {
        Self::Project(failure.to_string())
    }
}

impl From<xtask::hosting::Failure> for Error {
    fn from(failure: xtask::hosting::Failure) -> Self {
        Self::Project(failure.to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => write!(f, "{message}. `cargo xtask --help` has the commands."),
            Self::Missing { what, reason, bring } => {
                writeln!(f, "{what} cannot be had.")?;
                writeln!(f, "  Why: {}", indented(reason))?;
                write!(f, "  What would bring it: {bring}")
            }
            Self::Command { command, outcome, last_words } => {
                write!(f, "`{command}` {outcome}")?;
                if !last_words.is_empty() {
                    write!(f, ". Its last words:\n  {}", indented(last_words))?;
                }
                Ok(())
            }
            Self::Io { doing, error } => write!(f, "{doing} failed: {error}"),
            Self::Project(message) => f.write_str(message),
            Self::TooBig { bytes, limit } => write!(
                f,
                "the first load is {bytes} bytes with gzip -9, and the limit is {limit}: \
                 the page has to lose {} bytes",
                bytes.saturating_sub(*limit)
            ),
            Self::PortTaken { port } => write!(
                f,
                "port {port} is taken by another program. \
                 Choose another: cargo xtask serve --port {}",
                port.checked_add(1).unwrap_or(8080)
            ),
            Self::Finding { target, input } => write!(
                f,
                "{target} found an input that violates its property. What happened stands above; \
                 the input is in {input}\n\
                 To replay it, and to keep it once it is mended: cp {input} fuzz/seeds/{target}/ \
                 && cargo test --package masklab-properties"
            ),
            Self::Check { title, id, why } => {
                write!(f, "{why}\n\nThe check that failed: {title}. Alone: cargo xtask test {id}")
            }
        }
    }
}

fn indented(lines: &str) -> String {
    lines.trim_end().replace('\n', "\n  ")
}
