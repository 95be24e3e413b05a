//! How much room a text takes, without asking a browser: good enough to keep labels apart.

/// The width and height of a line of text in the units of its size, rounded up. System fonts
/// differ by some per cent; the widths are those of a wide one.
pub(super) fn text_size(text: &str, size: f64) -> (u32, u32) {
    let ems: f64 = text.chars().map(advance).sum();
    (units(ems * size).into(), units(size).into())
}

/// A length as whole units, rounded up: 0 where it is negative, and 6,553 pixels at most.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from float to integer saturates, which is what is wanted"
)]
pub(super) fn units(length: f64) -> u16 {
    length.ceil() as u16
}

/// The advance width of a character in ems.
fn advance(c: char) -> f64 {
    match c {
        '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'i' | 'j' | 'l' | ' ' => 0.34,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '−' | '+' | '=' | '<' | '>' | '×' | '∞' => 0.9,
        c if c.is_ascii() => 0.64,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::text_size;

    #[test]
    fn longer_texts_take_more_room_and_larger_ones_too() {
        assert!(text_size("0.25", 12.0).0 > text_size("0.2", 12.0).0);
        assert_eq!(text_size("", 12.0), (0, 12));
        assert_eq!(text_size("00", 20.0).0, 2 * text_size("00", 10.0).0);
    }
}
