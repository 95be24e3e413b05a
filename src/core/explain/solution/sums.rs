//! Steps 3 and 4: the inner sum of each sentence, and the outer sum J.

use super::{
    Equation, Line, Step, StepKind,
    case::{Case, Ends, Entry, Scored, elided, ends, over_dataset},
    selection::gap,
};
use crate::core::{
    explain::{
        formula::{Formula, Number, Operator, Symbol},
        prose::{Prose, say},
        rounding::other_sum,
    },
    math::Probability,
    objective::QuantityKind,
};

/// The terms of a sum of up to so many are written out as logarithms, too.
const WRITTEN_OUT: usize = 3;

/// The inner sums; they are a step of their own only where the outer sum has several of them.
pub(super) fn inner_sums(case: &Case<'_>) -> Option<Step> {
    if case.sentences < 2 || case.scored.is_empty() {
        return None;
    }
    let Ends { first, left_out, last } = ends(&case.scored);
    let mut lines: Vec<Line> = first.iter().map(|sentence| inner_line(case, sentence)).collect();
    lines.extend(gap(case.phrases().sentences_left_out, left_out));
    lines.extend(last.iter().map(|sentence| inner_line(case, sentence)));
    let phrases = &case.phrases().sums;
    let mut words =
        Prose::text(if case.untargeted == 0 { phrases.inner } else { phrases.inner_of_known });
    let mut shown = first.iter().chain(last);
    if let Some(note) = shown.find_map(|sentence| inner_note(case, sentence)) {
        words.follow(note);
    }
    Some(Step {
        kind: StepKind::InnerSums,
        title: phrases.inner_title,
        symbols: Some(case.inner_sum_in_symbols(Symbol::Original.into(), Symbol::Corrupted.into())),
        lines,
        words,
    })
}

fn inner_line(case: &Case<'_>, sentence: &Scored<'_>) -> Line {
    let x = case.of_sentence(Symbol::Original, sentence.index);
    let corrupted = case.of_sentence(Symbol::Corrupted, sentence.index);
    Line::Equation(Equation {
        subject: case.inner_sum_in_symbols(x, corrupted),
        numbers: addends(case, &case.terms_of(sentence.index)),
        result: case.inner_sum(sentence),
    })
}

/// The sum of some terms as numbers. One term is no sum: it is the result.
fn addends(case: &Case<'_>, terms: &[Entry<'_>]) -> Vec<Formula> {
    if terms.len() == 1 {
        return Vec::new();
    }
    vec![Formula::joined(elided(terms, |entry| case.log_prob(entry)), Operator::Plus)]
}

fn inner_note(case: &Case<'_>, sentence: &Scored<'_>) -> Option<Prose> {
    let terms: Vec<f64> = sentence.report.terms().iter().map(|t| t.log_prob.nats()).collect();
    let sum = sentence.report.objective().nats();
    let by_hand = other_sum(&terms, sum, case.unit)?;
    let number = Prose::text((sentence.index + 1).to_string());
    let note = case.language.messages().rounding.terms_of_sentence;
    Some(say(note, &[("sentence", number), ("sum", by_hand)]))
}

/// The objective J.
pub(super) fn objective(case: &Case<'_>) -> Step {
    let inner = case.inner_sum_in_symbols(Symbol::Original.into(), Symbol::Corrupted.into());
    let numbers = match case.scored.as_slice() {
        [] => Vec::new(),
        _ if case.sentences == 1 => written_out(case),
        [_] => Vec::new(),
        scored => {
            vec![Formula::joined(
                elided(scored, |sentence| case.inner_sum(sentence)),
                Operator::Plus,
            )]
        }
    };
    Step {
        kind: StepKind::Objective,
        title: case.phrases().sums.title,
        symbols: Some(Formula::relation(
            Symbol::Objective.into(),
            Operator::Equals,
            over_dataset(inner),
        )),
        lines: vec![Line::Equation(Equation {
            subject: Symbol::Objective.into(),
            numbers,
            result: case.total(QuantityKind::Objective),
        })],
        words: words(case),
    }
}

