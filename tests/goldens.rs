//! The core's mathematics, held against PyTorch's: `goldens/README.md` says where the numbers come
//! from.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeSet, num::ParseFloatError, rc::Rc, sync::LazyLock};

use masklab::core::{
    math::{
        Probability, cross_entropy, cross_entropy_from_logits, entropy, gradient, kl_divergence,
        log_softmax, mean_loss, smoothed_target, softmax, step, sum,
    },
    objective::{Reduction, Report, SentenceReport, Term},
    text::Position,
};
use serde::Deserialize;

/// How far two results may be apart, relative to the greater one.
const RELATIVE: f64 = 1e-12;

/// The floor of what is computed without cancellation: only where the doubles themselves lose
/// digits, below 2⁻¹⁰²², may the relative error be greater.
const EXACT: f64 = f64::MIN_POSITIVE;

/// The floor of what can be a small difference of numbers around 1: p − y, or log p where p is
/// almost 1. Both sides then only know it to a few units in the last place of 1.
const AROUND_1: f64 = 4.0 * f64::EPSILON;

/// A number of PyTorch's; NaN where it finds none, and where the core says `None`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Written")]
struct Number(f64);

/// JSON has no infinities and no NaN: they are strings.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Finite(f64),
    Word(String),
}

impl TryFrom<Written> for Number {
    type Error = ParseFloatError;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match written {
            Written::Finite(value) => Ok(Self(value)),
            Written::Word(word) => word.parse().map(Self),
        }
    }
}

#[derive(Deserialize)]
struct Goldens {
    cross_entropy: Vec<BatchCase>,
    descent: Vec<DescentCase>,
    softmax: Vec<SoftmaxCase>,
    entropy: Vec<EntropyCase>,
    soft: Vec<SoftCase>,
    divergence: Vec<DivergenceCase>,
}

#[derive(Deserialize)]
struct BatchCase {
    name: String,
    logits: Vec<Vec<Number>>,
    /// `None` is ignored.
    targets: Vec<Option<usize>>,
    smoothing: f64,
    losses: Vec<Number>,
    sum: Number,
    mean: Number,
    perplexity: Number,
    gradient_of_sum: Option<Vec<Vec<Number>>>,
    gradient_of_mean: Option<Vec<Vec<Number>>>,
}

#[derive(Deserialize)]
struct DescentCase {
    name: String,
    logits: Vec<Vec<Number>>,
    targets: Vec<Option<usize>>,
    smoothing: f64,
    reduction: String,
    rate: f64,
    /// Before each step, and after the last.
    losses: Vec<Number>,
    after: Vec<Vec<Number>>,
}

#[derive(Deserialize)]
struct SoftmaxCase {
    name: String,
    logits: Vec<Number>,
    temperature: f64,
    softmax: Vec<Number>,
    log_softmax: Vec<Number>,
}

#[derive(Deserialize)]
struct EntropyCase {
    name: String,
    logits: Vec<Number>,
    entropy: Number,
}

/// Logits against the softmax of other logits.
#[derive(Deserialize)]
struct SoftCase {
    name: String,
    target: Vec<Number>,
    logits: Vec<Number>,
    kl: Number,
    cross_entropy: Number,
    gradient: Vec<Number>,
}

#[derive(Deserialize)]
struct DivergenceCase {
    name: String,
    target: Vec<Number>,
    prediction: Vec<Number>,
    kl: Number,
}

static GOLDENS: LazyLock<Goldens> =
    LazyLock::new(|| serde_json::from_str(include_str!("goldens/goldens.json")).unwrap());

fn values(numbers: &[Number]) -> Vec<f64> {
    numbers.iter().map(|number| number.0).collect()
}

fn rows(numbers: &[Vec<Number>]) -> Vec<Vec<f64>> {
    numbers.iter().map(|row| values(row)).collect()
}

