//! What is read, and where the answer goes.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read, Write as _},
    path::{Path, PathBuf},
};

use clap::Args;
use masklab::core::document::{Document, ModelId};

use super::{Fault, say};

/// The largest file that is read, in bytes. A document of the largest text is smaller.
const LIMIT: u64 = 64_000_000;

/// A file, - for standard input, or a link.
#[derive(Args, Debug)]
pub(super) struct Input {
    /// The file, or a link to the page in quotes; - is standard input.
    file: PathBuf,
}

/// Where the answer goes.
#[derive(Args, Debug)]
pub(super) struct Output {
    /// Writes to this file; - is standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
}

fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

impl Input {
    /// The name, as faults have it.
    pub(super) fn name(&self) -> String {
        if is_standard(&self.file) {
            "standard input".into()
        } else if self.link().is_some() {
            "the link".into()
        } else {
            self.file.display().to_string()
        }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> Result<String, Fault> {
        let bytes = self.bytes().map_err(|error| {
            Fault::of(
                &self.name(),
                match error.kind() {
                    ErrorKind::NotFound => {
                        "there is no such file: check its name, or give - for standard input".into()
                    }
                    ErrorKind::IsADirectory => "this is a folder: name a file in it".into(),
                    ErrorKind::PermissionDenied => {
                        "it may not be read: change its permissions, or copy it".into()
                    }
                    _ => format!("it cannot be read: {error}"),
                },
            )
        })?;
        if bytes.len() as u64 > LIMIT {
            let what = "it has more than 64 MB, and no more are read: use a part of it";
            return Err(Fault::of(&self.name(), what));
        }
        let mut text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let what = "it is not text in UTF-8";
            Fault::of(&self.name(), format!("{what}, from byte {} on: save it as UTF-8", valid + 1))
        })?;
        // Some editors begin a file with a mark that is no part of the text.
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        Ok(text)
    }

    /// The bytes of the file, up to one more than are taken.
    fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if is_standard(&self.file) {
            io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes)?;
        } else {
            File::open(&self.file)?.take(LIMIT + 1).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    }

    /// The part of a link behind its #, if it is one.
    fn link(&self) -> Option<&str> {
        let (_, fragment) = self.file.to_str()?.split_once('#')?;
        fragment.starts_with("v=").then_some(fragment)
    }

    /// The document in the file or the link. What is left out of it is said on standard error.
    pub(super) fn document(&self) -> Result<Document, Fault> {
        let import = match self.link() {
            Some(link) => {
                Document::from_link(link).map_err(|error| Fault::of(&self.name(), error))?
            }
            None => Document::from_json(&self.text()?).map_err(|error| {
                let what = "`masklab schema` says how a file has to be, `masklab sample` makes one";
                Fault::of(&self.name(), format!("{error} ({what})"))
            })?,
        };
        for warning in import.warnings {
            say(&format!("{}: {warning}", self.name()));
        }
        Ok(import.document)
    }

    /// The model with a name, or all of them.
    pub(super) fn models(
        &self,
        document: &Document,
        name: Option<&str>,
    ) -> Result<Vec<ModelId>, Fault> {
        let models = document.models();
        let Some(name) = name else { return Ok((0..models.len()).map(ModelId).collect()) };
        let found = models.iter().position(|model| **model.name() == *name);
        found.map(|index| vec![ModelId(index)]).ok_or_else(|| {
            let names: Vec<String> =
                models.iter().map(|model| format!("“{}”", model.name())).collect();
            let what = format!("there is no model “{name}”: choose among {}", names.join(", "));
            Fault::of(&self.name(), what)
        })
    }
}

impl Output {
    /// Writes the answer, but not over the file that it was made of.
    pub(super) fn write(&self, text: &str, input: Option<&Input>) -> Result<(), Fault> {
        if is_standard(&self.output) {
            let mut stdout = io::stdout().lock();
            let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
            return written.map_err(|error| match error.kind() {
                ErrorKind::BrokenPipe => Fault::Closed,
                _ => Fault::of("standard output", format!("it cannot be written: {error}")),
            });
        }
        let name = self.output.display().to_string();
        let same = |input: &Input| {
            let (one, other) = (fs::canonicalize(&input.file), fs::canonicalize(&self.output));
            matches!((one, other), (Ok(one), Ok(other)) if one == other)
        };
        if input.is_some_and(same) {
            let what = "this is the file that was read: write to another one";
            return Err(Fault::of(&name, what));
        }
        fs::write(&self.output, text).map_err(|error| {
            Fault::of(
                &name,
                match error.kind() {
                    ErrorKind::IsADirectory => "this is a folder: name a file in it".into(),
                    ErrorKind::NotFound => "there is no such folder: make it first".into(),
                    _ => format!("it cannot be written: {error}: choose another place"),
                },
            )
        })
    }
}
