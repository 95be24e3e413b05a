//! What holds for every document, whichever way it came about.

mod report;
mod shown;

use std::{fmt::Display, rc::Rc};

use masklab::core::{
    document::{Document, Evaluation, Example, Import, LINK_LIMIT, LinkError, ModelId, Selected},
    math::{self, Distribution, Row},
    objective::Place,
    text::{Corruption, MASK, Position, Sentence},
};

pub(crate) use shown::can_be_shown;

/// How far the probabilities of one position may be from summing to 1.
const SIMPLEX: f64 = 1e-12;

/// At how many places, all over a document, the predictions are looked at.
const PLACES: usize = 40;

/// A refusal says why.
pub(crate) fn reason(refusal: &impl Display) {
    assert!(!refusal.to_string().trim().is_empty(), "a refusal says nothing");
}

/// Sentences hold together: their text, what is selected, and what was set by hand. Those that are
/// shared with a document that is known to be sound are passed over.
pub(crate) fn examples(document: &Document, known: &Document) {
    let texts: String = document.examples().iter().map(|e| e.sentence().text()).collect();
    assert_eq!(document.text(), texts, "the text is not its sentences");
    let (changed, _) = document.examples().difference(known.examples());
    let models = document.models();
    assert!(!models.is_empty(), "there is no model");
    for (index, model) in models.iter().enumerate() {
        let others = models.iter().skip(index + 1);
        assert!(others.clone().all(|other| other.name() != model.name()), "two {:?}", model.name());
    }
    for example in document.examples().iter_from(changed.start).take(changed.len()) {
        sentence(example.sentence());
        selection(example, models.len());
        assert_eq!(example.corrupted(), rewritten(example, corrupted), "x̄ of {example:?}");
        assert_eq!(example.original(), rewritten(example, original), "x of {example:?}");
    }
}

/// What is selected in a sentence: every typed mask, and tokens that are their own targets.
fn selection(example: &Example, models: usize) {
    let positions: Vec<Position> = example.selected().iter().map(Selected::position).collect();
    assert!(positions.is_sorted_by(|one, next| one < next), "not by position: {example:?}");
    for selected in example.selected() {
        let token = token(example, selected.position()).expect("a selected token is there");
        if example.is_typed_mask(selected.position()) {
            assert_eq!(selected.corruption(), &Corruption::Mask, "a typed mask in {example:?}");
        } else {
            assert_eq!(selected.target().map(|target| &**target), Some(token), "the target");
        }
        for model in (0..models).map(ModelId) {
            if let Some(prediction) = selected.by_hand(model) {
                let is_unknown = |target: &Rc<str>| prediction.leaves_open(target);
                assert!(
                    !selected.target().is_some_and(is_unknown),
                    "what the target has is unknown"
                );
                distribution(prediction);
            }
        }
        let unknown = (models..models + 2).find_map(|model| selected.by_hand(ModelId(model)));
        assert_eq!(unknown, None, "a prediction of no model");
    }
    for (position, token) in example.sentence().positions() {
        let is_selected = example.at(position).is_some();
        assert!(is_selected || token.text != MASK, "a typed mask is not selected: {example:?}");
        assert_eq!(example.is_typed_mask(position), token.text == MASK, "{token:?}");
    }
}

/// The sentence with words in the place of its tokens, in the simplest way.
fn rewritten(example: &Example, word: fn(&Example, Position) -> Option<Rc<str>>) -> String {
    let mut written = String::new();
    let mut left = example.sentence().text();
    for (position, token) in example.sentence().positions() {
        let (space, rest) = left.split_once(token.text).expect("a token is in its sentence");
        left = rest;
        written.push_str(space);
        written.push_str(word(example, position).as_deref().unwrap_or(token.text));
    }
    written + left
}

fn corrupted(example: &Example, position: Position) -> Option<Rc<str>> {
    match example.at(position)?.corruption() {
        Corruption::Mask => Some(MASK.into()),
        Corruption::Random(word) => Some(word.clone()),
        Corruption::Kept => None,
    }
}

fn original(example: &Example, position: Position) -> Option<Rc<str>> {
    example.at(position)?.target().cloned()
}

