//! The dataset D: what becomes of a word, what can be done with a sentence, and how text comes in.

use fantoccini::key::Key;
use fantoccini::{Locator, error::CmdError};
use masklab::core::document::{Edit, Scope};
use masklab::core::objective::Place;
use masklab::core::text::{Corruption, Draw, Recipe};
use serde_json::json;

use crate::page::{Page, chip, place};
use crate::replay::{Replay, added};
use crate::sight::Sight;
use crate::wait::eventually;

/// Sentences of several kinds, in one paragraph.
const PARAGRAPH: &str = "The fox sleeps. Does Mr. Smith know? \"Yes!\" He has 3.5 foxes.";

/// Opens the menu of a chip that is selected, and takes an entry of it, counted from 1.
async fn take_from_menu(page: &Page, entry: usize) {
    page.has_count("#chip-menu:popover-open", 1).await;
    page.click(&format!("#chip-menu li:nth-child({entry}) button")).await;
    page.has_count("#chip-menu:popover-open", 0).await;
}

/// Masked, replaced by a random word, kept, and not selected: x stays, x̄ follows, and so do the numbers.
pub(super) async fn corrupts_a_word_by_its_menu(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let at = place(1, 2);
    replay.mask(at).await;

    // A click on the word that is looked at opens its menu.
    page.click(&chip(at)).await;
    take_from_menu(page, 2).await;
    let scope = Scope::Position(at);
    let recipe = Recipe::new(1.0, 0.0, 1.0).unwrap();
    replay.follows(&Edit::Draw { scope, recipe, seed: 0, epoch: 0 }).await;
    let corruption = replay.document().at(at).unwrap().corruption().clone();
    assert!(matches!(corruption, Corruption::Random(_)), "{corruption:?}");

    // So do Enter and Space, and the menu gives the focus back.
    for (key, entry, edit) in [
        (Key::Enter, 3, Edit::Select { place: at, corruption: Corruption::Kept }),
        (Key::Space, 1, Edit::Select { place: at, corruption: Corruption::Mask }),
    ] {
        page.focus(&chip(at)).await;
        page.press(key).await;
        take_from_menu(page, entry).await;
        replay.follows(&edit).await;
        page.gets_focus(&chip(at)).await;
    }

    // Escape leaves everything as it is.
    page.press(Key::Enter).await;
    page.has_count("#chip-menu:popover-open", 1).await;
    page.press(Key::Escape).await;
    page.has_count("#chip-menu:popover-open", 0).await;
    replay.assert_same().await;
    page.gets_focus(&chip(at)).await;

    page.press(Key::Enter).await;
    take_from_menu(page, 4).await;
    replay.follows(&Edit::Deselect(scope)).await;
    replay.undo().await;
}

/// Doubled, moved by menu and by key, and removed; and all of it back, step by step, and forth.
pub(super) async fn sentences_are_doubled_moved_and_removed(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.add("The lazy dog sleeps.").await;
    replay.mask(place(2, 3)).await;
    let menu = async |index: usize, entry: usize| {
        page.open_menu(&format!("strip-menu-{index}")).await;
        page.click(&format!("#strip-menu-{index} li:nth-child({entry}) button")).await;
    };
    menu(0, 2).await;
    replay.follows(&Edit::DuplicateSentence(0)).await;
    menu(1, 4).await;
    replay.follows(&Edit::MoveSentence { from: 1, to: 2 }).await;
    // What was looked at is still looked at, where it is now.
    assert_eq!(Sight::of(page).await.looked(), Some(place(2, 3)));

    page.focus(&chip(place(2, 3))).await;
    page.press_with(&[Key::Alt], Key::Up.into()).await;
    replay.follows(&Edit::MoveSentence { from: 1, to: 0 }).await;
    page.gets_focus(&chip(place(1, 3))).await;
    page.press(Key::Down).await;
    assert!(page.has_focus(".chip[data-place^=\"2:\"]").await, "down leads to the next sentence");

    menu(1, 5).await;
    replay.follows(&Edit::RemoveSentence(1)).await;
    let steps = 6;
    for _ in 0..steps {
        replay.undo().await;
    }
    assert!(!replay.session().can_undo(), "each was a step");
    for _ in 0..steps {
        replay.redo().await;
    }
}

