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
        title: "What it means for training",
        symbols: None,
        lines,
        words,
    })
}

const ALL_CERTAIN: &str = "The model is certain of every selected token{known}: there is nothing left \
    to learn here.";
const ALL_EVEN: &str = "All selected tokens{known} cost the same, {loss} each.";
const WORST: &str = "No selected token costs more than {token}: its term is {term}, of {J} in all.";
const IMPOSSIBLE: &str = "No selected token costs more than {token}: the model gives it no probability \
    at all, so its term is {term}, and so is {J}.";

/// Which term costs most, and what it means if that has not been said.
fn worst(case: &Case<'_>, terms: &[Entry<'_>]) -> Option<Prose> {
    let by_cost = |a: &&Entry<'_>, b: &&Entry<'_>| {
        a.term.probability.value().total_cmp(&b.term.probability.value())
    };
    let known = ("known", case.known());
    // The first of equal ones.
    let worst = terms.iter().min_by(by_cost)?;
    if worst.term.probability == Probability::ONE {
        return Some(say(ALL_CERTAIN, &[known]));
    }
    let is_even = terms.iter().all(|entry| entry.term.probability == worst.term.probability);
    let mut words = if is_even {
        let loss = case.nats(Some(worst.term.log_prob.loss())).into();
        say(ALL_EVEN, &[known, ("loss", loss)])
    } else {
        let (token, term) = (case.token(worst), case.log_prob(worst).into());
        let (sentence, j) = match worst.term.probability {
            Probability::ZERO => (IMPOSSIBLE, Symbol::Objective.into()),
            _ => (WORST, case.total(QuantityKind::Objective)),
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
    Some(Line::Text(say("At {place}: {meaning}", &[("place", place), ("meaning", meaning)])))
}

/// What is said of one term beside its slider, in the unit of the solution.
fn term(case: &Case<'_>, entry: &Entry<'_>) -> Option<Prose> {
    let prediction = (case.worked.prediction)(entry.place)?;
    let pieces =
        term_meaning(entry.place, entry.term, &prediction).into_iter().map(|phrase| match phrase {
            Phrase::Text(text) => Piece::Text(text.into()),
            Phrase::Target(word) | Phrase::Word(word) => Piece::Word(word),
            Phrase::Quantity(quantity) => Piece::Formula(case.number(quantity)),
        });
    Some(Prose(pieces.collect()))
}
