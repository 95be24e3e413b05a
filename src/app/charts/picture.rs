//! A plot of the core in the page, and its table.

use masklab::{
    core::{
        objective::Place,
        plot::{Plot, Table},
    },
    drawing::{self, Tag},
};
use web_sys::Element;
use yew::prelude::*;

use crate::app::{store::Store, widgets::Same, words::words};

/// What the marks of a selected position carry.
pub(crate) fn tag(view: &Store, place: Place) -> Tag {
    Tag { place, hue: view.hue(place), several: view.several() }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PictureProps {
    pub(crate) plot: Same<Plot>,
    /// Of the terms that the plot counts, in their order.
    pub(crate) tags: Vec<Tag>,
}

/// A plot with what it says. What is in it is written straight into its elements: no component draws it.
#[component]
pub(crate) fn Picture(PictureProps { plot, tags }: &PictureProps) -> Html {
    let node = use_node_ref();
    let picture = use_mut_ref(|| None);
    use_effect({
        let (node, plot, tags) = (node.clone(), plot.clone(), tags.clone());
        move || {
            let mut picture = picture.borrow_mut();
            if picture.is_none() {
                *picture = node.cast::<Element>().map(drawing::Picture::new);
            }
            if let Some(picture) = &mut *picture {
                picture.show(&plot, &tags);
            }
        }
    });
    html! { <svg class="plot" role="img" ref={node} /> }
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
