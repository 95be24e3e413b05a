//! Where a plot's axes stand, with their grid, ticks and labels.
//!
//! plotters places and draws; which ticks there are and where their labels stand is decided here.
//! Its own `ChartBuilder` does the same with more than can be asked of a page that counts its
//! kilobytes.

use std::ops::Range;

use super::{
    Frame, Ink,
    canvas::{Canvas, Drawn, LINE, PX, Scale, TEXT, THIN, Units, size, width},
};

const TICK: Units = 3 * PX;
/// Between a tick and its label.
const GAP: Units = 3 * PX;
/// Above the plot: the line with the name of the vertical axis.
pub(super) const HEADING: Units = 26 * PX;
/// The middle of that line.
pub(super) const HEADING_LINE: Units = 8 * PX;
const HEADING_LEFT: Units = 2 * PX;
/// Below the plot: the labels of the ticks, and the name of the axis where there is room.
const BELOW_TICKS: Units = 14 * PX;
const BELOW_NAME: Units = 29 * PX;
const BOTTOM: Units = 38 * PX;
const BOTTOM_WITHOUT_NAME: Units = 23 * PX;
/// The height of a picture from which on there is room for that name.
const HIGH: Units = 120 * PX;
/// The least room to the right of the plot.
const RIGHT: Units = 14 * PX;
/// The least width and height of a plot that says anything.
const LEAST: (Units, Units) = (32 * PX, 24 * PX);
/// What stands beyond the last value of an axis that goes on to infinity.
pub(super) const BEYOND: Units = 20 * PX;
/// The largest value on an axis: beyond it, what is placed by it overflows.
pub(super) const LARGEST: f64 = 1e300;
/// Ticks on an axis, at most.
const MOST_TICKS: u8 = 6;

/// A marked value on an axis.
pub(super) struct Tick {
    pub(super) value: f64,
    pub(super) label: String,
}

/// A vertical axis.
pub(super) struct Upright {
    pub(super) scale: Scale,
    ticks: Vec<Tick>,
    /// Where infinity stands, and its label.
    infinity: Option<(Units, &'static str)>,
}

/// The two axes of a plot.
pub(super) struct Axes {
    pub(super) left: Units,
    pub(super) right: Units,
    pub(super) top: Units,
    pub(super) bottom: Units,
    pub(super) x: Scale,
    pub(super) up: Upright,
    across: Vec<Tick>,
}

impl Upright {
    /// An axis over a range of values that stands between two heights.
    pub(super) fn new(frame: Frame, range: Range<f64>, bottom: Units, top: Units) -> Self {
        let room = (bottom - top) / (LINE * 7 / 5);
        let most = u8::try_from(room).unwrap_or(MOST_TICKS).clamp(1, MOST_TICKS);
        let ticks = ticks(frame, &range, most, false);
        Self { scale: Scale::new(range, bottom, top), ticks, infinity: None }
    }

    /// With a label for infinity at a height beyond its values.
    pub(super) fn and_infinity(self, y: Units, label: &'static str) -> Self {
        Self { infinity: Some((y, label)), ..self }
    }

    /// Where a value stands, or infinity.
    pub(super) fn at(&self, value: f64) -> Units {
        match self.infinity {
            Some((y, _)) if value.is_infinite() => y,
            _ => self.scale.at(value),
        }
    }

    /// The room that its labels take to the left of it.
    pub(super) fn room(&self) -> Units {
        let labels = self.ticks.iter().map(|tick| tick.label.as_str());
        let labels = labels.chain(self.infinity.map(|(_, label)| label));
        let widest = labels.map(|label| width(label, TEXT, Ink::Label)).max();
        widest.unwrap_or_default() + TICK + GAP + 2 * PX
    }

    /// Draws its ticks and labels, with lines of the grid to the right end of the plot.
    pub(super) fn draw(&self, canvas: &Canvas<'_>, left: Units, right: Units) -> Drawn {
        let ticks = self.ticks.iter().map(|tick| (self.scale.at(tick.value), tick.label.as_str()));
        for (y, label) in ticks.chain(self.infinity) {
            canvas.line([(left, y), (right, y)], Ink::Grid, THIN)?;
            canvas.line([(left - TICK, y), (left, y)], Ink::Axis, THIN)?;
            canvas.text_left_of(label, (left - TICK - GAP, y), TEXT, Ink::Label)?;
        }
        Ok(())
    }
}

impl Axes {
    /// Axes over these ranges, as large as the picture allows; `None` where it leaves no room. The
    /// horizontal one counts in `whole` numbers or not; the vertical one goes on to infinity or not.
    pub(super) fn new(
        frame: Frame,
        across: Range<f64>,
        whole: bool,
        up: Range<f64>,
        to_infinity: bool,
    ) -> Option<Self> {
        let (full_width, full_height) = size(frame);
        let below = if full_height < HIGH { BOTTOM_WITHOUT_NAME } else { BOTTOM };
        let (top, bottom) = (HEADING, full_height - below);
        let highest = if to_infinity { top + BEYOND } else { top };
        if bottom - highest < LEAST.1 {
            return None;
        }
        let mut upright = Upright::new(frame, up, bottom, highest);
        if to_infinity {
            upright = upright.and_infinity(top, "∞");
        }
        let left = upright.room();
        // The label of the last tick may reach beyond the plot.
        let last = width(&format!("{:.0}", across.end), TEXT, Ink::Label) / 2 + PX;
        let right = full_width - RIGHT.max(last);
        let ticks = ticks_across(frame, &across, right - left, whole);
        (right - left >= LEAST.0).then(|| Self {
            left,
            right,
            top,
            bottom,
            x: Scale::new(across, left, right),
            up: upright,
            across: ticks,
        })
    }

