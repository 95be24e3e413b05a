//! The whole page as one HTML file, for whom a folder on a server is too much: a learning platform that
//! takes one file, a USB stick, a sandbox without an origin.
//!
//! It is made of a built page. The style sheet, the icon and the scripts go where they are named, and the
//! program behind them, packed and in base64. The first module, which is there so that a page answers before
//! the whole app has come, is left out. The scripts become one by putting their texts together, with
//! something else in place of what they reach one another by: `PIECES`. Each of these has to be there, so
//! that a change of `static/start.js`, or of what wasm-bindgen writes, is an error here and not a file that
//! does not work.
//!
//! The content policy names the script and the style sheet by their hashes and allows no request. A reference
//! to anything outside that is left nevertheless is an error, too: `outside` says what counts as one.

mod outside;
mod policy;

use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::ops::Range;
use std::path::Path;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use flate2::{Compression, write::GzEncoder};

use crate::html::{Tag, resolve, tags};

/// Where the program stands; `inside.js` looks for it there.
const PROGRAM: &str = r#"<script type="application/gzip" id="masklab-wasm">"#;

/// A part of a script, and what takes its place.
type Piece = (&'static str, &'static str);

/// How `static/start.js` reaches the other parts, and how it does that here.
const START: [Piece; 4] = [
    (
        "\
const here = (path) => new URL(path, document.baseURI).href;
const load = (path) => import(here(path));
const first = document.querySelector('meta[name=\"masklab-app\"]').dataset;
const whole = { module: \"./masklab-page.js\", wasm: \"./masklab-page_bg.wasm\" };
",
        include_str!("inside.js"),
    ),
    ("WebAssembly.compileStreaming(fetch(here(wasm)))", "here(wasm).then(WebAssembly.compile)"),
    (
        "const kept = event.detail ?",
        "const kept = event.detail && location.protocol !== \"about:\" ?",
    ),
    // Without a first module, there is nothing to go on with when the whole app does not start.
    ("await start(first);\n    await takeOver(whole).catch(showLate);", "await takeOver(whole);"),
];

/// What wasm-bindgen writes for a module: how the program would be fetched, and what others get of it.
const APP: [Piece; 3] = [
    ("module_or_path = new URL('masklab-page_bg.wasm', import.meta.url);", ""),
    ("module_or_path = fetch(module_or_path);", ""),
    ("export { initSync, __wbg_init as default };", "return { default: __wbg_init };"),
];

/// Why there is no single file.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure(String);

type Result<T> = std::result::Result<T, Failure>;

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the page cannot be put into one file: {}", self.0)
    }
}

impl std::error::Error for Failure {}

/// The single file that the built page in a folder makes.
///
/// Fails where the folder has no page, where that is not made of the parts that are known here, and where the
/// file would refer to anything outside of itself.
pub fn compose(dist: &Path) -> Result<String> {
    let html = text(dist, "index.html")?;
    let page = Page { html: &html, tags: tags(&html) };
    let policy = page.only("meta", "http-equiv", "content-security-policy")?;
    let icon = page.only("link", "rel", "icon")?;
    let sheet = page.only("link", "rel", "stylesheet")?;
    let start = page.only("script", "type", "module")?;

    let style = text(dist, &file(sheet, "href")?)?;
    let script = script(
        &text(dist, &file(start, "src")?)?,
        &text(dist, "masklab-page.js")?,
        &text(dist, "embed.js")?,
    )?;
    let allowed = policy.attribute("content").unwrap_or_default();
    let allowed = policy::of_file(allowed, &script, &style).map_err(Failure)?;
    let program = packed(&bytes(dist, "masklab-page_bg.wasm")?)?;
    let icon_address = address(&file(icon, "href")?, dist)?;

    let mut changes = vec![
        (
            policy.range.clone(),
            format!(r#"<meta http-equiv="Content-Security-Policy" content="{allowed}">"#),
        ),
        (icon.range.clone(), format!(r#"<link rel="icon" href="{icon_address}">"#)),
        (sheet.range.clone(), format!("<style>{style}</style>")),
        (page.element(start)?, String::new()),
        (page.only("meta", "name", "masklab-app")?.range.clone(), String::new()),
        // Last, so that what can be read is there before what it computes with.
        (
            page.end_of_body()?,
            format!("{PROGRAM}{program}</script>\n<script type=\"module\">{script}</script>\n"),
        ),
    ];
    let preloads = page.tags.iter().filter(|tag| {
        tag.name == "link" && matches!(tag.attribute("rel"), Some("modulepreload" | "preload"))
    });
    changes.extend(preloads.map(|tag| (tag.range.clone(), String::new())));
    let single = changed(&html, changes);
    match outside::references(&single).as_slice() {
        [] => Ok(single),
        found => Err(Failure(format!("it refers to what is outside:\n  {}", found.join("\n  ")))),
    }
}

/// A page that is taken apart.
struct Page<'html> {
    html: &'html str,
    tags: Vec<Tag<'html>>,
}

impl Page<'_> {
    /// The only tag of a name with this value of an attribute.
    fn only(&self, name: &str, attribute: &str, value: &str) -> Result<&Tag<'_>> {
        let is_it = |tag: &&Tag<'_>| {
            let given = tag.attribute(attribute);
            tag.name == name && given.is_some_and(|given| given.eq_ignore_ascii_case(value))
        };
        let mut found = self.tags.iter().filter(is_it);
        match (found.next(), found.next()) {
            (Some(tag), None) => Ok(tag),
            _ => Err(not_once("index.html", &format!("<{name} {attribute}=\"{value}\">"))),
        }
    }

    /// Where a script stands, with its end.
    fn element(&self, tag: &Tag<'_>) -> Result<Range<usize>> {
        const END: &str = "</script>";
        let end = tag.range.end + tag.text.len();
        let is_closed = self.html.get(end..).is_some_and(|rest| rest.starts_with(END));
        is_closed
            .then(|| tag.range.start..end + END.len())
            .ok_or_else(|| not_once("index.html", END))
    }

    /// The place before the end of the body.
    fn end_of_body(&self) -> Result<Range<usize>> {
        const END: &str = "</body>";
        let end = self.html.rfind(END).filter(|_| self.html.matches(END).count() == 1);
        end.map(|end| end..end).ok_or_else(|| not_once("index.html", END))
    }
}

