//! People check with a calculator: where the shown numbers do not give the shown result, say so.

use std::borrow::Cow;

use super::{
    formula::{Formula, Number},
    prose::{Prose, say},
};
use crate::core::{
    math::{self, Unit, notation, number},
    objective::Report,
};

const SUM: &str =
    "The rounded {what} add up to {sum}: {name} is their sum before they are rounded.";

/// A word about rounding, where adding up the terms as they are written gives another sum than the
/// one that is written.
pub fn rounding_note(report: &Report) -> Option<String> {
    // Without the formulas that a worked solution is made of: the page's first load has none.
    let written = |nats: f64| {
        let text = notation::nats(Some(nats));
        number::parse(&text.replace('−', "-"))
    };
    let terms: Option<Vec<f64>> =
        report.terms().map(|(_, term)| written(term.log_prob.nats())).collect();
    let by_hand = notation::nats(Some(math::sum(terms?)));
    let sum = notation::nats(Some(report.objective().nats()));
    let fill =
        |text: &str| SUM.replace("{what}", "terms").replace("{sum}", text).replace("{name}", "J");
    (by_hand != sum).then(|| fill(&by_hand))
}

/// A word about rounding, where adding up these numbers as they are written in a unit gives another
/// sum than the one that is written. The numbers are in nats; `what` they are, in the plural, and
/// the name of their sum.
pub(super) fn sum_note(
    what: impl Into<Cow<'static, str>>,
    addends: &[f64],
    sum: f64,
    name: &'static str,
    unit: Unit,
) -> Option<Prose> {
    let written: Option<Vec<f64>> = addends.iter().map(|&nats| as_written(nats, unit)).collect();
    let by_hand = other_than(sum, math::sum(written?), unit)?;
    Some(say(SUM, &[("what", Prose::text(what)), ("sum", by_hand), ("name", Prose::text(name))]))
}

/// A word about rounding, where a calculator gives another result from the numbers that are written.
/// The result is in nats, what the calculator gives is in the unit.
pub(super) fn calculator_note(by_hand: Option<f64>, result: f64, unit: Unit) -> Option<Prose> {
    Some(say(
        "From the rounded numbers a calculator gives {result}; here nothing is rounded before the \
         end.",
        &[("result", other_than(result, by_hand?, unit)?)],
    ))
}

/// A number of nats as a reader of the rounded number in a unit takes it.
pub(super) fn as_written(nats: f64, unit: Unit) -> Option<f64> {
    number::parse(&Number::nats(Some(nats), unit).text().replace('−', "-"))
}

/// What one finds by hand, in the unit, where it is written otherwise than the number of nats.
fn other_than(nats: f64, by_hand: f64, unit: Unit) -> Option<Prose> {
    // By hand is in the unit already.
    let by_hand = Number::nats(Some(by_hand), Unit::Nats);
    (by_hand != Number::nats(Some(nats), unit)).then(|| Formula::Number(by_hand).into())
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::core::{
        math::Probability,
        objective::{SentenceReport, Term},
        text::Position,
    };

    fn report(probabilities: &[f64]) -> Report {
        let terms = probabilities.iter().enumerate().map(|(index, &p)| {
            let position = Position::from_index(index).unwrap();
            Term::new(position, "word".into(), Probability::new(p).unwrap())
        });
        Report::new(vec![Rc::new(SentenceReport::new(terms.collect()))])
    }

    #[test]
    fn one_term_is_its_own_sum() {
        assert_eq!(rounding_note(&report(&[0.7])), None);
        assert_eq!(rounding_note(&report(&[])), None);
    }

    #[test]
    fn a_last_digit_that_does_not_add_up_is_explained() {
        // ln 0.9 = −0.105361: twice −0.1054 is −0.2108, but twice ln 0.9 rounds to −0.2107.
        assert!(rounding_note(&report(&[0.9, 0.9])).unwrap().contains("−0.2108"));
    }

    #[test]
    fn a_unit_rounds_in_its_own_way() {
        let note = |unit| {
            let nats = libm::log(0.9);
            sum_note("terms", &[nats, nats], 2.0 * nats, "J", unit)
        };
        assert!(note(Unit::Nats).unwrap().to_spoken().contains("minus 0.2108"));
        assert_eq!(note(Unit::Bits), None);
    }

    #[test]
    fn a_calculator_that_gives_another_result_is_answered() {
        assert_eq!(calculator_note(Some(1.23456), 1.23459, Unit::Nats), None);
        let note = calculator_note(Some(1.2345), 1.2346, Unit::Nats).unwrap().to_plain();
        assert!(note.contains("a calculator gives 1.2345"), "{note}");
        assert_eq!(calculator_note(None, 1.0, Unit::Nats), None);
    }

    #[test]
    fn infinity_needs_no_word() {
        assert_eq!(rounding_note(&report(&[0.0, 0.9, 0.9])), None);
    }
}
