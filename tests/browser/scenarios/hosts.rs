//! The page as a part of another one.

use std::rc::Rc;

use masklab::core::document::{Document, Edit};
use serde_json::{Value, json};

use crate::hosts::{H5P_PATH, HOST_LINK, HOST_PATH, JSINPUT_PATH};
use crate::page::{Page, place};
use crate::probe;
use crate::replay::Replay;
use crate::site::Site;
use crate::wait::eventually;

pub(super) fn document(link: &str) -> Document {
    Document::from_link(link).expect("a link").document
}

/// What the page around the frame has heard that has these fields.
pub(super) async fn heard(page: &Page, wanted: Value) -> Value {
    eventually(&format!("the host hears {wanted}"), async || {
        let script = "
            const is = (data) => data && Object.entries(arguments[0]).every(([key, value]) => data[key] === value);
            return [window.heard.findLast(is) ?? null, window.heard.slice(-5)];";
        let heard = page.ask(script, vec![wanted.clone()]).await;
        if heard[0].is_null() { Err(heard[1].to_string()) } else { Ok(heard[0].clone()) }
    })
    .await
}

pub(super) async fn tell(page: &Page, message: Value) {
    page.ask("window.heard.length = 0; frames[0].postMessage(arguments[0], '*');", vec![message])
        .await;
}

pub(super) async fn enter(page: &Page) {
    page.enter("return document.querySelector('iframe');").await;
}

/// Waits until nothing in the frame has to be scrolled.
pub(super) async fn is_as_high_as_its_content(page: &Page) {
    let overflow = "const { scrollHeight, clientHeight } = document.documentElement; return scrollHeight - clientHeight;";
    eventually("the frame is as high as its content", async || {
        let overflow = page.ask(overflow, vec![]).await;
        if overflow == json!(0) { Ok(()) } else { Err(overflow.to_string()) }
    })
    .await;
}

pub(super) async fn leave(page: &Page) {
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
    is_as_high_as_its_content(page).await;
    replay.mask(place(1, 3)).await;

    page.leave().await;
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
    let export = |plot, format| json!({ "masklab": 1, "method": "exportImage", "id": 8, "plot": plot, "format": format });
    tell(page, export("curve", "svg")).await;
    let svg = heard(page, json!({ "id": 8 })).await["image"].clone();
    assert!(
        svg.as_str().is_some_and(|svg| svg.starts_with("<svg") && svg.contains("−log p")),
        "{svg}"
    );
    tell(page, export("prediction", "png")).await;
    let png = heard(page, json!({ "id": 8 })).await["image"].clone();
    assert!(
        png.as_str().is_some_and(|png| png.starts_with("data:image/png;base64,iVBOR")),
        "{png}"
    );
    tell(page, export("roof", "png")).await;
    let error = heard(page, json!({ "id": 8 })).await["error"].clone();
    assert!(error.as_str().is_some_and(|error| error.contains("curve, prediction")), "{error}");
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

/// Where a frame may not store anything, as in a sandbox, everything works but that, also where it does not
/// know that it is a part of another page.
pub(super) async fn a_frame_without_storage_works(page: &Page) {
    page.go_to(&format!("{HOST_PATH}?sandbox&whole")).await;
    enter(page).await;
    page.started().await;
    let forbidden = "try { localStorage; return ''; } catch (error) { return error.name; }";
    assert_eq!(page.ask(forbidden, vec![]).await, json!("SecurityError"));
    let mut replay = Replay::of(page, &document(HOST_LINK)).await;
    replay.mask(place(1, 3)).await;
    page.open_menu("settings").await;
    page.choose("theme", 2).await;
    replay.assert_same().await;
}

/// H5P's resizer sets the height of the frame and keeps it right, whether it comes before the page or after.
pub(super) async fn h5p_gives_the_frame_its_height(page: &Page) {
    for way in ["", "?late"] {
        page.go_to(&format!("{H5P_PATH}{way}")).await;
        enter(page).await;
        page.started().await;
        is_as_high_as_its_content(page).await;
        page.leave().await;
        let heard = page.ask("return window.heard.includes('hello');", vec![]).await;
        assert_eq!(heard, json!(true), "it is greeted {way}");
        // It has answered "hello", and says when its window changes; "resizePrepared" is what its own content
        // waits for, and nothing here does. Both are answered with the height.
        for asks in ["dispatchEvent(new Event('resize'));", "window.tell('resizePrepared');"] {
            let low = "document.querySelector('iframe').style.height = '100px';";
            page.ask(&format!("{low} {asks}"), vec![]).await;
            enter(page).await;
            is_as_high_as_its_content(page).await;
            page.leave().await;
        }
        let width = page.ask("return document.querySelector('iframe').style.width;", vec![]).await;
        assert_eq!(width, json!("100%"));
        assert_eq!(probe::complaints(page).await, Vec::<String>::new());
    }
    enter(page).await;
}

/// Open edX asks for the answer by functions, at once, and gives back later what it has been told.
pub(super) async fn open_edx_asks_at_once(page: &Page) {
    let work = "v=1&t=Gr%C3%BCn+%26+rot%2C+100%25.&a=1&p1=Gr%C3%BCn:.25,Blau:.75";
    page.go_to(JSINPUT_PATH).await;
    enter(page).await;
    enter(page).await;
    page.started().await;
    page.leave().await;
    // As a learner comes back to what was stored.
    page.leave().await;
    let stored =
        json!({ "answer": "", "state": document(work).to_link().expect("a link") }).to_string();
    page.ask("window.restored(arguments[0]);", vec![json!(stored)]).await;
    let expected = document(work).to_link().expect("a link");
    eventually("what is submitted is what was stored", async || {
        let submitted = page.ask("return JSON.parse(window.submitted());", vec![]).await;
        if submitted == json!({ "answer": expected, "state": expected }) {
            Ok(())
        } else {
            Err(submitted.to_string())
        }
    })
    .await;
    enter(page).await;
    enter(page).await;
    page.has_count(".chip[aria-pressed=true]", 1).await;
    // Chromium warns of the sandbox that Open edX has chosen.
    let complaints = probe::complaints(page).await;
    assert!(complaints.iter().all(|it| it.contains("can escape its sandboxing")), "{complaints:?}");
}

/// Where `WebAssembly` is refused, the example can be read, and it is said above it why it does not answer.
pub(super) async fn the_example_stays_in_a_frame_where_wasm_is_refused(page: &Page) {
    let site = Site::refusing_wasm().expect("the page is served");
    page.client.goto(&format!("{}{HOST_PATH}", site.url())).await.expect("the host opens");
    enter(page).await;
    super::policy::the_example_can_be_read(page).await;
    let link = page
        .ask(
            "const link = document.querySelector('#late a');
            const example = document.querySelector('#dataset').getBoundingClientRect();
            return [link.href, link.target, document.querySelector('#late').getBoundingClientRect().bottom <= example.top];",
            vec![],
        )
        .await;
    assert_eq!(link, json!([format!("{}/#{HOST_LINK}", site.url()), "_blank", true]));
    is_as_high_as_its_content(page).await;
    page.go_to("/").await;
}
