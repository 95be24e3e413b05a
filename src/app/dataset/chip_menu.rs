//! What becomes of a selected token in x̄: a menu at the chip.

use std::rc::Rc;

use masklab::core::{
    document::{Edit, Scope, Selected},
    messages::fill,
    objective::Place,
    setup::Locked,
    text::{Corruption, Recipe},
};
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::{
    host::{dom, frames::Actions, frames::next_frame},
    setup::is_locked,
    store::View,
    widgets::{close_menus, place_name, place_named},
    words::words,
};

const ID: &str = "chip-menu";
/// The attribute of the chip at which the menu stands.
const AT: &str = "data-menu";

/// Opens the menu at a chip. It is one for all chips: which one it is for, it is told by the chip.
pub(super) fn open(place: Place) {
    if is_locked(Locked::Selection) {
        return;
    }
    if let Some(old) = dom::find::<HtmlElement>(&format!("[{AT}]")) {
        let _ = old.remove_attribute(AT);
    }
    let chip = dom::find::<HtmlElement>(&format!(".chip[data-place=\"{}\"]", place_name(place)));
    if let (Some(chip), Some(menu)) = (chip, dom::find::<HtmlElement>(&format!("#{ID}"))) {
        let _ = chip.set_attribute(AT, "");
        // Refused where it is open already.
        let _ = menu.show_popover();
        dom::focus(&format!("#{ID} [data-first]"));
    }
}

/// The chip at which the menu stands.
fn at() -> Option<Place> {
    let chip = dom::find::<HtmlElement>(&format!(".chip[{AT}]"))?;
    place_named(&chip.get_attribute("data-place")?)
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChipMenuProps {
    pub(super) view: View,
    pub(super) actions: Actions,
}

#[component]
pub(super) fn ChipMenu(ChipMenuProps { view, actions }: &ChipMenuProps) -> Html {
    // A new word for each wish: the draw depends on its seed alone.
    let seed = use_mut_ref(|| 0_u64);
    let place = use_state_eq(|| None::<Place>);
    let ontoggle = {
        let place = place.setter();
        move |_: Event| place.set(at())
    };
    let at = (*place).filter(|place| {
        let example = view.document().examples().get(place.sentence);
        example.is_some_and(|example| example.sentence().token(place.position).is_some())
    });
    html! {
        <div id={ID} class="popover" popover="auto" role="dialog" aria-label={words().dataset.chip_menu} {ontoggle}>
            if let Some(place) = at {
                { content(view, actions, place, &seed) }
            }
        </div>
    }
}

fn content(
    view: &View,
    actions: &Actions,
    place: Place,
    seed: &Rc<std::cell::RefCell<u64>>,
) -> Html {
    let words = words().dataset;
    let example = view.document().examples().get(place.sentence);
    let is_typed = example.is_some_and(|example| example.is_typed_mask(place.position));
    let selected = view.document().at(place);
    let word = selected
        .and_then(|selected| selected.target().cloned())
        .or_else(|| Some(example?.sentence().token(place.position)?.text.into()));
    let word = word.unwrap_or_default();
    let corruption = selected.map(Selected::corruption);
    let act = |edit: Option<Edit>| {
        let actions = actions.clone();
        move |_: MouseEvent| {
            if let Some(edit) = edit.clone() {
                actions.now(edit);
            }
            close_menus();
        }
    };
    let select = |corruption: Corruption| Some(Edit::Select { place, corruption });
    let random = {
        let (actions, seed) = (actions.clone(), seed.clone());
        move |_: MouseEvent| {
            let drawn = seed.replace_with(|seed| *seed + 1);
            if let Ok(recipe) = Recipe::new(1.0, 0.0, 1.0) {
                let scope = Scope::Position(place);
                actions.now(Edit::Draw { scope, recipe, seed: drawn, epoch: 0 });
            }
            close_menus();
        }
    };
    let entry = |text: &'static str,
                 hint: &'static str,
                 is_so: bool,
                 onclick: Callback<MouseEvent>| {
        html! {
            <li>
                <button type="button" aria-pressed={if is_so { "true" } else { "false" }} data-first={is_so.then_some("")} {onclick}>
                    <span>{ text }</span>
                    <small>{ hint }</small>
                </button>
            </li>
        }
    };
    let position = place.position.to_string();
    let title = fill(words.chip_title, &[("word", &word), ("position", &position)]);
    if is_typed {
        return target_field(actions, place, selected.and_then(|selected| selected.target()));
    }
    let is = |wanted: fn(&Corruption) -> bool| corruption.is_some_and(wanted);
    html! {
        <>
            <h3>{ title }</h3>
            <ul class="entries">
                { entry(words.make_mask, words.make_mask_hint, is(|c| matches!(c, Corruption::Mask)), act(select(Corruption::Mask)).into()) }
                { entry(words.make_random, words.make_random_hint, is(|c| matches!(c, Corruption::Random(_))), random.into()) }
                { entry(words.make_kept, words.make_kept_hint, is(|c| matches!(c, Corruption::Kept)), act(select(Corruption::Kept)).into()) }
                { entry(words.make_unselected, words.make_unselected_hint, corruption.is_none(), act(corruption.map(|_| Edit::Deselect(Scope::Position(place)))).into()) }
            </ul>
        </>
    }
}

/// Where \[MASK\] was typed: nobody knows which word stood there until somebody says so.
fn target_field(actions: &Actions, place: Place, target: Option<&Rc<str>>) -> Html {
    let words = words().dataset;
    let onsubmit = {
        let actions = actions.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = dom::find::<HtmlInputElement>("#typed-target") {
                let word = field.value();
                let target = Some(word.trim()).filter(|word| !word.is_empty()).map(Rc::from);
                close_menus();
                let actions = actions.clone();
                // The menu gives the focus back first.
                next_frame(move || actions.now(Edit::SetTarget { place, target }));
            }
        }
    };
    html! {
        <form class="fields" {onsubmit}>
            <label for="typed-target">{ words.typed_target }</label>
            <input id="typed-target" data-first="" type="text" autocomplete="off" value={target.map(ToString::to_string)} />
            <button type="submit" class="primary">{ words.set }</button>
        </form>
    }
}
