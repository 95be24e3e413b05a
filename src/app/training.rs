//! What the numbers mean for training, in a sentence for each selected position.

use masklab::core::{
    explain::{Phrase, term_meaning},
    messages::Language,
};
use yew::prelude::*;

use super::{
    store::View,
    widgets::{amount, badge, empty, hue, panel},
};

/// The panel.
pub(crate) fn training(view: &View) -> Html {
    let several = view.document.examples().len() > 1;
    let meanings = view.report.terms().enumerate().filter_map(|(index, (place, term))| {
        let phrases = term_meaning(Language::English, place, term, &*view.prediction(place)?);
        Some(html! {
            <li data-hue={hue(&view.hues, index)} key={format!("{}:{}", place.sentence, place.position)}>
                { badge(index) }
                <p>{ for phrases.iter().map(|phrase| show(phrase, several)) }</p>
            </li>
        })
    });
    let meanings: Vec<Html> = meanings.collect();
    panel(
        "training",
        "What it means for training",
        "",
        [
            empty(
                meanings.is_empty(),
                "Words that are not masked add nothing to the objective: there is nothing to learn yet.",
            ),
            html! { <ol>{ meanings }</ol> },
        ],
    )
}

fn show(phrase: &Phrase, several: bool) -> Html {
    match phrase {
        Phrase::Text(text) => html! { *text },
        Phrase::Target(word) => {
            html! { <b class="target" translate="no"><bdi>{ word.to_string() }</bdi></b> }
        }
        Phrase::Word(word) => html! { <b translate="no"><bdi>{ word.to_string() }</bdi></b> },
        Phrase::Quantity(quantity) => amount(*quantity, several),
    }
}
