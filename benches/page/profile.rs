//! Where the time of a drag goes: what the browser's own sampling of the page's thread says.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::json;

use crate::browser::Browser;
use crate::figures::print_table;

/// Between two looks at the thread, in microseconds.
const INTERVAL: u32 = 100;
/// So many functions are named.
const SHOWN: usize = 30;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Profile {
    nodes: Vec<Node>,
    samples: Vec<u32>,
    /// Microseconds before each sample.
    time_deltas: Vec<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    id: u32,
    call_frame: CallFrame,
    #[serde(default)]
    children: Vec<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct CallFrame {
    function_name: String,
    url: String,
}

impl CallFrame {
    /// Whose the function is.
    fn owner(&self) -> &'static str {
        let file = self.url.rsplit('/').next().unwrap_or_default();
        match self.function_name.as_str() {
            "(garbage collector)" => "garbage collection",
            "(program)" | "(root)" => "the browser: styles, layout, painting",
            "(idle)" => "idle",
            _ if file.contains(".wasm") || self.url.starts_with("wasm:") => "WebAssembly",
            _ if file.starts_with("masklab") => "JavaScript around the WebAssembly",
            _ if file.starts_with("rival") => "the hand-written script",
            _ if self.url.is_empty() => "functions of the browser, as of the DOM",
            _ => "what measures",
        }
    }
}

/// Begins to look.
pub(crate) async fn start(browser: &Browser) {
    browser.tools("Profiler.enable", json!({})).await;
    browser.tools("Profiler.setSamplingInterval", json!({ "interval": INTERVAL })).await;
    browser.tools("Profiler.start", json!({})).await;
}

/// Ends it, and prints what came of it for each of so many events.
pub(crate) async fn print(browser: &Browser, events: usize) {
    let answer = browser.tools("Profiler.stop", json!({})).await;
    let profile: Profile = serde_json::from_value(answer["profile"].clone())
        .expect("a profile of the developer tools");
    let nodes: BTreeMap<u32, &Node> = profile.nodes.iter().map(|node| (node.id, node)).collect();
    let mut parents = BTreeMap::new();
    for node in &profile.nodes {
        parents.extend(node.children.iter().map(|&child| (child, node.id)));
    }
    let mut owners: BTreeMap<&str, f64> = BTreeMap::new();
    // Of each function, what it takes itself, and with what it calls.
    let mut functions: BTreeMap<(&str, &str), [f64; 2]> = BTreeMap::new();
    for (sample, delta) in profile.samples.iter().zip(&profile.time_deltas) {
        let frame = |id: &u32| &nodes[id].call_frame;
        let time = delta / events as f64;
        *owners.entry(frame(sample).owner()).or_default() += time;
        let name = |id: &u32| (frame(id).function_name.as_str(), frame(id).owner());
        functions.entry(name(sample)).or_default()[0] += time;
        let callers = std::iter::successors(Some(*sample), |id| parents.get(id).copied());
        let stack: BTreeSet<_> = callers.map(|id| name(&id)).collect();
        for function in stack {
            functions.entry(function).or_default()[1] += time;
        }
    }
    let micros = |time: f64| format!("{time:.0} µs");
    let mut owners: Vec<_> = owners.into_iter().filter(|(owner, _)| *owner != "idle").collect();
    owners.sort_by(|one, other| other.1.total_cmp(&one.1));
    let rows: Vec<_> =
        owners.iter().map(|(owner, time)| vec![(*owner).to_owned(), micros(*time)]).collect();
    print_table(&["time of an event goes to", "itself"], &rows);
    for (by, word) in [(0, "itself"), (1, "with what it calls")] {
        let mut list: Vec<_> = functions.iter().filter(|(name, _)| name.1 != "idle").collect();
        list.sort_by(|one, other| other.1[by].total_cmp(&one.1[by]));
        let rows: Vec<_> = list
            .into_iter()
            .take(SHOWN)
            .map(|((name, owner), times)| {
                let name: String = name.chars().take(120).collect();
                vec![format!("`{name}`"), (*owner).to_owned(), micros(times[by])]
            })
            .collect();
        print_table(&["function", "of", word], &rows);
    }
}
