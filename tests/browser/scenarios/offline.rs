//! The page as it is uploaded: under the headers that it ships, kept by its worker for when there is no
//! network, and renewed when a person wants it.
//!
//! The folder is made of the build that the other scenarios open, with the probe as one of its files and nothing
//! packed, which takes half a minute.

use std::fs;
use std::path::Path;

use masklab::core::document::Document;
use serde_json::json;
use xtask::hosting::{SITE, lay_out};
use xtask::server::{Running, Server};

use super::hosts::document;
use crate::hosts::HOST_LINK;
use crate::page::{Page, chip, place};
use crate::probe;
use crate::process::Scratch;
use crate::replay::Replay;
use crate::site;
use crate::wait::eventually;

/// A page with the page as a part of it.
const HOST: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
<iframe src="./?embed=1" title="MaskLab" width="1000" height="600"></iframe>"#;

/// A built page, and the folder to upload that is made of it.
struct Folder(Scratch);

impl Folder {
    fn new() -> Self {
        let folder = Self(Scratch::new("hosting").expect("there is room for a folder"));
        let dist = folder.dist();
        fs::create_dir_all(&dist).expect("there is room for a folder");
        for entry in fs::read_dir(site::dist()).expect("the page is built") {
            let entry = entry.expect("a folder can be listed");
            fs::copy(entry.path(), dist.join(entry.file_name())).expect("there is room for a file");
        }
        let watched = |html: &str| site::with_first(html, r#"<script src="./probe.js"></script>"#);
        folder.change_page(watched);
        fs::write(dist.join("probe.js"), probe::SCRIPT).expect("there is room for a file");
        folder.publish();
        folder
    }

    fn dist(&self) -> std::path::PathBuf {
        self.0.path().join("dist")
    }

    fn site(&self) -> std::path::PathBuf {
        self.out().join(SITE)
    }

    fn out(&self) -> std::path::PathBuf {
        self.0.path().join("out")
    }

    fn change_page(&self, change: impl Fn(&str) -> String) {
        let page = self.dist().join("index.html");
        let html = fs::read_to_string(&page).expect("the page is built");
        fs::write(page, change(&html)).expect("there is room for a file");
    }

    fn change_style(&self, more: &str) {
        let files = fs::read_dir(self.dist()).expect("the page is built");
        let mut sheets = files
            .map(|entry| entry.expect("a folder can be listed").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "css"));
        let sheet = sheets.next().expect("there is a style sheet");
        let style = fs::read_to_string(&sheet).expect("the page is built");
        fs::write(sheet, style + more).expect("there is room for a file");
    }

    /// Makes what is uploaded anew, and a page around it.
    fn publish(&self) {
        lay_out(&self.dist(), &self.out()).unwrap_or_else(|error| panic!("{error}"));
        fs::write(self.site().join("host.html"), HOST).expect("there is room for a file");
    }
}

fn serve(site: &Path) -> Running {
    let server = Server::bind(site, "127.0.0.1:0").expect("the folder can be served");
    server.as_shipped().expect("it says how").serve_in_background()
}

async fn visit(page: &Page, address: &str) {
    page.client.goto(address).await.expect("the page opens");
    page.started().await;
}

/// Waits until everything that a visit needs is kept.
async fn is_kept(page: &Page) {
    eventually("the page is kept", async || {
        let kept = page.client.execute_async(
            "const [done] = arguments;
            navigator.serviceWorker.getRegistration().then((it) => done(it?.active?.state ?? 'none'), (why) => done(`${why}`));",
            vec![],
        );
        match kept.await {
            Ok(state) if state == json!("activated") => Ok(()),
            other => Err(format!("{other:?}")),
        }
    })
    .await;
}

/// Lets the browser look for another version; whether one waits then.
async fn looked_for_another(page: &Page) -> serde_json::Value {
    let answer = page.client.execute_async(
        "const [done] = arguments;
        navigator.serviceWorker.getRegistration().then(async (registration) => {
            const settled = (worker) => new Promise((resolve) => {
                const look = () => ['installed', 'activated', 'redundant'].includes(worker.state) && resolve();
                worker.addEventListener('statechange', look);
                look();
            });
            await registration.update().catch(() => {});
            if (registration.installing) await settled(registration.installing);
            done(registration.waiting !== null);
        }, (why) => done(`${why}`));",
        vec![],
    );
    answer.await.expect("the page has been asked")
}

