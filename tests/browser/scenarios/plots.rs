//! The plots: each is the core's, mark by mark, with its numbers as a table.

use crate::page::{Page, place};
use crate::replay::Replay;
use crate::sight::Sight;
use crate::slider::Slider;

/// The four plots of several terms, in two units, and how they go on with each edit.
pub(super) async fn plots_are_those_of_the_core(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    replay.open("corruption").await;
    for panel in ["#plot", "#training"] {
        page.click(&format!("{panel} .table summary")).await;
        page.has_count(&format!("{panel} .table table"), 1).await;
    }
    for (plot, kind) in [(0, "curve"), (1, "prediction"), (2, "terms"), (3, "trace")] {
        page.choose("plot", plot).await;
        for unit in [1, 0] {
            page.choose("unit", unit).await;
            replay.assert_same().await;
        }
        let sight = Sight::of(page).await;
        let with_numbers = sight.pictures.iter().filter(|picture| picture.table.is_some());
        let drawn: Vec<&str> = with_numbers.map(|picture| picture.kind.as_str()).collect();
        assert_eq!(drawn, [kind, "gradient"]);
    }

    // The history goes on with each step, and back with it.
    replay.look_at(place(1, 3)).await;
    Slider::of(page, place(1, 3), "brown").focus().await;
    page.press(fantoccini::key::Key::End).await;
    replay.follow(place(1, 3), "brown", |value| value == 1.0).await;
    replay.mask(place(1, 9)).await;
    replay.undo().await;
    replay.undo().await;
    replay.redo().await;
}
