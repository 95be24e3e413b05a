//! The plots: each mark of the page's pictures has to be one of the scene that the core draws for the
//! same size, in the same order, with the terms' groups and the same words around it.

use masklab::core::document::{ModelId, Point};
use masklab::core::objective::{Numbered, Place};
use masklab::core::plot::{
    self, Anchor, Frame, Ink, Mark, Over, Plot, Predicted, Trace, Traced, UNITS_PER_PIXEL,
    gradient_bars, loss_curve, loss_trace, model_bars, prediction_bars, tables, term_bars,
};

use crate::expect::Expected;
use crate::sight::{Picture, Table, place_name};

/// The most terms that a plot draws.
const MOST: usize = 60;

impl From<plot::Table> for Table {
    fn from(table: plot::Table) -> Self {
        Self { columns: table.columns, rows: table.rows }
    }
}

/// Says in what the pictures of the page differ from the core's.
pub(crate) fn differing(expected: &Expected<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    for picture in &expected.sight.pictures {
        let Some((plot, places, table)) = drawn(expected, picture) else {
            differences.push(format!("there is nothing to draw as {}", picture.kind));
            continue;
        };
        if picture.label != plot.summary {
            let (label, summary) = (&picture.label, &plot.summary);
            differences.push(format!("a plot is called\n  {label}\nand not\n  {summary}"));
        }
        if let Some((drawn, wanted)) =
            first_difference(&picture.shapes, &shapes(expected, &plot, &places))
        {
            let kind = &picture.kind;
            differences.push(format!("{kind} is drawn with\n  {drawn:?}\nand not\n  {wanted:?}"));
        }
        // It is written only while it is seen.
        if let Some(shown) = &picture.table
            && *shown != table
        {
            differences.push(format!("the table is\n  {shown:?}\nand not\n  {table:?}"));
        }
    }
    differences
}

/// What the core draws, the places of the terms that it counts, and its numbers.
fn drawn(expected: &Expected<'_>, picture: &Picture) -> Option<(Plot, Vec<Place>, Table)> {
    let frame =
        Frame { unit: expected.unit, language: expected.sight.language(), ..frame(&picture.size)? };
    let looked = expected.looked.as_ref();
    let here = looked.map(|looked| looked.at.place).into_iter().collect();
    Some(match picture.kind.as_str() {
        "gradient" => {
            let (term, prediction) = looked.map(|looked| (looked.at.term, &looked.prediction))?;
            let gradient = prediction.gradient(&term.target, 0.0)?;
            let target = Some(&*term.target);
            let table = tables::gradient_bars(prediction, &gradient, target, frame);
            (gradient_bars(prediction, &gradient, target, frame), here, table.into())
        }
        "prediction" => {
            let target = looked.map(|looked| &*looked.at.term.target);
            let prediction = &looked?.prediction;
            let table = tables::prediction_bars(prediction, target, frame);
            (prediction_bars(prediction, target, frame), here, table.into())
        }
        "models" => {
            let looked = looked?;
            let models = expected.session.document().models().iter().enumerate();
            let models: Vec<_> = models
                .filter_map(|(index, model)| {
                    Some((model, expected.session.prediction(ModelId(index), looked.at.place)?))
                })
                .collect();
            let models: Vec<Predicted<'_>> = models
                .iter()
                .map(|(model, prediction)| Predicted { model: model.name(), prediction })
                .collect();
            let table = tables::model_bars(&models, frame);
            (model_bars(&models, Some(&looked.at.term.target), frame), here, table.into())
        }
        kind => {
            let terms = terms(expected);
            let places = terms.iter().map(|numbered| numbered.place).collect();
            let (plot, table) = match kind {
                "curve" => (
                    loss_curve(&terms, expected.report.untargeted(), frame),
                    tables::loss_curve(&terms, frame),
                ),
                "terms" => (
                    term_bars(&terms, expected.report, frame),
                    tables::term_bars(&terms, expected.report, frame),
                ),
                "trace" => {
                    let points = expected.session.trace().points(expected.sight.model());
                    let losses: Vec<f64> =
                        points.into_iter().filter_map(Point::cross_entropy).collect();
                    let (traced, over) = (Traced::CrossEntropy, Over::Edits);
                    let trace = Trace { losses: &losses, first: 1, traced, over };
                    (loss_trace(&trace, frame), tables::loss_trace(&trace, frame))
                }
                other => panic!("{other} is no plot of the core"),
            };
            (plot, places, table.into())
        }
    })
}

/// The terms: all of them, or of very many those around the one that is looked at.
fn terms<'a>(expected: &'a Expected<'_>) -> Vec<Numbered<'a>> {
    let count = expected.report.selected();
    let number = expected.looked.as_ref().map_or(1, |looked| looked.at.number);
    let last_start = (count + 1).saturating_sub(MOST).max(1);
    let start = number.saturating_sub(MOST / 2).clamp(1, last_start);
    (start..=count).filter_map(|number| expected.report.numbered(number)).take(MOST).collect()
}

/// The size of a picture in pixels, from its `viewBox`.
fn frame(size: &str) -> Option<Frame> {
    let [_, _, width, height] = size.split(' ').collect::<Vec<_>>()[..] else { return None };
    let pixels = |units: &str| Some(units.parse::<u32>().ok()? / u32::from(UNITS_PER_PIXEL));
    Some(Frame::new(pixels(width)?, pixels(height)?))
}

fn shapes(expected: &Expected<'_>, plot: &Plot, places: &[Place]) -> Vec<String> {
    let group = |class: &str, place: Option<Place>| {
        let name = place.map(place_name).unwrap_or_default();
        let hue = place.and_then(|place| expected.hue(place)).unwrap_or_default();
        format!("g {class} {name} {hue}")
    };
    let scene = &plot.scene;
    let mut shapes = vec![group("", None)];
    shapes.extend(scene.still.iter().map(shape));
    for marks in scene.marks.chunk_by(|one, next| one.ink().term() == next.ink().term()) {
        let place = marks[0].ink().term().and_then(|index| places.get(index)).copied();
        let is_point = marks.iter().any(|mark| matches!(mark.ink(), Ink::Point(_)));
        let class = match place {
            Some(_) if is_point => "point",
            Some(_) => "of-term",
            None => "",
        };
        shapes.push(group(class, place));
        shapes.extend(marks.iter().map(shape));
    }
    shapes
}

fn shape(mark: &Mark) -> String {
    let ink = mark.ink().name();
    let pairs = |points: &[(i32, i32)]| {
        points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
    };
    match mark {
        Mark::Line { points, width, .. } => format!("line {ink} {width} {}", pairs(points)),
        Mark::Area { points, .. } => format!("area {ink} {}", pairs(points)),
        Mark::Disc { center: (x, y), radius, .. } => format!("disc {ink} {x},{y} {radius}"),
        Mark::Text { text, at: (x, y), anchor, size, .. } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            format!("text {ink} {x},{y} {anchor} {size} {text}")
        }
    }
}

/// The first two that stand at the same place of two lists and are not the same.
fn first_difference(one: &[String], other: &[String]) -> Option<(Option<String>, Option<String>)> {
    let length = one.len().max(other.len());
    (0..length)
        .map(|index| (one.get(index), other.get(index)))
        .find(|(one, other)| one != other)
        .map(|(one, other)| (one.cloned(), other.cloned()))
}
