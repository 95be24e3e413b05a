//! Which files count as a first load, and what the table says of them.
#![allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]

use std::path::PathBuf;

use super::*;

struct Dist(PathBuf);

impl Dist {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for (name, content) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        Self(folder)
    }
}

impl Drop for Dist {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_first_load_is_everything_that_opening_the_page_fetches() {
    let dist = Dist::new(
        "first-load",
        &[
            (
                "index.html",
                r#"<!DOCTYPE html><html><head>
                <meta name="about" content="words.txt">
                <link rel="stylesheet" href="./style-0a.css">
                <link rel=manifest href=app.webmanifest>
                <meta name="app" data-module="page-1b.js" data-wasm='page-1b_bg.wasm'>
                <script type="module" src="start.js"></script></head>
                <body><a href="lesson.html">Lesson</a> x = "words.txt"
                <img src="https://example.org/far.png"></body></html>"#,
            ),
            ("style-0a.css", "p { background: url(./img/dot.svg) }"),
            ("app.webmanifest", r#"{"icons": [{"src": "icon.png"}]}"#),
            ("start.js", "import('./snippets/a/inline0.js'); // lesson.html"),
            ("page-1b.js", "fetch('page_bg.wasm')"),
            ("page-1b_bg.wasm", "wasm"),
            ("snippets/a/inline0.js", "export let a;"),
            ("img/dot.svg", "<svg/>"),
            ("icon.png", "png"),
            ("lesson.html", "<p>"),
            ("words.txt", "words"),
            ("far.png", "not ours"),
        ],
    );
    let fetched: Vec<String> = first_load(&dist.0).unwrap().into_iter().collect();
    assert_eq!(
        fetched,
        [
            "app.webmanifest",
            "icon.png",
            "img/dot.svg",
            "index.html",
            "page-1b.js",
            "page-1b_bg.wasm",
            "snippets/a/inline0.js",
            "start.js",
            "style-0a.css",
        ]
    );
}

#[test]
fn without_a_page_the_message_says_how_to_make_one() {
    let dist = Dist::new("no-page", &[("dist/other.html", "")]);
    let place = Place { root: dist.0.clone(), tools: PathBuf::new(), ci: false };
    let error = check(&place).unwrap_err().to_string();
    assert!(error.contains("cargo xtask build"), "{error}");
}

fn page_of(gzip: u64) -> String {
    table(&[Row { name: "index.html".to_owned(), raw: 300_000, gzip }])
}

#[test]
fn the_table_says_whether_the_number_is_beaten() {
    assert!(page_of(85_300).contains("beaten, 22.7 kB less"));
    assert!(page_of(108_000).contains("not beaten, 0.0 kB more"));
    assert!(page_of(85_300).contains("total                     300,000      85,300\n"));
}

#[test]
fn above_the_limit_the_build_fails_and_says_by_how_much() {
    let error = Error::TooBig { bytes: 150_001, limit: LIMIT };
    assert!(error.to_string().ends_with("has to lose 1 bytes"));
}

#[test]
fn compression_is_that_of_gzip_at_its_best() {
    // `yes masklab | head -1000 | gzip -9 | wc -c` says 57 or so, with its header.
    let size = gzipped("masklab\n".repeat(1000).as_bytes()).unwrap();
    assert!((30..90).contains(&size), "{size}");
}

#[test]
fn the_whole_app_comes_after_the_first_load() {
    let [module, wasm, ..] = LATER;
    let start = format!("import(\"./{module}\"); fetch(\"./{wasm}\")");
    let index = r#"<script src="start.js"></script>"#;
    let files = [("index.html", index), ("start.js", &start), (module, ""), (wasm, "")];
    let dist = Dist::new("whole-app", &files);
    let names: Vec<String> = first_load(&dist.0).unwrap().into_iter().collect();
    assert_eq!(names, ["index.html", "start.js"]);
}
