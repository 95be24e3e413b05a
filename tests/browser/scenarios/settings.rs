//! How the page speaks and looks.

use fantoccini::key::Key;
use masklab::core::document::Preset;
use masklab::core::math::Probability;
use masklab::core::messages::Language;
use serde_json::json;

use crate::page::{Page, place};
use crate::replay::{Replay, set};
use crate::wait::eventually;

/// German: all of it, with commas, now and at the next visit.
pub(super) async fn speaks_german(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 2)).await;
    page.open_menu("settings").await;
    page.click(".segments > label:nth-of-type(2):has(input[name=language])").await;
    eventually("the page speaks German", async || {
        match page.ask("return document.documentElement.lang;", vec![]).await {
            language if language == json!("de") => Ok(()),
            language => Err(language.to_string()),
        }
    })
    .await;
    replay.assert_same().await;
    let task = page.text_of(".task:not([hidden])").await;
    assert!(task.contains(Preset::FIRST.task(Language::German)), "{task}");
    replay.look_at(place(1, 3)).await;
    assert_eq!(page.number("log-prob", Some(place(1, 3))).await.text, "−0,3567");
    page.fill(".candidate[data-word=brown] input[type=text]", "0,3").await;
    let value = Probability::nearest(0.3).value();
    replay.follows(&set(place(1, 3), "brown", value)).await;
    replay.rest();
    for total in ["cross-entropy", "perplexity"] {
        page.choose_total(total).await;
        replay.assert_same().await;
    }

    eventually("the work is kept", async || {
        let kept = page.ask("return localStorage.getItem('masklab.work') ?? '';", vec![]).await;
        if kept.to_string().contains("0.3") { Ok(()) } else { Err(kept.to_string()) }
    })
    .await;
    page.go_to("/").await;
    page.started().await;
    Replay::of(page, replay.document()).await;
    assert_eq!(page.ask("return document.documentElement.lang;", vec![]).await, json!("de"));
}

/// Light and dark by a switch, which is remembered.
pub(super) async fn is_light_or_dark_by_a_switch(page: &Page) {
    Replay::from_the_start(page).await;
    let paper = async || {
        page.ask("return getComputedStyle(document.documentElement).backgroundColor;", vec![]).await
    };
    let mut papers = Vec::new();
    page.open_menu("settings").await;
    for (index, theme) in [(1, "light"), (2, "dark")] {
        page.choose("theme", index).await;
        page.has_count(&format!(":root[data-theme={theme}]"), 1).await;
        papers.push(paper().await);
    }
    assert_ne!(papers[0], papers[1], "dark is not light");
    page.press(Key::Escape).await;
    page.go_to("/").await;
    page.started().await;
    assert_eq!(paper().await, papers[1], "the next visit is dark, too");
}