/// The sum of the terms of the only sentence: as logarithms of words, as logarithms of numbers, and
/// as numbers.
fn written_out(case: &Case<'_>) -> Vec<Formula> {
    let plus = |parts| Formula::joined(parts, Operator::Plus);
    let mut sides = vec![plus(elided(&case.terms, |entry| case.log_pr(entry)))];
    if case.terms.len() <= WRITTEN_OUT {
        sides.push(plus(elided(&case.terms, |entry| case.log_of_number(entry))));
    }
    sides.extend(addends(case, &case.terms));
    sides
}

fn words(case: &Case<'_>) -> Prose {
    let symbol = |symbol: Symbol| Prose::from(Formula::from(symbol));
    let j = || ("J", symbol(Symbol::Objective));
    let d = || ("D", symbol(Symbol::Dataset));
    let objective = case.worked.report.objective().nats();
    let phrases = &case.phrases().sums;
    let is_complete = case.untargeted == 0;
    let either = |complete, of_known| if is_complete { complete } else { of_known };
    let mut words = match (case.sentences, case.scored.len(), case.terms.len()) {
        (_, _, 0) => return say(either(phrases.nothing, phrases.nothing_yet), &[j()]),
        (1, _, 1) => say(either(phrases.one_term, phrases.one_term_of_known), &[j()]),
        (1, ..) => {
            let count = Prose::text(case.terms.len().to_string());
            let input = ("input", symbol(Symbol::Corrupted));
            let facts = [("count", count), ("known", case.known()), input, d(), j()];
            say(phrases.one_sentence, &facts)
        }
        (_, 1, _) => say(either(phrases.one_scored, phrases.one_scored_of_known), &[j()]),
        _ => say(phrases.several, &[j(), d()]),
    };
    if objective == f64::NEG_INFINITY && case.terms.len() > 1 {
        let term = Prose::from(case.total(QuantityKind::Objective));
        words.follow(say(phrases.impossible, &[("term", term), j()]));
    }
    words.follow(say(if objective == 0.0 { phrases.best } else { phrases.direction }, &[j()]));
    if let Some(product) = product(case) {
        words.follow(say(phrases.product, &[("product", product.into())]));
    }
    if let Some(note) = note(case) {
        words.follow(note);
    }
    words
}

/// Pr · Pr = Pr, for a few terms of one sentence.
fn product(case: &Case<'_>) -> Option<Formula> {
    let probability = Probability::nearest(libm::exp(case.worked.report.objective().nats()));
    let few = case.sentences == 1 && (2..=WRITTEN_OUT).contains(&case.terms.len());
    if !few || matches!(probability, Probability::ZERO | Probability::ONE) {
        return None;
    }
    let shown = Number::probability(probability, case.unit);
    let factors: Vec<Formula> = case.terms.iter().map(|entry| case.probability(entry)).collect();
    let mut by_hand = 1.0;
    for entry in &case.terms {
        by_hand *= Number::probability(entry.term.probability, case.unit).read()?;
    }
    let exact = shown.read().is_some_and(|shown| (shown - by_hand).abs() <= 1e-12 * shown);
    let relation = if exact { Operator::Equals } else { Operator::About };
    let product = Formula::joined(factors, Operator::Times);
    Some(Formula::relation(product, relation, Formula::Number(shown)))
}

fn note(case: &Case<'_>) -> Option<Prose> {
    let objective = case.worked.report.objective().nats();
    let notes = &case.language.messages().rounding;
    let (note, addends): (_, Vec<f64>) = if case.sentences == 1 {
        (notes.terms, case.terms.iter().map(|entry| entry.term.log_prob.nats()).collect())
    } else {
        (notes.inner_sums, case.scored.iter().map(|s| s.report.objective().nats()).collect())
    };
    Some(say(note, &[("sum", other_sum(&addends, objective, case.unit)?)]))
}
