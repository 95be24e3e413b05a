//! Whatever is drawn at whatever size: no text covers another or what the picture is about, and
//! nothing leaves the picture.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::core::{
    math::{Distribution, Probability, Row, Unit, gradient, smoothed_target},
    messages::Language,
    objective::{Numbered, Report, SentenceReport, Term},
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
                // It is written on that part of the bar.
                (true, Ink::Text, Ink::OtherWord) => {
                    let ([left, _, right, _], [from, _, to, _]) = (area(text), area(mark));
                    overlap(area(text), area(mark)) && !(from <= left && right <= to)
                }
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
        let [left, top, right, bottom] = area(text);
        let holds = |mark: &&&Mark| {
            let ground = area(mark);
            let middle = top.midpoint(bottom);
            ground[0] <= left && right <= ground[2] && (ground[1]..=ground[3]).contains(&middle)
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
}

#[track_caller]
fn assert_legible(table: &Table) {
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len());
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
        let terms = in_sight(&report, from, before);
        assert_sound(&loss_curve(&terms, 1, frame));
        assert_legible(&tables::loss_curve(&terms, frame));
    }

    #[test]
    fn nothing_overlaps_among_the_bars_of_terms(
        report in report(), from in 0..3_usize, before in prop_oneof![Just(0_usize), Just(97), Just(19_990)],
        frame in frame(),
    ) {
        let terms = in_sight(&report, from, before);
        assert_sound(&term_bars(&terms, &report, frame));
        assert_legible(&tables::term_bars(&terms, &report, frame));
    }

    #[test]
    fn nothing_overlaps_among_the_bars_of_a_prediction(
        (prediction, target) in targeted(), frame in frame(),
    ) {
        assert_sound(&prediction_bars(&prediction, target.as_deref(), frame));
        assert_legible(&tables::prediction_bars(&prediction, target.as_deref(), frame));
    }

    #[test]
    fn nothing_overlaps_among_the_bars_of_a_gradient(
        (prediction, target) in targeted(), factor in prop_oneof![Just(1.0), Just(-1.0), Just(2.5), Just(1e9)],
        frame in frame(),
    ) {
        let slopes = slopes(&prediction, target.as_deref());
        let slopes: Vec<f64> = slopes.into_iter().map(|slope| slope * factor).collect();
        assert_sound(&gradient_bars(&prediction, &slopes, target.as_deref(), frame));
        assert_legible(&tables::gradient_bars(&prediction, &slopes, target.as_deref(), frame));
    }

    #[test]
    fn nothing_overlaps_among_the_bars_of_models(
        predictions in prop::collection::vec((word(), targeted()), 0..6), frame in frame(),
    ) {
        let target = predictions.first().and_then(|(_, (_, target))| target.as_deref());
        let models: Vec<Predicted<'_>> = predictions
            .iter()
            .map(|(model, (prediction, _))| Predicted { model, prediction })
            .collect();
        assert_sound(&model_bars(&models, target, frame));
        assert_legible(&tables::model_bars(&models, frame));
    }

    #[test]
    fn nothing_overlaps_on_the_trace_of_a_loss(
        losses in losses(), first in prop_oneof![Just(0_usize), Just(1), Just(123_456_789)],
        is_mean: bool, is_training: bool, frame in frame(),
    ) {
        let traced = if is_mean { Traced::CrossEntropy } else { Traced::Loss };
        let over = if is_training { Over::Steps } else { Over::Edits };
        let trace = Trace { losses: &losses, first, traced, over };
        assert_sound(&loss_trace(&trace, frame));
        assert_legible(&tables::loss_trace(&trace, frame));
    }
}

/// The frames in which the pictures of a lesson must show all that they are for.
fn frames() -> Vec<Frame> {
    let mut frames = Vec::new();
    for (width, height) in [(240, 160), (390, 200), (640, 360), (1280, 480)] {
        for unit in Unit::ALL {
            for &language in Language::ALL {
                frames.push(Frame { width, height, unit, language });
            }
        }
    }
    frames
}

fn lesson() -> Report {
    let word = |word: &str, p: f64| (Rc::from(word), p);
    let sentences = [vec![word("brown", 0.7), word("dog", 0.0)], vec![], vec![word("apple", 0.5)]];
    report_of(&sentences)
}

fn course() -> Distribution {
    Distribution::new([("brown", 0.7), ("red", 0.2), ("lazy", 0.1)].map(|(w, p)| (w.into(), p)))
        .unwrap()
}

