//! What the server gives out and what it keeps to itself, asked over a real socket.
#![allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]

use std::fs;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use super::{Running, Server};

/// A folder with a page in it, and a secret beside it that must stay one.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("site/part")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(folder.join("site/index.html"), "<p>page</p>").unwrap();
        fs::write(folder.join("site/part/index.html"), "<p>part</p>").unwrap();
        fs::write(folder.join("site/a b.js"), "let a;").unwrap();
        fs::write(folder.join("site/page.wasm"), b"\0asm").unwrap();
        Self(folder)
    }

    fn server(&self) -> Server {
        Server::bind(self.0.join("site"), "127.0.0.1:0").unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The whole answer to a request line, headers in small letters.
fn ask(running: &Running, request: &str) -> (String, String) {
    ask_with(running, request, &[])
}

/// The same with headers of one's own.
fn ask_with(running: &Running, request: &str, headers: &[(&str, &str)]) -> (String, String) {
    let address = running.url().replace("http://", "");
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{request} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n").unwrap();
    for (name, value) in headers {
        write!(stream, "{name}: {value}\r\n").unwrap();
    }
    write!(stream, "\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.to_lowercase(), body.to_owned())
}

#[track_caller]
fn assert_found(running: &Running, path: &str, media_type: &str, content: &str) {
    let (head, body) = ask(running, &format!("GET {path}"));
    assert!(head.starts_with("http/1.0 200"), "{path}: {head}");
    assert!(head.contains(&format!("content-type: {media_type}\r\n")), "{path}: {head}");
    assert!(head.contains("cache-control: no-cache"), "{path}: {head}");
    assert_eq!(body, content, "{path}");
}

#[track_caller]
fn assert_not_found(running: &Running, path: &str) {
    let (head, body) = ask(running, &format!("GET {path}"));
    assert!(head.starts_with("http/1.0 404"), "{path}: {head}");
    assert!(!body.contains("secret"), "{path}");
}

#[test]
fn files_come_with_the_media_type_that_browsers_insist_on() {
    let folder = Folder::new("files");
    let running = folder.server().serve_in_background();
    let html = "text/html; charset=utf-8";
    assert_found(&running, "/", html, "<p>page</p>");
    assert_found(&running, "/index.html?q=1", html, "<p>page</p>");
    assert_found(&running, "/part/", html, "<p>part</p>");
    assert_found(&running, "/a%20b.js", "text/javascript; charset=utf-8", "let a;");
    assert_found(&running, "/page.wasm", "application/wasm", "\0asm");
}

#[test]
fn nothing_outside_the_folder_is_given_out() {
    let folder = Folder::new("traversal");
    let secret = folder.0.join("secret.txt");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&secret, folder.0.join("site/link.txt")).unwrap();
    let running = folder.server().serve_in_background();
    for path in [
        "/../secret.txt",
        "/part/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/link.txt",
        "/secret.txt%00.js",
        "/%ff",
        "/%4",
        "/part",
        "/none.js",
    ] {
        assert_not_found(&running, path);
    }
    assert_not_found(&running, &format!("/{}", secret.display()));
    assert_not_found(&running, &secret.display().to_string());
}

#[test]
fn head_answers_without_a_body_and_other_methods_are_refused() {
    let folder = Folder::new("methods");
    let running = folder.server().serve_in_background();
    let (head, body) = ask(&running, "HEAD /page.wasm");
    assert!(head.starts_with("http/1.0 200"), "{head}");
    assert!(head.contains("content-length: 4"), "{head}");
    assert_eq!(body, "");
    let (head, _) = ask(&running, "POST /");
    assert!(head.starts_with("http/1.0 405"), "{head}");
    assert!(head.contains("allow: get, head"), "{head}");
}

#[test]
fn a_test_can_add_files_and_change_the_page() {
    let folder = Folder::new("hooks");
    let running = folder
        .server()
        .with_html(|html| html.replace("page", "probed page"))
        .with_file("/__probe.js", "probe()", "text/javascript")
        .serve_in_background();
    let html = "text/html; charset=utf-8";
    assert_found(&running, "/", html, "<p>probed page</p>");
    assert_found(&running, "/index.html", html, "<p>probed page</p>");
    assert_found(&running, "/part/", html, "<p>part</p>");
    assert_found(&running, "/__probe.js?v=1", "text/javascript", "probe()");
}

#[test]
fn a_taken_port_is_told_apart_from_other_failures() {
    let folder = Folder::new("taken");
    let first = folder.server();
    let address = first.url().replace("http://", "");
    let error = Server::bind(folder.0.join("site"), address).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::AddrInUse);
    let error = Server::bind(folder.0.join("nowhere"), "127.0.0.1:0").unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
}

