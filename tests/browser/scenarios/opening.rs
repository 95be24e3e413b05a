//! The page as it opens.

use masklab::core::document::Preset;
use masklab::core::messages::Language;
use serde_json::json;

use crate::page::{Page, place};
use crate::replay::Replay;

/// The course's item, with its numbers as the course has them.
pub(super) async fn loads_and_shows_the_course_item(page: &Page) {
    let replay = Replay::from_the_start(page).await;

    assert_eq!(replay.document().text(), "The quick brown fox.");
    let task = page.text_of(".task:not([hidden])").await;
    let wanted = Preset::FIRST.task(Language::English);
    assert!(task.contains(wanted), "{task:?} is not the example's task: {wanted}");
    let term = page.number("log-prob", Some(place(1, 3))).await;
    assert_eq!(term.text, "−0.3567");
    let nats: f64 = term.value.parse().unwrap();
    assert!((nats - 0.7_f64.ln()).abs() < 1e-15, "{nats} is not ln 0.7");
    for (quantity, text) in [
        ("objective", "−0.3567"),
        ("loss", "0.3567"),
        ("cross-entropy", "0.3567"),
        ("perplexity", "1.4286"),
    ] {
        assert_eq!(page.number(quantity, None).await.text, text, "{quantity}");
    }
}

/// Names and roles where sight tells the rest.
pub(super) async fn tells_a_reader_of_the_screen_what_things_are(page: &Page) {
    Replay::from_the_start(page).await;
    let unnamed = page
        .ask(
            "const named = (element) => element.getAttribute('aria-label')
                || element.getAttribute('aria-labelledby')
                || element.labels?.length
                || element.textContent.trim();
            return [...document.querySelectorAll('button, input, textarea, select, a')]
                .filter((element) => !named(element)).map((element) => element.outerHTML);",
            vec![],
        )
        .await;
    assert_eq!(unnamed, json!([]), "controls without a name");

    let silent = page
        .ask(
            "return [...document.querySelectorAll('input[type=range]')]
                .filter((slider) => !slider.getAttribute('aria-valuetext'))
                .map((slider) => slider.outerHTML);",
            vec![],
        )
        .await;
    assert_eq!(silent, json!([]), "sliders that do not say where they stand");

    let picture = page
        .ask(
            "const picture = document.querySelector('#plot svg.plot').closest('[role=img]');
            return picture?.getAttribute('aria-label') ?? picture?.getAttribute('aria-labelledby')
                ?? picture?.querySelector('title')?.textContent ?? null;",
            vec![],
        )
        .await;
    assert!(picture.is_string(), "the plot is a picture with a name");

    let language =
        page.ask("return [document.documentElement.lang, document.title];", vec![]).await;
    assert_eq!(language[0], json!("en"));
    assert!(language[1].as_str().is_some_and(|title| !title.is_empty()));
}
