//! The page as all that is on the screen.

use super::dom;

/// Whether a browser lets the page fill the screen: in a frame, the page around it has to allow it.
pub(crate) fn is_possible() -> bool {
    dom::document().is_some_and(|document| document.fullscreen_enabled())
}

/// Fills the screen, or does so no longer.
pub(crate) fn toggle() {
    let Some(document) = dom::document() else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if is_possible()
        && let Some(root) = document.document_element()
    {
        // Refused without a person's key or click; then nothing is lost.
        let _ = root.request_fullscreen();
    }
}
