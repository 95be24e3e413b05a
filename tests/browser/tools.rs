//! Chromium's developer tools, for what no other way leads to: how a page looks to whom the system shows
//! it in another way.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::page::Page;

/// A command by its name, with what it takes.
#[derive(Debug)]
struct Command(&'static str, Value);

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!("session/{}/goog/cdp/execute", session_id.unwrap_or_default()))
    }

    fn method_and_body(&self, _request_url: &Url) -> (Method, Option<String>) {
        let Self(name, takes) = self;
        (Method::POST, Some(json!({ "cmd": name, "params": takes }).to_string()))
    }
}

impl Page {
    /// Shows the page on this medium, or on the usual one, where these features have these values.
    pub(crate) async fn emulate(&self, medium: &str, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let takes = json!({ "media": medium, "features": features });
        let command = Command("Emulation.setEmulatedMedia", takes);
        self.client.issue_cmd(command).await.expect("Chromium emulates a medium");
    }

    /// Gives the page a window of a size in CSS pixels, without the browser's own edges.
    pub(crate) async fn emulate_size(&self, width: u32, height: u32) {
        let takes =
            json!({ "width": width, "height": height, "deviceScaleFactor": 0, "mobile": false });
        let command = Command("Emulation.setDeviceMetricsOverride", takes);
        self.client.issue_cmd(command).await.expect("Chromium emulates a size");
    }

    /// Gives it its own window again.
    pub(crate) async fn emulate_no_size(&self) {
        let command = Command("Emulation.clearDeviceMetricsOverride", json!({}));
        self.client.issue_cmd(command).await.expect("Chromium has a size of its own");
    }

    /// Touches an element with a finger, and draws it from one part of its width to another.
    pub(crate) async fn stroke(&self, selector: &str, from: f64, to: f64) {
        const STEPS: u32 = 8;
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [box.x, box.y + box.height / 2, box.width];";
        let [left, y, width]: [f64; 3] = self.read(script, vec![json!(selector)]).await;
        let at = |part: f64| json!([{ "x": left + width * part, "y": y }]);
        let moves = (1..=STEPS)
            .map(|step| ("touchMove", at(from + (to - from) * f64::from(step) / f64::from(STEPS))));
        let stroke =
            [("touchStart", at(from))].into_iter().chain(moves).chain([("touchEnd", json!([]))]);
        for (kind, points) in stroke {
            let takes = json!({ "type": kind, "touchPoints": points });
            let command = Command("Input.dispatchTouchEvent", takes);
            self.client.issue_cmd(command).await.expect("Chromium feels a finger");
        }
    }

    /// Touches the middle of an element with a finger.
    pub(crate) async fn tap(&self, selector: &str) {
        self.stroke(selector, 0.5, 0.5).await;
    }
}
