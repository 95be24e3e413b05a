//! The page as one file: from a disk, and in sandboxes that are no other page's origin.
//!
//! The file is made of the build that the other scenarios open. It is opened as it is, and with the probe at
//! its beginning, which the server puts into the page elsewhere.

use std::fs;
use std::rc::Rc;

use masklab::core::document::{Document, Edit};
use masklab::core::math::Probability;
use serde_json::json;
use url::Url;
use xtask::server::{Running, Server};
use xtask::single_file;

use super::crash::{crash, started_anew};
use super::hosts::{document, enter, heard, leave, tell};
use crate::engine::Engine;
use crate::hosts::HOST_LINK;
use crate::page::{Page, candidate, place};
use crate::probe;
use crate::process::Scratch;
use crate::replay::{Replay, set};
use crate::site;
use crate::tools;
use crate::wait::eventually;

const AS_IT_IS: &str = "masklab.html";
const WATCHED: &str = "watched.html";
const EMPTY: &str = "empty.html";
/// A page with the file in a sandbox without an origin: by its address, or with `?srcdoc` as a text.
const HOST: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
<body><script type="module">
window.heard = [];
addEventListener("message", ({ data }) => window.heard.push(data));
const frame = document.createElement("iframe");
frame.title = "MaskLab";
frame.sandbox = "allow-scripts";
frame.width = 1000;
frame.height = 600;
if (location.search === "?srcdoc") frame.srcdoc = await (await fetch("./watched.html")).text();
else frame.src = "./watched.html?embed=1#HOST_LINK";
document.body.append(frame);
</script>"#;

/// A folder with the file in it, which goes with this value.
struct Folder(Scratch);

impl Folder {
    fn new() -> Self {
        let folder = Scratch::new("single-file").expect("there is room for a folder");
        let file = single_file::compose(&site::dist()).unwrap_or_else(|error| panic!("{error}"));
        let probe = format!("<script>{}</script>", probe::SCRIPT);
        let watched = site::with_first(&file, &probe);
        let empty = "<!doctype html><title>Empty</title>".to_owned();
        let host = HOST.replace("HOST_LINK", HOST_LINK);
        for (name, content) in
            [(AS_IT_IS, file), (WATCHED, watched), (EMPTY, empty), ("host.html", host)]
        {
            fs::write(folder.path().join(name), content).expect("there is room for a file");
        }
        Self(folder)
    }

    fn serve(&self) -> Running {
        let server = Server::bind(self.0.path(), "127.0.0.1:0").expect("the folder can be served");
        server.serve_in_background()
    }

    /// Opens a file of it from the disk.
    async fn open(&self, page: &Page, name: &str) {
        let address = Url::from_file_path(self.0.path().join(name)).expect("a path from the root");
        page.client.goto(address.as_str()).await.expect("the file opens");
    }

    /// Opens a file of it as a browser does that has never seen one.
    async fn open_anew(&self, page: &Page, name: &str) {
        self.open(page, EMPTY).await;
        // All files of a disk may share what is kept.
        page.ask("localStorage.clear();", vec![]).await;
        self.open(page, name).await;
        page.started().await;
    }
}

/// Forbids Chromium any network, or no longer.
async fn without_a_network(page: &Page, forbidden: bool) {
    if page.engine == Engine::Chromium {
        let no_limit = -1;
        let conditions = json!({
            "offline": forbidden, "latency": 0,
            "downloadThroughput": no_limit, "uploadThroughput": no_limit,
        });
        tools::ask(&page.client, "Network.enable", json!({})).await;
        tools::ask(&page.client, "Network.emulateNetworkConditions", conditions).await;
    }
}

/// Whatever was asked for, it was not from anywhere.
async fn assert_alone(page: &Page) {
    let fetched = page.ask(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)
            // WebKit counts the file itself in a sandbox.
            .filter((name) => !name.startsWith('data:') && name !== location.href.split('#')[0]);",
        vec![],
    );
    assert_eq!(fetched.await, json!([]), "the file asks for nothing");
    probe::assert_silent(page).await;
}

/// A probability that is written, and what comes of it.
async fn answers(replay: &mut Replay<'_>, page: &Page, word: &str) {
    let field = format!("{} input[type=text]", candidate(place(1, 3), word));
    page.fill(&field, "0.3").await;
    replay.follows(&set(place(1, 3), word, Probability::nearest(0.3).value())).await;
    replay.rest();
}