/// Holds a number of ours against PyTorch's: |a − b| ≤ 10⁻¹² max(|a|, |b|) + floor.
#[track_caller]
fn assert_close(case: &str, what: &str, ours: Option<f64>, theirs: Number, floor: f64) {
    let theirs = theirs.0;
    let close = match ours {
        None => theirs.is_nan(),
        // Also two infinities of the same sign, whose difference is NaN.
        Some(ours) if ours == theirs => true,
        Some(ours) => {
            let tolerance = RELATIVE * ours.abs().max(theirs.abs()) + floor;
            tolerance.is_finite() && (ours - theirs).abs() <= tolerance
        }
    };
    assert!(close, "{case}: {what} is {ours:?}, and {theirs:e} in PyTorch");
}

/// Holds a row of ours against PyTorch's; `None` where that is NaN throughout.
#[track_caller]
fn assert_row(case: &str, what: &str, ours: Option<&[f64]>, theirs: &[Number], floor: f64) {
    if let Some(ours) = ours {
        assert_eq!(ours.len(), theirs.len(), "{case}: {what}");
    }
    for (index, &theirs) in theirs.iter().enumerate() {
        assert_close(case, &format!("{what}[{index}]"), ours.map(|row| row[index]), theirs, floor);
    }
}

/// The loss of each prediction of a batch: `Some(None)` where it is ignored, `None` where one that
/// counts has no softmax.
fn losses(
    logits: &[Vec<f64>],
    targets: &[Option<usize>],
    smoothing: f64,
) -> Option<Vec<Option<f64>>> {
    let items = logits.iter().zip(targets);
    let losses = items.map(|(logits, &target)| {
        target
            .map(|target| {
                let y = smoothed_target(target, logits.len(), smoothing);
                cross_entropy_from_logits(&y, logits)
            })
            .map_or(Some(None), |loss| loss.map(Some))
    });
    losses.collect()
}

fn summed(losses: &[Option<f64>]) -> f64 {
    sum(losses.iter().flatten().copied())
}

fn counted(targets: &[Option<usize>]) -> f64 {
    targets.iter().flatten().count() as f64
}

#[test]
fn the_goldens_are_many_and_reach_the_edges() {
    let goldens = &*GOLDENS;
    let batches = &goldens.cross_entropy;
    let mut names = BTreeSet::new();
    names.extend(batches.iter().map(|case| ("cross_entropy", &case.name)));
    names.extend(goldens.descent.iter().map(|case| ("descent", &case.name)));
    names.extend(goldens.softmax.iter().map(|case| ("softmax", &case.name)));
    names.extend(goldens.entropy.iter().map(|case| ("entropy", &case.name)));
    names.extend(goldens.soft.iter().map(|case| ("soft", &case.name)));
    names.extend(goldens.divergence.iter().map(|case| ("divergence", &case.name)));
    let edges = names.iter().filter(|(_, name)| name.starts_with("edge: ")).count();
    assert!(names.len() - edges >= 300, "{} random cases", names.len() - edges);
    assert!(edges >= 200, "{edges} edge cases");

    assert!(batches.iter().any(|case| case.sum.0 == f64::INFINITY));
    assert!(batches.iter().any(|case| case.sum.0 == 0.0 && case.mean.0.is_nan()));
    assert!(batches.iter().any(|case| case.gradient_of_sum.is_some()));
    assert!(batches.iter().any(|case| case.gradient_of_mean.is_some()));
    for smoothing in [0.0, 0.1, 1.0] {
        let ignoring =
            |case: &&BatchCase| case.targets.contains(&None) && counted(&case.targets) > 0.0;
        let mut cases = batches.iter().filter(ignoring);
        assert!(cases.any(|case| case.smoothing == smoothing), "{smoothing}");
    }
    for group in ["softmax", "entropy", "soft", "divergence", "descent"] {
        assert!(names.iter().filter(|(of, _)| *of == group).count() >= 8, "{group}");
    }
}

