//! Texts in an address.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is written with its bytes: all that could end a link in the eyes of a browser, or of the mail,
/// chat or markup that the link is put into.
const IN_TEXT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b';')
    .remove(b',')
    .remove(b':')
    .remove(b'!');

/// In a list, also what divides lists.
const IN_LIST: &AsciiSet = &IN_TEXT.add(b',').add(b':').add(b'!');

/// How texts are spelled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Spelling {
    /// For an address: in ASCII.
    Address,
    /// For what is packed: other scripts stay as they are, which is shorter.
    Packed,
}

impl Spelling {
    /// Writes a text that has its value for itself.
    pub(super) fn text(self, text: &str, link: &mut String) {
        self.write(text, IN_TEXT, link);
    }

    /// Writes a text that is one of a list.
    pub(super) fn listed(self, text: &str, link: &mut String) {
        self.write(text, IN_LIST, link);
    }

    fn write(self, text: &str, set: &'static AsciiSet, link: &mut String) {
        let mut bytes = [0; 4];
        for char in text.chars() {
            if char == ' ' {
                link.push('+');
            } else if self == Self::Packed && !char.is_ascii() {
                link.push(char);
            } else {
                link.extend(utf8_percent_encode(char.encode_utf8(&mut bytes), set));
            }
        }
    }
}

/// A link ends with a letter or a digit: programs that find links in a text leave a last full stop out.
pub(super) fn ended(link: &mut String) {
    if let Some(last) = link.pop() {
        let last = if last == '+' { ' ' } else { last };
        let mut bytes = [0; 4];
        link.extend(utf8_percent_encode(last.encode_utf8(&mut bytes), NON_ALPHANUMERIC));
    }
}

/// What a text of a link says, or `None` where its bytes are no text.
pub(super) fn read(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains(['%', '+']) {
        return Some(Cow::Borrowed(text));
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().ok()?;
    Some(Cow::Owned(decoded.into_owned()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(spelling: Spelling, text: &str) -> String {
        let mut link = String::new();
        spelling.listed(text, &mut link);
        link
    }

    #[test]
    fn words_stay_readable_and_marks_are_spelled_by_their_bytes() {
        let text = |text: &str| {
            let mut link = String::new();
            Spelling::Address.text(text, &mut link);
            link
        };
        assert_eq!(text("Hello, world: a (new) one!"), "Hello,+world:+a+%28new%29+one!");
        assert_eq!(text("1+1=2 & 50%"), "1%2B1%3D2+%26+50%25");
        assert_eq!(written(Spelling::Address, "a,b:c!"), "a%2Cb%3Ac%21");
        assert_eq!(written(Spelling::Address, "Käse"), "K%C3%A4se");
        assert_eq!(written(Spelling::Packed, "Käse, 犬"), "Käse%2C+犬");
    }

    #[test]
    fn a_link_does_not_end_with_a_mark_that_a_chat_would_leave_out() {
        for (link, expected) in [
            ("t=A+dog.", "t=A+dog%2E"),
            ("t=A+dog+", "t=A+dog%20"),
            ("t=A+dog", "t=A+dog"),
            ("", ""),
        ] {
            let mut link = link.to_owned();
            ended(&mut link);
            assert_eq!(link, expected);
        }
    }

    #[test]
    fn what_is_no_byte_stays_and_bytes_that_are_no_text_are_refused() {
        assert_eq!(read("100%+%zz").as_deref(), Some("100% %zz"));
        assert_eq!(read("%E4"), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "(\\PC|\\p{any}){0,20}") {
            for spelling in [Spelling::Address, Spelling::Packed] {
                let written = written(spelling, &text);
                prop_assert!(!written.contains(['&', '=', ',', ':', '!', '*', '#', ' ']));
                prop_assert!(written.is_ascii() || spelling == Spelling::Packed);
                let read = read(&written);
                prop_assert_eq!(read.as_deref(), Some(&*text));
            }
        }
    }
}
