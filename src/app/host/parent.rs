//! The page around this one, through `static/embed.js`: what it asks for and is told of. Nothing of it
//! happens where the page is in no frame.

use js_sys::Reflect;
use masklab::core::document::Document;
use wasm_bindgen::JsCast as _;
use web_sys::CustomEvent;

use super::dom::Listener;

/// The state as the page around this one keeps it: a link's fragment, or where that would be too long, a
/// file.
pub(crate) fn state(document: &Document) -> String {
    document.to_link().unwrap_or_else(|_| document.to_json())
}

/// Answers what is asked for: the state, or another one to be opened, of which it is said why it is refused.
pub(crate) fn answer(
    state: impl Fn() -> String + 'static,
    open: impl Fn(&str) -> Result<(), String> + 'static,
) -> Option<(Listener, Listener)> {
    let window = web_sys::window()?;
    let put = |event: &CustomEvent, name: &str, text: &str| {
        // The object is the asking script's, which made it for that.
        let _ = Reflect::set(&event.detail(), &name.into(), &text.into());
    };
    let get = Listener::new(window.clone(), "masklab:get-state", move |event| {
        if let Some(event) = event.dyn_ref::<CustomEvent>() {
            put(event, "state", &state());
        }
    });
    let set = Listener::new(window, "masklab:set-state", move |event| {
        let Some(event) = event.dyn_ref::<CustomEvent>() else { return };
        let wanted = Reflect::get(&event.detail(), &"state".into()).ok();
        if let Some(Err(refusal)) =
            wanted.and_then(|state| state.as_string()).map(|state| open(&state))
        {
            put(event, "refusal", &refusal);
        }
    });
    Some((get, set))
}

/// Tells that the app is there.
pub(crate) fn tell_ready() {
    tell("masklab:ready");
}

/// Tells that the work has changed, and rests.
pub(crate) fn tell_change() {
    tell("masklab:change");
}

fn tell(event: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new(event)) {
        // Nobody has to listen.
        let _ = window.dispatch_event(&event);
    }
}
