//! The prediction against the one-hot target: of all the bars, the loss looks at one.

use super::{
    Frame, Ink, Plot, Scene, Table,
    axes::{HEADING_LINE, ticks_across},
    canvas::{self, Canvas, Drawn, PIXEL, PX, SMALL, Scale, TEXT, THIN, Units, recorded, width},
    rows::{GAP, Rows, index_of, spelled},
};
use crate::core::{
    math::{Candidate, Distribution, Probability},
    messages::fill,
};

const OUTLINE: u16 = PIXEL + PIXEL / 2;
/// The room above the rows for the key.
const KEY: Units = 24 * PX;
/// The side of a square in the key.
const SQUARE: Units = 9 * PX;
/// From one part of the key to the next.
const NEXT: Units = 14 * PX;

/// Draws what a model predicts at one position as bars, and the one-hot target as outlines: a bar to 1
/// for the target and 0 for every other word. In the target's row stands the loss, −log p. Where there
/// are more candidates than rows, the most probable are drawn, and always the target.
///
/// [`Ink::Term`] 0 is the target.
pub fn prediction_bars(prediction: &Distribution, target: Option<&str>, frame: Frame) -> Plot {
    let (scene, left_out) = drawn(prediction, target, true, frame);
    Plot { scene, summary: summary(prediction, target, left_out, frame) }
}

/// The same without the loss, for those who are to find it out.
pub fn prediction_bars_without_loss(
    prediction: &Distribution,
    target: Option<&str>,
    frame: Frame,
) -> Plot {
    let (scene, left_out) = drawn(prediction, target, false, frame);
    // The summary of a target says what it costs.
    Plot { scene, summary: summary(prediction, None, left_out, frame) }
}

/// The picture, and how many candidates it has no room for.
fn drawn(
    prediction: &Distribution,
    target: Option<&str>,
    has_loss: bool,
    frame: Frame,
) -> (Scene, usize) {
    let mut scene = canvas::scene(frame);
    let candidates = prediction.candidates();
    let weight = |index: usize| candidates.get(index).map_or(0.0, |c| c.probability.value());
    let number = width(&frame.language.number("<0.001".into()), TEXT, Ink::TermText(0));
    let rows = Rows::new(prediction, target, &weight, frame, (KEY, 0, GAP + number));
    let mut left_out = candidates.len();
    if let Some(rows) = rows {
        left_out = rows.left_out;
        let has_target = index_of(prediction, target).is_some();
        scene.still = recorded(frame, &|canvas| draw_axis(&rows, has_target, frame, canvas));
        scene.marks =
            recorded(frame, &|canvas| draw_rows(&rows, (has_target, has_loss), frame, canvas));
    }
    (scene, left_out)
}

fn scale(rows: &Rows<'_>) -> Scale {
    Scale::new(0.0..1.0, rows.left, rows.right)
}

fn draw_axis(rows: &Rows<'_>, has_target: bool, frame: Frame, canvas: &Canvas<'_>) -> Drawn {
    let scale = scale(rows);
    for tick in ticks_across(frame, &(0.0..1.0), rows.right - rows.left, false) {
        let x = scale.at(tick.value);
        canvas.line([(x, rows.top), (x, rows.bottom)], Ink::Grid, THIN)?;
        if rows.has_axis {
            canvas.text(&tick.label, (x, rows.bottom + 11 * PX), TEXT, Ink::Label)?;
        }
    }
    let x = scale.at(0.0);
    canvas.line([(x, rows.top), (x, rows.bottom)], Ink::Axis, THIN)?;
    if has_target && rows.has_axis { draw_key(rows, frame, canvas) } else { Ok(()) }
}

/// What is filled and what is outlined, above the rows, where there is room for it.
fn draw_key(rows: &Rows<'_>, frame: Frame, canvas: &Canvas<'_>) -> Drawn {
    let words = frame.words().prediction;
    let parts = [words.prediction, words.one_hot];
    let part = |text: &str| SQUARE + 5 * PX + width(text, TEXT, Ink::Label);
    let key_width: Units = parts.map(part).iter().sum::<Units>() + NEXT;
    let (full_width, _) = canvas::size(frame);
    let margin = 4 * PX;
    if key_width + 2 * margin > full_width {
        return Ok(());
    }
    let mut x = rows.left.min(full_width - margin - key_width);
    let (top, bottom) = (HEADING_LINE - SQUARE / 2, HEADING_LINE + SQUARE / 2);
    for (text, is_filled) in [(words.prediction, true), (words.one_hot, false)] {
        if is_filled {
            canvas.bar((x, top), (x + SQUARE, bottom), Ink::Bar)?;
        } else {
            canvas.outline((x, top), (x + SQUARE, bottom), Ink::OneHot, OUTLINE)?;
        }
        let beside = (x + SQUARE + 5 * PX, HEADING_LINE);
        canvas.text_right_of(text, beside, TEXT, Ink::Label)?;
        x += part(text) + NEXT;
    }
    Ok(())
}

