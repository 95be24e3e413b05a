//! The examples of `docs/embed`, each as a person opens it, and `<mask-lab>` in a page that is strict.

use masklab::core::document::Preset;
use serde_json::{Value, json};

use super::hosts::{document, is_as_high_as_its_content};
use crate::hosts::{HOST_LINK, STRICT_PATH};
use crate::page::Page;
use crate::probe;
use crate::replay::Replay;
use crate::wait::eventually;

/// What a frame that a script finds answers to a question.
const ANSWER: &str = "
    const [frame, message, done] = arguments;
    addEventListener('message', function hear({ source, data }) {
        if (source !== frame.contentWindow || data?.id !== 'test') return;
        removeEventListener('message', hear);
        done(data);
    });
    frame.contentWindow.postMessage({ masklab: 1, id: 'test', ...message }, '*');";

async fn ask_frame(page: &Page, frame: &str, message: Value) -> Value {
    let frame = page.ask(frame, vec![]).await;
    page.client.execute_async(ANSWER, vec![frame, message]).await.expect("the frame answers")
}

async fn state_of(page: &Page, frame: &str) -> Value {
    ask_frame(page, frame, json!({ "method": "getState" })).await["state"].clone()
}

/// The frame has started, shows what stands in its address, says so to the page around it, and complains
/// of nothing.
async fn is_alive(page: &Page, frame: &str) {
    let element = page.ask(frame, vec![]).await;
    let address =
        page.ask("arguments[0].scrollIntoView(); return arguments[0].src;", vec![element]).await;
    let (_, link) = address.as_str().and_then(|src| src.split_once('#')).expect("a link");
    page.enter(frame).await;
    page.started().await;
    Replay::of(page, &document(link)).await;
    probe::assert_silent(page).await;
    page.leave().await;
    assert_eq!(state_of(page, frame).await, json!(link));
}

/// The page around the frames has nothing to complain of either.
async fn assert_silent(page: &Page) {
    assert_eq!(probe::complaints(page).await, Vec::<String>::new());
}

/// A script that finds a frame of the page.
fn nth(index: usize) -> String {
    format!("return document.querySelectorAll('iframe')[{index}];")
}

/// A script that finds the frame of an element.
fn inside(selector: &str) -> String {
    format!("return document.querySelector('{selector}').shadowRoot.querySelector('iframe');")
}

/// A frame and the script that gives it its height.
pub(super) async fn the_plain_example_comes_alive(page: &Page) {
    page.go_to("/embed/plain.html").await;
    is_alive(page, &nth(0)).await;
    page.enter(&nth(0)).await;
    is_as_high_as_its_content(page).await;
    page.leave().await;
    assert_silent(page).await;
    page.enter(&nth(0)).await;
}

/// An element, a button that sets its state, and a text that follows it.
pub(super) async fn the_element_comes_alive(page: &Page) {
    page.go_to("/embed/element.html").await;
    eventually("the element has a frame", async || match page.count("mask-lab:defined").await {
        1 => Ok(()),
        count => Err(count.to_string()),
    })
    .await;
    let frame = inside("mask-lab");
    is_alive(page, &frame).await;
    page.enter(&frame).await;
    is_as_high_as_its_content(page).await;
    page.leave().await;
    page.click("#compare").await;
    eventually("the text follows the work", async || {
        let answer = page.text_of("#answer").await;
        if answer.contains("clever:.5") { Ok(()) } else { Err(answer) }
    })
    .await;
    assert_eq!(state_of(page, &frame).await, json!(page.text_of("#answer").await));
    assert!(!page.visible_text().await.contains("Set the probabilities in MaskLab"), "no fallback");
    assert_silent(page).await;
    page.enter(&frame).await;
}

