//! The plots: scenes that the core has drawn, shown as SVG.

mod picture;
mod shown;

use masklab::core::{
    messages::fill,
    objective::Numbered,
    plot::{
        Frame, Over, Plot, Table, Trace, Traced, loss_curve, loss_trace, prediction_bars, tables,
        term_bars,
    },
};
use masklab::drawing::Tag;
use yew::prelude::*;

use super::{
    host::{frames::Actions, size::use_size},
    store::{Action, Plots, Settings, View},
    widgets::{kept, panel, segments},
    words::words,
};
use picture::tag;
pub(crate) use picture::{Numbers, chosen_tags, frame, use_open, use_picture};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChartsProps {
    /// What the page shows.
    pub(crate) view: View,
    pub(crate) actions: Actions,
}

/// The panel with the plots: a component, since it measures its own size.
#[component]
pub(crate) fn Charts(ChartsProps { view, actions }: &ChartsProps) -> Html {
    let words = words().charts;
    let (node, size) = use_size();
    let settings = view.settings;
    let (title, hint) = match settings.plot {
        Plots::Curve => (words.curve_title, words.curve_hint),
        Plots::Prediction => (words.prediction_title, words.prediction_hint),
        Plots::Terms => (words.terms_title, words.terms_hint),
        Plots::Trace => (words.trace_title, words.trace_hint),
    };
    let shown = shown::terms(view);
    let frame = size.map(|size| frame(view, size));
    let (is_open, open) = use_open();
    let table = frame.filter(|_| is_open).and_then(|frame| table(view, &shown, frame));
    let tags: Vec<Tag> = match settings.plot {
        Plots::Prediction => chosen_tags(view),
        _ => shown.iter().map(|numbered| tag(view, numbered.place)).collect(),
    };
    let drawn = frame.and_then(|frame| draw(view, &shown, frame));
    let picture = use_picture(drawn.map(|plot| (plot, tags)));
    let left_out = view.report.selected().saturating_sub(shown.len());
    let many = left_out > 0 && matches!(settings.plot, Plots::Curve | Plots::Terms);
    panel(
        ["plot", "plot-title"],
        html! { <span translate="no">{ title }</span> },
        hint,
        kept((settings, actions.clone()), ways),
        html! {
            <>
                <div class="plot-frame" ref={node} data-plot={settings.plot.name()}>
                    { picture }
                </div>
                <p class="note" hidden={!many}>
                    { fill(words.left_out, &[("shown", &shown.len().to_string()), ("count", &left_out.to_string())]) }
                </p>
                <Numbers {table} {open} />
            </>
        },
    )
}

/// The plots to choose from.
fn ways((settings, actions): &(Settings, Actions)) -> Html {
    let words = words().charts;
    let (settings, actions) = (*settings, actions.clone());
    let choose = move |plot: Plots| actions.now(Action::Show(Settings { plot, ..settings }));
    let ways = [
        (Plots::Curve, words.curve),
        (Plots::Prediction, words.prediction),
        (Plots::Terms, words.terms),
        (Plots::Trace, words.trace),
    ];
    segments("plot", words.title, &ways, settings.plot, choose)
}

fn draw(view: &View, shown: &[Numbered<'_>], frame: Frame) -> Option<Plot> {
    Some(match view.settings.plot {
        Plots::Curve => loss_curve(shown, view.report.untargeted(), frame),
        Plots::Terms => term_bars(shown, &view.report, frame),
        Plots::Trace => loss_trace(&trace(&view.losses()), frame),
        Plots::Prediction => prediction_bars(view.prediction.as_deref()?, target(view), frame),
    })
}

fn table(view: &View, shown: &[Numbered<'_>], frame: Frame) -> Option<Table> {
    Some(match view.settings.plot {
        Plots::Curve => tables::loss_curve(shown, frame),
        Plots::Terms => tables::term_bars(shown, &view.report, frame),
        Plots::Trace => tables::loss_trace(&trace(&view.losses()), frame),
        Plots::Prediction => {
            tables::prediction_bars(view.prediction.as_deref()?, target(view), frame)
        }
    })
}

fn trace(losses: &[f64]) -> Trace<'_> {
    Trace { losses, first: 1, traced: Traced::CrossEntropy, over: Over::Edits }
}

fn target(view: &View) -> Option<&str> {
    Some(&view.looked_at()?.term.target)
}
