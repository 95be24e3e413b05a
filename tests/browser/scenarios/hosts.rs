//! The page as a part of another one.

use std::rc::Rc;

use masklab::core::document::{Document, Edit};
use serde_json::{Value, json};

use crate::page::{Page, place};
use crate::replay::Replay;
use crate::site::{HOST_LINK, HOST_PATH};
use crate::wait::eventually;

fn document(link: &str) -> Document {
    Document::from_link(link).expect("a link").document
}

/// What the page around the frame has heard that has these fields.
async fn heard(page: &Page, wanted: Value) -> Value {
    eventually(&format!("the host hears {wanted}"), async || {
        let script = "
            const is = (data) => data && Object.entries(arguments[0]).every(([key, value]) => data[key] === value);
            return [window.heard.findLast(is) ?? null, window.heard.slice(-5)];";
        let heard = page.ask(script, vec![wanted.clone()]).await;
        if heard[0].is_null() { Err(heard[1].to_string()) } else { Ok(heard[0].clone()) }
    })
    .await
}

async fn tell(page: &Page, message: Value) {
    page.ask("window.heard.length = 0; frames[0].postMessage(arguments[0], '*');", vec![message])
        .await;
}

async fn enter(page: &Page) {
    page.client.enter_frame(0).await.expect("the page is in the frame");
}

async fn leave(page: &Page) {
    page.client.clone().enter_parent_frame().await.expect("there is a page around the frame");
}

/// In the frame of another page it works, is as high as its content, and answers that page.
pub(super) async fn a_frame_is_a_part_of_its_page(page: &Page) {
    plays_its_part(page, HOST_PATH).await;
}

/// So it does where that is a page of another origin.
pub(super) async fn a_frame_is_a_part_of_another_origins_page(page: &Page) {
    plays_its_part(page, &format!("{HOST_PATH}?other")).await;
}

/// And in a sandbox without an origin and without storage.
pub(super) async fn a_sandboxed_frame_is_one_too(page: &Page) {
    plays_its_part(page, &format!("{HOST_PATH}?sandbox")).await;
}

async fn plays_its_part(page: &Page, host: &str) {
    page.go_to(host).await;
    heard(page, json!({ "event": "ready" })).await;
    enter(page).await;
    page.started().await;
    let mut replay = Replay::of(page, &document(HOST_LINK)).await;
    assert_eq!(page.count("header").await, 0, "no header");
    let overflow = "const { scrollHeight, clientHeight } = document.documentElement; return scrollHeight - clientHeight;";
    eventually("the frame is as high as its content", async || {
        let overflow = page.ask(overflow, vec![]).await;
        if overflow == json!(0) { Ok(()) } else { Err(overflow.to_string()) }
    })
    .await;
    replay.mask(place(1, 3)).await;

    leave(page).await;
    let height = heard(page, json!({ "event": "resize" })).await["height"].clone();
    assert_eq!(
        heard(page, json!({ "context": "h5p", "action": "resize" })).await["scrollHeight"],
        height
    );
    let frame = page.ask("return document.querySelector('iframe').clientHeight;", vec![]).await;
    assert_eq!(frame, height);

    let link = replay.document().to_link().expect("a short document");
    tell(page, json!({ "masklab": 1, "method": "getState", "id": 7 })).await;
    assert_eq!(heard(page, json!({ "id": 7 })).await["state"], json!(link));
    tell(page, json!({ "masklab": 1, "method": "observe" })).await;
    heard(page, json!({ "method": "observe" })).await;
    let other = "v=1&t=A+cat+sleeps&a=2&p2=cat:.5,dog:.5";
    tell(page, json!({ "masklab": 1, "method": "setState", "state": other })).await;
    assert_eq!(heard(page, json!({ "event": "change" })).await["state"], json!(other));
    enter(page).await;
    replay.follows(&Edit::Open(Rc::new(document(other)))).await;
    replay.undo().await;
}

/// Messages that are none of ours, or of another shape, change nothing and are not answered.
pub(super) async fn hostile_messages_change_nothing(page: &Page) {
    page.go_to(HOST_PATH).await;
    heard(page, json!({ "event": "ready" })).await;
    let script = "
        window.heard.length = 0;
        const hostile = [
            null, 1, 'setState', [], {}, { masklab: 1 }, { masklab: 2, method: 'getState' },
            { masklab: 1, method: 'constructor' }, { masklab: 1, method: '__proto__' },
            { masklab: 1, method: ['setState'], state: 'v=1' }, { method: 'setState', state: 'v=1' },
            { context: 'h5p', action: {} }, { context: 'h5p' },
        ];
        for (let index = 0; index < 10000; index += 1) frames[0].postMessage(hostile[index % hostile.length], '*');
        for (const state of [null, {}, 7, 'v=9', '{', 'x'.repeat(2000000)]) {
            frames[0].postMessage({ masklab: 1, method: 'setState', state, id: 'refused' }, '*');
        }
        frames[0].postMessage({ masklab: 1, method: 'getState', id: 'last' }, '*');";
    page.ask(script, vec![]).await;
    assert_eq!(heard(page, json!({ "id": "last" })).await["state"], json!(HOST_LINK));
    let answers = page.ask("return window.heard.filter((data) => data?.masklab);", vec![]).await;
    let answers = answers.as_array().expect("a list");
    assert_eq!(answers.len(), 7, "only what is asked in the right way is answered: {answers:?}");
    assert!(answers[..6].iter().all(|answer| answer["error"].is_string()), "{answers:?}");
    enter(page).await;
    Replay::of(page, &document(HOST_LINK)).await;
}
