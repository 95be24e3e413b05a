//! Reading numbers that are written in decimal.

/// The number nearest to a decimal such as `-0.7`, `7e-1` or `12`, as JSON writes numbers
/// (RFC 8259, section 6); a plus sign, a missing digit before or after the point and leading zeros
/// are taken too. `None` for anything else. Overflow gives ∞, as reading a number does elsewhere.
///
/// The standard library reads the same numbers but brings tables that weigh a tenth of the page.
pub fn parse(text: &str) -> Option<f64> {
    scaled(text, 0)
}

/// As [`parse`], times a power of ten: 0.7 per cent is the number nearest to 0.007, which dividing
/// the number nearest to 0.7 by 100 misses.
pub(super) fn scaled(text: &str, power: i32) -> Option<f64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
        None => (text, 0),
    };
    let exponent = exponent.saturating_add(power);
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if integer.len() + fraction.len() == 0 || !digits(integer) || !digits(fraction) {
        return None;
    }
    // What the parser asks for: no zeros in front of the first or behind the last digit.
    let integer = integer.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let (fraction, exponent) = if integer.is_empty() {
        let significant = fraction.trim_start_matches('0');
        let zeros = i32::try_from(fraction.len() - significant.len()).unwrap_or(i32::MAX);
        (significant, exponent.saturating_sub(zeros))
    } else {
        (fraction, exponent)
    };
    let size: f64 = minimal_lexical::parse_float(
        integer.as_bytes().iter(),
        fraction.as_bytes().iter(),
        exponent,
    );
    Some(if negative { -size } else { size })
}

/// An exponent as far as it matters: past the limits every number is 0 or ∞ anyhow.
fn read_exponent(text: &str) -> Option<i32> {
    const LIMIT: i32 = 100_000;
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() {
        return None;
    }
    let mut size = 0;
    for digit in digits.chars() {
        let digit = i32::try_from(digit.to_digit(10)?).ok()?;
        size = (size * 10 + digit).min(LIMIT);
    }
    Some(if negative { -size } else { size })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{parse, scaled};

    #[test]
    fn what_is_not_a_decimal_is_refused() {
        for text in
            ["", ".", "-", "+", "e1", "1e", "1e+", "1.2.3", "1,5", "0x1", "inf", "NaN", " 1", "½"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn hard_cases_round_as_the_standard_library_rounds() {
        let cases = [
            "0",
            "-0",
            "0.7",
            ".7",
            "7.",
            "007",
            "7e-1",
            "7E+2",
            "1e400",
            "-1e400",
            "1e-400",
            "2.2250738585072011e-308",
            "4.9e-324",
            "2.4703282292062327e-324",
            "1.7976931348623159e308",
            "9007199254740993",
            "0.000000000000000000000000000000000001",
            "123456789012345678901234567890",
            "0.1e-99999999999",
            "1e99999999999999999999",
        ];
        for text in cases {
            let expected = text.parse::<f64>().ok().map(f64::to_bits);
            assert_eq!(parse(text).map(f64::to_bits), expected, "{text}");
        }
    }

    #[test]
    fn a_thousand_digits_are_read_exactly() {
        let text = format!("0.{}1", "3".repeat(1000));
        assert_eq!(parse(&text), text.parse().ok());
        let text = format!("{}.5e-990", "9".repeat(1000));
        assert_eq!(parse(&text), text.parse().ok());
    }

    #[test]
    fn a_scaled_number_is_the_nearest_one() {
        for text in ["0.7", ".7", "7e-1", "70", "1e2", "-3", "0", "0.07e1", "1e-400"] {
            let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
            let shifted = format!("{mantissa}e{}", exponent.parse::<i32>().unwrap() - 2);
            assert_eq!(scaled(text, -2), shifted.parse().ok(), "{text}");
        }
        assert_eq!(scaled("1e-99999999999", i32::MIN), Some(0.0));
        assert_eq!(scaled("much", -2), None);
    }

    proptest! {
        #[test]
        fn every_number_comes_back_with_its_bits(bits: u64) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            prop_assert_eq!(parse(&format!("{value:e}")).map(f64::to_bits), Some(bits));
            prop_assert_eq!(parse(&value.to_string()).map(f64::to_bits), Some(bits));
        }

        #[test]
        fn any_text_is_read_as_the_standard_library_reads_it(text in "[-+]?[0-9]{0,25}[.]?[0-9]{0,25}([eE][-+]?[0-9]{0,4})?") {
            let expected: Option<f64> = text.parse().ok();
            prop_assert_eq!(parse(&text).map(f64::to_bits), expected.map(f64::to_bits));
        }
    }
}
