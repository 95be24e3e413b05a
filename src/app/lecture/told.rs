//! What is said on a slide: the question, or the answer.

use masklab::core::{
    explain::{Equation, Formula, Line, Piece, Prose},
    lecture::Slide,
};
use yew::prelude::*;

use crate::app::{
    widgets::{maths, maths_in_parts},
    words::{language, words},
};

/// More equations than this are each set in a line.
const MANY: usize = 2;
/// Chains with a side of more characters than this are set in smaller type.
const LONG: usize = 24;

pub(super) fn told(slide: &Slide, asks: bool) -> Html {
    let symbols = slide.symbols.as_ref().map(|symbols| {
        html! {
            <div class="symbols">
                { maths(symbols, true, None) }
                <span class="unseen">{ symbols.to_spoken(language()) }</span>
            </div>
        }
    });
    let answer = if asks {
        html! { <p class="question">{ slide.question.clone() }</p> }
    } else {
        html! {
            <>
                <div class="answer" role="group" aria-label={words().lecture.answer}>{ for slide.lines.iter().map(|of| line(of, slide)) }</div>
                <p class="say">{ prose(&slide.words) }</p>
            </>
        }
    };
    html! { <div class="told">{ for symbols }{ answer }</div> }
}

fn line(line: &Line, slide: &Slide) -> Html {
    match line {
        Line::Equation(equation) if slide.lines.len() > MANY => row(equation, slide),
        Line::Equation(equation) => chain(equation, slide),
        Line::Text(text) => html! { <p>{ prose(text) }</p> },
    }
}

/// What stands above as symbols is not written once more.
fn subject<'a>(equation: &'a Equation, slide: &Slide) -> Option<&'a Formula> {
    Some(&equation.subject).filter(|subject| slide.symbols.as_ref() != Some(subject))
}

/// subject = … = result in a line, which breaks where there is no room for it.
fn row(equation: &Equation, slide: &Slide) -> Html {
    let first = subject(equation, slide).map(|subject| (false, subject));
    let rest = equation.sides().skip(1).map(|side| (true, side));
    let sides = first.into_iter().chain(rest).map(|(is_equal, side)| {
        html! { <span>{ for is_equal.then_some("=\u{a0}") }{ maths_in_parts(side) }{ " " }</span> }
    });
    html! {
        <div class="row">
            <span class="unseen">{ equation.formula().to_spoken(language()) }</span>
            <span aria-hidden="true">{ for sides }</span>
        </div>
    }
}

/// subject = … = result, with a line for each side.
fn chain(equation: &Equation, slide: &Slide) -> Html {
    let is_long = |side: &Formula| side.to_plain(language()).chars().count() > LONG;
    let long = equation.sides().any(is_long);
    let subject = subject(equation, slide);
    // Of a long one, what follows stands below it.
    let class = if subject.is_some_and(is_long) { "of wide" } else { "of" };
    let rows = equation.numbers.iter().chain([&equation.result]).enumerate().map(|(index, side)| {
        let is_result = index == equation.numbers.len();
        html! {
            <>
                if let Some(subject) = subject.filter(|_| index == 0) {
                    <span {class}>{ maths(subject, false, None) }</span>
                }
                <span class="equals">{ "=" }</span>
                <span class={if is_result { "found" } else { "side" }}>{ maths_in_parts(side) }</span>
            </>
        }
    });
    html! {
        <div class="chain" data-long={long.then_some("")}>
            <span class="unseen">{ equation.formula().to_spoken(language()) }</span>
            <div class="sides" aria-hidden="true">{ for rows }</div>
        </div>
    }
}

fn prose(prose: &Prose) -> Html {
    let pieces = prose.0.iter().map(|piece| match piece {
        Piece::Text(text) => html! { text.to_string() },
        Piece::Word(word) => html! { <bdi translate="no">{ word.to_string() }</bdi> },
        Piece::Formula(formula) => maths(formula, false, None),
    });
    pieces.collect()
}