#[test]
fn softmax_and_log_softmax_agree() {
    for case in &GOLDENS.softmax {
        let logits = values(&case.logits);
        let probabilities = softmax(&logits, case.temperature);
        let logs = log_softmax(&logits, case.temperature);
        assert_row(&case.name, "softmax", probabilities.as_deref(), &case.softmax, EXACT);
        assert_row(&case.name, "log_softmax", logs.as_deref(), &case.log_softmax, AROUND_1);
    }
}

#[test]
fn the_loss_agrees_under_every_reduction() {
    for case in &GOLDENS.cross_entropy {
        let name = &case.name;
        let losses = losses(&rows(&case.logits), &case.targets, case.smoothing);
        for (index, &theirs) in case.losses.iter().enumerate() {
            // PyTorch writes 0 for an ignored target.
            let ours = losses.as_ref().map(|losses| losses[index].unwrap_or(0.0));
            assert_close(name, &format!("losses[{index}]"), ours, theirs, AROUND_1);
        }
        // A sum of rounding errors.
        let floor = AROUND_1 * case.targets.len() as f64;
        assert_close(name, "sum", losses.as_deref().map(summed), case.sum, floor);
        let mean = losses.as_deref().and_then(mean_loss);
        assert_close(name, "mean", mean, case.mean, AROUND_1);
        assert_close(name, "perplexity", mean.map(libm::exp), case.perplexity, EXACT);
    }
}

/// The report of one sentence whose selected positions are the targets that count; `None` where it
/// cannot say the case, since the targets are smooth or a probability is too small for a number.
fn report(case: &BatchCase) -> Option<Report> {
    if case.smoothing != 0.0 {
        return None;
    }
    let mut terms = Vec::new();
    for (index, (logits, target)) in case.logits.iter().zip(&case.targets).enumerate() {
        let Some(target) = *target else { continue };
        let logits = values(logits);
        let probability = softmax(&logits, 1.0)?[target];
        if probability < f64::MIN_POSITIVE && logits[target].is_finite() {
            return None;
        }
        let position = Position::from_index(index).unwrap();
        terms.push(Term::new(position, "word".into(), Probability::new(probability).unwrap()));
    }
    Some(Report::new(vec![Rc::new(SentenceReport::new(terms))]))
}

#[test]
fn the_report_agrees_where_targets_are_words() {
    let mut compared = 0;
    for case in &GOLDENS.cross_entropy {
        let Some(report) = report(case) else { continue };
        compared += 1;
        let name = &case.name;
        for (place, term) in report.terms() {
            let index = place.position.index();
            let what = format!("term {index}");
            assert_close(name, &what, Some(term.log_prob.loss()), case.losses[index], AROUND_1);
        }
        let floor = AROUND_1 * case.targets.len() as f64;
        assert_close(name, "L", report.reduced(Reduction::Sum), case.sum, floor);
        for reduction in [Reduction::MeanOverPositions, Reduction::MeanOfMeans] {
            let mean = report.reduced(reduction);
            assert_close(name, reduction.name(), mean, case.mean, AROUND_1);
        }
        assert_close(name, "perplexity", report.perplexity(), case.perplexity, EXACT);
    }
    assert!(compared >= 60, "{compared}");
}

/// Holds p − y, times a factor, against the gradients that PyTorch finds backwards.
fn assert_gradients(case: &BatchCase, what: &str, factor: f64, theirs: &[Vec<Number>]) {
    assert_eq!(theirs.len(), case.logits.len(), "{}: {what}", case.name);
    for (index, (logits, theirs)) in case.logits.iter().zip(theirs).enumerate() {
        let logits = values(logits);
        let Some(target) = case.targets[index] else {
            assert!(theirs.iter().all(|slope| slope.0 == 0.0), "{}: {what}[{index}]", case.name);
            continue;
        };
        let y = smoothed_target(target, logits.len(), case.smoothing);
        let slopes = softmax(&logits, 1.0).map(|p| gradient(&y, &p));
        for (class, &theirs) in theirs.iter().enumerate() {
            let ours = slopes.as_ref().map(|slopes| factor * slopes[class]);
            // Where y is 0, the entry is p, and nothing cancels.
            let floor = if y[class] == 0.0 { EXACT } else { AROUND_1 };
            assert_close(&case.name, &format!("{what}[{index}][{class}]"), ours, theirs, floor);
        }
    }
}

