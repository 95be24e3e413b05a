//! What the manuals and the examples of `docs/embed` show can be copied: each link in them is opened whole, and
//! each setting is one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use masklab::core::document::Document;
use masklab::core::setup::Setup;

const PAGE: &str = "https://example.org/masklab/";

/// All files under a folder that are texts of ours.
fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("node_modules") {
            texts(&path, found);
        } else if path
            .extension()
            .is_some_and(|it| ["html", "md", "rst", "xml"].iter().any(|end| it == *end))
        {
            found.push(path);
        }
    }
}

/// What begins with some words, up to what ends an address in HTML, Markdown, reST or code.
fn beginning<'a>(text: &'a str, with: &'a str) -> impl Iterator<Item = String> + 'a {
    text.split(with).skip(1).map(|rest| {
        let end = rest
            .find(|c: char| c.is_whitespace() || "\"'`<>{}|)…".contains(c))
            .unwrap_or(rest.len());
        rest.split_at(end).0.replace("&amp;", "&")
    })
}

#[test]
fn what_is_shown_can_be_copied() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let mut files = Vec::new();
    texts(&docs, &mut files);
    let (mut links, mut settings) = (0, 0);
    for file in files {
        let name = file.display();
        let text = fs::read_to_string(&file).unwrap();
        for rest in beginning(&text, "#v=1") {
            // "#v=1&…" is written where any link can stand.
            if rest == "&" {
                continue;
            }
            let link = format!("v=1{rest}");
            let import = Document::from_link(&link)
                .unwrap_or_else(|error| panic!("{name}: {link}: {error}"));
            assert_eq!(import.warnings, [], "{name}: {link}");
            links += 1;
        }
        for address in beginning(&text, PAGE) {
            let address = address.split('#').next().unwrap_or_default();
            let Some((_, query)) = address.split_once('?') else { continue };
            let (_, faults) = Setup::from_query(&format!("?{query}"));
            assert!(faults.is_empty(), "{name}: {query}: {faults:?}");
            settings += 1;
        }
    }
    assert!(links >= 20 && settings >= 12, "{links} links, {settings} queries");
}
