//! What the models predict at one position, side by side as bars.

use masklab::core::plot::{Predicted, height_for_models, model_bars, tables};
use yew::prelude::*;

use crate::app::{
    charts::{Numbers, chosen_tags, frame, use_open, use_picture},
    host::size::use_size,
    store::View,
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct BarsProps {
    pub(super) view: View,
}

/// What the models predict at the chosen position, as bars: a component, since it measures its own width.
#[component]
pub(super) fn Bars(BarsProps { view }: &BarsProps) -> Html {
    let (node, size) = use_size();
    let (is_open, open) = use_open();
    let given = view.predicted();
    let given: Vec<Predicted<'_>> =
        given.iter().map(|(model, prediction)| Predicted { model, prediction }).collect();
    let drawn = size.filter(|_| !given.is_empty()).map(|(width, _)| {
        let frame = frame(view, (width, height_for_models(given.len())));
        let target = view.looked_at().map(|looked_at| &*looked_at.term.target);
        let table = is_open.then(|| tables::model_bars(&given, frame));
        ((model_bars(&given, target, frame), chosen_tags(view)), table)
    });
    let (plot, table) = drawn.unzip();
    let picture = use_picture(plot);
    html! {
        <div class="side-by-side" data-plot="models" hidden={view.chosen.is_none()}>
            <div class="width" ref={node} />
            { picture }
            if let Some(table) = table {
                <Numbers {table} {open} />
            }
        </div>
    }
}
