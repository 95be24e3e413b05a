//! Steps 6 and 7: the loss of a term as a cross-entropy, and perplexity.

use super::{
    Equation, Line, Step, StepKind,
    case::{Case, Entry},
    loss::mean_over_positions,
    selection::gap,
    terms::rivals,
};
use crate::core::{
    explain::{
        candidate::word_of,
        formula::{Formula, Mark, Number, Operator, Symbol},
        prose::{Prose, say},
        rounding::{as_written, calculator_note},
    },
    math::{Probability, Unit},
    objective::{Quantity, QuantityKind},
};

/// So many terms are written out, or only the first.
const WRITTEN_OUT: usize = 3;
/// Candidates of a sum: of more than these, the target, the first two others and the last are shown.
const CANDIDATES: usize = 5;

/// −Σₖ yₖ log pₖ, written out.
pub(super) fn cross_entropy(case: &Case<'_>) -> Option<Step> {
    let first = case.terms.first()?;
    let shown = if case.terms.len() <= WRITTEN_OUT { case.terms.len() } else { 1 };
    let mut lines = Vec::new();
    for entry in case.terms.iter().take(shown) {
        if case.terms.len() > 1 {
            lines.push(Line::Text(say(
                case.phrases().entropy.for_token,
                &[("token", case.token(entry))],
            )));
        }
        lines.push(line(case, entry));
    }
    lines.extend(gap(case.phrases().same_terms_left_out, case.terms.len() - shown));
    Some(Step {
        kind: StepKind::CrossEntropy,
        title: case.phrases().entropy.title,
        symbols: Some(in_symbols(case)),
        lines,
        words: words(case, first),
    })
}

/// −Σₖ yₖ log pₖ.
fn in_symbols(case: &Case<'_>) -> Formula {
    let k = || Formula::from(Symbol::Candidate);
    let of = |symbol: Symbol| Formula::from(symbol).with_index(k());
    let product =
        Formula::relation(of(Symbol::Label), Operator::Times, case.log(of(Symbol::Predicted)));
    Formula::Negation(Box::new(product.summed(k())))
}

fn line(case: &Case<'_>, entry: &Entry<'_>) -> Line {
    let mut numbers = Vec::new();
    let products = products(case, entry);
    if products.len() > 1 {
        let sum = Formula::joined(products, Operator::Plus);
        numbers.push(Formula::Negation(Box::new(Formula::Parentheses(Box::new(sum)))));
    }
    numbers.push(Formula::Negation(Box::new(case.log_of_number(entry))));
    Line::Equation(Equation {
        subject: in_symbols(case),
        numbers,
        result: case.nats(Some(entry.term.log_prob.loss())).marked(Mark::Term(entry.index)),
    })
}

/// yₖ · log pₖ for each candidate, in the order of the prediction.
fn products(case: &Case<'_>, entry: &Entry<'_>) -> Vec<Formula> {
    let prediction = (case.worked.prediction)(entry.place);
    let candidates = prediction.as_ref().map_or(&[][..], |prediction| prediction.candidates());
    let is_target = |index: usize| {
        candidates.get(index).is_some_and(|c| word_of(c) == Some(&entry.term.target))
    };
    let target = (0..candidates.len()).find(|&index| is_target(index));
    let last_other = (0..candidates.len()).rev().find(|&index| Some(index) != target);
    let all = candidates.len() <= CANDIDATES;
    let one = || product(1, case.probability(entry), case);
    let mut products = Vec::new();
    // A target that is not listed is one of the other words.
    if target.is_none() {
        products.push(one());
    }
    let mut others = 0;
    let mut gap = false;
    for (index, candidate) in candidates.iter().enumerate() {
        if Some(index) == target {
            products.push(one());
            gap = false;
            continue;
        }
        others += 1;
        if all || others <= 2 || Some(index) == last_other {
            let shown = Formula::Number(Number::probability(candidate.probability, case.unit));
            let quantity = Quantity::candidate(candidate.probability);
            products.push(product(0, shown.marked(Mark::Quantity(quantity)), case));
            gap = false;
        } else if !gap {
            products.push(Formula::Ellipsis);
            gap = true;
        }
    }
    products
}

fn product(label: usize, probability: Formula, case: &Case<'_>) -> Formula {
    let factors = vec![Formula::Number(Number::count(label)), case.log(probability)];
    Formula::joined(factors, Operator::Times)
}

