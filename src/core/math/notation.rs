//! How numbers are written for people: rounded, with a true minus sign, and honest about what
//! rounding hides. Text for programs (`full`) keeps every digit. The decimal mark is a point: where
//! text for people is put together, it becomes that of their language.

use std::fmt::Write as _;

use super::{Probability, number};
use crate::core::messages::{Language, fill};

/// The decimals of log-probabilities, their sums and means: the course writes ln 0.7 = −0.3567.
pub const NATS_DECIMALS: u8 = 4;
/// The decimals of probabilities: the step of a slider.
pub const PROBABILITY_DECIMALS: usize = 3;
/// So many decimals show the first digit of any term: the smallest is that of 1 − 2⁻⁵³, or its share
/// in a mean over ten thousand sentences.
pub(crate) const MOST_DECIMALS: usize = 21;

/// From here on a number is written with a power of ten, since its digits would fill the line.
const LARGE: f64 = 1e7;

/// A number with the given decimals, U+2212 as minus sign and "∞" for infinity. A number that
/// rounds to 0 has no sign, and a large one is written as 1.2345×10⁸.
///
/// ```
/// use masklab::core::math::notation::fixed;
/// assert_eq!(fixed(-0.35667, 4), "−0.3567");
/// assert_eq!(fixed(f64::NEG_INFINITY, 4), "−∞");
/// ```
pub fn fixed(value: f64, decimals: usize) -> String {
    if value.is_nan() {
        return "—".into();
    }
    let size = value.abs();
    let digits = if size.is_infinite() {
        "∞".into()
    } else if size >= LARGE {
        scientific(size)
    } else {
        rounded(size, decimals)
    };
    if value < 0.0 && !is_nothing(&digits) { format!("−{digits}") } else { digits }
}

/// The powers of ten for which a whole number of the last decimal is short.
const POWERS: [u32; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/// How many units of the last decimal a number that is not negative has, rounded as the standard library
/// rounds it: where that is quickly said, since a move of a slider writes hundreds of numbers.
fn units(size: f64, decimals: usize) -> Option<(u32, u32)> {
    /// Up to here, multiplying by a power is exact to 10⁻⁷.
    const SHORT: f64 = 1e9;
    /// How near to the middle of two numbers it has to be looked at exactly.
    const CLOSE: f64 = 1e-6;
    let power = *POWERS.get(decimals)?;
    let parts = size * f64::from(power);
    let whole = parts.round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number from 0 to 10⁹"
    )]
    (parts < SHORT && (parts - whole).abs() < 0.5 - CLOSE).then_some((whole as u32, power))
}

/// The digits of a number that is neither negative nor large.
fn rounded(size: f64, decimals: usize) -> String {
    let Some((units, power)) = units(size, decimals) else { return format!("{size:.decimals$}") };
    let mut digits = (units / power).to_string();
    if power > 1 {
        // The power in front keeps the zeros that the fraction begins with.
        let fraction = (units % power + power).to_string();
        digits.push('.');
        digits.push_str(fraction.get(1..).unwrap_or_default());
    }
    digits
}

/// Whether a number without a sign is written as 0.
fn is_nothing(digits: &str) -> bool {
    digits.chars().all(|c| matches!(c, '0' | '.'))
}

/// A number of nats as it is shown: four decimals, but up to the first digit of a number that would
/// be rounded to 0, since only certainty costs nothing. What is not there is written "—".
///
/// ```
/// use masklab::core::math::notation::nats;
/// assert_eq!(nats(Some(libm::log(0.7))), "−0.3567");
/// assert_eq!(nats(Some(libm::log(0.99996))), "−0.00004");
/// ```
pub fn nats(value: Option<f64>) -> String {
    let Some(value) = value else { return "—".into() };
    let shortest = usize::from(NATS_DECIMALS);
    for decimals in shortest..=MOST_DECIMALS {
        let text = fixed(value, decimals);
        if value == 0.0 || !is_nothing(&text) {
            return text;
        }
    }
    fixed(value, shortest)
}

/// A probability as it is shown: three decimals, and "<0.001" or ">0.999" where these would claim
/// an impossible or a certain word.
pub fn probability(probability: Probability) -> String {
    let value = probability.value();
    let shown = fixed(value, PROBABILITY_DECIMALS);
    match shown.as_str() {
        "0.000" if value > 0.0 => "<0.001".into(),
        "1.000" if value < 1.0 => ">0.999".into(),
        _ => shown,
    }
}

