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
                done if done == json!(true) => Ok(()),
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
        page.ask(
            "const list = document.querySelector('.strips');
            list.scrollTop = (list.scrollHeight - list.clientHeight) * arguments[0];",
            vec![json!(share)],
        )
        .await;
        let wanted = (share * (MANY as f64)) as usize;
        eventually("the sentences there are in the page", async || {
            let Sight { strips, .. } = Sight::of(page).await;
            let near = |&(number, _): &(usize, usize)| number.abs_diff(wanted) < 200;
            if strips.iter().all(near) { Ok(()) } else { Err(format!("{strips:?}")) }
        })
        .await;
        replay.assert_same().await;
        // What is in sight is in the page: no gap.
        let gap = page
            .ask(
                "const list = document.querySelector('.strips').getBoundingClientRect();
                const middle = document.elementFromPoint(list.left + 80, list.top + list.height / 2);
                return middle?.closest('.strip') === null;",
                vec![],
            )
            .await;
        assert_eq!(gap, json!(false), "there is a sentence in the middle of the list");
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
