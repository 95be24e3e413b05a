//! Keeps a person's work through a panic and the reload after it.
//!
//! A panic ends the app but not the page: `static/start.js` hears of it, puts the document, as it
//! was when it was last drawn, into the history entry's state, and offers to reload. The next start
//! takes it from there.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, JSON, Reflect};
use masklab::core::{
    document::{Change, Document, Edit, ModelId},
    math::Distribution,
    objective::Place,
    text::{Corruption, Position},
};
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
        let drawn = DRAWN.with(|drawn| drawn.try_borrow().ok().and_then(|drawn| drawn.clone()));
        let init = CustomEventInit::new();
        if let Some(document) = drawn {
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

/// The work that a panic before this start has left, if there is any that can be read.
pub(crate) fn left_behind() -> Option<Document> {
    let history = web_sys::window()?.history().ok()?;
    let json = history.state().ok()?.as_string()?;
    restored(&JSON::parse(&json).ok()?)
}

/// The document in a file that this page has written, as far as the page can change one. It is read
/// by the browser: a reader of any file, with a word about each fault, would be a tenth of the first
/// load.
fn restored(file: &JsValue) -> Option<Document> {
    let dataset = items(file, "dataset");
    let text: String = dataset.iter().filter_map(|entry| get(entry, "text").as_string()).collect();
    let mut document = Document::default().apply(&Edit::SetText(text)).ok()?;
    for (sentence, entry) in dataset.iter().enumerate() {
        for selected in items(entry, "selected") {
            let number = get(&selected, "position").as_f64()?;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a position as this page has written it"
            )]
            let place = Place { sentence, position: Position::new(number as u32)? };
            let mut edits = vec![Edit::Select { place, corruption: Corruption::Mask }];
            for prediction in items(&selected, "predictions") {
                let row = |row: &JsValue| {
                    let word = get(row, "word").as_string()?;
                    Some((word.into(), get(row, "probability").as_f64()?))
                };
                let rows = items(&prediction, "rows");
                let rows = Distribution::new(rows.iter().filter_map(row)).ok()?;
                let change = Change::Replace(Rc::new(rows));
                edits.push(Edit::Predict { model: ModelId::default(), place, change });
            }
            for edit in edits {
                document = document.apply(&edit).ok()?;
            }
        }
    }
    Some(document)
}

fn get(object: &JsValue, field: &str) -> JsValue {
    Reflect::get(object, &JsValue::from(field)).unwrap_or_default()
}

fn items(object: &JsValue, field: &str) -> Vec<JsValue> {
    let list = get(object, field);
    if list.is_undefined() { Vec::new() } else { Array::from(&list).to_vec() }
}
