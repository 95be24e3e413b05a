//! The curve of −log p with a point for each term: what each target costs.

use super::{
    Frame, Ink, Plot, Table,
    axes::{Axes, HEADING, round_end},
    badges::{Badges, Point, RADIUS, badges},
    canvas::{self, Canvas, Drawn, PIXEL, PX, SMALL, TEXT, THIN, Units, recorded, width},
};
use crate::core::{
    math::Unit,
    messages::{CurveMessages, fill},
    objective::Numbered,
};

/// How much higher than the highest point the plot reaches, as a factor.
const HEADROOM: f64 = 1.03;
/// The number of straight pieces that make the curve.
const PIECES: u8 = 120;
/// So many targets are all named in the summary.
const ALL_NAMED: usize = 5;

const POINT_RADIUS: u16 = 3 * PIXEL;
const CURVE_WIDTH: u16 = 2 * PIXEL + PIXEL / 5;
/// The badges of impossible targets stand to the right of their point, clear of the axis.
const ASIDE: Units = 23 * PX;
/// The height of the row of these badges, with the space below it.
const ROW: Units = 28 * PX;

/// Draws the curve with a point for each of these terms. `untargeted` says how many selected positions
/// have no term yet, since nobody has given their target. A mark knows its term by 16 bits: terms from
/// the 65,537th on have no point.
pub fn loss_curve(terms: &[Numbered<'_>], untargeted: usize, frame: Frame) -> Plot {
    let mut scene = canvas::scene(frame);
    let top = top(terms, frame.unit);
    if let Some(axes) = Axes::new(frame, 0.0..1.0, false, 0.0..top, false) {
        scene.still = recorded(frame, &|canvas| draw_curve(&axes, top, frame, canvas));
        scene.marks = recorded(frame, &|canvas| draw_points(terms, &axes, top, frame, canvas));
    }
    Plot { scene, summary: summary(terms, untargeted, frame) }
}

/// The loss up to which the plot always reaches: about that of probability 0.018.
fn usual_top(unit: Unit) -> f64 {
    match unit {
        Unit::Nats => 4.0,
        Unit::Bits => 6.0,
        Unit::Log10 => 2.0,
    }
}

/// The end of the vertical axis, in this unit.
fn top(terms: &[Numbered<'_>], unit: Unit) -> f64 {
    let losses = terms.iter().map(|numbered| unit.convert(numbered.term.log_prob.loss()));
    let highest = losses.filter(|loss| loss.is_finite()).fold(0.0, f64::max) * HEADROOM;
    if highest <= usual_top(unit) { usual_top(unit) } else { round_end(highest) }
}

fn draw_curve(axes: &Axes, top: f64, frame: Frame, canvas: &Canvas<'_>) -> Drawn {
    let name_up = frame.in_unit(frame.minus_log_p());
    axes.draw(canvas, frame, frame.words().curve.axis, &name_up)?;
    // From the top of the plot to (1, 0), in even steps of the loss: where it is steep, even steps of
    // p would leave corners.
    let points: Vec<(Units, Units)> = (0..=PIECES)
        .map(|piece| {
            let loss = top * (1.0 - f64::from(piece) / f64::from(PIECES));
            axes.place(probability(loss, frame.unit), loss)
        })
        .collect();
    canvas.line(points, Ink::Curve, CURVE_WIDTH)
}

/// The probability of a target with a loss in this unit.
fn probability(loss: f64, unit: Unit) -> f64 {
    libm::exp(-loss / unit.convert(1.0))
}

fn draw_points(
    terms: &[Numbered<'_>],
    axes: &Axes,
    top: f64,
    frame: Frame,
    canvas: &Canvas<'_>,
) -> Drawn {
    let mut points: Vec<Point> = Vec::new();
    for (numbered, index) in terms.iter().zip(0..=u16::MAX) {
        let p = numbered.term.probability.value();
        let loss = frame.unit.convert(numbered.term.log_prob.loss());
        // A point for an impossible target would be infinitely high: it leaves the plot at its top.
        let place = axes.place(p, loss.min(top));
        canvas.line([place, (place.0, axes.bottom)], Ink::Term(index), THIN)?;
        let is_infinite = loss.is_infinite();
        points.push(Point { index, number: numbered.number, place, is_infinite });
    }
    for point in &points {
        canvas.disc(point.place, POINT_RADIUS, Ink::Point(point.index))?;
    }
    let infinite = frame.words().curve.infinite;
    let said_width = width(infinite, TEXT, Ink::Label);
    // After all the stems and points, so that none crosses a number.
    let Badges { list, half_width, said } =
        badges(points, axes, row(axes, top, frame.unit), said_width);
    for badge in list {
        let (x, y) = badge.place;
        let ink = Ink::Badge(badge.index);
        let reach = half_width - Units::from(RADIUS);
        if reach > 0 {
            // A line as thick as a disc, with round ends.
            canvas.line([(x - reach, y), (x + reach, y)], ink, 2 * RADIUS)?;
        } else {
            canvas.disc(badge.place, RADIUS, ink)?;
        }
        canvas.text(&badge.text, badge.place, SMALL, Ink::OnTerm(badge.index))?;
    }
    match said {
        Some(place) => canvas.text_right_of(infinite, place, TEXT, Ink::Label),
        None => Ok(()),
    }
}

/// Where the row of the impossible targets' badges begins: clear of the axis and of the curve.
fn row(axes: &Axes, top: f64, unit: Unit) -> Units {
    let share = f64::from(ROW) / f64::from((axes.bottom - HEADING).max(1));
    let lowest = top * (1.0 - share).max(0.0);
    axes.x.at(probability(lowest, unit)).max(axes.left + ASIDE)
}

fn summary(terms: &[Numbered<'_>], untargeted: usize, frame: Frame) -> String {
    let words: &CurveMessages = frame.words().curve;
    let point = |numbered: &Numbered<'_>| {
        let term = numbered.term;
        let (p, cost) = (frame.probability(term.probability), frame.amount(term.log_prob.loss()));
        fill(words.point, &[("word", &term.target), ("p", &p), ("cost", &cost)])
    };
    let by_loss = |one: &&Numbered<'_>, other: &&Numbered<'_>| {
        one.term.log_prob.loss().total_cmp(&other.term.log_prob.loss())
    };
    let points = match (terms.iter().min_by(by_loss), terms.iter().max_by(by_loss)) {
        (Some(cheapest), Some(dearest)) if terms.len() > ALL_NAMED => {
            let points = format!("{}; {}", point(cheapest), point(dearest));
            fill(words.many, &[("count", &terms.len().to_string()), ("points", &points)])
        }
        (Some(_), _) => {
            let points: Vec<String> = terms.iter().map(point).collect();
            fill(words.points, &[("points", &points.join("; "))])
        }
        _ if untargeted > 0 => words.no_point_yet.to_owned(),
        _ => words.nothing_selected.to_owned(),
    };
    let mut summary = format!("{} {points}", words.summary);
    if untargeted > 0 {
        summary.push(' ');
        summary.push_str(&fill(words.untargeted, &[("count", &untargeted.to_string())]));
    }
    summary
}

/// What each of these terms costs.
pub fn table(terms: &[Numbered<'_>], frame: Frame) -> Table {
    let words = frame.words();
    let row = |numbered: &Numbered<'_>| {
        vec![
            numbered.number.to_string(),
            numbered.term.target.to_string(),
            frame.probability(numbered.term.probability),
            frame.logarithm(numbered.term.log_prob.loss()),
        ]
    };
    Table {
        caption: words.curve.caption,
        columns: vec![
            words.number.to_owned(),
            words.target.to_owned(),
            words.probability.to_owned(),
            frame.in_unit(frame.minus_log_p()),
        ],
        rows: terms.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{Document, Edit, ModelId},
        math::Probability,
        objective::Place,
        plot::Mark,
        text::Position,
    };

    fn curve(document: &Document) -> Plot {
        let report = document.report();
        let terms = Numbered::all(report.terms());
        loss_curve(&terms, report.untargeted(), Frame::new(400, 300))
    }

    fn discs(curve: &Plot) -> Vec<(i32, i32)> {
        let disc = |mark: &Mark| match mark {
            Mark::Disc { center, ink: Ink::Point(_), .. } => Some(*center),
            _ => None,
        };
        curve.scene.marks.iter().filter_map(disc).collect()
    }

    fn place(position: u32) -> Place {
        Place { sentence: 0, position: Position::new(position).unwrap() }
    }

    fn course_item_at(probability: f64) -> Plot {
        let probability = Probability::new(probability).unwrap();
        let edit = Edit::set_probability(ModelId::default(), place(3), "brown", probability);
        curve(&Document::course_item().apply(&edit).unwrap())
    }

    #[test]
    fn the_summary_says_which_selected_positions_have_no_point_yet() {
        let summary = |text: &str| {
            let document = Document::default().apply(&Edit::SetText(text.into())).unwrap();
            curve(&document).summary
        };
        assert!(summary("A dog.").ends_with(" Nothing is selected, so there is no point on it."));
        let text = summary("A [MASK] [MASK].");
        assert!(text.contains("There is no point on it yet. Selected, but without"), "{text}");
        assert!(text.ends_with("a target and so without a point: 2."), "{text}");
        let document = Document::default().apply(&Edit::SetText("A [MASK] barks.".into())).unwrap();
        let document = document.apply(&Edit::ToggleMask(place(3))).unwrap();
        let text = curve(&document).summary;
        assert!(text.contains("“barks” at probability"), "{text}");
        assert!(text.ends_with("without a point: 1."), "{text}");
    }

    #[test]
    fn a_point_lies_on_the_curve() {
        let plot = course_item_at(0.7);
        let center = discs(&plot)[0];
        let line = plot.scene.still.iter().find_map(|mark| match mark {
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
        let plot = curve(&document);
        assert_eq!(discs(&plot).len(), words as usize);
        let badge = |marks: &[Mark]| match marks {
            [mark, Mark::Text { text, .. }] if matches!(mark.ink(), Ink::Badge(_)) => match mark {
                Mark::Disc { center, .. } => Some((*center, text.clone())),
                Mark::Line { points, .. } => {
                    Some(((points[0].0.midpoint(points[1].0), points[0].1), text.clone()))
                }
                _ => None,
            },
            _ => None,
        };
        plot.scene.marks.windows(2).filter_map(badge).collect()
    }

    #[test]
    fn badges_hide_neither_each_other_nor_leave_the_picture() {
        for words in [1, 2, 5, 40] {
            let badges = level_badges(words);
            for (index, ((ax, ay), _)) in badges.iter().enumerate() {
                assert!((i32::from(RADIUS)..3000).contains(ay));
                for ((bx, by), _) in &badges[index + 1..] {
                    let apart = f64::from(ax - bx).hypot(f64::from(ay - by));
                    assert!(apart >= f64::from(2 * RADIUS), "{words} words");
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
            plot.scene.all().filter(is).count()
        };
        assert_eq!(ticks("0.2"), 1);
        assert_eq!(ticks("4"), 1);
    }
}