/// Every plot of the lesson in a frame.
fn plots(frame: Frame) -> [Plot; 5] {
    let (report, course) = (lesson(), course());
    let terms = Numbered::all(report.terms());
    let slopes = slopes(&course, Some("brown"));
    let losses = [1.2, f64::INFINITY, 0.8, 0.3567];
    let (traced, over) = (Traced::CrossEntropy, Over::Steps);
    [
        loss_curve(&terms, 0, frame),
        term_bars(&terms, &report, frame),
        prediction_bars(&course, Some("brown"), frame),
        gradient_bars(&course, &slopes, Some("brown"), frame),
        loss_trace(&Trace { losses: &losses, first: 1, traced, over }, frame),
    ]
}

fn texts(plot: &Plot) -> Vec<&str> {
    let mut texts = Vec::new();
    for mark in plot.scene.all() {
        if let Mark::Text { text, .. } = mark {
            texts.push(text.as_str());
        }
    }
    texts
}

#[test]
fn a_small_picture_shows_what_it_is_for() {
    for frame in frames() {
        for plot in plots(frame) {
            assert!(!plot.scene.still.is_empty() && !plot.scene.marks.is_empty(), "{frame:?}");
            assert!(texts(&plot).len() >= 5, "{frame:?}: {:?}", texts(&plot));
            assert_sound(&plot);
        }
    }
}

#[test]
fn no_room_is_no_picture_and_no_panic() {
    let sides = [0, 1, 7, 16, 23, 30, 61, 100, 4000, u32::MAX];
    for (width, height) in sides.into_iter().flat_map(|width| sides.map(|height| (width, height))) {
        for plot in plots(Frame::new(width, height)) {
            assert_sound(&plot);
        }
    }
}

#[test]
fn what_stays_is_the_same_while_a_slider_moves() {
    let frame = Frame::new(400, 240);
    let still = |p: f64| {
        let report = report_of(&[vec![("brown".into(), p), ("red".into(), 0.9)]]);
        let terms = Numbered::all(report.terms());
        let rest = 1.0 - p;
        let words = [("brown", p), ("red", rest / 2.0), ("lazy", rest / 2.0)];
        let prediction = Distribution::new(words.map(|(w, p)| (w.into(), p))).unwrap();
        let slopes = slopes(&prediction, Some("brown"));
        [
            loss_curve(&terms, 0, frame).scene.still,
            prediction_bars(&prediction, Some("brown"), frame).scene.still,
            gradient_bars(&prediction, &slopes, Some("brown"), frame).scene.still,
        ]
    };
    for p in [0.03, 0.3, 0.31, 0.999] {
        assert!(still(p) == still(0.5), "at {p}");
    }
    // Below the end of the axis, another axis is drawn.
    assert!(still(0.001)[0] != still(0.5)[0]);
}

#[test]
fn the_course_item_is_told_in_both_languages() {
    let summaries = |language| {
        let frame = Frame { language, ..Frame::new(400, 240) };
        plots(frame).map(|plot| plot.summary)
    };
    let [curve, terms, prediction, gradient, trace] = summaries(Language::English);
    assert!(curve.contains("“brown” at probability 0.700 costs 0.3567 nats"), "{curve}");
    assert!(terms.contains("sentence 1: −∞; sentence 3: −0.6931"), "{terms}");
    assert!(terms.ends_with("The longest bar is that of “dog”, −∞ nats."), "{terms}");
    assert!(prediction.contains("“brown”, a probability of 0.700"), "{prediction}");
    assert!(prediction.contains("of all others “red” the most, 0.200;"), "{prediction}");
    assert!(prediction.ends_with("−log p = 0.3567 nats."), "{prediction}");
    assert!(gradient.contains("−0.300 for the target “brown”"), "{gradient}");
    assert!(gradient.ends_with("“red” with 0.200."), "{gradient}");
    let expected = "Mean cross-entropy: from 1.2000 nats at step 1 to 0.3567 nats at step 4.";
    assert_eq!(trace, expected);
    let [curve, terms, prediction, gradient, trace] = summaries(Language::German);
    assert!(curve.contains("„brown“ mit Wahrscheinlichkeit 0,700 kostet 0,3567 Nat"), "{curve}");
    assert!(terms.contains("Satz 3: −0,6931"), "{terms}");
    assert!(prediction.ends_with("−log p = 0,3567 Nat."), "{prediction}");
    assert!(gradient.ends_with("das von „red“ mit 0,200."), "{gradient}");
    assert!(trace.contains("bei Schritt 1 auf 0,3567 Nat bei Schritt 4"), "{trace}");
}

