//! Step 8: what the terms mean for training.

use super::{
    Line, Step, StepKind,
    case::{Case, Entry},
};
use crate::core::{
    explain::{
        Phrase, Symbol,
        prose::{Piece, Prose, say},
        term_meaning,
    },
    math::Probability,
    objective::QuantityKind,
};

/// Of more terms, only the one that costs most is explained.
const ALL_TOLD: usize = 3;

pub(super) fn meaning(case: &Case<'_>) -> Option<Step> {
    let mut lines = Vec::new();
    let words = match case.terms.as_slice() {
        [] => return None,
        [only] => term(case, only)?,
        several => {
            if several.len() <= ALL_TOLD {
                lines.extend(several.iter().filter_map(|entry| at(case, entry)));
            }
            worst(case, several)?
        }
    };
    Some(Step {
        kind: StepKind::Meaning,
        title: case.phrases().training.title,
        symbols: None,
        lines,
        words,
    })
}

/// Which term costs most, and what it means if that has not been said.
fn worst(case: &Case<'_>, terms: &[Entry<'_>]) -> Option<Prose> {
    let by_cost = |a: &&Entry<'_>, b: &&Entry<'_>| {
        a.term.probability.value().total_cmp(&b.term.probability.value())
    };
    let phrases = &case.phrases().training;
    let known = ("known", case.known());
    // The first of equal ones.
    let worst = terms.iter().min_by(by_cost)?;
    if worst.term.probability == Probability::ONE {
        return Some(say(phrases.all_certain, &[known]));
    }
    let is_even = terms.iter().all(|entry| entry.term.probability == worst.term.probability);
    let mut words = if is_even {
        let loss = case.nats(Some(worst.term.log_prob.loss())).into();
        say(phrases.all_even, &[known, ("loss", loss)])
    } else {
        let (token, term) = (case.token(worst), case.log_prob(worst).into());
        let (sentence, j) = match worst.term.probability {
            Probability::ZERO => (phrases.impossible, Symbol::Objective.into()),
            _ => (phrases.worst, case.total(QuantityKind::Objective)),
        };
        say(sentence, &[("token", token), ("term", term), ("J", j.into())])
    };
    if terms.len() > ALL_TOLD
        && let Some(meaning) = term(case, worst)
    {
        words.follow(meaning);
    }
    Some(words)
}

fn at(case: &Case<'_>, entry: &Entry<'_>) -> Option<Line> {
    let place = Prose::text(case.place(entry.place));
    let meaning = term(case, entry)?;
    let facts = [("place", place), ("meaning", meaning)];
    Some(Line::Text(say(case.phrases().training.at, &facts)))
}

/// What is said of one term beside its slider, in the unit of the solution.
fn term(case: &Case<'_>, entry: &Entry<'_>) -> Option<Prose> {
    let prediction = (case.worked.prediction)(entry.place)?;
    let phrases = term_meaning(case.language, entry.place, entry.term, &prediction);
    let pieces = phrases.into_iter().map(|phrase| match phrase {
        Phrase::Text(text) => Piece::Text(text.into()),
        Phrase::Target(word) | Phrase::Word(word) => Piece::Word(word),
        Phrase::Quantity(quantity) => Piece::Formula(case.number(quantity)),
    });
    Some(Prose(pieces.collect()))
}
