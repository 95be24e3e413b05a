//! What others see and may change.

use masklab::core::{
    messages::Language,
    setup::{Answers, Locked, Part, Setup},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Offer;
use crate::app::{widgets::segments, words::words};

/// The switches.
pub(super) fn switches(offer: &Offer, set: &Callback<Offer>) -> Html {
    let words = words().share;
    let setup = &offer.setup;
    let answer = {
        let (offer, set) = (offer.clone(), set.clone());
        move |answers: Answers| {
            let answers = (answers != Answers::default()).then_some(answers);
            let setup = Setup { answers, ..offer.setup.clone() };
            set.emit(Offer { setup, ..offer.clone() });
        }
    };
    let answers = [(Answers::Shown, words.at_once), (Answers::Asked, words.when_asked)];
    let mut languages = vec![(None, words.theirs)];
    languages.extend(Language::ALL.iter().map(|&one| (Some(one), one.messages().name)));
    let speak = {
        let (offer, set) = (offer.clone(), set.clone());
        move |language: Option<Language>| {
            let setup = Setup { language, ..offer.setup.clone() };
            set.emit(Offer { setup, ..offer.clone() });
        }
    };
    let look = {
        let (offer, set) = (offer.clone(), set.clone());
        move |as_here: bool| set.emit(Offer { as_here, ..offer.clone() })
    };
    html! {
        <div class="offer" role="group" aria-label={words.for_others}>
            <fieldset>
                <legend>{ words.sees }</legend>
                { for Part::ALL.iter().map(|&part| shown(part, offer, set)) }
            </fieldset>
            <fieldset>
                <legend>{ words.may_change }</legend>
                { for Locked::ALL.iter().map(|&what| changeable(what, offer, set)) }
            </fieldset>
            <div class="line"><span>{ words.answers }</span>{ segments("share-answers", words.answers, &answers, setup.answers.unwrap_or_default(), answer) }</div>
            <div class="line"><span>{ words.language }</span>{ segments("share-language", words.language, &languages, setup.language, speak) }</div>
            { switch("as-here", words.as_here, offer.as_here, look) }
        </div>
    }
}

fn shown(part: Part, offer: &Offer, set: &Callback<Offer>) -> Html {
    let words = words().share;
    let name = match part {
        Part::Dataset => words.dataset,
        Part::Prediction => words.prediction,
        Part::Equation => words.equation,
        Part::Plot => words.plot,
        Part::Training => words.training,
        Part::Examples => words.examples,
    };
    let is_shown = !offer.setup.hidden.contains(&part);
    let (offer, set) = (offer.clone(), set.clone());
    switch(part.name(), name, is_shown, move |is_shown| {
        let hidden = without(&offer.setup.hidden, Part::ALL, part, !is_shown);
        set.emit(Offer { setup: Setup { hidden, ..offer.setup.clone() }, ..offer.clone() });
    })
}

fn changeable(what: Locked, offer: &Offer, set: &Callback<Offer>) -> Html {
    let words = words().share;
    let name = match what {
        Locked::Text => words.text,
        Locked::Selection => words.selection,
        Locked::Prediction => words.predictions,
        Locked::Models => words.models,
        Locked::Training => words.steps,
    };
    let may_change = !offer.setup.locked.contains(&what);
    let (offer, set) = (offer.clone(), set.clone());
    switch(what.name(), name, may_change, move |may_change| {
        let locked = without(&offer.setup.locked, Locked::ALL, what, !may_change);
        set.emit(Offer { setup: Setup { locked, ..offer.setup.clone() }, ..offer.clone() });
    })
}

/// A list with something in it, or not, in the order of all that could be.
fn without<T: Copy + PartialEq>(list: &[T], all: &[T], what: T, is_in: bool) -> Vec<T> {
    let keep = |one: &T| if *one == what { is_in } else { list.contains(one) };
    all.iter().copied().filter(keep).collect()
}

fn switch(
    name: &'static str,
    label: &'static str,
    is_on: bool,
    set: impl Fn(bool) + 'static,
) -> Html {
    let onchange = move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        set(input.checked());
    };
    html! {
        <label class="switch">
            <input type="checkbox" name={name} checked={is_on} {onchange} />
            <span>{ label }</span>
        </label>
    }
}
