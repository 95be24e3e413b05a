//! What leaves the page: links, QR codes, frames, files; and what a person is to work out first.

use std::rc::Rc;

use masklab::core::document::{Document, Edit, Evaluation, LINK_LIMIT, ModelId};
use masklab::core::math::Unit;
use masklab::core::messages::Language;
use masklab::core::objective::Reduction;
use masklab::core::plot::{Picture, Pictured};
use masklab::core::setup::{Answers, Part, Setup};
use masklab::core::share::{FileKind, Handout, QrCode, address, file_name, frame};
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::{Page, place};
use crate::replay::Replay;
use crate::wait::eventually;

const LINK: usize = 0;
const EMBED: usize = 1;
const FILES: usize = 2;

async fn open(page: &Page, way: usize) {
    page.click("#open-share").await;
    page.has_count("#share[open]", 1).await;
    if way != LINK {
        page.choose("share", way).await;
    }
}

async fn close(page: &Page) {
    page.click("#share .sheet-head > button").await;
    page.has_count("#share", 0).await;
}

async fn value(page: &Page, field: &str) -> String {
    page.read("return document.querySelector(arguments[0]).value;", vec![json!(field)]).await
}

async fn page_address(page: &Page) -> String {
    page.read("return location.href;", vec![]).await
}

/// Waits until a field says something.
async fn says(page: &Page, field: &str, wanted: &str) {
    eventually(&format!("{field} says {wanted}"), async || match value(page, field).await {
        said if said == wanted => Ok(()),
        said => Err(said),
    })
    .await;
}

/// The link opens the work, without what is switched off; its code says the same.
pub(super) async fn a_link_and_its_code_are_handed_out(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    open(page, LINK).await;
    let work = replay.document().to_link().expect("a short document");
    let here = page_address(page).await;
    let link = address(&here, &Setup::default(), &work);
    says(page, "#share-link", &link).await;
    let drawn =
        page.ask("return document.querySelector('.code path').getAttribute('d');", vec![]).await;
    assert_eq!(drawn, json!(QrCode::new(&link).expect("a short link").path));

    page.click("#share [name=plot]").await;
    page.choose("share-answers", 1).await;
    let setup =
        Setup { hidden: vec![Part::Plot], answers: Some(Answers::Asked), ..Setup::default() };
    let link = address(&here, &setup, &work);
    says(page, "#share-link", &link).await;
    page.click("[data-copies=share-link]").await;
    let copied = "const field = document.querySelector('#share-link');
        return [field.value.slice(field.selectionStart, field.selectionEnd), document.querySelector('.copied [role=status]').innerText];";
    let copied: [String; 2] = page.read(copied, vec![]).await;
    assert_eq!(copied[0], link, "what is to be copied by hand is selected");
    assert!(!copied[1].is_empty(), "it is said what has happened");
    close(page).await;
    assert!(page.has_focus("#open-share").await, "the focus is where it was");

    page.client.goto(&link).await.expect("the link opens");
    page.client.refresh().await.expect("the page opens anew");
    page.started().await;
    assert_eq!(page.count("#plot").await, 0);
    assert_eq!(page.count("#show-answers").await, 1);
}

/// The frame's HTML is what the core writes, and the frame beside it shows the work.
pub(super) async fn a_frame_is_seen_before_it_is_taken(page: &Page) {
    let replay = Replay::from_the_start(page).await;
    page.choose("unit", 1).await;
    open(page, EMBED).await;
    let work = replay.document().to_link().expect("a short document");
    let setup = Setup { embed: true, unit: Some(Unit::Bits), ..Setup::default() };
    let link = address(&page_address(page).await, &setup, &work);
    let title = Language::English.messages().page.share.frame_title;
    says(page, "#share-snippet", &frame(&link, title, 720)).await;
    page.fill("#share [name=height]", "400").await;
    says(page, "#share-snippet", &frame(&link, title, 400)).await;
    if page.engine == Engine::WebKit {
        // In a frame inside of a dialog, WebKitGTK's driver stops answering every now and then.
        return;
    }
    page.client.enter_frame(0).await.expect("there is a frame");
    page.started().await;
    assert_eq!(page.count("header").await, 0);
    assert_eq!(page.number("objective", None).await.text, "−0.5146");
    page.client.clone().enter_parent_frame().await.expect("there is a page around it");
    page.click("#share [name=prediction]").await;
    page.client.enter_frame(0).await.expect("there is a frame");
    page.started().await;
    page.has_count("#prediction", 0).await;
    page.client.clone().enter_parent_frame().await.expect("there is a page around it");
    close(page).await;
}

/// What cannot be a link is a file, which opens again.
pub(super) async fn a_work_too_long_for_a_link_is_a_file(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    // Digits that nothing can pack.
    let mut seed = 7_u64;
    let words = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        format!("{seed:x}")
    });
    let text = words.take(LINK_LIMIT / 8).collect::<Vec<_>>().join(" ");
    assert!(replay.document().apply(&Edit::SetText(text.clone())).unwrap().to_link().is_err());
    let edit = Edit::InsertText { at: replay.document().examples().len(), text: text.clone() };
    page.focus("#text").await;
    page.insert_text(&text).await;
    page.press(fantoccini::key::Key::Enter).await;
    replay.follows(&edit).await;
    catch_files(page).await;
    open(page, LINK).await;
    assert_eq!(page.count("#share-link, .code").await, 0);
    page.click("#share [data-saves=json]").await;
    let (name, json) = last_file(page).await;
    assert_eq!(name, FileKind::Document.name(replay.document()));
    assert_eq!(Document::from_json(&json).expect("a file").document, *replay.document());
    close(page).await;

    replay.undo().await;
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("{}-work.json", page.engine.name()));
    std::fs::write(&path, &json).unwrap();
    let input = page.client.find(fantoccini::Locator::Css(".file input")).await;
    let sent = input.expect("a field for files").send_keys(&path.to_string_lossy()).await;
    sent.expect("the field takes the file");
    let document = Document::from_json(&json).expect("a file").document;
    replay.follows(&Edit::Open(Rc::new(document))).await;
}

