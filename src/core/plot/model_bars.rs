//! What several models predict at one position, side by side: of each bar, the loss looks at one part.

use super::{
    Frame, Ink, Plot, Table,
    axes::ticks_across,
    canvas::{self, Canvas, Drawn, PX, SMALL, Scale, TEXT, THIN, Units, recorded, width},
    metrics,
    rows::{GAP, index_of, spelled},
};
use crate::core::{
    math::{Candidate, Distribution, Row},
    messages::fill,
};

/// A model's prediction, with the name of the model.
#[derive(Clone, Copy, Debug)]
pub struct Predicted<'a> {
    /// What a person has called the model.
    pub model: &'a str,
    /// What it predicts.
    pub prediction: &'a Distribution,
}

/// The height of a row, and of its bar.
const ROW: u16 = 28;
const BAR: Units = 20 * PX;
/// Below the rows: the labels of the axis.
const AXIS: u16 = 24;
/// At the sides of the picture.
const MARGIN: Units = 4 * PX;
/// What names take of the width at most, in hundredths.
const NAMES: Units = 30;
/// The least room for bars.
const LEAST: Units = 60 * PX;

/// The height in CSS pixels that so many models take.
pub fn height_for_models(models: usize) -> u32 {
    let rows = u32::try_from(models).unwrap_or(u32::MAX);
    rows.saturating_mul(ROW.into()).saturating_add(AXIS.into())
}

/// Draws a bar to 1 for each model: first the part that it gives the target, then those of the other
/// words, the most probable first. Models for which there is no room are left out, and their names in the
/// summary.
///
/// [`Ink::Term`] 0 is the target.
pub fn model_bars(models: &[Predicted<'_>], target: Option<&str>, frame: Frame) -> Plot {
    let mut scene = canvas::scene(frame);
    let (full_width, full_height) = canvas::size(frame);
    let room = (full_height - Units::from(AXIS) * PX) / (Units::from(ROW) * PX);
    let shown = models.get(..models.len().min(usize::try_from(room).unwrap_or_default()));
    let shown = shown.unwrap_or_default();
    let most = full_width * NAMES / 100;
    let names: Vec<String> =
        shown.iter().map(|of| metrics::clipped(of.model, TEXT, false, most)).collect();
    let widest = names.iter().map(|name| width(name, TEXT, Ink::Text)).max().unwrap_or_default();
    let (left, right) = (MARGIN + widest + GAP, full_width - MARGIN);
    if !shown.is_empty() && right - left >= LEAST {
        let scale = Scale::new(0.0..1.0, left, right);
        let bottom = Units::from(ROW) * PX * Units::try_from(shown.len()).unwrap_or_default();
        scene.still =
            recorded(frame, &|canvas| draw_axis(&scale, (left, right), bottom, frame, canvas));
        scene.marks = recorded(frame, &|canvas| {
            let mut middle = Units::from(ROW) * PX / 2;
            for (of, name) in shown.iter().zip(&names) {
                canvas.text_left_of(name, (left - GAP, middle), TEXT, Ink::Text)?;
                draw_model(of.prediction, target, &scale, middle, frame, canvas)?;
                middle += Units::from(ROW) * PX;
            }
            Ok(())
        });
    }
    Plot { scene, summary: summary(models, target, frame) }
}

fn draw_axis(
    scale: &Scale,
    (left, right): (Units, Units),
    bottom: Units,
    frame: Frame,
    canvas: &Canvas<'_>,
) -> Drawn {
    for tick in ticks_across(frame, &(0.0..1.0), right - left, false) {
        let x = scale.at(tick.value);
        canvas.line([(x, PX), (x, bottom)], Ink::Grid, THIN)?;
        canvas.text(&tick.label, (x, bottom + 11 * PX), TEXT, Ink::Label)?;
    }
    Ok(())
}

/// The candidates with a bar, in the order in which they are drawn: the target, then the others.
fn order<'a>(prediction: &'a Distribution, target: Option<&str>) -> Vec<(&'a Candidate, bool)> {
    let target = index_of(prediction, target);
    let mut all: Vec<_> = prediction
        .candidates()
        .iter()
        .enumerate()
        .map(|(index, candidate)| (candidate, target == Some(index)))
        .collect();
    all.sort_by(|(one, is_target), (other, is_other)| {
        is_other.cmp(is_target).then(other.probability.value().total_cmp(&one.probability.value()))
    });
    all
}

fn draw_model(
    prediction: &Distribution,
    target: Option<&str>,
    scale: &Scale,
    middle: Units,
    frame: Frame,
    canvas: &Canvas<'_>,
) -> Drawn {
    let (top, bottom) = (middle - BAR / 2, middle + BAR / 2);
    let mut reached = 0.0;
    for (candidate, is_target) in order(prediction, target) {
        let from = scale.at(reached);
        reached += candidate.probability.value();
        // Rounding has made the sum a little more than 1, or a little less.
        let to = scale.at(reached.min(1.0));
        if to <= from {
            continue;
        }
        let (bar, ink) =
            if is_target { (Ink::Term(0), Ink::OnTerm(0)) } else { (Ink::OtherWord, Ink::Text) };
        canvas.bar((from, top), (to, bottom), bar)?;
        let word = metrics::clipped(spelled(candidate, frame), SMALL, ink.is_bold(), Units::MAX);
        let number = frame.probability(candidate.probability);
        let fits = |text: &String| width(text, SMALL, ink) + 2 * GAP <= to - from;
        let texts = [format!("{word} {number}"), word];
        if let Some(text) = texts.into_iter().find(fits) {
            canvas.text(&text, (from.midpoint(to), middle), SMALL, ink)?;
        }
    }
    Ok(())
}

fn summary(models: &[Predicted<'_>], target: Option<&str>, frame: Frame) -> String {
    let words = frame.words().models;
    let Some(target) = target else { return words.without_target.to_owned() };
    let model = |of: &Predicted<'_>| {
        let p = frame.probability(of.prediction.probability_of(target));
        fill(words.model, &[("model", of.model), ("p", &p)])
    };
    let models: Vec<String> = models.iter().map(model).collect();
    fill(words.summary, &[("target", target), ("models", &models.join("; "))])
}

/// What each model gives each word, in the order in which they are first named.
pub fn table(models: &[Predicted<'_>], frame: Frame) -> Table {
    let mut words: Vec<(&Row, &str)> = Vec::new();
    for candidate in models.iter().flat_map(|of| of.prediction.candidates()) {
        if !words.iter().any(|(row, _)| **row == candidate.row) {
            words.push((&candidate.row, spelled(candidate, frame)));
        }
    }
    let given = |of: &Predicted<'_>, row: &Row| {
        let mut candidates = of.prediction.candidates().iter();
        let given = candidates.find(|candidate| candidate.row == *row);
        given.map_or_else(|| "—".to_owned(), |given| frame.probability(given.probability))
    };
    let row = |(row, word): &(&Row, &str)| {
        let given = models.iter().map(|of| given(of, row));
        std::iter::once((*word).to_owned()).chain(given).collect()
    };
    Table {
        caption: frame.words().models.caption,
        columns: std::iter::once(frame.words().word.to_owned())
            .chain(models.iter().map(|of| of.model.to_owned()))
            .collect(),
        rows: words.iter().map(row).collect(),
    }
}
