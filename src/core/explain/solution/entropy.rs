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
    math::{Probability, Unit, number},
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
            lines.push(Line::Text(say("For {token}:", &[("token", case.token(entry))])));
        }
        lines.push(line(case, entry));
    }
    lines.extend(gap(
        case.terms.len() - shown,
        "one term of the same form",
        "terms of the same form",
    ));
    Some(Step {
        kind: StepKind::CrossEntropy,
        title: "The same as a cross-entropy",
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

const ONE_HOT: &str = "{y} is 1 for the true token {target} and 0 for every other word, so of the sum \
    only {left} is left. The cross-entropy is the term with its sign turned round.";
const ONE_HOT_OF_EACH: &str = "{y} is 1 for the true token and 0 for every other word, so of each sum \
    only {left} is left: the term with its sign turned round.";
const MEAN: &str = "The mean over the {count} selected positions{known}, {mean}, is the cross-entropy of the \
    whole dataset.";
const RIVALS: &str = "What the model gives to {rivals} falls away with its factor 0: it changes the \
    direction of the training step, not the loss.";
const ZERO: &str = "Where {p} is 0, 0 · log 0 counts as 0.";

fn words(case: &Case<'_>, first: &Entry<'_>) -> Prose {
    let symbol = |symbol: Symbol| Prose::from(Formula::from(symbol));
    let minus_log = |of: Formula| Prose::from(Formula::Negation(Box::new(case.log(of))));
    let mut words = if case.terms.len() == 1 {
        let target = Prose::quoted(&first.term.target);
        let left = minus_log(case.probability(first));
        let facts = [("y", symbol(Symbol::Label)), ("target", target), ("left", left)];
        let mut words = say(ONE_HOT, &facts);
        let rivals = rivals(case, first);
        if !rivals.is_empty() {
            words.follow(say(RIVALS, &[("rivals", rivals)]));
        }
        words
    } else {
        let target = Formula::from(Symbol::Target).given(Symbol::Corrupted.into());
        let mut words =
            say(ONE_HOT_OF_EACH, &[("y", symbol(Symbol::Label)), ("left", minus_log(target))]);
        let count = Prose::text(case.terms.len().to_string());
        let mean = case.total(QuantityKind::CrossEntropy).into();
        words.follow(say(MEAN, &[("count", count), ("known", case.known()), ("mean", mean)]));
        words
    };
    if has_impossible_rival(case) {
        words.follow(say(ZERO, &[("p", symbol(Symbol::Predicted))]));
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
    let name = || Formula::Name("perplexity");
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
        title: "The masked-token perplexity",
        symbols: Some(Formula::relation(name(), Operator::Equals, e_to(mean_over_positions()))),
        lines: vec![Line::Equation(Equation {
            subject: name(),
            numbers: in_nats.filter(|_| mean.is_some()).map(e_to).into_iter().collect(),
            result: case.total(QuantityKind::Perplexity),
        })],
        words: perplexity_words(case),
    }
}

const UNDEFINED: &str = "Nothing is selected, so there is no mean loss, and no perplexity either.";
const UNDEFINED_YET: &str = "No selected position has a target yet, so there is no mean loss, and no \
    perplexity either.";
const CERTAIN: &str = "A perplexity of 1 is the best there is: at every selected position{known} the \
    model is certain of the true token.";
const NEARLY_CERTAIN: &str = "At every selected position{known} the model is nearly certain of the true \
    token: only rounding makes the perplexity 1, the best there is.";
const INFINITE: &str = "The model gives a true token a probability of 0, so it cannot be more \
    perplexed.";
const TOO_LARGE: &str = "The number is too large for a computer's usual numbers.";
const CHOICES: &str = "The model loses as much as one that chooses evenly among {choices} words at each \
    selected position{known}. This is no perplexity of the whole {sentence}, since only the selected tokens \
    are predicted.";
const IN_NATS: &str = "The exponent is the mean loss in nats, {nats}; in this solution's unit it is \
    {mean}.";

fn perplexity_words(case: &Case<'_>) -> Prose {
    let report = case.worked.report;
    let (Some(mean), Some(perplexity)) = (report.cross_entropy(), report.perplexity()) else {
        return Prose::text(if case.untargeted > 0 { UNDEFINED_YET } else { UNDEFINED });
    };
    let known = ("known", case.known());
    let choices = case.total(QuantityKind::Perplexity);
    let mut words = if mean == 0.0 {
        say(CERTAIN, &[known])
    } else if mean == f64::INFINITY {
        Prose::text(INFINITE)
    } else if perplexity == f64::INFINITY {
        Prose::text(TOO_LARGE)
    } else if number::parse(&choices.to_plain()) == Some(1.0) {
        say(NEARLY_CERTAIN, &[known])
    } else {
        let sentence = Prose::text(if case.sentences == 1 { "sentence" } else { "text" });
        say(CHOICES, &[("choices", choices.into()), known, ("sentence", sentence)])
    };
    if case.unit != Unit::Nats && mean > 0.0 && mean < f64::INFINITY {
        let nats = Formula::Number(Number::nats(Some(mean), Unit::Nats)).into();
        let mean = case.nats(Some(mean)).into();
        words.follow(say(IN_NATS, &[("nats", nats), ("mean", mean)]));
    }
    let by_hand = as_written(mean, Unit::Nats).map(libm::exp);
    if let Some(note) = calculator_note(by_hand, perplexity, Unit::Nats) {
        words.follow(note);
    }
    words
}
