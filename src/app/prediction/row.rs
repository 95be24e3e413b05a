//! One candidate: its word, its slider, its number with − and +, and its lock.

use masklab::core::{
    document::Change,
    math::{Button, Probability, Row as Which, Scale, typed_logit, typed_probability},
    messages::fill,
    objective::QuantityKind,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{live::Live, sliders::Sliders};
use crate::app::{
    host::frames::Actions,
    store::Action,
    widgets::{Icon, icon},
    words::{language, words},
};

/// All of a row that does not change while sliders move; the numbers are written by
/// [`super::live`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowProps {
    pub(super) sliders: Sliders,
    pub(super) row: Which,
    pub(super) is_locked: bool,
    pub(super) is_target: bool,
    /// Whether other rows would be left without it.
    pub(super) can_go: bool,
    pub(super) live: Live,
    pub(super) actions: Actions,
}

impl RowProps {
    /// The number that is typed into it.
    fn typed(&self, text: &str) -> Result<f64, String> {
        match self.sliders.scale {
            Scale::Linear | Scale::Logarithmic => {
                typed_probability(text).map(Probability::value).map_err(|why| why.say(language()))
            }
            Scale::Logit => typed_logit(text).map_err(|why| why.say(language())),
        }
    }
}

#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let words = words().prediction;
    let (row, is_locked) = (&props.row, props.is_locked);
    let word = match row {
        Which::Word(word) => word.to_string(),
        Which::Others => words.others.to_owned(),
    };
    let named = |phrase: &'static str| fill(phrase, &[("word", &word)]);
    let rest = props.actions.on(|_: Event| Action::Rest);
    let press = |button: Button| {
        let row = row.clone();
        props.actions.on(move |event: MouseEvent| {
            let (row, fine) = (row.clone(), event.shift_key());
            Action::Press { row, button, fine }
        })
    };
    let typed = {
        let props = props.clone();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            // What is typed may be another spelling of what was there, or no number: it is written anew.
            props.live.forget();
            match props.typed(&field.value()) {
                Ok(value) => {
                    props.actions.now(props.sliders.set(props.row.clone(), value));
                    props.actions.now(Action::Rest);
                }
                Err(why) => props.actions.now(Action::Refuse(why.into())),
            }
        }
    };
    let lock = {
        let props = props.clone();
        let row = row.clone();
        move |_: MouseEvent| {
            let change = Change::Lock { row: row.clone(), locked: !is_locked };
            props.actions.now(props.sliders.edit(change));
        }
    };
    let remove = {
        let props = props.clone();
        let row = row.clone();
        move |_: MouseEvent| props.actions.now(props.sliders.edit(Change::Remove(row.clone())))
    };
    html! {
        <div class="candidate" data-target={props.is_target.then_some("")} data-locked={is_locked.then_some("")} data-word={word.clone()}>
            <span class="word">
                <bdi translate="no">{ word.clone() }</bdi>
                <small hidden={!props.is_target}>{ words.target }</small>
            </span>
            <input
                type="range"
                min={props.sliders.scale.min()}
                max={props.sliders.scale.max()}
                step={props.sliders.scale.step()}
                disabled={is_locked}
                aria-label={named(words.probability_of)}
                onchange={rest}
            />
            <button type="button" class="step" tabindex="-1" disabled={is_locked} aria-label={named(words.less)} onclick={press(Button::Minus)}>{ icon(Icon::Minus) }</button>
            <data
                data-quantity={QuantityKind::Probability.name()} data-word={word.clone()} translate="no" dir="ltr">
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    disabled={is_locked}
                    aria-label={named(words.number_of_word)}
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
