//! How much room a text takes, without asking a browser: good enough to keep labels apart.

use unicode_segmentation::UnicodeSegmentation as _;

/// How much wider bold letters are.
const BOLD: f64 = 1.08;
/// The most marks above and below one letter that are drawn: more would reach into other rows.
const MOST_MARKS: usize = 3;

/// The width and height of a line of text in the units of its size, rounded up. System fonts
/// differ by some per cent; the widths are those of a wide one.
pub(super) fn text_size(text: &str, size: f64) -> (u32, u32) {
    (units(ems(text) * size).into(), units(size).into())
}

/// The width of a line of text.
pub(super) fn width(text: &str, size: u16, is_bold: bool) -> i32 {
    units(ems(text) * f64::from(size) * if is_bold { BOLD } else { 1.0 }).into()
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

/// A word as it can be drawn in a room: whole where that is wide enough, else its beginning and an
/// ellipsis, and nothing where there is no room for that. It is cut between what readers take for
/// letters. A word that may run from right to left does so within its own bounds.
pub(super) fn clipped(word: &str, size: u16, is_bold: bool, room: i32) -> String {
    const ELLIPSIS: char = '…';
    let em = f64::from(size) * if is_bold { BOLD } else { 1.0 };
    let fits = |ems: f64| i32::from(units(ems * em)) <= room;
    let mut drawn = String::new();
    let mut taken = 0.0;
    // What would still be there with an ellipsis behind it.
    let mut kept = 0;
    // The page's first load draws three words, which fit.
    if !cfg!(feature = "workshop") {
        return word.to_owned();
    }
    for letter in word.graphemes(true) {
        let mut marks = 0;
        for c in letter.chars() {
            marks += usize::from(is_mark(c));
            if marks <= MOST_MARKS {
                drawn.push(c);
                taken += advance(c);
            }
        }
        if !fits(taken) {
            drawn.truncate(kept);
            if kept == 0 {
                return drawn;
            }
            drawn.push(ELLIPSIS);
            break;
        }
        if fits(taken + advance(ELLIPSIS)) {
            kept = drawn.len();
        }
    }
    if drawn.chars().any(may_turn) { format!("\u{2068}{drawn}\u{2069}") } else { drawn }
}

/// Whether a character can change the direction of what stands around it.
fn may_turn(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

/// Whether a character stands above or below the one before it.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{e31}'
            | '\u{e34}'..='\u{e3a}'
            | '\u{e47}'..='\u{e4e}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

fn ems(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

/// The advance width of a character in ems.
fn advance(c: char) -> f64 {
    match c {
        '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'i' | 'j' | 'l' | ' ' => 0.34,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 0.42,
        'm' | 'M' | 'W' | '@' | '%' => 1.0,
        'w' | '−' | '+' | '=' | '<' | '>' | '×' | '∞' => 0.86,
        'A'..='Z' => 0.76,
        c if c.is_ascii() => 0.64,
        '₀'..='₉' | '⁰'..='⁹' | '²' | '³' | '¹' | '⁻' => 0.45,
        // What is not seen: joiners, directions, variants.
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0000}'..='\u{e01ef}' => 0.0,
        c if is_mark(c) => 0.0,
        // Letters of Europe and of the Near East.
        '\u{a0}'..='\u{8ff}' => 0.85,
        // Whole phrases as one character.
        '\u{fdf0}'..='\u{fdff}' => 12.0,
        '\u{1f000}'..='\u{1ffff}' => 1.4,
        _ => 1.05,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn longer_texts_take_more_room_and_larger_ones_too() {
        assert!(text_size("0.25", 12.0).0 > text_size("0.2", 12.0).0);
        assert_eq!(text_size("", 12.0), (0, 12));
        assert_eq!(text_size("00", 20.0).0, 2 * text_size("00", 10.0).0);
        assert!(width("00", 20, true) > width("00", 20, false));
    }

    #[test]
    fn a_word_is_whole_where_there_is_room_and_else_cut_between_letters() {
        let room = |text: &str| width(text, 120, false);
        assert_eq!(clipped("brown", 120, false, room("brown")), "brown");
        assert_eq!(clipped("brown", 120, false, room("brown") - 1), "bro…");
        assert_eq!(clipped("brown", 120, false, 10), "");
        let family = "👩‍👩‍👧‍👦";
        assert_eq!(clipped(&family.repeat(9), 120, false, room(family) * 2), format!("{family}…"));
        // é as two characters is one letter.
        assert_eq!(clipped("e\u{301}tudier", 120, false, room("e…")), "e\u{301}…");
    }

    #[test]
    fn a_word_from_right_to_left_does_not_turn_what_stands_beside_it() {
        assert_eq!(clipped("שלום", 120, false, 9999), "\u{2068}שלום\u{2069}");
        assert_eq!(clipped("a\u{202e}b", 120, false, 9999), "\u{2068}a\u{202e}b\u{2069}");
        assert_eq!(clipped("über", 120, false, 9999), "über");
    }

    #[test]
    fn a_pile_of_accents_does_not_reach_into_other_rows() {
        let piled = format!("a{}b", "\u{301}".repeat(200));
        assert_eq!(clipped(&piled, 120, false, 9999), "a\u{301}\u{301}\u{301}b");
    }

    proptest! {
        #[test]
        fn what_is_cut_fits(word in "\\PC{0,40}", room in -100..2000_i32, is_bold: bool) {
            let drawn = clipped(&word, 120, is_bold, room);
            prop_assert!(drawn.is_empty() || width(&drawn, 120, is_bold) <= room);
        }
    }
}
