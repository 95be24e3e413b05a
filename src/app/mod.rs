//! The page: Yew components that show the core's report and send it edits.
//!
//! It holds no number of its own. A gesture becomes an [`Edit`](masklab::core::document::Edit),
//! the [`store`] applies it, and every panel is drawn from what the core makes of the document.

mod charts;
mod compare;
mod dataset;
mod equation;
mod host;
mod prediction;
mod shell;
mod store;
mod training;
mod widgets;
mod words;

/// Takes over the page.
pub(crate) fn start() {
    host::crash::watch();
    host::theme::Theme::kept().show();
    words::speak(words::kept());
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<shell::App>::with_root(root).render();
    }
}