/// A probability with its logarithm, as a screen reader says the value of a slider.
///
/// ```
/// use masklab::core::{math::{Probability, notation::spoken}, messages::Language};
/// assert_eq!(spoken(Language::English, Probability::nearest(0.7)), "0.700, log −0.3567");
/// ```
pub fn spoken(language: Language, value: Probability) -> String {
    let p = language.number(probability(value));
    let log = language.number(nats(Some(value.log_prob().nats())));
    fill(language.messages().common.probability_and_log, &[("p", &p), ("log", &log)])
}

/// A probability that stands beside its logarithm: with as many digits as it takes to find the
/// logarithm, as it is shown, on a calculator, and to see that it is not quite certain.
///
/// ```
/// use masklab::core::math::{Probability, notation::calculable};
/// assert_eq!(calculable(Probability::nearest(0.7)), "0.700");
/// assert_eq!(calculable(Probability::nearest(0.4375)), "0.4375");
/// assert_eq!(calculable(Probability::nearest(0.99996)), "0.99996");
/// ```
pub fn calculable(probability: Probability) -> String {
    let value = probability.value();
    let log = libm::log(value);
    let finds = |read: f64| is_written_alike(libm::log(read), log) && (read < 1.0 || value == 1.0);
    // No power of ten shortens a number near 1.
    let most = if value > 0.5 { MOST_DECIMALS } else { 8 };
    for decimals in PROBABILITY_DECIMALS..=most {
        let read = match units(value, decimals) {
            // As exact as reading what is written: both numbers are whole.
            Some((units, power)) => Some(f64::from(units) / f64::from(power)),
            None => number::parse(&fixed(value, decimals)),
        };
        if read.is_some_and(finds) {
            return fixed(value, decimals);
        }
    }
    scientific(value)
}

/// Whether two numbers of nats are the same to a reader.
fn is_written_alike(one: f64, other: f64) -> bool {
    let units = |value: f64| units(value.abs(), NATS_DECIMALS.into()).map(|(units, _)| units);
    match (units(one), units(other)) {
        // What is rounded to 0 is written with more decimals.
        (Some(units), Some(others)) if units > 0 && others > 0 => {
            units == others && one.is_sign_negative() == other.is_sign_negative()
        }
        _ => nats(Some(one)) == nats(Some(other)),
    }
}

/// A share from 0 to 1 in per cent, with a narrow no-break space before the sign, and honest about
/// what is not quite nothing or all.
///
/// ```
/// use masklab::core::math::notation::percent;
/// assert_eq!(percent(0.172), "17\u{202f}%");
/// assert_eq!(percent(0.001), "<1\u{202f}%");
/// assert_eq!(percent(0.999), ">99\u{202f}%");
/// ```
pub fn percent(share: f64) -> String {
    let number = match fixed(share * 100.0, 0) {
        number if number == "0" && share > 0.0 => "<1".to_owned(),
        number if number == "100" && share < 1.0 => ">99".to_owned(),
        number => number,
    };
    format!("{number}\u{202f}%")
}

/// Every digit that is needed to read the same number back, as JavaScript reads it
/// (`-Infinity`), and nothing where there is no number.
pub fn full(value: Option<f64>) -> String {
    match value {
        Some(f64::INFINITY) => "Infinity".into(),
        Some(f64::NEG_INFINITY) => "-Infinity".into(),
        Some(value) if !value.is_nan() => {
            // `Debug` turns to an exponent where `Display` would write hundreds of zeros.
            let text = format!("{value:?}");
            text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
        }
        _ => String::new(),
    }
}

/// A number that somebody gave, in full, for people.
///
/// ```
/// use masklab::core::math::notation::given;
/// assert_eq!(given(-0.5), "−0.5");
/// assert_eq!(given(f64::INFINITY), "∞");
/// ```
pub fn given(value: f64) -> String {
    if value.is_finite() { full(Some(value)).replace('-', "−") } else { fixed(value, 0) }
}

/// A number that somebody gave, in full and without a power of ten, however long that is.
///
/// ```
/// use masklab::core::math::notation::in_digits;
/// assert_eq!(in_digits(-0.000_000_1), "−0.0000001");
/// ```
pub fn in_digits(value: f64) -> String {
    if value.is_infinite() { fixed(value, 0) } else { value.to_string().replace('-', "−") }
}

