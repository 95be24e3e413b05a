//! The plots: scenes that the core has drawn, shown as SVG.

mod picture;
mod shown;

use masklab::core::{
    messages::fill,
    objective::Numbered,
    plot::{Picture, Pictured},
};
use masklab::drawing::Tag;
use yew::prelude::*;

use super::{
    host::{frames::Actions, size::use_size},
    store::{Action, Plots, Settings, View},
    widgets::{kept, panel, segments},
    words::words,
};
pub(crate) use picture::tag;
pub(crate) use picture::{Numbers, chosen_tags, frame, use_open, use_picture};
pub(crate) use shown::{terms, with_pictured};

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
    let kind = picture_of(settings.plot);
    let title = kind.title(words);
    let hint = match settings.plot {
        Plots::Curve => words.curve_hint,
        Plots::Prediction => words.prediction_hint,
        Plots::Terms => words.terms_hint,
        Plots::Trace => words.trace_hint,
    };
    let shown = terms(view);
    let losses = if kind == Picture::Trace { view.losses() } else { Vec::new() };
    let of = pictured(view, &shown, &losses);
    let frame = size.map(|size| frame(view, size));
    let (is_open, open) = use_open();
    let table = frame.filter(|_| is_open).and_then(|frame| kind.table(&of, frame));
    let tags: Vec<Tag> = match settings.plot {
        Plots::Prediction => chosen_tags(view),
        _ => shown.iter().map(|numbered| tag(view, numbered.place)).collect(),
    };
    let drawn = frame.and_then(|frame| kind.plot(&of, frame));
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

/// What the plot is drawn from.
fn pictured<'a>(view: &'a View, terms: &'a [Numbered<'a>], losses: &'a [f64]) -> Pictured<'a> {
    Pictured {
        report: &view.report,
        terms,
        chosen: view.looked_at(),
        prediction: view.prediction.as_deref(),
        models: &[],
        losses,
    }
}

fn picture_of(plot: Plots) -> Picture {
    match plot {
        Plots::Curve => Picture::Curve,
        Plots::Prediction => Picture::Prediction,
        Plots::Terms => Picture::Terms,
        Plots::Trace => Picture::Trace,
    }
}
