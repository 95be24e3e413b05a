//! What the elements carry that belong to a selected position, so that they are known as such.

use web_sys::Element;

use super::set;
use crate::core::{
    objective::{Hue, Place},
    text::Position,
};

/// The selected position to which something belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Where it is.
    pub place: Place,
    /// Its colour.
    pub hue: Option<Hue>,
    /// Whether the dataset has more than one sentence: only then it is said which one is meant.
    pub several: bool,
}

impl Tag {
    pub(super) fn write(&self, element: &Element) {
        let mark = |name: &str, value: Option<String>| match value {
            Some(value) => set(element, name, &value),
            None => {
                let _ = element.remove_attribute(name);
            }
        };
        mark("data-hue", self.hue.map(hue_name));
        mark("data-place", Some(place_name(self.place)));
        mark("data-position", Some(self.place.position.to_string()));
        mark("data-sentence", sentence_number(Some(self.place.sentence), self.several));
    }
}

/// A place as everything carries it (`data-place`) that belongs to the same selected position.
pub fn place_name(place: Place) -> String {
    format!("{}:{}", place.sentence + 1, place.position)
}

/// The place that an element carries.
pub fn place_named(name: &str) -> Option<Place> {
    let (sentence, position) = name.split_once(':')?;
    let sentence = sentence.parse::<usize>().ok()?.checked_sub(1)?;
    let position = Position::new(position.parse().ok()?)?;
    Some(Place { sentence, position })
}

/// A colour as the value of a `data-hue`. It is no class, since classes that are not constant make
/// Yew carry sets of them, 2 kB of the page.
pub fn hue_name(hue: Hue) -> String {
    hue.number().to_string()
}

/// The number of a sentence as the page carries it (`data-sentence`): only where there are several.
pub fn sentence_number(index: Option<usize>, several: bool) -> Option<String> {
    index.filter(|_| several).map(|index| (index + 1).to_string())
}
