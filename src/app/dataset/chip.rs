//! One token: a button that selects it, and its term where it is selected.

use std::rc::Rc;

use masklab::core::{
    document::Edit,
    messages::fill,
    objective::{Hue, Place},
    text::{Corruption, MASK},
};
use yew::prelude::*;

use super::chip_menu;
use crate::app::{
    host::frames::Actions,
    store::Action,
    widgets::{Slot, badge, hue_name, place_name, sentence_number, slot},
    words::words,
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChipProps {
    pub(super) place: Place,
    pub(super) word: AttrValue,
    /// What becomes of it in x̄, where it is selected.
    pub(super) selected: Option<Corruption>,
    /// The true word, where that is known.
    pub(super) target: Option<Rc<str>>,
    pub(super) several: bool,
    pub(super) hue: Option<Hue>,
    /// The number of its term and the place for it, where it has one.
    pub(super) term: Option<(usize, Slot)>,
    pub(super) is_chosen: bool,
    /// Whether the tab key stops here.
    pub(super) is_stop: bool,
    pub(super) actions: Actions,
}

#[component]
pub(super) fn Chip(props: &ChipProps) -> Html {
    let place = props.place;
    let onclick = {
        let actions = props.actions.clone();
        let (is_selected, is_chosen) = (props.selected.is_some(), props.is_chosen);
        let has_target = props.target.is_some();
        move |_: MouseEvent| match (is_selected, has_target && !is_chosen) {
            (false, _) => actions.now(Edit::ToggleMask(place)),
            (true, true) => actions.now(Action::Choose(place)),
            (true, false) => chip_menu::open(place),
        }
    };
    let oncontextmenu = move |event: MouseEvent| {
        event.prevent_default();
        chip_menu::open(place);
    };
    html! {
        <button
            type="button"
            class="chip"
            tabindex={if props.is_stop { "0" } else { "-1" }}
            data-hue={props.hue.map(hue_name)}
            data-place={place_name(place)}
            data-position={place.position.to_string()}
            data-sentence={sentence_number(Some(place.sentence), props.several)}
            data-corruption={props.selected.as_ref().map(kind)}
            aria-pressed={if props.selected.is_some() { "true" } else { "false" }}
            aria-current={props.is_chosen.then_some("true")}
            {onclick}
            {oncontextmenu}
        >
            { face(props) }
        </button>
    }
}

fn kind(corruption: &Corruption) -> &'static str {
    match corruption {
        Corruption::Mask => "mask",
        Corruption::Random(_) => "random",
        Corruption::Kept => "kept",
    }
}

/// x above x̄, and below them the term.
fn face(props: &ChipProps) -> Html {
    let word = props.target.as_deref().unwrap_or(&props.word).to_owned();
    // The wrapper keeps both forms one keyed kind of child: the button under the finger stays.
    let Some(corruption) = &props.selected else {
        return html! { <span class="token" key="plain">{ word }</span> };
    };
    let read = match corruption {
        Corruption::Mask => MASK.to_owned(),
        Corruption::Random(word) => word.to_string(),
        Corruption::Kept => word.clone(),
    };
    html! {
        <span class="token" key="selected">
            <span class="was">{ if props.target.is_some() { word } else { "?".to_owned() } }</span>
            <b>{ read }</b>
            if let Some((number, term)) = props.term {
                { slot(term, props.several) }
                { badge(number) }
            }
            <span class="unseen">{ said(props, corruption) }</span>
        </span>
    }
}

/// What sight tells of a selected token, in words.
fn said(props: &ChipProps, corruption: &Corruption) -> String {
    let words = words().dataset;
    let phrase = match (corruption, props.term) {
        (_, None) => words.said_untargeted,
        (Corruption::Mask, _) => words.said_masked,
        (Corruption::Random(_), _) => words.said_random,
        (Corruption::Kept, _) => words.said_kept,
    };
    fill(phrase, &[("position", &props.place.position.to_string())])
}
