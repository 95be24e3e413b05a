//! Moving what the model predicts.

use std::collections::BTreeSet;

use fantoccini::key::Key;
use masklab::core::document::Document;

use crate::page::{Page, place};
use crate::replay::{Replay, set};
use crate::sight::{record_frames, recorded_frames};
use crate::slider::Slider;
use crate::wait::eventually;

/// The numbers follow while the thumb is held, and the others keep their proportion.
pub(super) async fn drags_a_slider_with_the_pointer(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let start = replay.session().clone();
    record_frames(page).await;
    Slider::of(page, place(1, 3), "brown").drag(&[0.4, 0.55]).await;
    replay.follow(place(1, 3), "brown", |value| (value - 0.55).abs() < 0.03).await;

    let red: f64 = page.candidate(place(1, 3), "red").await;
    let lazy: f64 = page.candidate(place(1, 3), "lazy").await;
    assert!((red / lazy - 2.0).abs() < 1e-12, "{red} is not twice {lazy}");

    let mut stations = BTreeSet::new();
    for frame in recorded_frames(page).await {
        // A frame may be a move behind the thumb, but all in it belongs together.
        let value = frame.candidate("brown");
        let session = start.apply(&set(place(1, 3), "brown", value)).unwrap();
        if let Err(torn) = frame.with_slider_at_rest("brown").compare(&session) {
            panic!("in the frame with {value}:\n{torn}");
        }
        stations.insert(value.to_bits());
    }
    assert!(stations.len() > 2, "few stations on the way: {stations:?}");
}

/// At the end the others have 0, and yet they come back as they were.
pub(super) async fn drags_to_the_end_and_back(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let slider = Slider::of(page, place(1, 3), "brown");
    record_frames(page).await;
    slider.drag(&[1.1, 0.7]).await;
    replay.follow(place(1, 3), "brown", |value| (value - 0.7).abs() < 0.02).await;
    let frames = recorded_frames(page).await;
    assert!(frames.iter().any(|frame| frame.candidate("brown") == 1.0), "it was at the end");

    let red: f64 = page.candidate(place(1, 3), "red").await;
    let lazy: f64 = page.candidate(place(1, 3), "lazy").await;
    assert!((red / lazy - 2.0).abs() < 1e-12, "{red} is not twice {lazy}");

    // All of it was one step.
    replay.undo().await;
    assert_eq!(replay.document(), &Document::course_item());
    replay.redo().await;
}

/// One step a press, with the numbers spoken.
pub(super) async fn moves_a_slider_with_the_keys(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let slider = Slider::of(page, place(1, 3), "brown");
    slider.focus().await;

    let mut value = 0.7;
    for (key, direction) in
        [(Key::Right, 1.0), (Key::Up, 1.0), (Key::Left, -1.0), (Key::Down, -1.0), (Key::Down, -1.0)]
    {
        page.press(key).await;
        let moves = |to: f64| (to - value) * direction > 0.0;
        value = replay.follow(place(1, 3), "brown", moves).await;
        let reading = slider.read().await;
        assert!(reading.focused, "the slider keeps the focus");
        assert!(reading.spoken.is_some_and(|spoken| !spoken.is_empty()));
    }
    // Once it is quiet, what has come of it is said.
    let objective = page.number("objective", None).await.text;
    eventually("the page says what has come of it", async || match page.text_of("#said").await {
        said if said.contains("brown") && said.contains(&objective) => Ok(()),
        said => Err(format!("{said}, and nothing of {objective}")),
    })
    .await;
}

/// Probability 1: a term of 0, which has no sign.
pub(super) async fn a_certain_target_costs_nothing(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    Slider::of(page, place(1, 3), "brown").focus().await;
    page.press(Key::End).await;
    replay.follow(place(1, 3), "brown", |value| value == 1.0).await;

    for (quantity, at) in [("log-prob", Some(place(1, 3))), ("objective", None), ("loss", None)] {
        let shown = page.number(quantity, at).await;
        assert_eq!((&*shown.value, &*shown.text), ("0", "0.0000"), "{quantity}");
    }
    assert_eq!(page.number("perplexity", None).await.value, "1");
}

/// Probability 0: a term of −∞, and nothing that is not a number.
pub(super) async fn an_impossible_target_costs_everything(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    Slider::of(page, place(1, 3), "brown").focus().await;
    page.press(Key::Home).await;
    replay.follow(place(1, 3), "brown", |value| value == 0.0).await;

    let term = page.number("log-prob", Some(place(1, 3))).await;
    assert_eq!((&*term.value, &*term.text), ("-Infinity", "−∞"));
    let loss = page.number("loss", None).await;
    assert_eq!((&*loss.value, &*loss.text), ("Infinity", "∞"));
}

/// Each slider rescales what it finds.
pub(super) async fn another_slider_starts_where_the_first_one_stopped(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    Slider::of(page, place(1, 3), "brown").focus().await;
    page.press(Key::End).await;
    replay.follow(place(1, 3), "brown", |value| value == 1.0).await;

    let red = Slider::of(page, place(1, 3), "red");
    red.drag(&[0.5]).await;
    replay.follow(place(1, 3), "red", |value| (value - 0.5).abs() < 0.03).await;
}
