//! The built page as the tests serve it: unchanged, but with the probe before everything else.

use std::{
    fs,
    path::{Path, PathBuf},
};

use xtask::server::{Running, Server};

use crate::hosts::with_hosts;
use crate::probe;

/// A page with the page in a frame as wide as a phone: no window of a desktop's browser gets as narrow
/// in all three engines (Firefox stops at 500 pixels). The frame is low enough to be in the window as a
/// whole, since Firefox clicks past what is not.
pub(crate) const PHONE_PATH: &str = "/__phone.html";
pub(crate) const PHONE_WIDTH: u32 = 390;
const PHONE: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Phone</title><link rel="icon" href="data:,">
<iframe src="./index.html" title="MaskLab" width="390" height="600" style="border: 0"></iframe>"#;

/// A page with nothing on it.
pub(crate) const EMPTY_PATH: &str = "/__empty.html";
const EMPTY: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,">"#;

/// The running server of the page.
#[derive(Debug)]
pub(crate) struct Site(Running);

impl Site {
    /// Serves the build in `dist`, or in the folder that the variable `MASKLAB_DIST` names.
    pub(crate) fn open() -> Result<Self, String> {
        Self::of(&dist())
    }

    /// Serves the same build from another folder, without the whole app: what is left is the first view.
    pub(crate) fn without_the_app(folder: &Path) -> Result<Self, String> {
        let copied = fs::create_dir_all(folder).and_then(|()| {
            for entry in fs::read_dir(dist())? {
                let entry = entry?;
                if !entry.file_name().to_string_lossy().starts_with("masklab-page") {
                    fs::copy(entry.path(), folder.join(entry.file_name()))?;
                }
            }
            // What is there instead cannot be compiled. Were nothing there, the browser would complain.
            fs::write(folder.join("masklab-page.js"), "export default null;")?;
            fs::write(folder.join("masklab-page_bg.wasm"), "")
        });
        copied.map_err(|error| error.to_string())?;
        Self::of(folder)
    }

    /// Serves the build with a content policy in the header that allows scripts and no WebAssembly.
    pub(crate) fn refusing_wasm() -> Result<Self, String> {
        let server = Self::server(&dist())?
            .with_header("Content-Security-Policy", "script-src 'self' 'unsafe-inline'");
        Ok(Self(server.serve_in_background()))
    }

    fn of(dist: &Path) -> Result<Self, String> {
        Ok(Self(Self::server(dist)?.serve_in_background()))
    }

    fn server(dist: &Path) -> Result<Server, String> {
        let index = dist.join("index.html");
        if !index.is_file() {
            return Err(format!("{} is not there: run `cargo xtask build` first", index.display()));
        }
        let server = Server::bind(dist, "127.0.0.1:0")
            .map_err(|error| format!("no server for {}: {error}", dist.display()))?
            .with_html(|html| with_probe(&html))
            .with_file(probe::PATH, probe::SCRIPT, "text/javascript; charset=utf-8")
            .with_file(PHONE_PATH, PHONE, "text/html; charset=utf-8")
            // A frame in a sandbox has no origin: to it, its own page is another one's.
            .with_header("Access-Control-Allow-Origin", "*")
            .with_file(EMPTY_PATH, EMPTY, "text/html; charset=utf-8");
        // The same server by another name is another origin.
        let page = server.url().replace("127.0.0.1", "localhost") + "/";
        with_hosts(server, &page, with_probe)
    }

    /// The address of the page, without a slash at the end.
    pub(crate) fn url(&self) -> String {
        self.0.url()
    }
}

/// The folder with the built page.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("MASKLAB_DIST")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from)
}

fn with_probe(html: &str) -> String {
    with_first(html, &format!(r#"<script src="{}"></script>"#, probe::PATH))
}

/// A page with something before everything else in it.
pub(crate) fn with_first(html: &str, first: &str) -> String {
    // A minified page may leave out the tags of the head, which begins after the root's tag.
    let root = html.find("<html").expect("a page has a root");
    let length = html[root..].find('>').expect("its tag ends") + 1;
    let (before, after) = html.split_at(root + length);
    format!("{before}{first}{after}")
}
