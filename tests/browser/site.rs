//! The built page as the tests serve it: unchanged, but with the probe before everything else.

use std::{
    fs,
    path::{Path, PathBuf},
};

use xtask::server::{Running, Server};

use crate::probe;

/// A page with the page in a frame as wide as a phone: no window of a desktop's browser gets as narrow
/// in all three engines (Firefox stops at 500 pixels). The frame is low enough to be in the window as a
/// whole, since Firefox clicks past what is not.
pub(crate) const PHONE_PATH: &str = "/__phone.html";
pub(crate) const PHONE_WIDTH: u32 = 390;
const PHONE: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Phone</title><link rel="icon" href="data:,">
<iframe src="./index.html" title="MaskLab" width="390" height="600" style="border: 0"></iframe>"#;

/// Another page with the page as a part of it; with `?other`, that comes from another origin, and with
/// `?sandbox`, it is in a sandbox without any.
pub(crate) const HOST_PATH: &str = "/__host.html";
/// What is opened there.
pub(crate) const HOST_LINK: &str = "v=1&t=A+dog+barks.&a=2&p2=dog:.25,cat:.75";
const HOST: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
<body><script>
window.heard = [];
const frame = document.createElement("iframe");
frame.title = "MaskLab";
frame.style = "width: 100%; border: 0; height: 150px";
addEventListener("message", ({ data }) => {
  window.heard.push(data);
  if (data?.event === "resize") frame.style.height = `${data.height}px`;
});
const is = (way) => location.search === `?${way}`;
if (is("sandbox")) frame.sandbox = "allow-scripts";
const origin = is("other") ? location.origin.replace("127.0.0.1", "localhost") : location.origin;
frame.src = `${origin}/index.html?embed=1#HOST_LINK`;
document.body.append(frame);
</script>"#;

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

    fn of(dist: &Path) -> Result<Self, String> {
        let index = dist.join("index.html");
        if !index.is_file() {
            return Err(format!("{} is not there: run `cargo xtask build` first", index.display()));
        }
        let server = Server::bind(dist, "127.0.0.1:0")
            .map_err(|error| format!("no server for {}: {error}", dist.display()))?
            .with_html(|html| with_probe(&html))
            .with_file(probe::PATH, probe::SCRIPT, "text/javascript; charset=utf-8")
            .with_file(PHONE_PATH, PHONE, "text/html; charset=utf-8")
            .with_file(HOST_PATH, HOST.replace("HOST_LINK", HOST_LINK), "text/html; charset=utf-8")
            // A frame in a sandbox has no origin: to it, its own page is another one's.
            .with_header("Access-Control-Allow-Origin", "*")
            .with_file(EMPTY_PATH, EMPTY, "text/html; charset=utf-8");
        Ok(Self(server.serve_in_background()))
    }

    /// The address of the page, without a slash at the end.
    pub(crate) fn url(&self) -> String {
        self.0.url()
    }
}

fn dist() -> PathBuf {
    std::env::var_os("MASKLAB_DIST")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from)
}

fn with_probe(html: &str) -> String {
    // A minified page may leave out the tags of the head, which begins after the root's tag.
    let root = html.find("<html").expect("index.html has a root");
    let length = html[root..].find('>').expect("its tag ends") + 1;
    let (before, after) = html.split_at(root + length);
    format!(r#"{before}<script src=".{}"></script>{after}"#, probe::PATH)
}
