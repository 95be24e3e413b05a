//! Text of one's own, friendly and hostile.

use fantoccini::key::Key;
use masklab::core::document::Edit;
use serde_json::json;

use crate::page::{Page, chip, place};
use crate::replay::Replay;
use crate::site::PHONE_WIDTH;

/// A sentence is written anew where it stands: Enter takes it, Escape leaves what was there.
pub(super) async fn writes_a_sentence_anew(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    page.focus(&chip(place(1, 3))).await;
    page.press(Key::F2).await;
    page.gets_focus(".writing textarea").await;
    page.type_keys("Nothing of this").await;
    page.press(Key::Escape).await;
    page.gets_focus(&chip(place(1, 3))).await;
    replay.assert_same().await;

    // Words that stay keep their masks, and the term its value.
    replay.rewrite(1, "The quick brown fox. It ran.").await;
    assert_eq!(replay.document().examples().len(), 2);
    assert_eq!(page.number("log-prob", Some(place(1, 3))).await.text, "−0.3567");

    replay.rewrite(2, "It rains, again.").await;
    replay.mask(place(2, 2)).await;
}

/// What is typed below the sentences is added to them, key by key up to Enter.
pub(super) async fn adds_sentences(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    page.focus("#text").await;
    let text = "It rained. Nobody went out!";
    page.type_keys(text).await;
    replay.assert_same().await;
    page.press(Key::Enter).await;
    let at = replay.document().examples().len();
    replay.follows(&Edit::InsertText { at, text: text.to_owned() }).await;
    assert_eq!(replay.document().examples().len(), 3);
    assert!(page.has_focus("#text").await, "more can be typed at once");
    assert_eq!(page.ask("return document.querySelector('#text').value;", vec![]).await, json!(""));
}

/// No sentence, no term: sums of 0 and means that do not exist.
pub(super) async fn an_empty_dataset_has_no_terms(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    page.open_menu("strip-menu-0").await;
    page.click("#strip-menu-0 li:nth-child(5) button").await;
    replay.follows(&Edit::RemoveSentence(0)).await;

    assert_eq!(page.count("button.chip").await, 0);
    assert_eq!(page.number("objective", None).await.value, "0");
    for mean in ["cross-entropy", "perplexity"] {
        let shown = page.number(mean, None).await;
        assert_eq!((&*shown.value, &*shown.text), ("", "—"), "{mean}");
    }
    for total in ["loss", "cross-entropy", "perplexity"] {
        page.choose_total(total).await;
        replay.assert_same().await;
    }

    replay.add("Hi").await;
    replay.mask(place(1, 1)).await;
}

/// Markup, surrogate pairs and joined emoji, scripts from the right, marks upon marks, control and
/// replacement characters, quotes that end attributes, and a word without an end.
pub(super) fn hostile() -> String {
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
    replay.replace(&hostile()).await;

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
        replay.mask(place).await;
    }
    for index in [1, 2, 3, 0] {
        page.choose("plot", index).await;
        replay.assert_same().await;
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

/// Nothing is wider than the screen, whatever is typed, and however many words are masked.
pub(super) async fn everything_fits_a_phone(page: &Page) {
    page.open_on_a_phone().await;
    let mut replay = Replay::from_the_start(page).await;
    assert_no_wider_than_a_phone(page, "the first view").await;

    replay.replace(&hostile()).await;
    let last = replay.document().examples().get(0).unwrap().sentence().positions().count();
    for position in [2, u32::try_from(last).unwrap() - 1] {
        replay.mask(place(1, position)).await;
    }
    assert_no_wider_than_a_phone(page, "hostile text").await;

    replay
        .rewrite(1, "One two three four five six seven eight nine ten eleven twelve thirteen.")
        .await;
    let selected = replay.document().examples().get(0).unwrap().selected().len();
    for position in 1..=14 {
        let place = place(1, position);
        if replay.document().at(place).is_none() {
            replay.mask(place).await;
        }
    }
    assert!(selected < 14, "some were to be masked");
    for total in ["loss", "cross-entropy", "perplexity", "objective"] {
        page.choose_total(total).await;
        assert_no_wider_than_a_phone(page, total).await;
    }
}

/// A minus sign stands in front of its number, also where the text runs from right to left.
pub(super) async fn numbers_keep_their_direction_in_hebrew(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.replace("שלום עולם יפה").await;
    replay.mask(place(1, 2)).await;
    let direction = page
        .ask("return getComputedStyle(document.querySelector('.chip data')).direction;", vec![])
        .await;
    assert_eq!(direction, json!("ltr"));
    let tokens = page
        .ask("return getComputedStyle(document.querySelector('.tokens')).direction;", vec![])
        .await;
    assert_eq!(tokens, json!("rtl"));

    // The key of the left arrow leads to the left, which is the next word.
    page.focus(&chip(place(1, 2))).await;
    page.press(Key::Left).await;
    page.gets_focus(&chip(place(1, 3))).await;
}

async fn assert_no_wider_than_a_phone(page: &Page, what: &str) {
    let (inner, scroll, widest): (u32, u32, Vec<String>) = page
        .read(
            "const width = innerWidth;
            const widest = [...document.querySelectorAll('body *')]
                .filter((element) => element.getBoundingClientRect().right > width + 1)
                .map((element) => `${element.tagName}.${element.getAttribute('class')} ${element.textContent.slice(0, 40)}`);
            return [width, document.scrollingElement.scrollWidth, widest.slice(0, 9)];",
            vec![],
        )
        .await;
    assert_eq!(inner, PHONE_WIDTH, "the frame is as wide as a phone");
    assert!(
        scroll <= inner,
        "{what}: the page scrolls sideways: {scroll} pixels in {inner}; too wide: {widest:?}"
    );
}
