//! What a term means, in sentences that follow from its numbers.

use masklab::core::{
    explain::{Phrase, term_meaning},
    math::notation,
    messages::fill,
    objective::Numbered,
};
use yew::prelude::*;

use crate::app::{
    store::View,
    training::mark,
    widgets::{amount, hue_name},
    words::{language, words},
};

/// What the chosen term adds, how far that is from the best, which way a step pushes, and how much of
/// the loss it is.
pub(super) fn meaning(view: &View) -> Html {
    let Some((Numbered { place, term, .. }, prediction)) =
        view.looked_at().zip(view.prediction.as_deref())
    else {
        return html! { <div class="said" /> };
    };
    let phrases = term_meaning(language(), place, term, prediction);
    let share =
        view.report.share_of_loss(term).filter(|_| view.report.selected() > 1).map(|share| {
            fill(
                words().training.share,
                &[("percent", &language().number(notation::percent(share)))],
            )
        });
    html! {
        <div class="said" data-hue={view.hue(place).map(hue_name)}>
            { mark(view) }
            <p>
                { for phrases.iter().map(|phrase| show(phrase, view)) }
                { " " }
                { share }
            </p>
        </div>
    }
}

fn show(phrase: &Phrase, view: &View) -> Html {
    match phrase {
        Phrase::Text(text) => html! { *text },
        Phrase::Target(word) => {
            html! { <b class="target" translate="no"><bdi>{ word.to_string() }</bdi></b> }
        }
        Phrase::Word(word) => html! { <b translate="no"><bdi>{ word.to_string() }</bdi></b> },
        Phrase::Quantity(quantity) => amount(*quantity, view.settings.unit, view.several()),
    }
}
