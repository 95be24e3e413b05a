//! The rectangle of a picture in which data are placed, with its grid, ticks and labels.
//!
//! plotters places and draws; which ticks there are and where their labels stand is decided here.
//! Its own `ChartBuilder` does the same with more than can be asked of a page that counts its
//! kilobytes.

use std::{convert::Infallible, ops::Range};

use plotters::{
    coord::{Shift, cartesian::Cartesian2d, types::RangedCoordf64},
    drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea},
    element::{Circle, PathElement, Text},
    style::{
        Color, FontDesc, FontFamily, FontStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{Ink, Scene, SceneBackend, UNITS_PER_PIXEL};
use crate::core::math::notation;

/// What plotters says when it cannot draw; our backend always can.
pub(super) type DrawingError = DrawingAreaErrorKind<Infallible>;

/// A length or place in units.
pub(super) type Units = i32;

/// A CSS pixel. plotters takes some lengths as `u32` and gives places as `i32`; this fits in both.
pub(super) const PIXEL: u16 = UNITS_PER_PIXEL;

const LABEL_SIZE: u16 = 12 * PIXEL;
const LINE_WIDTH: u16 = PIXEL;
const TICK: Units = 3 * PIXEL as Units;
/// Between a tick and its label.
const GAP: Units = 3 * PIXEL as Units;
/// The room around the rectangle: for the labels on the left and below, the name of the vertical
/// axis above, and half of the last label on the right.
const LEFT: Units = 34 * PIXEL as Units;
const BOTTOM: Units = 42 * PIXEL as Units;
const TOP: Units = 26 * PIXEL as Units;
const RIGHT: Units = 14 * PIXEL as Units;
/// Ticks on an axis, at most.
const MOST_TICKS: f64 = 6.0;

/// The axes of a plot and all that is drawn in it.
pub(super) struct Axes<'a> {
    picture: DrawingArea<SceneBackend<'a>, Shift>,
    data: DrawingArea<SceneBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    across: Range<f64>,
    up: Range<f64>,
}

impl<'a> Axes<'a> {
    /// Axes over these ranges, as large as the scene allows; `None` where it leaves no room.
    pub(super) fn new(scene: &'a mut Scene, across: Range<f64>, up: Range<f64>) -> Option<Self> {
        let right = Units::try_from(scene.width).ok()? - RIGHT;
        let bottom = Units::try_from(scene.height).ok()? - BOTTOM;
        if right <= LEFT || bottom <= TOP {
            return None;
        }
        let picture = SceneBackend::new(scene).into_drawing_area();
        let place = (LEFT..right, bottom..TOP);
        let data = picture.apply_coord_spec(Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
            across.clone(),
            up.clone(),
            place,
        ));
        Some(Self { picture, data, across, up })
    }

    /// Where a pair of values stands in the picture.
    pub(super) fn place(&self, x: f64, y: f64) -> (Units, Units) {
        self.data.map_coordinate(&(x, y))
    }

    /// Draws the grid, the ticks with their labels, the axes and their names.
    pub(super) fn draw(&self, name_across: &str, name_up: &str) -> Result<(), DrawingError> {
        let (left, bottom) = self.place(self.across.start, self.up.start);
        let (right, top) = self.place(self.across.end, self.up.end);
        for (value, label) in ticks(&self.across) {
            let (x, _) = self.place(value, self.up.start);
            self.line([(x, bottom), (x, top)], Ink::Grid, LINE_WIDTH)?;
            self.line([(x, bottom), (x, bottom + TICK)], Ink::Axis, LINE_WIDTH)?;
            self.label(&label, (x, bottom + TICK + GAP), HPos::Center, VPos::Top)?;
        }
        for (value, label) in ticks(&self.up) {
            let (_, y) = self.place(self.across.start, value);
            self.line([(left, y), (right, y)], Ink::Grid, LINE_WIDTH)?;
            self.line([(left - TICK, y), (left, y)], Ink::Axis, LINE_WIDTH)?;
            self.label(&label, (left - TICK - GAP, y), HPos::Right, VPos::Center)?;
        }
        self.line([(left, top), (left, bottom), (right, bottom)], Ink::Axis, LINE_WIDTH)?;
        let under = bottom + BOTTOM - 2 * Units::from(PIXEL);
        self.label(name_across, (left.midpoint(right), under), HPos::Center, VPos::Bottom)?;
        self.label(name_up, (left - GAP, TOP / 4), HPos::Left, VPos::Top)
    }

    /// A line through places of the picture.
    pub(super) fn line(
        &self,
        points: impl Into<Vec<(Units, Units)>>,
        ink: Ink,
        width: u16,
    ) -> Result<(), DrawingError> {
        self.picture.draw(&PathElement::new(points, ink.stroke_width(width.into())))
    }

    /// A filled circle around a place of the picture.
    pub(super) fn disc(
        &self,
        center: (Units, Units),
        radius: u16,
        ink: Ink,
    ) -> Result<(), DrawingError> {
        self.picture.draw(&Circle::new(center, u32::from(radius), ink.filled()))
    }

    /// A text in the middle of a place of the picture.
    pub(super) fn text(
        &self,
        text: &str,
        center: (Units, Units),
        size: u16,
        ink: Ink,
    ) -> Result<(), DrawingError> {
        let style = style(size, ink, HPos::Center, VPos::Center);
        self.picture.draw(&Text::new(text, center, style))
    }

    /// A label to the right of a place.
    pub(super) fn label_beside(
        &self,
        place: (Units, Units),
        text: &str,
    ) -> Result<(), DrawingError> {
        self.label(text, place, HPos::Left, VPos::Center)
    }

    fn label(
        &self,
        text: &str,
        place: (Units, Units),
        h_pos: HPos,
        v_pos: VPos,
    ) -> Result<(), DrawingError> {
        self.picture.draw(&Text::new(text, place, style(LABEL_SIZE, Ink::Label, h_pos, v_pos)))
    }
}

