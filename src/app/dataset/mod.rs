//! The dataset D: its sentences as strips of tokens to click, and the ways to get text into it.

mod chip;
mod chip_menu;
mod draw;
mod keys;
mod load;
mod strip;

use masklab::core::{objective::Place, setup::Locked};
use yew::prelude::*;

use super::{
    host::frames::Actions,
    setup::is_locked,
    store::View,
    widgets::{Same, Window, empty, kept, panel},
    words::words,
};
use chip_menu::ChipMenu;
use load::TextField;
use strip::Strip;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DatasetProps {
    pub(crate) view: View,
    pub(crate) actions: Actions,
}

/// The panel: a component, since it knows which sentence is being written.
#[component]
pub(crate) fn Dataset(DatasetProps { view, actions }: &DatasetProps) -> Html {
    let words = words().dataset;
    let written = use_state_eq(|| None::<usize>);
    let count = view.document().examples().len();
    let item = {
        let (view, actions, written) = (view.clone(), actions.clone(), written.clone());
        Callback::from(move |index: usize| item(&view, &actions, &written, index))
    };
    panel(
        ["dataset", "dataset-title"],
        html! { <><i translate="no">{ "D" }</i>{ " " }{ words.title }</> },
        if is_locked(Locked::Selection) { "" } else { words.hint },
        if is_locked(Locked::Selection) {
            html! {}
        } else {
            kept((view.report.selected(), actions.clone()), draw::button)
        },
        html! {
            <>
                <Window
                        {count}
                        at={view.chosen.map(|place| place.sentence)}
                        {item}
                        label={words.sentences}
                    />
                { empty(count == 0, words.none) }
                if !is_locked(Locked::Text) {
                    <TextField {count} actions={actions.clone()} />
                }
                <ChipMenu view={view.clone()} actions={actions.clone()} />
            </>
        },
    )
}

fn item(
    view: &View,
    actions: &Actions,
    written: &UseStateHandle<Option<usize>>,
    index: usize,
) -> Html {
    let (Some(example), Some(report)) =
        (view.document().examples().get(index), view.report.sentences().get(index))
    else {
        return html! { <div key={index} /> };
    };
    html! {
        <Strip
            key={index}
            {index}
            count={view.document().examples().len()}
            first_number={view.report.first_number(index) + 1}
            example={Same(example.clone())}
            report={Same(report.clone())}
            chosen={view.chosen.filter(|place: &Place| place.sentence == index).map(|place| place.position)}
            unit={view.settings.unit}
            is_written={**written == Some(index)}
            write={written.setter()}
            actions={actions.clone()}
        />
    }
}
