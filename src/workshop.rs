//! Starts the whole page. Trunk compiles this to a WebAssembly module of its own, which takes over from
//! the first one (`main.rs`) when it has arrived.

#[cfg(target_arch = "wasm32")]
mod app;

#[cfg(target_arch = "wasm32")]
fn main() {
    app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
