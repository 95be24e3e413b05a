//! Moving through the tokens, and doing things to them, by keys.

use masklab::core::{
    document::{Edit, Example, Scope},
    setup::Locked,
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::chip_menu;
use crate::app::{
    host::{dom, frames::Actions},
    setup::is_locked,
    widgets::{Same, place_named},
};

/// Gives the focus to the token of a sentence at which the tab key stops.
pub(super) fn focus_strip(index: usize) {
    dom::focus(&format!(".chip[data-place^=\"{}:\"][tabindex=\"0\"]", index + 1));
}

/// What keys do in a sentence: arrows, Home and End move through its tokens, up and down go to the
/// sentences beside it, Alt with them moves the sentence, Delete takes a token out of the selection,
/// F2 writes the sentence anew, and the menu key opens the token's menu (which the browser itself
/// asks for).
pub(super) fn in_strip(
    index: usize,
    example: &Same<Example>,
    write: &UseStateSetter<Option<usize>>,
    actions: &Actions,
) -> Callback<KeyboardEvent> {
    let (example, write, actions) = (example.clone(), write.clone(), actions.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(chip) = chip_of(&event) else { return };
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        let key = event.key();
        let place = chip.get_attribute("data-place").and_then(|name| place_named(&name));
        let is_rtl = chip.matches(":dir(rtl)").unwrap_or_default();
        let (before, behind) =
            if is_rtl { ("ArrowRight", "ArrowLeft") } else { ("ArrowLeft", "ArrowRight") };
        let moved = |to: Option<usize>| {
            if let Some(to) = to {
                actions.now(Edit::MoveSentence { from: index, to });
                focus_strip(to);
            }
        };
        match (key.as_str(), event.alt_key()) {
            ("ArrowUp", true) => moved(index.checked_sub(1)),
            // Where there is no sentence below, the edit would be refused.
            ("ArrowDown", true) => moved(strip_at(index + 1).map(|_| index + 1)),
            ("ArrowUp", false) => focus_beside(&chip, index.checked_sub(1)),
            ("ArrowDown", false) => focus_beside(&chip, Some(index + 1)),
            (key, false) if key == before => focus_element(chip.previous_element_sibling()),
            (key, false) if key == behind => focus_element(chip.next_element_sibling()),
            ("Home", false) => {
                focus_element(chip.parent_element().and_then(|all| all.first_element_child()));
            }
            ("End", false) => {
                focus_element(chip.parent_element().and_then(|all| all.last_element_child()));
            }
            ("Delete" | "Backspace", false) => {
                if let Some(place) = place.filter(|place| example.at(place.position).is_some()) {
                    actions.now(Edit::Deselect(Scope::Position(place)));
                }
            }
            ("F2", false) if !is_locked(Locked::Text) => write.set(Some(index)),
            ("ContextMenu", false) => place.into_iter().for_each(chip_menu::open),
            _ => return,
        }
        event.prevent_default();
    })
}

fn chip_of(event: &KeyboardEvent) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(".chip").ok()?
}

fn strip_at(index: usize) -> Option<Element> {
    dom::find(&format!(".chip[data-place^=\"{}:\"]", index + 1))
}

fn focus_element(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The token of another sentence that stands nearest above or below.
fn focus_beside(chip: &Element, index: Option<usize>) {
    let Some(other) = index.and_then(strip_at) else { return };
    let middle = |element: &Element| {
        let place = element.get_bounding_client_rect();
        place.left() + place.width() / 2.0
    };
    let wanted = middle(chip);
    let mut nearest: Option<(f64, Element)> = None;
    let mut next = Some(other);
    while let Some(token) = next {
        let distance = (middle(&token) - wanted).abs();
        if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
            nearest = Some((distance, token.clone()));
        }
        next = token.next_element_sibling();
    }
    focus_element(nearest.map(|(_, token)| token));
}
