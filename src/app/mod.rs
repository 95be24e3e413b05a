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

/// Whether this is the whole app, or the first module of it: the page comes in two steps, and what the
/// first one does not need is left out of it by the linker.
const WORKSHOP: bool = cfg!(feature = "workshop");

/// Marks, as `data-later`, what only the whole app can do: the first module leaves it to `static/start.js`
/// to press it again when that has arrived.
const LATER: Option<&str> = if WORKSHOP { None } else { Some("") };

/// Takes over the page.
pub(crate) fn start() {
    host::crash::watch();
    host::theme::Theme::kept().show();
    let found = if WORKSHOP { host::handover::ask() } else { None };
    if WORKSHOP {
        words::speak(words::kept());
    }
    if let Some(root) = host::dom::find::<web_sys::Element>("#app") {
        // What stood there before, the first time that something is drawn.
        root.set_inner_html("");
        let properties = shell::AppProps { found };
        let app = yew::Renderer::<shell::App>::with_root_and_props(root, properties).render();
        if !WORKSHOP {
            host::handover::offer(app);
        }
    }
}
