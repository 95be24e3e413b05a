//! Below the rows: their sum, further words, and what the sliders set.

use std::rc::Rc;

use masklab::core::{
    document::{Change, Edit, Model, ModelId, Scope},
    math::{Scale, notation, temperature_at},
    objective::Place,
    predict::Source,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::{
    host::{dom, frames::Actions},
    store::{Action, Settings, View},
    widgets::{Icon, close_menus, icon, menu, segments},
    words::{language, words},
};

/// What is below the rows depends on.
#[derive(PartialEq)]
pub(super) struct Foot {
    settings: Settings,
    place: Place,
    has_others: bool,
    /// Whether the model has a prediction of its own here, which is not shown.
    has_way_back: bool,
    actions: Actions,
}

impl Foot {
    pub(super) fn of(view: &View, actions: &Actions, place: Place, has_others: bool) -> Self {
        let model = view.model();
        let is_by_hand = view.document().at(place).is_some_and(|at| at.by_hand(model).is_some());
        let source = view.document().model(model).map(Model::source);
        Self {
            settings: view.settings,
            place,
            has_others,
            has_way_back: is_by_hand && source != Some(Source::ByHand),
            actions: actions.clone(),
        }
    }
}

pub(super) fn foot(Foot { settings, place, has_others, has_way_back, actions }: &Foot) -> Html {
    let words = words().prediction;
    let (settings, place) = (*settings, *place);
    let model = settings.model;
    let predict = move |change: Change| Edit::Predict { model, place, change };
    let add = {
        let actions = actions.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = dom::find::<HtmlInputElement>("#new-word") else { return };
            let word = field.value();
            if !word.trim().is_empty() {
                actions.now(predict(Change::AddWord(Rc::from(word.trim()))));
                field.set_value("");
            }
        }
    };
    let scale = {
        let actions = actions.clone();
        move |scale: Scale| actions.now(Action::Show(Settings { scale, ..settings }))
    };
    let back = Edit::BackToModel { model, scope: Scope::Position(place) };
    let do_this = |text: &'static str, possible: bool, edit: Edit| {
        let actions = actions.clone();
        let onclick = move |_: MouseEvent| {
            close_menus();
            actions.now(edit.clone());
        };
        html! { <li><button type="button" disabled={!possible} {onclick}>{ text }</button></li> }
    };
    let more = {
        html! {
            <ul class="entries">
                { do_this(words.list_others, !*has_others, predict(Change::ListOthers)) }
                { do_this(words.even_out, true, predict(Change::EvenOut)) }
                { do_this(words.back, *has_way_back, back) }
            </ul>
        }
    };
    html! {
        <div class="foot">
            <span class="sum" title={words.sum_hint}>{ "Σ = 1" }</span>
            { segments(
                "scale",
                words.sliders,
                &[
                    (Scale::Linear, words.linear),
                    (Scale::Logarithmic, words.logarithmic),
                    (Scale::Logit, words.logits),
                ],
                settings.scale,
                scale,
            ) }
            <form class="add-word" onsubmit={add}>
                <input
                    id="new-word"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label={words.new_word}
                    placeholder={words.new_word}
                />
                <button type="submit" class="small">{ words.add }</button>
            </form>
            { menu("more-words", "quiet", Some(words.more_here.into()), icon(Icon::More), more) }
            <div class="wide" hidden={settings.scale != Scale::Logit}>
                <Temperature {model} {place} actions={actions.clone()} />
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TemperatureProps {
    model: ModelId,
    place: Place,
    actions: Actions,
}

/// Divides the logits by a temperature: above 1 the prediction becomes flatter, below it sharper. When
/// it is let go, the logits are what they have become, and the slider is at 1 again.
#[component]
fn Temperature(props: &TemperatureProps) -> Html {
    let words = words().prediction;
    let power = use_state_eq(|| 0.0_f64);
    let oninput = {
        let (props, power) = (props.clone(), power.setter());
        move |event: InputEvent| {
            let slider: HtmlInputElement = event.target_unchecked_into();
            let exponent = slider.value_as_number();
            power.set(exponent);
            let change = Change::Temperature(temperature_at(exponent));
            props.actions.before_next_frame(Edit::Predict {
                model: props.model,
                place: props.place,
                change,
            });
        }
    };
    let onchange = {
        let (actions, power) = (props.actions.clone(), power.setter());
        move |_: Event| {
            actions.now(Action::Rest);
            power.set(0.0);
        }
    };
    let shown = language().number(notation::fixed(temperature_at(*power), 2));
    html! {
        <label class="temperature" title={words.temperature_hint}>
            <span>{ words.temperature }</span>
            <input type="range" min="-2" max="2" step="0.05" value={power.to_string()} aria-valuetext={shown.clone()} {oninput} {onchange} />
            <output>{ shown }</output>
        </label>
    }
}
