//! A recorded scene as SVG elements of the page, and its table.

use masklab::core::{
    objective::Place,
    plot::{Anchor, Ink, Mark, Plot, Table, UNITS_PER_PIXEL},
};
use web_sys::Element;
use yew::prelude::*;

use crate::app::{
    store::Store,
    widgets::{hue_name, place_name, sentence_number},
    words::words,
};

/// What the marks of a term carry, so that they belong to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tag {
    hue: Option<String>,
    place: String,
    position: String,
    sentence: Option<String>,
}

impl Tag {
    pub(crate) fn of(view: &Store, place: Place) -> Self {
        Self {
            hue: view.hue(place).map(hue_name),
            place: place_name(place),
            position: place.position.to_string(),
            sentence: sentence_number(Some(place.sentence), view.several()),
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PictureProps {
    pub(crate) plot: Plot,
    /// Of the terms that the plot counts, in their order.
    pub(crate) tags: Vec<Tag>,
}

/// A plot with what it says. The marks of a term are in groups that carry its tag.
#[component]
pub(crate) fn Picture(PictureProps { plot, tags }: &PictureProps) -> Html {
    let scene = &plot.scene;
    let groups = scene.marks.chunk_by(|one, next| one.ink().term() == next.ink().term());
    let groups = groups.map(|marks| {
        let term = marks.first().and_then(|mark| mark.ink().term());
        let is_point = marks.iter().any(|mark| matches!(mark.ink(), Ink::Point(_)));
        let shapes: Vec<Html> = marks.iter().map(shape).collect();
        match term.and_then(|index| tags.get(index)) {
            Some(tag) => html! {
                <g
                    class={if is_point { "point" } else { "of-term" }}
                    data-hue={tag.hue.clone()}
                    data-place={tag.place.clone()}
                    data-position={tag.position.clone()}
                    data-sentence={tag.sentence.clone()}
                >
                    { shapes }
                </g>
            },
            None => html! { <g>{ shapes }</g> },
        }
    });
    let groups: Vec<Html> = groups.collect();
    html! {
        <svg
            class="plot"
            role="img"
            aria-label={plot.summary.clone()}
            viewBox={format!("0 0 {} {}", scene.width, scene.height)}
            width={pixels(scene.width)}
            height={pixels(scene.height)}
        >
            <Still marks={scene.still.clone()} />
            { groups }
        </svg>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StillProps {
    marks: Vec<Mark>,
}

/// What stays as it is while a slider moves: axes, ticks, the curve. A component, so that it is not
/// looked at again as long as it does.
#[component]
fn Still(StillProps { marks }: &StillProps) -> Html {
    html! { <g>{ for marks.iter().map(shape) }</g> }
}

fn pixels(units: u32) -> String {
    (units / u32::from(UNITS_PER_PIXEL)).to_string()
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NumbersProps {
    pub(crate) table: Table,
}

/// The numbers of a plot, behind a button: a component, since they are written only while they are seen.
#[component]
pub(crate) fn Numbers(NumbersProps { table }: &NumbersProps) -> Html {
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        move |event: Event| {
            let details: Element = event.target_unchecked_into();
            is_open.set(details.has_attribute("open"));
        }
    };
    let body = if *is_open {
        rows(table)
    } else {
        html! {}
    };
    html! {
        <details class="table" {ontoggle}>
            <summary>{ words().charts.table }</summary>
            <div class="scroll" tabindex="0" role="region" aria-label={table.caption}>{ body }</div>
        </details>
    }
}

fn rows(table: &Table) -> Html {
    let heads =
        table.columns.iter().map(|column| html! { <th scope="col">{ column.clone() }</th> });
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().map(|cell| html! { <td>{ cell.clone() }</td> });
        html! { <tr>{ for cells }</tr> }
    });
    html! {
        <table>
            <caption>{ table.caption }</caption>
            <thead><tr>{ for heads }</tr></thead>
            <tbody translate="no">{ for rows }</tbody>
        </table>
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