/// A style for text. The font is made without a name that plotters would have to look up.
fn style(size: u16, ink: Ink, h_pos: HPos, v_pos: VPos) -> TextStyle<'static> {
    FontDesc::new(FontFamily::SansSerif, size.into(), FontStyle::Normal)
        .color(&ink)
        .pos(Pos::new(h_pos, v_pos))
}

/// The ticks of an axis that begins at 0, with their labels: multiples of 1, 2 or 5 times a power
/// of ten, as many as there is room for.
fn ticks(range: &Range<f64>) -> Vec<(f64, String)> {
    // How many ticks make a whole, or how many wholes make a tick: both exact, unlike 0.1.
    const STEPS: [(f64, f64); 12] = [
        (1.0, 10.0),
        (1.0, 5.0),
        (1.0, 2.0),
        (1.0, 1.0),
        (2.0, 1.0),
        (5.0, 1.0),
        (10.0, 1.0),
        (20.0, 1.0),
        (50.0, 1.0),
        (100.0, 1.0),
        (200.0, 1.0),
        (500.0, 1.0),
    ];
    let room = |(wholes, parts): &(f64, f64)| range.end * parts / wholes <= MOST_TICKS;
    let (wholes, parts) = STEPS.into_iter().find(room).unwrap_or((1000.0, 1.0));
    let decimals = usize::from(parts > 1.0);
    let mut ticks = vec![(0.0, "0".to_owned())];
    let mut value = wholes / parts;
    let mut count = 1.0;
    while value <= range.end {
        let text = notation::fixed(value, decimals);
        ticks.push((value, text.strip_suffix(".0").unwrap_or(&text).to_owned()));
        count += 1.0;
        value = count * wholes / parts;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(end: f64) -> String {
        let labels: Vec<String> = ticks(&(0.0..end)).into_iter().map(|(_, label)| label).collect();
        labels.join(" ")
    }

    #[test]
    fn ticks_are_round_numbers_and_reach_the_end() {
        assert_eq!(labels(1.0), "0 0.2 0.4 0.6 0.8 1");
        assert_eq!(labels(4.0), "0 1 2 3 4");
        assert_eq!(labels(7.4), "0 2 4 6");
        assert_eq!(labels(750.0), "0 200 400 600");
    }

    #[test]
    fn a_scene_too_small_for_its_labels_has_no_axes() {
        for size in [0, 1, 30] {
            assert!(Axes::new(&mut Scene::new(size, size), 0.0..1.0, 0.0..1.0).is_none());
        }
    }

    #[test]
    fn the_corners_of_the_data_stand_inside_the_picture() {
        let mut scene = Scene::new(400, 300);
        let axes = Axes::new(&mut scene, 0.0..1.0, 0.0..4.0).unwrap();
        assert_eq!(axes.place(0.0, 0.0), (LEFT, 3000 - BOTTOM));
        assert_eq!(axes.place(1.0, 4.0), (4000 - RIGHT, TOP));
    }
}
