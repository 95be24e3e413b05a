//! What the page must not do whatever a test is about: complain, break its policy, ask other hosts.
//!
//! `probe.js` runs before the page's own scripts and notes everything; Chromium's log adds what no
//! script can see. A scenario that means to provoke a complaint takes it with [`complaints`] and says
//! what it must be; every scenario ends with [`assert_silent`].

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::json;
use url::{ParseError, Url};

use crate::engine::Engine;
use crate::page::Page;

/// The script, and where it is served.
pub(crate) const SCRIPT: &str = include_str!("probe.js");
pub(crate) const PATH: &str = "/__probe.js";

/// Everything complained about since the last call.
pub(crate) async fn complaints(page: &Page) -> Vec<String> {
    let noted = page.ask("return window.__probe.take();", vec![]).await;
    let mut complaints: Vec<String> =
        serde_json::from_value(noted).expect("the probe gives a list of strings");
    if page.engine == Engine::Chromium {
        complaints.extend(browser_log(page).await);
    }
    complaints
}

/// Fails where anything was complained about since the last call, or anything was fetched from
/// anywhere but the page's own server.
pub(crate) async fn assert_silent(page: &Page) {
    let complaints = complaints(page).await;
    assert!(complaints.is_empty(), "the page complained:\n{}", complaints.join("\n"));

    let elsewhere = page
        .ask(
            "return performance.getEntriesByType('resource').map((entry) => entry.name)
                .filter((name) => new URL(name).origin !== location.origin);",
            vec![],
        )
        .await;
    assert_eq!(elsewhere, json!([]), "the page asked other hosts");
}

/// Chromium's own log: refusals, failed requests, deprecations and interventions among it.
async fn browser_log(page: &Page) -> Vec<String> {
    let entries =
        page.client.issue_cmd(TakeBrowserLog).await.expect("chromedriver gives the browser's log");
    entries
        .as_array()
        .into_iter()
        .flatten()
        .map(|entry| format!("browser log: {}", entry["message"]))
        .collect()
}

/// chromedriver's command for the log, which the standard does not have.
#[derive(Debug)]
struct TakeBrowserLog;

impl WebDriverCompatibleCommand for TakeBrowserLog {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!("session/{}/se/log", session_id.unwrap_or_default()))
    }

    fn method_and_body(&self, _request_url: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}
