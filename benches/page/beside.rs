//! The page beside what somebody would write by hand: the same changes of the same elements, in turns.

use serde_json::{Value, json};

use crate::browser::{Browser, Times};
use crate::drag::{self, Drag, EVENTS, SMALL, check_sliders};
use crate::figures::{median, print_table};
use crate::profile::{self, Shares, micros};
use crate::work;

const RIVAL: &str = include_str!("../../tests/bench/rival.js");

/// How often each of the two has its turn.
const TURNS: usize = 3;
/// Numbers in full may differ by so much of themselves: the page sums exactly.
const TOLERANCE: f64 = 1e-11;

#[derive(Default)]
struct Figures {
    /// For each turn, by event.
    scripts: Vec<f64>,
    thread: Vec<f64>,
    /// The median of the events that have a frame of their own.
    step: Vec<f64>,
    styles_and_layout: Vec<f64>,
    all: Vec<f64>,
}

impl Figures {
    fn add(&mut self, drag: &Drag, times: Times) {
        self.scripts.push(drag.scripts() / EVENTS as f64);
        self.thread.push(times.script);
        self.styles_and_layout.push(times.style + times.layout);
        self.all.push(times.all);
    }
}

pub(crate) async fn run(browser: &Browser) {
    println!(
        "The page beside a script that is written by hand, {TURNS} turns of {EVENTS} events each\n"
    );
    let document = work::document(SMALL).to_json();
    browser.open(&document).await;
    check_sliders(browser).await;
    let copy: Value = browser.measure("copy", json!({})).await;
    let (mut page, mut rival) = (Figures::default(), Figures::default());
    for turn in 0..TURNS {
        browser.open(&document).await;
        // The first time that it runs, code is compiled.
        drag::drag(browser, TURNS).await;
        let (drag, times) = drag::drag(browser, turn).await;
        page.add(&drag, times);
        page.step.push(median(&drag::steps(browser, turn).await));
        let shown = read(browser).await;

        open_rival(browser, &copy).await;
        check_sliders(browser).await;
        drag::drag(browser, TURNS).await;
        let (drag, times) = drag::drag(browser, turn).await;
        rival.add(&drag, times);
        rival.step.push(median(&drag::steps(browser, turn).await));
        compare(&shown, &read(browser).await);
    }
    println!("After each turn both show the same, to the last text and attribute.\n");
    let row = |name: &str, pick: fn(&Figures) -> &Vec<f64>, demanded: &str| {
        let [page, rival] = [&page, &rival].map(|figures| median(pick(figures)));
        let cell = |value: f64| format!("{value:.3} ms");
        let ratio = format!("{:.2}", page / rival);
        vec![name.to_owned(), cell(page), cell(rival), ratio, demanded.to_owned()]
    };
    print_table(
        &["an event takes", "the page", "by hand", "ratio", "demanded"],
        &[
            row("scripts", |all| &all.step, "≤ 1.5"),
            row("at 120 Hz, mean: scripts", |all| &all.thread, ""),
            row("styles and layout", |all| &all.styles_and_layout, ""),
            row("all of the thread, with painting", |all| &all.all, ""),
            row("scripts by the clock", |all| &all.scripts, ""),
        ],
    );

    browser.open(&document).await;
    let page = shares(browser).await;
    open_rival(browser, &copy).await;
    let rival = shares(browser).await;
    let mut owners: Vec<&str> = page.owners.keys().chain(rival.owners.keys()).copied().collect();
    owners.sort_unstable();
    owners.dedup();
    let rows = owners.into_iter().filter(|owner| *owner != profile::IDLE).map(|owner| {
        let cell = |shares: &Shares| micros(shares.owners.get(owner).copied().unwrap_or_default());
        vec![owner.to_owned(), cell(&page), cell(&rival)]
    });
    println!("By the clock, with a look at the thread ten times in a millisecond:\n");
    print_table(&["an event goes to", "the page", "by hand"], &rows.collect::<Vec<_>>());
}

async fn shares(browser: &Browser) -> Shares {
    drag::drag(browser, TURNS).await;
    profile::start(browser).await;
    drag::drag(browser, 0).await;
    profile::stop(browser, EVENTS).await
}

/// Opens a copy of the page's elements, with the script that is written by hand.
async fn open_rival(browser: &Browser, copy: &Value) {
    browser.open_empty().await;
    let _: Value = browser.measure("paste", copy.clone()).await;
    browser.run(&format!("{RIVAL}\nrival();"), vec![]).await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
}

type Seen = Vec<(String, String, String)>;

async fn read(browser: &Browser) -> Seen {
    browser.measure("read", json!({})).await
}

/// Stops where the two do not show the same.
fn compare(page: &Seen, rival: &Seen) {
    let is_same = |one: &str, other: &str| {
        let numbers = one.parse::<f64>().ok().zip(other.parse::<f64>().ok());
        one == other
            || numbers.is_some_and(|(one, other)| (one - other).abs() <= TOLERANCE * one.abs())
    };
    let differ = page.iter().zip(rival).filter(|((path, name, value), (other, of, written))| {
        // Not written in full, but as it is read.
        let same = if name.ends_with("value") { is_same(value, written) } else { value == written };
        path != other || name != of || !same
    });
    let differ: Vec<_> =
        differ.take(12).map(|(page, rival)| format!("{page:?}\n{rival:?}")).collect();
    assert!(
        differ.is_empty(),
        "the page and the script written by hand differ:\n{}",
        differ.join("\n")
    );
    assert_eq!(page.len(), rival.len(), "one of the two shows more");
}
