//! What panels share: quantities, and the number and colour by which a selected position is known.

use masklab::core::objective::Quantity;
use yew::prelude::*;

/// A number as people read it, with all of it in the page for programs. Where the dataset has
/// several sentences, it also says which it is of.
pub(crate) fn amount(quantity: Quantity, several: bool) -> Html {
    data(quantity, several, None)
}

/// The number of a candidate word.
pub(crate) fn labelled(quantity: Quantity, word: &str) -> Html {
    data(quantity, false, Some(word.to_owned()))
}

fn data(quantity: Quantity, several: bool, word: Option<String>) -> Html {
    html! {
        <data
            class="amount"
            translate="no"
            value={quantity.full()}
            data-quantity={quantity.kind().name()}
            data-position={quantity.position().map(|position| position.to_string())}
            data-sentence={sentence_number(quantity.sentence(), several)}
            data-word={word}
        >
            { quantity.shown() }
        </data>
    }
}

/// The number of a sentence as the page carries it: only where there are several.
pub(crate) fn sentence_number(index: Option<usize>, several: bool) -> Option<String> {
    index.filter(|_| several).map(|index| (index + 1).to_string())
}

/// How many hues the style sheet has; after the last one they begin again.
const HUES: usize = 7;

/// The class that gives the term with this index, counted from 0 in reading order, its colour.
pub(crate) fn hue(index: usize) -> String {
    format!("hue-{}", index % HUES + 1)
}

/// The number of a term, the same on its chip, its slider group, its point and its words.
pub(crate) fn badge(index: usize) -> Html {
    html! { <span class="badge" aria-hidden="true">{ index + 1 }</span> }
}