/// One script of three: each of the others becomes a function, so that their names stay their own.
fn script(start: &str, app: &str, embed: &str) -> Result<String> {
    let start = with_pieces("static/start.js", start, &START)?;
    let app = with_pieces("masklab-page.js", app, &APP)?;
    let script = format!(
        "\nconst parts = {{\n\
         \"./embed.js\": async () => {{\n{embed}}},\n\
         \"./masklab-page.js\": async () => {{\n{app}}},\n\
         }};\n{start}"
    );
    // These mean something to a browser that reads a script in a page.
    for end in ["</script", "<!--"] {
        if script.to_ascii_lowercase().contains(end) {
            return Err(Failure(format!("{end} stands in one of its scripts")));
        }
    }
    Ok(script)
}

/// A script with something else in place of each piece, each of which has to be there once.
fn with_pieces(name: &str, script: &str, pieces: &[Piece]) -> Result<String> {
    pieces.iter().try_fold(script.to_owned(), |script, (piece, instead)| {
        match script.matches(piece).count() {
            1 => Ok(script.replace(piece, instead)),
            _ => Err(not_once(name, piece)),
        }
    })
}

fn not_once(name: &str, piece: &str) -> Failure {
    Failure(format!(
        "{name} does not have this just once, which xtask/src/single_file has to know of: {piece}"
    ))
}

/// A text with other text in some of its ranges, none of which meet.
fn changed(text: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| range.start);
    let mut result = String::new();
    let mut at = 0;
    for (range, instead) in changes {
        result += text.get(at..range.start).unwrap_or_default();
        result += &instead;
        at = range.end;
    }
    result + text.get(at..).unwrap_or_default()
}

/// The file of the page's folder that an attribute names.
fn file(tag: &Tag<'_>, attribute: &str) -> Result<String> {
    let reference = tag.attribute(attribute).unwrap_or_default();
    resolve("", reference)
        .ok_or_else(|| Failure(format!("{reference:?} is no file of the page's folder")))
}

fn bytes(dist: &Path, name: &str) -> Result<Vec<u8>> {
    let path = dist.join(name);
    fs::read(&path).map_err(|error| Failure(format!("reading {} failed: {error}", path.display())))
}

/// A text as a browser reads it, which is what hashes are made of.
fn text(dist: &Path, name: &str) -> Result<String> {
    let text = String::from_utf8(bytes(dist, name)?);
    let text = text.map_err(|_| Failure(format!("{name} is not UTF-8")))?;
    Ok(text.replace("\r\n", "\n"))
}

/// A picture as an address that has it inside.
fn address(name: &str, dist: &Path) -> Result<String> {
    if Path::new(name).extension().is_none_or(|ending| ending != "svg") {
        return Err(Failure(format!("{name} is no SVG picture")));
    }
    Ok(format!("data:image/svg+xml;base64,{}", BASE64.encode(bytes(dist, name)?)))
}

fn packed(program: &[u8]) -> Result<String> {
    let pack = || {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(program)?;
        encoder.finish()
    };
    let packed = pack().map_err(|error: io::Error| Failure(error.to_string()))?;
    Ok(BASE64.encode(packed))
}

#[cfg(test)]
mod tests;
