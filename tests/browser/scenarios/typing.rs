//! Text of one's own, friendly and hostile.

use fantoccini::key::Key;
use masklab::core::document::Edit;
use serde_json::json;

use crate::page::{Page, place};
use crate::replay::Replay;
use crate::site::PHONE_WIDTH;
use crate::wait::eventually;

/// The tokens follow every key.
pub(super) async fn types_another_sentence(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.retype("It rains, again.").await;
    assert_eq!(page.text().await, "It rains, again.");
    replay.assert_same().await;

    replay.toggle(place(1, 2)).await;
}

/// What a person adds does not undo what was there.
pub(super) async fn words_that_stay_keep_their_masks(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    page.click("#text").await;
    // The end of the only line.
    page.press(Key::End).await;
    let mut text = replay.document().text();
    for character in " It ran.".chars() {
        page.type_keys(character.encode_utf8(&mut [0; 4])).await;
        text.push(character);
        replay.edit(&Edit::SetText(text.clone()));
    }
    assert_eq!(page.text().await, text);
    replay.assert_same().await;
    assert_eq!(page.number("log-prob", Some(place(1, 3))).await.text, "−0.3567");
}

/// No sentence, no term: sums of 0 and means that do not exist.
pub(super) async fn an_empty_text_has_no_terms(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    page.select_text().await;
    page.press(Key::Delete).await;
    replay.edit(&Edit::SetText(String::new()));
    replay.assert_same().await;

    assert_eq!(page.count("button.chip").await, 0);
    assert_eq!(page.number("objective", None).await.value, "0");
    for mean in ["cross-entropy", "perplexity"] {
        let shown = page.number(mean, None).await;
        assert_eq!((&*shown.value, &*shown.text), ("", "—"), "{mean}");
    }

    replay.retype("Hi").await;
    replay.assert_same().await;
}

/// Markup, surrogate pairs and joined emoji, scripts from the right, marks upon marks, control and
/// replacement characters, quotes that end attributes, and a word without an end.
fn hostile() -> String {
    let markup =
        r#"<script>alert(1)</script> <img src=x onerror="alert(2)"> &lt; "' ${{1}} </textarea>"#;
    let emoji = "👩‍👩‍👧 🏳️‍🌈";
    let marks = format!("Z{}", "\u{301}\u{329}".repeat(30));
    let controls = "a\u{202E}b\u{200B}c\u{FFFD}";
    let endless = "Donaudampfschiff".repeat(25);
    format!("{markup} {emoji} שלום עולם مرحبا {marks} {controls} {endless}. Next?")
}

/// It is split, masked and shown as any other text.
pub(super) async fn hostile_text_is_only_text(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.paste(&hostile()).await;
    replay.assert_same().await;

    let places: Vec<_> = replay
        .document()
        .examples()
        .iter()
        .enumerate()
        .flat_map(|(sentence, example)| {
            let tokens = example.sentence().positions();
            tokens.map(move |(position, token)| (sentence, position, token.text))
        })
        .filter(|(_, _, token)| {
            ["script", "\"", "שלום", "👩‍👩‍👧"].contains(&&**token) || token.len() > 60
        })
        .map(|(sentence, position, _)| place(sentence + 1, position.number()))
        .collect();
    assert!(places.len() > 5, "the hostile tokens are found: {places:?}");
    for place in places {
        replay.toggle(place).await;
    }

    let elements = page
        .ask(
            "return [...document.querySelectorAll('img, [onerror], script:not([src])')]
                .map((element) => element.outerHTML);",
            vec![],
        )
        .await;
    assert_eq!(elements, json!([]), "the text became elements");
}

/// Nothing is wider than the screen, whatever is typed.
pub(super) async fn hostile_text_fits_a_phone(page: &Page) {
    page.open_on_a_phone().await;
    let mut replay = Replay::from_the_start(page).await;
    assert_no_wider_than_a_phone(page).await;

    replay.paste(&hostile()).await;
    let last = replay.document().examples().get(0).unwrap().sentence().positions().count();
    for position in [2, u32::try_from(last).unwrap() - 1] {
        replay.toggle(place(1, position)).await;
    }
    assert_no_wider_than_a_phone(page).await;
}

/// The written-out sums break into lines, however many words are masked.
pub(super) async fn many_masks_fit_a_phone(page: &Page) {
    page.open_on_a_phone().await;
    let mut replay = Replay::from_the_start(page).await;
    replay.paste("One two three four five six seven eight nine ten eleven twelve thirteen.").await;
    for position in 1..=14 {
        replay.toggle(place(1, position)).await;
    }
    assert_no_wider_than_a_phone(page).await;
}

/// A text that is too long changes nothing, the field says so, and typing goes on.
pub(super) async fn a_text_that_is_too_long_is_refused(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let refusal =
        async || page.ask("return document.querySelector('#refusal').innerText;", vec![]).await;
    assert_eq!(refusal().await, json!(""));

    let long = "word ".repeat(40_000);
    page.select_text().await;
    page.insert_text(&long).await;
    eventually("the refusal is told", async || {
        let told = refusal().await;
        let reason = "The text has more than 20,000 characters or 3,000 words";
        if told.to_string().contains(reason) { Ok(()) } else { Err(told.to_string()) }
    })
    .await;
    replay.assert_same().await;
    let field = page.ask("return document.querySelector('#text').value;", vec![]).await;
    assert_eq!(field, json!("The quick brown fox."));

    replay.paste("The slow red fox.").await;
    replay.assert_same().await;
    assert_eq!(refusal().await, json!(""));
}

/// A minus sign stands in front of its number, also where the text runs from right to left.
pub(super) async fn numbers_keep_their_direction_in_hebrew(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.paste("שלום עולם יפה").await;
    replay.toggle(place(1, 2)).await;
    let direction = page
        .ask("return getComputedStyle(document.querySelector('.chip data')).direction;", vec![])
        .await;
    assert_eq!(direction, json!("ltr"));
    let tokens = page
        .ask("return getComputedStyle(document.querySelector('.tokens')).direction;", vec![])
        .await;
    assert_eq!(tokens, json!("rtl"));
}

async fn assert_no_wider_than_a_phone(page: &Page) {
    let (inner, scroll, widest): (u32, u32, Vec<String>) = page
        .read(
            "const width = innerWidth;
            const widest = [...document.querySelectorAll('body *')]
                .filter((element) => element.getBoundingClientRect().right > width + 1)
                .map((element) => `${element.tagName}.${element.getAttribute('class')}`);
            return [width, document.scrollingElement.scrollWidth, widest.slice(0, 9)];",
            vec![],
        )
        .await;
    assert_eq!(inner, PHONE_WIDTH, "the frame is as wide as a phone");
    assert!(
        scroll <= inner,
        "the page scrolls sideways: {scroll} pixels in {inner}; too wide: {widest:?}"
    );
}
