//! What in a page refers to something outside of it: what a browser would fetch.
//!
//! Where that cannot be told from the text alone, it counts: a comment in a script that says how something is
//! fetched does, too. What a script builds out of parts at run time is not seen here. That is why the file
//! has a content policy, which lets the browser refuse it.

use crate::html::{Tag, tags};

/// Attributes that name what a browser fetches, or sends to. All but an address that has everything inside,
/// or a place in the page, is outside.
const ADDRESSES: [&str; 18] = [
    "action",
    "archive",
    "attributionsrc",
    "background",
    "classid",
    "code",
    "codebase",
    "data",
    "formaction",
    "href",
    "longdesc",
    "lowsrc",
    "manifest",
    "ping",
    "poster",
    "profile",
    "src",
    "xlink:href",
];

/// Words by which a script, or what it is a part of, gets something from elsewhere.
const WORDS: [&str; 15] = [
    "import",
    "importScripts",
    "export",
    "XMLHttpRequest",
    "WebSocket",
    "WebSocketStream",
    "WebTransport",
    "RTCPeerConnection",
    "EventSource",
    "sendBeacon",
    "Worker",
    "SharedWorker",
    "serviceWorker",
    "FontFace",
    "Image",
];

/// Endings of file names that a page is made of. A value that ends so is a file's name, whatever its
/// attribute means.
const ENDINGS: [&str; 12] = [
    ".css",
    ".html",
    ".ico",
    ".js",
    ".json",
    ".mjs",
    ".png",
    ".svg",
    ".ttf",
    ".wasm",
    ".webmanifest",
    ".woff2",
];

/// Each reference that is found, with where it stands; none in a file that has everything inside.
pub(super) fn references(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in tags(html) {
        let name = &tag.name;
        for (attribute, value) in &tag.attributes {
            if is_outside(&tag, attribute, value) {
                found.push(format!("<{name} {attribute}=\"{}\">", shortened(value)));
            }
        }
        let inside = match (name.as_str(), tag.attribute("type")) {
            ("style", _) => style(tag.text),
            // The program, which no browser takes for a script.
            ("script", Some("application/gzip")) => Vec::new(),
            ("script", Some(kind @ ("importmap" | "speculationrules"))) => vec![kind.to_owned()],
            ("script", _) => script(tag.text),
            _ => Vec::new(),
        };
        found.extend(inside.into_iter().map(|what| format!("<{name}>: {what}")));
    }
    found
}

fn is_outside(tag: &Tag<'_>, attribute: &str, value: &str) -> bool {
    match (tag.name.as_str(), attribute) {
        // A link is followed when a person clicks it; a namespace's name only looks like an address.
        ("a" | "area", "href") | (_, "xmlns" | "xmlns:xlink") => false,
        // A page to go to after a while; everything else in it are words.
        ("meta", "content") => {
            let kind = tag.attribute("http-equiv").unwrap_or_default();
            kind.eq_ignore_ascii_case("refresh")
        }
        // More than one address each, or a page.
        ("base", _) | (_, "srcset" | "imagesrcset" | "srcdoc") => true,
        (_, name) if ADDRESSES.contains(&name) => {
            let value = value.trim();
            !(value.is_empty() || value.starts_with('#') || value.starts_with("data:"))
        }
        _ => {
            let name = value.trim().to_ascii_lowercase();
            let name = name.split(['?', '#']).next().unwrap_or_default();
            ENDINGS.iter().any(|ending| name.ends_with(ending)) || !style(value).is_empty()
        }
    }
}

/// What a style sheet, or an attribute that may hold a part of one, fetches.
fn style(css: &str) -> Vec<String> {
    let css = css.to_ascii_lowercase();
    let mut found: Vec<String> =
        ["@import", "image-set(", "://"].into_iter().flat_map(|word| places(&css, word)).collect();
    for call in ["url(", "src("] {
        let outside = css.match_indices(call).filter(|(at, _)| {
            let argument = css.get(at + call.len()..).unwrap_or_default();
            let argument = argument.trim_start_matches([' ', '\n', '\t', '"', '\'']);
            !(argument.starts_with('#') || argument.starts_with("data:"))
        });
        found.extend(outside.map(|(at, _)| around(&css, at)));
    }
    found
}

