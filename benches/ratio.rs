//! Whether an edit of a slider costs as much in a large dataset as in a small one, measured side by
//! side: `cargo bench --bench ratio`. The two take turns, so that what else the machine does meets
//! both. BENCHMARKS.md has the figures.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a program that measures stops where its own data are wrong"
)]

use std::time::Instant;

use masklab::core::{document::Document, predict::Source};

mod data;
use data::{LARGE, MOVES, Work};

const SMALL: usize = 10;
/// How often each of the two has its turn.
const TURNS: usize = 400;
/// The edits of a turn: two drags.
const EDITS: usize = 2 * MOVES;
/// Turns at the start that are not counted.
const WARM_UP: usize = 20;

fn main() {
    println!(
        "One slider edit with evaluation, medians of {TURNS} turns of {EDITS} edits, side by side"
    );
    println!();
    println!("{:<44} {:>9} {:>9} {:>6}", "", "10", "10,000", "ratio");
    for source in [Source::ByHand, Source::NEIGHBOURS] {
        let documents = [SMALL, LARGE].map(|count| data::set_by_hand(count, source));
        let name = source.name();
        compare(&format!("{name}: drags of {MOVES} moves"), &documents, MOVES, false);
        compare(&format!("{name}: each move elsewhere, and a step"), &documents, 1, true);
    }
    println!();
    println!("Demanded: a ratio of at most 2 either way, and at most 50 µs for an edit.");
}

fn compare(what: &str, documents: &[Document; 2], moves: usize, each_a_step: bool) {
    let mut works = documents
        .each_ref()
        .map(|document| Work::new(document, data::slider_edits(document, moves), each_a_step));
    let mut times = [Vec::new(), Vec::new()];
    for turn in 0..WARM_UP + TURNS {
        // Each of the two is first in every other turn.
        for which in [turn % 2, (turn + 1) % 2] {
            let begin = Instant::now();
            for _ in 0..EDITS {
                works[which].go_on();
            }
            let time = begin.elapsed().as_secs_f64() * 1e6 / EDITS as f64;
            if turn >= WARM_UP {
                times[which].push(time);
            }
        }
    }
    let [small, large] = times.map(median);
    println!("{what:<44} {small:>6.2} µs {large:>6.2} µs {:>6.2}", large / small);
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}
