//! What holds for every document, whichever way it came about.

use std::fmt::Display;

use masklab::core::{
    document::{Document, Example},
    explain,
    math::{Distribution, Probability, number},
    objective::{Quantity, QuantityKind, Reduction, Report},
    plot,
    text::{Position, Sentence},
};

/// How far the probabilities of one position may be from summing to 1.
const SIMPLEX: f64 = 1e-12;

/// The size of a plot in a page, in CSS pixels.
const PLOT: (u32, u32) = (640, 400);

/// A refusal says why.
pub(crate) fn reason(refusal: &impl Display) {
    assert!(!refusal.to_string().trim().is_empty(), "a refusal says nothing");
}

/// A document holds together: its text, its predictions, and what follows from them.
pub(crate) fn document(document: &Document) {
    let texts: String = document.examples().iter().map(|e| e.sentence().text()).collect();
    assert_eq!(document.text(), texts, "the text is not its sentences");
    for example in document.examples() {
        sentence(example.sentence());
        for (position, prediction) in example.predictions() {
            let target = token(example, *position);
            assert!(target.is_some(), "position {position} is selected and not in the sentence");
            distribution(prediction);
        }
    }
    report(document);
}

/// A document comes back from its JSON with every bit.
pub(crate) fn comes_back(document: &Document) {
    let json = document.to_json();
    let read = Document::from_json(&json)
        .unwrap_or_else(|refusal| panic!("its own JSON is refused: {refusal}\n{json}"));
    assert_eq!(read.to_json(), json, "other JSON comes from what was read");
    assert_eq!(&read, document, "another document comes back from {json}");
}

/// A document can be told and drawn: there are words and marks for whatever is in it.
pub(crate) fn can_be_shown(document: &Document) {
    let report = document.report();
    for (place, term) in report.terms() {
        if let Some(prediction) = document.prediction(place) {
            assert!(!explain::term_meaning(place, term, prediction).is_empty(), "nothing is told");
        }
    }
    if let Some(note) = explain::rounding_note(&report) {
        assert!(!note.contains("NaN"), "{note}");
    }
    let curve = plot::loss_curve(&report, PLOT.0, PLOT.1);
    assert!(!curve.scene.marks.is_empty(), "nothing is drawn");
}

/// A sentence is its tokens in order and the space between them.
pub(crate) fn sentence(sentence: &Sentence) {
    let tokens = tokens(sentence);
    assert!(!tokens.is_empty(), "a sentence has no token");
    let mut left = sentence.text();
    for token in tokens {
        assert!(!token.is_empty(), "a token is empty");
        // Between tokens stands only what is not seen, so the first place of a token's first seen
        // character is its own.
        let (space, rest) = left
            .split_once(token)
            .unwrap_or_else(|| panic!("{token:?} is not in {left:?}, or not in order"));
        is_space(space);
        left = rest;
    }
    is_space(left);
}

fn is_space(text: &str) {
    assert_eq!(Sentence::new(text), None, "a token of {text:?} is not among those of the sentence");
}

/// The tokens as they are spelled.
fn tokens(sentence: &Sentence) -> Vec<&str> {
    sentence.tokens().iter().map(|token| &*token.text).collect()
}

/// The token at a position as it is spelled.
pub(crate) fn token(example: &Example, position: Position) -> Option<&str> {
    example.sentence().token(position).map(|token| &*token.text)
}

/// Words, each listed once, with probabilities that sum to 1.
fn distribution(distribution: &Distribution) {
    let candidates = distribution.candidates();
    let mut words: Vec<&str> = candidates.iter().map(|candidate| &*candidate.word).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), candidates.len(), "a candidate is listed twice: {distribution:?}");
    for candidate in candidates {
        let value = candidate.probability.value();
        assert!((0.0..=1.0).contains(&value) && value.is_sign_positive(), "{distribution:?}");
    }
    let total: f64 = candidates.iter().map(|candidate| candidate.probability.value()).sum();
    assert!((total - 1.0).abs() <= SIMPLEX, "the sum is {total:e}: {distribution:?}");
}

/// A report tells of each selected position, and nothing in it is NaN or of the wrong sign.
fn report(document: &Document) {
    let report = document.report();
    let selected: usize = document.examples().iter().map(|e| e.predictions().len()).sum();
    assert_eq!(report.selected(), selected, "the selected positions");
    assert_eq!(report.terms().count(), selected, "the terms");
    assert_eq!(report.sentences().len(), document.examples().len(), "the sentences");
    for (place, term) in report.terms() {
        let example = document.examples().get(place.sentence).expect("a term of no sentence");
        assert_eq!(token(example, place.position), Some(&*term.target), "the target at {place:?}");
        let predicted = document.prediction(place).map(|given| given.probability_of(&term.target));
        assert_eq!(predicted, Some(term.probability), "the target's probability at {place:?}");
        let log = libm::log(term.probability.value());
        assert_eq!(term.log_prob.nats().to_bits(), log.to_bits(), "the term at {place:?}");
    }
    totals(&report);
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
    for reduction in Reduction::ALL {
        let loss = report.reduced(reduction);
        assert!(loss.is_none_or(|loss| loss >= 0.0), "{reduction:?} is {loss:?}");
        let is_mean_of_nothing = report.selected() == 0 && loss.is_none();
        assert!(is_mean_of_nothing || loss.is_some(), "{reduction:?} is not defined");
    }
}

fn close(left: f64, right: f64) {
    let is_close = left == right || (left - right).abs() <= 1e-9 * left.abs().max(right.abs());
    assert!(is_close, "{left:e} is not {right:e}");
}

/// A shown number is in its range, and its full form reads back with every bit.
fn quantity(quantity: &Quantity) {
    let (shown, full) = (quantity.shown(), quantity.full());
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
