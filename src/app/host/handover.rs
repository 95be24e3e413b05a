//! How the first view hands its work over to the whole app.
//!
//! The whole app, when it starts, sends an event with an empty object; `src/first`, if it is there, puts
//! the rows of its prediction into it. All of that happens between two frames.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use masklab::core::{
    document::{Change, Document, Edit, ModelId},
    math::Distribution,
};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The event, and the field of its object: pairs of a word and its probability.
const EVENT: &str = "masklab:hand-over";
const ROWS: &str = "rows";

/// What has been set in the first view, if anything has.
pub(crate) fn ask() -> Option<Edit> {
    let detail = Object::new();
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    let event = CustomEvent::new_with_event_init_dict(EVENT, &init).ok()?;
    web_sys::window()?.dispatch_event(&event).ok()?;
    let rows = Reflect::get(&detail, &ROWS.into()).ok().filter(JsValue::is_object)?;
    let pair = |row: JsValue| {
        let row = Array::from(&row);
        Some((Rc::from(row.get(0).as_string()?), row.get(1).as_f64()?))
    };
    let rows = Distribution::new(Array::from(&rows).iter().filter_map(pair)).ok()?;
    let report = Document::course_item().report();
    let (place, _) = report.terms().next()?;
    let change = Change::Replace(Rc::new(rows));
    Some(Edit::Predict { model: ModelId::default(), place, change })
}