    /// Where a pair of values stands in the picture.
    pub(super) fn place(&self, x: f64, y: f64) -> (Units, Units) {
        (self.x.at(x), self.up.at(y))
    }

    /// Draws the grid, the ticks with their labels, the axes and their names.
    pub(super) fn draw(
        &self,
        canvas: &Canvas<'_>,
        frame: Frame,
        name_across: &str,
        name_up: &str,
    ) -> Drawn {
        let Self { left, right, top, bottom, .. } = *self;
        let (full_width, full_height) = size(frame);
        for tick in &self.across {
            let x = self.x.at(tick.value);
            canvas.line([(x, bottom), (x, top)], Ink::Grid, THIN)?;
            canvas.line([(x, bottom), (x, bottom + TICK)], Ink::Axis, THIN)?;
            // The label of the first may be too long for where it stands.
            if x >= width(&tick.label, TEXT, Ink::Label) / 2 + PX {
                canvas.text(&tick.label, (x, bottom + BELOW_TICKS), TEXT, Ink::Label)?;
            }
        }
        self.up.draw(canvas, left, right)?;
        canvas.line([(left, top), (left, bottom), (right, bottom)], Ink::Axis, THIN)?;
        let half = width(name_across, TEXT, Ink::Label) / 2 + 2 * PX;
        if full_height >= HIGH && 2 * half <= full_width {
            let middle = left.midpoint(right).clamp(half, full_width - half);
            canvas.text(name_across, (middle, bottom + BELOW_NAME), TEXT, Ink::Label)?;
        }
        heading(canvas, name_up, full_width)
    }
}

/// Writes the name of a vertical axis above it, from the left end of the picture on. Nothing is written
/// where it is longer than the line.
pub(super) fn heading(canvas: &Canvas<'_>, name: &str, full_width: Units) -> Drawn {
    if heading_end(name) <= full_width {
        canvas.text_right_of(name, (HEADING_LEFT, HEADING_LINE), TEXT, Ink::Label)
    } else {
        Ok(())
    }
}

/// Where such a name ends.
pub(super) fn heading_end(name: &str) -> Units {
    HEADING_LEFT + width(name, TEXT, Ink::Label)
}

/// As many ticks as have room for their labels in a width.
pub(super) fn ticks_across(
    frame: Frame,
    range: &Range<f64>,
    length: Units,
    whole: bool,
) -> Vec<Tick> {
    let scale = Scale::new(range.clone(), 0, length);
    let mut found = Vec::new();
    for most in (1..=MOST_TICKS).rev() {
        found = ticks(frame, range, most, whole);
        let half = |tick: &Tick| width(&tick.label, TEXT, Ink::Label) / 2 + 3 * PX;
        let fit = |pair: &[Tick]| match pair {
            [one, next] => scale.at(one.value) + half(one) <= scale.at(next.value) - half(next),
            _ => true,
        };
        if found.windows(2).all(fit) {
            return found;
        }
    }
    found.truncate(1);
    found
}

/// The ticks of an axis with their labels: multiples of 1, 2 or 5 times a power of ten, in about so
/// many steps at most.
pub(super) fn ticks(frame: Frame, range: &Range<f64>, most: u8, whole: bool) -> Vec<Tick> {
    let (mantissa, exponent) = step((range.end - range.start) / f64::from(most.max(1)), whole);
    let power = ten_to(exponent.unsigned_abs());
    // Multiplied or divided, since a tenth is not exact.
    let value_of = |count: f64| {
        if exponent < 0 { count * mantissa / power } else { count * mantissa * power }
    };
    let decimals = usize::from(exponent.min(0).unsigned_abs());
    let mut count = (range.start / value_of(1.0)).ceil();
    let mut ticks = Vec::new();
    while value_of(count) <= range.end && ticks.len() <= usize::from(most) {
        let value = value_of(count) + 0.0;
        let shown = if value.fract() == 0.0 { 0 } else { decimals };
        // What counts steps is written out, however large it is.
        let label = if whole { format!("{value:.0}") } else { frame.fixed(value, shown) };
        ticks.push(Tick { value, label });
        count += 1.0;
    }
    ticks
}

/// The smallest step of 1, 2 or 5 times a power of ten that is not below a length.
fn step(least: f64, whole: bool) -> (f64, i16) {
    let mut exponent: i16 = if whole { 0 } else { -4 };
    loop {
        for mantissa in [1.0, 2.0, 5.0] {
            let power = ten_to(exponent.unsigned_abs());
            let step = if exponent < 0 { mantissa / power } else { mantissa * power };
            if step >= least || exponent >= 307 {
                return (mantissa, exponent);
            }
        }
        exponent += 1;
    }
}

fn ten_to(exponent: u16) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// The end of an axis from 0 that has room for a value: a number with few digits, so that the axis
/// stays while the value moves a little.
pub(super) fn round_end(value: f64) -> f64 {
    let value = value.clamp(0.01, LARGEST);
    let mut power = 0.01;
    while power * 10.0 <= value {
        power *= 10.0;
    }
    (value / power * 2.0).ceil() / 2.0 * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(range: Range<f64>, most: u8, whole: bool) -> String {
        let ticks = ticks(Frame::new(0, 0), &range, most, whole);
        let labels: Vec<String> = ticks.into_iter().map(|tick| tick.label).collect();
        labels.join(" ")
    }

    #[test]
    fn ticks_are_round_numbers_and_reach_the_end() {
        assert_eq!(labels(0.0..1.0, 6, false), "0 0.2 0.4 0.6 0.8 1");
        assert_eq!(labels(0.0..1.0, 2, false), "0 0.5 1");
        assert_eq!(labels(0.0..4.0, 6, false), "0 1 2 3 4");
        assert_eq!(labels(0.0..7.4, 6, false), "0 2 4 6");
        assert_eq!(labels(0.0..750.0, 6, false), "0 200 400 600");
        assert_eq!(labels(-3.0..0.0, 4, false), "−3 −2 −1 0");
        assert_eq!(labels(-1.0..1.0, 5, false), "−1 −0.5 0 0.5 1");
        assert_eq!(labels(0.0..0.025, 6, false), "0 0.005 0.010 0.015 0.020 0.025");
    }

    #[test]
    fn steps_are_counted_in_whole_numbers() {
        assert_eq!(labels(7.0..9.0, 6, true), "7 8 9");
        assert_eq!(labels(1.0..50.0, 6, true), "10 20 30 40 50");
        assert_eq!(labels(6.5..7.5, 6, true), "7");
    }

    #[test]
    fn there_are_ticks_for_the_largest_numbers() {
        assert!(!ticks(Frame::new(0, 0), &(0.0..1e300), 6, false).is_empty());
        assert!(round_end(f64::INFINITY).is_finite() && round_end(f64::NAN).is_nan());
    }

    #[test]
    fn the_end_of_an_axis_is_a_little_above_its_value() {
        assert_eq!(round_end(7.2), 7.5);
        assert_eq!(round_end(4.0), 4.0);
        assert_eq!(round_end(41.0), 45.0);
        assert_eq!(round_end(0.0), 0.01);
        for value in [0.3, 1.0, 6.91, 744.44, 1e6] {
            assert!((value..=1.5 * value).contains(&round_end(value)), "{value}");
        }
    }

    #[test]
    fn a_picture_too_small_for_its_labels_has_no_axes() {
        for size in [0, 1, 30, 60] {
            let axes = Axes::new(Frame::new(size, size), 0.0..1.0, false, 0.0..1.0, false);
            assert!(axes.is_none());
        }
    }

    #[test]
    fn the_corners_of_the_data_stand_inside_the_picture() {
        let axes = Axes::new(Frame::new(400, 300), 0.0..1.0, false, 0.0..4.0, false).unwrap();
        assert_eq!(axes.place(0.0, 0.0), (axes.left, axes.bottom));
        assert_eq!(axes.place(1.0, 4.0), (axes.right, axes.top));
        assert!(axes.left > 0 && axes.right < 4000 && axes.top > 0 && axes.bottom < 3000);
    }

    #[test]
    fn what_is_infinite_stands_beyond_every_value() {
        let axes = Axes::new(Frame::new(400, 300), 0.0..1.0, false, 0.0..4.0, true).unwrap();
        assert_eq!(axes.place(0.0, f64::INFINITY), (axes.left, axes.top));
        assert_eq!(axes.place(0.0, 4.0).1, axes.top + BEYOND);
    }
}
