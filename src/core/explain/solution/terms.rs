//! Step 2: one term for each selected position.

use super::{
    Equation, Line, Step, StepKind,
    case::{Case, Ends, Entry, count, ends},
    selection::gap,
};
use crate::core::{
    explain::{
        candidate::word_of,
        formula::{Formula, Symbol},
        meaning::are_level,
        prose::{Prose, say},
    },
    math::Probability,
};

pub(super) fn terms(case: &Case<'_>) -> Option<Step> {
    let title = match case.terms.len() {
        0 => return None,
        1 if case.untargeted > 0 => "The term of the selected token with a target",
        _ if case.untargeted > 0 => "One term for each selected token with a target",
        1 => "The term of the selected token",
        _ => "One term for each selected token",
    };
    let Ends { first, left_out, last } = ends(&case.terms);
    let mut lines: Vec<Line> = first.iter().map(|entry| line(case, entry)).collect();
    lines.extend(gap(left_out, "one term", "terms"));
    lines.extend(last.iter().map(|entry| line(case, entry)));
    let target = Formula::from(Symbol::Target);
    Some(Step {
        kind: StepKind::Terms,
        title,
        symbols: Some(case.log(target.given(Symbol::Corrupted.into()))),
        lines,
        words: words(case),
    })
}

fn line(case: &Case<'_>, entry: &Entry<'_>) -> Line {
    Line::Equation(Equation {
        subject: case.log_pr(entry),
        numbers: vec![case.log_of_number(entry)],
        result: case.log_prob(entry),
    })
}

const ONE: &str = "The model gives the true token {target} a probability of {p}, and the logarithm of \
    that is the term: {term}. A term is never above 0, and 0 would be the best.";
const ONE_CERTAIN: &str = "The model gives the true token {target} a probability of {p}. The logarithm \
    of 1 is 0, the best that a term can be.";
const ONE_IMPOSSIBLE: &str = "The model gives the true token {target} a probability of {p}. The \
    logarithm of 0 is {term}: there is no worse term.";
const RIVALS: &str = "What the model gives to {rivals} does not enter.";
const LEVEL: &str = "All terms are the same, {term}: the model finds each true token equally \
    probable. A term is never above 0, and 0 would be the best.";
const NEARLY_LEVEL: &str = "As they are written, all terms are the same, {term}: the model finds the true \
    tokens nearly equally probable. A term is never above 0, and 0 would be the best.";
const SPREAD: &str = "The less probable the true token, the further its term lies below 0, which \
    would be the best: {best token} has the largest term, {best}, and {worst token} the smallest, \
    {worst}.";

fn words(case: &Case<'_>) -> Prose {
    let by_size = |a: &&Entry<'_>, b: &&Entry<'_>| {
        a.term.probability.value().total_cmp(&b.term.probability.value())
    };
    // The first of equal ones, which is the one that is shown.
    let (Some(best), Some(worst)) =
        (case.terms.iter().rev().max_by(by_size), case.terms.iter().min_by(by_size))
    else {
        return Prose::default();
    };
    if case.terms.len() == 1 {
        return one(case, best);
    }
    let term = |entry| Prose::from(case.log_prob(entry));
    if case.log_prob(best).to_plain() == case.log_prob(worst).to_plain() {
        let is_level = are_level(best.term.probability, worst.term.probability);
        return say(if is_level { LEVEL } else { NEARLY_LEVEL }, &[("term", term(best))]);
    }
    say(
        SPREAD,
        &[
            ("best token", case.token(best)),
            ("best", term(best)),
            ("worst token", case.token(worst)),
            ("worst", term(worst)),
        ],
    )
}

fn one(case: &Case<'_>, entry: &Entry<'_>) -> Prose {
    let target = Prose::quoted(&entry.term.target);
    let p = Prose::from(case.probability(entry));
    let term = Prose::from(case.log_prob(entry));
    let mut words = match entry.term.probability {
        Probability::ONE => return say(ONE_CERTAIN, &[("target", target), ("p", p)]),
        Probability::ZERO => say(ONE_IMPOSSIBLE, &[("target", target), ("p", p), ("term", term)]),
        _ => say(ONE, &[("target", target), ("p", p), ("term", term)]),
    };
    let rivals = rivals(case, entry);
    if !rivals.is_empty() {
        words.follow(say(RIVALS, &[("rivals", rivals)]));
    }
    words
}

/// The candidates other than the target, as a list; nothing where there are none.
pub(super) fn rivals(case: &Case<'_>, entry: &Entry<'_>) -> Prose {
    let Some(prediction) = (case.worked.prediction)(entry.place) else {
        return Prose::default();
    };
    let others = prediction.candidates().iter().map(word_of);
    let others: Vec<_> = others.filter(|word| *word != Some(&entry.term.target)).collect();
    let words: Vec<_> = others.iter().filter_map(|word| *word).collect();
    // Of many, the first two stand for all.
    let told = if others.len() > 4 { 2 } else { words.len() };
    let mut names: Vec<Prose> = words.iter().take(told).map(|word| Prose::quoted(word)).collect();
    // One row stands for all the words that have none of their own: it is not one word more.
    let has_unlisted = words.len() < others.len();
    match words.len() - told {
        0 if has_unlisted => names.push(Prose::text("other words")),
        0 => {}
        left_out if has_unlisted => {
            names.push(count(left_out, "one more word", "more words"));
            names.push(Prose::text("all others"));
        }
        left_out => names.push(count(left_out, "one other word", "other words")),
    }
    Prose::list(names)
}
