//! The shape of a file, once: what is read is held against it, and the schema is made from it.

use crate::core::{document::Model, predict::LARGEST, text::SENTENCE_LIMIT};

/// An object of the file.
#[derive(Debug)]
pub(super) struct Shape {
    /// Its name in the schema.
    pub(super) name: &'static str,
    pub(super) fields: &'static [Field],
}

/// A field of an object.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) is_required: bool,
    pub(super) kind: Kind,
}

/// What a field holds.
#[derive(Debug)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// A text, or nothing.
    TextOrNull,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// A number from the least to the most.
    Number(f64, f64),
    /// A whole number from the least to the most.
    Whole(f64, f64),
    /// True or false.
    Flag,
    /// A list of objects, with at most so many of them.
    List(&'static Shape, usize),
}

const fn needed(name: &'static str, kind: Kind) -> Field {
    Field { name, is_required: true, kind }
}

const fn optional(name: &'static str, kind: Kind) -> Field {
    Field { name, is_required: false, kind }
}

/// The largest whole number in a file: that of 32 bits.
const WHOLE: f64 = 4_294_967_295.0;

pub(super) const FILE: Shape = Shape {
    name: "document",
    fields: &[
        needed("format", Kind::Text),
        needed("version", Kind::Number(0.0, f64::INFINITY)),
        optional("models", Kind::List(&MODEL, Model::LIMIT)),
        needed("dataset", Kind::List(&SENTENCE, SENTENCE_LIMIT)),
    ],
};

/// The words for the sources, in the order in which the reader knows them.
pub(super) const SOURCES: [&str; 4] = ["by-hand", "uniform", "unigram", "neighbours"];

const MODEL: Shape = Shape {
    name: "model",
    fields: &[
        needed("name", Kind::Text),
        needed("source", Kind::Choice(&SOURCES)),
        optional("vocabulary", Kind::Whole(1.0, WHOLE)),
        optional("alpha", Kind::Number(0.0, LARGEST)),
        optional("backoff", Kind::Number(0.0, LARGEST)),
    ],
};

const SENTENCE: Shape = Shape {
    name: "sentence",
    fields: &[needed("text", Kind::Text), optional("selected", Kind::List(&SELECTED, usize::MAX))],
};

/// The words for the corruptions, in the order in which the reader knows them.
pub(super) const CORRUPTIONS: [&str; 3] = ["mask", "random", "kept"];

const SELECTED: Shape = Shape {
    name: "selected",
    fields: &[
        needed("position", Kind::Whole(1.0, WHOLE)),
        optional("corruption", Kind::Choice(&CORRUPTIONS)),
        optional("word", Kind::Text),
        optional("target", Kind::Text),
        optional("predictions", Kind::List(&PREDICTION, Model::LIMIT)),
    ],
};

const PREDICTION: Shape = Shape {
    name: "prediction",
    fields: &[needed("model", Kind::Text), needed("rows", Kind::List(&ROW, usize::MAX))],
};

const ROW: Shape = Shape {
    name: "row",
    fields: &[
        needed("word", Kind::TextOrNull),
        needed("probability", Kind::Number(0.0, 1.0)),
        optional("locked", Kind::Flag),
    ],
};
