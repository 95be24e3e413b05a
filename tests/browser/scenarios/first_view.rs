//! The view that is there before any program: it is what the whole app draws, and it answers alike.

use std::{env, fs, path::PathBuf};

use serde_json::json;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;
use crate::wait::eventually;

/// The first view as HTML.
const READ: &str = include_str!("../first_view.js");
/// What the page begins with.
const KEPT: &str = include_str!("../../../static/first.html");
/// Where that is kept.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/static/first.html");
/// With this variable set, what the app draws is kept as what the page begins with.
const WRITE: &str = "MASKLAB_WRITE_FIRST_VIEW";

/// What follows from a slider's move, as HTML.
const FOLLOWS: &str = "
    const attribute = ({ name, value }) => `${name}=${value}`;
    // The order of attributes, what a field began with, and space at an end make no difference.
    const write = (node) => node.nodeType === 3 ? node.data : `<${node.localName} ${
        [...node.attributes].filter(({ name }) => node.localName !== 'input' || name !== 'value')
            .map(attribute).sort().join(' ')}>${[...node.childNodes].map(write).join('').trim()}`;
    return ['.candidate', '.chip', '.inner-sum', '.equation .numbers', '.totals data',
            '#plot svg', '.gradient svg', '.said'].flatMap((selector) =>
        [...document.querySelectorAll(selector)].map(write)
            .concat([...document.querySelectorAll(`${selector} input`)].map((input) => input.value)));";

/// The plot has the size that the window leaves it, so one engine and one size stand for all.
pub(super) async fn the_first_view_is_what_the_app_draws(page: &Page) {
    if page.engine != Engine::Chromium {
        return;
    }
    page.fit(1280, 800).await;
    page.go_to("/").await;
    page.started().await;
    let drawn: String = page.read(READ, vec![]).await;
    if env::var_os(WRITE).is_some() {
        fs::write(FILE, &drawn).expect("the first view can be kept");
    } else {
        let same = drawn.chars().zip(KEPT.chars()).take_while(|(one, other)| one == other).count();
        let from = same.saturating_sub(60);
        let part = |html: &str| html.chars().skip(from).take(160).collect::<String>();
        assert!(
            drawn == KEPT,
            "static/first.html is not what the app draws: run `{WRITE}=1 cargo xtask test browser` \
             and look at what has changed.\nkept:  {}\ndrawn: {}",
            part(KEPT),
            part(&drawn)
        );
    }
}

/// Where the whole app cannot be fetched, the first view says so, and its sliders move all that they
/// move in the app.
pub(super) async fn the_first_view_answers_as_the_app_does(page: &Page) {
    let moves = [("red", "0.5"), ("brown", "0.25"), ("brown", "0"), ("lazy", "0.3")];
    if page.engine == Engine::Chromium {
        page.fit(1280, 800).await;
        page.go_to("/").await;
        page.started().await;
    }
    let app = follow(page, &moves).await;
    let alone = Alone::serve(page.engine);
    page.client.goto(&alone.site.url()).await.expect("the first view opens");
    eventually("the page says that the app has not come", async || {
        let late = page.ask("return document.getElementById('late')?.hidden;", vec![]).await;
        if late == json!(false) { Ok(()) } else { Err(late.to_string()) }
    })
    .await;
    let first = follow(page, &moves).await;
    for (step, (first, app)) in first.iter().zip(&app).enumerate() {
        assert_eq!(first.len(), app.len(), "after move {step}");
        for (first, app) in first.iter().zip(app) {
            // The kept plots have the size that they have in one engine, and so have their marks.
            if page.engine == Engine::Chromium || !first.starts_with("<svg") {
                assert_eq!(first, app, "after move {step}");
            }
        }
    }
}

/// What follows from each of some moves, in the frame after it.
async fn follow(page: &Page, moves: &[(&str, &str)]) -> Vec<Vec<String>> {
    let mut steps = Vec::new();
    for (word, value) in moves {
        let script = format!(
            "const [word, value, done] = arguments;
            const row = [...document.querySelectorAll('.candidate')]
                .find((row) => row.dataset.word === word);
            const slider = row.querySelector('input[type=range]');
            slider.value = value;
            slider.dispatchEvent(new Event('input', {{ bubbles: true }}));
            slider.dispatchEvent(new Event('change', {{ bubbles: true }}));
            const read = () => {{ {FOLLOWS} }};
            requestAnimationFrame(() => requestAnimationFrame(() => done(read())));"
        );
        let answer = page.client.execute_async(&script, vec![json!(word), json!(value)]).await;
        let answer = answer.expect("the slider moves");
        steps.push(serde_json::from_value(answer).expect("HTML is text"));
    }
    steps
}

/// The built page without the whole app.
struct Alone {
    folder: PathBuf,
    site: Site,
}

impl Alone {
    fn serve(engine: Engine) -> Self {
        let name = format!("masklab-first-view-{}-{engine:?}", std::process::id());
        let folder = env::temp_dir().join(name);
        let site = Site::without_the_app(&folder).expect("the first view is served");
        Self { folder, site }
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        // What is left of it is in the system's folder for such.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