/// Keeps what the page hands to the browser, in place of letting it be saved.
async fn catch_files(page: &Page) {
    let script = "
        window.caught = [];
        URL.createObjectURL = (blob) => { window.caught.push({ blob }); return 'blob:caught'; };
        URL.revokeObjectURL = () => {};
        HTMLAnchorElement.prototype.click = function () { window.caught.at(-1).name = this.download; };";
    page.ask(script, vec![]).await;
}

/// The name and the text of the file that was saved last.
async fn last_file(page: &Page) -> (String, String) {
    let script = "const last = window.caught.at(-1); return last.blob.text().then((text) => [last.name, text]);";
    page.read(script, vec![]).await
}

/// Every file is what the core makes of the work.
pub(super) async fn files_are_those_of_the_core(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    page.choose("unit", 2).await;
    catch_files(page).await;
    open(page, FILES).await;
    let document = replay.document().clone();
    let evaluation = Evaluation::of(&document);
    let model = ModelId::default();
    let report = evaluation.report(model).expect("one model");
    let terms: Vec<_> = report.numbered_from(0).collect();
    // What was selected last is looked at.
    let chosen = terms.iter().copied().find(|term| term.place == place(1, 4));
    let prediction = evaluation.prediction(model, place(1, 4));
    let losses = losses(&replay);
    let handout = Handout {
        evaluation: &evaluation,
        model,
        unit: Unit::Log10,
        reduction: Reduction::default(),
        language: Language::English,
        pictured: Pictured {
            report,
            terms: &terms,
            chosen,
            prediction: prediction.as_deref(),
            models: &[],
            losses: &losses,
        },
    };
    let mut wanted: Vec<(String, FileKind)> = Vec::new();
    for (index, kind) in
        [FileKind::Plain, FileKind::Markdown, FileKind::Latex].into_iter().enumerate()
    {
        page.choose("share-solution", index).await;
        let content = kind.content(&handout).expect("a solution");
        says(page, "#share-solution", &content).await;
        assert_file(page, "#share .copied [data-saves]", kind, &handout).await;
    }
    wanted.push(("#share [data-saves=csv]".into(), FileKind::Terms));
    wanted.push(("#share [data-saves=json]".into(), FileKind::Document));
    for picture in Picture::ALL {
        // A model beside itself is no comparison.
        if picture != Picture::Models {
            let button = format!("#share [data-picture={}] [data-saves=svg]", picture.name());
            wanted.push((button, FileKind::Svg(picture)));
        }
    }
    assert_eq!(page.count("#share [data-picture]").await, Picture::ALL.len() - 1);
    for (button, kind) in wanted {
        assert_file(page, &button, kind, &handout).await;
    }

    let before = page.ask("return window.caught.length;", vec![]).await;
    page.click("#share [data-picture=curve] [data-saves=png]").await;
    let script = "
        if (window.caught.length === arguments[0]) return null;
        const { blob, name } = window.caught.at(-1);
        return createImageBitmap(blob).then(({ width, height }) => ({ type: blob.type, name, width, height }));";
    let picture = eventually("a bitmap is saved", async || {
        let picture = page.ask(script, vec![before.clone()]).await;
        if picture == Value::Null { Err("nothing yet".to_owned()) } else { Ok(picture) }
    })
    .await;
    let name = file_name(&document, "curve", "png");
    assert_eq!(picture, json!({ "type": "image/png", "name": name, "width": 1280, "height": 800 }));
    close(page).await;
}

async fn assert_file(page: &Page, button: &str, kind: FileKind, handout: &Handout<'_>) {
    page.click(button).await;
    let (name, content) = last_file(page).await;
    assert_eq!(name, kind.name(handout.evaluation.document()));
    assert_eq!(content, kind.content(handout).expect("there is something"), "{kind:?}");
}

/// The mean losses that the page's history has.
fn losses(replay: &Replay<'_>) -> Vec<f64> {
    let points = replay.session().trace().points(ModelId::default());
    points.into_iter().filter_map(masklab::core::document::Point::cross_entropy).collect()
}

/// Who is to work it out first sees no number that follows from the predictions, nor hears one.
pub(super) async fn answers_come_when_they_are_asked_for(page: &Page) {
    page.go_to("/?answers=asked").await;
    page.started().await;
    let numbers = "return [...document.querySelectorAll('data[data-quantity]:not(.candidate data)')]
        .filter((it) => it.checkVisibility({ visibilityProperty: true })).map((it) => it.outerHTML);";
    assert_eq!(page.ask(numbers, vec![]).await, json!([]), "no number is seen");
    assert_eq!(page.ask("return [...document.querySelectorAll('#plot, #lower')].filter((it) => it.checkVisibility()).length;", vec![]).await, json!(0));
    let spoken =
        "return document.querySelector('.candidate input').getAttribute('aria-valuetext');";
    assert_eq!(page.ask(spoken, vec![]).await, json!("0.700"));
    page.click("#show-answers").await;
    page.has_count("#show-answers", 0).await;
    assert_ne!(page.ask(numbers, vec![]).await, json!([]));
    assert_eq!(page.ask(spoken, vec![]).await, json!("0.700, log −0.3567"));
    Replay::from_the_start(page).await;
}
