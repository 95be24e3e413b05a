//! Keys that work on the whole page.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

use crate::app::{
    host::{
        dom::{self, Listener},
        frames::Actions,
    },
    store::Action,
};

/// Ctrl+Z and its likes, until it is dropped. In a field of text they are the browser's own.
pub(super) fn listen(actions: &Actions) -> Option<Listener> {
    let actions = actions.clone();
    Some(Listener::new(dom::document()?, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_text = target.is_some_and(|element| {
            element.matches("textarea, input[type=text], select, dialog *").unwrap_or_default()
        });
        if is_text || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Action::Undo,
            ("z", true) | ("y", false) => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        actions.now(action);
    }))
}
