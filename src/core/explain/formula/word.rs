//! Words of any origin, made fit to be shown.

/// A text with one space where there is any space, and with nothing in it that cannot be seen but
/// steers what is around it: controls become pictures of themselves, marks of direction go.
pub(in crate::core::explain) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if c.is_whitespace() => {
                if !shown.is_empty() && !shown.ends_with(' ') {
                    shown.push(' ');
                }
            }
            '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            '\x7f' => shown.push('␡'),
            '\u{80}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => {
                shown.push(char::REPLACEMENT_CHARACTER);
            }
            // Noncharacters: the last two of each plane.
            _ if u32::from(c) & 0xfffe == 0xfffe => shown.push(char::REPLACEMENT_CHARACTER),
            '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            _ => shown.push(c),
        }
    }
    shown.truncate(shown.trim_end().len());
    shown
}

/// Whether a character belongs to a script that is written from right to left.
pub(in crate::core::explain) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_cannot_be_seen_is_shown_or_goes() {
        assert_eq!(visible(" a\r\n \tb "), "a b");
        assert_eq!(visible("a\0b\u{7f}c\u{85}d"), "a␀b␡c d");
        assert_eq!(visible("\u{202e}evil\u{2069} \u{ffff}"), "evil \u{fffd}");
        assert_eq!(visible("👩‍👧 e\u{301}"), "👩‍👧 e\u{301}");
    }
}
