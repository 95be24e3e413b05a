//! A first visit over a slow network, on a slow processor: how long it takes until the example can be read
//! and until a slider answers, and what comes over the wire.
//!
//! Each load is the first one of a new browser, which has nothing in its caches and nothing compiled. Beside
//! our page another one can be loaded in turns with it, packed in the same ways and served by the same server;
//! `arrival.js` has to know its slider.
//!
//! A slider answers when the number that follows from it is on the screen. From the frame on in which it can be
//! seen, it is moved in each frame, by the same event as a hand's move ends in, until that happens. What a real
//! hand would add is the browser's way from a mouse to that event, which is the same for all pages.
//!
//! The developer tools slow the page's own thread down, and not those on which the browser compiles; and what
//! a server needs to answer is not in it.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use xtask::hosting::{self, SITE};
use xtask::server::{Running, Server};

use crate::browser::Browser;
use crate::figures::{median, percentile, print_table};
use crate::process::Scratch;
use crate::site::{EMPTY, EMPTY_PATH};

/// So many loads of each page in each coding.
const LOADS: usize = 9;

/// "Slow 4G" as Lighthouse has it where the developer tools slow a network down: 1.6 Mbit/s down, 750 kbit/s
/// up and a round trip of 150 ms. The tools delay requests and not packets: a request waits for 3.75 round
/// trips, since a connection has to be made, too, and a tenth of the bits are not the page's. (Chrome's own
/// preset has the same delay, and counts 1,000 and not 1,024 bits as a kilobit.)
const LATENCY_MS: f64 = 150.0 * 3.75;
const DOWN_KBPS: f64 = 1.6 * 1024.0 * 0.9;
const UP_KBPS: f64 = 750.0 * 0.9;
/// How many times slower the page's thread is.
const SLOWER: f64 = 4.0;
/// What the developer tools reach of that, at least: else it is not what it says.
const SLOWER_AT_LEAST: f64 = 2.5;

/// A usual window, in CSS pixels: both pages are made for it.
const WINDOW: (u32, u32) = (1280, 800);

const ARRIVAL: &str = include_str!("arrival.js");

/// How a server can pack files.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Packed {
    /// As all can do it.
    Gzip,
    /// As a folder to upload brings it along.
    Brotli,
}

/// A page that is served, and what its loads gave.
struct Page {
    name: String,
    server: Running,
    loads: Vec<Load>,
    _folder: Scratch,
}

/// In milliseconds from the start of the navigation.
#[derive(Debug, Deserialize)]
struct Times {
    /// The browser's own first contentful paint.
    paint: f64,
    /// When the texts of the example are seen.
    readable: f64,
    /// When a number follows from a slider.
    answer: f64,
    /// When there is nothing left to come.
    whole: f64,
    load: f64,
}

/// A file as the browser got it. Sizes are bytes, without the headers.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    name: String,
    start_time: f64,
    response_end: f64,
    encoded_body_size: f64,
    decoded_body_size: f64,
}

struct Load {
    times: Times,
    files: Vec<File>,
}

/// Of the files that have come: their bytes and their number.
fn wire(files: &[File], until: f64) -> (f64, f64) {
    // One of which something can have arrived counts as a whole. (When its first byte came, the browser does not
    // tell: what it says of that is without the delay.)
    let has_come = |file: &&File| file.start_time + LATENCY_MS <= until;
    let files: Vec<&File> = files.iter().filter(has_come).collect();
    (files.iter().map(|file| file.encoded_body_size).sum(), files.len() as f64)
}

pub(crate) async fn run() {
    let dist = PathBuf::from(env::var_os("MASKLAB_DIST").expect("MASKLAB_DIST names a folder"));
    let other = env::var_os("MASKLAB_BESIDE").map(PathBuf::from);
    let mut pages = Vec::new();
    for packed in [Packed::Gzip, Packed::Brotli] {
        pages.push(Page::ours(&dist, packed));
        pages.extend(other.as_deref().map(|folder| Page::beside(folder, packed)));
    }
    println!(
        "A first visit over slow 4G with a processor that is {SLOWER} times slower, {LOADS} loads of each in turns\n"
    );
    for _ in 0..LOADS {
        for page in &mut pages {
            page.load().await;
        }
    }
    let heads: Vec<&str> = [""].into_iter().chain(pages.iter().map(|page| &*page.name)).collect();
    let row = |name: &str, show: fn(f64) -> String, pick: fn(&Load) -> f64| {
        let cells = pages.iter().map(|page| page.cell(show, pick));
        [name.to_owned()].into_iter().chain(cells).collect::<Vec<_>>()
    };
    print_table(
        &heads,
        &[
            row("first contentful paint", seconds, |load| load.times.paint),
            row("the example can be read", seconds, |load| {
                load.times.readable.max(load.times.paint)
            }),
            row("a slider answers", seconds, |load| load.times.answer),
            row("all of the page is there", seconds, |load| load.times.whole.max(load.times.load)),
            row("bytes until a slider answers", kilobytes, |load| {
                wire(&load.files, load.times.answer).0
            }),
            row("requests until then", count, |load| wire(&load.files, load.times.answer).1),
            row("bytes of all of it", kilobytes, |load| wire(&load.files, f64::INFINITY).0),
            row("requests for all of it", count, |load| wire(&load.files, f64::INFINITY).1),
        ],
    );
    println!("When what arrives, in the last load of each:\n");
    for page in &pages {
        println!("{}", page.name);
        for file in page.loads.last().into_iter().flat_map(|load| &load.files) {
            println!(
                "  {:>7} to {:>7}  {:>9}  {}",
                seconds(file.start_time),
                seconds(file.response_end),
                kilobytes(file.encoded_body_size),
                file.name.rsplit('/').next().unwrap_or_default()
            );
        }
        println!();
    }
}

