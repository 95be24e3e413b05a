//! A link in fewer letters.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use miniz_oxide::{
    deflate::compress_to_vec_zlib, inflate::decompress_to_vec_zlib_with_limit as decompress,
};

use super::UNPACKED_LIMIT;

/// As small as it gets.
const LEVEL: u8 = 10;

/// A text in letters, digits, `-` and `_`.
pub(super) fn packed(text: &str) -> String {
    BASE64.encode(compress_to_vec_zlib(text.as_bytes(), LEVEL))
}

/// What [`packed`] made of a text. `None` where a letter is missing or another one, which its checksum
/// tells, and where it would be larger than any link of ours.
pub(super) fn unpacked(letters: &str) -> Option<String> {
    let bytes = BASE64.decode(letters).ok()?;
    String::from_utf8(decompress(&bytes, UNPACKED_LIMIT).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "t=The+quick+brown+fox.&a=3&p3=brown:.7,red:.2,lazy:.1";

    #[test]
    fn a_text_comes_back() {
        for text in ["", TEXT, "Käse, 犬", &TEXT.repeat(100)] {
            assert_eq!(unpacked(&packed(text)).as_deref(), Some(text));
        }
        assert!(packed(&TEXT.repeat(100)).len() < 150);
    }

    #[test]
    fn a_letter_that_is_missing_or_another_one_is_noticed() {
        let letters = packed(TEXT);
        for (index, letter) in letters.char_indices() {
            assert_eq!(unpacked(&letters[..index]), None);
            let other = if letter == 'A' { "B" } else { "A" };
            let changed = format!("{}{other}{}", &letters[..index], &letters[index + 1..]);
            assert_eq!(unpacked(&changed), None, "{index}");
        }
    }

    #[test]
    fn what_would_fill_the_memory_is_refused() {
        let bomb = packed(&"a".repeat(UNPACKED_LIMIT + 1));
        assert!(bomb.len() < 600);
        assert_eq!(unpacked(&bomb), None);
        assert!(unpacked(&packed(&"a".repeat(UNPACKED_LIMIT))).is_some());
    }
}
