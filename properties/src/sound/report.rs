//! What holds for every report.

use masklab::core::{
    document::Document,
    math::{Probability, number},
    messages::Language,
    objective::{Quantity, QuantityKind, Reduction, Report},
};

/// A report tells of each selected position that has a target, and nothing in it is NaN or of the
/// wrong sign.
pub(super) fn report(document: &Document, report: &Report) {
    let examples = document.examples();
    let with_target =
        examples.iter().flat_map(|e| e.selected()).filter(|s| s.target().is_some()).count();
    assert_eq!(report.selected(), with_target, "the selected positions");
    let all: usize = examples.iter().map(|e| e.selected().len()).sum();
    assert_eq!(report.untargeted(), all - with_target, "the selected positions without a target");
    assert_eq!(report.terms().count(), with_target, "the terms");
    assert_eq!(report.sentences().len(), examples.len(), "the sentences");
    for (place, term) in report.terms() {
        let example = examples.get(place.sentence).expect("a term of no sentence");
        let target = example.at(place.position).and_then(|selected| selected.target());
        assert_eq!(target, Some(&term.target), "the target at {place:?}");
        let log = libm::log(term.probability.value());
        assert_eq!(term.log_prob.nats().to_bits(), log.to_bits(), "the term at {place:?}");
    }
    totals(report);
    extremes(report);
    for quantity in report.quantities() {
        self::quantity(&quantity);
    }
}

/// Sums are sums, whatever the order in which they are added up, and means are means of them.
fn totals(report: &Report) {
    for sentence in report.sentences() {
        let terms = sentence.terms().iter().map(|term| term.log_prob.nats()).sum();
        close(sentence.objective().nats(), terms);
    }
    let terms = report.terms().map(|(_, term)| term.log_prob.nats()).sum();
    close(report.objective().nats(), terms);
    close(report.loss(), -report.objective().nats());
    assert!(report.objective().nats() <= 0.0, "J is {}", report.objective().nats());
    let sentences = report.sentences();
    let means = sentences.iter().filter_map(|sentence| sentence.cross_entropy());
    let (averaged, means) = means.fold((0, 0.0), |(count, sum), mean| (count + 1, sum + mean));
    for reduction in Reduction::ALL {
        let (sum, count) = match reduction {
            Reduction::Sum => (report.loss(), 1),
            Reduction::MeanOverPositions => (report.loss(), report.selected()),
            Reduction::MeanOverSentences => (report.loss(), sentences.len()),
            Reduction::MeanOfMeans => (means, averaged),
        };
        let loss = report.reduced(reduction);
        assert!(loss.is_none_or(|loss| loss >= 0.0), "{reduction:?} is {loss:?}");
        assert_eq!(loss.is_some(), count > 0, "{reduction:?} of {count} is {loss:?}");
        if let Some(loss) = loss {
            close(loss, sum / count as f64);
        }
    }
}

/// No term is better than the best and none worse than the worst.
fn extremes(report: &Report) {
    let logs = || report.terms().map(|(_, term)| term.log_prob.nats());
    let best = report.best().map(|(_, term)| term.log_prob.nats());
    let worst = report.worst().map(|(_, term)| term.log_prob.nats());
    assert_eq!(best, logs().reduce(f64::max), "the best term");
    assert_eq!(worst, logs().reduce(f64::min), "the worst term");
}

fn close(left: f64, right: f64) {
    let is_close = left == right || (left - right).abs() <= 1e-9 * left.abs().max(right.abs());
    assert!(is_close, "{left:e} is not {right:e}");
}

/// A shown number is in its range, and its full form reads back with every bit.
fn quantity(quantity: &Quantity) {
    let (shown, full) = (quantity.shown(Language::English), quantity.full());
    let Some(value) = quantity.value() else {
        assert_eq!((shown.as_str(), full.as_str()), ("—", ""), "{quantity:?}");
        return;
    };
    let is_in_range = match quantity.kind() {
        QuantityKind::Probability => Probability::new(value).is_ok(),
        QuantityKind::LogProb | QuantityKind::SentenceObjective | QuantityKind::Objective => {
            value <= 0.0
        }
        QuantityKind::Loss | QuantityKind::CrossEntropy => value >= 0.0,
        QuantityKind::Perplexity => value >= 1.0,
    };
    assert!(is_in_range, "{quantity:?}");
    let read = match full.as_str() {
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        full => number::parse(full),
    };
    assert_eq!(read.map(f64::to_bits), Some(value.to_bits()), "{quantity:?} in full is {full:?}");
    assert!(!shown.is_empty() && !shown.contains("NaN") && shown != "—", "{quantity:?}: {shown}");
    assert!(value < 0.0 || !shown.starts_with('−'), "{quantity:?} is shown as {shown}");
}
