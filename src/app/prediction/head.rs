//! Which model predicts, how it comes to its predictions, and at which position.

use masklab::core::{
    document::{Edit, Model, ModelId},
    messages::fill,
    objective::Place,
    predict::Source,
    setup::Locked,
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::{
    host::frames::Actions,
    setup::is_locked,
    store::{Action, Settings, View},
    widgets::{Icon, icon},
    words::words,
};

/// The models to choose from, where there are several.
pub(super) fn models((models, settings, actions): &(Vec<Model>, Settings, Actions)) -> Html {
    let choices = models.iter().enumerate().map(|(index, model)| {
        let shown = Settings { model: ModelId(index), ..*settings };
        let onchange = actions.on(move |_: Event| Action::Show(shown));
        html! {
            <label key={index}>
                <input type="radio" name="model" checked={settings.model == ModelId(index)} {onchange} />
                <span><bdi>{ model.name().to_string() }</bdi></span>
            </label>
        }
    });
    html! {
        <div class="segments models" role="radiogroup" aria-label={words().prediction.model} hidden={models.len() < 2}>
            { for choices }
        </div>
    }
}

/// The sources of predictions by the names that a menu carries.
fn sources() -> [(Source, &'static str); 4] {
    let words = words().prediction;
    [
        (Source::ByHand, words.by_hand),
        (Source::UNIFORM, words.uniform),
        (Source::UNIGRAM, words.unigram),
        (Source::NEIGHBOURS, words.neighbours),
    ]
}

/// Where the model's predictions come from.
pub(super) fn source((model, now, actions): &(ModelId, Option<Source>, Actions)) -> Html {
    let words = words().prediction;
    let model = *model;
    let Some(now) = now else { return html! { <span /> } };
    let onchange = {
        let actions = actions.clone();
        move |event: Event| {
            let menu: HtmlSelectElement = event.target_unchecked_into();
            let source = sources().into_iter().find(|(source, _)| source.name() == menu.value());
            if let Some((source, _)) = source {
                actions.now(Edit::SetSource { model, source });
            }
        }
    };
    let options = sources().into_iter().map(|(source, text)| {
        html! {
            <option key={source.name()} value={source.name()} selected={source.name() == now.name()}>{ text }</option>
        }
    });
    html! {
        <label class="source">
            <span>{ words.source }</span>
            <select disabled={is_locked(Locked::Models)} {onchange}>{ for options }</select>
        </label>
    }
}

/// The way to the selected positions before and behind.
#[derive(PartialEq)]
pub(super) struct Steps {
    number: usize,
    count: usize,
    previous: Option<Place>,
    next: Option<Place>,
    actions: Actions,
}

impl Steps {
    /// From the term with this number.
    pub(super) fn of(view: &View, actions: &Actions, number: usize) -> Self {
        let place = |number: usize| view.report.numbered(number).map(|term| term.place);
        Self {
            number,
            count: view.report.selected(),
            previous: number.checked_sub(1).and_then(place),
            next: place(number + 1),
            actions: actions.clone(),
        }
    }
}

pub(super) fn steps(Steps { number, count, previous, next, actions }: &Steps) -> Html {
    let words = words().prediction;
    let step = |place: Option<Place>, label: &'static str, face: Icon| {
        let actions = actions.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(place) = place {
                actions.now(Action::Choose(place));
            }
        };
        html! {
            <button type="button" class="quiet" aria-label={label} title={label} disabled={place.is_none()} {onclick}>
                { icon(face) }
            </button>
        }
    };
    let (of, all) = (number.to_string(), count.to_string());
    html! {
        <span class="steps" hidden={*count < 2}>
            { step(*previous, words.previous, Icon::Previous) }
            <span>{ fill(words.number_of, &[("number", &of), ("count", &all)]) }</span>
            { step(*next, words.next, Icon::Next) }
        </span>
    }
}
