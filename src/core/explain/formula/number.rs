//! A number in a formula.

use crate::core::{
    math::{Probability, Unit, notation, number},
    messages::Language,
    objective::{Quantity, QuantityKind},
};

/// A number as people read it: rounded by `math::notation`, and so never NaN. Its decimal
/// mark is that of the language in which it is written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

/// What a written number is made of.
#[derive(Debug, PartialEq)]
pub(super) struct Parts<'a> {
    /// "<" or ">" where rounding would claim too much.
    pub(super) bound: Option<&'a str>,
    /// Whether there is a minus sign.
    pub(super) negative: bool,
    /// The digits, "∞", or "—" for what is undefined.
    pub(super) digits: &'a str,
    /// The power of ten with which the digits are multiplied, with "−" as sign.
    pub(super) exponent: Option<String>,
}

impl Number {
    /// A count.
    pub fn count(count: usize) -> Self {
        Self(count.to_string())
    }

    /// A logarithm, given in nats and written in a unit; "—" where it is undefined.
    pub fn nats(nats: Option<f64>, unit: Unit) -> Self {
        Self(notation::nats(nats.map(|nats| unit.convert(nats))))
    }

    /// A probability that stands beside its logarithm in a unit, with the digits that it takes to
    /// find it on a calculator.
    pub fn probability(probability: Probability, unit: Unit) -> Self {
        let value = probability.value();
        let log = |value: f64| Self::nats(Some(libm::log(value)), unit);
        let finds = |text: &str| number::parse(text).is_some_and(|p| log(p) == log(value));
        let shown = notation::calculable(probability);
        if unit == Unit::Nats || finds(&shown) {
            return Self(shown);
        }
        // A bit is finer than a nat and can take more digits.
        let most = if value > 0.5 { notation::MOST_DECIMALS } else { 9 };
        let longer = (notation::PROBABILITY_DECIMALS..=most)
            .map(|decimals| notation::fixed(value, decimals))
            .find(|text| finds(text));
        Self(longer.unwrap_or(shown))
    }

    /// A number of a report, written in a unit where it is a logarithm.
    pub fn quantity(quantity: Quantity, unit: Unit) -> Self {
        match (quantity.kind(), quantity.value()) {
            (QuantityKind::Probability, Some(value)) if quantity.position().is_some() => {
                Self::probability(Probability::nearest(value), unit)
            }
            (QuantityKind::Probability, Some(value)) => {
                Self(notation::probability(Probability::nearest(value)))
            }
            (QuantityKind::Perplexity, value) => Self::nats(value, Unit::Nats),
            (_, value) => Self::nats(value, unit),
        }
    }

    /// The number with a point as its decimal mark, as `math::notation` writes it.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The number as people read it.
    pub fn shown(&self, language: Language) -> String {
        language.number(self.0.clone())
    }

    /// The number that people read: rounded, and `None` where it is no finite decimal.
    pub(in crate::core::explain) fn read(&self) -> Option<f64> {
        number::parse(&self.0.replace('−', "-"))
    }

    pub(super) fn parts(&self) -> Parts<'_> {
        let text = self.0.as_str();
        let (bound, text) = match text.split_at_checked(1) {
            Some((bound @ ("<" | ">"), rest)) => (Some(bound), rest),
            _ => (None, text),
        };
        let (negative, text) = text.strip_prefix('−').map_or((false, text), |rest| (true, rest));
        let (digits, raised) = text.split_once("×10").map_or((text, None), |(d, r)| (d, Some(r)));
        let lower = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9').find(|&(up, _)| up == c);
        let exponent = raised.map(|raised| {
            raised.chars().map(|c| lower(c).map_or('−', |(_, digit)| digit)).collect()
        });
        Parts { bound, negative, digits, exponent }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_comes_apart() {
        let parts = |bound, negative, digits, exponent: Option<&str>| Parts {
            bound,
            negative,
            digits,
            exponent: exponent.map(str::to_owned),
        };
        let nats = |value| Number::nats(value, Unit::Nats);
        assert_eq!(nats(Some(-0.5)).parts(), parts(None, true, "0.5000", None));
        assert_eq!(nats(Some(f64::NEG_INFINITY)).parts(), parts(None, true, "∞", None));
        assert_eq!(nats(None).parts(), parts(None, false, "—", None));
        assert_eq!(nats(Some(1.5e30)).parts(), parts(None, false, "1.5000", Some("30")));
        let tiny = Number::probability(Probability::nearest(5.0123e-13), Unit::Nats);
        assert_eq!(tiny.parts(), parts(None, false, "5.0123", Some("−13")));
        let almost = Number::quantity(Quantity::candidate(Probability::nearest(1e-4)), Unit::Nats);
        assert_eq!(almost.parts(), parts(Some("<"), false, "0.001", None));
    }

    #[test]
    fn only_certainty_has_the_logarithm_0() {
        let written = |value: f64, unit| {
            let p = Probability::nearest(value);
            let log = Number::nats(Some(p.log_prob().nats()), unit);
            (Number::probability(p, unit).text().to_owned(), log.text().to_owned())
        };
        let nats = |value| written(value, Unit::Nats);
        let pair = |p: &str, log: &str| (p.to_owned(), log.to_owned());
        assert_eq!(nats(1.0), pair("1.000", "0.0000"));
        assert_eq!(nats(0.99996), pair("0.99996", "−0.00004"));
        assert_eq!(nats(0.999_999_99), pair("0.99999999", "−0.00000001"));
        assert_eq!(nats(1.0_f64.next_down()), pair("0.9999999999999999", "−0.0000000000000001"));
        assert_eq!(written(0.99996, Unit::Bits), pair("0.99996", "−0.0001"));
        assert_eq!(written(0.999_999, Unit::Log10), pair("0.999999", "−0.0000004"));
        assert_eq!(Number::nats(Some(-0.0), Unit::Nats).text(), "0.0000");
        for unit in Unit::ALL {
            for power in 1..53 {
                let value = 1.0 - 0.7 * 0.5_f64.powi(power);
                let (p, log) = written(value, unit);
                let read = number::parse(&p).unwrap();
                assert_eq!(Number::nats(Some(libm::log(read)), unit).text(), log, "{p}");
                assert_ne!(log.trim_matches(['−', '0', '.']), "", "{value} {unit:?}");
            }
        }
    }

    #[test]
    fn a_calculator_finds_the_logarithm_in_every_unit() {
        for unit in Unit::ALL {
            for thousandths in 1..1000_u16 {
                let p = Probability::nearest(f64::from(thousandths) / 1000.0 * 0.875);
                let read = number::parse(Number::probability(p, unit).text()).unwrap();
                let of = |p: f64| Number::nats(Some(libm::log(p)), unit);
                assert_eq!(of(read), of(p.value()), "{p:?} {unit:?}");
            }
        }
    }
}
