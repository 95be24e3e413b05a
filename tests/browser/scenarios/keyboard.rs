//! Without a pointer.

use fantoccini::key::Key;
use masklab::core::document::{Edit, ModelId, Scope};

use crate::page::{Page, chip, place};
use crate::replay::Replay;
use crate::sight::Sight;
use crate::slider::Slider;
use crate::wait::eventually;

/// More stops than the page has.
const TABS: usize = 60;

/// The whole main job: to a word, mask it, set what the model gives it, read the term, take a step of
/// training, and back.
pub(super) async fn the_keyboard_does_the_main_job(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let at = place(1, 2);
    tab_to(page, &chip(place(1, 3))).await;
    page.press(Key::Left).await;
    assert!(page.has_focus(&chip(at)).await, "the arrow leads to the word beside it");
    page.press(Key::Space).await;
    replay.follows(&Edit::ToggleMask(at)).await;
    assert!(page.has_focus(&chip(at)).await, "the word keeps the focus");

    let slider = Slider::of(page, at, "quick");
    tab_to(page, slider.selector()).await;
    page.press(Key::Home).await;
    let mut value = replay.follow(at, "quick", |value| value == 0.0).await;
    while value != 0.25 {
        assert!(value < 0.25, "{value} is beyond what was wanted");
        let before = value;
        page.press(if value <= 0.15 { Key::PageUp } else { Key::Right }).await;
        value = eventually("the slider moves", async || match slider.value().await {
            value if value == before => Err(value.to_string()),
            value => Ok(value),
        })
        .await;
        replay.set(at, "quick", value);
        replay.rest();
    }
    replay.assert_same().await;
    assert!(slider.read().await.focused, "the slider keeps the focus");
    assert_eq!(page.number("log-prob", Some(at)).await.text, "−1.3863");

    tab_to(page, "#training .steps > button:nth-of-type(1)").await;
    page.press(Key::Enter).await;
    let step = Edit::Train { model: ModelId(0), scope: Scope::Dataset, rate: 1.0, steps: 1 };
    replay.follows(&step).await;
    replay.rest();
    let loss = replay.session().report().loss();

    page.press_with(&[Key::Control], 'z').await;
    replay.went_back().await;
    assert!(replay.session().report().loss() > loss, "the step had made the loss smaller");
    assert_eq!(Sight::of(page).await.looked(), Some(at));
    page.press_with(&[Key::Control, Key::Shift], 'z').await;
    replay.went_forth().await;
}

/// The help opens, keeps the focus inside, closes by Escape, and gives the focus back.
pub(super) async fn the_help_opens_and_closes(page: &Page) {
    let button = "#open-help";
    tab_to(page, button).await;
    page.press(Key::Enter).await;
    page.has_count("#help[open]", 1).await;
    assert!(page.has_focus("#help *").await, "the focus is in the dialog");
    // The browser's own controls may be a stop on the way, but nothing of the page behind.
    for _ in 0..3 {
        page.press(Key::Tab).await;
        assert!(page.has_focus("#help *, #help, body").await, "the focus stays in the dialog");
    }
    page.press(Key::Escape).await;
    page.has_count("#help[open]", 0).await;
    page.gets_focus(button).await;
}

async fn tab_to(page: &Page, selector: &str) {
    for _ in 0..TABS {
        if page.has_focus(selector).await {
            return;
        }
        page.press(Key::Tab).await;
    }
    panic!("{TABS} times Tab do not lead to {selector}");
}
