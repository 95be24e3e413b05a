//! Where a token stands in its sentence.

use std::{fmt, num::NonZeroU32};

/// The position i of a token in its sentence, counted from 1: position 0 is left to BERT's \[CLS\],
/// which is never predicted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(NonZeroU32);

impl Position {
    /// The first word of a sentence.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// Takes a number from 1 on, as people count.
    pub fn new(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }

    /// The position of the token with this index, counted from 0.
    pub fn from_index(index: usize) -> Option<Self> {
        u32::try_from(index).ok().and_then(|index| Self::new(index.checked_add(1)?))
    }

    /// The number, from 1 on.
    pub const fn number(self) -> u32 {
        self.0.get()
    }

    /// The index of the token among the sentence's tokens, counted from 0.
    pub const fn index(self) -> usize {
        // A position is 32 bits, as usize is where it is smallest (wasm32).
        (self.0.get() - 1) as usize
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn positions_count_from_one_and_indices_from_zero() {
        assert_eq!(Position::new(0), None);
        assert_eq!(Position::from_index(0), Some(Position::FIRST));
        assert_eq!(Position::from_index(2).map(Position::number), Some(3));
        assert_eq!(Position::new(3).map(Position::index), Some(2));
    }
}
