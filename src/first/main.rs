//! The first view, kept alive until the whole app has arrived.
//!
//! `static/first.html` is what the whole app draws when it opens: a finished example, which can be read
//! before any program has been fetched. This small module lets its sliders be moved meanwhile. It has no
//! components: it applies the same Edits to the same core, and writes what follows from them into the
//! elements that are there. Whatever else is pressed waits for the whole app (see `static/start.js`),
//! which a test holds against `first.html`.

#[cfg(target_arch = "wasm32")]
mod draw;
#[cfg(target_arch = "wasm32")]
mod nodes;
#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(target_arch = "wasm32")]
fn main() {
    // Without the page that it was made for there is nothing to keep alive.
    let _ = page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
