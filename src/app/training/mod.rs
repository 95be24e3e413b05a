//! What the numbers mean for training: in words, as a gradient, and as steps to take.

mod run;
mod said;
mod steps;

use masklab::core::plot::{gradient_bars, tables};
use yew::prelude::*;

use super::{
    charts::{Numbers, chosen_tags, frame, use_open, use_picture},
    compare::compare,
    host::{frames::Actions, size::use_size},
    store::{Action, Panel, Settings, View},
    widgets::{empty, kept, panel, segments},
    words::words,
};
use said::Said;
use steps::Steps;

/// The panel below: what the numbers mean for training, or models side by side.
pub(crate) fn lower(view: &View, actions: &Actions) -> Html {
    let is_training = view.settings.panel == Panel::Training;
    panel(
        ["lower", "lower-title"],
        kept((view.settings, actions.clone()), ways),
        "",
        html! {},
        html! {
            <>
                <div id="training" hidden={!is_training}>
                    { training(view, actions) }
                </div>
                <div id="compare" hidden={is_training}>
                    if !is_training {
                        { compare(view, actions) }
                    }
                </div>
            </>
        },
    )
}

/// Training, or the comparison.
fn ways((settings, actions): &(Settings, Actions)) -> Html {
    let words = words().training;
    let (settings, actions) = (*settings, actions.clone());
    let choose = move |panel: Panel| actions.now(Action::Show(Settings { panel, ..settings }));
    let ways = [(Panel::Training, words.title), (Panel::Compare, words.compare)];
    segments("lower", words.lower, &ways, settings.panel, choose)
}

fn training(view: &View, actions: &Actions) -> Html {
    let nothing = view.report.selected() == 0;
    html! {
        <>
            { empty(nothing, words().training.nothing) }
            <div class="meant" hidden={nothing}>
                <Said view={view.clone()} />
                <Gradient view={view.clone()} />
            </div>
            <Steps view={view.clone()} actions={actions.clone()} />
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GradientProps {
    view: View,
}

/// ∂L/∂z = p − y as bars: a component, since it measures its own size.
#[component]
fn Gradient(GradientProps { view }: &GradientProps) -> Html {
    let (node, size) = use_size();
    let (is_open, open) = use_open();
    let drawn = size.and_then(|size| {
        let target = &view.looked_at()?.term.target;
        let prediction = view.prediction.as_deref()?;
        let gradient = prediction.gradient(target, 0.0)?;
        let frame = frame(view, size);
        let plot = gradient_bars(prediction, &gradient, Some(target), frame);
        let table =
            is_open.then(|| tables::gradient_bars(prediction, &gradient, Some(target), frame));
        Some(((plot, chosen_tags(view)), table))
    });
    let (plot, table) = drawn.unzip();
    let picture = use_picture(plot);
    html! {
        <div class="slopes">
            <div class="gradient plot-frame" ref={node}>{ picture }</div>
            <Numbers table={table.flatten()} {open} />
        </div>
    }
}