#[test]
fn gradients_agree() {
    for case in &GOLDENS.cross_entropy {
        if let Some(theirs) = &case.gradient_of_sum {
            assert_gradients(case, "gradient of the sum", 1.0, theirs);
        }
        if let Some(theirs) = &case.gradient_of_mean {
            // With all ignored, nothing is divided by this.
            let factor = 1.0 / counted(&case.targets);
            assert_gradients(case, "gradient of the mean", factor, theirs);
        }
    }
}

#[test]
fn steps_down_the_gradient_agree() {
    for case in &GOLDENS.descent {
        let name = &case.name;
        let mut logits = rows(&case.logits);
        let eta = match case.reduction.as_str() {
            "sum" => case.rate,
            "mean" => case.rate / counted(&case.targets),
            other => panic!("{name}: the reduction {other}"),
        };
        let Some((&last, before)) = case.losses.split_last() else { panic!("{name}: no losses") };
        let loss = |logits: &[Vec<f64>]| {
            let losses = losses(logits, &case.targets, case.smoothing).unwrap();
            if case.reduction == "sum" { Some(summed(&losses)) } else { mean_loss(&losses) }
        };
        for (index, &theirs) in before.iter().enumerate() {
            let what = format!("loss before step {}", index + 1);
            assert_close(name, &what, loss(&logits), theirs, AROUND_1);
            for (row, target) in logits.iter_mut().zip(&case.targets) {
                let Some(target) = *target else { continue };
                let y = smoothed_target(target, row.len(), case.smoothing);
                *row = step(row, &y, eta).unwrap();
            }
        }
        assert_close(name, "loss after the last step", loss(&logits), last, AROUND_1);
        assert_eq!(logits.len(), case.after.len(), "{name}");
        for (index, (ours, theirs)) in logits.iter().zip(&case.after).enumerate() {
            assert_row(name, &format!("logits[{index}]"), Some(ours), theirs, AROUND_1);
        }
    }
}

#[test]
fn entropy_agrees() {
    for case in &GOLDENS.entropy {
        let distribution = softmax(&values(&case.logits), 1.0).unwrap();
        assert_close(&case.name, "entropy", Some(entropy(&distribution)), case.entropy, AROUND_1);
    }
}

#[test]
fn the_divergence_agrees() {
    for case in &GOLDENS.divergence {
        let kl = kl_divergence(&values(&case.target), &values(&case.prediction));
        assert_close(&case.name, "KL", Some(kl), case.kl, AROUND_1);
    }
}

#[test]
fn what_is_measured_against_a_distribution_agrees() {
    for case in &GOLDENS.soft {
        let name = &case.name;
        let logits = values(&case.logits);
        let y = softmax(&values(&case.target), 1.0).unwrap();
        let p = softmax(&logits, 1.0).unwrap();
        let from_logits = cross_entropy_from_logits(&y, &logits);
        assert_close(name, "cross-entropy of logits", from_logits, case.cross_entropy, AROUND_1);
        assert_row(name, "gradient", Some(&gradient(&y, &p)), &case.gradient, AROUND_1);
        // Probabilities that are too small for a number say nothing of these two.
        if p.iter().all(|&p| p >= f64::MIN_POSITIVE) {
            let from_probabilities = Some(cross_entropy(&y, &p));
            assert_close(name, "cross-entropy", from_probabilities, case.cross_entropy, AROUND_1);
            assert_close(name, "KL", Some(kl_divergence(&y, &p)), case.kl, AROUND_1);
        }
    }
}
