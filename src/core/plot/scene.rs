//! A recorded picture.

use super::Ink;

/// plotters places marks on whole units: with ten to a CSS pixel, rounding is not seen.
pub const UNITS_PER_PIXEL: u16 = 10;

/// A picture as two lists of marks, the later above the earlier. Lengths are in units, tenths of a
/// CSS pixel; the origin is the upper left corner.
///
/// What stays while a slider moves (axes, grid, the curve) is a list of its own: the page draws it
/// again only where it is another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The width in units.
    pub width: u32,
    /// The height in units.
    pub height: u32,
    /// What is behind: it follows from the size, the unit, the language and the range of the axes.
    pub still: Vec<Mark>,
    /// What is in front: it follows from the data.
    pub marks: Vec<Mark>,
}

/// One thing in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A line through points.
    Line {
        /// The points.
        points: Vec<(i32, i32)>,
        /// The width of the stroke in units.
        width: u32,
        /// What it is.
        ink: Ink,
    },
    /// A filled area inside a line through points.
    Area {
        /// The points.
        points: Vec<(i32, i32)>,
        /// What it is.
        ink: Ink,
    },
    /// A filled circle.
    Disc {
        /// The centre.
        center: (i32, i32),
        /// The radius in units.
        radius: u32,
        /// What it is.
        ink: Ink,
    },
    /// A line of text.
    Text {
        /// The text.
        text: String,
        /// Where the anchor of its baseline stands.
        at: (i32, i32),
        /// Which end of it stands there.
        anchor: Anchor,
        /// The size of the letters in units.
        size: u32,
        /// What it is.
        ink: Ink,
    },
}

/// Which part of a line of text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

impl Scene {
    /// An empty picture of a size in CSS pixels.
    pub fn new(width: u32, height: u32) -> Self {
        let units = |pixels: u32| pixels.saturating_mul(UNITS_PER_PIXEL.into());
        Self { width: units(width), height: units(height), still: Vec::new(), marks: Vec::new() }
    }

    /// All that is drawn, from back to front.
    pub fn all(&self) -> impl Iterator<Item = &Mark> {
        self.still.iter().chain(&self.marks)
    }
}

impl Mark {
    /// What it is drawn with.
    pub fn ink(&self) -> Ink {
        match self {
            Self::Line { ink, .. }
            | Self::Area { ink, .. }
            | Self::Disc { ink, .. }
            | Self::Text { ink, .. } => *ink,
        }
    }
}
