//! One identity for each selected position: pointing at it anywhere lights it up everywhere.
//!
//! Chips, slider groups, bars, points and terms carry the same `data-place`. What the pointer or the
//! focus is on is marked with `data-lit` in all of them, and symbols of a formula light up, by a rule
//! of the style sheet, what they stand for. It is done here and not by drawing anew, since a pointer
//! moves more often than numbers do, and `data-lit` is no attribute of any component.

use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::{
    dom::{self, Listener},
    frames::Actions,
};
use crate::app::{store::Action, widgets::place_named};

/// What looks at its place when it is pressed; chips do so themselves.
const CHOOSES: &str = "svg [data-place], .term[data-place]";
const PLACE: &str = "data-place";
const LIT: &str = "data-lit";
const SYMBOL: &str = "data-symbol";

/// Follows the pointer and the focus until it is dropped, and looks at what is pressed in a plot or in
/// the equation.
pub(crate) fn follow(actions: &Actions) -> Vec<Listener> {
    let Some(document) = dom::document() else { return Vec::new() };
    let actions = actions.clone();
    let choose = Listener::new(document.clone(), "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let pressed = target.and_then(|target| target.closest(CHOOSES).ok()?);
        let name = pressed.and_then(|pressed| pressed.get_attribute(PLACE));
        if let Some(place) = name.and_then(|name| place_named(&name)) {
            actions.now(Action::Choose(place));
        }
    });
    let listen = |event| {
        Listener::new(document.clone(), event, move |event| {
            light(event.target().and_then(|target| target.dyn_into::<Element>().ok()).as_ref());
        })
    };
    vec![listen("pointerover"), listen("focusin"), choose]
}

/// Lights up what an element belongs to, and nothing else.
fn light(element: Option<&Element>) {
    let at = |attribute: &str| {
        let around = element?.closest(&format!("[{attribute}]")).ok()??;
        around.get_attribute(attribute)
    };
    mark_places(at(PLACE).as_deref());
    if let Some(root) = dom::root() {
        let _ = match at(SYMBOL) {
            Some(symbol) => root.set_attribute("data-lit-symbol", &symbol),
            None => root.remove_attribute("data-lit-symbol"),
        };
    }
}

fn mark_places(place: Option<&str>) {
    let Some(document) = dom::document() else { return };
    let all = |selector: &str| {
        let found = document.query_selector_all(selector).ok();
        let count = found.as_ref().map_or(0, web_sys::NodeList::length);
        (0..count)
            .filter_map(move |index| found.as_ref()?.item(index)?.dyn_into::<Element>().ok())
            .collect::<Vec<_>>()
    };
    for element in all(&format!("[{LIT}]")) {
        if element.get_attribute(PLACE).as_deref() != place {
            let _ = element.remove_attribute(LIT);
        }
    }
    if let Some(place) = place {
        // A place is two numbers: nothing in it could end the selector.
        for element in all(&format!("[{PLACE}=\"{place}\"]")) {
            let _ = element.set_attribute(LIT, "");
        }
    }
}
