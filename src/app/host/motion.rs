//! Whether a person wishes for little motion.

/// Whether what moves by itself is welcome.
pub(crate) fn is_welcome() -> bool {
    let query = |window: web_sys::Window| {
        window.match_media("(prefers-reduced-motion: reduce)").ok().flatten()
    };
    !web_sys::window().and_then(query).is_some_and(|query| query.matches())
}