/// After one visit, the page opens without a network, with what was done and with links.
pub(super) async fn the_page_is_there_without_a_network(page: &Page) {
    let folder = Folder::new();
    let server = serve(&folder.site());
    let url = server.url();
    visit(page, &url).await;
    is_kept(page).await;
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    let link = replay.document().to_link().expect("a short document");
    eventually("the work is in the address", async || {
        let shown = page.ask("return location.hash.slice(1);", vec![]).await;
        if shown == json!(link) { Ok(()) } else { Err(shown.to_string()) }
    })
    .await;
    probe::assert_silent(page).await;

    drop(server);
    visit(page, &url).await;
    let mut replay = Replay::of(page, replay.document()).await;
    replay.mask(place(1, 1)).await;
    visit(page, &format!("{url}/index.html?lang=de#{HOST_LINK}")).await;
    let language = page
        .ask("return document.querySelector('#share-open, header button').textContent;", vec![]);
    assert!(
        language.await.as_str().is_some_and(|text| text.contains("Beispiele")),
        "its query counts"
    );
    let opened = page.ask("return location.hash.slice(1);", vec![]).await;
    let opened = Document::from_link(opened.as_str().unwrap_or_default());
    assert_eq!(opened.expect("the address is a link").document, document(HOST_LINK));
    probe::assert_silent(page).await;
}

/// As a part of another page, it keeps nothing: that is the other page's to do.
pub(super) async fn a_part_of_a_page_is_not_kept(page: &Page) {
    let folder = Folder::new();
    let server = serve(&folder.site());
    page.client.goto(&format!("{}/host.html", server.url())).await.expect("the host opens");
    page.client.enter_frame(0).await.expect("the page is in the frame");
    page.started().await;
    let said = page.ask("return document.documentElement.dataset.offline ?? null;", vec![]).await;
    assert_eq!(said, json!(null));
    let kept = page.client.execute_async(
        "const [done] = arguments;
        navigator.serviceWorker.getRegistrations().then((all) => done(all.length));",
        vec![],
    );
    assert_eq!(kept.await.expect("the page has been asked"), json!(0));
}

/// A new version is said to be there, and comes when it is asked for, with the work of a moment before.
pub(super) async fn a_new_version_waits_until_it_is_asked_for(page: &Page) {
    let folder = Folder::new();
    let server = serve(&folder.site());
    let url = server.url();
    let edition = async || {
        let meta = "return document.querySelector('meta[name=edition]')?.content ?? 'first';";
        page.client.execute(meta, vec![]).await.map_err(|error| error.to_string())
    };
    visit(page, &url).await;
    is_kept(page).await;
    assert_eq!(page.count("#reload").await, 0, "nothing is new");

    let index = folder.site().join("index.html");
    let first = fs::read(&index).expect("there is a page");
    folder.change_page(|html| {
        // The style sheet, too: it is one of the files by which a page is known to be of a version.
        html.replacen("<meta ", r#"<meta name="edition" content="second"><meta "#, 1)
    });
    folder.change_style("/* */ :root { --edition: 2 }");
    folder.publish();
    let second = fs::read(&index).expect("there is a page");
    // An upload that has not arrived as a whole: its worker is there before its page.
    fs::write(&index, first).expect("there is room for a file");
    visit(page, &url).await;
    assert_eq!(looked_for_another(page).await, json!(false), "half of a version is none");
    assert_eq!(page.count("#reload").await, 0, "nothing is said of it");
    fs::write(&index, second).expect("there is room for a file");

    visit(page, &url).await;
    page.has_count("#reload", 1).await;
    assert_eq!(edition().await, Ok(json!("first")), "nothing changes by itself");
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    probe::assert_silent(page).await;
    page.click("#reload").await;
    eventually("the second edition is there", async || {
        let edition = edition().await?;
        if edition == json!("second") { Ok(()) } else { Err(edition.to_string()) }
    })
    .await;
    page.started().await;
    Replay::of(page, replay.document()).await;
    page.focus(&chip(place(1, 4))).await;
    assert_eq!(page.count("#reload").await, 0, "nothing is newer");
    let caches = page.client.execute_async(
        "const [done] = arguments;
        caches.keys().then((names) => done(names.length));",
        vec![],
    );
    assert_eq!(caches.await.expect("the page has been asked"), json!(1), "the first one is gone");
    probe::assert_silent(page).await;
}
