//! What a folder to upload has to be, with a page of a few words.

use std::path::PathBuf;

use super::*;

const PAGE: &str = r#"<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><meta name="masklab-app" data-module="./first.js"><script src="./start.js"></script>"#;

/// A folder of its own for each test, which goes with this value.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("masklab-hosting-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn with_a_page(test: &str, html: &str) -> Self {
        let folder = Self::new(test);
        let files = [
            ("index.html", html),
            ("start.js", "import('./first.js')"),
            ("first.js", &"the(same, words, again, and, again);\n".repeat(40)),
            ("mask-lab.js", "for other pages"),
            ("masklab.webmanifest", r#"{ "icons": [{ "src": "./icon-192.png" }] }"#),
            ("icon-192.png", "points"),
            ("program.wasm", "numbers"),
        ];
        for (name, content) in files {
            fs::create_dir_all(folder.dist()).unwrap();
            fs::write(folder.dist().join(name), content).unwrap();
        }
        folder
    }

    fn dist(&self) -> PathBuf {
        self.0.join("dist")
    }

    fn out(&self) -> PathBuf {
        self.0.join("out")
    }

    fn compose(&self) -> Result<Vec<File>> {
        compose(&self.dist(), &self.out())
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.out().join(SITE).join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn name_of<'a>(files: &'a [File], built: &str) -> &'a str {
    &files.iter().find(|file| file.built.as_deref() == Some(built)).unwrap().name
}

#[test]
fn every_name_but_those_that_others_know_is_by_content() {
    let folder = Folder::with_a_page("names", PAGE);
    let files = folder.compose().unwrap();
    let mut stay: Vec<&str> =
        files.iter().map(|file| &*file.name).filter(|name| !names::is_by_content(name)).collect();
    stay.sort_unstable();
    assert_eq!(stay, ["index.html", "mask-lab.js", "worker.js"]);
    let manifest = folder.read(name_of(&files, "masklab.webmanifest"));
    assert!(manifest.contains(name_of(&files, "icon-192.png")), "{manifest}");
}

#[test]
fn the_page_says_where_its_worker_and_its_manifest_are() {
    let folder = Folder::with_a_page("offline", PAGE);
    let files = folder.compose().unwrap();
    let html = folder.read("index.html");
    let tags = tags(&html);
    let tag = tags.iter().find(|tag| tag.attribute("name") == Some("masklab-offline")).unwrap();
    assert_eq!(tag.attribute("data-worker"), Some("./worker.js"));
    let manifest = format!("./{}", name_of(&files, "masklab.webmanifest"));
    assert_eq!(tag.attribute("data-manifest"), Some(&*manifest));
}

#[test]
fn a_worker_has_what_a_visit_needs_and_changes_with_it() {
    let folder = Folder::with_a_page("worker", PAGE);
    let files = folder.compose().unwrap();
    let before = folder.read(WORKER);
    assert!(!before.contains("MASKLAB_"), "{before}");
    for needed in ["start.js", "first.js"] {
        assert!(before.contains(&format!("\"{}\"", name_of(&files, needed))), "{needed}: {before}");
    }
    assert!(!before.contains("mask-lab.js"), "{before}");
    let start = name_of(&files, "start.js");
    assert_eq!(
        before.matches(start).count(),
        2,
        "the page names it, and a visit needs it: {before}"
    );
    folder.compose().unwrap();
    assert_eq!(folder.read(WORKER), before, "the same page makes the same worker");
    fs::write(
        folder.dist().join("index.html"),
        PAGE.replace("<!doctype html>", "<!doctype html> "),
    )
    .unwrap();
    folder.compose().unwrap();
    assert_ne!(folder.read(WORKER), before, "another page makes another one");
}

