//! A small web server for a folder of files, for this machine only.
//!
//! It exists because a page made of WebAssembly does not run from `file:` addresses, and it is
//! careful in the two things that a page depends on: the media types (a browser refuses a module
//! or a WebAssembly file of the wrong type) and that nothing outside the folder is given out.
//! It does not list folders, compress, or speak TLS. A folder that is made to be uploaded it serves
//! [as others would](Server::as_shipped): with the headers that stand there, and packed.
//!
//! ```no_run
//! # fn main() -> std::io::Result<()> {
//! let server = xtask::server::Server::bind("dist", "127.0.0.1:0")?;
//! let page = server.url();
//! let running = server.serve_in_background(); // until `running` is dropped
//! # drop((page, running)); Ok(())
//! # }
//! ```

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::net::{SocketAddr, ToSocketAddrs};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Method, Request, Response, StatusCode};

use crate::hosting::{self, Coding};

/// A browser asks for up to six things at once from one origin.
const WORKERS: usize = 6;

type Transform = dyn Fn(String) -> String + Send + Sync;

/// A server that has its address already, but does not answer yet.
pub struct Server {
    listener: Arc<tiny_http::Server>,
    address: SocketAddr,
    site: Site,
}

impl Server {
    /// Takes the address (port 0: any free port) for the files under `root`.
    ///
    /// Fails where there is no such folder, or the address is taken
    /// ([`io::ErrorKind::AddrInUse`]) or not this machine's.
    pub fn bind(root: impl AsRef<Path>, address: impl ToSocketAddrs) -> io::Result<Self> {
        let root = root.as_ref().canonicalize()?;
        if !root.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let listener = tiny_http::Server::http(address).map_err(|error| {
            // tiny_http boxes the error of the socket; its kind is what a caller asks for.
            match error.downcast::<io::Error>() {
                Ok(error) => *error,
                Err(other) => io::Error::other(other),
            }
        })?;
        let address = listener.server_addr().to_ip().ok_or(io::ErrorKind::AddrNotAvailable)?;
        Ok(Self {
            listener: Arc::new(listener),
            address,
            site: Site {
                root,
                html: None,
                folders: Vec::new(),
                extra: HashMap::new(),
                headers: Vec::new(),
                shipped: None,
            },
        })
    }

    /// Does what a server is told by a folder that [`hosting::compose`] made: gives
    /// out its files with the headers of `_headers`, and those that stand there packed in the best way that
    /// the browser takes. Fails where there is no such file.
    pub fn as_shipped(mut self) -> io::Result<Self> {
        let text = fs::read_to_string(self.site.root.join(hosting::HEADERS))?;
        self.site.shipped = Some(hosting::rules(&text));
        Ok(self)
    }

    /// Passes `index.html` through `transform` each time it is asked for.
    #[must_use]
    pub fn with_html(
        mut self,
        transform: impl Fn(String) -> String + Send + Sync + 'static,
    ) -> Self {
        self.site.html = Some(Box::new(transform));
        self
    }

    /// Gives out `content` at `path` (such as `/__probe.js`), whatever the folder holds there.
    #[must_use]
    pub fn with_file(
        mut self,
        path: impl Into<String>,
        content: impl Into<Vec<u8>>,
        media_type: impl Into<String>,
    ) -> Self {
        let file = Content { bytes: content.into(), media_type: media_type.into(), coding: None };
        self.site.extra.insert(path.into(), file);
        self
    }

    /// Gives out the files of another folder under `path` (such as `/embed/`), those which are HTML through
    /// `transform`. Of several folders, that which comes first has the file. Fails where there is no such
    /// folder.
    pub fn with_folder(
        mut self,
        path: impl Into<String>,
        root: impl AsRef<Path>,
        transform: impl Fn(String) -> String + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let root = root.as_ref().canonicalize()?;
        self.site.folders.push(Folder { path: path.into(), root, html: Box::new(transform) });
        Ok(self)
    }

    /// Gives out everything with this header, too.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.site.headers.push((name.into(), value.into()));
        self
    }

    /// The address of the page without a slash at its end, such as `http://127.0.0.1:8080`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers until the process ends.
    pub fn serve_forever(self) {
        for worker in self.serve_in_background().workers.drain(..) {
            // A worker ends by a panic only, and the others go on answering.
            let _ = worker.join();
        }
    }

    /// Answers from threads of its own until the returned guard is dropped.
    #[must_use = "the server stops when this is dropped"]
    pub fn serve_in_background(self) -> Running {
        let site = Arc::new(self.site);
        let stop = Arc::new(AtomicBool::new(false));
        let workers = (0..WORKERS)
            .map(|_| {
                let (listener, site, stop) =
                    (Arc::clone(&self.listener), Arc::clone(&site), Arc::clone(&stop));
                thread::spawn(move || {
                    while !stop.load(Ordering::Acquire) {
                        if let Ok(request) = listener.recv() {
                            site.answer(request);
                        }
                    }
                })
            })
            .collect();
        Running { listener: self.listener, address: self.address, stop, workers }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server")
            .field("address", &self.address)
            .field("root", &self.site.root)
            .finish_non_exhaustive()
    }
}

/// A server that is answering; dropping it stops the server.
pub struct Running {
    listener: Arc<tiny_http::Server>,
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    workers: Vec<JoinHandle<()>>,
}

