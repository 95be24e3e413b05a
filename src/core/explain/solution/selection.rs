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
    objective::SentenceReport,
    text::{Corruption, Position},
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
    if case.marked.is_empty() {
        if case.sentences == 1 {
            lines.extend(given(case, Symbol::Original, 0));
            lines.push(selected(case, 0, &[]));
        }
        return lines;
    }
    let add = |sentence: &Scored<'_>, lines: &mut Vec<Line>| {
        lines.extend(given(case, Symbol::Original, sentence.index));
        lines.push(selected(case, sentence.index, &positions(sentence.report)));
        lines.extend(given(case, Symbol::Corrupted, sentence.index));
    };
    let Ends { first, left_out, last } = ends(&case.marked);
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

/// A(x): the positions of the terms, and those whose target is still to be given.
fn positions(sentence: &SentenceReport) -> Vec<Position> {
    let mut positions: Vec<Position> = sentence.terms().iter().map(|term| term.position).collect();
    positions.extend(sentence.untargeted());
    positions.sort_unstable();
    positions
}

fn selected(case: &Case<'_>, sentence: usize, positions: &[Position]) -> Line {
    let positions =
        elided(positions, |position| Formula::Number(Number::count(position.index() + 1)));
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
const ONE: &str = "One token{known} is selected: {tokens} (positions count from 1). The model reads \
    {input} and must say which token stood there.";
const SEVERAL: &str = "The selected tokens{known} are {tokens} (positions count from 1). The model \
    reads {input} and predicts each of them on its own.";
const MANY: &str = "In all, {count}{known} are selected (positions count from 1). The model reads \
    {input} and predicts each of them on its own.";
const ONE_WITHOUT: &str = "One position is selected, but its target is still to be given: nobody has \
    said which token [MASK] stands for. ";
const ALL_WITHOUT: &str = "{count} positions are selected, but their targets are still to be given: \
    nobody has said which tokens [MASK] stands for. ";
const ONE_MORE_WITHOUT: &str = "The target of one more selected position is still to be given. ";
const MORE_WITHOUT: &str = "The targets of {count} more selected positions are still to be given. ";
const ONE_ADDS_NOTHING: &str =
    "It adds nothing so far, and is not among those that a mean divides by.";
const THEY_ADD_NOTHING: &str =
    "They add nothing so far, and are not among those that a mean divides by.";
const UNSCORED: &str = "In {rest} nothing is selected; {they} nothing.";

const UNCHANGED: &str = "The word that was drawn to stand in its place in {input} happens to be the \
    token itself: it counts all the same. ";
const REPLACED: &str = "In {input} another word stands in its place, and not [MASK]: it counts all the \
    same. ";
const KEPT: &str = "It is left as it is in {input}, and counts all the same. ";
const IN_SEVERAL_WAYS: &str = "In {input}, {ways}: all of them count, each with its term. ";
const WHY: &str = "Where no [MASK] marks a selected token, the model cannot tell that it will be asked \
    for it. So it has to be ready to predict every token, and learns to read texts that have no [MASK].";

fn words(case: &Case<'_>) -> Prose {
    let sentences = || count(case.sentences, "one sentence", "sentences");
    match (case.sentences, case.marked.len()) {
        (0, _) => return say(NO_SENTENCE, &[("D", Formula::from(Symbol::Dataset).into())]),
        (1, 0) => return Prose::text(NOTHING_IN_ONE),
        (_, 0) => return say(NOTHING_IN_ALL, &[("sentences", sentences())]),
        _ => {}
    }
    let tokens = || Prose::list(case.terms.iter().map(|entry| case.token(entry)).collect());
    let input = || ("input", Prose::from(Formula::from(Symbol::Corrupted)));
    let known = ("known", case.known());
    let mut words = match case.terms.len() {
        0 => Prose::default(),
        1 => say(ONE, &[("tokens", tokens()), input(), known]),
        2..=5 => say(SEVERAL, &[("tokens", tokens()), input(), known]),
        _ => {
            let count = count(case.terms.len(), "one token", "tokens");
            say(MANY, &[("count", count), input(), known])
        }
    };
    words.follow(corruption(case));
    words.follow(untargeted(case));
    let rest = case.sentences - case.marked.len();
    if rest > 0 {
        let they = Prose::text(if rest == 1 { "it adds" } else { "they add" });
        let rest = count(rest, "one more sentence", "more sentences");
        words.follow(say(UNSCORED, &[("rest", rest), ("they", they)]));
    }
    words
}

/// How many targets are missing, and what that means for the sums.
fn untargeted(case: &Case<'_>) -> Prose {
    let (one, several) = match case.terms.len() {
        0 => (ONE_WITHOUT, ALL_WITHOUT),
        _ => (ONE_MORE_WITHOUT, MORE_WITHOUT),
    };
    let (missing, adding) = match case.untargeted {
        0 => return Prose::default(),
        1 => (Prose::text(one), ONE_ADDS_NOTHING),
        count => (say(several, &[("count", Prose::text(count.to_string()))]), THEY_ADD_NOTHING),
    };
    let mut words = missing;
    words.add(Prose::text(adding));
    words
}

/// What became of the selected tokens, where it is not \[MASK\] for each of them.
fn corruption(case: &Case<'_>) -> Prose {
    let [mut masked, mut replaced, mut unchanged, mut kept] = [0; 4];
    for entry in &case.terms {
        match (case.worked.corruption)(entry.place) {
            Some(Corruption::Random(word)) if word == entry.term.target => unchanged += 1,
            Some(Corruption::Random(_)) => replaced += 1,
            Some(Corruption::Kept) => kept += 1,
            Some(Corruption::Mask) | None => masked += 1,
        }
    }
    let input = || ("input", Prose::from(Formula::from(Symbol::Corrupted)));
    let mut words = match (masked, replaced, unchanged, kept) {
        (_, 0, 0, 0) => return Prose::default(),
        (0, 1, 0, 0) => say(REPLACED, &[input()]),
        (0, 0, 1, 0) => say(UNCHANGED, &[input()]),
        (0, 0, 0, 1) => say(KEPT, &[input()]),
        _ => {
            let ways = [
                (masked, "one became [MASK]", "became [MASK]"),
                (replaced, "one became another word", "became other words"),
                (
                    unchanged,
                    "one had a word drawn for it that happens to be the token itself",
                    "had words drawn for them that happen to be the tokens themselves",
                ),
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