/// Text that is pasted beside a field, dropped, or in a file, is split into sentences.
pub(super) async fn text_comes_in_by_paste_drop_and_file(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    page.ask("document.activeElement.blur();", vec![]).await;
    let send = async |event: &str, name: &str, data: &str| {
        let script = format!(
            "const data = new DataTransfer();
            {data}
            const event = new {event}('{name}', {{
                bubbles: true, cancelable: true, clipboardData: data, dataTransfer: data,
            }});
            // Not every browser lets a script fill in what only it should.
            for (const key of ['clipboardData', 'dataTransfer']) {{
                if (key in event && event[key] !== data) Object.defineProperty(event, key, {{ value: data }});
            }}
            document.body.dispatchEvent(event);
            return event.defaultPrevented;"
        );
        let taken = page.ask(&script, vec![json!(PARAGRAPH)]).await;
        assert_eq!(taken, json!(true), "the page takes a {name}");
    };
    send("ClipboardEvent", "paste", "data.setData('text/plain', arguments[0]);").await;
    let edit = added(replay.document(), PARAGRAPH);
    replay.follows(&edit).await;
    assert!(replay.document().examples().len() > 3, "it was split");

    send(
        "DragEvent",
        "drop",
        "data.items.add(new File([arguments[0]], 'a.txt', { type: 'text/plain' }));",
    )
    .await;
    let edit = added(replay.document(), PARAGRAPH);
    replay.follows(&edit).await;

    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("{}-sentences.txt", page.engine.name()));
    std::fs::write(&file, PARAGRAPH).unwrap();
    let chosen: Result<(), CmdError> = async {
        let input = page.client.find(Locator::Css(".file input")).await?;
        input.send_keys(&file.display().to_string()).await
    }
    .await;
    chosen.expect("the file is chosen");
    let edit = added(replay.document(), PARAGRAPH);
    replay.follows(&edit).await;
}

/// As BERT does: a share of the positions, split by a recipe, and with the same seed the same again.
pub(super) async fn draws_positions_as_the_sampler_does(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.add(PARAGRAPH).await;
    let drawn = |rate: f64, draw: Draw, seed: u64| {
        let recipe = Recipe::new(rate, 0.8, 0.1).unwrap().with_draw(draw);
        Edit::Draw { scope: Scope::Dataset, recipe, seed, epoch: 0 }
    };
    let again = "#draw-form button:nth-of-type(2)";
    page.open_menu("draw-form").await;
    page.click("#draw-form .primary").await;
    replay.follows(&drawn(0.15, Draw::EachToken, 1)).await;

    for (field, text) in [("#draw-rate", "2/5"), ("#draw-seed", "11")] {
        page.focus(field).await;
        page.insert_text(text).await;
    }
    page.press(Key::Enter).await;
    replay.follows(&drawn(0.4, Draw::EachToken, 11)).await;
    assert!(replay.document().report().selected() > 3, "many are drawn");
    page.click(again).await;
    replay.follows(&drawn(0.4, Draw::EachToken, 12)).await;
    page.choose("draw-way", 1).await;
    page.click(again).await;
    replay.follows(&drawn(0.4, Draw::FixedCount, 13)).await;

    // What is no share changes nothing, and the form says why.
    page.focus("#draw-rate").await;
    page.insert_text("much").await;
    page.press(Key::Enter).await;
    eventually("the form says why", async || match page.text_of("#draw-form .refusal").await {
        text if text.contains("much") => Ok(()),
        text => Err(text),
    })
    .await;
    replay.assert_same().await;

    page.click("#draw-form button:nth-of-type(3)").await;
    replay.follows(&Edit::Deselect(Scope::Dataset)).await;
    assert_eq!(replay.document().report().terms().map(|(at, _)| at).collect::<Vec<Place>>(), []);
}
