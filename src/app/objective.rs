//! The objective: its formula, the numbers put in, and what is said of the whole dataset.

use masklab::core::{
    explain,
    messages::Language,
    objective::{Quantity, Report},
};
use yew::prelude::*;

use super::{
    store::View,
    widgets::{amount, empty, hue, panel},
};

/// How many terms are written out; the rest are counted.
const WRITTEN_OUT: usize = 12;

/// The panel.
pub(crate) fn objective(view: &View) -> Html {
    panel(
        "objective",
        "The objective",
        "sums of log-probabilities, in nats",
        [
            html! { <div class="equation">{ formula() }{ working(view) }</div> },
            totals(&view.report),
        ],
    )
}

/// J = Σ Σ log Pr(xᵢ|x̄).
fn formula() -> Html {
    let a_of_x = [name("A"), fixed("("), name("x"), fixed(")")];
    html! {
        <math display="block" translate="no" aria-label="J is the sum over the sentences x of the dataset D of the sum over the selected positions i of x of the log-probability of the true word at i given the masked sentence">
            { name("J") }
            { operator("=") }
            { sum([name("x"), operator("∈"), name("D")]) }
            <mspace width="0.3em" />
            { sum([name("i"), operator("∈")].into_iter().chain(a_of_x)) }
            { name("log") }
            <mspace width="0.2em" />
            { name("Pr") }
            { fixed("(") }
            <msub>{ name("x") }{ name("i") }</msub>
            { fixed("|") }
            <mover>{ name("x") }{ operator("¯") }</mover>
            { fixed(")") }
        </math>
    }
}

fn name(text: &'static str) -> Html {
    html! { <mi>{ text }</mi> }
}

fn operator(text: &'static str) -> Html {
    html! { <mo>{ text }</mo> }
}

/// A parenthesis or bar that does not grow with the sums beside it.
fn fixed(text: &'static str) -> Html {
    html! { <mo stretchy="false">{ text }</mo> }
}

fn sum(under: impl IntoIterator<Item = Html>) -> Html {
    html! {
        <munder>
            <mo movablelimits="false">{ "∑" }</mo>
            <mrow>{ for under }</mrow>
        </munder>
    }
}

/// The panel that says what the letters of the formula stand for.
pub(crate) fn letters() -> Html {
    let letter = |letter: Html, meaning: &'static str| {
        html! { <div key={meaning}><dt translate="no">{ letter }</dt><dd>{ meaning }</dd></div> }
    };
    let letters = [
        letter(html! { <i>{ "D" }</i> }, "the dataset: all sentences"),
        letter(html! { <i>{ "x" }</i> }, "a sentence as it was written"),
        letter(
            html! { <i class="over">{ "x" }</i> },
            "the sentence as the model reads it, with its masks",
        ),
        letter(
            html! { <><i>{ "A" }</i>{ "(" }<i>{ "x" }</i>{ ")" }</> },
            "the masked positions of x",
        ),
        letter(
            html! { <i>{ "x" }<sub>{ "i" }</sub></i> },
            "the true word at position i: the target",
        ),
        letter(html! { "log" }, "the natural logarithm, to base e"),
    ];
    panel("letters", "In the formula", "", [html! { <dl>{ for letters }</dl> }])
}

/// The formula with the numbers of the report put in.
fn working(view: &View) -> Html {
    let several = view.document.examples().len() > 1;
    let selected = view.report.selected();
    let terms: Vec<_> = view.report.terms().take(WRITTEN_OUT).collect();
    let more = selected - terms.len();
    let logs = terms.iter().map(|&(place, term)| {
        html! { <>{ "log " }{ amount(Quantity::probability(place, term), several) }</> }
    });
    let values = terms.iter().enumerate().map(|(index, &(place, term))| {
        let value = amount(Quantity::log_prob(place, term), several);
        if index == 0 {
            value
        } else {
            html! { <>{ "(" }{ value }{ ")" }</> }
        }
    });
    let [objective, ..] = view.report.totals();
    let rounding = explain::rounding_note(Language::English, &view.report);
    html! {
        <>
            <div class="working" data-single={(selected == 1).then_some("")} hidden={selected == 0}>
                { step(logs, &view.hues, more, None) }
                { step(values, &view.hues, more, (selected > 1).then_some(objective)) }
            </div>
            {
                empty(
                    selected == 0,
                    if view.has_typed_mask() {
                        "= 0, since no target is known yet"
                    } else {
                        "= 0, since no word is masked"
                    },
                )
            }
            <p class="rounding" hidden={rounding.is_none()}>{ rounding }</p>
        </>
    }
}

/// One line of the working: terms with plus signs between them, spaces where it may break, and what
/// they come to.
fn step(
    terms: impl Iterator<Item = Html>,
    hues: &[usize],
    more: usize,
    result: Option<Quantity>,
) -> Html {
    let terms = terms.enumerate().map(|(index, term)| {
        let sign = if index == 0 { "= " } else { "+ " };
        html! { <><span class="term" data-hue={hue(hues, index)}>{ sign }{ term }</span>{ " " }</> }
    });
    html! {
        <p>
            { for terms }
            if more > 0 {
                { format!("+ {more} more ") }
            }
            if let Some(result) = result {
                <b>{ "= " }{ amount(result, false) }</b>
            }
        </p>
    }
}

/// The names of the totals and what is said below them, in the order of [`Report::totals`].
fn totals(report: &Report) -> Html {
    let mean = match report.selected() {
        0 => "no masked word to average over".into(),
        1 => "L ÷ 1 position".into(),
        several => format!("L ÷ {several} positions"),
    };
    let said = [
        ("Objective J", "training maximises it".to_owned()),
        ("Loss L = −J", "training minimises it".to_owned()),
        ("Cross-entropy", mean),
        // Not of the sentence: the positions are predicted independently.
        ("Perplexity", "per masked token".to_owned()),
    ];
    let totals = report.totals().into_iter().zip(said).map(|(quantity, (name, hint))| {
        html! {
            <div key={name}>
                <dt>{ name }</dt>
                <dd>{ amount(quantity, false) }<small>{ hint }</small></dd>
            </div>
        }
    });
    html! { <dl class="totals">{ for totals }</dl> }
}