#[test]
fn a_dropped_server_stops_answering_and_frees_its_port() {
    let folder = Folder::new("dropped");
    let running = folder.server().serve_in_background();
    let address = running.url().replace("http://", "");
    assert_found(&running, "/", "text/html; charset=utf-8", "<p>page</p>");
    drop(running);
    // The thread that holds the socket ends a moment later.
    let free = (0..100).any(|_| {
        thread::sleep(Duration::from_millis(20));
        Server::bind(folder.0.join("site"), &address).is_ok()
    });
    assert!(free);
}

#[test]
fn every_answer_has_the_headers_that_were_asked_for() {
    let folder = Folder::new("headers");
    let running = folder.server().with_header("X-Test", "yes").serve_in_background();
    for path in ["/", "/page.wasm", "/nothing"] {
        let (head, _) = ask(&running, &format!("GET {path}"));
        assert!(head.contains("x-test: yes\r\n"), "{path}: {head}");
    }
}

#[test]
fn other_folders_stand_beside_the_root() {
    let folder = Folder::new("folders");
    let (other, inner) = (folder.0.join("other"), folder.0.join("inner"));
    for folder in [&other, &inner] {
        fs::create_dir_all(folder).unwrap();
    }
    fs::write(other.join("a.html"), "<p>HERE</p>").unwrap();
    fs::write(other.join("a.txt"), "HERE").unwrap();
    fs::write(inner.join("b.js"), "let b;").unwrap();
    let running = folder
        .server()
        .with_folder("/other/inner/", &inner, |html| html)
        .and_then(|server| {
            server.with_folder("/other/", &other, |html| html.replace("HERE", "there"))
        })
        .unwrap()
        .serve_in_background();
    assert_found(&running, "/other/a.html", "text/html; charset=utf-8", "<p>there</p>");
    assert_found(&running, "/other/a.txt", "text/plain; charset=utf-8", "HERE");
    assert_found(&running, "/other/inner/b.js", "text/javascript; charset=utf-8", "let b;");
    assert_found(&running, "/part/", "text/html; charset=utf-8", "<p>part</p>");
    for path in [
        "/other/../secret.txt",
        "/other/%2e%2e/secret.txt",
        "/other//secret.txt",
        "/otherwise",
        "/other",
    ] {
        assert_not_found(&running, path);
    }
    assert!(folder.server().with_folder("/none/", folder.0.join("none"), |html| html).is_err());
}

#[test]
fn a_folder_to_upload_is_given_out_as_it_says() {
    let folder = Folder::new("shipped");
    let site = folder.0.join("site");
    fs::write(site.join("_headers"), "/*\n  X-All: yes\n/page.wasm\n  Cache-Control: kept\n")
        .unwrap();
    fs::write(site.join("page.wasm.br"), "brotli").unwrap();
    fs::write(site.join("page.wasm.gz"), "gzip").unwrap();
    let running = folder.server().as_shipped().unwrap().serve_in_background();
    let asked =
        |accepted: &str| ask_with(&running, "GET /page.wasm", &[("Accept-Encoding", accepted)]);

    let (head, body) = asked("gzip, deflate, br");
    assert_eq!(body, "brotli");
    for told in [
        "content-encoding: br",
        "content-type: application/wasm",
        "cache-control: kept",
        "x-all: yes",
        "vary: accept-encoding",
    ] {
        assert!(head.contains(told), "{told}: {head}");
    }
    assert_eq!(asked("gzip").1, "gzip");
    let (head, body) = asked("identity");
    assert_eq!(body, "\0asm");
    assert!(!head.contains("content-encoding"), "{head}");

    let (head, _) = ask(&running, "GET /part/");
    assert!(head.contains("x-all: yes") && !head.contains("cache-control"), "{head}");
    assert!(Folder::new("not-shipped").server().as_shipped().is_err(), "nothing is told there");
}
