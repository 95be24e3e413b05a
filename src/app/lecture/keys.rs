//! The keys of a presenter and of a clicker, as decks of slides have them.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::{Above, Command, Course};
use crate::app::host::dom::{self, Listener};

/// Follows the keys as long as the lecture is there.
#[hook]
pub(super) fn use_keys(now: Course, command: Callback<Command>) {
    let state = use_mut_ref(|| (now, command.clone()));
    // The newest: the listener stays.
    state.replace((now, command));
    use_effect_with((), move |()| {
        let listener = dom::document().map(|document| {
            let state = Rc::clone(&state);
            Listener::new(document, "keydown", move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let (now, command) = state.borrow().clone();
                if let Some(asked) = asked(event, now) {
                    event.prevent_default();
                    command.emit(asked);
                }
            })
        });
        move || drop(listener)
    });
}

/// What a key asks for, if anything.
fn asked(event: &KeyboardEvent, now: Course) -> Option<Command> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_on = |selector| {
        target.as_ref().is_some_and(|element| element.matches(selector).unwrap_or_default())
    };
    let key = event.key();
    // Whatever is pressed, a blank screen comes back.
    if now.above == Above::Blank {
        return Some(Command::Blank);
    }
    let command = match &*key {
        // What has the focus is pressed by it.
        " " if is_on("button, input, summary, a") => return None,
        " " if event.shift_key() => Command::Previous,
        "PageDown" | "ArrowRight" | "ArrowDown" | " " => Command::Next,
        "PageUp" | "ArrowLeft" | "ArrowUp" => Command::Previous,
        "Home" => Command::First,
        "End" => Command::Last,
        "Escape" => Command::Close,
        key if now.letters => return letter(key),
        _ => return None,
    };
    Some(command)
}

/// What a single letter asks for.
fn letter(key: &str) -> Option<Command> {
    Some(match key {
        "n" | "N" => Command::Next,
        "p" | "P" => Command::Previous,
        "b" | "B" | "." => Command::Blank,
        "f" | "F" => Command::Fullscreen,
        "q" | "Q" => Command::Code,
        "?" => Command::Help,
        _ => return None,
    })
}
