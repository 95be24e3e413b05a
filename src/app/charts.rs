//! The plots: scenes that the core has drawn, shown as SVG.

use masklab::core::{
    objective::Place,
    plot::{Anchor, Frame, Ink, Mark, Numbered, Scene, UNITS_PER_PIXEL, loss_curve},
};
use yew::prelude::*;

use super::{
    host::size::use_width,
    store::View,
    widgets::{hue, panel, sentence_number},
};

/// The height of the plot for its width: as wide as the panel and not higher than a laptop's
/// screen leaves room for.
fn height(width: u32) -> u32 {
    (width * 3 / 4).min(220).max(width * 3 / 10).max(180)
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PanelProps {
    /// What the page shows.
    pub(crate) view: View,
}

/// The panel with −log p: a component, since it measures its own width.
#[component]
pub(crate) fn LossCurvePanel(PanelProps { view }: &PanelProps) -> Html {
    let (node, width) = use_width();
    let terms = Numbered::all(view.report.terms());
    let untargeted = view.report.untargeted();
    let plot = width.map(|width| loss_curve(&terms, untargeted, Frame::new(width, height(width))));
    let places: Vec<Place> = view.report.terms().map(|(place, _)| place).collect();
    panel(
        "curve",
        html! { <span translate="no">{ "−log " }<i>{ "p" }</i></span> },
        "what each target costs",
        [html! {
            <div class="plot-frame" ref={node}>
                { for plot.map(|plot| picture(&plot.scene, plot.summary, &places, view)) }
            </div>
        }],
    )
}

/// A scene as SVG. The point of a term is in a group that knows its place; its badge is another,
/// since the core draws the badges in front of all points.
fn picture(scene: &Scene, summary: String, places: &[Place], view: &View) -> Html {
    let several = view.document.examples().len() > 1;
    let marks: Vec<&Mark> = scene.all().collect();
    let groups = marks.chunk_by(|one, next| one.ink().term() == next.ink().term());
    let groups = groups.map(|marks| {
        let term = marks.first().and_then(|mark| mark.ink().term());
        let is_point = marks.iter().any(|mark| matches!(mark.ink(), Ink::Point(_)));
        let shapes: Vec<Html> = marks.iter().map(|mark| shape(mark)).collect();
        let place = term.and_then(|index| places.get(index));
        let hue = term.and_then(|index| hue(&view.hues, index));
        match place.filter(|_| is_point) {
            Some(place) => html! {
                <g
                    class="point"
                    data-hue={hue}
                    data-position={place.position.to_string()}
                    data-sentence={sentence_number(Some(place.sentence), several)}
                >
                    { shapes }
                </g>
            },
            None => html! { <g data-hue={hue}>{ shapes }</g> },
        }
    });
    let groups: Vec<Html> = groups.collect();
    html! {
        <svg
            class="plot"
            role="img"
            aria-label={summary}
            viewBox={format!("0 0 {} {}", scene.width, scene.height)}
            width={(scene.width / u32::from(UNITS_PER_PIXEL)).to_string()}
            height={(scene.height / u32::from(UNITS_PER_PIXEL)).to_string()}
        >
            { groups }
        </svg>
    }
}

fn shape(mark: &Mark) -> Html {
    let ink = mark.ink().name();
    match mark {
        Mark::Line { points, width, .. } => html! {
            <polyline data-ink={ink} points={pairs(points)} stroke-width={width.to_string()} />
        },
        Mark::Area { points, .. } => html! {
            <polygon data-ink={ink} points={pairs(points)} />
        },
        Mark::Disc { center: (x, y), radius, .. } => html! {
            <circle data-ink={ink} cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} />
        },
        Mark::Text { text, at: (x, y), anchor, size, .. } => html! {
            <text
                data-ink={ink}
                x={x.to_string()}
                y={y.to_string()}
                text-anchor={match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                }}
                font-size={size.to_string()}
            >
                { text.clone() }
            </text>
        },
    }
}

fn pairs(points: &[(i32, i32)]) -> String {
    let pairs: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    pairs.join(" ")
}
