//! What every plot is drawn for, and what it comes with.

use super::Scene;
use crate::core::{
    math::{Probability, Unit, notation},
    messages::{Language, PlotMessages, fill},
};

/// How a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The width in CSS pixels.
    pub width: u32,
    /// The height in CSS pixels.
    pub height: u32,
    /// The unit of logarithms.
    pub unit: Unit,
    /// The language of words and numbers.
    pub language: Language,
}

/// A picture with what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// The picture. Where there is no room for one, it has no marks.
    pub scene: Scene,
    /// What the picture shows, in a sentence or two.
    pub summary: String,
}

/// The numbers behind a picture, also those for which it has no room, as text in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the numbers are.
    pub caption: &'static str,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows; each has a cell for each column.
    pub rows: Vec<Vec<String>>,
}

impl Frame {
    /// A frame of a size in CSS pixels, in nats and English.
    pub fn new(width: u32, height: u32) -> Self {
        Self { width, height, unit: Unit::default(), language: Language::default() }
    }

    pub(super) fn words(self) -> &'static PlotMessages {
        self.language.messages().plot
    }

    /// A number with some decimals.
    pub(super) fn fixed(self, value: f64, decimals: usize) -> String {
        self.language.number(notation::fixed(value, decimals))
    }

    /// A number of nats in this unit.
    pub(super) fn logarithm(self, nats: f64) -> String {
        self.fixed(self.unit.convert(nats), notation::NATS_DECIMALS.into())
    }

    /// A number of nats in this unit, with the name of the unit.
    pub(super) fn amount(self, nats: f64) -> String {
        let words = self.words();
        let phrase = match self.unit {
            Unit::Nats => words.nats,
            Unit::Bits => words.bits,
            Unit::Log10 => words.log10,
        };
        fill(phrase, &[("amount", &self.logarithm(nats))])
    }

    pub(super) fn probability(self, probability: Probability) -> String {
        self.language.number(notation::probability(probability))
    }

    /// The name of a quantity with this unit.
    pub(super) fn in_unit(self, what: &str) -> String {
        let words = self.words();
        let phrase = match self.unit {
            Unit::Nats => words.in_nats,
            Unit::Bits => words.in_bits,
            Unit::Log10 => words.in_log10,
        };
        fill(phrase, &[("what", what)])
    }

    /// The logarithm of p with its base.
    pub(super) fn log_p(self) -> &'static str {
        match self.unit {
            Unit::Nats => "log p",
            Unit::Bits => "log₂ p",
            Unit::Log10 => "log₁₀ p",
        }
    }

    /// Its negative, what a target costs.
    pub(super) fn minus_log_p(self) -> &'static str {
        match self.unit {
            Unit::Nats => "−log p",
            Unit::Bits => "−log₂ p",
            Unit::Log10 => "−log₁₀ p",
        }
    }
}
