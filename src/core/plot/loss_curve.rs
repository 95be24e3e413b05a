//! The curve of −log p with a point for each term: what each target costs.

use super::{
    Ink, Scene,
    axes::{Axes, DrawingError, PIXEL, Units},
};
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

const NUMBER_SIZE: u16 = 11 * PIXEL;
/// A point is a disc large enough for the number of its term.
const POINT_RADIUS: u16 = 9 * PIXEL;
const STEM_WIDTH: u16 = PIXEL;
const CURVE_WIDTH: u16 = 2 * PIXEL + PIXEL / 5;

/// Draws the curve at a size in CSS pixels.
pub fn loss_curve(report: &Report, width: u32, height: u32) -> LossCurve {
    let mut scene = Scene::new(width, height);
    // The backend cannot fail; if plotters does, no picture is better than half of one.
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
    let Some(axes) = Axes::new(scene, 0.0..1.0, 0.0..top) else { return Ok(()) };
    axes.draw("probability of the target", "−log p, in nats")?;
    axes.line(curve(&axes, top), Ink::Curve, CURVE_WIDTH)?;
    let mut points = Vec::new();
    for ((_, term), index) in report.terms().zip(0_u16..) {
        let p = term.probability.value();
        let (x, on_curve) = axes.place(p, loss(term).min(top));
        axes.line([(x, on_curve), axes.place(p, 0.0)], Ink::Term(index), STEM_WIDTH)?;
        points.push((x, free_place(&points, x, on_curve)));
    }
    // After all the stems, so that none crosses a number.
    for (center, index) in points.into_iter().zip(0_u16..) {
        let number = (u32::from(index) + 1).to_string();
        axes.disc(center, POINT_RADIUS, Ink::Term(index))?;
        axes.text(&number, center, NUMBER_SIZE, Ink::OnTerm(index))?;
    }
    Ok(())
}

/// The curve from the top of the plot to (1, 0), in even steps of the loss: where it is steep,
/// even steps of p would leave corners.
fn curve(axes: &Axes<'_>, top: f64) -> Vec<(Units, Units)> {
    (0..=PIECES)
        .map(|piece| {
            let loss = top * (1.0 - f64::from(piece) / f64::from(PIECES));
            axes.place(libm::exp(-loss), loss)
        })
        .collect()
}

/// The height at which a point hides no other: on the curve, or stacked above those that are
/// there. Above the curve the plot is empty.
fn free_place(taken: &[(Units, Units)], x: Units, on_curve: Units) -> Units {
    let apart = Units::from(2 * POINT_RADIUS);
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
        assert!((0..=4000).contains(&x) && (0..=3000).contains(&y));
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
