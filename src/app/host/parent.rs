//! The page around this one, through `static/embed.js`: what it asks for and is told of. Nothing of it
//! happens where the page is in no frame.

use js_sys::{Function, Reflect};
use masklab::core::document::Document;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::CustomEvent;

use super::{dom::Listener, hand_out};

/// The state as the page around this one keeps it: a link's fragment, or where that would be too long, a
/// file.
pub(crate) fn state(document: &Document) -> String {
    document.to_link().unwrap_or_else(|_| document.to_json())
}

/// Answers what is asked for: the state; another one to be opened, of which it is said why it is refused; or
/// a plot by its name, as SVG, of which it is said if there is none.
pub(crate) fn answer(
    state: impl Fn() -> String + 'static,
    open: impl Fn(&str) -> Result<(), String> + 'static,
    plot: impl Fn(&str) -> Result<String, String> + 'static,
) -> Option<[Listener; 3]> {
    let window = web_sys::window()?;
    let get = Listener::new(window.clone(), "masklab:get-state", move |event| {
        if let Some(event) = event.dyn_ref::<CustomEvent>() {
            put(event, "state", &state());
        }
    });
    let set = Listener::new(window.clone(), "masklab:set-state", move |event| {
        let Some(event) = event.dyn_ref::<CustomEvent>() else { return };
        let wanted = Reflect::get(&event.detail(), &"state".into()).ok();
        if let Some(Err(refusal)) =
            wanted.and_then(|state| state.as_string()).map(|state| open(&state))
        {
            put(event, "refusal", &refusal);
        }
    });
    let image = Listener::new(window, "masklab:draw", move |event| {
        let Some(event) = event.dyn_ref::<CustomEvent>() else { return };
        let field = |name: &str| Reflect::get(&event.detail(), &name.into()).ok();
        let text = |name: &str| field(name).and_then(|value| value.as_string()).unwrap_or_default();
        let Some(done) = field("resolve").and_then(|done| done.dyn_into::<Function>().ok()) else {
            return;
        };
        // What takes a promise's result does not throw.
        let tell = move |result: &str| drop(done.call1(&JsValue::NULL, &result.into()));
        match (plot(&text("plot")), &*text("format")) {
            (Err(refusal), _) => put(event, "refusal", &refusal),
            (Ok(svg), "svg") => tell(&svg),
            (Ok(svg), "png") => hand_out::draw(&svg, move |canvas| {
                tell(&canvas.to_data_url().unwrap_or_default());
            }),
            (Ok(_), _) => put(event, "refusal", "a format is \"svg\" or \"png\""),
        }
    });
    Some([get, set, image])
}

fn put(event: &CustomEvent, name: &str, text: &str) {
    // The object is the asking script's, which made it for that.
    let _ = Reflect::set(&event.detail(), &name.into(), &text.into());
}

/// The window of the page around this one, if there is one.
fn around() -> Option<web_sys::Window> {
    let window = web_sys::window()?;
    let parent = window.parent().ok()??;
    (!js_sys::Object::is(&parent, &window)).then_some(parent)
}

/// Whether there is a page around this one.
pub(crate) fn is_around() -> bool {
    around().is_some()
}

/// Asks the deck of slides around this page for its next slide ("next") or the one before ("prev"), as
/// reveal.js understands it. Where there is no deck, nothing happens.
pub(crate) fn ask_deck(method: &str) {
    if let Some(parent) = around() {
        // What is said is no secret, and the deck may be of any origin.
        let _ = parent.post_message(&format!(r#"{{"method":"{method}"}}"#).into(), "*");
        // From now on, the keys are the deck's.
        let _ = parent.focus();
    }
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