/// As it is on a server that has gzip only.
fn remove_brotli(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_brotli(&path)?;
        } else if path.extension().is_some_and(|ending| ending == "br") {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn seconds(milliseconds: f64) -> String {
    format!("{:.2} s", milliseconds / 1e3)
}

fn kilobytes(bytes: f64) -> String {
    format!("{:.1} kB", bytes / 1e3)
}

fn count(number: f64) -> String {
    format!("{number}")
}

impl Page {
    /// The built page, as it is uploaded.
    fn ours(dist: &Path, packed: Packed) -> Self {
        let folder = Scratch::new("load").expect("there is room for a folder");
        hosting::compose(dist, folder.path()).unwrap_or_else(|why| panic!("{why}"));
        Self::served("MaskLab", folder, packed)
    }

    /// Any other page, packed in the same ways.
    fn beside(other: &Path, packed: Packed) -> Self {
        let folder = Scratch::new("load").expect("there is room for a folder");
        hosting::pack_as_it_is(other, &folder.path().join(SITE))
            .unwrap_or_else(|why| panic!("{why}"));
        let name = other.file_name().unwrap_or(other.as_os_str()).to_string_lossy();
        Self::served(&name, folder, packed)
    }

    fn served(name: &str, folder: Scratch, packed: Packed) -> Self {
        let site = folder.path().join(SITE);
        let said = match packed {
            Packed::Gzip => {
                remove_brotli(&site).expect("what has been written can be removed");
                "gzip"
            }
            Packed::Brotli => "Brotli",
        };
        let server = Server::bind(site, "127.0.0.1:0")
            .and_then(Server::as_shipped)
            .expect("the folder can be served")
            .with_file(EMPTY_PATH, EMPTY, "text/html; charset=utf-8")
            .serve_in_background();
        Self { name: format!("{name}, {said}"), server, loads: Vec::new(), _folder: folder }
    }

    /// The median of the loads, and from where to where all of them reach.
    fn cell(&self, show: fn(f64) -> String, pick: fn(&Load) -> f64) -> String {
        let values: Vec<f64> = self.loads.iter().map(pick).collect();
        let [least, most] = [0.0, 1.0].map(|share| show(percentile(&values, share)));
        let middle = show(median(&values));
        if least == most {
            return middle;
        }
        // The unit is said once.
        let number = |shown: &str| shown.split(' ').next().unwrap_or_default().to_owned();
        format!("{middle} ({} to {})", number(&least), number(&most))
    }

    /// Loads the page in a new browser.
    async fn load(&mut self) {
        let browser = Browser::open_new(self.server.url(), WINDOW, ARRIVAL).await;
        // From here on the page's process is there, in which its thread is slowed down.
        browser.open_empty().await;
        browser.tools("Network.enable", json!({})).await;
        // What comes from others (a font, a counter) is not the page's, and this machine may not reach them.
        browser.tools("Network.setBlockedURLs", json!({ "urls": ["https://*"] })).await;
        let bytes_per_second = |kilobits: f64| kilobits * 1024.0 / 8.0;
        let network = json!({
            "offline": false,
            "latency": LATENCY_MS,
            "downloadThroughput": bytes_per_second(DOWN_KBPS),
            "uploadThroughput": bytes_per_second(UP_KBPS),
        });
        browser.tools("Network.emulateNetworkConditions", network).await;
        browser.tools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
        browser.go_to("/").await;
        let times: Times = browser.when("arrival.done", Value::Null).await;
        let files: Vec<File> = browser.read("return arrival.arrived();", vec![]).await;
        self.check(&browser, &files).await;
        browser.end().await;
        self.loads.push(Load { times, files });
    }

    /// Stops where the load was not as it was to be.
    async fn check(&self, browser: &Browser, files: &[File]) {
        let slow: f64 = browser.read("return arrival.spin();", vec![]).await;
        let _: Value = browser.tools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
        let fast: f64 = browser.read("return arrival.spin();", vec![]).await;
        assert!(slow > fast * SLOWER_AT_LEAST, "the processor was slowed down {}×", slow / fast);
        let [page, ..] = files else { panic!("{} has no files", self.name) };
        assert!(page.response_end >= LATENCY_MS, "the network was not slowed down: {page:?}");
        assert!(
            page.encoded_body_size < page.decoded_body_size,
            "the page was not packed: {page:?}"
        );
    }
}
