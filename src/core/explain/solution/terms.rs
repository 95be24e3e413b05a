//! Step 2: one term for each selected position.

use super::{
    Equation, Line, Step, StepKind,
    case::{Case, Ends, Entry, ends},
    selection::gap,
};
use crate::core::{
    explain::{
        candidate::word_of,
        formula::{Formula, Number, Symbol},
        meaning::are_level,
        prose::{Prose, say},
    },
    math::Probability,
};

pub(super) fn terms(case: &Case<'_>) -> Option<Step> {
    let phrases = &case.phrases().terms;
    let title = match case.terms.len() {
        0 => return None,
        1 if case.untargeted > 0 => phrases.title_one_known,
        _ if case.untargeted > 0 => phrases.title_several_known,
        1 => phrases.title_one,
        _ => phrases.title_several,
    };
    let Ends { first, left_out, last } = ends(&case.terms);
    let mut lines: Vec<Line> = first.iter().map(|entry| line(case, entry)).collect();
    lines.extend(gap(case.phrases().terms_left_out, left_out));
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
    let phrases = &case.phrases().terms;
    let term = |entry| Prose::from(case.log_prob(entry));
    let written = |entry: &Entry<'_>| Number::nats(Some(entry.term.log_prob.nats()), case.unit);
    if written(best) == written(worst) {
        let is_level = are_level(best.term.probability, worst.term.probability);
        let sentence = if is_level { phrases.level } else { phrases.nearly_level };
        return say(sentence, &[("term", term(best))]);
    }
    say(
        phrases.spread,
        &[
            ("best token", case.token(best)),
            ("best", term(best)),
            ("worst token", case.token(worst)),
            ("worst", term(worst)),
        ],
    )
}

fn one(case: &Case<'_>, entry: &Entry<'_>) -> Prose {
    let phrases = &case.phrases().terms;
    let target = case.quoted(&entry.term.target);
    let p = Prose::from(case.probability(entry));
    let term = Prose::from(case.log_prob(entry));
    let mut words = match entry.term.probability {
        Probability::ONE => return say(phrases.certain, &[("target", target), ("p", p)]),
        Probability::ZERO => {
            say(phrases.impossible, &[("target", target), ("p", p), ("term", term)])
        }
        _ => say(phrases.one, &[("target", target), ("p", p), ("term", term)]),
    };
    let rivals = rivals(case, entry);
    if !rivals.is_empty() {
        words.follow(say(phrases.rivals, &[("rivals", rivals)]));
    }
    words
}

/// The candidates other than the target, as a list of those to whom something is given; nothing where
/// there are none.
pub(super) fn rivals(case: &Case<'_>, entry: &Entry<'_>) -> Prose {
    let Some(prediction) = (case.worked.prediction)(entry.place) else {
        return Prose::default();
    };
    let others = prediction.candidates().iter().map(word_of);
    let others: Vec<_> = others.filter(|word| *word != Some(&entry.term.target)).collect();
    let words: Vec<_> = others.iter().filter_map(|word| *word).collect();
    // Of many, the first two stand for all.
    let told = if others.len() > 4 { 2 } else { words.len() };
    let phrases = &case.phrases().terms;
    let mut names: Vec<Prose> = words.iter().take(told).map(|word| case.quoted(word)).collect();
    // One row stands for all the words that have none of their own: it is not one word more.
    let has_unlisted = words.len() < others.len();
    match words.len() - told {
        0 if has_unlisted => names.push(Prose::text(phrases.rivals_others)),
        0 => {}
        left_out if has_unlisted => {
            names.push(Prose::counted(phrases.rivals_more, left_out));
            names.push(Prose::text(phrases.rivals_all_others));
        }
        left_out => names.push(Prose::counted(phrases.rivals_other, left_out)),
    }
    Prose::list(case.language, names)
}
