//! What a first visit costs: every file that a browser fetches before the page can be used, in bytes as they
//! are and with `gzip -9`, beside the number to beat and the limit. The files are those that are uploaded, and
//! only have their names by content and no comments there; `cargo xtask dist` packs them better than here.
//!
//! The list is made from the built page itself. In HTML, every attribute that names a file of the
//! folder counts, links to click aside; in style sheets, scripts and the manifest, which are
//! followed in turn, every mention of a file does. That can count a file too many, never one
//! too few.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use xtask::hosting::{self, Named};
use xtask::html::{mentions, resolve, tags};
use xtask::single_file;

use crate::error::{Error, Result};
use crate::place::Place;
use crate::terminal::{say, thousands};

/// The first load of TensorFlow Playground, which this page is measured against.
const TO_BEAT: u64 = 108_000;
const LIMIT: u64 = 150_000;

/// The whole app, which `static/start.js` fetches when the first view is there and its sliders answer, what
/// it fetches in a frame alone, or where the page is kept, and what only pages around the frame fetch.
const LATER: [&str; 5] =
    ["masklab-page.js", "masklab-page_bg.wasm", "embed.js", "offline.js", "mask-lab.js"];

struct Row {
    name: String,
    raw: u64,
    gzip: u64,
}

/// Prints the table of the built page; an error where the page is too big.
pub(crate) fn check(place: &Place) -> Result<()> {
    let dist = place.built_page()?;
    let first = first_load(&dist)?;
    let files = hosting::files(&dist)?;
    let rows = measure(&files, |built| first.contains(built))?;
    say(&table(&rows));
    let later = measure(&files, |built| LATER.contains(&built))?;
    say(&later_table("Then, the whole app, and in a frame", &later));
    say(&single_file_table(&single_file::compose(&dist)?)?);
    let bytes = rows.iter().map(|row| row.gzip).sum();
    if bytes > LIMIT {
        return Err(Error::TooBig { bytes, limit: LIMIT });
    }
    Ok(())
}

/// The files with some names in the built page, the greatest first.
fn measure(files: &[Named], is_wanted: impl Fn(&str) -> bool) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for file in files.iter().filter(|file| file.built.as_deref().is_some_and(&is_wanted)) {
        let path = Path::new(&file.name);
        let gzip = gzipped(&file.content).map_err(Error::io("compressing", path))?;
        rows.push(Row { name: file.name.clone(), raw: file.content.len() as u64, gzip });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.gzip));
    Ok(rows)
}

fn gzipped(content: &[u8]) -> std::io::Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len() as u64)
}

/// The names, relative to `dist`, of all files that opening the page fetches before its first view
/// answers.
pub(crate) fn first_load(dist: &Path) -> Result<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    collect(dist, "", &mut all)?;
    all.retain(|name| !LATER.contains(&name.as_str()));
    let mut fetched = BTreeSet::new();
    let mut to_read = vec!["index.html".to_owned()];
    while let Some(name) = to_read.pop() {
        if !fetched.insert(name.clone()) {
            continue;
        }
        let path = dist.join(&name);
        let text = || fs::read_to_string(&path).map_err(Error::io("reading", &path));
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        match name.rsplit('.').next() {
            Some("html") => {
                let text = text()?;
                let named = attribute_values(&text)
                    .into_iter()
                    .flat_map(|value| value.split([' ', ',']))
                    .filter_map(|reference| resolve(folder, reference))
                    .filter(|file| all.contains(file));
                to_read.extend(named);
            }
            Some("css" | "js" | "mjs" | "json" | "webmanifest") => {
                let text = text()?;
                let named = all.iter().filter(|file| !is_page(file) && mentions(&text, base(file)));
                to_read.extend(named.cloned());
            }
            _ => {}
        }
    }
    Ok(fetched)
}

fn is_page(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending == "html")
}

fn base(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// All files under a folder, with `/` between the parts of their names.
fn collect(dist: &Path, folder: &str, files: &mut BTreeSet<String>) -> Result<()> {
    let path = dist.join(folder);
    for entry in fs::read_dir(&path).map_err(Error::io("listing", &path))? {
        let entry = entry.map_err(Error::io("listing", &path))?;
        let name = format!("{folder}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(dist, &format!("{name}/"), files)?;
        } else {
            files.insert(name);
        }
    }
    Ok(())
}

/// The values of all attributes, of tags that make a browser fetch something.
fn attribute_values(html: &str) -> Vec<&str> {
    let tags = tags(html).into_iter().filter(|tag| tag.name != "a"); // a link to click
    // `content` has words about the page, such as the picture for those who link to it.
    let attributes = tags.flat_map(|tag| tag.attributes).filter(|(name, _)| name != "content");
    attributes.map(|(_, value)| value).collect()
}

fn table(rows: &[Row]) -> String {
    let raw = rows.iter().map(|row| row.raw).sum();
    let gzip = rows.iter().map(|row| row.gzip).sum();
    let verdict = if gzip < TO_BEAT {
        format!("  beaten, {} less", kilobytes(TO_BEAT - gzip))
    } else {
        format!("  not beaten, {} more", kilobytes(gzip - TO_BEAT))
    };

    let title = "First load (bytes)";
    let rival = "TensorFlow Playground";
    let width = rows.iter().map(|row| row.name.len()).fold(rival.len(), usize::max);
    let line = |name: &str, raw: &str, gzip: &str| format!("{name:width$}  {raw:>10}  {gzip:>10}");
    let rule = "-".repeat(width + 24);

    let mut lines = vec![line(title, "raw", "gzip -9"), rule.clone()];
    lines.extend(rows.iter().map(|row| line(&row.name, &thousands(row.raw), &thousands(row.gzip))));
    lines.push(rule);
    lines.push(line("total", &thousands(raw), &thousands(gzip)));
    lines.push(line(rival, "", &thousands(TO_BEAT)) + &verdict);
    lines.push(line("limit", "", &thousands(LIMIT)));
    lines.join("\n")
}

/// What comes after the first load. There is no limit for it, and the reader has something to do
/// meanwhile.
fn later_table(title: &str, rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or_default().max(24);
    let line = |name: &str, raw: &str, gzip: &str| format!("{name:width$}  {raw:>10}  {gzip:>10}");
    let mut lines = vec![String::new(), line(title, "raw", "gzip -9")];
    lines.push("-".repeat(width + 24));
    lines.extend(rows.iter().map(|row| line(&row.name, &thousands(row.raw), &thousands(row.gzip))));
    lines.join("\n")
}

/// What the page costs as one file. There is no limit for it either.
pub(crate) fn single_file_table(page: &str) -> Result<String> {
    let compressing = |error| Error::Io { doing: "compressing the single file".to_owned(), error };
    let gzip = gzipped(page.as_bytes()).map_err(compressing)?;
    let row = Row { name: "masklab.html".to_owned(), raw: page.len() as u64, gzip };
    Ok(later_table("Or all of it in one file", &[row]))
}

/// A kilobyte has 1000 bytes here, as in the number to beat.
fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
#[path = "size_tests.rs"]
mod tests;
