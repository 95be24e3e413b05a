//! Probabilities as people type them.

use std::fmt;

use super::{Probability, number};
use crate::core::messages::{Language, fill};

/// Reads a probability in any of the ways in which people write one: `0.7`, `.7`, `0,7`, `70%`,
/// `7/10`, `7e-1`; also with the digits and signs of Arabic, Persian and full-width keyboards.
///
/// Whether the locks of a distribution leave that much is not its question:
/// [`Distribution::with_probability`](super::Distribution::with_probability) refuses what is more.
///
/// # Errors
/// Says why a text is refused: it is no number, it divides by 0, or it is not from 0 to 1.
///
/// ```
/// use masklab::core::math::typed_probability;
/// for text in ["0.7", ".7", "0,7", "70%", "70 %", "7/10", "7e-1"] {
///     assert_eq!(typed_probability(text).map(|p| p.value()), Ok(0.7), "{text}");
/// }
/// ```
pub fn typed_probability(text: &str) -> Result<Probability, TypedError> {
    let text = trimmed(text);
    let plain: String = text.chars().map(plain).collect();
    let value = value(&plain, text)?;
    Probability::new(value).map_err(|_| TypedError::OutOfRange { typed: shortened(text), value })
}

/// A text without the space around it, and without the marks of direction and order that come along,
/// unseen, where a number is copied.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}' | '\u{feff}')
    })
}

/// The ASCII digit or sign that a character of another keyboard stands for; others stay.
pub(super) fn plain(c: char) -> char {
    let digit = |zero: char| {
        let digit = u32::from(c).checked_sub(zero.into())?;
        char::from_digit(digit, 10)
    };
    match c {
        '−' | '－' => '-',
        '＋' => '+',
        '．' => '.',
        '，' | '٫' => ',',
        '％' | '٪' => '%',
        '／' | '⁄' | '∕' => '/',
        _ => digit('０').or_else(|| digit('٠')).or_else(|| digit('۰')).unwrap_or(c),
    }
}

/// As much of a refused text as a message has room for.
pub(super) fn shortened(text: &str) -> String {
    const LIMIT: usize = 40;
    match text.char_indices().nth(LIMIT) {
        Some((end, _)) => text.get(..end).unwrap_or(text).to_owned() + "…",
        None => text.to_owned(),
    }
}

/// The number that a text in plain digits and signs stands for; a refusal names it as it was typed.
fn value(plain: &str, typed: &str) -> Result<f64, TypedError> {
    let no_number = || TypedError::NotANumber(shortened(typed));
    let number = |text, power| decimal(text, power).ok_or_else(no_number);
    if let Some(percent) = plain.strip_suffix('%') {
        return number(percent, -2);
    }
    let Some((above, below)) = plain.split_once('/') else { return number(plain, 0) };
    let (above, below) = (number(above, 0)?, number(below, 0)?);
    if below == 0.0 {
        return Err(TypedError::DivisionByZero(shortened(typed)));
    }
    let value = above / below;
    if value.is_finite() { Ok(value) } else { Err(no_number()) }
}

/// A decimal number with a point or a comma, times a power of ten.
pub(super) fn decimal(text: &str, power: i32) -> Option<f64> {
    number::scaled(&trimmed(text).replacen(',', ".", 1), power)
}

/// Reads a logit as people type one: `-1.5`, `−1,5`, `2e1`, also with the digits and signs of other
/// keyboards; `−∞` or `-inf` makes a word impossible.
///
/// # Errors
/// Refuses what is no number, and +∞.
///
/// ```
/// use masklab::core::math::typed_logit;
/// assert_eq!(typed_logit("−1,5"), Ok(-1.5));
/// assert!(typed_logit("much").unwrap_err().to_string().contains("such as −1.5"));
/// ```
pub fn typed_logit(text: &str) -> Result<f64, TypedError> {
    let text = trimmed(text);
    let plain: String = text.chars().map(plain).collect();
    if matches!(plain.as_str(), "-∞" | "-inf") {
        return Ok(f64::NEG_INFINITY);
    }
    let value = decimal(&plain, 0).filter(|value| value.is_finite());
    value.map(|value| value + 0.0).ok_or_else(|| TypedError::NotALogit(shortened(text)))
}

