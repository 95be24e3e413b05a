//! A drag of one of forty sliders, in a small dataset and in a large one.

use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, Times};
use crate::data::LARGE;
use crate::figures::{median, milliseconds, percentile, print_table};
use crate::profile;
use crate::work::{self, SLIDERS};

pub(crate) const EVENTS: usize = 600;
const HERTZ: u32 = 120;
pub(crate) const SMALL: usize = 10;
/// How often each of the datasets has its turn.
const TURNS: usize = 3;
/// So often, what measures is measured.
const STEPS_OF_NOTHING: usize = 40;
/// So many events of a turn have a frame of their own: all turns together have as many as a drag.
const STEPS: usize = EVENTS / TURNS;
/// So many milliseconds after a drag, the page keeps its work and says aloud what has changed.
const AFTERWARDS: u32 = 2500;

/// The slider of the target.
pub(crate) const SLIDER: &str = ".candidate[data-target] input[type=range]";
pub(crate) const ALL_SLIDERS: &str = ".candidate input[type=range]";

/// What the instrument gives.
#[derive(Debug, Deserialize)]
pub(crate) struct Drag {
    /// Milliseconds from the first event to the last one.
    pub(crate) took: f64,
    pub(crate) frames: Vec<Frame>,
    /// The long tasks during the drag, in milliseconds.
    pub(crate) long: Vec<f64>,
}

/// A frame that shows events.
#[derive(Debug, Deserialize)]
pub(crate) struct Frame {
    /// The milliseconds of its callbacks.
    pub(crate) took: f64,
    /// How many events it shows.
    pub(crate) events: usize,
    /// The milliseconds of their handlers.
    pub(crate) handlers: f64,
}

impl Drag {
    /// The scripts of all of it, in milliseconds.
    pub(crate) fn scripts(&self) -> f64 {
        self.frames.iter().map(|frame| frame.took + frame.handlers).sum()
    }
}

/// Values from one end of the slider nearly to the other and back, none of them twice in a row.
pub(crate) fn values(turn: usize) -> Vec<String> {
    let value = |event: usize| {
        let angle = (event as f64 / 97.0 + turn as f64 / 7.0) * std::f64::consts::TAU;
        format!("{:.3}", 0.53 + 0.43 * angle.sin())
    };
    (0..EVENTS).map(value).collect()
}

/// A drag of the target's slider.
pub(crate) async fn drag(browser: &Browser, turn: usize) -> (Drag, Times) {
    let before = browser.times().await;
    let task = json!({ "selector": SLIDER, "values": values(turn), "hertz": HERTZ });
    let drag = browser.measure("drag", task).await;
    (drag, browser.times().await.since(before, EVENTS))
}

/// A drag of which each event has a frame of its own: the milliseconds of scripts that each takes of the
/// page's thread, without those of what measures.
pub(crate) async fn steps(browser: &Browser, turn: usize) -> Vec<f64> {
    let mut nothing = Vec::new();
    for _ in 0..STEPS_OF_NOTHING {
        nothing.push(step(browser, None).await);
    }
    let mut steps = Vec::new();
    for value in values(turn).into_iter().skip(turn * 31).take(STEPS) {
        steps.push(step(browser, Some(&value)).await - median(&nothing));
    }
    steps
}

async fn step(browser: &Browser, value: Option<&str>) -> f64 {
    let before = browser.times().await;
    let call = format!("instruments.step({}, {})", json!(SLIDER), json!(value));
    let call = json!({ "expression": call, "awaitPromise": true });
    let answer = browser.tools("Runtime.evaluate", call).await;
    assert!(answer["exceptionDetails"].is_null(), "{answer:#}");
    browser.times().await.script - before.script
}

/// Stops where not all sliders are there to be seen.
pub(crate) async fn check_sliders(browser: &Browser) {
    let seen: usize = browser.measure("seen", json!({ "selector": ALL_SLIDERS })).await;
    assert_eq!(seen, SLIDERS, "sliders that are seen");
}

