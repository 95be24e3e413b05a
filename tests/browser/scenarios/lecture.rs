//! The lecture: one thing after the other, by the keys of a presenter, legible from the last row.

use fantoccini::key::Key;
use masklab::core::document::{Document, Evaluation, ModelId, Preset};
use masklab::core::lecture::{Pace, Slide, Subject, Topic, slides};
use masklab::core::math::Unit;
use masklab::core::messages::Language;
use masklab::core::objective::Reduction;
use masklab::core::setup::Setup;
use masklab::core::share::{QrCode, address};
use serde_json::json;

use crate::page::Page;
use crate::replay::Replay;
use crate::wait::eventually;

/// The slides of a document as the page opens it.
fn lecture(document: &Document) -> Vec<Slide> {
    let evaluation = Evaluation::of(document);
    let model = ModelId::default();
    slides(&Subject {
        evaluation: &evaluation,
        model,
        chosen: evaluation.report(model).expect("a model").numbered_from(0).next(),
        unit: Unit::Nats,
        reduction: Reduction::default(),
        rate: 1.0,
        language: Language::English,
    })
}

async fn open(page: &Page, query: &str) {
    page.go_to(&format!("/?view=lecture{query}")).await;
    page.started().await;
}

/// Waits until the page is where the lecture is.
async fn is_at(page: &Page, slides: &[Slide], at: Pace) {
    let wanted = json!([slides[at.slide].topic.name(), at.asks(slides)]);
    eventually(&format!("the lecture is at {wanted}"), async || {
        let is = page
            .ask(
                "const { dataset } = document.querySelector('.lecture');
                return [dataset.topic, 'asks' in dataset];",
                vec![],
            )
            .await;
        if is == wanted { Ok(()) } else { Err(is.to_string()) }
    })
    .await;
}

/// A clicker's key shows one thing more each time, and the other one takes it back.
pub(super) async fn a_clicker_goes_through_the_lecture(page: &Page) {
    let slides = lecture(&Document::course_item());
    open(page, "").await;
    let mut at = Pace::default();
    is_at(page, &slides, at).await;
    while let Some(next) = at.next(&slides) {
        if at.asks(&slides) {
            let question = slides[at.slide].question.clone().expect("a question");
            assert_eq!(page.text_of(".question").await, question);
            assert_eq!(page.count(".answer, .say").await, 0, "no answer beside a question");
        }
        page.press(Key::PageDown).await;
        at = next;
        is_at(page, &slides, at).await;
        assert_eq!(page.text_of(".slide h1").await, slides[at.slide].title);
    }
    // There is no deck to go on with.
    page.press(Key::PageDown).await;
    is_at(page, &slides, at).await;
    for _ in 0..3 {
        page.press(Key::PageUp).await;
        at = at.previous(&slides).expect("there are more");
        is_at(page, &slides, at).await;
    }
    page.press(Key::Home).await;
    is_at(page, &slides, Pace::default()).await;
    page.press(Key::End).await;
    is_at(page, &slides, Pace::last(&slides)).await;
}

/// A blank screen, the code for the students, the keys, and the way back to the workspace.
pub(super) async fn a_presenter_has_everything_at_hand(page: &Page) {
    let slides = lecture(&Document::course_item());
    open(page, "&step=inner-sums").await;
    let at = Pace::at(Topic::Objective, &slides);
    is_at(page, &slides, at).await;
    page.type_keys("b").await;
    page.has_count(".blank", 1).await;
    page.press(Key::PageDown).await;
    page.has_count(".blank", 0).await;
    is_at(page, &slides, at).await;
    page.type_keys(".").await;
    page.has_count(".blank", 1).await;
    page.click(".blank").await;
    page.has_count(".blank", 0).await;

    page.type_keys("q").await;
    page.has_count(".above .code path", 1).await;
    let here: String = page.read("return location.href;", vec![]).await;
    let work = Document::course_item().to_link().expect("a short document");
    let code = QrCode::new(&address(&here, &Setup::default(), &work)).expect("a short link");
    let drawn = page.ask("return document.querySelector('.code path').getAttribute('d');", vec![]);
    assert_eq!(drawn.await, json!(code.path));
    page.press(Key::Escape).await;
    page.has_count(".above", 0).await;

    page.type_keys("?").await;
    page.has_count(".above .keys", 1).await;
    page.click("[name=letters]").await;
    page.press(Key::Escape).await;
    page.has_count(".above", 0).await;
    // Letters are switched off; a clicker still works.
    page.type_keys("n").await;
    is_at(page, &slides, at).await;
    page.press(Key::PageDown).await;
    is_at(page, &slides, at.next(&slides).expect("an answer")).await;

    page.press(Key::Escape).await;
    page.has_count(".lecture", 0).await;
    Replay::from_the_start(page).await;
    page.click("#open-lecture").await;
    is_at(page, &slides, at).await;
}

/// Every slide of every example fits the projectors there are, in type for the last row.
pub(super) async fn every_slide_fits_a_projector(page: &Page) {
    let script = "
        const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
        const small = [...document.querySelectorAll('.slide :is(p, h1, span, text)')]
            .filter((it) => it.checkVisibility() && !it.matches('.unseen, .badge, [data-ink=on-term]') && [...it.childNodes].some((node) => node.nodeType === 3))
            .map((it) => [it.getBoundingClientRect().height, Number.parseFloat(getComputedStyle(it).fontSize), it])
            .filter(([, size, it]) => (it.ownerSVGElement ? size * it.getScreenCTM().a : size) < 23.9)
            .map(([,, it]) => it.outerHTML.slice(0, 90));
        const wide = [...document.querySelectorAll('.sides > span, .row > [aria-hidden], .symbols > math')]
            .filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.textContent.slice(0, 60));
        return [scrollHeight - clientHeight, scrollWidth - clientWidth, small, wide];";
    let mut bad = Vec::new();
    for [width, height] in [[1920, 1080], [1024, 768]] {
        page.fit(width, height).await;
        for preset in Preset::ALL {
            open(page, &format!("&preset={}", preset.name)).await;
            let slides = lecture(&preset.document());
            let mut at = Pace::default();
            loop {
                is_at(page, &slides, at).await;
                let seen = page.ask(script, vec![]).await;
                if seen != json!([0, 0, [], []]) {
                    let topic = slides[at.slide].topic.name();
                    bad.push(format!("{width}×{height} {} {topic}: {seen}", preset.name));
                    bad.dedup();
                }
                let Some(next) = at.next(&slides) else { break };
                page.press(Key::PageDown).await;
                at = next;
            }
        }
    }
    assert!(bad.is_empty(), "{} slides do not fit:\n{}", bad.len(), bad.join("\n"));
}