#[test]
fn the_unit_is_that_of_the_axis_and_of_the_numbers() {
    let frame = Frame { unit: Unit::Bits, ..Frame::new(640, 360) };
    let [curve, terms, prediction, ..] = plots(frame);
    assert!(texts(&curve).contains(&"−log₂ p, in bits"), "{:?}", texts(&curve));
    assert!(texts(&terms).contains(&"log₂ p, in bits"), "{:?}", texts(&terms));
    assert!(texts(&prediction).contains(&"−log₂ p = 0.5146"), "{:?}", texts(&prediction));
    let report = lesson();
    let table = tables::loss_curve(&Numbered::all(report.terms()), frame);
    assert_eq!(table.columns[3], "−log₂ p, in bits");
    assert_eq!(table.rows[2], ["3", "apple", "0.500", "1.0000"]);
}

/// The areas of a picture in an ink, from left to right.
fn bars(plot: &Plot, ink: Ink) -> Vec<Area> {
    let is_bar = |mark: &&Mark| matches!(mark, Mark::Area { .. }) && mark.ink() == ink;
    let mut bars: Vec<Area> = plot.scene.marks.iter().filter(is_bar).map(area).collect();
    bars.sort_unstable();
    bars
}

#[test]
fn a_bar_is_as_long_as_its_number() {
    let frame = Frame::new(640, 360);
    let length = |bars: Vec<Area>| f64::from(bars[0][2] - bars[0][0]);
    let [_, _, prediction, gradient, _] = plots(frame);
    let (p, y) = (bars(&prediction, Ink::Term(0)), prediction.scene.marks.iter());
    let outline = y.filter(|mark| mark.ink() == Ink::OneHot).map(area).map(|a| a[2] - a[0]).max();
    let share = length(p) / f64::from(outline.unwrap());
    assert!((share - 0.7).abs() < 0.01, "{share}");
    let (target, rival) = (bars(&gradient, Ink::Term(0)), bars(&gradient, Ink::Bar));
    assert!(target[0][2] == rival[0][0], "the target's bar is left of 0, the others right of it");
    assert!((length(target) / length(rival) - 1.5).abs() < 0.05);

    let report = report_of(&[vec![("a".into(), 0.5), ("b".into(), 0.25)], vec![("c".into(), 0.5)]]);
    let terms = term_bars(&Numbered::all(report.terms()), &report, frame);
    let height = |bars: Vec<Area>, index: usize| f64::from(bars[index][3] - bars[index][1]);
    let unit = height(bars(&terms, Ink::Term(0)), 0);
    let times = |ink, index| (height(bars(&terms, ink), index) / unit).round();
    assert_eq!(times(Ink::Term(1), 0), 2.0);
    assert_eq!((times(Ink::InnerSum, 0), times(Ink::InnerSum, 1)), (3.0, 1.0));
    assert_eq!(times(Ink::OuterSum, 0), 4.0);
}

#[test]
fn what_is_infinite_or_much_longer_is_drawn_broken() {
    let [_, terms, ..] = plots(Frame::new(640, 360));
    // The bar and what is left of it beyond the gap.
    assert_eq!(bars(&terms, Ink::Term(1)).len(), 2);
    assert_eq!(bars(&terms, Ink::Term(0)).len(), 1);
    assert_eq!(texts(&terms).iter().filter(|text| **text == "−∞").count(), 3);

    let report = report_of(&vec![vec![("a".into(), 0.5)]; 100]);
    let all = Numbered::all(report.terms());
    let terms = term_bars(&all[..2], &report, Frame::new(640, 360));
    assert_eq!(bars(&terms, Ink::OuterSum).len(), 2);
    assert_eq!(bars(&terms, Ink::InnerSum).len(), 2);
    assert!(texts(&terms).contains(&"−69.3147"), "{:?}", texts(&terms));
    assert!(terms.summary.ends_with("“a”, −0.6931 nats."), "{}", terms.summary);
}

#[test]
fn where_there_are_too_many_candidates_the_summary_says_so_and_the_table_has_all() {
    let words = (0..40).map(|index| Rc::from(format!("w{index}")));
    let prediction = Distribution::evenly(words).unwrap();
    let plot = prediction_bars(&prediction, Some("w39"), Frame::new(400, 200));
    let drawn = texts(&plot).iter().filter(|text| text.starts_with('w')).count();
    assert!(texts(&plot).contains(&"w39") && drawn < 40);
    let expected = format!(" {} of the least probable words are not drawn.", 40 - drawn);
    assert!(plot.summary.ends_with(&expected), "{}", plot.summary);
    let table = tables::prediction_bars(&prediction, Some("w39"), Frame::new(400, 200));
    assert_eq!(table.rows.len(), 40);
    assert_eq!(table.rows[39], ["w39", "0.025", "1"]);
    let high = Frame::new(400, height_for_rows(40));
    assert!(!prediction_bars(&prediction, Some("w39"), high).summary.contains("not drawn"));
}

