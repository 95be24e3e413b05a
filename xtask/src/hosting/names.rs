//! Names by content: a file that changes gets another name, so that browsers and servers on the way may keep
//! whatever has such a name for ever.
//!
//! A name is part of the files that mention it, which therefore change with it: those which mention no other
//! come first. Trunk names some files so by itself, with a hash that those who come after do not know.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256, Sha384};

use super::{Failure, Result};
use crate::html::{mentions, replaced, resolve, tags};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};

/// Digits of the hash in a name: 64 bits of it.
const DIGITS: usize = 16;

/// A file in the page's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its name in the built page, where it has one there, with `/` between the parts.
    pub built: Option<String>,
    /// Its name from now on.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// Whether a file has its content's hash in its name.
pub(super) fn is_by_content(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| is_hash(hash))
}

/// Whether a text is a hash of as many digits as this module, Trunk and wasm-bindgen write.
pub(super) fn is_hash(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The files under names by their content, with each mention of another put right; those in `kept` stay as
/// they are called, since people and other pages know them by their names.
///
/// Fails where files mention one another in a circle.
pub(super) fn by_content(files: &BTreeMap<String, Vec<u8>>, kept: &[&str]) -> Result<Vec<Named>> {
    let is_kept = |name: &str| kept.contains(&name);
    let mentioned: BTreeMap<String, Vec<String>> = files
        .iter()
        .map(|(name, content)| {
            let text = text(name, content);
            let others = files.keys().filter(|other| *other != name && !is_kept(other));
            let found = others.filter(|other| text.is_some_and(|text| mentions(text, base(other))));
            (name.clone(), found.cloned().collect())
        })
        .collect();

    let mut done: BTreeMap<String, Named> = BTreeMap::new();
    while done.len() < files.len() {
        let before = done.len();
        for (built, content) in files {
            let needs = mentioned.get(built).map(Vec::as_slice).unwrap_or_default();
            if done.contains_key(built) || !needs.iter().all(|name| done.contains_key(name)) {
                continue;
            }
            let needs: Vec<&Named> = needs.iter().filter_map(|name| done.get(name)).collect();
            let content = with_names(built, content, &needs);
            let name = if is_kept(built) { built.clone() } else { named(built, &content) };
            done.insert(built.clone(), Named { built: Some(built.clone()), name, content });
        }
        if done.len() == before {
            let left: Vec<&str> =
                files.keys().map(String::as_str).filter(|name| !done.contains_key(*name)).collect();
            return Err(Failure::Page(format!(
                "these mention one another in a circle, so that none can be named by its content: {}",
                left.join(", ")
            )));
        }
    }
    Ok(done.into_values().collect())
}

/// A file's content with the new names of others in it.
fn with_names(built: &str, content: &[u8], others: &[&Named]) -> Vec<u8> {
    let Some(text) = text(built, content) else { return content.to_vec() };
    let mut text = text.to_owned();
    if ending(built) == "html" {
        text = with_checksums(&text, others);
    }
    for other in others {
        let built = other.built.as_deref().unwrap_or_default();
        text = replaced(&text, base(built), base(&other.name));
    }
    text.into_bytes()
}

/// A page in which the checksum of each file that it names is that of its content now.
fn with_checksums(html: &str, files: &[&Named]) -> String {
    let mut html = html.to_owned();
    let found: Vec<(String, String)> = tags(&html)
        .iter()
        .filter_map(|tag| {
            let old = tag.attribute("integrity")?;
            let reference = tag.attribute("href").or_else(|| tag.attribute("src"))?;
            let name = resolve("", reference)?;
            let file = files.iter().find(|file| file.built.as_ref() == Some(&name))?;
            let new = format!("sha384-{}", BASE64.encode(Sha384::digest(&file.content)));
            Some((old.to_owned(), new))
        })
        .collect();
    for (old, new) in found {
        html = html.replace(&old, &new);
    }
    html
}

/// `masklab-first-0123456789abcdef_bg.wasm` becomes `masklab-first_bg-fedcba9876543210.wasm`.
fn named(built: &str, content: &[u8]) -> String {
    let (folder, file) =
        built.rsplit_once('/').map_or(("", built), |(folder, file)| (folder, file));
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let mut words = stem.split('-').map(|word| {
        // Trunk's hash, behind which may be more of the name.
        let (hash, rest) = word.split_at_checked(DIGITS).unwrap_or((word, ""));
        if is_hash(hash) && (rest.is_empty() || rest.starts_with('_')) {
            (true, rest)
        } else {
            (false, word)
        }
    });
    let mut stem = words.next().map_or_else(String::new, |(_, word)| word.to_owned());
    for (was_hash, word) in words {
        if !was_hash {
            stem.push('-');
        }
        stem += word;
    }
    let hash = hash(content);
    let slash = if folder.is_empty() { "" } else { "/" };
    let dot = if ending.is_empty() { "" } else { "." };
    format!("{folder}{slash}{stem}-{hash}{dot}{ending}")
}

/// The beginning of a content's SHA-256, in hexadecimal digits.
pub(super) fn hash(content: &[u8]) -> String {
    let digits = Sha256::digest(content).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.take(DIGITS).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

/// What a file says, where it is one that can mention others.
fn text<'a>(name: &str, content: &'a [u8]) -> Option<&'a str> {
    matches!(ending(name), "html" | "css" | "js" | "mjs" | "json" | "webmanifest")
        .then(|| std::str::from_utf8(content).ok())?
}

