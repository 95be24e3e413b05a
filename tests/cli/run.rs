//! Runs the command line, on documents that several tests use.

use std::{
    ffi::OsStr, fs, io::Write as _, path::Path, path::PathBuf, process::Command, process::Stdio,
};

use masklab::core::{
    document::{Document, Edit, ModelId},
    math::Probability,
    objective::Place,
    predict::Source,
    text::{Corruption, Position},
};
use serde_json::Value;

pub(crate) const MASKLAB: &str = env!("CARGO_BIN_EXE_masklab");

/// What a command answers.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// An empty folder of a test's own.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn answer(command: &mut Command, input: &[u8]) -> Answer {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Answer {
        status: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn masklab<S: AsRef<OsStr>>(
    arguments: impl IntoIterator<Item = S>,
    input: &str,
) -> Answer {
    answer(Command::new(MASKLAB).args(arguments), input.as_bytes())
}

/// What a command says that has nothing to complain about.
#[track_caller]
pub(crate) fn said(arguments: &[&str], input: &str) -> String {
    let answer = masklab(arguments, input);
    assert_eq!((answer.status, answer.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    answer.stdout
}

/// What a command complains of, with status 2 and nothing on standard output.
#[track_caller]
pub(crate) fn complaint(arguments: &[&str], input: &str) -> String {
    let answer = masklab(arguments, input);
    assert_eq!((answer.status, answer.stdout.as_str()), (Some(2), ""), "{arguments:?}");
    answer.stderr
}

pub(crate) fn place(sentence: usize, position: u32) -> Place {
    Place { sentence, position: Position::new(position).unwrap() }
}

pub(crate) fn edited(document: Document, edits: &[Edit]) -> Document {
    edits.iter().fold(document, |document, edit| document.apply(edit).unwrap())
}

pub(crate) fn course_item() -> String {
    Document::course_item().to_json()
}

/// The course item and a second sentence whose target is impossible for the first of two models.
pub(crate) fn two_models() -> Document {
    edited(
        Document::course_item(),
        &[
            Edit::InsertText { at: 1, text: "A, dog.".into() },
            Edit::Select { place: place(1, 3), corruption: Corruption::Random("cat".into()) },
            Edit::set_probability(ModelId(0), place(1, 3), "dog", Probability::ZERO),
            Edit::AddModel { name: "even".into(), source: Source::UNIFORM },
        ],
    )
}

pub(crate) fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}