fn draw_rows(
    rows: &Rows<'_>,
    (has_target, has_loss): (bool, bool),
    frame: Frame,
    canvas: &Canvas<'_>,
) -> Drawn {
    let scale = scale(rows);
    let (zero, one) = (scale.at(0.0), scale.at(1.0));
    let (full_width, _) = canvas::size(frame);
    for row in &rows.list {
        let p = row.candidate.probability;
        let (top, bottom) = (row.middle - row.half, row.middle + row.half);
        let end = scale.at(p.value());
        canvas.text_left_of(&row.label, (rows.words_end(0), row.middle), TEXT, row.ink())?;
        if end > zero {
            canvas.bar((zero, top), (end, bottom), row.bar())?;
        }
        if row.is_target {
            canvas.outline((zero, top), (one, bottom), Ink::OneHot, OUTLINE)?;
            if has_loss {
                draw_loss(p, (zero, end, one), (row.middle, row.half), frame, canvas)?;
            }
        } else if has_target {
            canvas.line([(zero, top), (zero, bottom)], Ink::OneHot, OUTLINE)?;
        }
        let number = frame.probability(p);
        canvas.text_left_of(&number, (full_width - 4 * PX, row.middle), TEXT, row.ink())?;
    }
    Ok(())
}

/// Writes −log p where the target's bar has room for it, or else its outline.
fn draw_loss(
    p: Probability,
    (zero, end, one): (Units, Units, Units),
    (middle, half): (Units, Units),
    frame: Frame,
    canvas: &Canvas<'_>,
) -> Drawn {
    let text = format!("{} = {}", frame.minus_log_p(), frame.logarithm(p.log_prob().loss()));
    let room = |ink| width(&text, SMALL, ink) + 2 * GAP;
    if 2 * half < 13 * PX {
        Ok(())
    } else if end - zero >= room(Ink::OnTerm(0)) {
        canvas.text(&text, (zero.midpoint(end), middle), SMALL, Ink::OnTerm(0))
    } else if one - end >= room(Ink::Text) {
        canvas.text(&text, (end.midpoint(one), middle), SMALL, Ink::Text)
    } else {
        Ok(())
    }
}

/// The most probable candidate that is not the target, the first of equal ones.
fn rival<'a>(prediction: &'a Distribution, target: Option<&str>) -> Option<&'a Candidate> {
    let target = index_of(prediction, target);
    let others = prediction.candidates().iter().enumerate();
    let others = others.filter(|(index, _)| Some(*index) != target).map(|(_, other)| other);
    others.reduce(|most, next| if next.probability > most.probability { next } else { most })
}

fn summary(
    prediction: &Distribution,
    target: Option<&str>,
    left_out: usize,
    frame: Frame,
) -> String {
    let words = frame.words().prediction;
    let named = |phrase: &str, candidate: &Candidate| {
        let p = frame.probability(candidate.probability);
        fill(phrase, &[("word", spelled(candidate, frame)), ("p", &p)])
    };
    let rival = rival(prediction, target);
    let mut summary = if let Some(target) = target {
        let p = prediction.probability_of(target);
        fill(
            words.summary,
            &[
                ("word", target),
                ("p", &frame.probability(p)),
                ("rival", &rival.map(|rival| named(words.rival, rival)).unwrap_or_default()),
                ("log", frame.minus_log_p()),
                ("cost", &frame.amount(p.log_prob().loss())),
            ],
        )
    } else {
        rival.map(|rival| named(words.without_target, rival)).unwrap_or_default()
    };
    if left_out > 0 {
        summary.push(' ');
        let count = left_out.to_string();
        summary.push_str(&fill(words.left_out.of(left_out), &[("count", &count)]));
    }
    summary
}

/// Every candidate, with the target's y = 1 where there is a target.
pub fn table(prediction: &Distribution, target: Option<&str>, frame: Frame) -> Table {
    let words = frame.words();
    let target = index_of(prediction, target);
    let row = |(index, candidate): (usize, &Candidate)| {
        let mut cells =
            vec![spelled(candidate, frame).to_owned(), frame.probability(candidate.probability)];
        if let Some(target) = target {
            cells.push(if index == target { "1" } else { "0" }.to_owned());
        }
        cells
    };
    let mut columns = vec![words.word.to_owned(), words.prediction.prediction.to_owned()];
    columns.extend(target.map(|_| words.prediction.one_hot.to_owned()));
    Table {
        caption: words.prediction.caption,
        columns,
        rows: prediction.candidates().iter().enumerate().map(row).collect(),
    }
}
