//! The address carries the work, and what is put into it is opened; and it says what a teacher has set.

use std::rc::Rc;

use fantoccini::key::Key;
use masklab::core::document::{Document, Edit, Preset, Session};
use serde_json::json;

use crate::page::{Page, chip, place};
use crate::replay::Replay;
use crate::wait::eventually;

const LINK: &str = "v=1&t=A+dog+barks.&a=2&p2=dog:.25,cat:.75";

fn document(link: &str) -> Document {
    Document::from_link(link).expect("a link").document
}

/// Opens an address anew, and not as a step from the present one.
async fn visit(page: &Page, path: &str) {
    page.go_to(path).await;
    page.client.refresh().await.expect("the page opens again");
    page.started().await;
}

/// What is behind the `#`.
async fn fragment(page: &Page) -> String {
    let hash = page.ask("return location.hash;", vec![]).await;
    hash.as_str().unwrap_or_default().trim_start_matches('#').to_owned()
}

async fn address_says(page: &Page, document: &Document) {
    let link = document.to_link().expect("a short document");
    eventually("the address says what there is", async || {
        let shown = fragment(page).await;
        if shown == link { Ok(()) } else { Err(shown) }
    })
    .await;
}

async fn put(page: &Page, fragment: &str) {
    page.ask("location.hash = arguments[0];", vec![json!(fragment)]).await;
}

/// A link opens its document; the address follows what becomes of it, and opens that the next time.
pub(super) async fn a_link_is_opened_and_follows_the_work(page: &Page) {
    assert_eq!(fragment(page).await, "", "who has done nothing has a clean address");
    visit(page, &format!("/#{LINK}")).await;
    assert_eq!(page.count("[data-opening], #app[inert]").await, 0, "nothing is waited for");
    let mut replay = Replay::of(page, &document(LINK)).await;
    replay.mask(place(1, 3)).await;
    address_says(page, replay.document()).await;
    page.client.refresh().await.expect("the page opens again");
    page.started().await;
    Replay::of(page, replay.document()).await;
}

/// What is put into the address of a page that is open is a step that can be taken back.
pub(super) async fn a_changed_address_changes_the_page(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    put(page, LINK).await;
    replay.follows(&Edit::Open(Rc::new(document(LINK)))).await;
    replay.undo().await;
    address_says(page, replay.document()).await;
    assert_eq!(page.count(".toast:not([hidden])").await, 0, "nothing is refused");
}

/// A link that cannot be opened is refused whole, and what was there stays.
pub(super) async fn a_broken_link_is_refused(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    address_says(page, replay.document()).await;
    put(page, "v=1&t=A+dog&a=7").await;
    let refused = async |reason: &str| {
        eventually("the link is refused", async || {
            let said = page.text_of("#refusal").await;
            if said.contains(reason) { Ok(()) } else { Err(said) }
        })
        .await;
    };
    refused("7, but the sentence has 2 tokens").await;
    replay.assert_same().await;

    visit(page, "/#v=7&t=A+dog").await;
    refused("the link is of version 7").await;
    // The work of the visit before.
    Replay::of(page, replay.document()).await;
    put(page, &format!("{LINK}&utm_source=mail")).await;
    refused("not all of it: utm_source").await;
}

/// A link does not take the place of the work that somebody has: it is a step behind.
pub(super) async fn a_link_leaves_earlier_work_behind_it(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    address_says(page, replay.document()).await;
    visit(page, &format!("/#{LINK}")).await;
    // Of a visit before, only what it came to is kept.
    replay.goes_on_with(Session::new(replay.document()));
    replay.follows(&Edit::Open(Rc::new(document(LINK)))).await;
    replay.undo().await;
}

/// What a teacher sets holds from the first moment; what is no setting is named.
pub(super) async fn an_address_sets_how_the_page_opens(page: &Page) {
    page.go_to("/?preset=bird&unit=bits&plot=terms&theme=dark&lang=de&total=loss&hide=examples&scale=linear").await;
    page.started().await;
    let bird = Preset::named("bird").expect("an example").document();
    Replay::of(page, &bird).await;
    let read = "return [
        document.documentElement.dataset.theme, document.documentElement.lang,
        document.querySelector('#plot .plot-frame').dataset.plot,
        document.querySelector('.total[aria-pressed=true]').dataset.total,
        document.querySelector('[name=unit]:checked').closest('label').textContent.trim(),
        document.querySelector('#examples') === null, localStorage.getItem('masklab.theme'),
    ];";
    let read = page.ask(read, vec![]).await;
    assert_eq!(read, json!(["dark", "de", "terms", "loss", "Bits", true, null]));
    page.go_to("/?hide=plot,training,equation").await;
    page.started().await;
    assert_eq!(page.count("#plot, #lower, #objective").await, 0, "what is hidden");
    let widths = page.ask(
        "return ['main', '#dataset'].map((it) => document.querySelector(it).clientWidth);",
        vec![],
    );
    let widths: [f64; 2] = serde_json::from_value(widths.await).expect("two numbers");
    assert!(widths[1] > 0.9 * widths[0], "what is left has the room: {widths:?}");
    page.go_to("/?unit=inches&fbclid=1").await;
    page.started().await;
    let said = page.text_of("#refusal").await;
    assert_eq!(said, "unit=inches is left out: it is one of nats, bits, log10");
    Replay::from_the_start(page).await;
}

/// What is locked can be looked at, and not changed, whichever way it is tried.
pub(super) async fn what_is_locked_stays(page: &Page) {
    page.go_to("/?preset=bird&lock=text,selection,prediction,models,training").await;
    page.started().await;
    let bird = Preset::named("bird").expect("an example").document();
    let replay = Replay::of(page, &bird).await;
    assert_eq!(page.count(".candidate input:enabled, .candidate button:enabled").await, 0);
    assert_eq!(page.count("#text, #draw, .strip-menu button").await, 0);
    assert_eq!(page.count("#training .steps button:enabled:not(.quiet)").await, 0);
    page.click(&chip(place(1, 1))).await;
    eventually("it is said why", async || {
        let said = page.text_of("#refusal").await;
        if said.contains("has locked that") { Ok(()) } else { Err(said) }
    })
    .await;
    page.focus(&chip(place(1, 2))).await;
    page.press(Key::Delete).await;
    replay.assert_same().await;
    // Looking at another position is no change.
    page.click(&chip(place(1, 6))).await;
    replay.assert_same().await;
    page.has_count(".prediction[data-position=\"6\"]", 1).await;
}
