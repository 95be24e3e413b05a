//! Whatever is drawn at whatever size: no text covers another or what the picture is about, and
//! nothing leaves the picture.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::core::{
    math::{Distribution, Probability, Row, Unit, gradient, smoothed_target},
    messages::Language,
    objective::{Report, SentenceReport, Term},
    plot::metrics,
    text::Position,
};

/// A rectangle of the picture in units: left, top, right, bottom.
type Area = [i32; 4];

/// How much of the size of its letters a line of text takes above and below its baseline.
const ABOVE: i32 = 85;
const BELOW: i32 = 25;

/// What a mark covers.
fn area(mark: &Mark) -> Area {
    let around = |points: &[(i32, i32)], more: i32| {
        let x = || points.iter().map(|point| point.0);
        let y = || points.iter().map(|point| point.1);
        [
            x().min().unwrap() - more,
            y().min().unwrap() - more,
            x().max().unwrap() + more,
            y().max().unwrap() + more,
        ]
    };
    match mark {
        Mark::Line { points, width, .. } => around(points, i32::try_from(*width).unwrap() / 2),
        Mark::Area { points, .. } => around(points, 0),
        Mark::Disc { center, radius, .. } => around(&[*center], i32::try_from(*radius).unwrap()),
        Mark::Text { text, at: (x, y), anchor, size, ink } => {
            let size = u16::try_from(*size).unwrap();
            let width = metrics::width(text, size, ink.is_bold());
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - width / 2,
                Anchor::End => x - width,
            };
            let size = i32::from(size);
            [left, y - size * ABOVE / 100, left + width, y + size * BELOW / 100]
        }
    }
}

fn overlap([a, b, c, d]: Area, [left, top, right, bottom]: Area) -> bool {
    a < right && left < c && b < bottom && top < d
}

/// Whether a line, as thin as it can be, runs through an area.
fn runs_through(points: &[(i32, i32)], area: Area) -> bool {
    points.windows(2).any(|pair| {
        let [(ax, ay), (bx, by)] = [pair[0], pair[1]].map(|(x, y)| (f64::from(x), f64::from(y)));
        let [left, top, right, bottom] = area.map(f64::from);
        // Liang and Barsky: the part of the segment that is inside on each side in turn.
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (p, q) in [
            (ax - bx, ax - left),
            (bx - ax, right - ax),
            (ay - by, ay - top),
            (by - ay, bottom - ay),
        ] {
            if p == 0.0 && q <= 0.0 {
                return false;
            } else if p < 0.0 {
                from = from.max(q / p);
            } else if p > 0.0 {
                to = to.min(q / p);
            }
        }
        from < to
    })
}

fn is_text(mark: &Mark) -> bool {
    matches!(mark, Mark::Text { .. })
}

/// What is wrong with a picture, in words.
fn faults(plot: &Plot) -> Vec<String> {
    let scene = &plot.scene;
    let (width, height) =
        (i32::try_from(scene.width).unwrap(), i32::try_from(scene.height).unwrap());
    let marks: Vec<&Mark> = scene.all().collect();
    let mut faults = Vec::new();
    for mark in &marks {
        let [left, top, right, bottom] = area(mark);
        if left < 0 || top < 0 || right > width || bottom > height {
            faults.push(format!("{mark:?} leaves the picture of {width}×{height}"));
        }
    }
    for (index, one) in marks.iter().enumerate() {
        for other in &marks[index + 1..] {
            if is_text(one) && is_text(other) {
                if overlap(area(one), area(other)) {
                    faults.push(format!("{one:?} overlaps {other:?}"));
                }
                continue;
            }
            let (text, mark) = if is_text(one) { (one, other) } else { (other, one) };
            let is_hidden = match (is_text(text), text.ink(), mark.ink()) {
                (false, Ink::Badge(a), Ink::Badge(b)) => a != b && overlap(area(one), area(other)),
                (false, ..)
                // It is written on the mark.
                | (true, Ink::OnTerm(_), _)
                // The outline is drawn around the loss.
                | (true, Ink::Text, Ink::OneHot)
                // The values of the terms stand on the bar of their sum.
                | (true, Ink::TermText(_), Ink::InnerSum)
                | (true, _, Ink::Grid) => false,
                _ => match mark {
                    // An area around all of a line would be more than it covers.
                    Mark::Line { points, width, ink } if !matches!(ink, Ink::Badge(_)) => {
                        let half = i32::try_from(*width).unwrap() / 2;
                        let [left, top, right, bottom] = area(text);
                        let grown = [left - half, top - half, right + half, bottom + half];
                        runs_through(points, grown)
                    }
                    _ => overlap(area(text), area(mark)),
                },
            };
            if is_hidden {
                faults.push(format!("{one:?} and {other:?} hide each other"));
            }
        }
    }
    // What stands on a badge or a bar is not longer than that.
    for text in marks.iter().filter(|mark| matches!(mark.ink(), Ink::OnTerm(_))) {
        let [left, _, right, _] = area(text);
        let holds = |mark: &&&Mark| {
            let [a, b, c, d] = area(mark);
            let Mark::Text { at: (x, y), .. } = text else { return false };
            (a..=c).contains(x) && (b..=d).contains(y) && a <= left && right <= c
        };
        let grounds =
            marks.iter().filter(|mark| matches!(mark.ink(), Ink::Badge(_) | Ink::Term(_)));
        if grounds.filter(holds).count() == 0 {
            faults.push(format!("{text:?} is longer than what it stands on"));
        }
    }
    faults
}

