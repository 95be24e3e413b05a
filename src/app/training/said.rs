//! What a term means, in sentences that follow from its numbers.

use std::rc::Rc;

use masklab::{
    core::{
        explain::{Phrase, term_meaning},
        math::notation,
        messages::fill,
        objective::{Numbered, Quantity},
    },
    drawing::Amounts,
};
use yew::prelude::*;

use crate::app::{
    store::View,
    widgets::{Slot, badge, hue_name, kept, place_name, slot, use_written},
    words::{language, words},
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SaidProps {
    pub(super) view: View,
}

/// What the chosen term adds, how far that is from the best, which way a step pushes, and how much of
/// the loss it is: a component, since its numbers are written into it.
#[component]
pub(super) fn Said(SaidProps { view }: &SaidProps) -> Html {
    let (phrases, share) = phrases(view).unwrap_or_default();
    let quantity = |phrase: &Phrase| match phrase {
        Phrase::Quantity(quantity) => Some(*quantity),
        Phrase::Text(_) | Phrase::Target(_) | Phrase::Word(_) => None,
    };
    let quantities: Vec<Quantity> = phrases.iter().filter_map(quantity).collect();
    let (unit, several) = (view.settings.unit, view.several());
    let pieces: Vec<Piece> = phrases.into_iter().map(|phrase| Piece::of(phrase, several)).collect();
    let node = use_written(pieces.clone(), move |amounts: &mut Amounts, said| {
        amounts.show(said, quantities, unit, language());
    });
    html! {
        <div ref={node} class="said" data-hue={view.chosen.and_then(|place| view.hue(place)).map(hue_name)}>
            { mark(view) }
            <p>
                { kept(pieces, |pieces| pieces.iter().map(show).collect()) }
                { " " }
                { share }
            </p>
        </div>
    }
}

/// The sentences, and the one about the share of the loss.
fn phrases(view: &View) -> Option<(Vec<Phrase>, Option<String>)> {
    let Numbered { place, term, .. } = view.looked_at()?;
    let phrases = term_meaning(language(), place, term, view.prediction.as_deref()?);
    let share = view.report.share_of_loss(term).filter(|_| view.report.selected() > 1);
    let percent = share.map(|share| language().number(notation::percent(share)));
    let share = percent.map(|percent| fill(words().training.share, &[("percent", &percent)]));
    Some((phrases, share))
}

/// A piece of a sentence without its number.
#[derive(Clone, PartialEq)]
enum Piece {
    Text(&'static str),
    Target(Rc<str>),
    Word(Rc<str>),
    Slot(Slot, bool),
}

impl Piece {
    fn of(phrase: Phrase, several: bool) -> Self {
        match phrase {
            Phrase::Text(text) => Self::Text(text),
            Phrase::Target(word) => Self::Target(word),
            Phrase::Word(word) => Self::Word(word),
            Phrase::Quantity(quantity) => Self::Slot(quantity.into(), several),
        }
    }
}

fn show(piece: &Piece) -> Html {
    match piece {
        Piece::Text(text) => html! { *text },
        Piece::Target(word) => {
            html! { <b class="target" translate="no"><bdi>{ word.to_string() }</bdi></b> }
        }
        Piece::Word(word) => html! { <b translate="no"><bdi>{ word.to_string() }</bdi></b> },
        Piece::Slot(of, several) => slot(*of, *several),
    }
}

/// The mark of the position that is spoken of.
fn mark(view: &View) -> Html {
    let Some(Numbered { number, place, .. }) = view.looked_at() else { return html! { <span /> } };
    html! {
        <span class="mark" data-hue={view.hue(place).map(hue_name)} data-place={place_name(place)}>{ badge(number) }</span>
    }
}
