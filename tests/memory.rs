//! How much memory a long history takes at 10,000 sentences with 20,000 selected positions. The
//! allocator of this program counts every byte; nothing else runs beside the one test.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking"
)]

use std::alloc::System;

use masklab::core::{
    document::{Document, Edit, Scope, Session},
    predict::Source,
    text::Recipe,
};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[path = "../benches/data/mod.rs"]
mod data;
use data::{LARGE, Numbers, places};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const STEPS: usize = 1_000;
const MB: usize = 1_000_000;

/// What is allocated now.
fn bytes() -> usize {
    let stats = COUNTED.stats();
    stats.bytes_allocated - stats.bytes_deallocated
}

/// What 1,000 steps take that are taken one after the other; all of them can be taken back.
fn history(start: &Session, mut edit: impl FnMut(&Document, usize) -> Edit) -> usize {
    let before = bytes();
    let mut session = start.clone();
    for step in 0..STEPS {
        session = session.apply(&edit(session.document(), step)).unwrap().at_rest();
    }
    let taken = bytes().saturating_sub(before);
    for _ in 0..STEPS {
        session = session.undone().unwrap();
    }
    assert_eq!(session.document(), start.document());
    assert!(!session.can_undo());
    taken
}

#[test]
fn a_thousand_steps_at_10_000_sentences_stay_within_50_mb() {
    let session = Session::new(&data::set_by_hand(LARGE, Source::ByHand));
    let mut numbers = Numbers(11);
    let sliders = history(&session, |document, _| {
        let place = places(numbers.below(LARGE))[numbers.below(2)];
        data::set(document, place, numbers.share())
    });
    let masks = history(&session, |_, step| Edit::ToggleMask(places(step * 7 % LARGE)[step % 2]));
    let letters = history(&session, |document, step| {
        let sentence = step * 7 % LARGE;
        let text = document.examples().get(sentence).unwrap().sentence().text().to_owned();
        Edit::SetSentence { sentence, text: format!("x{text}") }
    });
    let moves =
        history(&session, |_, step| Edit::MoveSentence { from: step * 7, to: step * 7 + 20 });
    let texts = history(&session, |_, step| Edit::RemoveSentence(step * 3));
    for (what, taken) in [
        ("sliders", sliders),
        ("masks", masks),
        ("letters typed", letters),
        ("sentences moved", moves),
        ("sentences removed", texts),
    ] {
        println!("{STEPS} steps, {what}: {:.1} MB", taken as f64 / MB as f64);
        assert!(taken > 0 && taken < 50 * MB, "{what}: {taken} bytes");
    }

    // Where each step changes every sentence, some of the documents are made again when they are
    // asked for: the memory stays, and so does the way back.
    let before = bytes();
    let mut drawn = session.clone();
    for epoch in 0..30 {
        let (scope, recipe) = (Scope::Dataset, Recipe::BERT);
        drawn = drawn.apply(&Edit::Draw { scope, recipe, seed: 1, epoch }).unwrap();
    }
    let taken = bytes().saturating_sub(before);
    println!("30 draws over the whole text: {:.1} MB", taken as f64 / MB as f64);
    assert!(taken < 50 * MB, "{taken} bytes");
    for _ in 0..30 {
        drawn = drawn.undone().unwrap();
    }
    assert!(!drawn.can_undo() && drawn.document() == session.document());
}
