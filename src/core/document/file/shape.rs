//! The shape of a file, once: what is read is held against it, and the schema is made from it.

use crate::core::{
    document::Model,
    math::ROW_LIMIT,
    predict::{LARGEST, SMALLEST},
    text::SENTENCE_LIMIT,
};

/// An object of the file.
#[derive(Debug)]
pub(super) struct Shape {
    /// Its name in the schema.
    pub(super) name: &'static str,
    pub(super) fields: &'static [Field],
    pub(super) tied: Option<Tied>,
}

/// A field that is there where another one is a certain word, and nowhere else.
#[derive(Debug)]
pub(super) struct Tied {
    pub(super) field: &'static str,
    /// The other field.
    pub(super) to: &'static str,
    /// Its word.
    pub(super) being: &'static str,
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
    /// A text with more in it than space.
    Text,
    /// Such a text, or nothing.
    TextOrNull,
    /// Such a text that is not \[MASK\].
    Unmasked,
    /// The name of a model.
    Name,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// A number from the least to the most.
    Number(f64, f64),
    /// A whole number from the least to the most.
    Whole(f64, f64),
    /// True or false.
    Flag,
    /// A list of objects, with at least and at most so many of them.
    List(&'static Shape, usize, usize),
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
        optional("models", Kind::List(&MODEL, 1, Model::LIMIT)),
        needed("dataset", Kind::List(&SENTENCE, 0, SENTENCE_LIMIT)),
    ],
    tied: None,
};

/// The words for the sources, in the order in which the reader knows them.
pub(super) const SOURCES: [&str; 4] = ["by-hand", "uniform", "unigram", "neighbours"];

const MODEL: Shape = Shape {
    name: "model",
    fields: &[
        needed("name", Kind::Name),
        needed("source", Kind::Choice(&SOURCES)),
        optional("vocabulary", Kind::Whole(1.0, WHOLE)),
        optional("alpha", Kind::Number(0.0, LARGEST)),
        optional("backoff", Kind::Number(SMALLEST, LARGEST)),
    ],
    tied: None,
};

const SENTENCE: Shape = Shape {
    name: "sentence",
    fields: &[
        needed("text", Kind::Text),
        optional("selected", Kind::List(&SELECTED, 0, usize::MAX)),
    ],
    tied: None,
};

/// The words for the corruptions, in the order in which the reader knows them.
pub(super) const CORRUPTIONS: [&str; 3] = ["mask", "random", "kept"];

const SELECTED: Shape = Shape {
    name: "selected",
    fields: &[
        needed("position", Kind::Whole(1.0, WHOLE)),
        optional("corruption", Kind::Choice(&CORRUPTIONS)),
        optional("word", Kind::Unmasked),
        optional("target", Kind::Text),
        optional("predictions", Kind::List(&PREDICTION, 0, Model::LIMIT)),
    ],
    tied: Some(Tied { field: "word", to: "corruption", being: CORRUPTIONS[1] }),
};

const PREDICTION: Shape = Shape {
    name: "prediction",
    fields: &[needed("model", Kind::Name), needed("rows", Kind::List(&ROW, 1, ROW_LIMIT))],
    tied: None,
};

const ROW: Shape = Shape {
    name: "row",
    fields: &[
        needed("word", Kind::TextOrNull),
        needed("probability", Kind::Number(0.0, 1.0)),
        optional("locked", Kind::Flag),
    ],
    tied: None,
};
