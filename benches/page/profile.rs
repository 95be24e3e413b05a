//! Where the time of a drag goes: what the browser's own sampling of the page's thread says.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::json;

use crate::browser::Browser;
use crate::figures::print_table;

/// Between two looks at the thread, in microseconds.
const INTERVAL: u32 = 100;
/// So many functions are named, with so many letters of their names.
const SHOWN: usize = 40;
const LONGEST: usize = 160;
/// What a thread does that has nothing to do.
pub(crate) const IDLE: &str = "idle";

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
            "(idle)" => IDLE,
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

/// What a drag goes to, in microseconds for each of its events.
pub(crate) struct Shares {
    /// By whose the functions are.
    pub(crate) owners: BTreeMap<&'static str, f64>,
    /// Of each function, by its name and owner, what it takes itself, and with what it calls.
    functions: BTreeMap<(String, &'static str), [f64; 2]>,
}

/// Ends it, after so many events.
pub(crate) async fn stop(browser: &Browser, events: usize) -> Shares {
    let answer = browser.tools("Profiler.stop", json!({})).await;
    let profile: Profile = serde_json::from_value(answer["profile"].clone())
        .expect("a profile of the developer tools");
    let nodes: BTreeMap<u32, &Node> = profile.nodes.iter().map(|node| (node.id, node)).collect();
    let mut parents = BTreeMap::new();
    for node in &profile.nodes {
        parents.extend(node.children.iter().map(|&child| (child, node.id)));
    }
    let mut shares = Shares { owners: BTreeMap::new(), functions: BTreeMap::new() };
    for (sample, delta) in profile.samples.iter().zip(&profile.time_deltas) {
        let name = |id: &u32| {
            let frame = &nodes[id].call_frame;
            (frame.function_name.clone(), frame.owner())
        };
        let (function, time) = (name(sample), delta / events as f64);
        *shares.owners.entry(function.1).or_default() += time;
        shares.functions.entry(function).or_default()[0] += time;
        let callers = std::iter::successors(Some(*sample), |id| parents.get(id).copied());
        let stack: BTreeSet<_> = callers.map(|id| name(&id)).collect();
        for function in stack {
            shares.functions.entry(function).or_default()[1] += time;
        }
    }
    shares
}

impl Shares {
    /// Prints who has most of it, and which functions.
    pub(crate) fn print(&self) {
        let mut owners: Vec<_> = self.owners.iter().filter(|(owner, _)| **owner != IDLE).collect();
        owners.sort_by(|one, other| other.1.total_cmp(one.1));
        let rows: Vec<_> =
            owners.iter().map(|(owner, time)| vec![(**owner).to_owned(), micros(**time)]).collect();
        print_table(&["an event goes to", "itself"], &rows);
        for (by, word) in [(0, "itself"), (1, "with what it calls")] {
            let mut list: Vec<_> =
                self.functions.iter().filter(|((_, owner), _)| *owner != IDLE).collect();
            list.sort_by(|one, other| other.1[by].total_cmp(&one.1[by]));
            let row = |((name, owner), times): (&(String, &str), &[f64; 2])| {
                let name: String = name.chars().take(LONGEST).collect();
                vec![format!("`{name}`"), (*owner).to_owned(), micros(times[by])]
            };
            let rows: Vec<_> = list.into_iter().take(SHOWN).map(row).collect();
            print_table(&["function", "of", word], &rows);
        }
    }
}

pub(crate) fn micros(time: f64) -> String {
    format!("{time:.0} µs")
}
