//! Any document is worked out in every way, and each number that is shown is one of its report's.

use proptest::{collection::vec, prelude::*};

use super::{
    Line, Solution,
    examples::{Dataset, Example},
};
use crate::core::{
    explain::{
        Formula, Mark, Number, Piece,
        formula::trees::{assert_safe_latex, assert_well_formed, word},
    },
    math::{Probability, Unit},
    messages::Language,
    objective::{Quantity, QuantityKind, Reduction},
};

/// The numbers that say which quantity they are.
fn quantities(language: Language, formula: &Formula, found: &mut Vec<(Quantity, String)>) {
    let mut each = |formulas: &[&Formula]| {
        for formula in formulas {
            quantities(language, formula, found);
        }
    };
    match formula {
        Formula::Marked(Mark::Quantity(quantity), number) => {
            found.push((*quantity, number.to_plain(language)));
        }
        Formula::Marked(_, of)
        | Formula::Log(_, of)
        | Formula::At(_, of)
        | Formula::Size(of)
        | Formula::Parentheses(of)
        | Formula::Negation(of) => each(&[of]),
        Formula::Sub(a, b)
        | Formula::Power(a, b)
        | Formula::Fraction(a, b)
        | Formula::Sum { over: a, of: b }
        | Formula::Probability { of: a, given: b } => each(&[a, b]),
        Formula::Row(parts) | Formula::Set(parts) => each(&parts.iter().collect::<Vec<_>>()),
        Formula::Number(_)
        | Formula::Symbol(_)
        | Formula::Word(_)
        | Formula::Name(_)
        | Formula::Operator(_)
        | Formula::Ellipsis => {}
    }
}

/// All that a solution says in words of its own.
fn texts(solution: &Solution) -> Vec<&str> {
    let mut texts: Vec<&str> = solution.steps.iter().map(|step| step.title).collect();
    let lines = solution.steps.iter().flat_map(|step| &step.lines).filter_map(|line| match line {
        Line::Text(text) => Some(text),
        Line::Equation(_) => None,
    });
    let words = solution.steps.iter().map(|step| &step.words);
    for prose in [&solution.preface].into_iter().chain(words).chain(lines) {
        texts.extend(prose.0.iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(&**text),
            Piece::Word(_) | Piece::Formula(_) => None,
        }));
    }
    texts
}

/// A sentence, and its selected positions with their targets and probabilities.
type Sentence = (String, Vec<(u32, String, f64)>);

fn document() -> impl Strategy<Value = Vec<Sentence>> {
    let probability = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0_f64, 0.0..1e-9_f64];
    let target = word().prop_filter("a blank word is no candidate", |word| !word.trim().is_empty());
    let term = (1..60_u32, target, probability);
    let text = (word(), word()).prop_map(|(a, b)| format!("a{a} {b}"));
    vec((text, vec(term, 0..8)), 0..8).prop_map(|sentences| {
        let sentence = |(text, mut terms): Sentence| {
            terms.sort_by_key(|term| term.0);
            terms.dedup_by_key(|term| term.0);
            (text, terms)
        };
        sentences.into_iter().map(sentence).collect()
    })
}

fn dataset(document: &[Sentence]) -> Dataset {
    let candidates: Vec<Vec<[(&str, f64); 2]>> = document
        .iter()
        .map(|(_, terms)| {
            terms.iter().map(|(_, w, p)| [(&**w, *p), ("an other", 1.0 - p)]).collect()
        })
        .collect();
    let selected: Vec<Vec<_>> = document
        .iter()
        .zip(&candidates)
        .map(|((_, terms), candidates)| {
            terms.iter().zip(candidates).map(|(term, c)| (term.0, &c[..])).collect()
        })
        .collect();
    let examples: Vec<Example<'_>> =
        document.iter().zip(&selected).map(|((text, _), terms)| (&**text, &terms[..])).collect();
    Dataset::new(&examples)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_document_is_worked_out_in_every_way(
        document in document(),
        language in prop::sample::select(Language::ALL),
        unit in prop::sample::select(&Unit::ALL[..]),
        reduction in prop::sample::select(&Reduction::ALL[..]),
    ) {
        let data = dataset(&document);
        let solution = data.solved_in(language, unit, reduction);
        assert_well_formed(&solution.to_mathml());
        let latex = solution.to_latex();
        let (_, body) = latex.split_once("\\begin{document}").unwrap();
        let body = body.replace(" &= ", " = ").replace("\\\\\n", "\n");
        // What is left of the dollars opens and closes formulas.
        let text = body.replace(r"\$", "");
        prop_assert_eq!(text.matches('$').count() % 2, 0);
        assert_safe_latex(&text.replace(['$', '\n'], " ").replace(r"\[", "").replace(r"\]", ""));
        for text in [solution.to_plain(), solution.to_markdown(), solution.to_spoken()] {
            prop_assert!(!text.contains("NaN"));
        }
        for text in texts(&solution) {
            prop_assert!(!text.contains(['{', '}']), "{text}");
        }
        let mut found = Vec::new();
        for step in &solution.steps {
            for line in &step.lines {
                if let Line::Equation(equation) = line {
                    quantities(language, &equation.formula(), &mut found);
                }
            }
            for piece in &step.words.0 {
                if let Piece::Formula(formula) = piece {
                    quantities(language, formula, &mut found);
                }
            }
        }
        for (_, shown) in &found {
            let other = if language == Language::German { '.' } else { ',' };
            prop_assert!(!shown.contains(other), "{shown}");
        }
        // J, L and perplexity at least.
        prop_assert!(found.len() >= 3);
        let of_report = data.report.quantities();
        for (quantity, shown) in found {
            let value = quantity.value();
            let expected = match quantity.kind() {
                // A candidate is written as a term is, for a calculator.
                QuantityKind::Probability => {
                    let p = Probability::nearest(value.unwrap());
                    vec![Number::probability(p, unit), Number::quantity(quantity, unit)]
                }
                QuantityKind::Perplexity => vec![Number::nats(value, Unit::Nats)],
                // The exponent of e is in nats whatever the unit.
                QuantityKind::CrossEntropy => Vec::from([unit, Unit::Nats].map(|unit| Number::nats(value, unit))),
                _ => vec![Number::nats(value, unit)],
            };
            prop_assert!(expected.iter().any(|number| number.shown(language) == shown), "{}: {:?}", shown, quantity);
            let is_candidate = quantity.kind() == QuantityKind::Probability && quantity.position().is_none();
            prop_assert!(is_candidate || of_report.contains(&quantity), "{:?}", quantity);
        }
    }
}
