//! The built page as a folder to upload: scripts without comments, names by content, everything packed beside
//! itself, what a server is to say of each file, and a worker that keeps the page for when there is no network.
//!
//! It is made of a page that Trunk built, and says nothing about where it will be: all references are
//! relative. docs/hosting.md is the manual.

mod bare;
mod headers;
mod imports;
mod names;
mod packed;

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::fs;
use std::io;
use std::path::Path;

use crate::html::{mentions, tags};
pub use headers::HEADERS;
pub(crate) use headers::{Rule, rules};
pub use names::Named;
pub(crate) use packed::Coding;

/// The folder inside of the result that is to be uploaded.
pub const SITE: &str = "site";
/// What nginx is told, beside that folder: it is nothing to upload.
pub const NGINX: &str = "nginx.conf";
/// What Apache is told, in that folder.
pub const APACHE: &str = ".htaccess";
/// The service worker. Its name has to stay: a browser asks for it to find out whether there is a new version.
pub const WORKER: &str = "worker.js";

/// The page itself.
const PAGE: &str = "index.html";
/// The others with names that stay, of which one is what pages of others load.
const KEPT: [&str; 2] = [PAGE, "mask-lab.js"];
/// What tells the page that there is a worker; it stands behind the names of the app.
const OFFLINE: &str = r#"<meta name="masklab-offline" data-worker="./worker.js" data-manifest="./masklab.webmanifest">"#;

/// Why there is no folder to upload.
#[derive(Debug)]
pub enum Failure {
    /// The built page is not as it has to be.
    Page(String),
    /// The place for the result holds something else.
    Taken(String),
    /// A file could not be read or written.
    Io {
        /// What was being done, and to what.
        doing: String,
        /// What the system said.
        error: io::Error,
    },
}

type Result<T> = std::result::Result<T, Failure>;

/// A file to upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in the built page, where it has one there.
    pub built: Option<String>,
    /// Its name.
    pub name: String,
    /// Bytes as it is.
    pub raw: u64,
    /// Bytes with gzip, or as it is where that is not packed.
    pub gzip: u64,
    /// Bytes with Brotli, likewise.
    pub brotli: u64,
}

/// Makes the folder `out` with the site and what servers are told, of a page that Trunk built in `dist`.
/// Returns what there is to upload, compressed copies and headers aside. It takes half a minute: most of it is
/// packing, which [`lay_out`] leaves out.
///
/// What an earlier run left in `out` goes. Fails where `out` has something else in it, where the page is not
/// made of the parts that are known here, and where files cannot be read or written.
pub fn compose(dist: &Path, out: &Path) -> Result<Vec<File>> {
    let site = out.join(SITE);
    lay_out(dist, out)?.iter().map(|file| pack(&site, file)).collect()
}

/// The same without anything packed; returns the files.
pub fn lay_out(dist: &Path, out: &Path) -> Result<Vec<Named>> {
    let (files, policy) = files_and_policy(dist)?;
    clear(out)?;
    let site = out.join(SITE);
    for file in &files {
        put(&site.join(&file.name), &file.content)?;
    }
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    put(&site.join(HEADERS), headers::netlify(&names, &policy).as_bytes())?;
    put(&site.join(APACHE), headers::apache(&policy).as_bytes())?;
    put(&out.join(NGINX), headers::nginx(&policy).as_bytes())?;
    Ok(files)
}

/// What there is to upload of a page that Trunk built in `dist`, nowhere written yet.
pub fn files(dist: &Path) -> Result<Vec<Named>> {
    files_and_policy(dist).map(|(files, _policy)| files)
}

/// The same, and the content policy of the page.
fn files_and_policy(dist: &Path) -> Result<(Vec<Named>, String)> {
    let mut files = BTreeMap::new();
    collect(dist, "", &mut files)?;
    let html = files
        .get_mut(PAGE)
        .ok_or_else(|| Failure::Page(format!("there is no index.html in {}", dist.display())))?;
    let page = std::str::from_utf8(html).map_err(|_| not_known("is not UTF-8"))?;
    let policy = policy(page)?;
    *html = with_offline(page)?.into_bytes();

    // What other pages load is for their authors to read, too.
    for (name, content) in files.iter_mut().filter(|(name, _)| !KEPT.contains(&&***name)) {
        if let Some(bare) = bare::bare(name, content) {
            *content = bare;
        }
    }
    imports::shorten(&mut files);

    let mut files = names::by_content(&files, &KEPT)?;
    let worker = worker(&files)?;
    files.push(Named { built: None, name: WORKER.to_owned(), content: worker });
    Ok((files, policy))
}

/// Makes the folder `out` of any page, packed in the same ways, to be served as ours is: for comparisons. Names
/// stay, and servers are told nothing.
///
/// Fails where `out` has something in it, and where files cannot be read or written.
pub fn pack_as_it_is(page: &Path, out: &Path) -> Result<()> {
    let mut files = BTreeMap::new();
    collect(page, "", &mut files)?;
    clear(out)?;
    for (name, content) in files {
        put(&out.join(&name), &content)?;
        pack(out, &Named { built: None, name, content })?;
    }
    put(&out.join(HEADERS), b"")
}

