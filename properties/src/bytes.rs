//! Bytes of the fuzzer as a source of choices.

use std::str;

/// The bytes of an input that are left. After the last one come zeros, so that every input can be
/// read, and a shorter one is a simpler one.
pub(crate) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn are_left(&self) -> bool {
        !self.0.is_empty()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below a limit, or 0 where that is 0, too. A digit stands for itself, so that inputs
    /// can be written and read by people.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let byte = self.byte();
        let mut number = usize::from(byte);
        if byte.is_ascii_digit() {
            number -= usize::from(b'0');
        } else if limit > 256 {
            number = number << 8 | usize::from(self.byte());
        }
        number.checked_rem(limit).unwrap_or(0)
    }

    /// One of a list that is not empty.
    pub(crate) fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        let index = self.below(list.len());
        *list.get(index).expect("a list to choose from is not empty")
    }

    /// A text of up to so many bytes, as far as they are UTF-8.
    pub(crate) fn text(&mut self, most: usize) -> &'a str {
        let length = self.below(most + 1).min(self.0.len());
        let (taken, rest) = self.0.split_at(length);
        self.0 = rest;
        str::from_utf8(taken).unwrap_or_else(|error| {
            let valid = taken.get(..error.valid_up_to()).unwrap_or_default();
            str::from_utf8(valid).unwrap_or_default()
        })
    }

    /// Any bits of a number.
    pub(crate) fn bits(&mut self) -> u64 {
        (0..8).fold(0, |bits, _| bits << 8 | u64::from(self.byte()))
    }
}
