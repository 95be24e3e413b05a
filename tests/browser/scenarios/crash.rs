//! When the page's own program fails.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::page::{Page, chip, place};
use crate::probe;
use crate::replay::Replay;
use crate::slider::Slider;
use crate::wait::eventually;

/// Lets every change of the document's tree fail, as something that meddles with it (a translator, an
/// extension) can, and then asks for a change.
pub(super) async fn crash(page: &Page) {
    page.ask(
        "for (const change of ['appendChild', 'insertBefore', 'removeChild', 'replaceChild']) {
            window.Node.prototype[change] = () => { throw new Error('sabotaged by the test'); };
        }
        window.__crashed = true;",
        vec![],
    )
    .await;
    assert!(!is_shown(page, "#crash").await, "nothing has happened yet");
    page.click(&chip(place(1, 2))).await;
    eventually("the page says that it crashed", async || {
        if is_shown(page, "#crash").await { Ok(()) } else { Err(page.visible_text().await) }
    })
    .await;
    // The panic itself is told to the console, as it should be.
    let complaints = probe::complaints(page).await;
    assert!(!complaints.is_empty(), "a crash is no secret");
}

async fn is_shown(page: &Page, selector: &str) -> bool {
    let answer = page
        .ask(
            "const element = document.querySelector(arguments[0]);
            return !element.hidden && element.getClientRects().length > 0;",
            vec![json!(selector)],
        )
        .await;
    answer == json!(true)
}

/// Waits for a page that does not know of the crash.
pub(super) async fn started_anew(page: &Page) {
    eventually("the page is loaded anew", async || {
        match page.client.execute("return window.__crashed ?? false;", vec![]).await {
            Ok(Value::Bool(false)) => Ok(()),
            other => Err(format!("{other:?}")),
        }
    })
    .await;
    page.started().await;
}

/// What a person has made is not lost.
pub(super) async fn offers_to_reload_with_the_state_kept(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    replay.look_at(place(1, 3)).await;
    Slider::of(page, place(1, 3), "brown").focus().await;
    page.press(Key::Left).await;
    replay.follow(place(1, 3), "brown", |value| value < 0.7).await;

    crash(page).await;
    page.click("#crash-reload").await;
    started_anew(page).await;
    let mut replay = Replay::of(page, replay.document()).await;
    assert!(!is_shown(page, "#crash").await);

    // And it goes on from there.
    replay.mask(place(1, 1)).await;
}

/// Where what was made is the reason of the crash, there is a way out.
pub(super) async fn offers_to_start_over(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    eventually("the address says what there is", async || {
        let hash = page.ask("return location.hash;", vec![]).await;
        if hash == json!("") { Err("nothing".to_owned()) } else { Ok(()) }
    })
    .await;

    crash(page).await;
    page.click("#crash-start-over").await;
    started_anew(page).await;
    Replay::from_the_start(page).await;
}
