//! Other people's pages, as the tests serve them: the examples of `docs/embed`, and pages that do what the
//! scripts of a platform do. The page in their frames comes from another origin, as it does in life.

use std::path::Path;

use xtask::server::Server;
use xtask::{EXAMPLES_PATH, PAGE_OF_THE_EXAMPLES};

use crate::packages::REVEAL;

/// A page with the page as a part of it; with `?other`, that comes from another origin; with `?sandbox`, it
/// is in a sandbox without any, and so without storage; with `?whole`, it does not know that it is a part.
/// The frame gets the height that it asks for, and all messages are kept.
pub(crate) const HOST_PATH: &str = "/__host.html";
/// What is opened there.
pub(crate) const HOST_LINK: &str = "v=1&t=A+dog+barks.&a=2&p2=dog:.25,cat:.75";
const HOST: &str = r#"
window.heard = [];
const frame = document.createElement("iframe");
frame.title = "MaskLab";
frame.style = "width: 100%; border: 0; height: 150px";
addEventListener("message", ({ data }) => {
  window.heard.push(data);
  if (data?.event === "resize") frame.style.height = `${data.height}px`;
});
const asked = new URLSearchParams(location.search);
if (asked.has("sandbox")) frame.sandbox = "allow-scripts";
if (asked.has("whole")) frame.style.height = "700px";
const origin = asked.has("other") ? new URL(PAGE).origin : location.origin;
frame.src = `${origin}/index.html?${asked.has("whole") ? "" : "embed=1"}#HOST_LINK`;
document.body.append(frame);
"#;

/// Does what H5P's resizer does (js/h5p-resizer.js of its PHP library, in July 2026), and keeps which actions it
/// has heard of. With `?late`, it comes after the page in the frame has started.
pub(crate) const H5P_PATH: &str = "/__h5p.html";
const H5P: &str = r#"
window.heard = [];
const frame = document.createElement("iframe");
frame.title = "MaskLab";
frame.style = "width: 50%; border: 0; height: 150px";
// It looks for "h5p" in addresses.
frame.src = `${PAGE}?embed=1&host=h5p#HOST_LINK`;
window.tell = (action) => frame.contentWindow.postMessage({ context: "h5p", action }, "*");
const actions = {
  hello() {
    frame.style.width = "100%";
    addEventListener("resize", () => tell("resize"));
    tell("hello");
  },
  prepareResize({ clientHeight, scrollHeight }) {
    if (frame.clientHeight === scrollHeight && scrollHeight === clientHeight) return;
    frame.style.height = `${clientHeight}px`;
    tell("resizePrepared");
  },
  resize({ scrollHeight }) {
    frame.style.height = `${scrollHeight}px`;
  },
};
const begin = () => {
  addEventListener("message", ({ source, data }) => {
    if (data.context !== "h5p" || source !== frame.contentWindow) return;
    window.heard.push(data.action);
    actions[data.action]?.(data);
  });
  if (frame.contentWindow) tell("ready");
};
if (location.search === "?late") {
  addEventListener("message", ({ data }) => {
    if (data?.event === "ready") begin();
  });
} else {
  begin();
}
document.body.append(frame);
"#;

/// Does what Open edX's `JSInput` does (common/static/js/capa/src/jsinput.js, with `sop` left out) around the page of
/// docs/embed/open-edx.html.
pub(crate) const JSINPUT_PATH: &str = "/__jsinput.html";
const JSINPUT: &str = r#"
const frame = document.createElement("iframe");
frame.title = "Your prediction";
frame.sandbox = "allow-scripts allow-popups allow-same-origin allow-forms allow-pointer-lock allow-downloads";
frame.src = "/embed/open-edx.html";
frame.width = "800";
frame.height = "900";
document.body.append(frame);
window.submitted = () => {
  const { getGrade, getState } = frame.contentWindow.MaskLab;
  return JSON.stringify({ answer: getGrade(), state: unescape(getState()) });
};
// Tried again only where it throws.
window.restored = (stored) => frame.contentWindow.MaskLab.setState(JSON.parse(stored).state);
"#;

/// A page with two `<mask-lab>` and a content policy that allows no more than these need; what it hears is kept.
pub(crate) const STRICT_PATH: &str = "/__strict.html";
const STRICT: &str = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' ORIGIN; frame-src ORIGIN; img-src data:">
<script type="module" src="PAGEmask-lab.js"></script>
<mask-lab id="one" src="https://elsewhere.example/?unit=bits#HOST_LINK" lang="de" height="321" title="Eins">Fallback</mask-lab>
<mask-lab id="two" preset="bird" lock="text" hide="plot,training"></mask-lab>"#;

/// Serves all of them. Scripts and frames come from `page`, an address with a slash at the end.
pub(crate) fn with_hosts(
    server: Server,
    page: &str,
    with_probe: fn(&str) -> String,
) -> Result<Server, String> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join("embed");
    let missing = |error: std::io::Error| format!("{}: {error}", docs.display());
    let server = match REVEAL.path() {
        Some(folder) => {
            let path = format!("{EXAMPLES_PATH}reveal/node_modules/reveal.js/");
            server.with_folder(path, folder, |html| html).map_err(missing)?
        }
        None => server,
    };
    let at = page.to_owned();
    let server = server
        .with_folder(EXAMPLES_PATH, &docs, move |html| {
            with_probe(&whole(&html.replace(PAGE_OF_THE_EXAMPLES, &at)))
        })
        .map_err(missing)?;
    let origin = page.trim_end_matches('/');
    let pages =
        [(HOST_PATH, HOST), (H5P_PATH, H5P), (JSINPUT_PATH, JSINPUT), (STRICT_PATH, STRICT)];
    Ok(pages.into_iter().fold(server, |server, (path, host)| {
        let host = host.replace("HOST_LINK", HOST_LINK);
        let host = if host.starts_with('<') {
            host.replace("ORIGIN", origin).replace("PAGE", page)
        } else {
            format!("<body><script>\n\"use strict\";\nconst PAGE = \"{page}\";{host}</script>")
        };
        server.with_file(path, with_probe(&whole(&host)), "text/html; charset=utf-8")
    }))
}

/// A page around what is only a part of one, as what is pasted into an editor.
fn whole(html: &str) -> String {
    if html.contains("<html") {
        return html.to_owned();
    }
    format!(
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">{html}"#
    )
}
