//! Step 1: what is given, and what is selected.

use super::{
    Equation, Line, Step, StepKind,
    case::{Case, Ends, Scored, count, elided, ends},
};
use crate::core::{
    explain::{
        formula::{Formula, Number, Symbol, visible},
        prose::{Piece, Prose, say},
    },
    text::Corruption,
};

pub(super) fn selection(case: &Case<'_>) -> Step {
    Step {
        kind: StepKind::Selection,
        title: "What is selected",
        symbols: None,
        lines: lines(case),
        words: words(case),
    }
}

fn lines(case: &Case<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    if case.terms.is_empty() {
        if case.sentences == 1 {
            lines.extend(given(case, Symbol::Original, 0));
            lines.push(selected(case, 0));
        }
        return lines;
    }
    let add = |sentence: &Scored<'_>, lines: &mut Vec<Line>| {
        lines.extend(given(case, Symbol::Original, sentence.index));
        lines.push(selected(case, sentence.index));
        lines.extend(given(case, Symbol::Corrupted, sentence.index));
    };
    let Ends { first, left_out, last } = ends(&case.scored);
    for sentence in first {
        add(sentence, &mut lines);
    }
    lines.extend(gap(left_out, "one sentence", "sentences"));
    for sentence in last {
        add(sentence, &mut lines);
    }
    lines
}

/// A line in place of what is left out.
pub(super) fn gap(left_out: usize, one: &'static str, many: &'static str) -> Option<Line> {
    let gap = || say("… {left out} left out …", &[("left out", count(left_out, one, many))]);
    (left_out > 0).then(|| Line::Text(gap()))
}

/// A sentence as it is given: x: The quick brown fox.
fn given(case: &Case<'_>, symbol: Symbol, sentence: usize) -> Option<Line> {
    let (original, corrupted) = (case.worked.text)(sentence)?;
    let text = if symbol == Symbol::Original { original } else { corrupted };
    Some(Line::Text(Prose(vec![
        Piece::Formula(case.of_sentence(symbol, sentence)),
        Piece::Text(": ".into()),
        Piece::Word(visible(&text).into()),
    ])))
}

fn selected(case: &Case<'_>, sentence: usize) -> Line {
    let positions = elided(&case.terms_of(sentence), |entry| {
        Formula::Number(Number::count(entry.place.position.index() + 1))
    });
    Line::Equation(Equation {
        subject: case.selected(sentence),
        numbers: Vec::new(),
        result: Formula::Set(positions),
    })
}

const NO_SENTENCE: &str = "The dataset {D} has no sentence yet, so there is nothing to predict.";
const NOTHING_IN_ONE: &str = "No token of the sentence is selected, so the model has nothing to \
    predict.";
const NOTHING_IN_ALL: &str = "No token of the {sentences} is selected, so the model has nothing to \
    predict.";
const ONE: &str = "One token is selected: {tokens} (positions count from 1). The model reads \
    {input} and must say which token stood there.";
const SEVERAL: &str = "The selected tokens are {tokens} (positions count from 1). The model \
    reads {input} and predicts each of them on its own.";
const MANY: &str = "In all, {count} are selected (positions count from 1). The model reads {input} and \
    predicts each of them on its own.";
const UNSCORED: &str = "In {rest} nothing is selected; {they} nothing.";

const REPLACED: &str = "In {input} another word stands in its place, and not [MASK]: it counts all the \
    same. ";
const KEPT: &str = "It is left as it is in {input}, and counts all the same. ";
const IN_SEVERAL_WAYS: &str = "In {input}, {ways}: all of them count, each with its term. ";
const WHY: &str = "Without a [MASK] to point at it the model cannot tell which tokens it will be asked \
    for, so it has to think of all of them, as in a text that has no [MASK].";

fn words(case: &Case<'_>) -> Prose {
    let sentences = || count(case.sentences, "one sentence", "sentences");
    match (case.sentences, case.terms.len()) {
        (0, _) => return say(NO_SENTENCE, &[("D", Formula::from(Symbol::Dataset).into())]),
        (1, 0) => return Prose::text(NOTHING_IN_ONE),
        (_, 0) => return say(NOTHING_IN_ALL, &[("sentences", sentences())]),
        _ => {}
    }
    let tokens = || Prose::list(case.terms.iter().map(|entry| case.token(entry)).collect());
    let input = || Prose::from(Formula::from(Symbol::Corrupted));
    let mut words = match case.terms.len() {
        1 => say(ONE, &[("tokens", tokens()), ("input", input())]),
        2..=5 => say(SEVERAL, &[("tokens", tokens()), ("input", input())]),
        _ => {
            let count = count(case.terms.len(), "one token", "tokens");
            say(MANY, &[("count", count), ("input", input())])
        }
    };
    words.follow(corruption(case));
    let rest = case.sentences - case.scored.len();
    if rest > 0 {
        let they = Prose::text(if rest == 1 { "it adds" } else { "they add" });
        let rest = count(rest, "one more sentence", "more sentences");
        words.follow(say(UNSCORED, &[("rest", rest), ("they", they)]));
    }
    words
}

/// What became of the selected tokens, where it is not \[MASK\] for each of them.
fn corruption(case: &Case<'_>) -> Prose {
    let [mut masked, mut replaced, mut kept] = [0; 3];
    for entry in &case.terms {
        match (case.worked.corruption)(entry.place) {
            Some(Corruption::Random(_)) => replaced += 1,
            Some(Corruption::Kept) => kept += 1,
            Some(Corruption::Mask) | None => masked += 1,
        }
    }
    let input = || ("input", Prose::from(Formula::from(Symbol::Corrupted)));
    let mut words = match (masked, replaced, kept) {
        (_, 0, 0) => return Prose::default(),
        (0, 1, 0) => say(REPLACED, &[input()]),
        (0, 0, 1) => say(KEPT, &[input()]),
        _ => {
            let ways = [
                (masked, "one became [MASK]", "became [MASK]"),
                (replaced, "one became another word", "became other words"),
                (kept, "one is left as it is", "are left as they are"),
            ];
            let ways = ways.into_iter().filter(|(times, ..)| *times > 0);
            let ways = Prose::list(ways.map(|(n, one, many)| count(n, one, many)).collect());
            say(IN_SEVERAL_WAYS, &[input(), ("ways", ways)])
        }
    };
    words.add(Prose::text(WHY));
    words
}