/// Reads the size η of a training step as people type one: a number above 0.
///
/// # Errors
/// Refuses what is no number above 0.
///
/// ```
/// use masklab::core::math::typed_rate;
/// assert_eq!(typed_rate("0,5"), Ok(0.5));
/// assert!(typed_rate("0").unwrap_err().to_string().contains("above 0"));
/// ```
pub fn typed_rate(text: &str) -> Result<f64, TypedError> {
    let text = trimmed(text);
    let plain: String = text.chars().map(plain).collect();
    let value = decimal(&plain, 0).filter(|value| *value > 0.0 && value.is_finite());
    value.ok_or_else(|| TypedError::NotARate(shortened(text)))
}

/// Why a typed text is not a probability.
#[derive(Clone, Debug, PartialEq)]
pub enum TypedError {
    /// The text is no number.
    NotANumber(String),
    /// The text divides by 0.
    DivisionByZero(String),
    /// The number is not from 0 to 1.
    OutOfRange {
        /// The text.
        typed: String,
        /// The number that it stands for.
        value: f64,
    },
    /// The text is no logit.
    NotALogit(String),
    /// The text is no number above 0.
    NotARate(String),
}

impl fmt::Display for TypedError {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl TypedError {
    /// The reason in a language, without a full stop.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().inputs;
        let (phrase, typed) = match self {
            Self::NotANumber(typed) if typed.is_empty() => return phrases.type_one.to_owned(),
            Self::NotANumber(typed) => (phrases.no_number, typed),
            Self::DivisionByZero(typed) => (phrases.division_by_zero, typed),
            Self::OutOfRange { typed, value }
                if (1.0..=100.0).contains(value) && !typed.contains(['%', '/']) =>
            {
                let value = language.number(value.to_string());
                return fill(phrases.per_cent, &[("typed", typed), ("value", &value)]);
            }
            Self::OutOfRange { typed, .. } => (phrases.out_of_range, typed),
            Self::NotALogit(typed) => (phrases.no_logit, typed),
            Self::NotARate(typed) => (phrases.no_rate, typed),
        };
        fill(phrase, &[("typed", typed)])
    }
}

