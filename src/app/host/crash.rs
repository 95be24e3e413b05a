//! Keeps a person's work through a panic and the reload after it.
//!
//! A panic ends the app but not the page: `static/start.js` hears of it, puts the document, as it
//! was when it was last drawn, into the history entry's state, and offers to reload. The next start
//! takes it from there.

use std::cell::RefCell;

use masklab::core::document::Document;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

thread_local! {
    /// The document as it was last drawn without a panic.
    static DRAWN: RefCell<Option<Document>> = const { RefCell::new(None) };
}

/// Tells the page of any panic from now on.
pub(crate) fn watch() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from(panic.to_string()));
        let init = CustomEventInit::new();
        if let Some(document) = drawn() {
            init.set_detail(&JsValue::from(document.to_json()));
        }
        if let (Some(window), Ok(event)) =
            (web_sys::window(), CustomEvent::new_with_event_init_dict("masklab:panic", &init))
        {
            // Nobody is left to be told that the page could not be told.
            let _ = window.dispatch_event(&event);
        }
    }));
}

/// Remembers what is on the page now. Whatever an earlier panic left has been drawn by then and
/// is no longer needed.
pub(crate) fn remember(document: Document) {
    let first = DRAWN.with(|drawn| drawn.replace(Some(document)).is_none());
    if first && let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Where this fails, the next start finds the same work again.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", None);
    }
}

/// The document as it was last drawn.
pub(crate) fn drawn() -> Option<Document> {
    DRAWN.with(|drawn| drawn.try_borrow().ok().and_then(|drawn| drawn.clone()))
}

/// The work that a panic before this start has left, if there is any that can be read.
pub(crate) fn left_behind() -> Option<Document> {
    let history = web_sys::window()?.history().ok()?;
    let json = history.state().ok()?.as_string()?;
    Some(Document::from_json(&json).ok()?.document)
}
