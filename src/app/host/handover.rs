//! How the page's first module hands the work over to the whole app.
//!
//! The whole app, when it starts, sends an event with an empty object; the first module, if it is
//! there, puts the document into it as a JSON file and takes itself out of the page. All of that happens
//! between two frames.

use std::cell::RefCell;

use js_sys::{Object, Reflect};
use masklab::core::document::Document;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CustomEvent, CustomEventInit};
use yew::{AppHandle, html::BaseComponent};

use super::{crash, dom::Listener};

const EVENT: &str = "masklab:hand-over";
const DOCUMENT: &str = "document";

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Hands the work over and leaves the page when it is asked to.
pub(crate) fn offer<App: BaseComponent>(app: AppHandle<App>) {
    let Some(window) = web_sys::window() else { return };
    let app = RefCell::new(Some(app));
    let listener = Listener::new(window, EVENT, move |event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail).unwrap_or_default();
        if let Some(document) = crash::drawn() {
            // The object is the asker's own, and takes any field.
            let _ = Reflect::set(&detail, &DOCUMENT.into(), &document.to_json().into());
        }
        if let Some(app) = app.take() {
            app.destroy();
        }
    });
    LISTENER.set(Some(listener));
}

/// Asks for the work of the module that is there, and gets it out of the page.
pub(crate) fn ask() -> Option<Document> {
    let window = web_sys::window()?;
    let detail = Object::new();
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    let event = CustomEvent::new_with_event_init_dict(EVENT, &init).ok()?;
    window.dispatch_event(&event).ok()?;
    let json: JsValue = Reflect::get(&detail, &DOCUMENT.into()).ok()?;
    Some(Document::from_json(&json.as_string()?).ok()?.document)
}
