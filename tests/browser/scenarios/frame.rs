//! Numbers and plot in step with the thumb.

use serde::Deserialize;
use serde_json::json;

use crate::page::{Page, attributes, place};
use crate::replay::Replay;
use crate::sight::{READ_SIGHT, Sight};
use crate::slider::Slider;
use crate::wait::eventually;

#[derive(Deserialize)]
struct Frame {
    sight: Sight,
    point: (f64, f64),
}

/// Where the middle of a term's point is on the screen.
const POINT: &str = "
    const pointAt = (selector) => {
        const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
        return [left + width / 2, top + height / 2];
    };
";

/// Sets the slider as the browser does when its thumb moves, lets the browser draw one frame, and
/// reads everything as that frame left it.
async fn frame_after(page: &Page, slider: &str, point: &str, values: &[f64]) -> Frame {
    let script = format!(
        "{READ_SIGHT} {POINT}
        const [selector, point, values, done] = arguments;
        const slider = document.querySelector(selector);
        const {{ set }} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
        for (const value of values) {{
            set.call(slider, String(value));
            slider.dispatchEvent(new Event('input', {{ bubbles: true }}));
        }}
        requestAnimationFrame(() => requestAnimationFrame(() => {{
            done({{ sight: readSight(), point: pointAt(point) }});
        }}));"
    );
    let frame = page
        .client
        .execute_async(&script, vec![json!(slider), json!(point), json!(values)])
        .await
        .expect("the browser draws frames");
    serde_json::from_value(frame).expect("the script reads a frame")
}

async fn point_at(page: &Page, point: &str) -> (f64, f64) {
    page.read(&format!("{POINT} return pointAt(arguments[0]);"), vec![json!(point)]).await
}

/// One event, one frame, and everything is as it will stay.
pub(super) async fn numbers_and_plot_follow_in_the_same_frame(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let slider = Slider::of(page, place(1, 3), "brown");
    let point = format!("#plot g.point{}", attributes(place(1, 3)));
    let mut last = point_at(page, &point).await;

    for value in [0.25, 0.999, 0.05] {
        let frame = frame_after(page, slider.selector(), &point, &[value]).await;
        replay.set(place(1, 3), "brown", value);
        if let Err(difference) = frame.sight.compare(replay.session()) {
            panic!("one frame after the slider moved to {value}:\n{difference}");
        }
        assert_ne!(frame.point, last, "the point on the curve moved");
        assert_eq!(frame.point, point_at(page, &point).await, "and it stays");
        last = frame.point;
    }
}

/// A fast hand gives several events in a frame; the last one counts.
pub(super) async fn a_burst_of_moves_ends_at_the_last(page: &Page) {
    let mut replay = Replay::from_the_start(page).await;
    let slider = Slider::of(page, place(1, 3), "brown");
    let point = format!("#plot g.point{}", attributes(place(1, 3)));

    let burst = [0.6, 1.0, 0.0, 0.31, 0.42];
    let frame = frame_after(page, slider.selector(), &point, &burst).await;
    replay.set(place(1, 3), "brown", 0.42);
    if let Err(difference) = frame.sight.compare(replay.session()) {
        panic!("one frame after a burst of moves:\n{difference}");
    }
    eventually("the slider stands at the last move", async || match slider.value().await {
        0.42 => Ok(()),
        other => Err(other.to_string()),
    })
    .await;
}
