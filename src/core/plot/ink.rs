//! What a mark is drawn with: its role, and not its colour, which the theme chooses.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// The role of a mark in a picture. The index of a term counts from 0 in the list of terms that the
/// picture was drawn from; where a picture is of one prediction, its only term has the index 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The lines behind the data.
    Grid,
    /// The axes.
    Axis,
    /// The text of ticks, axes and keys.
    Label,
    /// The curve −log p.
    Curve,
    /// What belongs to the term with this index: its stem (a line) or its bar (an area).
    Term(u16),
    /// The point of the term with this index on a curve.
    Point(u16),
    /// What the number of the term with this index is written on: a disc, or a line as thick as one
    /// where the number is long.
    Badge(u16),
    /// What is written on the badge or the bar of the term with this index.
    OnTerm(u16),
    /// A word or a number beside the bar of the term with this index.
    TermText(u16),
    /// The bar of a candidate that is not the target.
    Bar,
    /// The part of a bar that a model gives to a word that is not the target.
    OtherWord,
    /// The one-hot target: the outline of a bar to 1, or a stroke at 0.
    OneHot,
    /// The bar of an inner sum, behind the bars of its terms.
    InnerSum,
    /// The bar of the outer sum, J.
    OuterSum,
    /// The line of a loss over steps.
    Trace,
    /// The newest point of that line.
    Newest,
    /// A word or a number of the data.
    Text,
}

impl Ink {
    /// The term to which a mark drawn with this ink belongs.
    pub fn term(self) -> Option<usize> {
        match self {
            Self::Term(index)
            | Self::Point(index)
            | Self::Badge(index)
            | Self::OnTerm(index)
            | Self::TermText(index) => Some(index.into()),
            _ => None,
        }
    }

    /// Its name, as the page carries it in `data-ink`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Axis => "axis",
            Self::Label => "label",
            Self::Curve => "curve",
            Self::Term(_) => "term",
            Self::Point(_) => "point",
            Self::Badge(_) => "badge",
            Self::OnTerm(_) => "on-term",
            Self::TermText(_) => "term-text",
            Self::Bar => "bar",
            Self::OtherWord => "other-word",
            Self::OneHot => "one-hot",
            Self::InnerSum => "inner-sum",
            Self::OuterSum => "outer-sum",
            Self::Trace => "trace",
            Self::Newest => "newest",
            Self::Text => "text",
        }
    }

    /// Whether text in this ink is bold, and so takes more room.
    pub fn is_bold(self) -> bool {
        matches!(self, Self::OnTerm(_) | Self::TermText(_))
    }

    /// The ink behind a colour that the backend receives from plotters.
    pub(super) fn decode(color: BackendColor) -> Option<Self> {
        let (role, high, low) = color.rgb;
        let index = u16::from_be_bytes([high, low]);
        match role {
            1 => Some(Self::Grid),
            2 => Some(Self::Axis),
            3 => Some(Self::Label),
            4 => Some(Self::Curve),
            5 => Some(Self::Term(index)),
            6 => Some(Self::OnTerm(index)),
            7 => Some(Self::Point(index)),
            8 => Some(Self::Badge(index)),
            9 => Some(Self::TermText(index)),
            10 => Some(Self::Bar),
            11 => Some(Self::OneHot),
            12 => Some(Self::InnerSum),
            13 => Some(Self::OuterSum),
            14 => Some(Self::Trace),
            15 => Some(Self::Newest),
            16 => Some(Self::Text),
            17 => Some(Self::OtherWord),
            _ => None,
        }
    }
}

/// plotters hands colours through to the backend and nothing else: so an ink travels as a colour
/// whose red is the role and whose green and blue are the index.
impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        let (role, index) = match *self {
            Self::Grid => (1, 0),
            Self::Axis => (2, 0),
            Self::Label => (3, 0),
            Self::Curve => (4, 0),
            Self::Term(index) => (5, index),
            Self::OnTerm(index) => (6, index),
            Self::Point(index) => (7, index),
            Self::Badge(index) => (8, index),
            Self::TermText(index) => (9, index),
            Self::Bar => (10, 0),
            Self::OneHot => (11, 0),
            Self::InnerSum => (12, 0),
            Self::OuterSum => (13, 0),
            Self::Trace => (14, 0),
            Self::Newest => (15, 0),
            Self::Text => (16, 0),
            Self::OtherWord => (17, 0),
        };
        let [high, low] = index.to_be_bytes();
        BackendColor { alpha: 1.0, rgb: (role, high, low) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_survives_the_way_through_plotters() {
        let inks = [
            Ink::Grid,
            Ink::Axis,
            Ink::Label,
            Ink::Curve,
            Ink::Term(0),
            Ink::Term(u16::MAX),
            Ink::OnTerm(300),
            Ink::Point(1),
            Ink::Badge(256),
            Ink::TermText(7),
            Ink::Bar,
            Ink::OtherWord,
            Ink::OneHot,
            Ink::InnerSum,
            Ink::OuterSum,
            Ink::Trace,
            Ink::Newest,
            Ink::Text,
        ];
        for ink in inks {
            assert_eq!(Ink::decode(ink.to_backend_color()), Some(ink));
        }
    }
}
