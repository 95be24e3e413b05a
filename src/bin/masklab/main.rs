//! The command line: what the core makes of a file, without a browser.

#[cfg(not(target_arch = "wasm32"))]
mod command;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

/// In a browser there is no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
