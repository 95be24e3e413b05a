//! The formula of the number that is looked at, and under it the same with numbers, which a slider's move
//! changes and nothing around them.

use std::rc::Rc;

use masklab::{
    core::{
        explain::{Chain, Defined, Definition, Formula, rounding_note},
        math::Unit,
        objective::{Hue, Place, Reduction},
    },
    drawing::Formulas,
};
use yew::prelude::*;

use super::symbols::meaning;
use crate::app::{
    host::frames::Actions,
    store::{Action, Settings, Store, Total, View},
    widgets::{hue_name, kept, maths, place_name, segments, use_written},
    words::{language, words},
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChainsProps {
    pub(super) view: View,
    pub(super) actions: Actions,
}

/// A component, since its numbers are written into it.
#[component]
pub(super) fn Chains(ChainsProps { view, actions }: &ChainsProps) -> Html {
    let Definition(chains) = definition(view);
    let outlines: Rc<[Outline]> = chains.iter().map(|chain| Outline::of(chain, view)).collect();
    let parts = chains.into_iter().flat_map(|chain| chain.sides).flatten();
    let numbers: Vec<Formula> = parts.map(|part| part.formula).collect();
    let node = use_written(outlines.clone(), move |formulas: &mut Formulas, equation| {
        formulas.show(equation, numbers, language());
    });
    html! {
        <div ref={node} class="equation" id="equation">
            { kept(outlines, |outlines| outlines.iter().map(show).collect()) }
            { kept((view.settings, actions.clone()), reduction) }
            { note(view) }
        </div>
    }
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

/// The position to which a part belongs, if it belongs to one, with its colour.
type Belongs = Option<(Place, Option<Hue>)>;

/// A chain of equations without its numbers.
#[derive(PartialEq)]
struct Outline {
    symbols: Formula,
    /// Of each part of each side.
    sides: Vec<Vec<Belongs>>,
}

impl Outline {
    fn of(chain: &Chain, view: &Store) -> Self {
        let sides = chain.sides.iter().map(|parts| {
            let parts = parts.iter().map(|part| part.of.map(|(place, _)| (place, view.hue(place))));
            parts.collect()
        });
        Self { symbols: chain.symbols.clone(), sides: sides.collect() }
    }
}

/// The symbols on a line of their own, and below them the numbers, which break where there is no room.
fn show(outline: &Outline) -> Html {
    let sides = outline.sides.iter().enumerate().map(|(index, parts)| {
        html! { <span class="side" key={index}>{ for parts.iter().copied().map(part) }</span> }
    });
    html! {
        <div class="chain">
            { kept(outline.symbols.clone(), symbols) }
            <div class="numbers">{ for sides }</div>
        </div>
    }
}

fn symbols(formula: &Formula) -> Html {
    html! {
        <div class="symbols">
            <span class="unseen">{ formula.to_spoken(language()) }</span>
            { maths(formula, true, Some(meaning)) }
        </div>
    }
}

/// A place for a part of a side.
fn part(of: Belongs) -> Html {
    let (place, hue) = of.unzip();
    html! {
        <span class="part">
            <span class="term" data-hue={hue.flatten().map(hue_name)} data-place={place.map(place_name)}>
                <math displaystyle="true" translate="no" />
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
