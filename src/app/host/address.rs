//! The address of the page: its query sets how the page opens, and its fragment, which never reaches a
//! server, carries the work.

use masklab::core::{setup::Setup, share};
use wasm_bindgen::JsValue;

use super::dom::Listener;

/// What stands behind the `?`.
pub(crate) fn query() -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    search.unwrap_or_default()
}

/// What stands behind the `#`, if anything does.
pub(crate) fn fragment() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    hash.strip_prefix('#').filter(|fragment| !fragment.is_empty()).map(str::to_owned)
}

/// The whole address.
pub(crate) fn whole() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The address without what a teacher has set: the page as it is by itself, with the same work.
pub(crate) fn without_query() -> String {
    share::address(&whole(), &Setup::default(), &fragment().unwrap_or_default())
}

/// Puts something behind the `#`, or takes it away, without a step in the browser's history. Where a
/// browser does not allow it, as one does that is asked too often, the address stays as it is.
pub(crate) fn put(fragment: Option<&str>) {
    let Some(window) = web_sys::window() else { return };
    let Ok(history) = window.history() else { return };
    let href = whole();
    let page = href.split('#').next().unwrap_or_default();
    let address = match fragment {
        Some(fragment) => format!("{page}#{fragment}"),
        None => page.to_owned(),
    };
    // What a panic would leave there is kept in the entry's state.
    let state = history.state().unwrap_or(JsValue::NULL);
    let _ = history.replace_state_with_url(&state, "", Some(&address));
}

/// Tells when a person or a host changes the fragment; not when [`put`] does.
pub(crate) fn follow(changed: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(web_sys::window()?, "hashchange", move |_| changed()))
}
