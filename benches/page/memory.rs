//! What the page keeps after many edits.

use std::time::Duration;

use serde_json::json;

use masklab::core::predict::Source;

use crate::browser::Browser;
use crate::data;
use crate::figures::{print_heads, print_row};

/// After these many edits it is looked at.
const LOOKS: [usize; 4] = [1_000, 10_000, 50_000, 100_000];
/// As the instrument makes them.
const EDITS_OF_A_ROUND: usize = 19;
/// So many rounds are one command, since a driver does not wait for ever.
const ROUNDS: usize = 100;
const SENTENCES: usize = 3;
/// When edits rest, the page keeps the work, in the browser and in its address: that belongs to what is
/// looked at, also the first time.
const KEEPING: Duration = Duration::from_millis(1_500);

pub(crate) async fn run(browser: &Browser) {
    println!(
        "What the page keeps after edits of many kinds, {SENTENCES} sentences: sliders, buttons, fields, locks,\n\
         training steps, tokens selected, steps taken back\n"
    );
    browser.open(&data::set_by_hand(SENTENCES, Source::ByHand).to_json()).await;
    print_heads(&["edits", "JavaScript heap", "WebAssembly"]);
    let mut first = None;
    let (mut edits, mut rounds) = (0, 0);
    for look in LOOKS {
        while edits < look {
            let left = (look - edits).div_ceil(EDITS_OF_A_ROUND).min(ROUNDS);
            let task = json!({ "rounds": left, "from": rounds });
            let count: usize = browser.measure("edit", task).await;
            assert_eq!(count, left * EDITS_OF_A_ROUND, "edits of so many rounds");
            edits += count;
            rounds += left;
        }
        tokio::time::sleep(KEEPING).await;
        let (heap, wasm) = browser.memory().await;
        let (first_heap, first_wasm) = *first.get_or_insert((heap, wasm));
        let cell = |now: f64, then: f64| {
            format!("{:.2} MB ({:+.1} %)", now / 1e6, (now / then - 1.0) * 100.0)
        };
        print_row(&[edits.to_string(), cell(heap, first_heap), cell(wasm, first_wasm)]);
    }
    println!("\nDemanded: within 5 % of what there was after the first 1,000.\n");
}
