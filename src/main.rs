//! Starts the whole page. Trunk compiles this to a WebAssembly module, which takes over from the first
//! one (`src/first`) when it has arrived; natively there is nothing to start.

#[cfg(target_arch = "wasm32")]
mod app;

#[cfg(target_arch = "wasm32")]
fn main() {
    app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!(
        "This program is the page and runs in a browser: `cargo xtask serve` builds and serves it."
    );
    std::process::ExitCode::FAILURE
}
