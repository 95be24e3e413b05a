//! Which selected position is looked at: the one that was asked for, or the nearest there is.

use masklab::core::{
    document::{Document, Edit, Selected},
    objective::Place,
    text::Position,
};

/// Where the place that is looked at has gone with an edit. A position that the edit selects is
/// looked at itself.
pub(super) fn after(edit: &Edit, chosen: Option<Place>) -> Option<Place> {
    let moved = |sentence: usize| chosen.map(|place| Place { sentence, ..place });
    let sentence = chosen.map(|place| place.sentence);
    match (edit, sentence) {
        (Edit::ToggleMask(place) | Edit::Select { place, .. } | Edit::Predict { place, .. }, _) => {
            Some(*place)
        }
        (Edit::RemoveSentence(at), Some(now)) if now > *at => moved(now - 1),
        (Edit::DuplicateSentence(at), Some(now)) if now > *at => moved(now + 1),
        (Edit::MoveSentence { from, to }, Some(now)) if now == *from => moved(*to),
        (Edit::MoveSentence { from, to }, Some(now)) if (*from + 1..=*to).contains(&now) => {
            moved(now - 1)
        }
        (Edit::MoveSentence { from, to }, Some(now)) if (*to..*from).contains(&now) => {
            moved(now + 1)
        }
        (Edit::Open(_), _) => None,
        _ => chosen,
    }
}

/// The place itself if a position with a target is selected there; else the next one of its sentence,
/// the last one of it, or the first one of the dataset.
pub(super) fn nearest(document: &Document, place: Option<Place>) -> Option<Place> {
    let of_sentence = |sentence: usize, from: Option<Position>| {
        let selected = document.examples().get(sentence)?.selected().iter();
        let mut positions =
            selected.filter(|selected| selected.target().is_some()).map(Selected::position);
        let last = positions.clone().next_back();
        let position = match from {
            Some(from) => positions.find(|&position| position >= from).or(last),
            None => positions.next(),
        }?;
        Some(Place { sentence, position })
    };
    place.and_then(|place| of_sentence(place.sentence, Some(place.position))).or_else(|| {
        // Few sentences have nothing selected, or all of them have.
        (0..document.examples().len()).find_map(|sentence| of_sentence(sentence, None))
    })
}
