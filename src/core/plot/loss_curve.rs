//! The curve of −log p with a point for each term: what each target costs.

use super::{
    Ink, Scene, UNITS_PER_PIXEL,
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
const POINT_RADIUS: u16 = 3 * PIXEL;
/// A badge is a disc large enough for the number of its term.
const BADGE_RADIUS: u16 = 9 * PIXEL;
/// From badge to badge.
const APART: Units = 2 * BADGE_RADIUS as Units;
/// The badge of an impossible target stands beside its point, clear of the axis and the curve.
const INFINITE_BADGE: (Units, Units) = (32 * PIXEL as Units, 12 * PIXEL as Units);
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
    let width = scene.width;
    let top = report
        .terms()
        .map(|(_, term)| term.log_prob.loss())
        .filter(|loss| loss.is_finite())
        .fold(USUAL_TOP, |top, loss| top.max(loss * HEADROOM));
    let Some(axes) = Axes::new(scene, 0.0..1.0, 0.0..top) else { return Ok(()) };
    axes.draw("probability of the target", "−log p, in nats")?;
    axes.line(curve(&axes, top), Ink::Curve, CURVE_WIDTH)?;
    let mut points: Vec<Point> = Vec::new();
    for ((_, term), index) in report.terms().zip(0..=u16::MAX) {
        let p = term.probability.value();
        let loss = term.log_prob.loss();
        // A point for an impossible target would be infinitely high: it leaves the plot at its top.
        let (x, y) = axes.place(p, loss.min(top));
        axes.line([(x, y), axes.place(p, 0.0)], Ink::Term(index), STEM_WIDTH)?;
        let (aside, below) = if loss.is_finite() { (0, 0) } else { INFINITE_BADGE };
        points.push(Point { index, place: (x, y), badge: (x + aside, y + below) });
    }
    for point in &points {
        axes.disc(point.place, POINT_RADIUS, Ink::Point(point.index))?;
    }
    let points = from_the_right(points, width);
    // After all the stems and points, so that none crosses a number.
    for badge in badges(&points) {
        axes.disc(badge.place, BADGE_RADIUS, Ink::Term(badge.index))?;
        axes.text(&badge.text(), badge.place, NUMBER_SIZE, Ink::OnTerm(badge.index))?;
    }
    if report.terms().any(|(_, term)| term.log_prob.loss().is_infinite()) {
        let (x, y) = axes.place(0.0, top);
        axes.label_beside((x + INFINITE_BADGE.0 + APART, y + INFINITE_BADGE.1), "costs ∞")?;
    }
    Ok(())
}

/// The cheaper targets first: those that have to make room go up. (By columns of a pixel: a sort
/// would be 2 kB more of the page.)
fn from_the_right(points: Vec<Point>, width: u32) -> Vec<Point> {
    let pixel = u32::from(UNITS_PER_PIXEL);
    let mut columns: Vec<Vec<Point>> = Vec::new();
    columns.resize_with((width / pixel) as usize + 1, Vec::new);
    for point in points {
        let column = u32::try_from(point.place.0).unwrap_or_default() / pixel;
        if let Some(column) = columns.get_mut(column as usize) {
            column.push(point);
        }
    }
    columns.into_iter().rev().flatten().collect()
}

/// Where a term stands on the curve.
struct Point {
    index: u16,
    place: (Units, Units),
    /// Where its badge stands unless another is there.
    badge: (Units, Units),
}

/// The number of a term, near its point.
struct Badge {
    index: u16,
    place: (Units, Units),
    /// How many terms it stands for.
    count: u32,
}

impl Badge {
    fn text(&self) -> String {
        if self.count > 1 {
            format!("+{}", self.count)
        } else {
            (u32::from(self.index) + 1).to_string()
        }
    }
}

