//! Work is safe: from visit to visit, where that is allowed, and on the way from one module to the next.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::page::{Page, chip, place};
use crate::replay::Replay;
use crate::slider::Slider;
use crate::wait::eventually;

/// Waits until a document is kept, or none.
async fn is_kept(page: &Page, wanted: bool) {
    eventually("the work is kept, or forgotten", async || {
        let kept = page.ask("return localStorage.getItem('masklab.work');", vec![]).await;
        if kept.is_string() == wanted { Ok(()) } else { Err(kept.to_string()) }
    })
    .await;
}

/// A later visit goes on where the last one was; to start over is a step like any other.
pub(super) async fn work_outlives_a_visit(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    is_kept(page, true).await;
    let task = page.text_of("header .task").await;
    page.go_to("/").await;
    page.started().await;
    let mut replay = Replay::of(page, replay.document()).await;
    assert_eq!(page.text_of("header .task").await, task, "what was to be done is still said");

    page.open_menu("examples").await;
    page.click("#start-over").await;
    let first = masklab::core::document::Preset::FIRST.document();
    replay.follows(&masklab::core::document::Edit::Open(first.into())).await;
    is_kept(page, false).await;
    page.focus(&chip(place(1, 3))).await;
    page.press_with(&[Key::Control], 'z').await;
    replay.went_back().await;
    assert!(replay.document().at(place(1, 4)).is_some(), "the way back leads to the work");
    is_kept(page, true).await;
}

/// Where storage is forbidden, everything works but that, and nothing complains.
pub(super) async fn storage_is_not_needed(page: &Page) {
    page.go_to("/?nostorage").await;
    page.started().await;
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    page.open_menu("settings").await;
    page.choose("theme", 2).await;
    page.press(Key::Escape).await;
    replay.undo().await;
    // What is kept is kept a while after the last change: another change, and the page has come that far.
    eventually("the page has spoken of the change", async || {
        match page.text_of("#said").await.trim() {
            "" => Err("nothing is said".to_owned()),
            _ => Ok(()),
        }
    })
    .await;
}

/// The first module answers while the whole app is not there, and hands over what was done.
pub(super) async fn the_first_view_hands_over(page: &Page) {
    page.go_to("/?hold").await;
    page.says("data-held").await;
    let slider = Slider::of(page, place(1, 3), "brown");
    slider.focus().await;
    page.press(Key::Home).await;
    let zero = |shown: &Value| *shown == json!("-Infinity");
    eventually("the first module follows the slider", async || {
        let shown = page.number("objective", None).await;
        if zero(&json!(shown.value)) && shown.text == "−∞" {
            return Ok(());
        }
        Err(format!("{shown:?}"))
    })
    .await;
    let whole = page.ask("return 'whole' in document.documentElement.dataset;", vec![]).await;
    assert_eq!(whole, json!(false), "the whole app waits");
    let progress =
        "return getComputedStyle(document.documentElement, '::before').content !== 'none';";
    assert_eq!(
        page.ask(progress, vec![]).await,
        json!(true),
        "a bar says that there is more to come"
    );

    page.ask("window.__release();", vec![]).await;
    page.started().await;
    assert_eq!(page.ask(progress, vec![]).await, json!(false), "it has come");
    let mut replay = Replay::untested(page);
    replay.set(place(1, 3), "brown", 0.0);
    replay.rest();
    replay.assert_same().await;
    assert!(slider.read().await.focused, "the slider keeps the focus");
    replay.undo().await;
}
