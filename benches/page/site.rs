//! The built page as it is measured: unchanged, with headers that give the page a fine clock.

use std::{env, path::PathBuf};

use xtask::server::{Running, Server};

/// A page with nothing in it, from which the storage of the real one can be filled.
pub(crate) const EMPTY_PATH: &str = "/__empty.html";
pub(crate) const EMPTY: &str =
    "<!doctype html><title>Empty</title><link rel=\"icon\" href=\"data:,\">";

/// The running server of the page.
pub(crate) struct Site(Running);

impl Site {
    /// Serves the build in the folder that the variable `MASKLAB_DIST` names.
    pub(crate) fn open() -> Self {
        let dist = PathBuf::from(env::var_os("MASKLAB_DIST").expect("MASKLAB_DIST names a folder"));
        let server = Server::bind(&dist, "127.0.0.1:0").expect("the folder can be served");
        let server = server
            // A page that shares its process with no other origin has a clock of 5 µs instead of 100.
            .with_header("Cross-Origin-Opener-Policy", "same-origin")
            .with_header("Cross-Origin-Embedder-Policy", "require-corp")
            .with_file(EMPTY_PATH, EMPTY, "text/html; charset=utf-8");
        Self(server.serve_in_background())
    }

    /// The address of the page, without a slash at the end.
    pub(crate) fn url(&self) -> String {
        self.0.url()
    }
}
