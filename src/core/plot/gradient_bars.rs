//! The gradient of the loss by the logits, p − y: where a training step pushes.

use super::{
    Frame, Ink, Plot, Table,
    axes::{HEADING_LINE, round_end, ticks_across},
    canvas::{self, Canvas, Drawn, PX, Scale, TEXT, THIN, Units, recorded, width},
    rows::{GAP, Rows, index_of, spelled},
};
use crate::core::{math::Distribution, messages::fill};

/// The decimals of a slope: those of a probability.
const DECIMALS: usize = 3;
/// The room above the rows for the name of the axis.
const NAME: Units = 24 * PX;

/// Draws the gradient by the candidates' logits as bars around 0: to the left where a step down the
/// gradient raises the logit (the target's), to the right where it lowers it. `gradient` has a number
/// for each candidate. Where there are more than rows, the largest are drawn, and always the target's.
/// Without a target there is no gradient, and nothing is drawn.
///
/// [`Ink::Term`] 0 is the target.
pub fn gradient_bars(
    prediction: &Distribution,
    gradient: &[f64],
    target: Option<&str>,
    frame: Frame,
) -> Plot {
    let mut scene = canvas::scene(frame);
    let slope = slopes(gradient);
    let target = target.filter(|target| index_of(prediction, Some(target)).is_some());
    let weight = |index: usize| slope(index).abs();
    let largest = gradient.iter().copied().map(f64::abs).fold(0.0, f64::max);
    // One scale for every step, so that bars become shorter while the model learns.
    let end = if largest <= 1.0 { 1.0 } else { round_end(largest) };
    let numbers = frame.fixed(-end.max(largest), DECIMALS);
    let number = width(&numbers, TEXT, Ink::TermText(0)) + GAP;
    let mut left_out = 0;
    if target.is_some() {
        let room = (NAME, number, number);
        left_out = prediction.candidates().len();
        if let Some(rows) = Rows::new(prediction, target, &weight, frame, room) {
            left_out = rows.left_out;
            scene.still = recorded(frame, &|canvas| draw_axis(&rows, end, frame, canvas));
            scene.marks =
                recorded(frame, &|canvas| draw_rows(&rows, &slope, (end, number), frame, canvas));
        }
    }
    let mut summary = summary(prediction, &slope, target, frame);
    if left_out > 0 {
        let words = frame.words().gradient;
        summary.push(' ');
        let count = left_out.to_string();
        summary.push_str(&fill(words.left_out.of(left_out), &[("count", &count)]));
    }
    Plot { scene, summary }
}

/// The slope by the index of a candidate.
fn slopes(gradient: &[f64]) -> impl Fn(usize) -> f64 + '_ {
    |index| gradient.get(index).copied().filter(|slope| !slope.is_nan()).unwrap_or_default()
}

fn scale(rows: &Rows<'_>, end: f64) -> Scale {
    Scale::new(-end..end, rows.left, rows.right)
}

fn draw_axis(rows: &Rows<'_>, end: f64, frame: Frame, canvas: &Canvas<'_>) -> Drawn {
    let scale = scale(rows, end);
    for tick in ticks_across(frame, &(-end..end), rows.right - rows.left, false) {
        let x = scale.at(tick.value);
        canvas.line([(x, rows.top), (x, rows.bottom)], Ink::Grid, THIN)?;
        if rows.has_axis {
            canvas.text(&tick.label, (x, rows.bottom + 11 * PX), TEXT, Ink::Label)?;
        }
    }
    let name = frame.words().gradient.axis;
    let half = width(name, TEXT, Ink::Label) / 2 + 2 * PX;
    let (full_width, _) = canvas::size(frame);
    if rows.has_axis && 2 * half <= full_width {
        let middle = scale.at(0.0).clamp(half, full_width - half);
        canvas.text(name, (middle, HEADING_LINE), TEXT, Ink::Label)?;
    }
    Ok(())
}

fn draw_rows(
    rows: &Rows<'_>,
    slope: &dyn Fn(usize) -> f64,
    (end, number_room): (f64, Units),
    frame: Frame,
    canvas: &Canvas<'_>,
) -> Drawn {
    let scale = scale(rows, end);
    let zero = scale.at(0.0);
    for row in &rows.list {
        let slope = slope(row.index);
        let x = scale.at(slope);
        let words_end = rows.words_end(number_room);
        canvas.text_left_of(&row.label, (words_end, row.middle), TEXT, row.ink())?;
        if x != zero {
            let (top, bottom) = (row.middle - row.half, row.middle + row.half);
            canvas.bar((zero, top), (x, bottom), row.bar())?;
        }
        let text = frame.fixed(slope, DECIMALS);
        if slope < 0.0 {
            canvas.text_left_of(&text, (x - GAP, row.middle), TEXT, row.ink())?;
        } else {
            canvas.text_right_of(&text, (x + GAP, row.middle), TEXT, row.ink())?;
        }
    }
    // In front of the bars, which meet there.
    canvas.line([(zero, rows.top), (zero, rows.bottom)], Ink::Axis, THIN)
}

fn summary(
    prediction: &Distribution,
    slope: &dyn Fn(usize) -> f64,
    target: Option<&str>,
    frame: Frame,
) -> String {
    let words = frame.words().gradient;
    let Some(index) = index_of(prediction, target) else {
        return words.without_target.to_owned();
    };
    let shown = |slope| frame.fixed(slope, DECIMALS);
    let mut parts = Vec::new();
    if slope(index) < 0.0 {
        let values = [("slope", shown(slope(index))), ("word", target.unwrap_or_default().into())];
        parts.push(filled(words.target, &values));
    }
    let candidates = prediction.candidates().iter().enumerate();
    let others = candidates.filter(|(other, _)| *other != index);
    let most = others.reduce(|most, next| if slope(next.0) > slope(most.0) { next } else { most });
    if let Some((most, candidate)) = most.filter(|(most, _)| slope(*most) > 0.0) {
        let values = [("slope", shown(slope(most))), ("word", spelled(candidate, frame).into())];
        parts.push(filled(words.others, &values));
    }
    if parts.is_empty() {
        parts.push(words.nothing.to_owned());
    }
    fill(words.summary, &[("parts", &parts.join("; "))])
}

fn filled(phrase: &str, values: &[(&str, String); 2]) -> String {
    let [(one, first), (other, second)] = values;
    fill(phrase, &[(one, first), (other, second)])
}

/// The slope of every candidate's logit, and what a step does to it.
pub fn table(
    prediction: &Distribution,
    gradient: &[f64],
    target: Option<&str>,
    frame: Frame,
) -> Table {
    let slope = slopes(gradient);
    let words = frame.words();
    let effect = |slope: f64| {
        let words = &words.gradient;
        match slope {
            slope if slope < 0.0 => words.rises,
            slope if slope > 0.0 => words.falls,
            _ => words.stays,
        }
    };
    let mut rows = Vec::new();
    for (index, candidate) in prediction.candidates().iter().enumerate() {
        if target.is_some() {
            let slope = slope(index);
            rows.push(vec![
                spelled(candidate, frame).to_owned(),
                frame.fixed(slope, DECIMALS),
                effect(slope).to_owned(),
            ]);
        }
    }
    Table {
        caption: words.gradient.caption,
        columns: vec![
            words.word.to_owned(),
            words.gradient.column.to_owned(),
            words.gradient.effect.to_owned(),
        ],
        rows,
    }
}