/// What is said of a document is sound, and is what a new evaluation says, to the last bit.
pub(crate) fn evaluated(evaluation: &Evaluation) {
    let document = evaluation.document();
    let anew = Evaluation::of(document);
    for model in (0..document.models().len()).map(ModelId) {
        let report = evaluation.report(model).expect("each model has a report");
        assert_eq!(Some(report), anew.report(model), "the report of model {model}");
        report::report(document, report);
        let mut terms = report.terms().peekable();
        for place in places(document) {
            let prediction = evaluation.prediction(model, place);
            assert_eq!(prediction, anew.prediction(model, place), "model {model} at {place:?}");
            let prediction = prediction.expect("there is a prediction where a token is selected");
            distribution(&prediction);
            while terms.next_if(|(at, _)| *at < place).is_some() {}
            if let Some((_, term)) = terms.next_if(|(at, _)| *at == place) {
                // The list and the term are one prediction.
                let listed = prediction.probability_of(&term.target).value();
                let scored = term.probability.value();
                assert!((listed - scored).abs() <= SIMPLEX, "{listed:e}, not {scored:e}");
            }
        }
    }
    let beyond = ModelId(document.models().len());
    assert!(evaluation.report(beyond).is_none(), "the report of no model");
}

/// Selected places, all over a document, in their order.
fn places(document: &Document) -> Vec<Place> {
    let selected: usize = document.examples().iter().map(|e| e.selected().len()).sum();
    let all = document.examples().iter().enumerate().flat_map(|(sentence, example)| {
        let selected = example.selected().iter();
        selected.map(move |selected| Place { sentence, position: selected.position() })
    });
    all.step_by(selected / PLACES + 1).collect()
}

/// The most warnings that a reader is given: 20 fields by name, and how many more there are.
const WARNINGS: usize = 21;

/// What was read is a sound document, which can be shown and read again, and a warning says what of it
/// is lost.
pub(crate) fn import(import: &Import) {
    assert!(import.warnings.len() <= WARNINGS, "{} warnings", import.warnings.len());
    import.warnings.iter().for_each(reason);
    examples(&import.document, &Document::default());
    let evaluation = Evaluation::of(&import.document);
    evaluated(&evaluation);
    can_be_shown(&evaluation);
    comes_back(&import.document);
}

/// A document comes back from its JSON with every bit, and nothing in it is unknown; so it does from
/// its link, if it has one.
pub(crate) fn comes_back(document: &Document) {
    match document.to_link() {
        Ok(link) => {
            assert!(link.len() <= LINK_LIMIT && link.is_ascii(), "{link}");
            let read = Document::from_link(&link)
                .unwrap_or_else(|refusal| panic!("its own link is refused: {refusal}\n{link}"));
            let expected = Import { document: document.clone(), warnings: Vec::new() };
            assert_eq!(read, expected, "another document comes back from {link}");
        }
        Err(refusal) => assert_eq!(refusal, LinkError::TooLong),
    }
    let json = document.to_json();
    let read = Document::from_json(&json)
        .unwrap_or_else(|refusal| panic!("its own JSON is refused: {refusal}\n{json}"));
    assert_eq!(read.document.to_json(), json, "other JSON comes from what was read");
    let expected = Import { document: document.clone(), warnings: Vec::new() };
    assert_eq!(read, expected, "another document comes back from {json}");
}

/// A sentence is its tokens in order and the space between them.
pub(crate) fn sentence(sentence: &Sentence) {
    assert_eq!(sentence.tokens().len(), sentence.len(), "the number of tokens");
    assert!(sentence.len() > 0, "a sentence has no token");
    let mut left = sentence.text();
    for token in sentence.tokens() {
        assert!(!token.text.is_empty(), "a token is empty");
        // Between tokens stands only what is not seen, so the first place of a token's first seen
        // character is its own.
        let (space, rest) = left
            .split_once(token.text)
            .unwrap_or_else(|| panic!("{token:?} is not in {left:?}, or not in order"));
        is_space(space);
        left = rest;
    }
    is_space(left);
}

fn is_space(text: &str) {
    assert_eq!(Sentence::new(text), None, "a token of {text:?} is not among those of the sentence");
}

/// The token at a position as it is spelled.
fn token(example: &Example, position: Position) -> Option<&str> {
    example.sentence().token(position).map(|token| token.text)
}

/// Rows, each listed once and that of all other words last, with probabilities that sum to 1.
fn distribution(distribution: &Distribution) {
    let candidates = distribution.candidates();
    let mut words: Vec<&str> =
        candidates.iter().filter_map(|c| c.word()).map(|word| &**word).collect();
    let others = candidates.len() - words.len();
    let is_last = candidates.last().is_some_and(|last| last.row == Row::Others);
    assert!(others == 0 || others == 1 && is_last, "the other words: {distribution:?}");
    assert!(words.iter().all(|word| !word.trim().is_empty()), "a blank word: {distribution:?}");
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len() + others, candidates.len(), "a row is listed twice: {distribution:?}");
    for candidate in candidates {
        let value = candidate.probability.value();
        assert!((0.0..=1.0).contains(&value) && value.is_sign_positive(), "{distribution:?}");
    }
    let total = math::sum(candidates.iter().map(|candidate| candidate.probability.value()));
    assert!((total - 1.0).abs() <= SIMPLEX, "the sum is {total:e}: {distribution:?}");
}
