//! The slider of a candidate: read, dragged with the pointer, and moved with keys.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use masklab::core::objective::Place;
use serde::Deserialize;
use serde_json::json;

use crate::page::{Page, candidate};

/// A browser's own thumb is about this wide; the middle of the thumb does not reach the track's ends.
const THUMB: f64 = 16.0;
const STEPS_OF_A_MOVE: i32 = 6;
const A_FRAME: Duration = Duration::from_millis(16);
const A_REST: Duration = Duration::from_millis(150);

/// One candidate's slider.
#[derive(Debug)]
pub(crate) struct Slider<'page> {
    page: &'page Page,
    selector: String,
}

/// What a slider says of itself.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Reading {
    /// `value`, as the browser spells it.
    pub(crate) value: String,
    /// `aria-valuetext`.
    pub(crate) spoken: Option<String>,
    pub(crate) focused: bool,
}

#[derive(Deserialize)]
struct Track {
    left: f64,
    width: f64,
    middle: f64,
}

impl<'page> Slider<'page> {
    pub(crate) fn of(page: &'page Page, place: Place, word: &str) -> Self {
        let selector = format!(r#"{} input[type="range"]"#, candidate(place, word));
        Self { page, selector }
    }

    pub(crate) fn selector(&self) -> &str {
        &self.selector
    }

    pub(crate) async fn read(&self) -> Reading {
        self.page
            .read(
                "const slider = document.querySelector(arguments[0]);
                return {
                    value: slider.value,
                    spoken: slider.getAttribute('aria-valuetext'),
                    focused: slider === document.activeElement,
                };",
                vec![json!(self.selector)],
            )
            .await
    }

    /// The number that the slider stands at.
    pub(crate) async fn value(&self) -> f64 {
        let reading = self.read().await;
        reading.value.parse().expect("a slider's value is a number")
    }

    pub(crate) async fn focus(&self) {
        self.page.focus(&self.selector).await;
    }

    /// Presses on the thumb, moves it past all the given numbers, in several steps each as a hand
    /// does, and lets go at the last. A number beyond the track is a hand that moves on.
    ///
    /// All in one command: chromedriver forgets between commands that the button is held.
    pub(crate) async fn drag(&self, path: &[f64]) {
        let track: Track = self
            .page
            .read(
                "const slider = document.querySelector(arguments[0]);
                slider.scrollIntoView({ block: 'center', behavior: 'instant' });
                const { left, width, top, height } = slider.getBoundingClientRect();
                return { left, width, middle: top + height / 2 };",
                vec![json!(self.selector)],
            )
            .await;

        let mut at = self.value().await;
        let mut gesture = MouseActions::new("mouse".into())
            .then(track.move_to(at))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for &next in path {
            for step in 1..=STEPS_OF_A_MOVE {
                let share = f64::from(step) / f64::from(STEPS_OF_A_MOVE);
                gesture = gesture.then(track.move_to(at + (next - at) * share));
            }
            // A hand rests where it turns, long enough for the page to be seen there.
            gesture = gesture.then(PointerAction::Pause { duration: A_REST });
            at = next;
        }
        gesture = gesture.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.page.client.perform_actions(gesture).await.expect("the pointer moves");
    }
}

impl Track {
    /// Puts the pointer where the middle of the thumb stands for a number. Whole pixels, as a mouse
    /// gives them.
    fn move_to(&self, value: f64) -> PointerAction {
        PointerAction::MoveTo {
            duration: Some(A_FRAME),
            x: (self.left + THUMB / 2.0 + value * (self.width - THUMB)).round(),
            y: self.middle.round(),
        }
    }
}
