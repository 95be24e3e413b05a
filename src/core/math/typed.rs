//! Probabilities as people type them.

use std::fmt;

use super::{Probability, number};

/// Reads a probability in any of the ways in which people write one: `0.7`, `.7`, `0,7`, `70%`,
/// `7/10`, `7e-1`.
///
/// # Errors
/// Says why a text is refused: it is no number, or not one from 0 to 1.
///
/// ```
/// use masklab::core::math::typed_probability;
/// for text in ["0.7", ".7", "0,7", "70%", "70 %", "7/10", "7e-1"] {
///     assert_eq!(typed_probability(text).map(|p| p.value()), Ok(0.7), "{text}");
/// }
/// ```
pub fn typed_probability(text: &str) -> Result<Probability, TypedError> {
    let refused = || TypedError::NotANumber(text.trim().to_owned());
    let value = value(text.trim()).ok_or_else(refused)?;
    Probability::new(value)
        .map_err(|_| TypedError::OutOfRange { typed: text.trim().to_owned(), value })
}

fn value(text: &str) -> Option<f64> {
    if let Some(percent) = text.strip_suffix('%') {
        return Some(decimal(percent)? / 100.0);
    }
    if let Some((above, below)) = text.split_once('/') {
        let (above, below) = (decimal(above)?, decimal(below)?);
        let value = above / below;
        return value.is_finite().then_some(value);
    }
    decimal(text)
}

/// A decimal number with a point or a comma, and with a minus sign of either kind.
fn decimal(text: &str) -> Option<f64> {
    number::parse(&text.trim().replace('−', "-").replacen(',', ".", 1))
}

/// Why a typed text is not a probability.
#[derive(Clone, Debug, PartialEq)]
pub enum TypedError {
    /// The text is no number.
    NotANumber(String),
    /// The number is not from 0 to 1.
    OutOfRange {
        /// The text.
        typed: String,
        /// The number that it stands for.
        value: f64,
    },
}

impl fmt::Display for TypedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber(typed) if typed.is_empty() => {
                f.write_str("type a number from 0 to 1, such as 0.7, 70% or 7/10")
            }
            Self::NotANumber(typed) => {
                write!(f, "“{typed}” is no number: type one such as 0.7, 70% or 7/10")
            }
            Self::OutOfRange { typed, value }
                if (1.0..=100.0).contains(value) && !typed.contains(['%', '/']) =>
            {
                write!(f, "“{typed}” is more than 1: for per cent, type {value}%")
            }
            Self::OutOfRange { typed, .. } => {
                write!(f, "“{typed}” is not from 0 to 1, as a probability is")
            }
        }
    }
}

impl std::error::Error for TypedError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_limits_are_probabilities() {
        for (text, value) in [("0", 0.0), ("1", 1.0), ("100%", 1.0), ("3/3", 1.0), ("-0", 0.0)] {
            assert_eq!(typed_probability(text).map(Probability::value), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in
            ["", " ", "seven", "0.7.1", "0,7,1", "7/", "/7", "1/0", "0/0", "%", "7%%", "NaN"]
        {
            let refused = typed_probability(text);
            assert!(matches!(refused, Err(TypedError::NotANumber(_))), "{text}: {refused:?}");
        }
    }

    #[test]
    fn what_is_out_of_range_is_refused_with_the_number() {
        let reason = |text| typed_probability(text).unwrap_err().to_string();
        assert_eq!(reason("70"), "“70” is more than 1: for per cent, type 70%");
        assert_eq!(reason("−0.1"), "“−0.1” is not from 0 to 1, as a probability is");
        assert_eq!(reason("150%"), "“150%” is not from 0 to 1, as a probability is");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9.,/%eE+−-]{0,8}|\\PC{0,6}") {
            if let Ok(probability) = typed_probability(&text) {
                prop_assert!((0.0..=1.0).contains(&probability.value()));
            }
        }
    }
}