pub(crate) async fn run(browser: &Browser) {
    println!(
        "A drag: {EVENTS} events at {HERTZ} Hz on the target's of {SLIDERS} visible sliders, {TURNS} turns\n"
    );
    let documents = [SMALL, LARGE].map(|count| work::document(count).to_json());
    let mut figures = [Figures::default(), Figures::default()];
    for turn in 0..TURNS {
        for (document, figures) in documents.iter().zip(&mut figures) {
            browser.open(document).await;
            check_sliders(browser).await;
            // The first time that it runs, code is compiled.
            drag(browser, TURNS).await;
            let (drag, times) = drag(browser, turn).await;
            figures.add(&drag, times);
            let steps = steps(browser, turn).await;
            figures.slowest_step.push(percentile(&steps, 0.99));
            figures.steps.extend(steps);
            let later: Vec<f64> = browser.measure("wait", json!({ "time": AFTERWARDS })).await;
            figures.later.extend(later);
        }
    }
    print(&figures);
}

/// Where the time of the same drags goes.
pub(crate) async fn profile(browser: &Browser) {
    for count in [SMALL, LARGE] {
        println!("Where the time goes, with {count} sentences\n");
        browser.open(&work::document(count).to_json()).await;
        drag(browser, TURNS).await;
        profile::start(browser).await;
        drag(browser, 0).await;
        profile::stop(browser, EVENTS).await.print();
    }
}

/// What all turns of a dataset have given.
#[derive(Debug, Default)]
struct Figures {
    /// For each event with a frame of its own.
    steps: Vec<f64>,
    slowest_step: Vec<f64>,
    /// For each frame, its callbacks and the handlers of its events.
    shown: Vec<f64>,
    handlers: Vec<f64>,
    /// For each turn.
    slowest: Vec<f64>,
    script: Vec<f64>,
    style: Vec<f64>,
    layout: Vec<f64>,
    rest: Vec<f64>,
    events_of_a_frame: Vec<f64>,
    long: Vec<f64>,
    later: Vec<f64>,
    took: Vec<f64>,
}

impl Figures {
    fn add(&mut self, drag: &Drag, times: Times) {
        let shown: Vec<f64> = drag.frames.iter().map(|frame| frame.took + frame.handlers).collect();
        self.slowest.push(percentile(&shown, 0.99));
        self.shown.extend(shown);
        let events: usize = drag.frames.iter().map(|frame| frame.events).sum();
        let handlers: f64 = drag.frames.iter().map(|frame| frame.handlers).sum();
        self.handlers.push(handlers / events as f64);
        self.events_of_a_frame.push(events as f64 / drag.frames.len() as f64);
        self.script.push(times.script);
        self.style.push(times.style);
        self.layout.push(times.layout);
        self.rest.push(times.rest());
        self.long.extend(&drag.long);
        self.took.push(drag.took);
    }
}

fn print(figures: &[Figures; 2]) {
    type Pick = fn(&Figures) -> f64;
    let row = |name: &str, pick: Pick, demanded: &str| {
        let [small, large] = figures.each_ref().map(pick);
        vec![
            name.to_owned(),
            milliseconds(small),
            milliseconds(large),
            format!("{:.2}", large / small),
            demanded.to_owned(),
        ]
    };
    let longs = |name: &str, pick: fn(&Figures) -> &Vec<f64>, demanded: &str| {
        let cell = |figures: &Figures| match pick(figures).as_slice() {
            [] => "none".to_owned(),
            some => format!("{}, {:.0} ms at most", some.len(), percentile(some, 1.0)),
        };
        let [small, large] = figures.each_ref().map(cell);
        vec![name.to_owned(), small, large, String::new(), demanded.to_owned()]
    };
    print_table(
        &["", "10 sentences", "10,000", "ratio", "demanded"],
        &[
            row("scripts of an event, median", |all| median(&all.steps), "≤ 2 ms, ratio ≤ 1.5"),
            row("99th percentile", |all| median(&all.slowest_step), "≤ 8 ms"),
            row("at 120 Hz, mean: scripts", |all| median(&all.script), ""),
            row("styles", |all| median(&all.style), ""),
            row("layout", |all| median(&all.layout), ""),
            row("painting and the rest", |all| median(&all.rest), ""),
            row("by the clock: a frame and its events, median", |all| median(&all.shown), ""),
            row("99th percentile", |all| median(&all.slowest), ""),
            row("of it the handlers of an event, mean", |all| median(&all.handlers), ""),
            longs("long tasks during the drag", |all| &all.long, "none"),
            longs("long tasks after it", |all| &all.later, ""),
        ],
    );
    for (figures, name) in figures.iter().zip(["10", "10,000"]) {
        println!(
            "{name} sentences: {:.2} events to a frame, {EVENTS} events in {:.0} ms.",
            median(&figures.events_of_a_frame),
            median(&figures.took)
        );
    }
    println!();
}
