//! A value of a file with the way to it, held against the shape that it should have.

use std::{borrow::Cow, fmt::Write as _};

use nojson::{JsonParseError, JsonValueKind, RawJsonValue};

use super::{
    FileError, FileFault, FileWarning,
    shape::{Kind, Shape},
};
use crate::core::{document::Model, math::number, text::MASK};

/// What a file has that is lost: the first fields are named, and of the others it is said how many
/// they are.
#[derive(Default)]
pub(in crate::core::document) struct Warnings {
    named: Vec<FileWarning>,
    others: usize,
}

impl Warnings {
    /// The most fields that are named.
    const LIMIT: usize = 20;

    pub(super) fn is_left_out(
        &mut self,
        field: &Node<'_, '_, '_>,
        warning: impl FnOnce(String) -> FileWarning,
    ) {
        self.add(|| warning(field.path()));
    }

    pub(in crate::core::document) fn add(&mut self, warning: impl FnOnce() -> FileWarning) {
        if self.named.len() < Self::LIMIT {
            self.named.push(warning());
        } else {
            self.others += 1;
        }
    }

    /// One for each field that is named, and one for the others.
    pub(in crate::core::document) fn all(self) -> Vec<FileWarning> {
        let mut warnings = self.named;
        if self.others > 0 {
            warnings.push(FileWarning::More(self.others));
        }
        warnings
    }
}

/// A value of a file, and how it was reached: its path is written only where a fault names it.
pub(super) struct Node<'a, 'j, 'p> {
    value: RawJsonValue<'a, 'j>,
    reached: Option<(&'p Self, Step<'a>)>,
}

#[derive(Clone)]
enum Step<'a> {
    Field(Cow<'a, str>),
    Item(usize),
}

