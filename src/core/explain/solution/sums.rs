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
        rounding::sum_note,
    },
    math::{Probability, number},
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
    lines.extend(gap(left_out, "one sentence", "sentences"));
    lines.extend(last.iter().map(|sentence| inner_line(case, sentence)));
    let mut words = Prose::text(if case.untargeted == 0 { INNER } else { INNER_YET });
    let mut shown = first.iter().chain(last);
    if let Some(note) = shown.find_map(|sentence| inner_note(case, sentence)) {
        words.follow(note);
    }
    Some(Step {
        kind: StepKind::InnerSums,
        title: "The inner sum of each sentence",
        symbols: Some(case.inner_sum_in_symbols(Symbol::Original.into(), Symbol::Corrupted.into())),
        lines,
        words,
    })
}

const INNER: &str = "The inner sum is the total log-probability of the original tokens at the \
    selected positions of one sentence, given its corrupted version.";
const INNER_YET: &str = "The inner sum is the total log-probability of the original tokens at those \
    selected positions of one sentence that have a target, given its corrupted version.";

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
    let what = format!("terms of sentence {}", sentence.index + 1);
    sum_note(what, &terms, sum, "the inner sum", case.unit)
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
        title: "The objective J",
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

const NOTHING: &str = "A sum of nothing is 0. This {J} is not a sign of a good model: nothing has been \
    asked of it.";
const NOTHING_YET: &str = "No selected position has a target yet, and a sum of nothing is 0. This {J} is \
    not a sign of a good model: it cannot be scored before a target is given.";
const ONE_TERM_YET: &str = "One selected position of one sentence has a target, so both sums have a \
    single term, and {J} is that term.";
const ONE_TERM: &str = "One token of one sentence is selected, so both sums have a single term, and \
    {J} is that term.";
const ONE_SENTENCE: &str = "The inner sum is the total log-probability of the original tokens at the \
    {count} positions{known} that are selected, given {input}. The dataset {D} has one sentence, so this is \
    {J} already.";
const ONE_SCORED: &str = "Only one sentence has {something}, so {J} is its inner sum.";
const SENTENCES: &str = "{J} is the sum over the whole dataset {D}: it adds the inner sums of its \
    sentences.";
const IMPOSSIBLE: &str = "One term of {term} makes {J} {term}, whatever the others are.";
const DIRECTION: &str = "Training maximises {J}, which is never above 0.";
const BEST: &str = "Training maximises {J}, and 0 is the most it can be.";
const PRODUCT: &str = "A sum of logarithms is the logarithm of a product: the model predicts \
    each token on its own, and gives all of them together the probability {product}. Of many tokens this product is too small to \
    compute with; the sum is not.";

fn words(case: &Case<'_>) -> Prose {
    let symbol = |symbol: Symbol| Prose::from(Formula::from(symbol));
    let j = || ("J", symbol(Symbol::Objective));
    let d = || ("D", symbol(Symbol::Dataset));
    let objective = case.worked.report.objective().nats();
    let is_complete = case.untargeted == 0;
    let mut words = match (case.sentences, case.scored.len(), case.terms.len()) {
        (_, _, 0) => return say(if is_complete { NOTHING } else { NOTHING_YET }, &[j()]),
        (1, _, 1) => say(if is_complete { ONE_TERM } else { ONE_TERM_YET }, &[j()]),
        (1, ..) => {
            let count = Prose::text(case.terms.len().to_string());
            let input = ("input", symbol(Symbol::Corrupted));
            say(ONE_SENTENCE, &[("count", count), ("known", case.known()), input, d(), j()])
        }
        (_, 1, _) => say(ONE_SCORED, &[("something", case.something()), j()]),
        _ => say(SENTENCES, &[j(), d()]),
    };
    if objective == f64::NEG_INFINITY && case.terms.len() > 1 {
        let term = Prose::from(case.total(QuantityKind::Objective));
        words.follow(say(IMPOSSIBLE, &[("term", term), j()]));
    }
    words.follow(say(if objective == 0.0 { BEST } else { DIRECTION }, &[j()]));
    if let Some(product) = product(case) {
        words.follow(say(PRODUCT, &[("product", product.into())]));
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
    for factor in &factors {
        by_hand *= number::parse(&factor.to_plain())?;
    }
    let exact =
        number::parse(shown.text()).is_some_and(|shown| (shown - by_hand).abs() <= 1e-12 * shown);
    let relation = if exact { Operator::Equals } else { Operator::About };
    let product = Formula::joined(factors, Operator::Times);
    Some(Formula::relation(product, relation, Formula::Number(shown)))
}

fn note(case: &Case<'_>) -> Option<Prose> {
    let objective = case.worked.report.objective().nats();
    let (what, addends): (_, Vec<f64>) = if case.sentences == 1 {
        ("terms", case.terms.iter().map(|entry| entry.term.log_prob.nats()).collect())
    } else {
        ("inner sums", case.scored.iter().map(|s| s.report.objective().nats()).collect())
    };
    sum_note(what, &addends, objective, "J", case.unit)
}
