//! Chromium with the page in it: scripts in the page, and the commands of its developer tools.

use std::time::{Duration, Instant};

use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::site::{EMPTY_PATH, Site};
use crate::tools;

const INSTRUMENTS: &str = include_str!("instruments.js");

/// What a script may take that measures; only one that hangs takes longer.
const LONGEST_SCRIPT: Duration = Duration::from_secs(600);
const LONGEST_START: Duration = Duration::from_secs(60);

/// A window in which forty sliders are seen at once, in CSS pixels.
const WINDOW: (u32, u32) = (1440, 3200);

/// The browser with one tab.
pub(crate) struct Browser {
    client: Client,
    url: String,
    _driver: Driver,
}

impl Browser {
    /// Starts it, with the instruments in every page from then on.
    pub(crate) async fn start(site: &Site) -> Self {
        let browser = Self::open_new(site.url(), WINDOW, INSTRUMENTS).await;
        // In time of the page's thread: what other programs take from it does not count.
        browser.tools("Performance.enable", json!({ "timeDomain": "threadTicks" })).await;
        browser
    }

    /// Starts a browser that has been nowhere, for the site at an address, with a window of so many CSS
    /// pixels and a script that runs first in every page from then on.
    pub(crate) async fn open_new(url: String, (width, height): (u32, u32), script: &str) -> Self {
        let programs = Engine::Chromium.find().unwrap_or_else(|missing| panic!("{missing}"));
        let driver =
            Driver::start(Engine::Chromium, &programs).unwrap_or_else(|why| panic!("{why}"));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(Engine::Chromium.capabilities(&programs.browser));
        let client = builder.connect(&driver.url()).await.expect("chromedriver opens a session");
        let timeouts = TimeoutConfiguration::new(Some(LONGEST_SCRIPT), None, None);
        client.update_timeouts(timeouts).await.expect("a script may take its time");
        let browser = Self { client, url, _driver: driver };
        let screen = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        browser.tools("Emulation.setDeviceMetricsOverride", screen).await;
        let first = json!({ "source": script });
        browser.tools("Page.addScriptToEvaluateOnNewDocument", first).await;
        browser
    }

    pub(crate) async fn end(self) {
        self.client.close().await.expect("the session ends");
    }

    /// Opens the page with a document, as work of an earlier visit, and waits for all of it.
    pub(crate) async fn open(&self, document: &str) {
        // As what a panic has left behind, which has no limit: 10,000 sentences with their predictions
        // are more than the browser's storage takes.
        self.open_empty().await;
        let hand_over = "history.replaceState(arguments[0], '', './'); location.reload();";
        self.run(hand_over, vec![json!(document)]).await;
        let deadline = Instant::now() + LONGEST_START;
        let whole = "return document.documentElement.hasAttribute('data-whole');";
        while !self.read::<bool>(whole, vec![]).await {
            assert!(Instant::now() < deadline, "the page has not started in {LONGEST_START:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        // What is put off until the page rests is over by then.
        tokio::time::sleep(Duration::from_secs(2)).await;
    }

    /// Opens a page with nothing in it.
    pub(crate) async fn open_empty(&self) {
        self.go_to(EMPTY_PATH).await;
    }

    /// Goes to a path of the site.
    pub(crate) async fn go_to(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.url)).await.expect("a page opens");
    }

    /// Runs a script in the page.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| {
            panic!("{error}\nin a script that ends with: {}", end_of(script))
        })
    }

    /// What a script returns, as a type.
    pub(crate) async fn read<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.run(script, arguments).await;
        serde_json::from_value(answer)
            .unwrap_or_else(|error| panic!("{error}\nin the answer of the script: {script}"))
    }

    /// What an instrument gives when it is done. It is told what to do by one value.
    pub(crate) async fn measure<T: DeserializeOwned>(&self, instrument: &str, task: Value) -> T {
        self.when(&format!("instruments.{instrument}(task)"), task).await
    }

    /// What a promise gives, when it does. It may ask for the value `task`.
    pub(crate) async fn when<T: DeserializeOwned>(&self, promise: &str, task: Value) -> T {
        let script = format!(
            "const [task, done] = arguments;
            ({promise}).then(
                (value) => done({{ value }}),
                (error) => done({{ error: `${{error}} ${{error.stack}}` }}),
            );"
        );
        let answer = self
            .client
            .execute_async(&script, vec![task])
            .await
            .unwrap_or_else(|error| panic!("{error}\nof {promise}"));
        assert!(answer["error"].is_null(), "{promise}: {}", answer["error"]);
        serde_json::from_value(answer["value"].clone())
            .unwrap_or_else(|error| panic!("{error}\nin the answer of {promise}"))
    }

    /// What the developer tools answer to a command.
    pub(crate) async fn tools(&self, command: &'static str, takes: Value) -> Value {
        tools::ask(&self.client, command, takes).await
    }

    /// The bytes that are in use in the JavaScript heap, after what is garbage has been collected, and
    /// those of the memories of WebAssembly modules.
    pub(crate) async fn memory(&self) -> (f64, f64) {
        // What is put off until the page rests is over by then.
        tokio::time::sleep(Duration::from_secs(3)).await;
        for _ in 0..3 {
            self.tools("HeapProfiler.collectGarbage", json!({})).await;
        }
        let usage = self.tools("Runtime.getHeapUsage", json!({})).await;
        let sizes: Vec<f64> = self.measure("sizes", json!({})).await;
        (usage["usedSize"].as_f64().expect("a number of bytes"), sizes.iter().sum())
    }

    /// What the page's thread has done since it began.
    pub(crate) async fn times(&self) -> Times {
        let answer = self.tools("Performance.getMetrics", json!({})).await;
        let value = |name: &str| {
            let metrics = answer["metrics"].as_array().expect("a list of metrics");
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            metric.and_then(|metric| metric["value"].as_f64()).expect("a metric is a number")
        };
        Times {
            script: value("ScriptDuration") * 1e3,
            style: value("RecalcStyleDuration") * 1e3,
            layout: value("LayoutDuration") * 1e3,
            all: value("TaskDuration") * 1e3,
        }
    }
}

fn end_of(script: &str) -> &str {
    script.trim_end().rsplit('\n').next().unwrap_or_default()
}

/// Milliseconds of the page's thread.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    pub(crate) script: f64,
    pub(crate) style: f64,
    pub(crate) layout: f64,
    /// All of it: also painting, and what the browser does around it.
    pub(crate) all: f64,
}

impl Times {
    /// What has come since then, for each of so many things.
    pub(crate) fn since(self, earlier: Self, count: usize) -> Self {
        let each = |now: f64, then: f64| (now - then) / count as f64;
        Self {
            script: each(self.script, earlier.script),
            style: each(self.style, earlier.style),
            layout: each(self.layout, earlier.layout),
            all: each(self.all, earlier.all),
        }
    }

    pub(crate) fn rest(self) -> f64 {
        self.all - self.script - self.style - self.layout
    }
}