/// A badge on each point or, where one is there already, stacked above it: above the curve the plot
/// is empty. A stack that has reached the top of the picture ends in a badge that counts the rest.
fn badges(points: &[Point]) -> Vec<Badge> {
    let mut badges: Vec<Badge> = Vec::new();
    for point in points {
        let (x, mut y) = point.badge;
        let in_reach = |badge: &Badge| (badge.place.0 - x).abs() < APART;
        while let Some(taken) =
            badges.iter().find(|badge| in_reach(badge) && (badge.place.1 - y).abs() < APART)
        {
            y = taken.place.1 - APART;
        }
        let stack = badges.iter_mut().filter(|badge| in_reach(badge));
        match stack.min_by_key(|badge| badge.place.1) {
            Some(highest) if y < Units::from(BADGE_RADIUS) => highest.count += 1,
            _ => badges.push(Badge { index: point.index, place: (x, y), count: 1 }),
        }
    }
    badges
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

fn summary(report: &Report) -> String {
    let point = |(_, term): (Place, &Term)| {
        format!(
            "“{}” at probability {} costs {}",
            term.target,
            notation::probability(term.probability),
            notation::nats(Some(term.log_prob.loss()))
        )
    };
    let points: Vec<String> = report.terms().map(point).collect();
    let curve = "The curve of −log p falls from infinity at probability 0 to 0 at probability 1.";
    let missing = match report.untargeted() {
        0 => String::new(),
        count => format!(" Selected, but without a target and so without a point: {count}."),
    };
    if !points.is_empty() {
        format!("{curve} On it: {} nats.{missing}", points.join("; "))
    } else if missing.is_empty() {
        format!("{curve} Nothing is selected, so there is no point on it.")
    } else {
        format!("{curve} There is no point on it yet.{missing}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{Document, Edit, ModelId},
        math::Probability,
        plot::Mark,
        text::Position,
    };

    fn discs(curve: &LossCurve) -> Vec<(i32, i32)> {
        let disc = |mark: &Mark| match mark {
            Mark::Disc { center, ink: Ink::Point(_), .. } => Some(*center),
            _ => None,
        };
        curve.scene.marks.iter().filter_map(disc).collect()
    }

    fn place(position: u32) -> Place {
        Place { sentence: 0, position: Position::new(position).unwrap() }
    }

    fn course_item_at(probability: f64) -> LossCurve {
        let probability = Probability::new(probability).unwrap();
        let edit = Edit::set_probability(ModelId::default(), place(3), "brown", probability);
        loss_curve(&Document::course_item().apply(&edit).unwrap().report(), 400, 300)
    }

    #[test]
    fn the_summary_says_which_selected_positions_have_no_point_yet() {
        let summary = |text: &str| {
            let document = Document::default().apply(&Edit::SetText(text.into())).unwrap();
            loss_curve(&document.report(), 400, 300).summary
        };
        assert!(summary("A dog.").ends_with(" Nothing is selected, so there is no point on it."));
        let text = summary("A [MASK] [MASK].");
        assert!(text.contains("There is no point on it yet. Selected, but without"), "{text}");
        assert!(text.ends_with("a target and so without a point: 2."), "{text}");
        let document = Document::default().apply(&Edit::SetText("A [MASK] barks.".into())).unwrap();
        let document = document.apply(&Edit::ToggleMask(place(3))).unwrap();
        let text = loss_curve(&document.report(), 400, 300).summary;
        assert!(text.contains("“barks” at probability"), "{text}");
        assert!(text.ends_with("without a point: 1."), "{text}");
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
    fn an_impossible_target_leaves_the_plot_at_its_top_and_is_called_infinite() {
        let plot = course_item_at(0.0);
        let (x, y) = discs(&plot)[0];
        assert!((0..=4000).contains(&x) && (0..=3000).contains(&y));
        assert!(plot.summary.contains('∞'));
        let infinity = |mark: &Mark| matches!(mark, Mark::Text { text, .. } if text.contains('∞'));
        assert!(plot.scene.marks.iter().any(infinity));
    }

    /// The places and texts of the badges when the given number of words is masked, all with the
    /// same probability.
    fn level_badges(words: u32) -> Vec<((i32, i32), String)> {
        let text = "word ".repeat(words as usize);
        let mut document = Document::default().apply(&Edit::SetText(text)).unwrap();
        for position in 1..=words {
            document = document.apply(&Edit::ToggleMask(place(position))).unwrap();
        }
        let plot = loss_curve(&document.report(), 400, 300);
        assert_eq!(discs(&plot).len(), words as usize);
        let badge = |marks: &[Mark]| match marks {
            [Mark::Disc { center, ink: Ink::Term(_), .. }, Mark::Text { text, .. }] => {
                Some((*center, text.clone()))
            }
            _ => None,
        };
        plot.scene.marks.windows(2).filter_map(badge).collect()
    }

    #[test]
    fn badges_hide_neither_each_other_nor_leave_the_picture() {
        for words in [1, 2, 5, 40] {
            let badges = level_badges(words);
            for (index, ((ax, ay), _)) in badges.iter().enumerate() {
                assert!((i32::from(BADGE_RADIUS)..3000).contains(ay));
                for ((bx, by), _) in &badges[index + 1..] {
                    let apart = f64::from(ax - bx).hypot(f64::from(ay - by));
                    assert!(apart >= f64::from(APART), "{words} words");
                }
            }
        }
    }

    #[test]
    fn a_badge_counts_those_for_which_there_is_no_room() {
        let badges = level_badges(40);
        let (last, single) = badges.split_last().unwrap();
        assert_eq!(last.1, format!("+{}", 40 - single.len()));
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
