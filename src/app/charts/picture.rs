//! A plot of the core in the page, and its table.

use masklab::{
    core::{
        objective::Place,
        plot::{Frame, Plot, Table},
    },
    drawing::{Picture, Tag},
};
use web_sys::Element;
use yew::prelude::*;

use crate::app::{
    store::Store,
    widgets::use_written,
    words::{language, words},
};

/// What a plot of this size is drawn for.
pub(crate) fn frame(view: &Store, (width, height): (u32, u32)) -> Frame {
    Frame { width, height, unit: view.settings.unit, language: language() }
}

/// What the marks of a selected position carry.
pub(crate) fn tag(view: &Store, place: Place) -> Tag {
    Tag { place, hue: view.hue(place), several: view.several() }
}

/// The tags of a plot of the position that is looked at.
pub(crate) fn chosen_tags(view: &Store) -> Vec<Tag> {
    view.chosen.iter().map(|&place| tag(view, place)).collect()
}

/// A plot with what it says, and the tags of the terms that it counts, in their order: the element that
/// shows it. What is in it is written after each drawing, and no component draws it.
#[hook]
pub(crate) fn use_picture(drawn: Option<(Plot, Vec<Tag>)>) -> Html {
    let is_drawn = drawn.is_some();
    let node = use_written((), move |picture: &mut Option<Picture>, svg| {
        if let Some((plot, tags)) = drawn {
            picture.get_or_insert_with(|| Picture::new(svg.clone())).show(plot, &tags);
        }
    });
    if is_drawn {
        html! { <svg class="plot" role="img" ref={node} /> }
    } else {
        html! {}
    }
}

/// Whether the numbers of a plot are seen, and what is told when that changes.
#[hook]
pub(crate) fn use_open() -> (bool, Callback<bool>) {
    let is_open = use_state_eq(|| false);
    let open = use_callback((), {
        let is_open = is_open.setter();
        move |open, ()| is_open.set(open)
    });
    (*is_open, open)
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NumbersProps {
    /// The table, while it is seen.
    pub(crate) table: Option<Table>,
    pub(crate) open: Callback<bool>,
}

/// The numbers of a plot, behind a button.
#[component]
pub(crate) fn Numbers(NumbersProps { table, open }: &NumbersProps) -> Html {
    let ontoggle = {
        let open = open.clone();
        move |event: Event| {
            let details: Element = event.target_unchecked_into();
            open.emit(details.has_attribute("open"));
        }
    };
    html! {
        <details class="table" {ontoggle}>
            <summary>{ words().charts.table }</summary>
            <div class="scroll" tabindex="0" role="region" aria-label={table.as_ref().map(|table| table.caption)}>
                { for table.iter().map(rows) }
            </div>
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
