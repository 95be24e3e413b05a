//! The loss over the last steps of training or edits by hand.

use super::{
    Frame, Ink, Plot, Table,
    axes::{Axes, HEADING_LINE, LARGEST, heading_end, round_end},
    canvas::{self, Canvas, Drawn, PIXEL, PX, TEXT, Units, recorded, size, width},
};
use crate::core::messages::fill;

const LINE_WIDTH: u16 = 2 * PIXEL;
const POINT_RADIUS: u16 = 4 * PIXEL;

/// Which loss a trace is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Traced {
    /// The mean loss per selected position.
    CrossEntropy,
    /// L = −J.
    Loss,
}

/// What the values of a trace are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Steps of training.
    Steps,
    /// Edits by hand.
    Edits,
}

/// How a loss went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace<'a> {
    /// The values in nats, the oldest first, each from 0 to ∞.
    pub losses: &'a [f64],
    /// The number of the first of them.
    pub first: usize,
    /// What they are.
    pub traced: Traced,
    /// What they are counted by.
    pub over: Over,
}

/// Draws a loss as a line with its newest point. A value of ∞ leaves the plot at its top; one value
/// alone is a point; without a value there are the axes alone.
pub fn loss_trace(trace: &Trace<'_>, frame: Frame) -> Plot {
    let mut scene = canvas::scene(frame);
    let losses: Vec<f64> = trace.losses.iter().map(|&nats| placed(nats, frame)).collect();
    let finite = losses.iter().copied().filter(|loss| loss.is_finite());
    let highest =
        finite.fold(None, |most: Option<f64>, loss| Some(most.map_or(loss, |m| m.max(loss))));
    let top = highest.map_or(1.0, round_end);
    let first = trace.first as f64;
    let across = match losses.len() {
        // No step has been made, so none has a tick.
        0 => first + 0.25..first + 0.75,
        // A point alone stands in the middle.
        1 => first - 0.5..first + 0.5,
        count => first..first + (count - 1) as f64,
    };
    let to_infinity = losses.contains(&f64::INFINITY);
    if let Some(axes) = Axes::new(frame, across, true, 0.0..top, to_infinity) {
        scene.still = recorded(frame, &|canvas| {
            axes.draw(canvas, frame, trace.counted(frame), &trace.name_up(frame))
        });
        scene.marks = recorded(frame, &|canvas| draw_line(trace, &losses, &axes, frame, canvas));
    }
    Plot { scene, summary: summary(trace, frame) }
}

/// A loss in this unit, such that it has a place on an axis: the largest numbers overflow there.
fn placed(nats: f64, frame: Frame) -> f64 {
    let loss = frame.unit.convert(nats);
    if loss.is_finite() { loss.clamp(0.0, LARGEST) } else { loss }
}

impl Trace<'_> {
    fn name(&self, frame: Frame) -> &'static str {
        let words = frame.words().trace;
        match self.traced {
            Traced::CrossEntropy => words.cross_entropy,
            Traced::Loss => words.loss,
        }
    }

    fn name_up(&self, frame: Frame) -> String {
        frame.in_unit(self.name(frame))
    }

    fn counted(&self, frame: Frame) -> &'static str {
        let words = frame.words().trace;
        match self.over {
            Over::Steps => words.step,
            Over::Edits => words.edit,
        }
    }
}

fn draw_line(
    trace: &Trace<'_>,
    losses: &[f64],
    axes: &Axes,
    frame: Frame,
    canvas: &Canvas<'_>,
) -> Drawn {
    let places = (trace.first..).zip(losses).filter(|(_, loss)| !loss.is_nan());
    let places: Vec<(Units, Units)> =
        places.map(|(number, &loss)| axes.place(number as f64, loss)).collect();
    let places = thinned(&places);
    let Some(&newest) = places.last() else { return Ok(()) };
    if places.len() > 1 {
        canvas.line(places, Ink::Trace, LINE_WIDTH)?;
    }
    canvas.disc(newest, POINT_RADIUS, Ink::Newest)?;
    let text = frame.logarithm(trace.losses.last().copied().unwrap_or(f64::NAN));
    // At the right end of the heading, where no line comes.
    let (full_width, _) = size(frame);
    let end = heading_end(&trace.name_up(frame));
    let right = full_width - 4 * PX;
    if end + 8 * PX <= right - width(&text, TEXT, Ink::Text) {
        canvas.text_left_of(&text, (right, HEADING_LINE), TEXT, Ink::Text)?;
    }
    Ok(())
}

/// Of many places within a pixel's width the first, the highest, the lowest and the last: a line
/// through them looks the same.
fn thinned(places: &[(Units, Units)]) -> Vec<(Units, Units)> {
    let mut thin: Vec<(Units, Units)> = Vec::new();
    for column in places.chunk_by(|one, next| one.0 / PX == next.0 / PX) {
        let highest = column.iter().min_by_key(|place| place.1);
        let lowest = column.iter().max_by_key(|place| place.1);
        for place in [column.first(), highest, lowest, column.last()].into_iter().flatten() {
            if thin.last() != Some(place) {
                thin.push(*place);
            }
        }
    }
    thin
}

fn summary(trace: &Trace<'_>, frame: Frame) -> String {
    let words = frame.words().trace;
    let name = capitalised(trace.name(frame));
    let number = |index: usize| (trace.first + index).to_string();
    let (Some(&first), Some(&newest)) = (trace.losses.first(), trace.losses.last()) else {
        return fill(words.empty, &[("loss", &name)]);
    };
    let last = trace.losses.len() - 1;
    let (from, to) = (number(0), number(last));
    let phrase = if last == 0 { words.single } else { words.summary };
    let mut summary = fill(
        phrase,
        &[
            ("loss", &name),
            ("first", &frame.amount(first)),
            ("newest", &frame.amount(newest)),
            ("step", trace.counted(frame)),
            ("from", &from),
            ("to", &to),
        ],
    );
    let lowest = trace.losses.iter().enumerate().min_by(|one, other| one.1.total_cmp(other.1));
    if let Some((at, &lowest)) = lowest.filter(|(_, lowest)| **lowest < first.min(newest)) {
        let values = [
            ("lowest", &*frame.amount(lowest)),
            ("step", trace.counted(frame)),
            ("at", &number(at)),
        ];
        summary.push(' ');
        summary.push_str(&fill(words.lowest, &values));
    }
    summary
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Every value of the trace.
pub fn table(trace: &Trace<'_>, frame: Frame) -> Table {
    let rows = (trace.first..).zip(trace.losses);
    Table {
        caption: frame.words().trace.caption,
        columns: vec![capitalised(trace.counted(frame)), capitalised(&trace.name_up(frame))],
        rows: rows.map(|(number, &nats)| vec![number.to_string(), frame.logarithm(nats)]).collect(),
    }
}
