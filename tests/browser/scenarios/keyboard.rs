//! Without a pointer.

use fantoccini::key::Key;
use serde_json::json;

use crate::page::{Page, chip, place};
use crate::replay::Replay;
use masklab::core::document::Edit;

/// More stops than the page has.
const TABS: usize = 60;

/// Tab to a word, Space to mask it, and the focus stays for the next step.
pub(super) async fn masks_a_word_without_a_pointer(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let word = chip(place(1, 2));
    tab_to(page, &word).await;

    for key in [Key::Space, Key::Enter, Key::Space] {
        page.press(key).await;
        replay.edit(&Edit::ToggleMask(place(1, 2)));
        replay.assert_same().await;
        assert!(has_focus(page, &word).await, "the word keeps the focus");
    }

    // On to the first slider of the new prediction, and back to nothing in between.
    let slider = crate::slider::Slider::of(page, place(1, 2), "quick");
    tab_to(page, slider.selector()).await;
    page.press(Key::Right).await;
    replay.follow(place(1, 2), "quick", |value| value > 0.25).await;
    assert!(slider.read().await.focused, "the slider keeps the focus");
}

async fn tab_to(page: &Page, selector: &str) {
    for _ in 0..TABS {
        if has_focus(page, selector).await {
            return;
        }
        page.press(Key::Tab).await;
    }
    panic!("{TABS} times Tab do not lead to {selector}");
}

async fn has_focus(page: &Page, selector: &str) -> bool {
    let answer = page
        .ask(
            "return document.activeElement?.matches(arguments[0]) ?? false;",
            vec![json!(selector)],
        )
        .await;
    answer == json!(true)
}
