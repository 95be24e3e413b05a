//! The curve of −log p with a point for each term: what each target costs.

use std::convert::Infallible;

use plotters::{
    chart::{ChartBuilder, ChartContext},
    coord::{Shift, cartesian::Cartesian2d, types::RangedCoordf64},
    drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea},
    element::{Circle, PathElement, Text},
    series::LineSeries,
    style::{
        Color, FontDesc, FontFamily, FontStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{Ink, Scene, SceneBackend, UNITS_PER_PIXEL};
use crate::core::{
    math::notation,
    objective::{Place, Report, Term},
};

/// The curve with its points, and what it shows in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct LossCurve {
    /// The picture. [`Ink::Term`] counts the terms as [`Report::terms`] gives them.
    pub scene: Scene,
    /// What the picture shows, for those who do not see it.
    pub summary: String,
}

/// The loss, in nats, up to which the plot always reaches: that of probability 0.018.
const USUAL_TOP: f64 = 4.0;
/// How much higher than the highest point the plot reaches, as a factor.
const HEADROOM: f64 = 1.08;
/// The number of straight pieces that make the curve.
const PIECES: u32 = 120;

/// Plotters takes lengths as `u32` and gives places as `i32`; the pixel fits in both.
const PIXEL: u16 = UNITS_PER_PIXEL;

const LABEL_SIZE: u16 = 12 * PIXEL;
const NUMBER_SIZE: u16 = 11 * PIXEL;
/// A point is a disc large enough for the number of its term.
const POINT_RADIUS: u16 = 9 * PIXEL;
const LINE_WIDTH: u16 = PIXEL;
const CURVE_WIDTH: u16 = 2 * PIXEL + PIXEL / 5;
const TICK: u16 = 3 * PIXEL;
const LEFT: u16 = 34 * PIXEL;
const BOTTOM: u16 = 42 * PIXEL;
const TOP: u16 = 26 * PIXEL;
const RIGHT: u16 = 14 * PIXEL;

type Chart<'a, 'b> =
    ChartContext<'a, SceneBackend<'b>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
type DrawingError = DrawingAreaErrorKind<Infallible>;

/// Draws the curve at a size in CSS pixels.
pub fn loss_curve(report: &Report, width: u32, height: u32) -> LossCurve {
    let mut scene = Scene::new(width, height);
    // The backend cannot fail; where plotters finds no room for a plot, the picture stays empty.
    if draw(report, &mut scene).is_err() {
        scene.marks.clear();
    }
    LossCurve { scene, summary: summary(report) }
}

fn draw(report: &Report, scene: &mut Scene) -> Result<(), DrawingError> {
    let top = report
        .terms()
        .map(|(_, term)| loss(term))
        .filter(|loss| loss.is_finite())
        .fold(USUAL_TOP, |top, loss| top.max(loss * HEADROOM));
    let root = SceneBackend::new(scene).into_drawing_area();
    let mut chart = ChartBuilder::on(&root)
        .margin_top(u32::from(TOP))
        .margin_right(u32::from(RIGHT))
        .margin_bottom(u32::from(2 * PIXEL))
        .x_label_area_size(u32::from(BOTTOM))
        .y_label_area_size(u32::from(LEFT))
        .build_cartesian_2d(0.0..1.0, 0.0..top)?;
    let label = |h_pos, v_pos| text(LABEL_SIZE, Ink::Label, h_pos, v_pos);
    let centered = label(HPos::Center, VPos::Center);
    chart
        .configure_mesh()
        .axis_style(Ink::Axis.stroke_width(LINE_WIDTH.into()))
        .bold_line_style(Ink::Grid.stroke_width(LINE_WIDTH.into()))
        .light_line_style(plotters::style::TRANSPARENT)
        .set_all_tick_mark_size(u32::from(TICK))
        .label_style(centered.clone())
        .axis_desc_style(centered)
        .x_labels(6)
        .y_labels(6)
        .x_label_formatter(&|p| tick(*p))
        .y_label_formatter(&|loss| tick(*loss))
        .x_desc("probability of the target")
        .draw()?;
    let (plot_left, _) = chart.plotting_area().get_base_pixel();
    root.draw(&Text::new(
        "−log p, in nats",
        (plot_left - i32::from(8 * PIXEL), i32::from(TOP / 4)),
        label(HPos::Left, VPos::Top),
    ))?;
    chart.draw_series(LineSeries::new(curve(top), Ink::Curve.stroke_width(CURVE_WIDTH.into())))?;
    draw_points(&root, &chart, report, top)?;
    root.present()
}

/// A style for text. The font is made without a name that plotters would have to look up.
fn text(size: u16, ink: Ink, h_pos: HPos, v_pos: VPos) -> TextStyle<'static> {
    FontDesc::new(FontFamily::SansSerif, size.into(), FontStyle::Normal)
        .color(&ink)
        .pos(Pos::new(h_pos, v_pos))
}

/// The curve from the top of the plot to (1, 0), in even steps of the loss: where it is steep,
/// even steps of p would leave corners.
fn curve(top: f64) -> impl Iterator<Item = (f64, f64)> {
    (0..=PIECES).map(move |piece| {
        let loss = top * (1.0 - f64::from(piece) / f64::from(PIECES));
        (libm::exp(-loss), loss)
    })
}

