//! What panels share: their frame, quantities, and the number and colour by which a selected
//! position is known.

use std::rc::Rc;

use masklab::core::{
    messages::Language,
    objective::{Quantity, Report},
};
use yew::prelude::*;

/// A panel with its heading, a hint beside it, and what is in it.
pub(crate) fn panel(
    name: &'static str,
    heading: impl Into<Html>,
    hint: &'static str,
    body: impl IntoIterator<Item = Html>,
) -> Html {
    html! {
        <section class="panel" id={name} aria-labelledby={format!("{name}-title")}>
            <h2>
                <span id={format!("{name}-title")}>{ heading.into() }</span>
                <small>{ hint }</small>
            </h2>
            { for body }
        </section>
    }
}

/// What a panel says where it has nothing to show.
pub(crate) fn empty(is_empty: bool, text: &'static str) -> Html {
    html! { <p class="empty" hidden={!is_empty}>{ text }</p> }
}

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
            dir="ltr"
            value={quantity.full()}
            data-quantity={quantity.kind().name()}
            data-position={quantity.position().map(|position| position.to_string())}
            data-sentence={sentence_number(quantity.sentence(), several)}
            data-word={word}
        >
            { quantity.shown(Language::English) }
        </data>
    }
}

/// The number of a sentence as the page carries it: only where there are several.
pub(crate) fn sentence_number(index: Option<usize>, several: bool) -> Option<String> {
    index.filter(|_| several).map(|index| (index + 1).to_string())
}

/// How many hues the style sheet has; after the last one they begin again.
const HUES: usize = 7;

/// The colours of a report's terms in reading order. A term has the colour of its place, so that it
/// keeps it when other words are masked, unless an earlier term has that one already.
pub(crate) fn hues(report: &Report) -> Rc<[usize]> {
    let mut hues: Vec<usize> = Vec::new();
    for (place, _) in report.terms() {
        let own = place.position.index() + 3 * place.sentence;
        let recent = hues.len() / HUES * HUES;
        let is_free = |hue: &usize| hues.get(recent..).is_some_and(|used| !used.contains(hue));
        let hue = (own..own + HUES).map(|hue| hue % HUES).find(is_free).unwrap_or(own % HUES);
        hues.push(hue);
    }
    hues.into()
}

/// The colour of the term with this index as the value of a `data-hue`. It is no class, since
/// classes that are not constant make Yew carry sets of them, 2 kB of the page.
pub(crate) fn hue(hues: &[usize], index: usize) -> Option<String> {
    hues.get(index).map(|hue| (hue + 1).to_string())
}

/// The number of a term, the same on its chip, its slider group, its point and its words.
pub(crate) fn badge(index: usize) -> Html {
    html! { <span class="badge" aria-hidden="true">{ index + 1 }</span> }
}
