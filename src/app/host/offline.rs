//! The newer version of the page that waits, through `static/offline.js`. There is none where the page is in
//! a frame, or comes from a folder without a worker.

use web_sys::CustomEvent;

use super::dom::{self, Listener};

/// Whether a newer version waits.
pub(crate) fn is_newer() -> bool {
    dom::root().is_some_and(|root| root.has_attribute("data-newer"))
}

/// Tells of it as soon as one does.
pub(crate) fn follow(told: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(web_sys::window()?, "masklab:newer", move |_| told()))
}

/// Loads the page again, in the newer version.
pub(crate) fn renew() {
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new("masklab:renew")) {
        // It has a type, and is not being dispatched already.
        let _ = window.dispatch_event(&event);
    }
}