/// All files of a page.
fn collect(dist: &Path, folder: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let path = dist.join(folder);
    for entry in fs::read_dir(&path).map_err(io_failure("listing", &path))? {
        let entry = entry.map_err(io_failure("listing", &path))?;
        let (path, name) = (entry.path(), entry.file_name());
        let name = format!("{folder}{}", name.to_string_lossy());
        if path.is_dir() {
            collect(dist, &format!("{name}/"), files)?;
        } else {
            let content = fs::read(&path).map_err(io_failure("reading", &path))?;
            files.insert(name, content);
        }
    }
    Ok(())
}

/// The content policy of the page.
fn policy(html: &str) -> Result<String> {
    let tags = tags(html);
    let mut found = tags.iter().filter(|tag| {
        tag.name == "meta"
            && tag
                .attribute("http-equiv")
                .is_some_and(|it| it.eq_ignore_ascii_case("content-security-policy"))
    });
    match (found.next().and_then(|tag| tag.attribute("content")), found.next()) {
        // What would end a value in one of the servers' configurations is in no policy of ours.
        (Some(policy), None) if !policy.contains(['"', '\n', '\\', '$', '%']) => {
            Ok(policy.to_owned())
        }
        _ => Err(not_known("does not have one content policy that servers can be told")),
    }
}

/// The page, which says that there is a worker.
fn with_offline(html: &str) -> Result<String> {
    let tags = tags(html);
    let mut found = tags
        .iter()
        .filter(|tag| tag.name == "meta" && tag.attribute("name") == Some("masklab-app"));
    let (Some(tag), None) = (found.next(), found.next()) else {
        return Err(not_known(r#"does not have <meta name="masklab-app"> once"#));
    };
    let (before, after) = html.split_at(tag.range.end);
    Ok(format!("{before}{OFFLINE}{after}"))
}

fn not_known(what: &str) -> Failure {
    Failure::Page(format!("index.html {what}, which xtask/src/hosting has to know of"))
}

/// The service worker for these files.
fn worker(files: &[Named]) -> Result<Vec<u8>> {
    const SCRIPT: &str = include_str!("worker.js");
    const VERSION: &str = "\"MASKLAB_VERSION\"";
    const FILES: &str = "[\"MASKLAB_FILES\"]";
    const NAMED: &str = "[\"MASKLAB_NAMED\"]";
    let mut contents = String::new();
    let mut names = Vec::new();
    for Named { name, content, .. } in files.iter().filter(|file| is_for_a_visit(&file.name)) {
        let _ = writeln!(contents, "{name} {}", names::hash(content));
        // No name that a build writes needs to be escaped, and one that does is no name for an address.
        if name.contains(['"', '\\', '#', '?', '%']) {
            return Err(Failure::Page(format!("{name:?} cannot stand in an address as it is")));
        }
        if name != PAGE {
            names.push(name.as_str());
        }
    }
    let page = files.iter().find(|file| file.name == PAGE).map(|file| &file.content);
    let page = page.and_then(|html| std::str::from_utf8(html).ok()).unwrap_or_default();
    let in_page: Vec<&str> = names.iter().copied().filter(|name| mentions(page, name)).collect();
    let list = |names: &[&str]| format!("[\"{}\"]", names.join("\", \""));
    let script = SCRIPT
        .replace(VERSION, &format!("\"{}\"", names::hash(contents.as_bytes())))
        .replace(FILES, &list(&names))
        .replace(NAMED, &list(&in_page));
    Ok(script.into_bytes())
}

/// Whether a file is something that the page itself asks for. Others ask for the rest: the browser when the
/// page is installed, and pages around it.
fn is_for_a_visit(name: &str) -> bool {
    name != "mask-lab.js" && names::ending(name) != "png"
}

/// Removes what an earlier run left, and nothing else.
fn clear(out: &Path) -> Result<()> {
    if out.join(SITE).join(HEADERS).is_file() && out.join(NGINX).is_file() {
        return fs::remove_dir_all(out).map_err(io_failure("removing", out));
    }
    let is_free = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if is_free { Ok(()) } else { Err(Failure::Taken(out.display().to_string())) }
}

/// Puts a file's compressed copies beside it.
fn pack(site: &Path, file: &Named) -> Result<File> {
    let raw = file.content.len() as u64;
    let mut sent = [raw; Coding::ALL.len()];
    if packed::is_worth_it(&file.name) {
        for (coding, sent) in Coding::ALL.into_iter().zip(&mut sent) {
            let path = site.join(format!("{}{}", file.name, coding.ending()));
            let packed = coding.pack(&file.content).map_err(io_failure("packing", &path))?;
            put(&path, &packed)?;
            *sent = packed.len() as u64;
        }
    }
    let [brotli, gzip] = sent;
    Ok(File { built: file.built.clone(), name: file.name.clone(), raw, gzip, brotli })
}

fn put(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(io_failure("making", folder))?;
    }
    fs::write(path, content).map_err(io_failure("writing", path))
}

fn io_failure(doing: &str, path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let doing = format!("{doing} {}", path.display());
    move |error| Failure::Io { doing, error }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(why) => write!(f, "the page cannot be made ready to upload: {why}"),
            Self::Taken(folder) => write!(
                f,
                "{folder} has something in it that is not of an earlier run: move that, or name another folder"
            ),
            Self::Io { doing, error } => write!(f, "{doing} failed: {error}"),
        }
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests;
