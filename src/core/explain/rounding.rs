//! People check with a calculator: where the shown numbers do not give the shown result, say so.

use super::{
    formula::{Formula, Number},
    prose::{Prose, say},
};
use crate::core::{
    math::{self, Unit, notation, number},
    messages::{Language, fill},
    objective::Report,
};

/// A word about rounding, where adding up the terms as they are written gives another sum than the
/// one that is written.
pub fn rounding_note(language: Language, report: &Report) -> Option<String> {
    // Without the formulas that a worked solution is made of: the page's first load has none.
    let written = |nats: f64| {
        let text = notation::nats(Some(nats));
        number::parse(&text.replace('−', "-"))
    };
    let terms: Option<Vec<f64>> =
        report.terms().map(|(_, term)| written(term.log_prob.nats())).collect();
    let by_hand = notation::nats(Some(math::sum(terms?)));
    let sum = notation::nats(Some(report.objective().nats()));
    (by_hand != sum)
        .then(|| fill(language.messages().rounding.terms, &[("sum", &language.number(by_hand))]))
}

/// What one finds on adding up these numbers as they are written in a unit, where it is written
/// otherwise than their sum. The numbers are in nats.
pub(super) fn other_sum(addends: &[f64], sum: f64, unit: Unit) -> Option<Prose> {
    let written: Option<Vec<f64>> = addends.iter().map(|&nats| as_written(nats, unit)).collect();
    other_than(sum, math::sum(written?), unit)
}

/// A word about rounding, where a calculator gives another result from the numbers that are written.
/// The result is in nats, what the calculator gives is in the unit.
pub(super) fn calculator_note(
    language: Language,
    by_hand: Option<f64>,
    result: f64,
    unit: Unit,
) -> Option<Prose> {
    let sentence = language.messages().rounding.calculator;
    Some(say(sentence, &[("result", other_than(result, by_hand?, unit)?)]))
}

/// A number of nats as a reader of the rounded number in a unit takes it.
pub(super) fn as_written(nats: f64, unit: Unit) -> Option<f64> {
    Number::nats(Some(nats), unit).read()
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
        assert_eq!(rounding_note(Language::English, &report(&[0.7])), None);
        assert_eq!(rounding_note(Language::English, &report(&[])), None);
    }

    #[test]
    fn a_last_digit_that_does_not_add_up_is_explained() {
        // ln 0.9 = −0.105361: twice −0.1054 is −0.2108, but twice ln 0.9 rounds to −0.2107.
        assert!(
            rounding_note(Language::English, &report(&[0.9, 0.9])).unwrap().contains("−0.2108")
        );
        assert_eq!(
            rounding_note(Language::German, &report(&[0.9, 0.9])).unwrap(),
            "Die gerundeten Terme ergeben zusammen −0,2108: J ist ihre Summe vor dem Runden."
        );
    }

    #[test]
    fn a_unit_rounds_in_its_own_way() {
        let note = |unit| {
            let nats = libm::log(0.9);
            other_sum(&[nats, nats], 2.0 * nats, unit)
        };
        assert!(note(Unit::Nats).unwrap().to_spoken(Language::English).contains("minus 0.2108"));
        assert_eq!(note(Unit::Bits), None);
    }

    #[test]
    fn a_calculator_that_gives_another_result_is_answered() {
        assert_eq!(calculator_note(Language::English, Some(1.23456), 1.23459, Unit::Nats), None);
        let note = calculator_note(Language::English, Some(1.2345), 1.2346, Unit::Nats)
            .unwrap()
            .to_plain(Language::English);
        assert!(note.contains("a calculator gives 1.2345"), "{note}");
        assert_eq!(calculator_note(Language::English, None, 1.0, Unit::Nats), None);
    }

    #[test]
    fn infinity_needs_no_word() {
        assert_eq!(rounding_note(Language::English, &report(&[0.0, 0.9, 0.9])), None);
    }
}