/// What a script in the page around returns in the end.
async fn later(page: &Page, script: &str) -> Value {
    let script = format!(
        "const done = arguments[0];
        const [one, two] = ['one', 'two'].map((id) => document.getElementById(id));
        (async () => {{ {script} }})().then(done, (error) => done(`failed: ${{error}}`));"
    );
    page.client.execute_async(&script, vec![]).await.expect("the script ends")
}

/// Attributes can be changed, several elements know nothing of each other, and what does not come from their
/// frames is not heard.
pub(super) async fn the_element_follows_its_attributes(page: &Page) {
    page.go_to(STRICT_PATH).await;
    page.has_count("mask-lab:defined", 2).await;
    let opened = later(
        page,
        "const frames = [one, two].map((it) => it.shadowRoot.querySelector('iframe'));
        return [await one.getState(), await two.getState(), frames.map(({ title }) => title),
            frames.map(({ src }) => new URL(src).search), frames[0].allow, frames[0].loading,
            document.body.innerText];",
    )
    .await;
    let bird = Preset::named("bird").expect("an example").document().to_link().expect("a link");
    let title = "MaskLab: the masked-language-modelling objective";
    let searches =
        ["?embed=1&lang=de&unit=bits", "?embed=1&preset=bird&hide=plot%2Ctraining&lock=text"];
    assert_eq!(
        opened,
        json!([
            HOST_LINK,
            bird,
            ["Eins", title],
            searches,
            "fullscreen; clipboard-write",
            "eager",
            ""
        ])
    );

    let heights = later(
        page,
        "return ['321', '1e9', 'high', ''].map((height) => {
            const third = document.createElement('mask-lab');
            third.setAttribute('height', height);
            document.body.append(third);
            const { style } = third.shadowRoot.querySelector('iframe');
            third.remove();
            return style.height;
        });",
    )
    .await;
    assert_eq!(heights, json!(["321px", "560px", "560px", "560px"]));

    let changed = "v=1&t=A+cat+sleeps&a=2&p2=cat:.5,dog:.5";
    let set = later(
        page,
        &format!(
            "const heard = [];
            document.addEventListener('change', ({{ target, detail }}) => heard.push([target.id, detail.state]));
            const change = new Promise((changes) => one.addEventListener('change', changes, {{ once: true }}));
            await one.setState('{changed}');
            await change;
            const refused = await one.setState('v=9').catch((error) => error.name);
            return [heard, one.state, await two.getState(), refused];"
        ),
    )
    .await;
    assert_eq!(set, json!([[["one", changed]], changed, bird, "RangeError"]));

    let kept = later(
        page,
        "const before = one.shadowRoot.querySelector('iframe');
        one.setAttribute('unit', 'nats');
        one.title = 'One';
        await Promise.resolve();
        const after = one.shadowRoot.querySelector('iframe');
        return [before === after, after.title, new URL(after.src).searchParams.get('unit'), await one.getState()];",
    )
    .await;
    assert_eq!(kept, json!([false, "One", "nats", changed]), "a setting keeps the work");
    let another = "v=1&t=A+hen+clucks.&a=2&p2=hen:.5,cock:.5";
    let other = later(
        page,
        &format!(
            "const before = one.shadowRoot.querySelector('iframe');
            const change = new Promise((changes) => one.addEventListener('change', changes, {{ once: true }}));
            one.setAttribute('src', '#{another}');
            await change;
            return [before === one.shadowRoot.querySelector('iframe'), one.state];"
        ),
    )
    .await;
    assert_eq!(other, json!([true, another]), "other work needs no other frame");

    only_its_frame_is_heard(page).await;
    let removed = later(
        page,
        "const asked = two.getState();
        two.remove();
        const told = await asked.catch((error) => error.name);
        document.body.append(two);
        const again = await two.getState();
        two.remove();
        two.setAttribute('preset', 'fruit');
        document.body.append(two);
        return [told, again, await two.getState()];",
    )
    .await;
    let fruit = Preset::named("fruit").expect("an example").document().to_link().expect("a link");
    assert_eq!(removed, json!(["AbortError", bird, fruit]));
    assert_silent(page).await;
    page.enter(&inside("#one")).await;
}