impl std::error::Error for TypedError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn logits_are_read_as_people_type_them() {
        for (text, value) in
            [("-1.5", -1.5), (" −1,5 ", -1.5), ("+2", 2.0), ("٣", 3.0), ("1e1", 10.0)]
        {
            assert_eq!(typed_logit(text), Ok(value), "{text}");
        }
        for text in ["−∞", "-inf", "-∞"] {
            assert_eq!(typed_logit(text), Ok(f64::NEG_INFINITY), "{text}");
        }
        assert!(typed_logit("-0").is_ok_and(f64::is_sign_positive));
        for text in ["", "∞", "inf", "NaN", "1e400", "two", "1/2", "50%", "--1"] {
            let reason = typed_logit(text).unwrap_err().to_string();
            assert!(reason.ends_with("type a number such as −1.5 or 2, or −∞"), "{reason}");
        }
    }

    #[test]
    fn the_limits_are_probabilities() {
        for (text, value) in [("0", 0.0), ("1", 1.0), ("100%", 1.0), ("3/3", 1.0), ("-0", 0.0)] {
            assert_eq!(typed_probability(text).map(Probability::value), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", " ", "seven", "0.7.1", "0,7,1", "7/", "/7", "/0", "%", "7%%", "NaN"] {
            let refused = typed_probability(text);
            assert!(matches!(refused, Err(TypedError::NotANumber(_))), "{text}: {refused:?}");
        }
    }

    #[test]
    fn what_divides_by_0_is_refused_as_that() {
        for text in ["7/0", "0/0", "7/-0", "7 / 0,0", "٧/٠"] {
            let reason = typed_probability(text).unwrap_err().to_string();
            let rest = "divides by 0: type a number such as 0.7, 70% or 7/10";
            assert_eq!(reason, format!("“{text}” {rest}"));
        }
    }

    #[test]
    fn per_cent_are_the_nearest_number_to_what_is_typed() {
        for text in ["0.7%", "0,7%", "7e-1%", ".7 %", "٠٫٧٪"] {
            assert_eq!(typed_probability(text).map(Probability::value), Ok(0.007), "{text}");
        }
        for tenths in 0..=1000 {
            let (whole, tenth) = (tenths / 10, tenths % 10);
            let typed = typed_probability(&format!("{whole}.{tenth}%")).map(Probability::value);
            assert_eq!(typed, Ok(f64::from(tenths) / 1000.0), "{whole}.{tenth}%");
        }
    }

    #[test]
    fn invisible_marks_around_a_number_are_no_part_of_it() {
        for text in [
            "\u{200e}0.7",
            "0.7\u{200f}",
            "\u{feff}0.7\n",
            "\u{61c} 0.7 \u{200e}",
            "\u{2066}70\u{2069}%",
            "7\u{200f}/\u{200f}10",
            "\u{202a}7/10\u{202c}\u{a0}",
        ] {
            assert_eq!(typed_probability(text).map(Probability::value), Ok(0.7), "{text:?}");
        }
        for text in ["0.\u{200e}7", "\u{200e}", "\u{feff}%"] {
            let refused = typed_probability(text);
            assert!(matches!(refused, Err(TypedError::NotANumber(_))), "{text:?}: {refused:?}");
        }
    }

    #[test]
    fn what_is_out_of_range_is_refused_with_the_number() {
        let reason = |text| typed_probability(text).unwrap_err().to_string();
        assert_eq!(reason("70"), "“70” is more than 1: for per cent, type 70%");
        assert_eq!(reason("−0.1"), "“−0.1” is not from 0 to 1, as a probability is");
        assert_eq!(reason("150%"), "“150%” is not from 0 to 1, as a probability is");
    }

    #[test]
    fn digits_and_signs_of_other_keyboards_are_read() {
        for text in
            ["０．７", "０，７", "７０％", "７／１０", "٠٫٧", "٧٠٪", "۰٫۷", "۷۰٪", "7⁄10", "7∕10"]
        {
            assert_eq!(typed_probability(text).map(Probability::value), Ok(0.7), "{text}");
        }
        // Digits that are not read are refused, and so is what looks like a digit.
        for text in ["०.७", "½", "0．7．1", "²", "o.7", "0.7 0"] {
            let refused = typed_probability(text);
            assert!(matches!(refused, Err(TypedError::NotANumber(_))), "{text}: {refused:?}");
        }
        let reason = typed_probability("۷۰").unwrap_err().to_string();
        assert_eq!(reason, "“۷۰” is more than 1: for per cent, type 70%");
    }

    #[test]
    fn a_fraction_is_divided_and_a_negative_number_is_refused() {
        assert_eq!(typed_probability("1/3").map(Probability::value), Ok(1.0 / 3.0));
        assert_eq!(typed_probability("1 / 8").map(Probability::value), Ok(0.125));
        for text in ["-0.1", "−0.1", "－0.1", "-7%", "-1/2", "1/-2", "-1e-300", "-1e400", "1e400"]
        {
            let refused = typed_probability(text);
            assert!(matches!(refused, Err(TypedError::OutOfRange { .. })), "{text}: {refused:?}");
        }
    }

    #[test]
    fn of_a_long_text_the_reason_names_the_beginning() {
        let reason = typed_probability(&"é".repeat(10_000)).unwrap_err().to_string();
        let named = "é".repeat(40);
        assert_eq!(reason, format!("“{named}…” is no number: type one such as 0.7, 70% or 7/10"));
    }

    #[test]
    fn in_german_the_advice_has_a_comma_and_is_good() {
        let reason = |text| typed_probability(text).unwrap_err().say(Language::German);
        assert_eq!(reason("12,5"), "„12,5“ ist mehr als 1: Für Prozent geben Sie 12,5 % ein");
        assert_eq!(reason(""), "Geben Sie eine Zahl von 0 bis 1 ein, etwa 0,7, 70 % oder 7/10");
        for advice in ["12,5 %", "0,7", "70 %", "7/10"] {
            assert!(typed_probability(advice).is_ok(), "{advice}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9٠-٩۰-۹０-９.,٫/%٪eE+−-]{0,8}|\\PC{0,6}") {
            if let Ok(probability) = typed_probability(&text) {
                prop_assert!((0.0..=1.0).contains(&probability.value()));
            }
        }
    }
}
