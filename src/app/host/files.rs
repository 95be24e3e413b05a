//! Files that a person gives: their text, once the browser has read it.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::{JsValue, closure::Closure};
use web_sys::File;

/// Reads a file as text and hands it on. A file that cannot be read, as when it was moved in between,
/// gives nothing.
pub(crate) fn read(file: &File, done: impl FnOnce(Option<String>) + 'static) {
    // Either of the two callbacks is called, once.
    let done = Rc::new(RefCell::new(Some(done)));
    let callback = |done: Rc<RefCell<Option<_>>>| {
        Closure::once_into_js(move |value: JsValue| {
            let done = done.take();
            if let Some(done) = done {
                let done: Box<dyn FnOnce(Option<String>)> = Box::new(done);
                done(value.as_string());
            }
        })
    };
    let (read, failed) = (callback(done.clone()), callback(done));
    let (read, failed) = (js_sys::Function::from(read), js_sys::Function::from(failed));
    let text: JsValue = file.text().into();
    if let Ok(then) = js_sys::Reflect::get(&text, &"then".into()) {
        // A promise's `then` does not throw.
        let _ = js_sys::Function::from(then).call2(&text, &read, &failed);
    }
}
