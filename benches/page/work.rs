//! Documents to open in the page.

use std::rc::Rc;

use masklab::core::{
    document::{Change, Document, Edit, Session},
    math::{Candidate, Distribution},
    objective::Place,
    predict::Source,
};

use crate::data::{self, MODEL, applied};

/// How many sliders are seen.
pub(crate) const SLIDERS: usize = 40;

/// The position that the page looks at when it opens a document: the first one that is selected.
pub(crate) fn looked_at() -> Place {
    data::places(0)[0]
}

/// So many sentences, all of them predicted by hand at two positions, with [`SLIDERS`] candidates where
/// the page looks, no two of them with the same probability.
pub(crate) fn document(sentences: usize) -> Document {
    let place = looked_at();
    let document = data::set_by_hand(sentences, Source::ByHand);
    let prediction = Session::new(&document).prediction(MODEL, place).unwrap();
    let words = prediction.candidates().iter().filter_map(Candidate::word).cloned();
    let more = (1..).map(|number| format!("word{number}").into());
    let words: Vec<Rc<str>> = words.chain(more).take(SLIDERS).collect();
    let weight = |index: usize| (2 * SLIDERS - index) as f64;
    let all: f64 = (0..SLIDERS).map(weight).sum();
    let rows = words.into_iter().enumerate().map(|(index, word)| (word, weight(index) / all));
    let change = Change::Replace(Rc::new(Distribution::new(rows).unwrap()));
    applied(&document, &Edit::Predict { model: MODEL, place, change })
}
