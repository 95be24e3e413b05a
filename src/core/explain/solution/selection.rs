//! Step 1: what is given, and what is selected.

use super::{
    Equation, Line, Step, StepKind,
    case::{Case, Ends, Scored, elided, ends},
};
use crate::core::{
    explain::{
        formula::{Formula, Number, Symbol, visible},
        prose::{Piece, Prose, say},
    },
    messages::Plural,
    objective::SentenceReport,
    text::{Corruption, Position},
};

pub(super) fn selection(case: &Case<'_>) -> Step {
    Step {
        kind: StepKind::Selection,
        title: case.phrases().selection.title,
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
    lines.extend(gap(case.phrases().sentences_left_out, left_out));
    for sentence in last {
        add(sentence, &mut lines);
    }
    lines
}

/// A line in place of what is left out.
pub(super) fn gap(phrase: Plural, left_out: usize) -> Option<Line> {
    (left_out > 0).then(|| Line::Text(Prose::counted(phrase, left_out)))
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

fn words(case: &Case<'_>) -> Prose {
    let phrases = &case.phrases().selection;
    match (case.sentences, case.marked.len()) {
        (0, _) => return say(phrases.no_sentence, &[("D", Formula::from(Symbol::Dataset).into())]),
        (1, 0) => return Prose::text(phrases.nothing_in_one),
        (_, 0) => {
            let count = Prose::text(case.sentences.to_string());
            return say(phrases.nothing_in_all, &[("count", count)]);
        }
        _ => {}
    }
    let tokens = || {
        let tokens = case.terms.iter().map(|entry| case.token(entry)).collect();
        Prose::list(case.language, tokens)
    };
    let input = || ("input", Prose::from(Formula::from(Symbol::Corrupted)));
    let known = ("known", case.known());
    let mut words = match case.terms.len() {
        0 => Prose::default(),
        1 => say(phrases.one, &[("tokens", tokens()), input(), known]),
        2..=5 => say(phrases.several, &[("tokens", tokens()), input(), known]),
        _ => {
            let count = Prose::text(case.terms.len().to_string());
            say(phrases.many, &[("count", count), input(), known])
        }
    };
    words.follow(corruption(case));
    words.follow(untargeted(case));
    let rest = case.sentences - case.marked.len();
    if rest > 0 {
        words.follow(Prose::counted(phrases.nothing_in_rest, rest));
    }
    words
}

/// How many targets are missing, and what that means for the sums.
fn untargeted(case: &Case<'_>) -> Prose {
    let phrases = &case.phrases().selection;
    match (case.untargeted, case.terms.len()) {
        (0, _) => Prose::default(),
        (missing, 0) => Prose::counted(phrases.all_without, missing),
        (missing, _) => Prose::counted(phrases.more_without, missing),
    }
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
    let phrases = &case.phrases().selection;
    let mut words = match (masked, replaced, unchanged, kept) {
        (_, 0, 0, 0) => return Prose::default(),
        (0, 1, 0, 0) => say(phrases.replaced, &[input()]),
        (0, 0, 1, 0) => say(phrases.unchanged, &[input()]),
        (0, 0, 0, 1) => say(phrases.kept, &[input()]),
        _ => {
            let ways = [
                (masked, phrases.way_masked),
                (replaced, phrases.way_replaced),
                (unchanged, phrases.way_unchanged),
                (kept, phrases.way_kept),
            ];
            let ways = ways.into_iter().filter(|(times, _)| *times > 0);
            let ways = ways.map(|(times, way)| Prose::counted(way, times)).collect();
            let ways = Prose::list(case.language, ways);
            say(phrases.in_several_ways, &[input(), ("ways", ways)])
        }
    };
    words.add(Prose::text(phrases.why));
    words
}