/// What a file's name says of its kind.
pub(super) fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn name_of<'a>(named: &'a [Named], built: &str) -> &'a str {
        &named.iter().find(|file| file.built.as_deref() == Some(built)).unwrap().name
    }

    fn text_of<'a>(named: &'a [Named], built: &str) -> &'a str {
        let file = named.iter().find(|file| file.built.as_deref() == Some(built)).unwrap();
        std::str::from_utf8(&file.content).unwrap()
    }

    const PAGE: [(&str, &str); 4] = [
        (
            "index.html",
            r#"<script src="./start-00112233445566aa.js" integrity="sha384-old"></script><a href="./index.html">"#,
        ),
        ("start-00112233445566aa.js", r#"import("./app.js"); // not my-app.js"#),
        ("app.js", "fetch('app_bg.wasm')"),
        ("app_bg.wasm", "program"),
    ];

    #[test]
    fn a_name_is_that_of_the_content() {
        let named = by_content(&files(&PAGE), &["index.html"]).unwrap();
        // printf program | sha256sum
        let wasm = name_of(&named, "app_bg.wasm");
        assert_eq!(wasm, "app_bg-1310ca2c8932dbd1.wasm");
        assert_eq!(text_of(&named, "app.js"), format!("fetch('{wasm}')"));
        let app = name_of(&named, "app.js");
        assert_eq!(
            text_of(&named, "start-00112233445566aa.js"),
            format!(r#"import("./{app}"); // not my-app.js"#)
        );
        assert_eq!(name_of(&named, "index.html"), "index.html");
        assert!(named.iter().all(|file| is_by_content(&file.name) == (file.name != "index.html")));
    }

    #[test]
    fn a_change_far_below_changes_every_name_above_it() {
        let before = by_content(&files(&PAGE), &["index.html"]).unwrap();
        let mut changed = PAGE;
        changed[3].1 = "other program";
        let after = by_content(&files(&changed), &["index.html"]).unwrap();
        for name in ["start-00112233445566aa.js", "app.js", "app_bg.wasm"] {
            assert_ne!(name_of(&before, name), name_of(&after, name), "{name}");
        }
        assert_ne!(text_of(&before, "index.html"), text_of(&after, "index.html"));
    }

    #[test]
    fn a_checksum_is_that_of_what_the_file_says_now() {
        let named = by_content(&files(&PAGE), &["index.html"]).unwrap();
        let start = text_of(&named, "start-00112233445566aa.js");
        let sum = BASE64.encode(Sha384::digest(start));
        let html = text_of(&named, "index.html");
        assert!(html.contains(&format!("integrity=\"sha384-{sum}\"")), "{html}");
    }

    #[test]
    fn a_hash_that_was_there_gives_way() {
        assert_eq!(
            named("masklab-first-0123456789abcdef_bg.wasm", b"program"),
            "masklab-first_bg-1310ca2c8932dbd1.wasm"
        );
        assert_eq!(named("icons/icon-192.png", b"program"), "icons/icon-192-1310ca2c8932dbd1.png");
    }

    #[test]
    fn a_circle_is_an_error() {
        let circle = files(&[("a.js", "import './b.js'"), ("b.js", "import './a.js'")]);
        let refusal = by_content(&circle, &[]).unwrap_err().to_string();
        assert!(refusal.contains("a.js, b.js"), "{refusal}");
    }
}
