//! One candidate: its word, its slider, its number with − and +, and its lock.

use masklab::core::{
    document::{Change, Edit, ModelId},
    math::{
        Button, Candidate, Probability, Row as Which, Scale, Unit, notation, typed_logit,
        typed_probability,
    },
    messages::fill,
    objective::{Place, Quantity},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::{
    host::frames::Actions,
    store::Action,
    widgets::{Icon, icon},
    words::{language, words},
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowProps {
    pub(super) place: Place,
    pub(super) model: ModelId,
    pub(super) candidate: Candidate,
    /// Its logit, as it is shown.
    pub(super) logit: f64,
    /// The gauge of the logits as the present gesture began.
    pub(super) gauge: f64,
    pub(super) is_target: bool,
    /// Whether other rows would be left without it.
    pub(super) can_go: bool,
    pub(super) scale: Scale,
    pub(super) unit: Unit,
    /// Drawn anew after a refusal, so that the field does not keep what was refused.
    pub(super) refusals: u32,
    pub(super) actions: Actions,
}

impl RowProps {
    /// What the slider shows: a probability or a logit.
    fn value(&self) -> f64 {
        match self.scale {
            Scale::Linear | Scale::Logarithmic => self.candidate.probability.value(),
            Scale::Logit => self.logit,
        }
    }

    /// The edit that sets the slider's number.
    fn set(&self, value: f64) -> Edit {
        let row = self.candidate.row.clone();
        let change = match self.scale {
            Scale::Linear | Scale::Logarithmic => {
                Change::SetProbability { row, probability: Probability::nearest(value) }
            }
            Scale::Logit => Change::SetLogit { row, logit: value - self.gauge },
        };
        self.edit(change)
    }

    fn edit(&self, change: Change) -> Edit {
        Edit::Predict { model: self.model, place: self.place, change }
    }

    /// What its number field shows.
    fn written(&self) -> String {
        let written = match self.scale {
            Scale::Linear => notation::probability(self.candidate.probability),
            Scale::Logarithmic => notation::calculable(self.candidate.probability),
            Scale::Logit => notation::fixed(self.logit, 2),
        };
        language().number(written)
    }

    /// The number that is typed into it.
    fn typed(&self, text: &str) -> Result<f64, String> {
        match self.scale {
            Scale::Linear | Scale::Logarithmic => {
                typed_probability(text).map(Probability::value).map_err(|why| why.say(language()))
            }
            Scale::Logit => typed_logit(text).map_err(|why| why.to_string()),
        }
    }
}

#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let words = &words().prediction;
    let Candidate { row, probability, locked } = &props.candidate;
    let word = match row {
        Which::Word(word) => word.to_string(),
        Which::Others => words.others.to_owned(),
    };
    let named = |phrase: &'static str| fill(phrase, &[("word", &word)]);
    let is_locked = *locked;
    let slide = {
        let props = props.clone();
        move |event: InputEvent| {
            let slider: HtmlInputElement = event.target_unchecked_into();
            let value = props.scale.value(slider.value_as_number());
            props.actions.before_next_frame(props.set(value));
        }
    };
    let rest = props.actions.on(|_: Event| Action::Rest);
    let press = |button: Button| {
        let props = props.clone();
        move |event: MouseEvent| {
            let value = props.scale.pressed(props.value(), button, event.shift_key());
            props.actions.now(props.set(value));
            props.actions.now(Action::Rest);
        }
    };
    let typed = {
        let props = props.clone();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            match props.typed(&field.value()) {
                Ok(value) => {
                    props.actions.now(props.set(value));
                    props.actions.now(Action::Rest);
                    // What is written may be another spelling of what was there.
                    field.set_value(&props.written());
                }
                Err(why) => {
                    props.actions.now(Action::Refuse(why.into()));
                    field.set_value(&props.written());
                }
            }
        }
    };
    let lock = {
        let props = props.clone();
        let row = row.clone();
        move |_: MouseEvent| {
            let change = Change::Lock { row: row.clone(), locked: !is_locked };
            props.actions.now(props.edit(change));
        }
    };
    let remove = {
        let props = props.clone();
        let row = row.clone();
        move |_: MouseEvent| props.actions.now(props.edit(Change::Remove(row.clone())))
    };
    let quantity = Quantity::candidate(*probability);
    html! {
        <div class="candidate" data-target={props.is_target.then_some("")} data-locked={is_locked.then_some("")} data-word={word.clone()}>
            <span class="word">
                <bdi translate="no">{ word.clone() }</bdi>
                <small hidden={!props.is_target}>{ words.target }</small>
            </span>
            <input
                type="range"
                min={props.scale.min()}
                max={props.scale.max()}
                step={props.scale.step()}
                value={props.scale.position(props.value())}
                disabled={is_locked}
                aria-label={named(words.probability_of)}
                aria-valuetext={spoken(*probability)}
                oninput={slide}
                onchange={rest}
            />
            <button type="button" class="step" tabindex="-1" disabled={is_locked} aria-label={named(words.less)} onclick={press(Button::Minus)}>{ icon(Icon::Minus) }</button>
            <data value={quantity.full()} data-quantity={quantity.kind().name()} data-word={word.clone()} translate="no" dir="ltr">
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    disabled={is_locked}
                    aria-label={named(words.number_of_word)}
                    value={props.written()}
                    onchange={typed}
                />
            </data>
            <button type="button" class="step" tabindex="-1" disabled={is_locked} aria-label={named(words.more)} onclick={press(Button::Plus)}>{ icon(Icon::Plus) }</button>
            <button type="button" class="lock" aria-pressed={if is_locked { "true" } else { "false" }} aria-label={named(words.lock)} title={words.lock_hint} onclick={lock}>
                { icon(if is_locked { Icon::Locked } else { Icon::Unlocked }) }
            </button>
            <button type="button" class="remove" disabled={props.is_target || !props.can_go} aria-label={named(words.remove)} onclick={remove}>{ icon(Icon::Remove) }</button>
        </div>
    }
}

fn spoken(probability: Probability) -> String {
    notation::spoken(language(), probability)
}
