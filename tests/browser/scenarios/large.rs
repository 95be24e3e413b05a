//! Ten thousand sentences, and a paste that nobody expects.

use fantoccini::key::Key;
use masklab::core::document::{Edit, Scope};
use masklab::core::text::{Draw, Recipe};
use serde_json::json;

use super::typing::hostile;
use crate::page::{Page, place};
use crate::replay::{Replay, added};
use crate::sight::Sight;
use crate::wait::eventually;

/// As many as there can be, with the one that the page opens with.
const MANY: usize = 9_999;

/// A text of so many short sentences.
fn sentences(count: usize) -> String {
    let animals = ["fox", "dog", "bird", "worm", "cat"];
    (1..=count)
        .map(|number| format!("The {} number {number} sleeps by the river.", animals[number % 5]))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Puts a text into the field below the sentences and adds it.
async fn enter(page: &Page, text: &str) {
    page.focus("#text").await;
    page.ask("document.querySelector('#text').value = arguments[0];", vec![json!(text)]).await;
    page.press(Key::Enter).await;
}

/// The page answers while they come in, says how far it is, and stops when it is told to.
pub(super) async fn ten_thousand_sentences_come_in(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let text = sentences(MANY);
    // Notes each frame in which progress can be seen, and presses the button in the second of them.
    let watch = |cancel: bool| {
        format!(
            "window.__progress = [];
            const look = () => {{
                const progress = document.querySelector('.progress:not([hidden]) progress');
                if (progress) window.__progress.push(progress.value / progress.max);
                if ({cancel} && window.__progress.length === 2) {{
                    progress?.parentElement.querySelector('button').click();
                }}
                if (!progress && window.__progress.length > 0) window.__done = true;
                else requestAnimationFrame(look);
            }};
            window.__done = false;
            look();"
        )
    };
    let done = async || {
        eventually("the text has come in, or not", async || {
            match page.ask("return window.__done;", vec![]).await {
                serde_json::Value::Bool(true) => Ok(()),
                _ => Err("still under way".to_owned()),
            }
        })
        .await;
        page.read::<Vec<f64>>("return window.__progress;", vec![]).await
    };
    page.ask(&watch(true), vec![]).await;
    enter(page, &text).await;
    done().await;
    replay.assert_same().await;

    page.ask(&watch(false), vec![]).await;
    enter(page, &text).await;
    let progress = done().await;
    assert!(progress.len() > 2, "it was seen how far it is: {progress:?}");
    assert!(progress.is_sorted(), "it only goes on: {progress:?}");
    let edit = added(replay.document(), &text);
    replay.follows(&edit).await;
    assert_eq!(replay.document().examples().len(), MANY + 1);
    let strips = page.count(".strip").await;
    assert!(strips < 60, "{strips} sentences are in the page");

    // A draw over all of them, and sentences in the middle and at the end.
    page.open_menu("draw-form").await;
    page.click("#draw-form .primary").await;
    let recipe = Recipe::BERT.with_draw(Draw::EachToken);
    replay.follows(&Edit::Draw { scope: Scope::Dataset, recipe, seed: 1, epoch: 0 }).await;
    page.press(Key::Escape).await;
    for share in [0.5, 1.0] {
        let number = scroll(page, share).await;
        assert!(number > 1000, "sentence {number} is in sight");
        replay.assert_same().await;
    }
    let last = Sight::of(page).await.strips.last().copied();
    assert_eq!(last, Some((MANY + 1, MANY + 1)));
    let at = place(MANY + 1, 2);
    if replay.document().at(at).is_none() {
        replay.mask(at).await;
    } else {
        replay.look_at(at).await;
    }
}

/// Scrolls the sentences, and waits until there is one in the middle of what is seen of them, and at the
/// end the last one. Returns its number.
async fn scroll(page: &Page, share: f64) -> usize {
    eventually("there is a sentence where the list was scrolled to", async || {
        // How long the list is, is known better with each sentence that was in sight.
        let (number, is_there): (Option<String>, bool) = page
            .read(
                "const list = document.querySelector('.strips');
                const most = list.scrollHeight - list.clientHeight;
                if (list.scrollTop < 1000 || arguments[0] === 1) list.scrollTop = most * arguments[0];
                const { left, top, width, height } = list.getBoundingClientRect();
                const middle = document.elementFromPoint(left + width / 2, top + height / 2);
                const last = list.querySelector('[aria-posinset=\"10000\"]');
                return [middle?.closest('.strip')?.getAttribute('aria-posinset') ?? null,
                    arguments[0] < 1 || last !== null];",
                vec![json!(share)],
            )
            .await;
        match number.map(|number| number.parse()) {
            Some(Ok(number)) if is_there => Ok(number),
            other => Err(format!("{other:?} is in the middle")),
        }
    })
    .await
}

/// 200 kB of what breaks programs is text like any other.
pub(super) async fn a_hostile_paste_is_only_text(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let text = format!("{} ", hostile()).repeat(200_000 / hostile().len() + 1);
    assert!(text.len() > 200_000);
    enter(page, &text).await;
    let edit = added(replay.document(), &text);
    replay.follows(&edit).await;
    let elements = page
        .ask(
            "return [...document.querySelectorAll('img, [onerror], script:not([src])')]
                .map((element) => element.outerHTML);",
            vec![],
        )
        .await;
    assert_eq!(elements, json!([]), "the text became elements");
    replay.undo().await;
}
