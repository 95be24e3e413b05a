//! How the parts come together, and that what does not fit is an error.
#![allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]

use std::path::PathBuf;

use super::*;

const INDEX: &str = r#"<!doctype html>
<html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'">
<link rel="icon" href="./icon-1.svg" integrity="sha384-x"/>
<link rel="stylesheet" href="./masklab-2.css"/>
<meta name="masklab-app" data-module="./first-3.js" data-wasm="./first-3.wasm">
<script src="./start-4.js" type="module"></script>
<link rel="modulepreload" href="./first-3.js"><link rel="preload" href="./first-3.wasm"></head>
<body><p>First view</p></body></html>
"#;
const APP_JS: &str = "async function __wbg_init(it) {
module_or_path = new URL('masklab-page_bg.wasm', import.meta.url);
module_or_path = fetch(module_or_path);
}
export { initSync, __wbg_init as default };
";

/// A folder with a page, which goes with it.
struct Dist(PathBuf);

impl Dist {
    fn new(name: &str) -> Self {
        let folder = format!("xtask-single-file-{name}-{}", std::process::id());
        let dist = Self(std::env::temp_dir().join(folder));
        fs::create_dir_all(&dist.0).unwrap();
        let start = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/start.js");
        dist.put("index.html", INDEX);
        dist.put("icon-1.svg", "<svg/>");
        dist.put("masklab-2.css", "p { color: red }\r\n");
        dist.put("start-4.js", &fs::read_to_string(start).unwrap());
        dist.put("masklab-page.js", APP_JS);
        dist.put("masklab-page_bg.wasm", "program");
        dist.put("embed.js", "const host = window.parent;\n");
        dist
    }

    fn put(&self, name: &str, content: &str) {
        fs::write(self.0.join(name), content).unwrap();
    }

    /// Why there is no single file when one of its files has something else in it.
    fn refusal(&self, name: &str, from: &str, to: &str) -> String {
        let path = self.0.join(name);
        let content = fs::read_to_string(&path).unwrap();
        assert!(content.contains(from), "{name} has {from}");
        self.put(name, &content.replacen(from, to, 1));
        let refusal = compose(&self.0).unwrap_err().to_string();
        self.put(name, &content);
        refusal
    }
}

impl Drop for Dist {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn everything_is_inside() {
    let single = compose(&Dist::new("inside").0).unwrap();
    let found = tags(&single);
    let names: Vec<&str> = found.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["html", "head", "meta", "link", "style", "body", "p", "script", "script"]);
    assert_eq!(found[3].attribute("href"), Some("data:image/svg+xml;base64,PHN2Zy8+"));
    assert_eq!(found[4].text, "p { color: red }\n", "as a browser reads it");
    let program = BASE64.decode(found[7].text).unwrap();
    let mut unpacked = String::new();
    io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&program[..]), &mut unpacked)
        .unwrap();
    assert_eq!(unpacked, "program");
    for part in ["const host", "return { default: __wbg_init }", "DecompressionStream", "crash"] {
        assert!(found[8].text.contains(part), "{part}");
    }
    let policy = found[2].attribute("content").unwrap();
    let expected = policy::of_file(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'",
        found[8].text,
        found[4].text,
    );
    assert_eq!(policy, expected.unwrap(), "the hashes are those of what is in the file");
    assert!(policy.ends_with("connect-src 'none'"), "{policy}");
}

#[test]
fn a_part_that_is_not_as_it_was_is_named() {
    let dist = Dist::new("parts");
    for (name, from, to, part) in [
        ("index.html", "rel=\"icon\"", "rel=\"x-icon\"", "<link rel=\"icon\">"),
        ("index.html", "<p>", "<meta name=\"masklab-app\">", "<meta name=\"masklab-app\">"),
        ("index.html", "</body>", "", "</body>"),
        ("index.html", "./icon-1.svg", "https://example.org/a.svg", "https://example.org/a.svg"),
        ("index.html", "./icon-1.svg", "./icon-9.svg", "icon-9.svg"),
        ("index.html", "default-src 'none'; ", "", "default-src"),
        ("start-4.js", "const load =", "const bring =", "static/start.js"),
        ("start-4.js", "await start(first)", "await begin(first)", "await start(first)"),
        ("start-4.js", "compileStreaming", "compile", "compileStreaming"),
        ("masklab-page.js", "export {", "export default {", "masklab-page.js"),
        ("embed.js", "host", "host = '</script>'", "</script"),
    ] {
        let refusal = dist.refusal(name, from, to);
        assert!(refusal.contains(part), "{name}: {refusal}");
    }
    let _ = fs::remove_file(dist.0.join("embed.js"));
    let refusal = compose(&dist.0).unwrap_err().to_string();
    assert!(refusal.contains("embed.js"), "{refusal}");
}

#[test]
fn a_reference_that_is_left_is_an_error() {
    let dist = Dist::new("left");
    for (name, from, to, part) in [
        ("index.html", "<p>", "<p><img src=\"photo\">", "photo"),
        ("index.html", "</head>", "<link rel=\"manifest\" href=\"app\"></head>", "app"),
        ("index.html", "</head>", "<script src=\"more\"></script></head>", "more"),
        ("masklab-2.css", "red", "red; background: url(dot)", "url(dot)"),
        ("masklab-2.css", "p {", "@import 'more'; p {", "@import 'more'"),
        ("embed.js", "window.parent", "await import('more')", "import('more')"),
        ("embed.js", "window.parent", "await fetch('more')", "fetch('more')"),
        ("masklab-page.js", "async", "import { a } from './snippets/a.js';\nasync", "snippets"),
        ("masklab-page.js", "async", "new URL('more', there);\nasync", "URL('more'"),
    ] {
        let refusal = dist.refusal(name, from, to);
        assert!(refusal.contains("outside") && refusal.contains(part), "{name}: {refusal}");
    }
}
