//! The page: Yew components that show the core's report and send it edits.
//!
//! It holds no number of its own. A gesture becomes an [`Edit`](masklab::core::document::Edit),
//! the [`store`] applies it, and every panel is drawn from what the core makes of the document.

use masklab::core::setup::Setup;

mod charts;
mod compare;
mod dataset;
mod equation;
mod host;
mod lecture;
mod prediction;
mod setup;
mod shell;
mod store;
mod training;
mod widgets;
mod words;

/// What the page takes in bytes, beside its own constants, where sentences are few and the way back has
/// all its steps. WebAssembly's memory grows and never shrinks; so it has that room from the start, and
/// stays as it is.
const ROOM: usize = 1024 * 1024;

/// Takes over the page from its first view, which `src/first` has kept alive.
pub(crate) fn start() {
    host::crash::watch();
    host::style::add();
    drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM)));
    let (setup, faults) = Setup::from_query(&host::address::query());
    host::theme::show(setup.theme.unwrap_or_else(host::theme::kept));
    words::speak(setup.language.unwrap_or_else(words::kept));
    let said: Vec<String> = faults.iter().map(|fault| fault.say(words::language())).collect();
    setup::keep_to(setup);
    let moved = host::handover::ask();
    if let Some(root) = host::dom::find::<web_sys::Element>("#app") {
        root.set_inner_html("");
        let properties = shell::AppProps { moved, left_out: said.join(". ") };
        yew::Renderer::<shell::App>::with_root_and_props(root, properties).render();
    }
}
