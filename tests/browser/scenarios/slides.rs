//! A deck of reveal.js with the page on its slides (docs/embed/reveal).

use fantoccini::key::Key;
use serde_json::json;

use super::hosts::document;
use crate::page::{Page, place};
use crate::probe;
use crate::replay::Replay;
use crate::slider::Slider;
use crate::wait::eventually;

const FRAME: &str = "return document.querySelector('.present iframe');";
/// What the first frame of the deck is opened with.
const LINK: &str = "v=1&t=The+quick+brown+fox.&a=3&p3=brown:.7,red:.2,lazy:.1";

/// Waits until a slide is shown, counted from 0.
async fn shows(page: &Page, slide: usize) {
    eventually(&format!("the deck shows slide {slide}"), async || {
        match page.ask("return window.Reveal?.isReady() && Reveal.getIndices().h;", vec![]).await {
            shown if shown == json!(slide) => Ok(()),
            shown => Err(shown.to_string()),
        }
    })
    .await;
}

/// A clicker sends `PageDown` and `PageUp`. They move the deck while no frame has the focus, and what was done in a
/// frame is there when its slide comes back.
pub(super) async fn a_clicker_moves_the_deck(page: &Page) {
    page.go_to("/embed/reveal/index.html").await;
    shows(page, 0).await;
    page.press(Key::PageDown).await;
    shows(page, 1).await;
    page.enter(FRAME).await;
    page.started().await;
    let mut replay = Replay::of(page, &document(LINK)).await;

    // The frame takes the keys while a person works there.
    let slider = Slider::of(page, place(1, 3), "brown");
    slider.focus().await;
    page.press(Key::PageDown).await;
    replay.follow(place(1, 3), "brown", |value| value < 0.7).await;
    page.leave().await;
    shows(page, 1).await;

    // A click beside it gives them back.
    page.click(".present h2").await;
    page.press(Key::PageDown).await;
    shows(page, 2).await;
    page.press(Key::PageUp).await;
    shows(page, 1).await;
    assert_eq!(probe::complaints(page).await, Vec::<String>::new());
    page.enter(FRAME).await;
    replay.assert_same().await;
}

/// A lecture in a frame takes the keys when its slide comes, and hands over to the deck behind its last step.
pub(super) async fn a_lecture_in_a_deck_hands_over(page: &Page) {
    page.go_to("/embed/reveal/index.html").await;
    for slide in 0..3 {
        shows(page, slide).await;
        page.press(Key::PageDown).await;
    }
    shows(page, 3).await;
    page.enter(FRAME).await;
    page.started().await;
    eventually("the lecture has the keys", async || {
        let has = page.ask("return document.hasFocus();", vec![]).await;
        if has == json!(true) { Ok(()) } else { Err(has.to_string()) }
    })
    .await;
    // The perplexity, the gradient, the step: each a question and an answer.
    for number in 0..5 {
        let asks = number % 2 == 0;
        page.has_count(if asks { ".lecture[data-asks]" } else { ".lecture:not([data-asks])" }, 1)
            .await;
        page.press(Key::PageDown).await;
    }
    page.has_count(".lecture[data-topic=step]:not([data-asks])", 1).await;
    page.press(Key::PageDown).await;
    page.leave().await;
    shows(page, 4).await;
    page.press(Key::PageUp).await;
    shows(page, 3).await;
    assert_eq!(probe::complaints(page).await, Vec::<String>::new());
    page.enter(FRAME).await;
}
