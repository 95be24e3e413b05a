//! Which model predicts, how it comes to its predictions, and at which position.

use masklab::core::{
    document::{Edit, Model, ModelId},
    messages::fill,
    predict::Source,
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::{
    host::frames::Actions,
    store::{Action, Settings, View},
    widgets::{Icon, icon},
    words::words,
};

/// The models to choose from, where there are several.
pub(super) fn models(view: &View, actions: &Actions) -> Html {
    let models = view.document().models();
    let choices = models.iter().enumerate().map(|(index, model)| {
        let settings = Settings { model: ModelId(index), ..view.settings };
        let onchange = actions.on(move |_: Event| Action::Show(settings));
        html! {
            <label key={index}>
                <input type="radio" name="model" checked={view.model() == ModelId(index)} {onchange} />
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
pub(super) fn source(view: &View, actions: &Actions) -> Html {
    let words = words().prediction;
    let model = view.model();
    let Some(now) = view.document().model(model).map(Model::source) else {
        return html! { <span /> };
    };
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
            <select {onchange}>{ for options }</select>
        </label>
    }
}

/// To the selected positions before and behind.
pub(super) fn steps(view: &View, actions: &Actions, number: usize) -> Html {
    let words = words().prediction;
    let count = view.report.selected();
    let step = |to: Option<usize>, label: &'static str, face: Icon| {
        let place = to.and_then(|to| view.report.term_at(to)).map(|(place, _)| place);
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
        <span class="steps" hidden={count < 2}>
            { step(number.checked_sub(1), words.previous, Icon::Previous) }
            <span>{ fill(words.number_of, &[("number", &of), ("count", &all)]) }</span>
            { step(Some(number + 1), words.next, Icon::Next) }
        </span>
    }
}
