//! People check with a calculator: where the shown terms do not add up to the shown sum, say so.

use crate::core::{
    math::{self, notation, number},
    objective::Report,
};

/// A word about rounding, where adding up the terms as they are written gives another sum than the
/// one that is written.
pub fn rounding_note(report: &Report) -> Option<String> {
    let written = |nats: f64| {
        let text = notation::nats(Some(nats));
        number::parse(&text.replace('−', "-"))
    };
    let terms: Option<Vec<f64>> =
        report.terms().map(|(_, term)| written(term.log_prob.nats())).collect();
    let by_hand = notation::nats(Some(math::sum(terms?)));
    let sum = notation::nats(Some(report.objective().nats()));
    (by_hand != sum).then(|| {
        format!("The rounded terms add up to {by_hand}: J is their sum before they are rounded.")
    })
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
    fn infinity_needs_no_word() {
        assert_eq!(rounding_note(&report(&[0.0, 0.9, 0.9])), None);
    }
}
