//! The hand that draws: marks for plotters in units of the scene, and scales that place values.

use std::{convert::Infallible, ops::Range};

use plotters::{
    coord::{Shift, ranged1d::Ranged as _, types::RangedCoordf64},
    drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea},
    element::{Circle, PathElement, Rectangle, Text},
    style::{
        Color, FontDesc, FontFamily, FontStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{Frame, Ink, Mark, Scene, SceneBackend, UNITS_PER_PIXEL, metrics};

/// What plotters says when it cannot draw; our backend always can.
pub(super) type DrawingError = DrawingAreaErrorKind<Infallible>;
/// Whether something could be drawn.
pub(super) type Drawn = Result<(), DrawingError>;

/// A length or place in units.
pub(super) type Units = i32;

/// A CSS pixel. plotters takes some lengths as `u32` and gives places as `i32`; this fits in both.
pub(super) const PIXEL: u16 = UNITS_PER_PIXEL;
/// A CSS pixel as a length between places.
pub(super) const PX: Units = PIXEL as Units;

/// The size of most text.
pub(super) const TEXT: u16 = 12 * PIXEL;
/// The size of text inside marks.
pub(super) const SMALL: u16 = 11 * PIXEL;
/// The height of a line of most text.
pub(super) const LINE: Units = 14 * PX;
/// The width of thin lines.
pub(super) const THIN: u16 = PIXEL;

/// The largest side of a picture in pixels: far more than any screen has.
const LARGEST: u32 = 20_000;

/// Where values stand along one side of a picture.
pub(super) struct Scale {
    coord: RangedCoordf64,
    limits: (Units, Units),
}

impl Scale {
    /// The range of values stands between two places; the first may be the larger one.
    pub(super) fn new(range: Range<f64>, from: Units, to: Units) -> Self {
        Self { coord: range.into(), limits: (from, to) }
    }

    /// Where a value stands.
    pub(super) fn at(&self, value: f64) -> Units {
        self.coord.map(&value, self.limits)
    }
}

/// What a picture is drawn on.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SceneBackend<'a>, Shift>,
}

/// The marks that a drawing leaves in a picture of this size. The backend cannot fail; if plotters
/// does, no picture is better than half of one.
pub(super) fn recorded(frame: Frame, draw: &dyn Fn(&Canvas<'_>) -> Drawn) -> Vec<Mark> {
    let mut scene = scene(frame);
    let canvas = Canvas { area: SceneBackend::new(&mut scene).into_drawing_area() };
    let drawn = draw(&canvas);
    drop(canvas);
    if drawn.is_ok() { scene.marks } else { Vec::new() }
}

/// An empty picture of this size.
pub(super) fn scene(frame: Frame) -> Scene {
    Scene::new(frame.width.min(LARGEST), frame.height.min(LARGEST))
}

/// The width and height of a picture in units.
pub(super) fn size(frame: Frame) -> (Units, Units) {
    let units = |pixels: u32| Units::try_from(pixels.min(LARGEST)).unwrap_or_default() * PX;
    (units(frame.width), units(frame.height))
}

/// The width of a text in an ink.
pub(super) fn width(text: &str, size: u16, ink: Ink) -> Units {
    metrics::width(text, size, ink.is_bold())
}

impl Canvas<'_> {
    /// A line through places.
    pub(super) fn line(
        &self,
        points: impl Into<Vec<(Units, Units)>>,
        ink: Ink,
        width: u16,
    ) -> Drawn {
        self.area.draw(&PathElement::new(points, ink.stroke_width(width.into())))
    }

    /// A filled circle around a place.
    pub(super) fn disc(&self, center: (Units, Units), radius: u16, ink: Ink) -> Drawn {
        self.area.draw(&Circle::new(center, u32::from(radius), ink.filled()))
    }

    /// A filled rectangle between two corners.
    pub(super) fn bar(&self, one: (Units, Units), other: (Units, Units), ink: Ink) -> Drawn {
        self.area.draw(&Rectangle::new([one, other], ink.filled()))
    }

    /// The outline of a rectangle between two corners.
    pub(super) fn outline(
        &self,
        one: (Units, Units),
        other: (Units, Units),
        ink: Ink,
        width: u16,
    ) -> Drawn {
        self.area.draw(&Rectangle::new([one, other], ink.stroke_width(width.into())))
    }

    /// A text in the middle of a place.
    pub(super) fn text(&self, text: &str, center: (Units, Units), size: u16, ink: Ink) -> Drawn {
        self.write(text, center, size, ink, HPos::Center)
    }

    /// A text to the right of a place.
    pub(super) fn text_right_of(
        &self,
        text: &str,
        place: (Units, Units),
        size: u16,
        ink: Ink,
    ) -> Drawn {
        self.write(text, place, size, ink, HPos::Left)
    }

    /// A text to the left of a place.
    pub(super) fn text_left_of(
        &self,
        text: &str,
        place: (Units, Units),
        size: u16,
        ink: Ink,
    ) -> Drawn {
        self.write(text, place, size, ink, HPos::Right)
    }

    /// The font is made without a name that plotters would have to look up.
    fn write(&self, text: &str, at: (Units, Units), size: u16, ink: Ink, h_pos: HPos) -> Drawn {
        if text.is_empty() {
            return Ok(());
        }
        let font = FontDesc::new(FontFamily::SansSerif, size.into(), FontStyle::Normal);
        let style: TextStyle<'_> = font.color(&ink).pos(Pos::new(h_pos, VPos::Center));
        self.area.draw(&Text::new(text, at, style))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_places_its_range_between_its_ends_whichever_is_the_larger() {
        let up = Scale::new(0.0..4.0, 1000, 200);
        assert_eq!((up.at(0.0), up.at(1.0), up.at(4.0)), (1000, 800, 200));
        let across = Scale::new(-1.0..1.0, 100, 300);
        assert_eq!((across.at(-1.0), across.at(0.0), across.at(1.0)), (100, 200, 300));
    }

    #[test]
    fn a_picture_larger_than_any_screen_is_cut_and_its_scene_agrees() {
        let frame = Frame::new(u32::MAX, 7);
        let scene = scene(frame);
        assert_eq!(size(frame), (200_000, 70));
        assert_eq!((scene.width, scene.height), (200_000, 70));
    }
}