fn scientific(size: f64) -> String {
    let text = format!("{size:.4e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mut written = format!("{mantissa}×10");
    for digit in exponent.chars() {
        let raised = digit.to_digit(10).and_then(|d| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(d as usize));
        let _ = write!(written, "{}", raised.unwrap_or('⁻'));
    }
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_alike_where_they_are_written_alike(
            one in -9.0..0.5_f64,
            apart in prop_oneof![Just(0.0), -1e-4..1e-4_f64, -1e-12..1e-12_f64],
        ) {
            for (one, other) in [(one, one + apart), (one * 1e-5, (one + apart) * 1e-5)] {
                let alike = nats(Some(one)) == nats(Some(other));
                prop_assert_eq!(is_written_alike(one, other), alike);
            }
        }

        #[test]
        fn few_decimals_are_rounded_as_the_standard_library_does(
            size in prop_oneof![0.0..1.0, 0.0..1e7, (0..20_000_u32).prop_map(|n| f64::from(n) / 2e4)],
            decimals in 0..8_usize,
        ) {
            prop_assert_eq!(rounded(size, decimals), format!("{size:.decimals$}"));
        }
    }

    #[test]
    fn a_rounded_nothing_has_no_sign() {
        assert_eq!(fixed(-0.00004, 4), "0.0000");
        assert_eq!(fixed(-0.0, 4), "0.0000");
    }

    #[test]
    fn only_certainty_costs_nothing() {
        let term = |p: f64| nats(Some(Probability::nearest(p).log_prob().nats()));
        assert_eq!(term(1.0), "0.0000");
        assert_eq!(term(0.99996), "−0.00004");
        assert_eq!(term(0.999_999_99), "−0.00000001");
        assert_eq!(term(1.0_f64.next_down()), "−0.0000000000000001");
        assert_eq!(nats(Some(-0.0)), "0.0000");
        // What no term can be is as good as nothing.
        assert_eq!(nats(Some(-1e-30)), "0.0000");
    }

    #[test]
    fn large_numbers_stay_short() {
        assert_eq!(fixed(1.5e300, 3), "1.5000×10³⁰⁰");
        assert_eq!(fixed(-2e7, 3), "−2.0000×10⁷");
        assert_eq!(fixed(9_999_999.0, 0), "9999999");
    }

    #[test]
    fn a_probability_never_looks_impossible_or_certain_when_it_is_not() {
        assert_eq!(probability(Probability::nearest(0.0004)), "<0.001");
        assert_eq!(probability(Probability::nearest(0.9999)), ">0.999");
        assert_eq!(probability(Probability::ZERO), "0.000");
        assert_eq!(probability(Probability::ONE), "1.000");
    }

    #[test]
    fn a_calculator_finds_the_logarithm_that_stands_beside_a_probability() {
        assert_eq!(calculable(Probability::nearest(5.012_345e-13)), "5.0123×10⁻¹³");
        assert_eq!(calculable(Probability::ZERO), "0.000");
        for thousandths in 1..1000_u16 {
            let p = Probability::nearest(f64::from(thousandths) / 1000.0 * (1.0 - 0.125));
            let read = number::parse(&calculable(p)).unwrap();
            assert_eq!(nats(Some(libm::log(read))), nats(Some(p.log_prob().nats())));
        }
    }

    #[test]
    fn a_probability_beside_its_logarithm_is_1_only_where_it_is_certain() {
        assert_eq!(calculable(Probability::ONE), "1.000");
        assert_eq!(calculable(Probability::nearest(0.9999)), "0.9999");
        assert_eq!(calculable(Probability::nearest(0.999_999_99)), "0.99999999");
        let last = Probability::nearest(1.0_f64.next_down());
        assert_eq!(calculable(last), "0.9999999999999999");
    }

    #[test]
    fn what_is_undefined_is_a_dash_to_people_and_empty_to_programs() {
        assert_eq!(nats(None), "—");
        assert_eq!(full(None), "");
    }

    #[test]
    fn programs_read_back_the_same_bits() {
        for value in [0.1 + 0.2, 1e-300, -0.356_674_943_938_732_45] {
            assert_eq!(full(Some(value)).parse(), Ok(value));
        }
        assert_eq!(full(Some(f64::NEG_INFINITY)), "-Infinity");
    }

    #[test]
    fn a_slider_is_said_in_its_language() {
        let said = spoken(Language::German, Probability::nearest(0.7));
        assert_eq!(said, "0,700; log −0,3567");
    }
}
