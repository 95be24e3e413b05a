//! The plots: scenes that the core has drawn, shown as SVG.

mod picture;
mod shown;

use masklab::core::{
    messages::fill,
    plot::{
        Frame, Numbered, Over, Plot, Trace, Traced, loss_curve, loss_trace, prediction_bars,
        term_bars,
    },
};
use yew::prelude::*;

use super::{
    host::{frames::Actions, size::use_size},
    store::{Action, Plots, Settings, View},
    widgets::{panel, segments},
    words::{language, words},
};
use picture::Numbers;
pub(crate) use picture::{Picture, Tag};

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
    let choose = {
        let actions = actions.clone();
        move |plot: Plots| actions.now(Action::Show(Settings { plot, ..settings }))
    };
    let ways = [
        (Plots::Curve, words.curve),
        (Plots::Prediction, words.prediction),
        (Plots::Terms, words.terms),
        (Plots::Trace, words.trace),
    ];
    let (title, hint) = match settings.plot {
        Plots::Curve => (words.curve_title, words.curve_hint),
        Plots::Prediction => (words.prediction_title, words.prediction_hint),
        Plots::Terms => (words.terms_title, words.terms_hint),
        Plots::Trace => (words.trace_title, words.trace_hint),
    };
    let shown = shown::terms(view);
    let drawn = size.and_then(|(width, height)| {
        let frame = Frame { width, height, unit: settings.unit, language: language() };
        draw(view, &shown, frame)
    });
    let tags: Vec<Tag> = match settings.plot {
        Plots::Prediction => view.chosen.iter().map(|&place| Tag::of(view, place)).collect(),
        _ => shown.iter().map(|numbered| Tag::of(view, numbered.place)).collect(),
    };
    let left_out = view.report.selected().saturating_sub(shown.len());
    let many = left_out > 0 && matches!(settings.plot, Plots::Curve | Plots::Terms);
    panel(
        "plot",
        html! { <span translate="no">{ title }</span> },
        hint,
        segments("plot", words.title, &ways, settings.plot, choose),
        html! {
            <>
                <div class="plot-frame" ref={node} data-plot={name(settings.plot)}>
                    { for drawn.clone().map(|plot| html! { <Picture {plot} {tags} /> }) }
                </div>
                <p class="note" hidden={!many}>
                    { fill(words.left_out, &[("shown", &shown.len().to_string()), ("count", &left_out.to_string())]) }
                </p>
                // A wrapper: children without keys are paired from the last, and the frame is to stay.
                <div>{ for drawn.map(|plot| html! { <Numbers table={plot.table} /> }) }</div>
            </>
        },
    )
}

fn name(plot: Plots) -> &'static str {
    match plot {
        Plots::Curve => "curve",
        Plots::Prediction => "prediction",
        Plots::Terms => "terms",
        Plots::Trace => "trace",
    }
}

fn draw(view: &View, shown: &[Numbered<'_>], frame: Frame) -> Option<Plot> {
    Some(match view.settings.plot {
        Plots::Curve => loss_curve(shown, view.report.untargeted(), frame),
        Plots::Terms => term_bars(shown, &view.report, frame),
        Plots::Trace => {
            let losses = view.losses();
            let (traced, over) = (Traced::CrossEntropy, Over::Edits);
            loss_trace(&Trace { losses: &losses, first: 1, traced, over }, frame)
        }
        Plots::Prediction => {
            let term = view.chosen.and_then(|place| view.term(place)).map(|(_, term)| term);
            prediction_bars(view.prediction.as_deref()?, term.map(|term| &*term.target), frame)
        }
    })
}