/// From a disk, without a network: it works, keeps the work, and gets over a crash.
pub(super) async fn a_file_opens_from_a_disk(page: &Page) {
    let folder = Folder::new();
    without_a_network(page, true).await;
    folder.open_anew(page, AS_IT_IS).await;
    let mut replay = Replay::from_the_start(page).await;
    answers(&mut replay, page, "brown").await;

    folder.open_anew(page, WATCHED).await;
    let mut replay = Replay::from_the_start(page).await;
    answers(&mut replay, page, "brown").await;
    replay.mask(place(1, 4)).await;
    let link = replay.document().to_link().expect("a short document");
    eventually("the address says what there is", async || {
        let shown = page.ask("return location.hash.slice(1);", vec![]).await;
        if shown == json!(link) { Ok(()) } else { Err(shown.to_string()) }
    })
    .await;
    assert_alone(page).await;
    page.client.refresh().await.expect("the file opens again");
    page.started().await;
    let mut replay = Replay::of(page, replay.document()).await;
    replay.mask(place(1, 1)).await;
    assert_alone(page).await;

    crash(page).await;
    page.click("#crash-reload").await;
    started_anew(page).await;
    Replay::of(page, replay.document()).await;
    crash(page).await;
    page.click("#crash-start-over").await;
    started_anew(page).await;
    Replay::from_the_start(page).await;
    assert_alone(page).await;
    without_a_network(page, false).await;
}

/// In a sandbox without an origin, where WebKit takes no other file of a page: it works, answers the page
/// around it, and gets over a crash.
pub(super) async fn a_file_works_in_a_sandbox(page: &Page) {
    let folder = Folder::new();
    let server = folder.serve();
    let host = format!("{}/host.html", server.url());
    page.client.goto(&host).await.expect("the host opens");
    let height = heard(page, json!({ "event": "resize" })).await["height"].clone();
    assert!(height.as_u64().is_some_and(|height| height > 300), "{height}");
    plays_its_part(page, document(HOST_LINK), true).await;
}

/// So it does as a text in an attribute, without an address; but there, nothing is kept.
pub(super) async fn a_file_works_as_a_text(page: &Page) {
    let folder = Folder::new();
    let server = folder.serve();
    let host = format!("{}/host.html?srcdoc", server.url());
    page.client.goto(&host).await.expect("the host opens");
    plays_its_part(page, Document::course_item(), false).await;
}

/// What must be true of it in a frame that opens with a document, which has an address or has none.
async fn plays_its_part(page: &Page, opened: Document, has_address: bool) {
    heard(page, json!({ "event": "ready" })).await;
    enter(page).await;
    page.started().await;
    let origin = page.ask("return self.origin;", vec![]).await;
    assert_eq!(origin, json!("null"), "the sandbox has no origin");
    let mut replay = Replay::of(page, &opened).await;
    replay.mask(place(1, 1)).await;
    assert_alone(page).await;

    leave(page).await;
    let link = replay.document().to_link().expect("a short document");
    tell(page, json!({ "masklab": 1, "method": "getState", "id": 7 })).await;
    assert_eq!(heard(page, json!({ "id": 7 })).await["state"], json!(link));
    tell(page, json!({ "masklab": 1, "method": "setState", "state": HOST_LINK, "id": 8 })).await;
    assert_eq!(heard(page, json!({ "id": 8 })).await["error"], json!(null));
    enter(page).await;
    replay.follows(&Edit::Open(Rc::new(document(HOST_LINK)))).await;
    assert_alone(page).await;

    crash(page).await;
    page.click("#crash-reload").await;
    started_anew(page).await;
    let course_item = Document::course_item();
    let kept = if has_address { replay.document() } else { &course_item };
    Replay::of(page, kept).await;
    crash(page).await;
    page.click("#crash-start-over").await;
    started_anew(page).await;
    Replay::from_the_start(page).await;
    assert_alone(page).await;
}

/// Its policy is in force: a script that finds its way into it does not run, and nothing is sent.
pub(super) async fn a_file_is_held_to_its_policy(page: &Page) {
    let folder = Folder::new();
    folder.open_anew(page, WATCHED).await;
    let ran = page
        .client
        .execute_async(
            "const [done] = arguments;
            const script = document.createElement('script');
            script.textContent = 'window.__ran = true;';
            document.head.append(script);
            script.remove();
            const style = document.createElement('style');
            style.textContent = 'body { outline: 7px solid red }';
            document.head.append(style);
            const outline = getComputedStyle(document.body).outlineWidth;
            style.remove();
            const sent = fetch('data:,').then(() => true, () => false);
            sent.then((sent) => done([window.__ran ?? false, outline === '7px', sent]));",
            vec![],
        )
        .await;
    let ran = ran.expect("the script ends");
    assert_eq!(ran, json!([false, false, false]), "no script, no style, no request");
    let mut complaints = Vec::new();
    eventually("the refusals are noted", async || {
        complaints.extend(probe::complaints(page).await);
        let all = ["script-src", "style-src", "connect-src"]
            .iter()
            .all(|name| complaints.iter().any(|it| it.contains(&format!("policy: {name}"))));
        if all { Ok(()) } else { Err(format!("{complaints:?}")) }
    })
    .await;
    Replay::from_the_start(page).await;
}