#[track_caller]
fn assert_sound(plot: &Plot) {
    let faults = faults(plot);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(!plot.summary.is_empty() && !plot.summary.contains(['{', '}']), "{}", plot.summary);
    for row in &plot.table.rows {
        assert_eq!(row.len(), plot.table.columns.len());
        assert!(row.iter().all(|cell| !cell.contains("NaN")));
    }
}

/// Words of every kind, all without braces.
fn word() -> impl Strategy<Value = Rc<str>> {
    prop_oneof![
        4 => "[a-z]{1,9}",
        1 => "\\PC{1,12}",
        1 => "[א-ת]{1,30}",
        1 => "[؀-ۿ]{1,12}",
        1 => "W{200}|i{200}|[一-龥]{1,50}",
        1 => "(👩‍👩‍👧‍👦|🏳️‍🌈|👍🏽){1,9}",
        1 => "(a\u{301}\u{323}\u{308}\u{302}|क्षि){1,20}",
        1 => "[.,;:!?<>&\"'\u{202e}\u{200b}-]{1,4}",
    ]
    .prop_map(|word| word.replace(['{', '}'], "-"))
    .prop_filter("no candidate is blank", |word| !word.trim().is_empty())
    .prop_map(Rc::from)
}

fn probability() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => 0.0..=1.0,
        1 => Just(0.0),
        1 => Just(1.0),
        1 => 0.0..0.02,
        1 => 0.98..1.0,
        1 => Just(f64::from_bits(1)),
        1 => Just(1.0_f64.next_down()),
        1 => Just(0.25),
    ]
}

fn frame() -> impl Strategy<Value = Frame> {
    let size = prop_oneof![
        2 => (0..4000_u32, 0..3000_u32),
        3 => (160..800_u32, 100..400_u32),
        2 => (0..300_u32, 0..200_u32),
        1 => Just((240, 160)),
    ];
    let unit = prop::sample::select(&Unit::ALL[..]);
    let language = prop::sample::select(Language::ALL);
    (size, unit, language).prop_map(|((width, height), unit, language)| Frame {
        width,
        height,
        unit,
        language,
    })
}

fn report() -> impl Strategy<Value = Report> {
    let most = prop_oneof![Just(2_usize), Just(12), Just(40)];
    let sentence =
        most.prop_flat_map(move |most| prop::collection::vec((word(), probability()), 0..most));
    prop::collection::vec(sentence, 0..9).prop_map(|sentences: Vec<_>| report_of(&sentences))
}

fn report_of(sentences: &[Vec<(Rc<str>, f64)>]) -> Report {
    let sentence = |terms: &Vec<(Rc<str>, f64)>| {
        let terms = terms.iter().enumerate().map(|(index, (word, p))| {
            let position = Position::from_index(index).unwrap();
            Term::new(position, word.clone(), Probability::new(*p).unwrap())
        });
        Rc::new(SentenceReport::new(terms.collect()))
    };
    Report::new(sentences.iter().map(sentence).collect())
}

/// The terms of the sentences from one on, with numbers as in a large dataset.
fn in_sight(report: &Report, from: usize, before: usize) -> Vec<Numbered<'_>> {
    let terms = report.terms().filter(|(place, _)| place.sentence >= from);
    let mut terms = Numbered::all(terms);
    for term in &mut terms {
        term.number += before;
    }
    terms
}

