//! How the page looks to whom the system shows it in another way, and how a finger meets it: through
//! Chromium's developer tools, since no other way leads there.

use serde_json::{Value, json};

use crate::page::Page;
use crate::tools;

impl Page {
    /// Shows the page on this medium, or on the usual one, where these features have these values.
    pub(crate) async fn emulate(&self, medium: &str, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let takes = json!({ "media": medium, "features": features });
        tools::ask(&self.client, "Emulation.setEmulatedMedia", takes).await;
    }

    /// Gives the page a window of a size in CSS pixels, without the browser's own edges.
    pub(crate) async fn emulate_size(&self, width: u32, height: u32) {
        let takes =
            json!({ "width": width, "height": height, "deviceScaleFactor": 0, "mobile": false });
        tools::ask(&self.client, "Emulation.setDeviceMetricsOverride", takes).await;
    }

    /// Gives it its own window again.
    pub(crate) async fn emulate_no_size(&self) {
        tools::ask(&self.client, "Emulation.clearDeviceMetricsOverride", json!({})).await;
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
            tools::ask(&self.client, "Input.dispatchTouchEvent", takes).await;
        }
    }

    /// Touches the middle of an element with a finger.
    pub(crate) async fn tap(&self, selector: &str) {
        self.stroke(selector, 0.5, 0.5).await;
    }
}