/// By what means a script gets something from elsewhere.
fn script(code: &str) -> Vec<String> {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let is_word = |at: usize, word: &str| {
        let before = code.get(..at).and_then(|before| before.chars().next_back());
        let after = code.get(at + word.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    };
    let mut found: Vec<(usize, String)> = Vec::new();
    for word in WORDS {
        let uses = code.match_indices(word).filter(|(at, _)| is_word(*at, word));
        found.extend(uses.map(|(at, _)| (at, around(code, at))));
    }
    // Words that may stand in a sentence: only where they are called.
    for word in ["fetch", "URL"] {
        let uses = code.match_indices(word).filter(|(at, _)| is_word(*at, word));
        let calls = uses.filter(|(at, _)| {
            let after = code.get(at + word.len()..).unwrap_or_default();
            after.trim_start().starts_with('(')
        });
        found.extend(calls.map(|(at, _)| (at, around(code, at))));
    }
    found.extend(code.match_indices("://").map(|(at, _)| (at, around(code, at))));
    found.sort();
    found.into_iter().map(|(_, what)| what).collect()
}

fn places<'a>(text: &'a str, what: &'a str) -> impl Iterator<Item = String> + 'a {
    text.match_indices(what).map(|(at, _)| around(text, at))
}

/// The line in which something stands, from there on or from a little before it.
fn around(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let start = before.char_indices().rev().take(20).last().map_or(at, |(start, _)| start);
    let start = before.rfind('\n').map_or(start, |line| start.max(line + 1));
    shortened(text.get(start..).unwrap_or_default())
}

fn shortened(text: &str) -> String {
    text.trim().lines().next().unwrap_or_default().chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_found(html: &str, part: &str) {
        let found = references(html);
        assert!(found.iter().any(|what| what.contains(part)), "{html}: {found:?}");
    }

    #[track_caller]
    fn assert_none(html: &str) {
        assert_eq!(references(html), Vec::<String>::new(), "{html}");
    }

    #[test]
    fn every_attribute_that_fetches_is_found() {
        for html in [
            r#"<link rel="manifest" href="app">"#,
            r#"<link rel="preload" href="./a.wasm" as="fetch">"#,
            r#"<link rel="dns-prefetch" href="//example.org">"#,
            r#"<script src="data.js"></script>"#,
            r"<script SRC='https://example.org/a'></script>",
            "<img src=a.png>",
            r#"<img srcset="data:,1 1x, a 2x">"#,
            r#"<svg><image xlink:href="a.png"/></svg>"#,
            r#"<svg><use href="icons.svg#x"/></svg>"#,
            r#"<video poster="a"></video>"#,
            r#"<object data="a"></object>"#,
            r#"<form action="/send"></form>"#,
            r##"<a href="#x" ping="https://example.org">x</a>"##,
            r#"<base href="https://example.org/">"#,
            r#"<iframe srcdoc="<img src=a>"></iframe>"#,
            r#"<html manifest="app.cache">"#,
        ] {
            assert_found(html, "=\"");
        }
    }

    #[test]
    fn what_only_names_a_file_or_another_page_is_found() {
        assert_found(r#"<meta name="masklab-app" data-module="./first.js">"#, "./first.js");
        assert_found(r#"<p data-of="a.wasm?v=1">"#, "a.wasm");
        assert_found(r#"<meta http-equiv="Refresh" content="1; url=next">"#, "next");
        assert_found(r#"<rect fill="url(a.svg#x)"/>"#, "fill");
        assert_found(r#"<p style="background: url('a')">"#, "style");
        assert_found(r#"<p data-see="https://example.org">"#, "data-see");
        assert_found(r#"<noscript><img src="a"></noscript>"#, "src");
        assert_found(r#"<title><img src="a"></title>"#, "src");
    }

    #[test]
    fn what_a_style_sheet_fetches_is_found() {
        for css in [
            "@import 'a.css';",
            "@IMPORT url(data:,)",
            "p { background: url( \"a.png\" ) }",
            "p { background: URL(a.png) }",
            "p { background: image-set('a.png' 1x) }",
            "@font-face { src: src('a') }",
            "/* https://example.org */",
        ] {
            assert_found(&format!("<style>{css}</style>"), "<style>");
        }
    }

    #[test]
    fn by_what_a_script_fetches_is_found() {
        for code in [
            "import a from './a.js';",
            "import './a.js';",
            "const a = await import(name);",
            "import.meta.url",
            "export { a };",
            "fetch (name)",
            "window.fetch(name)",
            "new URL('a.wasm', base)",
            "new XMLHttpRequest()",
            "new WebSocket(name)",
            "new EventSource(name)",
            "navigator.sendBeacon(name)",
            "new Worker(name)",
            "new Image().src = name",
            "open('https://example.org')",
        ] {
            assert_found(&format!("<script type=module>{code}</script>"), "<script>: ");
            assert_found(&format!("<script>\n  {code}\n</script>"), "<script>: ");
        }
        assert_found("<script type=importmap>{}</script>", "importmap");
    }

    #[test]
    fn what_is_inside_is_not() {
        for html in [
            r#"<link rel="icon" href="data:image/svg+xml;base64,AA">"#,
            r##"<svg xmlns="http://www.w3.org/2000/svg"><use href="#x" fill="url(#y)"/></svg>"##,
            r#"<a href="https://example.org/">a link to click</a>"#,
            r#"<meta name="description" content="Mask words. See https://example.org/a.png">"#,
            r#"<!-- <img src="a.png"> -->"#,
            "<style>p { background: url(data:,); fill: url('#x') }</style>",
            "<script>const imports = {}; say('failed to fetch it'); x instanceof URL</script>",
            r#"<script type="application/gzip">import</script>"#,
        ] {
            assert_none(html);
        }
    }

    #[test]
    fn what_is_found_is_told_with_its_line() {
        let code = "<script>one();\nawait import(name); more();\nlast();</script>";
        assert_eq!(references(code), ["<script>: await import(name); more();"]);
    }
}
