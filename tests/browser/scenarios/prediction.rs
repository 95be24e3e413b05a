//! What the model gives the words: by button, by number, by logit, and from a source.

use masklab::core::document::{Change, Edit, ModelId, Scope};
use masklab::core::math::{
    Button, Probability, Row, Scale, temperature_at, typed_logit, typed_probability,
};
use masklab::core::objective::Place;
use masklab::core::predict::Source;
use serde_json::json;

use crate::page::{Page, candidate, place};
use crate::replay::Replay;
use crate::sight::Sight;
use crate::slider::Slider;
use crate::wait::eventually;

const AT: fn() -> Place = || place(1, 3);

fn change(change: Change) -> Edit {
    Edit::Predict { model: ModelId(0), place: AT(), change }
}

fn to(word: &str, probability: Probability) -> Edit {
    change(Change::SetProbability { row: Row::Word(word.into()), probability })
}

/// The field with the number of a word.
fn field(word: &str) -> String {
    format!("{} input[type=text]", candidate(AT(), word))
}

async fn refusal(page: &Page) -> String {
    eventually("the page says why not", async || match page.text_of("#refusal").await.trim() {
        "" => Err("nothing is said".to_owned()),
        text => Ok(text.to_owned()),
    })
    .await
}

/// − and +, numbers as people write them, and words that are locked, added and removed.
pub(super) async fn takes_buttons_numbers_and_words(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let button = |nth: usize| format!("{} .step:nth-of-type({nth})", candidate(AT(), "brown"));
    for (nth, button_kind) in [(2, Button::Plus), (2, Button::Plus), (1, Button::Minus)] {
        let now = page.candidate(AT(), "brown").await;
        let pressed = Scale::Linear.pressed(now, button_kind, false);
        page.click(&button(nth)).await;
        replay.follows(&to("brown", Probability::nearest(pressed))).await;
        replay.rest();
    }
    for text in ["0,25", "25 %", "1/3", "1"] {
        page.fill(&field("brown"), text).await;
        replay.follows(&to("brown", typed_probability(text).unwrap())).await;
        replay.rest();
    }

    // What is no number changes nothing: the page says why, and the field has its number again.
    let shown = Sight::of(page).await.field("brown");
    for text in ["seven", "1.2"] {
        page.fill(&field("brown"), text).await;
        let reason = refusal(page).await;
        assert!(reason.contains(text), "{reason} says nothing of {text}");
        replay.assert_same().await;
        assert_eq!(Sight::of(page).await.field("brown"), shown);
    }
    replay.undo().await;

    let press = async |word: &str, class: &str| {
        let button = format!("{} .{class}", candidate(AT(), word));
        page.focus(&button).await;
        page.ask("document.activeElement.click();", vec![]).await;
    };
    press("red", "lock").await;
    replay.follows(&change(Change::Lock { row: Row::Word("red".into()), locked: true })).await;
    page.fill(&field("lazy"), "0.05").await;
    replay.follows(&to("lazy", Probability::nearest(0.05))).await;
    replay.rest();
    press("red", "lock").await;
    replay.follows(&change(Change::Lock { row: Row::Word("red".into()), locked: false })).await;

    page.fill("#new-word", "blue").await;
    replay.follows(&change(Change::AddWord("blue".into()))).await;
    page.fill("#new-word", "red").await;
    refusal(page).await;
    replay.assert_same().await;
    press("lazy", "remove").await;
    replay.follows(&change(Change::Remove(Row::Word("lazy".into())))).await;
    page.open_menu("more-words").await;
    page.click("#more-words li:nth-child(1) button").await;
    replay.follows(&change(Change::ListOthers)).await;
    page.open_menu("more-words").await;
    page.click("#more-words li:nth-child(2) button").await;
    replay.follows(&change(Change::EvenOut)).await;
}

/// Puts a slider somewhere as the browser does, and lets it go.
async fn slide(page: &Page, slider: &str, position: &str) {
    page.ask(
        "const slider = document.querySelector(arguments[0]);
        slider.value = arguments[1];
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        slider.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![json!(slider), json!(position)],
    )
    .await;
}

/// A model's 0.0003 on the logarithmic scale; logits, of which one moves and the others stay; temperature.
pub(super) async fn sets_small_numbers_logits_and_temperature(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let lazy = Slider::of(page, AT(), "lazy");
    page.choose("scale", 1).await;
    replay.assert_same().await;
    let position = Scale::Logarithmic.position(3e-4);
    slide(page, lazy.selector(), &position.to_string()).await;
    let set = Probability::nearest(Scale::Logarithmic.value(position));
    assert!((set.value() / 3e-4 - 1.0).abs() < 0.02, "{set:?} is near 0.0003");
    replay.follows(&to("lazy", set)).await;
    replay.rest();
    page.fill(&field("lazy"), "0.0003").await;
    replay.follows(&to("lazy", Probability::nearest(3e-4))).await;
    replay.rest();
    assert_eq!(Sight::of(page).await.field("lazy"), Some(3e-4));

    page.choose("scale", 2).await;
    replay.assert_same().await;
    let before = Sight::of(page).await;
    page.fill(&field("lazy"), "-2.5").await;
    eventually("the logit is set", async || {
        let now = Sight::of(page).await;
        for (word, wanted) in [
            ("lazy", typed_logit("-2.5").ok()),
            ("brown", before.field("brown")),
            ("red", before.field("red")),
        ] {
            if now.field(word) != wanted {
                return Err(format!("{word} has {:?} and not {wanted:?}", now.field(word)));
            }
        }
        Ok(())
    })
    .await;
    // Logits are shown so that their mean is 0.
    let gauge = replay.document().prediction(AT()).unwrap().centring();
    let logit = typed_logit("-2.5").unwrap() - gauge;
    replay.follows(&change(Change::SetLogit { row: Row::Word("lazy".into()), logit })).await;
    replay.rest();
    page.fill("#new-word", "blue").await;
    replay.follows(&change(Change::AddWord("blue".into()))).await;
    slide(page, ".temperature input", "1").await;
    replay.follows(&change(Change::Temperature(temperature_at(1.0)))).await;
    replay.rest();
    page.choose("scale", 0).await;
    replay.assert_same().await;
}

/// By hand, from frequencies, from neighbours or evenly: what is set by hand stays, until it is given back.
pub(super) async fn predicts_from_a_source(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.add("The quick brown dog. The slow brown fox. A quick red fox.").await;
    replay.mask(place(2, 2)).await;
    for source in [Source::UNIFORM, Source::UNIGRAM, Source::NEIGHBOURS] {
        page.ask(
            "const menu = document.querySelector('.source select');
            menu.value = arguments[0];
            menu.dispatchEvent(new Event('change', { bubbles: true }));",
            vec![json!(source.name())],
        )
        .await;
        replay.follows(&Edit::SetSource { model: ModelId(0), source }).await;
    }
    replay.look_at(AT()).await;
    assert_eq!(page.candidate(AT(), "brown").await, 0.7);
    page.open_menu("more-words").await;
    page.click("#more-words li:nth-child(3) button").await;
    let scope = Scope::Position(AT());
    replay.follows(&Edit::BackToModel { model: ModelId(0), scope }).await;
    replay.undo().await;
}