#[test]
fn without_a_target_there_is_nothing_to_compare_with() {
    let plot = prediction_bars(&course(), None, Frame::new(400, 200));
    assert!(plot.scene.all().all(|mark| mark.ink() != Ink::OneHot && mark.ink().term().is_none()));
    assert_eq!(bars(&plot, Ink::Bar).len(), 3);
    assert_eq!(tables::prediction_bars(&course(), None, Frame::new(400, 200)).columns.len(), 2);
    let plot = gradient_bars(&course(), &[], None, Frame::new(400, 200));
    let table = tables::gradient_bars(&course(), &[], None, Frame::new(400, 200));
    assert_eq!((plot.scene.all().count(), table.rows.len()), (0, 0));
    assert!(plot.summary.contains("still to be given"), "{}", plot.summary);
}

#[test]
fn of_each_models_bar_the_targets_part_comes_first_and_alone_is_coloured() {
    let of = |words: &[(&str, f64)]| {
        Distribution::new(words.iter().map(|&(word, p)| (word.into(), p))).unwrap()
    };
    let (one, other) = (course(), of(&[("dog", 0.5), ("brown", 0.25), ("cat", 0.25)]));
    let models =
        [("A", &one), ("B", &other)].map(|(model, prediction)| Predicted { model, prediction });
    let frame = Frame::new(640, height_for_models(2));
    let plot = model_bars(&models, Some("brown"), frame);
    let (target, others) = (bars(&plot, Ink::Term(0)), bars(&plot, Ink::OtherWord));
    assert_eq!((target.len(), others.len()), (2, 4));
    // The parts begin where the bar begins, and are as long as p; then the others follow.
    let [[a, _, b, _], [c, _, d, _]] = [target[0], target[1]];
    assert_eq!(a.max(c), a.min(c));
    assert!(
        (f64::from(b - a) / f64::from(d - c) - 0.7 / 0.25).abs() < 0.01
            || (f64::from(d - c) / f64::from(b - a) - 0.7 / 0.25).abs() < 0.01
    );
    assert!(others.iter().all(|[from, ..]| *from >= b.min(d)));
    assert!(texts(&plot).contains(&"brown 0.700") && texts(&plot).contains(&"dog 0.500"));
    assert_eq!(
        plot.summary,
        "Of each model’s bar only the part of the target “brown” counts: A gives it 0.700; B gives it 0.250."
    );
    let table = tables::model_bars(&models, frame);
    assert_eq!(table.columns, ["Word", "A", "B"]);
    assert_eq!(table.rows[0], ["brown", "0.700", "0.250"]);
    assert_eq!(table.rows[3], ["dog", "—", "0.500"]);
    // Three do not fit where there is room for two.
    let three = [models[0], models[1], models[0]];
    assert_eq!(bars(&model_bars(&three, Some("brown"), frame), Ink::Term(0)).len(), 2);
}

#[test]
fn a_trace_of_nothing_has_axes_alone_and_one_value_is_a_point() {
    let frame = Frame::new(400, 200);
    let (traced, over) = (Traced::Loss, Over::Edits);
    let trace = |losses: &[f64]| loss_trace(&Trace { losses, first: 7, traced, over }, frame);
    let lines = |plot: &Plot| plot.scene.marks.iter().filter(|m| m.ink() == Ink::Trace).count();
    let none = trace(&[]);
    assert!(none.scene.marks.is_empty() && !none.scene.still.is_empty());
    assert_eq!(none.summary, "Loss L: there is no value yet.");
    let one = trace(&[0.5]);
    assert_eq!((lines(&one), one.scene.marks[0].ink()), (0, Ink::Newest));
    assert_eq!(one.summary, "Loss L: 0.5000 nats at edit 7, the only value so far.");
    let many = trace(&[0.5, 0.25, 0.75]);
    assert_eq!(lines(&many), 1);
    assert!(many.summary.ends_with("The lowest is 0.2500 nats at edit 8."), "{}", many.summary);
    let losses = [0.5, 0.25, 0.75];
    let table = tables::loss_trace(&Trace { losses: &losses, first: 7, traced, over }, frame);
    assert_eq!(table.rows[2], ["9", "0.7500"]);
    assert!(texts(&trace(&[0.5, f64::INFINITY])).contains(&"∞"));
}

#[test]
fn a_term_has_the_number_of_the_whole_dataset_and_the_index_of_the_list() {
    let report = lesson();
    let terms = in_sight(&report, 2, 19_990);
    for plot in [
        loss_curve(&terms, 0, Frame::new(640, 360)),
        term_bars(&terms, &report, Frame::new(640, 360)),
    ] {
        assert!(texts(&plot).contains(&"19991"), "{:?}", texts(&plot));
        let indices: Vec<usize> = plot.scene.marks.iter().filter_map(|m| m.ink().term()).collect();
        assert!(!indices.is_empty() && indices.iter().all(|index| *index == 0));
    }
}