/// Heights that are none, and heights from elsewhere, change nothing.
async fn only_its_frame_is_heard(page: &Page) {
    let height =
        "return document.querySelector('#one').shadowRoot.querySelector('iframe').style.height;";
    page.enter(&inside("#one")).await;
    page.ask(
        "for (const height of [555, 1e9, -5, 0, NaN, '300', null, {}]) {
            parent.postMessage({ masklab: 1, event: 'resize', height }, '*');
        }
        parent.postMessage({ masklab: 2, event: 'resize', height: 666 }, '*');
        parent.postMessage({ event: 'resize', height: 777 }, '*');
        parent.postMessage({ masklab: 1, id: 0 }, '*');
        parent.postMessage({ masklab: 1, method: 'getState', id: 'last' }, '*');",
        vec![],
    )
    .await;
    page.leave().await;
    page.ask("postMessage({ masklab: 1, event: 'resize', height: 333 });", vec![]).await;
    page.enter(&inside("#two")).await;
    page.ask("parent.postMessage({ masklab: 1, event: 'resize', height: 444 }, '*');", vec![])
        .await;
    page.leave().await;
    later(page, "return Promise.all([one.getState(), two.getState()]);").await;
    assert_eq!(page.ask(height, vec![]).await, json!("555px"));
}

/// Five frames on one page: each is loaded when it comes near, and has its own work.
pub(super) async fn five_parts_have_five_works(page: &Page) {
    page.go_to("/embed/five.html").await;
    for index in 0..5 {
        is_alive(page, &nth(index)).await;
        page.enter(&nth(index)).await;
        is_as_high_as_its_content(page).await;
        page.leave().await;
    }
    let mut states = Vec::new();
    for index in 0..5 {
        states.push(state_of(page, &nth(index)).await);
    }
    let changed = json!(HOST_LINK);
    ask_frame(page, &nth(2), json!({ "method": "setState", "state": changed })).await;
    states[2] = changed;
    for (index, state) in states.iter().enumerate() {
        assert_eq!(state_of(page, &nth(index)).await, *state, "frame {index}");
    }
    assert_silent(page).await;
    page.enter(&nth(0)).await;
}

/// What the editors of learning platforms let through: a frame without a script. Canvas gives it a height by a
/// message of its own.
pub(super) async fn what_editors_let_through_comes_alive(page: &Page) {
    page.go_to("/embed/moodle-canvas.html").await;
    assert_eq!(page.count("body script").await, 0);
    is_alive(page, &nth(0)).await;
    for width in [600, 900] {
        let set = "document.querySelector('iframe').style.width = `${arguments[0]}px`;";
        page.ask(set, vec![json!(width)]).await;
        page.enter(&nth(0)).await;
        eventually("the frame is as wide", async || {
            let wide = page.ask("return innerWidth;", vec![]).await;
            if wide == json!(width) { Ok(()) } else { Err(wide.to_string()) }
        })
        .await;
        // The height that stands there has room.
        is_as_high_as_its_content(page).await;
        page.leave().await;
    }
    page.ask(
        "addEventListener('message', ({ source, data }) => {
            if (typeof data !== 'string') return;
            const { subject, height } = JSON.parse(data);
            const frame = [...document.querySelectorAll('iframe')].find((it) => it.contentWindow === source);
            if (subject === 'lti.frameResize') frame.style.height = `${height}px`;
        });
        document.querySelector('iframe').style.width = '500px';",
        vec![],
    )
    .await;
    eventually("Canvas sets the height", async || {
        let height =
            page.ask("return document.querySelector('iframe').style.height;", vec![]).await;
        if height == json!("") { Err("none".to_owned()) } else { Ok(()) }
    })
    .await;
    page.enter(&nth(0)).await;
    is_as_high_as_its_content(page).await;
}
