//! What a mark is drawn with: its role, and not its colour, which the theme chooses.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// The role of a mark in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The lines behind the data.
    Grid,
    /// The axes.
    Axis,
    /// The text of ticks and axes.
    Label,
    /// The curve −log p.
    Curve,
    /// What belongs to the term with this index, counted from 0 in reading order.
    Term(u16),
    /// The point of the term with this index on a curve.
    Point(u16),
    /// The number written on the mark of the term with this index.
    OnTerm(u16),
}

impl Ink {
    /// The term to which a mark drawn with this ink belongs.
    pub fn term(self) -> Option<usize> {
        match self {
            Self::Term(index) | Self::Point(index) | Self::OnTerm(index) => Some(index.into()),
            Self::Grid | Self::Axis | Self::Label | Self::Curve => None,
        }
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
        ];
        for ink in inks {
            assert_eq!(Ink::decode(ink.to_backend_color()), Some(ink));
        }
    }
}