fn words(case: &Case<'_>, first: &Entry<'_>) -> Prose {
    let symbol = |symbol: Symbol| Prose::from(Formula::from(symbol));
    let minus_log = |of: Formula| Prose::from(Formula::Negation(Box::new(case.log(of))));
    let phrases = &case.phrases().entropy;
    let mut words = if case.terms.len() == 1 {
        let target = case.quoted(&first.term.target);
        let left = minus_log(case.probability(first));
        let facts = [("y", symbol(Symbol::Label)), ("target", target), ("left", left)];
        let mut words = say(phrases.one_hot, &facts);
        let rivals = rivals(case, first);
        if !rivals.is_empty() {
            words.follow(say(phrases.rivals, &[("rivals", rivals)]));
        }
        words
    } else {
        let target = Formula::from(Symbol::Target).given(Symbol::Corrupted.into());
        let facts = [("y", symbol(Symbol::Label)), ("left", minus_log(target))];
        let mut words = say(phrases.one_hot_of_each, &facts);
        let count = Prose::text(case.terms.len().to_string());
        let mean = case.total(QuantityKind::CrossEntropy).into();
        let facts = [("count", count), ("known", case.known()), ("mean", mean)];
        words.follow(say(phrases.mean, &facts));
        words
    };
    if has_impossible_rival(case) {
        words.follow(say(phrases.zero, &[("p", symbol(Symbol::Predicted))]));
    }
    words
}

/// Whether a candidate beside a target that is written out has probability 0.
fn has_impossible_rival(case: &Case<'_>) -> bool {
    let shown = if case.terms.len() <= WRITTEN_OUT { case.terms.len() } else { 1 };
    case.terms.iter().take(shown).any(|entry| {
        (case.worked.prediction)(entry.place).is_some_and(|prediction| {
            prediction.candidates().iter().any(|candidate| {
                word_of(candidate) != Some(&entry.term.target)
                    && candidate.probability == Probability::ZERO
            })
        })
    })
}

/// e to the mean loss in nats.
pub(super) fn perplexity(case: &Case<'_>) -> Step {
    let name = || Formula::Name(case.phrases().perplexity);
    let mean = case.worked.report.cross_entropy();
    let e_to =
        |exponent: Formula| Formula::Power(Box::new(Symbol::Euler.into()), Box::new(exponent));
    // Always nats, whatever unit is shown.
    let in_nats = case.worked.report.totals().into_iter().find_map(|quantity| {
        let number = Formula::Number(Number::quantity(quantity, Unit::Nats));
        (quantity.kind() == QuantityKind::CrossEntropy)
            .then(|| number.marked(Mark::Quantity(quantity)))
    });
    Step {
        kind: StepKind::Perplexity,
        title: case.phrases().entropy.perplexity_title,
        symbols: Some(Formula::relation(name(), Operator::Equals, e_to(mean_over_positions()))),
        lines: vec![Line::Equation(Equation {
            subject: name(),
            numbers: in_nats.filter(|_| mean.is_some()).map(e_to).into_iter().collect(),
            result: case.total(QuantityKind::Perplexity),
        })],
        words: perplexity_words(case),
    }
}

fn perplexity_words(case: &Case<'_>) -> Prose {
    let phrases = &case.phrases().entropy;
    let report = case.worked.report;
    let (Some(mean), Some(perplexity)) = (report.cross_entropy(), report.perplexity()) else {
        let is_complete = case.untargeted == 0;
        return Prose::text(if is_complete { phrases.undefined } else { phrases.undefined_yet });
    };
    let known = ("known", case.known());
    let choices = case.total(QuantityKind::Perplexity);
    let mut words = if mean == 0.0 {
        say(phrases.certain, &[known])
    } else if mean == f64::INFINITY {
        Prose::text(phrases.infinite)
    } else if perplexity == f64::INFINITY {
        Prose::text(phrases.too_large)
    } else if Number::nats(Some(perplexity), Unit::Nats).read() == Some(1.0) {
        say(phrases.nearly_certain, &[known])
    } else {
        let is_one = case.sentences == 1;
        let sentence = if is_one { phrases.choices_of_sentence } else { phrases.choices_of_text };
        say(sentence, &[("choices", choices.into()), known])
    };
    if case.unit != Unit::Nats && mean > 0.0 && mean < f64::INFINITY {
        let nats = Formula::Number(Number::nats(Some(mean), Unit::Nats)).into();
        let mean = case.nats(Some(mean)).into();
        words.follow(say(phrases.in_nats, &[("nats", nats), ("mean", mean)]));
    }
    let by_hand = as_written(mean, Unit::Nats).map(libm::exp);
    if let Some(note) = calculator_note(case.language, by_hand, perplexity, Unit::Nats) {
        words.follow(note);
    }
    words
}