impl Running {
    /// The address of the page without a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.workers.is_empty() {
            return;
        }
        self.stop.store(true, Ordering::Release);
        for _ in &self.workers {
            self.listener.unblock(); // wakes one worker a call
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

/// What is given out, apart from how it is asked for.
struct Site {
    root: PathBuf,
    html: Option<Box<Transform>>,
    folders: Vec<Folder>,
    extra: HashMap<String, Content>,
    /// Names and values.
    headers: Vec<(String, String)>,
    /// What the folder itself says of its files, which then may be packed.
    shipped: Option<Vec<hosting::Rule>>,
}

/// A folder beside the root.
struct Folder {
    path: String,
    root: PathBuf,
    html: Box<Transform>,
}

#[derive(Clone)]
struct Content {
    bytes: Vec<u8>,
    media_type: String,
    /// How the bytes are packed.
    coding: Option<Coding>,
}

impl Site {
    fn answer(&self, request: Request) {
        let response = if matches!(request.method(), Method::Get | Method::Head) {
            match self.find(request.url(), |coding| accepts(&request, coding)) {
                Some(content) => {
                    let response = respond(200, content.bytes, &content.media_type);
                    match content.coding {
                        Some(coding) => {
                            let response = with_header(response, "Vary", "Accept-Encoding");
                            with_header(response, "Content-Encoding", coding.name())
                        }
                        None => response,
                    }
                }
                None => respond(404, "Not found\n", "text/plain; charset=utf-8"),
            }
        } else {
            let refusal = respond(405, "Only GET and HEAD\n", "text/plain; charset=utf-8");
            with_header(refusal, "Allow", "GET, HEAD")
        };
        let response = if let Some(rules) = &self.shipped {
            let path = request.url().split(['?', '#']).next().unwrap_or_default();
            let rules = rules.iter().filter(|rule| rule.is_for(path));
            rules.fold(response, |response, rule| with_header(response, &rule.name, &rule.value))
        } else {
            let response = with_header(response, "X-Content-Type-Options", "nosniff");
            // A page built a moment ago must be the one that is shown.
            with_header(response, "Cache-Control", "no-cache")
        };
        let response = self
            .headers
            .iter()
            .fold(response, |response, (name, value)| with_header(response, name, value));
        // As HTTP/1.0, so that the connection ends with the answer: tiny_http can put two new
        // connections on one thread, where the second would wait until a browser, which keeps its
        // connections open, closes the first.
        let head_only = *request.method() == Method::Head;
        let mut writer = request.into_writer();
        let version = tiny_http::HTTPVersion(1, 0);
        // The browser may have left meanwhile, which is its right.
        let _ = response
            .raw_print(&mut writer, version, &[], head_only, None)
            .and_then(|()| writer.flush());
    }

    /// What stands at `target`, the path of a request with or without a query, for one who can unpack these
    /// codings.
    fn find(&self, target: &str, accepts: impl Fn(Coding) -> bool) -> Option<Content> {
        let path = target.split(['?', '#']).next()?;
        let path = percent_decoded(path)?;
        if let Some(content) = self.extra.get(&path) {
            return Some(content.clone());
        }
        let (file, transform) = self
            .folders
            .iter()
            .find_map(|folder| {
                let file = file(&folder.root, path.strip_prefix(&*folder.path)?)?;
                let is_html = file.extension().is_some_and(|ending| ending == "html");
                Some((file, is_html.then_some(&folder.html)))
            })
            .or_else(|| {
                let file = file(&self.root, path.strip_prefix('/')?)?;
                let is_page = file == self.root.join("index.html");
                Some((file, self.html.as_ref().filter(|_| is_page)))
            })?;
        let media_type = media_type(&file.to_string_lossy()).to_owned();
        if let Some(transform) = transform {
            let bytes = transform(fs::read_to_string(&file).ok()?).into_bytes();
            return Some(Content { bytes, media_type, coding: None });
        }
        let packed = |coding: Coding| {
            let mut name = file.clone().into_os_string();
            name.push(coding.ending());
            Some((fs::read(name).ok()?, coding))
        };
        let mut codings = Coding::ALL.into_iter().filter(|coding| accepts(*coding));
        if self.shipped.is_some()
            && let Some((bytes, coding)) = codings.find_map(packed)
        {
            return Some(Content { bytes, media_type, coding: Some(coding) });
        }
        Some(Content { bytes: fs::read(&file).ok()?, media_type, coding: None })
    }
}

/// Whether a browser says that it takes a coding.
fn accepts(request: &Request, coding: Coding) -> bool {
    let accepted = request.headers().iter().filter(|header| header.field.equiv("Accept-Encoding"));
    accepted
        .flat_map(|header| header.value.as_str().split(','))
        .any(|it| it.trim() == coding.name())
}

/// The file for a decoded path relative to a folder, links followed; none outside that.
fn file(root: &Path, relative: &str) -> Option<PathBuf> {
    // A backslash and a colon mean something to Windows only, and nothing good.
    if relative.contains(['\0', '\\', ':']) {
        return None;
    }
    let only_names =
        Path::new(relative).components().all(|part| matches!(part, Component::Normal(_)));
    if !only_names {
        return None;
    }
    let mut file = root.join(relative);
    if relative.is_empty() || relative.ends_with('/') {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    (file.starts_with(root) && file.is_file()).then_some(file)
}

fn respond(
    status: u16,
    body: impl Into<Vec<u8>>,
    media_type: &str,
) -> Response<io::Cursor<Vec<u8>>> {
    let response = Response::from_data(body).with_status_code(StatusCode(status));
    with_header(response, "Content-Type", media_type)
}

fn with_header<R: io::Read>(response: Response<R>, name: &str, value: &str) -> Response<R> {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response, // of a caller, and not ASCII
    }
}

/// The text behind `%41` and the like; none where an escape is broken or the bytes are not UTF-8.
fn percent_decoded(path: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = char::from(bytes.next()?).to_digit(16)?;
            let low = char::from(bytes.next()?).to_digit(16)?;
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

/// What a file of this name is.
pub(crate) fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