fn prediction() -> impl Strategy<Value = Distribution> {
    let most = prop_oneof![Just(3_usize), Just(12), Just(60)];
    let rows =
        most.prop_flat_map(move |most| prop::collection::vec((word(), probability()), 1..=most));
    (rows, any::<bool>()).prop_map(|(rows, with_others)| {
        let total: f64 = rows.iter().map(|row| row.1).sum();
        let even = 1.0 / rows.len() as f64;
        let share = |p: f64| if total > 1e-9 { p / total } else { even };
        let mut listed: Vec<(Row, f64, bool)> = Vec::new();
        for (word, p) in &rows {
            let row = Row::Word(word.clone());
            match listed.iter_mut().find(|(known, ..)| *known == row) {
                Some((_, sum, _)) => *sum = (*sum + share(*p)).min(1.0),
                None => listed.push((row, share(*p).min(1.0), false)),
            }
        }
        if with_others {
            listed.push((Row::Others, 0.0, false));
        }
        Distribution::from_rows(listed).unwrap()
    })
}

/// A prediction and its target, which may be missing, or one that is not listed.
fn targeted() -> impl Strategy<Value = (Distribution, Option<Rc<str>>)> {
    (prediction(), any::<prop::sample::Index>(), 0..9_u8).prop_map(|(prediction, index, kind)| {
        let words: Vec<&Rc<str>> =
            prediction.candidates().iter().filter_map(|c| c.word()).collect();
        let target = match kind {
            0 => None,
            1 => Some(Rc::from("not listed")),
            _ => Some(words[index.index(words.len())].clone()),
        };
        (prediction, target)
    })
}

fn slopes(prediction: &Distribution, target: Option<&str>) -> Vec<f64> {
    let values: Vec<f64> = prediction.candidates().iter().map(|c| c.probability.value()).collect();
    let index = rows::index_of(prediction, target).unwrap_or_default();
    gradient(&smoothed_target(index, values.len(), 0.0), &values)
}

fn losses() -> impl Strategy<Value = Vec<f64>> {
    let loss = prop_oneof![
        6 => 0.0..5.0_f64,
        1 => Just(0.0),
        1 => Just(f64::INFINITY),
        1 => 0.0..1e-6_f64,
        1 => Just(1e12),
        1 => Just(f64::MAX),
    ];
    let usual = prop::collection::vec(0.0..5.0_f64, 0..60);
    prop_oneof![usual, prop::collection::vec(loss, 0..1200)]
}

proptest! {
    #[test]
    fn nothing_overlaps_on_the_loss_curve(
        report in report(), from in 0..3_usize, before in prop_oneof![Just(0_usize), Just(97), Just(19_990)],
        frame in frame(),
    ) {
        assert_sound(&loss_curve(&in_sight(&report, from, before), 1, frame));
    }

    #[test]
    fn nothing_overlaps_among_the_bars_of_terms(
        report in report(), from in 0..3_usize, before in prop_oneof![Just(0_usize), Just(97), Just(19_990)],
        frame in frame(),
    ) {
        assert_sound(&term_bars(&in_sight(&report, from, before), &report, frame));
    }

    #[test]
    fn nothing_overlaps_among_the_bars_of_a_prediction(
        (prediction, target) in targeted(), frame in frame(),
    ) {
        assert_sound(&prediction_bars(&prediction, target.as_deref(), frame));
    }

    #[test]
    fn nothing_overlaps_among_the_bars_of_a_gradient(
        (prediction, target) in targeted(), factor in prop_oneof![Just(1.0), Just(-1.0), Just(2.5), Just(1e9)],
        frame in frame(),
    ) {
        let slopes = slopes(&prediction, target.as_deref());
        let slopes: Vec<f64> = slopes.into_iter().map(|slope| slope * factor).collect();
        assert_sound(&gradient_bars(&prediction, &slopes, target.as_deref(), frame));
    }

    #[test]
    fn nothing_overlaps_on_the_trace_of_a_loss(
        losses in losses(), first in prop_oneof![Just(0_usize), Just(1), Just(123_456_789)],
        is_mean: bool, is_training: bool, frame in frame(),
    ) {
        let traced = if is_mean { Traced::CrossEntropy } else { Traced::Loss };
        let over = if is_training { Over::Steps } else { Over::Edits };
        assert_sound(&loss_trace(&Trace { losses: &losses, first, traced, over }, frame));
    }
}
