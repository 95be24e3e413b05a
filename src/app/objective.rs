//! The objective: its formula, the numbers put in, and what is said of the whole dataset.

use masklab::core::{
    explain,
    objective::{Quantity, QuantityKind},
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
    let selected = view.report.selected();
    let totals = view.report.totals().map(|quantity| total(quantity, selected));
    panel(
        "objective",
        "The objective",
        "sums of log-probabilities, in nats",
        [
            html! { <div class="equation">{ formula() }{ working(view) }</div> },
            html! { <dl class="totals">{ for totals }</dl> },
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

/// The formula with the numbers of the report put in.
fn working(view: &View) -> Html {
    let several = view.document.examples().len() > 1;
    let selected = view.report.selected();
    let terms: Vec<_> = view.report.terms().take(WRITTEN_OUT).collect();
    let logs = terms.iter().enumerate().map(|(index, &(place, term))| {
        html! {
            <span class="term" data-hue={hue(index)} key={index}>
                if index > 0 { { "+ " } }
                { "log " }
                { amount(Quantity::probability(place, term), several) }
            </span>
        }
    });
    let values = terms.iter().enumerate().map(|(index, &(place, term))| {
        html! {
            <span class="term" data-hue={hue(index)} key={index}>
                if index > 0 { { "+ (" } }
                { amount(Quantity::log_prob(place, term), several) }
                if index > 0 { { ")" } }
            </span>
        }
    });
    let more = (selected > terms.len())
        .then(|| html! { <span>{ format!("+ {} more", selected - terms.len()) }</span> });
    let (logs, values): (Vec<Html>, Vec<Html>) = (logs.collect(), values.collect());
    let objective = view.report.totals().into_iter().next();
    html! {
        <>
            <p class="working" hidden={selected == 0}>
                <span class="step">{ "= " }{ logs }{ more.clone() }</span>
                <span class="step">{ "= " }{ values }{ more }</span>
                <span class="step result" hidden={selected < 2}>
                    { "= " }
                    { for objective.map(|quantity| amount(quantity, several)) }
                </span>
            </p>
            { empty(selected == 0, "= 0, since no word is masked") }
            <p class="rounding" hidden={explain::rounding_note(&view.report).is_none()}>
                { explain::rounding_note(&view.report) }
            </p>
        </>
    }
}

fn total(quantity: Quantity, selected: usize) -> Html {
    let (name, direction) = match quantity.kind() {
        QuantityKind::Objective => ("Objective J", "training maximises it".into()),
        QuantityKind::Loss => ("Loss L = −J", "training minimises it".into()),
        QuantityKind::CrossEntropy => ("Cross-entropy", positions(selected)),
        QuantityKind::Perplexity => ("Perplexity", "e to the cross-entropy".into()),
        QuantityKind::Probability | QuantityKind::LogProb | QuantityKind::SentenceObjective => {
            ("", String::new())
        }
    };
    html! {
        <div key={quantity.kind().name()}>
            <dt>{ name }</dt>
            <dd>{ amount(quantity, false) }<small>{ direction }</small></dd>
        </div>
    }
}

fn positions(selected: usize) -> String {
    match selected {
        0 => "no masked word to average over".into(),
        1 => "L ÷ 1 masked word".into(),
        several => format!("L ÷ {several} masked words"),
    }
}