impl<'a, 'j> Node<'a, 'j, '_> {
    /// The whole of a file.
    pub(super) fn root(value: RawJsonValue<'a, 'j>) -> Self {
        Self { value, reached: None }
    }

    fn path(&self) -> String {
        let Some((parent, step)) = &self.reached else { return String::new() };
        let mut path = parent.path();
        // Writing to a string does not fail.
        let _ = match step {
            Step::Field(name) if path.is_empty() => write!(path, "{name}"),
            Step::Field(name) => write!(path, ".{name}"),
            Step::Item(index) => write!(path, "[{index}]"),
        };
        path
    }

    pub(super) fn fault(&self, reason: FileFault) -> FileError {
        match self.path() {
            path if path.is_empty() => FileError::Json(reason),
            path => FileError::Value { path, reason },
        }
    }

    /// Refuses an object that does not have its shape, and names the fields that nobody knows.
    pub(super) fn check(&self, shape: &Shape, warnings: &mut Warnings) -> Result<(), FileError> {
        let members = self.value.to_object().map_err(|_| self.fault(FileFault::NoObject))?;
        let mut is_there = vec![false; shape.fields.len()];
        for (key, value) in members {
            let name = key.to_unquoted_string_str().map_err(|_| self.fault(FileFault::NoObject))?;
            let node = Node { value, reached: Some((self, Step::Field(name.clone()))) };
            match shape.fields.iter().zip(&mut is_there).find(|(field, _)| field.name == name) {
                Some((_, true)) => return Err(node.fault(FileFault::Twice)),
                Some((field, is_there)) => {
                    *is_there = true;
                    node.check_kind(&field.kind, warnings)?;
                }
                None => warnings.is_left_out(&node, |path| FileWarning::UnknownField { path }),
            }
        }
        let missing =
            shape.fields.iter().zip(is_there).find(|(field, is)| field.is_required && !is);
        missing.map_or(Ok(()), |(field, _)| Err(self.missing(field.name)))
    }

    /// The fault that a field is not there.
    fn missing(&self, name: &'static str) -> FileError {
        let step = Step::Field(Cow::Borrowed(name));
        Node { value: self.value, reached: Some((self, step)) }.fault(FileFault::Missing)
    }

    fn check_kind(&self, kind: &Kind, warnings: &mut Warnings) -> Result<(), FileError> {
        match kind {
            Kind::Text => self.text().map(drop),
            Kind::TextOrNull => match self.string_or_null()? {
                Some(_) => self.text().map(drop),
                None => Ok(()),
            },
            Kind::Unmasked => match self.text()?.trim() {
                MASK => Err(self.fault(FileFault::RandomMask)),
                _ => Ok(()),
            },
            Kind::Name => self.name(),
            Kind::Choice(words) => self.choice(words).map(drop),
            Kind::Flag => self.flag().map(drop),
            Kind::Number(least, most) => self.number_within(*least, *most).map(drop),
            Kind::Whole(least, most) => {
                let number = self.number_within(*least, *most)?;
                if number.fract() == 0.0 { Ok(()) } else { Err(self.fault(FileFault::NotWhole)) }
            }
            Kind::List(shape, least, most) => {
                let mut count = 0;
                for item in self.items()? {
                    if count == *most {
                        return Err(self.fault(FileFault::TooMany { limit: *most }));
                    }
                    item.check(shape, warnings)?;
                    count += 1;
                }
                if count < *least {
                    return Err(self.fault(FileFault::TooFew { least: *least }));
                }
                Ok(())
            }
        }
    }

    fn number_within(&self, least: f64, most: f64) -> Result<f64, FileError> {
        let number = self.number()?;
        if (least..=most).contains(&number) {
            Ok(number)
        } else {
            Err(self.fault(FileFault::OutOfRange { number, least, most }))
        }
    }

    pub(super) fn field<'p>(&'p self, name: &'static str) -> Option<Node<'a, 'j, 'p>> {
        let value = self.value.to_member(name).ok()?.optional()?;
        Some(Node { value, reached: Some((self, Step::Field(Cow::Borrowed(name)))) })
    }

    /// A field that the shape says is there.
    pub(super) fn needed<'p>(&'p self, name: &'static str) -> Result<Node<'a, 'j, 'p>, FileError> {
        self.field(name).ok_or_else(|| self.missing(name))
    }

    pub(super) fn items<'p>(&'p self) -> Result<impl Iterator<Item = Node<'a, 'j, 'p>>, FileError> {
        let items = self.value.to_array().map_err(|_| self.fault(FileFault::NoList))?;
        Ok(items
            .enumerate()
            .map(move |(index, value)| Node { value, reached: Some((self, Step::Item(index))) }))
    }

    pub(super) fn string(&self) -> Result<Cow<'a, str>, FileError> {
        self.value.to_unquoted_string_str().map_err(|_| self.fault(FileFault::NoText))
    }

    /// A text with more in it than space.
    pub(super) fn text(&self) -> Result<Cow<'a, str>, FileError> {
        let text = self.string()?;
        if text.trim().is_empty() { Err(self.fault(FileFault::NoWord)) } else { Ok(text) }
    }

    fn name(&self) -> Result<(), FileError> {
        const MOST: usize = Model::NAME_LIMIT;
        let name = self.string()?;
        if name.trim() == name && (1..=MOST).contains(&name.chars().count()) {
            Ok(())
        } else {
            Err(self.fault(FileFault::Name { limit: MOST }))
        }
    }

    pub(super) fn string_or_null(&self) -> Result<Option<Cow<'a, str>>, FileError> {
        match self.value.kind() {
            JsonValueKind::Null => Ok(None),
            _ => self.string().map(Some),
        }
    }

    pub(super) fn number(&self) -> Result<f64, FileError> {
        let digits = self.value.as_number_str().ok();
        digits.and_then(number::parse).ok_or_else(|| self.fault(FileFault::NoNumber))
    }

    pub(super) fn flag(&self) -> Result<bool, FileError> {
        match self.value.as_boolean_str() {
            Ok(word) => Ok(word == "true"),
            Err(_) => Err(self.fault(FileFault::NoFlag)),
        }
    }

    /// The place of a word in a list of possible ones.
    pub(super) fn choice(&self, words: &'static [&'static str]) -> Result<usize, FileError> {
        let word = self.string()?;
        let place = words.iter().position(|known| *known == word);
        place.ok_or_else(|| self.fault(FileFault::NoneOf { word: word.into_owned(), words }))
    }
}

/// Where a text stops being JSON.
pub(super) fn located(json: &str, error: &JsonParseError) -> FileError {
    FileError::Json(match error.get_line_and_column_numbers(json) {
        Some((line, column)) => FileFault::NotJson { line: line.get(), column: column.get() },
        None => FileFault::CutShort,
    })
}