/// Draws on the root and not on the chart: points step aside for each other by pixels.
fn draw_points(
    root: &DrawingArea<SceneBackend<'_>, Shift>,
    chart: &Chart<'_, '_>,
    report: &Report,
    top: f64,
) -> Result<(), DrawingError> {
    let area = chart.plotting_area();
    let mut taken: Vec<(i32, i32)> = Vec::new();
    for ((_, term), index) in report.terms().zip(0_u16..) {
        let p = term.probability.value();
        let (x, on_curve) = area.map_coordinate(&(p, loss(term).min(top)));
        let (_, floor) = area.map_coordinate(&(p, 0.0));
        let stem = [(x, on_curve), (x, floor)];
        root.draw(&PathElement::new(stem, Ink::Term(index).stroke_width(LINE_WIDTH.into())))?;
        taken.push((x, free_place(&taken, x, on_curve)));
    }
    // After all the stems, so that none crosses a number.
    for (center, index) in taken.into_iter().zip(0_u16..) {
        let disc = Ink::Term(index).filled();
        let number = text(NUMBER_SIZE, Ink::OnTerm(index), HPos::Center, VPos::Center);
        root.draw(&Circle::new(center, u32::from(POINT_RADIUS), disc))?;
        root.draw(&Text::new((u32::from(index) + 1).to_string(), center, number))?;
    }
    Ok(())
}

/// The height at which a point hides no other: on the curve, or stacked above those that are
/// there. Above the curve the plot is empty.
fn free_place(taken: &[(i32, i32)], x: i32, on_curve: i32) -> i32 {
    let apart = i32::from(2 * POINT_RADIUS);
    let mut y = on_curve;
    while let Some((_, other)) = taken
        .iter()
        .find(|(other_x, other_y)| (other_x - x).abs() < apart && (other_y - y).abs() < apart)
    {
        y = other - apart;
    }
    y
}

/// A term as the curve shows it: −log p, at least 0, ∞ for an impossible target.
fn loss(term: &Term) -> f64 {
    0.0 - term.log_prob.nats()
}

/// The label of a tick, without needless zeros.
fn tick(value: f64) -> String {
    let text = notation::fixed(value, 1);
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

fn summary(report: &Report) -> String {
    let point = |(_, term): (Place, &Term)| {
        format!(
            "“{}” at probability {} costs {}",
            term.target,
            notation::probability(term.probability),
            notation::nats(Some(loss(term)))
        )
    };
    let points: Vec<String> = report.terms().map(point).collect();
    let curve = "The curve of −log p falls from infinity at probability 0 to 0 at probability 1.";
    if points.is_empty() {
        format!("{curve} No word is masked, so there is no point on it.")
    } else {
        format!("{curve} On it: {} nats.", points.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{Document, Edit},
        math::Probability,
        plot::Mark,
        text::Position,
    };

    fn discs(curve: &LossCurve) -> Vec<(i32, i32)> {
        let disc = |mark: &Mark| match mark {
            Mark::Disc { center, ink: Ink::Term(_), .. } => Some(*center),
            _ => None,
        };
        curve.scene.marks.iter().filter_map(disc).collect()
    }

    fn place(position: u32) -> Place {
        Place { sentence: 0, position: Position::new(position).unwrap() }
    }

    fn course_item_at(probability: f64) -> LossCurve {
        let edit = Edit::SetProbability {
            place: place(3),
            word: "brown".into(),
            probability: Probability::new(probability).unwrap(),
        };
        loss_curve(&Document::course_item().apply(&edit).unwrap().report(), 400, 300)
    }

    #[test]
    fn a_point_lies_on_the_curve() {
        let plot = course_item_at(0.7);
        let center = discs(&plot)[0];
        let line = plot.scene.marks.iter().find_map(|mark| match mark {
            Mark::Line { points, ink: Ink::Curve, .. } => Some(points.clone()),
            _ => None,
        });
        let near = |point: &(i32, i32)| {
            (point.0 - center.0).abs() <= i32::from(3 * PIXEL)
                && (point.1 - center.1).abs() <= i32::from(2 * PIXEL)
        };
        assert!(line.unwrap().iter().any(near));
    }

    #[test]
    fn a_more_probable_target_lies_further_right_and_lower() {
        let (less, more) = (discs(&course_item_at(0.2))[0], discs(&course_item_at(0.7))[0]);
        assert!(more.0 > less.0 && more.1 > less.1);
    }

    #[test]
    fn an_impossible_target_stays_in_the_picture() {
        let plot = course_item_at(0.0);
        let (x, y) = discs(&plot)[0];
        assert!(x >= i32::from(LEFT) && (0..=3000).contains(&y));
        assert!(plot.summary.contains('∞'));
    }

    #[test]
    fn points_with_the_same_probability_do_not_hide_each_other() {
        let mut document = Document::course_item();
        for position in [1, 2, 4] {
            document = document.apply(&Edit::ToggleMask(place(position))).unwrap();
        }
        let centers = discs(&loss_curve(&document.report(), 400, 300));
        assert_eq!(centers.len(), 4);
        for (index, a) in centers.iter().enumerate() {
            for b in &centers[index + 1..] {
                let apart = f64::from(a.0 - b.0).hypot(f64::from(a.1 - b.1));
                assert!(apart >= f64::from(2 * POINT_RADIUS), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn the_picture_has_every_tick_once() {
        let ticks = |wanted: &str| {
            let plot = course_item_at(0.7);
            let is = |mark: &&Mark| matches!(mark, Mark::Text { text, .. } if text == wanted);
            plot.scene.marks.iter().filter(is).count()
        };
        assert_eq!(ticks("0.2"), 1);
        assert_eq!(ticks("4"), 1);
    }

    #[test]
    fn no_room_is_no_picture_and_no_panic() {
        let report = Document::course_item().report();
        for size in [0, 1, 30] {
            loss_curve(&report, size, size);
        }
    }
}
