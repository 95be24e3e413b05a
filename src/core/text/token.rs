//! Words, marks and typed masks, and where they stand in a text.

use unicode_segmentation::UnicodeSegmentation as _;

use super::MASK;

/// A word, a number, a punctuation mark or a symbol: one segment by Unicode's word rules that is
/// not space; or a \[MASK\] that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// The token as it is spelled.
    pub text: &'a str,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word or a number: something with a letter or a digit in it.
    Word,
    /// A punctuation mark or a symbol.
    Mark,
    /// \[MASK\], typed in the text: a selected position whose target the text does not tell.
    Mask,
}

impl Token<'_> {
    /// Whether it is a word or a number.
    pub fn is_word(self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// Where a token stands in its text, in bytes, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    start: u32,
    end: u32,
    kind: TokenKind,
}

impl Place {
    pub(super) const fn start(self) -> usize {
        // An offset is 32 bits, as usize is where it is smallest (wasm32).
        self.start as usize
    }

    pub(super) const fn end(self) -> usize {
        self.end as usize
    }

    /// The token that stands here in its text.
    pub(super) fn token(self, text: &str) -> Token<'_> {
        Token { text: text.get(self.start()..self.end()).unwrap_or_default(), kind: self.kind }
    }
}

/// Finds the tokens of a text of ASCII letters and marks: Unicode's rules find the same there, with
/// tables that the page's first load, which has one sentence, does without.
fn find_plain(text: &str, places: &mut Vec<Place>) {
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let is_word = first.is_ascii_alphanumeric();
        let end = if is_word {
            rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        if let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(at + end))
            && first != ' '
        {
            let kind = if is_word { TokenKind::Word } else { TokenKind::Mark };
            places.push(Place { start, end, kind });
        }
        at += end;
    }
}

/// Finds the tokens of a text. What lies beyond its first 4 GiB is taken for space.
pub(super) fn find(text: &str, places: &mut Vec<Place>) {
    if !cfg!(feature = "workshop") {
        return find_plain(text, places);
    }
    for (start, segment) in text.split_word_bound_indices() {
        if segment.chars().all(is_invisible) {
            continue;
        }
        let end = start + segment.len();
        let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) else { return };
        let is_word = segment.chars().any(char::is_alphanumeric);
        let kind = if is_word { TokenKind::Word } else { TokenKind::Mark };
        places.push(Place { start, end, kind });
        if segment == "]" {
            join_mask(text, places);
        }
    }
}

/// Makes one token of the three that Unicode's rules find in a typed \[MASK\], if these are the last
/// three.
fn join_mask(text: &str, places: &mut Vec<Place>) {
    if let [.., open, _, close] = places.as_slice()
        && text.get(open.start()..close.end()) == Some(MASK)
    {
        let mask = Place { start: open.start, end: close.end, kind: TokenKind::Mask };
        places.truncate(places.len() - 3);
        places.push(mask);
    }
}

/// Whether nothing of a character is seen: space, and what steers the direction or the breaking of
/// lines or the form of the character before it.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_finds_what_unicodes_rules_find() {
        for text in ["The quick brown fox.", "", " A1  b, c!", "One (two) three"] {
            let (mut plain, mut ruled) = (Vec::new(), Vec::new());
            find_plain(text, &mut plain);
            find(text, &mut ruled);
            assert_eq!(plain, ruled, "{text}");
        }
    }
}
