//! The equation: the formula of the number that is looked at, with its numbers under it, and the four
//! numbers of the whole dataset to choose from.

mod formula;
mod symbols;

use masklab::core::{
    explain::{Chain, Defined, Definition, Formula, Number, rounding_note},
    math::Unit,
    messages::fill,
    objective::{Hue, Place, Quantity, QuantityKind, Reduction},
};
use yew::prelude::*;

use super::{
    host::frames::Actions,
    store::{Action, Settings, Store, Total, View},
    widgets::{amount, hue_name, kept, panel, place_name, segments},
    words::{language, words},
};
use formula::maths;
use symbols::Meaning;

/// The panel.
pub(crate) fn equation(view: &View, actions: &Actions) -> Html {
    let shown = (view.settings, actions.clone());
    panel(
        "objective",
        words().equation.title,
        "",
        kept(shown.clone(), unit),
        html! {
            <>
                <div class="equation" id="equation">
                    { for definition(view).0.iter().map(|chain| show(chain, view)) }
                    { kept(shown, reduction) }
                    { note(view) }
                </div>
                <Meaning />
                { totals(view, actions) }
            </>
        },
    )
}

/// The unit of logarithms.
fn unit((settings, actions): &(Settings, Actions)) -> Html {
    let words = words().equation;
    let (settings, actions) = (*settings, actions.clone());
    let choose = move |unit: Unit| actions.now(Action::Show(Settings { unit, ..settings }));
    let units = [(Unit::Nats, words.nats), (Unit::Bits, words.bits), (Unit::Log10, words.log10)];
    segments("unit", words.unit, &units, settings.unit, choose)
}

fn definition(view: &Store) -> Definition {
    let settings = view.settings;
    let defined = Defined { report: &view.report, unit: settings.unit };
    match settings.total {
        Total::Objective => Definition::objective(defined),
        Total::Loss => Definition::loss(defined),
        Total::Perplexity => Definition::perplexity(defined),
        Total::CrossEntropy => {
            let looked_at = view.looked_at().zip(view.prediction.as_deref());
            Definition::cross_entropy(defined, settings.reduction, looked_at)
        }
    }
}

/// A chain of equations: the symbols on a line of their own, and below them the numbers, which break
/// where there is no room.
fn show(chain: &Chain, view: &Store) -> Html {
    let sides = chain.sides.iter().enumerate().map(|(index, parts)| {
        let parts = parts.iter().map(|part| {
            let place = part.of.map(|(place, _)| place);
            let hue = place.and_then(|place| view.hue(place));
            kept((part.formula.clone(), place, hue), shown_part)
        });
        html! { <span class="side" key={index}>{ for parts }</span> }
    });
    html! {
        <div class="chain">
            { kept(chain.symbols.clone(), symbols) }
            <div class="numbers">{ for sides }</div>
        </div>
    }
}

fn symbols(formula: &Formula) -> Html {
    html! {
        <div class="symbols">
            <span class="unseen">{ formula.to_spoken(language()) }</span>
            { maths(formula, true) }
        </div>
    }
}

fn shown_part((formula, place, hue): &(Formula, Option<Place>, Option<Hue>)) -> Html {
    html! {
        <span class="part">
            <span class="term" data-hue={hue.map(hue_name)} data-place={place.map(place_name)}>
                { maths(formula, false) }
            </span>
            { " " }
        </span>
    }
}

/// How the losses become one, where a mean is looked at.
fn reduction((settings, actions): &(Settings, Actions)) -> Html {
    let words = words().equation;
    let (settings, actions) = (*settings, actions.clone());
    let choose =
        move |reduction: Reduction| actions.now(Action::Show(Settings { reduction, ..settings }));
    let ways = [
        (Reduction::MeanOverPositions, words.mean),
        (Reduction::MeanOverSentences, words.mean_of_sums),
        (Reduction::MeanOfMeans, words.mean_of_means),
        (Reduction::Sum, words.sum),
    ];
    html! {
        <div class="reduction" hidden={settings.total != Total::CrossEntropy}>
            { segments("reduction", words.reduction, &ways, settings.reduction, choose) }
        </div>
    }
}

/// What is said below the formula: where nothing is selected, or where rounding shows.
fn note(view: &Store) -> Html {
    let words = words().equation;
    let selected = view.report.selected();
    let text: Option<AttrValue> = match (selected, view.report.untargeted()) {
        (0, 0) => Some(words.nothing_selected.into()),
        (0, _) => Some(words.no_target.into()),
        // Where terms are left out, nobody can add them up.
        _ if selected > Definition::WRITTEN => None,
        _ if view.settings.total == Total::Objective && view.settings.unit == Unit::Nats => {
            rounding_note(language(), &view.report).map(Into::into)
        }
        _ => None,
    };
    html! { <p class="note" hidden={text.is_none()}>{ text }</p> }
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

/// J, L, cross-entropy and perplexity: each a button that shows its definition.
fn totals(view: &View, actions: &Actions) -> Html {
    let words = words().equation;
    let selected = view.report.selected();
    let count = selected.to_string();
    let mean = match selected {
        0 => words.no_mean.to_owned(),
        several => fill(words.mean_over.of(several), &[("count", &count)]),
    };
    let totals = view.report.totals().into_iter().filter_map(|quantity| {
        let (total, hint) = match quantity.kind() {
            QuantityKind::Objective => (Total::Objective, words.maximised.to_owned()),
            QuantityKind::Loss => (Total::Loss, words.minimised.to_owned()),
            QuantityKind::CrossEntropy => (Total::CrossEntropy, mean.clone()),
            // Not of the sentence: the positions are predicted independently.
            QuantityKind::Perplexity => (Total::Perplexity, words.per_token.to_owned()),
            _ => return None,
        };
        let is_shown = view.settings.total == total;
        let settings = Settings { total, ..view.settings };
        Some(html! {
            <button
                type="button"
                key={quantity.kind().name()}
                class="total"
                aria-pressed={if is_shown { "true" } else { "false" }}
                data-total={quantity.kind().name()}
                data-long={is_long(quantity, view.settings.unit).then_some("")}

                onclick={actions.on(move |_: MouseEvent| Action::Show(settings))}
            >
                <span class="name">{ title(total) }</span>
                { amount(quantity, view.settings.unit, false) }
                <small>{ hint }</small>
            </button>
        })
    });
    html! { <div class="totals" role="group" aria-label={words.totals}>{ for totals }</div> }
}
