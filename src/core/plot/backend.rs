//! The `DrawingBackend` that records instead of painting.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    text_anchor::{HPos, VPos},
};

use super::{Anchor, Ink, Mark, Scene, metrics};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Records what plotters draws as the marks of a scene. It takes only colours that are an
/// [`Ink`]; what is drawn with any other colour (as plotters' defaults) is left out.
#[derive(Debug)]
pub struct SceneBackend<'a> {
    scene: &'a mut Scene,
}

impl<'a> SceneBackend<'a> {
    /// A backend that adds to a scene and takes its size from it.
    pub fn new(scene: &'a mut Scene) -> Self {
        Self { scene }
    }

    fn record(&mut self, color: BackendColor, mark: impl FnOnce(Ink) -> Mark) {
        if color.alpha > 0.0
            && let Some(ink) = Ink::decode(color)
        {
            self.scene.marks.push(mark(ink));
        }
    }
}

impl DrawingBackend for SceneBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.scene.width, self.scene.height)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// A picture of marks has no pixels, and all that our plots draw has a mark of its own.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points = path.into_iter().collect();
        self.record(style.color(), |ink| Mark::Line { points, width: style.stroke_width(), ink });
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        if fill {
            self.fill_polygon(corners, style)
        } else {
            self.draw_path(corners.into_iter().chain([(left, top)]), style)
        }
    }

    /// Discs only: no plot of ours has a ring.
    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.record(style.color(), |ink| Mark::Disc { center, radius, ink });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Drawn {
        let points = vertices.into_iter().collect();
        self.record(style.color(), |ink| Mark::Area { points, ink });
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let size = metrics::units(style.size());
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        // Capitals and figures are about 0.7 of the size high and stand on the baseline.
        let to_baseline = match style.anchor().v_pos {
            VPos::Top => 80,
            VPos::Center => 36,
            VPos::Bottom => -20,
        };
        let at = (x, y + i32::from(size) * to_baseline / 100);
        self.record(style.color(), |ink| Mark::Text {
            text: text.to_owned(),
            at,
            anchor,
            size: size.into(),
            ink,
        });
        Ok(())
    }

    /// Overridden because plotters' own way measures text by adding an element to the page.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok(metrics::text_size(text, style.size()))
    }
}

#[cfg(test)]
mod tests {
    use plotters::style::{BLACK, Color as _, ShapeStyle};

    use super::*;

    #[test]
    fn what_is_drawn_with_an_ink_is_recorded_and_a_foreign_colour_is_left_out() {
        let mut scene = Scene::new(10, 10);
        let mut backend = SceneBackend::new(&mut scene);
        backend.draw_line((0, 0), (5, 5), &Ink::Curve.stroke_width(20)).unwrap();
        backend.draw_line((0, 0), (5, 5), &ShapeStyle::from(BLACK)).unwrap();
        let line = Mark::Line { points: vec![(0, 0), (5, 5)], width: 20, ink: Ink::Curve };
        assert_eq!(scene.marks, [line]);
    }

    #[test]
    fn a_rectangle_is_an_area_or_its_outline() {
        let mut scene = Scene::new(10, 10);
        let mut backend = SceneBackend::new(&mut scene);
        backend.draw_rect((0, 0), (2, 1), &Ink::Term(0).filled(), true).unwrap();
        backend.draw_rect((0, 0), (2, 1), &Ink::Axis.stroke_width(1), false).unwrap();
        let corners = vec![(0, 0), (2, 0), (2, 1), (0, 1)];
        let outline = corners.iter().copied().chain([(0, 0)]).collect();
        assert_eq!(
            scene.marks,
            [
                Mark::Area { points: corners, ink: Ink::Term(0) },
                Mark::Line { points: outline, width: 1, ink: Ink::Axis },
            ]
        );
    }
}
