//! Documents to open in the page.

use masklab::core::{
    document::{Change, Document, Edit, Session},
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
/// the page looks.
pub(crate) fn document(sentences: usize) -> Document {
    let place = looked_at();
    let mut document = data::set_by_hand(sentences, Source::ByHand);
    let mut number = 0;
    while Session::new(&document).prediction(MODEL, place).unwrap().candidates().len() < SLIDERS {
        number += 1;
        let change = Change::AddWord(format!("word{number}").into());
        document = applied(&document, &Edit::Predict { model: MODEL, place, change });
    }
    // A word that is added has nothing: all of them get the same, and then what the drag makes of it.
    let change = Change::EvenOut;
    applied(&document, &Edit::Predict { model: MODEL, place, change })
}
