//! Finding elements, and listening to the whole page.

use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Document, Element, EventTarget, HtmlElement};

pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element around the whole page, `<html>`.
pub(crate) fn root() -> Option<Element> {
    document()?.document_element()
}

/// Gives an element the focus, if there is one.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = find::<HtmlElement>(selector) {
        // An element that cannot have the focus is left alone.
        let _ = element.focus();
    }
}

/// A new element that stands nowhere yet.
pub(crate) fn create<T: wasm_bindgen::JsCast>(name: &str) -> Option<T> {
    document()?.create_element(name).ok()?.dyn_into().ok()
}

/// The first element that a selector names.
pub(crate) fn find<T: wasm_bindgen::JsCast>(selector: &str) -> Option<T> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Listens to an event of the whole page until it is dropped.
pub(crate) struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn Fn(web_sys::Event)>,
}

impl Listener {
    pub(crate) fn new(
        target: impl Into<EventTarget>,
        event: &'static str,
        listen: impl Fn(web_sys::Event) + 'static,
    ) -> Self {
        let target = target.into();
        let callback = Closure::<dyn Fn(web_sys::Event)>::new(listen);
        // Adding a listener cannot fail.
        let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
        Self { target, event, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, callback);
    }
}
