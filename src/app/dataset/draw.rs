//! "Select 15 %": positions drawn as BERT draws them.

use masklab::core::{
    document::{Edit, Scope},
    math::{Probability, typed_probability},
    messages::fill,
    text::{Draw, Recipe},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::{
    host::frames::Actions,
    widgets::{menu, segments},
    words::{language, words},
};

/// The button that opens the form.
pub(super) fn button((selected, actions): &(usize, Actions)) -> Html {
    menu(
        "draw-form",
        "small",
        None,
        html! { { words().dataset.select_some } },
        html! { <DrawForm selected={*selected} actions={actions.clone()} /> },
    )
}

#[derive(Clone, PartialEq, Properties)]
struct DrawFormProps {
    /// How many positions are selected now.
    selected: usize,
    actions: Actions,
}

/// The recipe as it stands in its fields.
#[derive(Clone, Debug, PartialEq)]
struct Fields {
    rate: String,
    mask: String,
    random: String,
    seed: String,
    draw: Draw,
}

impl Default for Fields {
    fn default() -> Self {
        let percent = |share: &str| format!("{share} %");
        Self {
            rate: percent("15"),
            mask: percent("80"),
            random: percent("10"),
            seed: "1".to_owned(),
            draw: Draw::EachToken,
        }
    }
}

impl Fields {
    /// The recipe and the seed, or what to do about a field that says neither.
    fn read(&self) -> Result<(Recipe, u64), AttrValue> {
        let share = |text: &str| typed_probability(text).map(Probability::value);
        let share = |text: &str| share(text).map_err(|why| AttrValue::from(why.say(language())));
        let (rate, mask, random) = (share(&self.rate)?, share(&self.mask)?, share(&self.random)?);
        let recipe = Recipe::new(rate, mask, random).map_err(|why| why.say(language()))?;
        let seed = self.seed.trim().parse().map_err(|_| words().dataset.bad_seed)?;
        Ok((recipe.with_draw(self.draw), seed))
    }
}

#[component]
fn DrawForm(DrawFormProps { selected, actions }: &DrawFormProps) -> Html {
    let words = words().dataset;
    let fields = use_state_eq(Fields::default);
    let refusal = use_state_eq(|| None::<AttrValue>);
    let draw = {
        let (actions, refusal) = (actions.clone(), refusal.setter());
        move |fields: &Fields| match fields.read() {
            Ok((recipe, seed)) => {
                refusal.set(None);
                actions.now(Edit::Draw { scope: Scope::Dataset, recipe, seed, epoch: 0 });
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let onsubmit = {
        let (draw, fields) = (draw.clone(), fields.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            draw(&fields);
        }
    };
    let again = {
        let fields = fields.clone();
        move |_: MouseEvent| {
            let mut next = (*fields).clone();
            let seed = next.seed.trim().parse::<u64>().unwrap_or_default();
            next.seed = seed.wrapping_add(1).to_string();
            draw(&next);
            fields.set(next);
        }
    };
    let field = |id: &'static str,
                 label: &'static str,
                 value: &str,
                 set: fn(&mut Fields, String)| {
        let oninput = {
            let fields = fields.clone();
            move |event: InputEvent| {
                let field: HtmlInputElement = event.target_unchecked_into();
                let mut next = (*fields).clone();
                set(&mut next, field.value());
                fields.set(next);
            }
        };
        html! {
            <>
                <label for={id}>{ label }</label>
                <input {id} type="text" inputmode="decimal" autocomplete="off" value={value.to_owned()} {oninput} />
            </>
        }
    };
    let way = {
        let fields = fields.clone();
        move |draw: Draw| fields.set(Fields { draw, ..(*fields).clone() })
    };
    let clear = {
        let actions = actions.clone();
        move |_: MouseEvent| actions.now(Edit::Deselect(Scope::Dataset))
    };
    let count = selected.to_string();
    html! {
        <form class="fields" {onsubmit}>
            <h3>{ words.draw_title }</h3>
            { field("draw-rate", words.draw_rate, &fields.rate, |fields, text| fields.rate = text) }
            { field("draw-mask", words.draw_mask, &fields.mask, |fields, text| fields.mask = text) }
            { field("draw-random", words.draw_random, &fields.random, |fields, text| fields.random = text) }
            { field("draw-seed", words.draw_seed, &fields.seed, |fields, text| fields.seed = text) }
            <div class="wide">
                { segments("draw-way", words.draw_way, &[(Draw::EachToken, words.draw_each), (Draw::FixedCount, words.draw_count)], fields.draw, way) }
            </div>
            <p class="refusal wide" role="status">{ (*refusal).clone() }</p>
            <div class="buttons wide">
                <button type="submit" class="primary">{ words.draw }</button>
                <button type="button" onclick={again}>{ words.draw_again }</button>
                <button type="button" onclick={clear} disabled={*selected == 0}>{ words.draw_none }</button>
            </div>
            <p class="note wide">{ fill(words.draw_note, &[("selected", &count)]) }</p>
        </form>
    }
}
