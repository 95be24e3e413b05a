//! How the page is where the system, the printer or the hand is another one. Only Chromium can be asked
//! for these.

use fantoccini::key::Key;
use masklab::core::document::Edit;
use serde::Deserialize;
use serde_json::json;

use crate::page::{Page, chip, place};
use crate::replay::Replay;
use crate::slider::Slider;
use crate::wait::eventually;

/// What of the page is on the paper.
#[derive(Debug, Deserialize)]
struct Handout {
    shown: Vec<usize>,
    pressed: Vec<usize>,
    ground: f64,
    ink: f64,
    cut: usize,
    over: i32,
}

/// A handout has the sentences, the equation, the plot and the numbers, dark on light, and nothing to press.
pub(super) async fn a_print_is_a_handout(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.mask(place(1, 4)).await;
    page.open_menu("settings").await;
    page.choose("theme", 2).await;
    page.press(Key::Escape).await;
    page.emulate("print", &[]).await;
    let script = "const seen = (selector) => [...document.querySelectorAll(selector)]
            .filter((element) => element.checkVisibility({ visibilityProperty: true })).length;
        const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
        return {
            shown: ['.chip', '#equation math', '#plot svg.plot', '.total', '.said', '.candidate data'].map(seen),
            pressed: ['.bar .buttons', '.text-field', '.segments input:not(:checked)', 'main button:not(.chip, .total)', 'summary'].map(seen),
            ground: light(getComputedStyle(document.querySelector('.panel')).backgroundColor),
            ink: light(getComputedStyle(document.querySelector('.chip')).color),
            cut: [...document.querySelectorAll('.candidate input[type=text]')].filter((field) => field.scrollWidth > field.clientWidth).length
                + [...document.querySelectorAll('.plot-frame')].filter((frame) => frame.scrollHeight > frame.clientHeight + 1).length,
            over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        };";
    let handout: Handout = page.read(script, vec![]).await;
    assert!(handout.shown.iter().all(|count| *count > 0), "{handout:?}");
    assert!(handout.pressed.iter().all(|count| *count == 0), "{handout:?}");
    assert!(handout.ground > 240.0 && handout.ink < 80.0, "{handout:?}");
    assert!(handout.over <= 0 && handout.cut == 0, "{handout:?}");
    page.emulate("", &[]).await;
}

/// Where the system forces its colours, every mark of a plot is seen on its ground, and what is pressed is
/// told by more than a colour.
pub(super) async fn forced_colours_leave_nothing_unseen(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    page.emulate("", &[("forced-colors", "active")]).await;
    let script = "const ground = getComputedStyle(document.querySelector('.panel')).backgroundColor;
        const isSeen = (paint) => paint !== 'none' && paint !== ground;
        return [...document.querySelectorAll('svg.plot :not(g):not([data-ink=on-term])')]
            .filter((mark) => { const { fill, stroke } = getComputedStyle(mark); return !isSeen(fill) && !isSeen(stroke); })
            .map((mark) => `${mark.tagName} ${mark.dataset.ink}`);";
    let unseen = async || -> Vec<String> { page.read(script, vec![]).await };
    for plot in 0..4 {
        page.choose("plot", plot).await;
        assert_eq!(unseen().await, [""; 0], "plot {plot}");
    }
    replay.open("jumps").await;
    assert_eq!(unseen().await, [""; 0], "models");
    let borders = "return [...document.querySelectorAll(arguments[0])].map((element) => {
            const { borderTopWidth, borderTopColor } = getComputedStyle(element);
            return `${borderTopWidth} ${borderTopColor}`;
        });";
    for (pressed, other) in [
        (".chip[aria-pressed=true]", ".chip[aria-pressed=false]"),
        (".total[aria-pressed=true]", ".total[aria-pressed=false]"),
        ("input[name=unit]:checked + span", "input[name=unit]:not(:checked) + span"),
    ] {
        let of = async |selector: &str| -> Vec<String> {
            page.read(borders, vec![json!(selector)]).await
        };
        let (pressed, other) = (of(pressed).await, of(other).await);
        assert!(
            !pressed.is_empty() && pressed.iter().all(|border| !other.contains(border)),
            "{pressed:?} {other:?}"
        );
    }
    page.emulate("", &[]).await;
}

/// Where a person wishes for little motion, training does not run before their eyes: it comes to its end
/// in a few frames, with the same numbers.
pub(super) async fn little_motion_trains_at_once(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.open("bird").await;
    page.fill(".rate input", "5").await;
    page.emulate("", &[("prefers-reduced-motion", "reduce")]).await;
    page.ask(
        "window.__moved = 0;
        const total = document.querySelector('[data-total=objective]');
        new MutationObserver(() => window.__moved += 1).observe(total, { subtree: true, characterData: true });
        return null;",
        vec![],
    )
    .await;
    page.click("#until").await;
    let steps = eventually("the run has ended", async || {
        let said = page.text_of("#training .steps .note").await;
        let number = said.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
        number.and_then(|number| number.parse::<u32>().ok()).ok_or(said)
    })
    .await;
    let moved: u32 = page.read("return window.__moved;", vec![]).await;
    assert!(steps > 50 && moved <= steps / 50 + 1, "{moved} frames for {steps} steps");
    page.emulate("", &[]).await;
}

/// A finger masks a word by a tap and moves a slider by a stroke.
pub(super) async fn a_finger_does_what_a_mouse_does(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    page.tap(&chip(place(1, 4))).await;
    replay.follows(&Edit::ToggleMask(place(1, 4))).await;
    page.tap(&chip(place(1, 3))).await;
    page.has_count(&format!("{}[aria-current]", chip(place(1, 3))), 1).await;
    replay.assert_same().await;
    page.stroke(Slider::of(page, place(1, 3), "brown").selector(), 0.7, 0.2).await;
    replay.follow(place(1, 3), "brown", |value| value < 0.3).await;
}

/// Three short sentences are one screen at 1280×800: everything is seen without scrolling. From there down
/// to 320 pixels nothing is wider than the window.
pub(super) async fn three_sentences_are_one_screen(page: &Page) {
    page.emulate_size(1280, 800).await;
    let mut replay = Replay::from_the_start(page).await;
    replay.add("The early bird catches the worm. The dog sleeps.").await;
    replay.mask(place(2, 6)).await;
    replay.mask(place(3, 2)).await;
    let over =
        "const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
        return [scrollWidth - clientWidth, scrollHeight - clientHeight];";
    eventually("it is one screen", async || {
        let [wider, higher]: [i32; 2] = page.read(over, vec![]).await;
        if wider <= 0 && higher <= 0 {
            Ok(())
        } else {
            Err(format!("{wider} wider, {higher} higher"))
        }
    })
    .await;
    for (width, height) in [(1024, 768), (768, 1024), (390, 844), (320, 640)] {
        page.emulate_size(width, height).await;
        eventually("nothing is wider than the window", async || {
            let [wider, _]: [i32; 2] = page.read(over, vec![]).await;
            if wider <= 0 { Ok(()) } else { Err(format!("{wider} wider than {width}")) }
        })
        .await;
    }
    page.emulate_no_size().await;
}