#[test]
fn what_is_packed_is_the_same_file() {
    use std::io::Read as _;
    let folder = Folder::with_a_page("packed", PAGE);
    let files = folder.compose().unwrap();
    let file = files.iter().find(|file| file.built.as_deref() == Some("first.js")).unwrap();
    let whole = folder.read(&file.name);
    let packed =
        |ending| fs::read(folder.out().join(SITE).join(format!("{}{ending}", file.name))).unwrap();
    let mut gzip = String::new();
    flate2::read::GzDecoder::new(&*packed(".gz")).read_to_string(&mut gzip).unwrap();
    let mut brotli = Vec::new();
    brotli::BrotliDecompress(&mut &*packed(".br"), &mut brotli).unwrap();
    assert_eq!((gzip.as_bytes(), &*brotli), (whole.as_bytes(), whole.as_bytes()));
    assert_eq!(file.raw, whole.len() as u64);
    assert_eq!((file.gzip, file.brotli), (packed(".gz").len() as u64, packed(".br").len() as u64));
    assert!(file.brotli < file.gzip && file.gzip < file.raw, "{file:?}");
    let picture = name_of(&files, "icon-192.png");
    assert!(!folder.out().join(SITE).join(format!("{picture}.gz")).exists());
}

#[test]
fn all_servers_are_told_the_policy_of_the_page() {
    let folder = Folder::with_a_page("policy", PAGE);
    folder.compose().unwrap();
    let nginx = fs::read_to_string(folder.out().join(NGINX)).unwrap();
    for told in [folder.read(HEADERS), folder.read(APACHE), nginx] {
        assert!(told.contains("default-src 'none'"), "{told}");
        assert!(told.contains("application/wasm"), "{told}");
        assert!(told.contains("Access-Control-Allow-Origin"), "{told}");
        assert!(told.contains("max-age=31536000, immutable"), "{told}");
    }
}

#[test]
fn what_was_there_before_goes_and_what_is_a_persons_stays() {
    let folder = Folder::with_a_page("before", PAGE);
    let before = name_of(&folder.compose().unwrap(), "first.js").to_owned();
    fs::write(folder.dist().join("first.js"), "other").unwrap();
    folder.compose().unwrap();
    assert!(!folder.out().join(SITE).join(before).exists());

    let theirs = folder.0.join("theirs");
    fs::create_dir_all(&theirs).unwrap();
    fs::write(theirs.join("thesis.txt"), "years of work").unwrap();
    let refusal = compose(&folder.dist(), &theirs).unwrap_err().to_string();
    assert!(refusal.contains("has something in it"), "{refusal}");
    assert_eq!(fs::read_to_string(theirs.join("thesis.txt")).unwrap(), "years of work");
}

#[test]
fn any_page_can_be_packed_in_the_same_ways() {
    let folder = Folder::with_a_page("any", "<p>no page of ours</p>");
    pack_as_it_is(&folder.dist(), &folder.out()).unwrap();
    let packed = fs::metadata(folder.out().join("first.js.br")).unwrap().len();
    assert!(packed < fs::metadata(folder.out().join("first.js")).unwrap().len());
    assert_eq!(
        fs::read_to_string(folder.out().join("index.html")).unwrap(),
        "<p>no page of ours</p>"
    );
    let again = pack_as_it_is(&folder.dist(), &folder.out()).unwrap_err().to_string();
    assert!(again.contains("has something in it"), "{again}");
}

#[test]
fn a_page_that_is_not_as_it_was_is_refused() {
    for (test, html, part) in [
        ("no-app", PAGE.replace("masklab-app", "other"), "masklab-app"),
        ("no-policy", PAGE.replace("http-equiv", "name"), "content policy"),
        ("quotes", PAGE.replace("'none'", "$none"), "content policy"),
    ] {
        let folder = Folder::with_a_page(test, &html);
        let refusal = folder.compose().unwrap_err().to_string();
        assert!(refusal.contains(part), "{refusal}");
        assert!(!folder.out().exists(), "{test}: nothing is written");
    }
}
