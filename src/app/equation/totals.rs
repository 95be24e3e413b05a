//! The four numbers of the whole dataset.

use masklab::{
    core::{
        explain::Number,
        math::Unit,
        messages::fill,
        objective::{Quantity, QuantityKind},
    },
    drawing::Amounts,
};
use yew::prelude::*;

use crate::app::{
    host::frames::Actions,
    store::{Action, Settings, Total, View},
    widgets::{Slot, kept, slot, use_written},
    words::{language, words},
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TotalsProps {
    pub(super) view: View,
    pub(super) actions: Actions,
}

/// J, L, cross-entropy and perplexity, each a button that shows its definition: a component, since its
/// numbers are written into it.
#[component]
pub(super) fn Totals(TotalsProps { view, actions }: &TotalsProps) -> Html {
    let totals = view.report.totals();
    let unit = view.settings.unit;
    let node = use_written((), move |amounts: &mut Amounts, inside| {
        amounts.show(inside, totals, unit, language());
    });
    let buttons = Buttons {
        totals: totals.map(|quantity| (quantity.into(), is_long(quantity, unit))),
        selected: view.report.selected(),
        settings: view.settings,
        actions: actions.clone(),
    };
    html! {
        <div ref={node} class="totals" role="group" aria-label={words().equation.totals}>
            { kept(buttons, draw) }
        </div>
    }
}

/// What the buttons are drawn from: all of them but their numbers.
#[derive(PartialEq)]
struct Buttons {
    /// Each number, and whether it is long.
    totals: [(Slot, bool); 4],
    selected: usize,
    settings: Settings,
    actions: Actions,
}

fn draw(Buttons { totals, selected, settings, actions }: &Buttons) -> Html {
    let words = words().equation;
    let count = selected.to_string();
    let mean = match *selected {
        0 => words.no_mean.to_owned(),
        several => fill(words.mean_over.of(several), &[("count", &count)]),
    };
    let buttons = totals.iter().filter_map(|(of, is_long)| {
        let (total, hint) = match of.kind() {
            QuantityKind::Objective => (Total::Objective, words.maximised.to_owned()),
            QuantityKind::Loss => (Total::Loss, words.minimised.to_owned()),
            QuantityKind::CrossEntropy => (Total::CrossEntropy, mean.clone()),
            // Not of the sentence: the positions are predicted independently.
            QuantityKind::Perplexity => (Total::Perplexity, words.per_token.to_owned()),
            _ => return None,
        };
        let is_shown = settings.total == total;
        let settings = Settings { total, ..*settings };
        Some(html! {
            <button
                type="button"
                key={of.kind().name()}
                class="total"
                aria-pressed={if is_shown { "true" } else { "false" }}
                data-total={of.kind().name()}
                data-long={is_long.then_some("")}
                onclick={actions.on(move |_: MouseEvent| Action::Show(settings))}
            >
                <span class="name">{ title(total) }</span>
                { slot(*of, false) }
                <small>{ hint }</small>
            </button>
        })
    });
    buttons.collect()
}

fn title(total: Total) -> &'static str {
    let words = words().equation;
    match total {
        Total::Objective => words.objective,
        Total::Loss => words.loss,
        Total::CrossEntropy => words.cross_entropy,
        Total::Perplexity => words.perplexity,
    }
}

/// Whether a number has more digits than there is room for in large type.
fn is_long(quantity: Quantity, unit: Unit) -> bool {
    Number::quantity(quantity, unit).text().chars().count() > 8
}
