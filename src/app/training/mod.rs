//! What the numbers mean for training: in words, as a gradient, and as steps to take.

mod run;
mod said;

use masklab::core::{
    document::{Edit, Scope},
    math::{notation, typed_logit},
    plot::{Frame, gradient_bars},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    LATER, WORKSHOP,
    charts::{Picture, Tag},
    compare::compare,
    host::{frames::Actions, size::use_size},
    store::{Action, Lower, Settings, View},
    widgets::{badge, empty, hue_name, panel, place_name, segments},
    words::{language, words},
};
use run::use_run;

/// The panel below: what the numbers mean for training, or models side by side.
pub(crate) fn lower(view: &View, actions: &Actions) -> Html {
    let words = &words().training;
    let settings = view.settings;
    let choose = {
        let actions = actions.clone();
        move |lower: Lower| actions.now(Action::Show(Settings { lower, ..settings }))
    };
    let ways = [(Lower::Training, words.title), (Lower::Compare, words.compare)];
    let is_training = settings.lower == Lower::Training;
    panel(
        "lower",
        segments("lower", words.lower, &ways, settings.lower, choose),
        "",
        html! {},
        html! {
            <>
                <div id="training" hidden={!is_training}>
                    <Training view={view.clone()} actions={actions.clone()} />
                </div>
                <div id="compare" hidden={is_training}>
                    if WORKSHOP && !is_training {
                        { compare(view, actions) }
                    }
                </div>
            </>
        },
    )
}

#[derive(Clone, PartialEq, Properties)]
struct TrainingProps {
    view: View,
    actions: Actions,
}

/// A component, since training runs from frame to frame.
#[component]
fn Training(TrainingProps { view, actions }: &TrainingProps) -> Html {
    let words = &words().training;
    let everywhere = use_state_eq(|| true);
    let run = use_run(view, actions);
    let (node, size) = use_size();
    let settings = view.settings;
    let scope = match view.chosen {
        Some(place) if !*everywhere => Scope::Position(place),
        _ => Scope::Dataset,
    };
    let train = |steps: u32| {
        let edit = Edit::Train { model: settings.model, scope, rate: settings.rate, steps };
        let actions = actions.clone();
        move |_: MouseEvent| {
            actions.now(edit.clone());
            actions.now(Action::Rest);
        }
    };
    let rate = {
        let actions = actions.clone();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            match if WORKSHOP { typed_logit(&field.value()) } else { Ok(settings.rate) } {
                Ok(rate) => actions.now(Action::Show(Settings { rate, ..settings })),
                Err(why) => {
                    actions.now(Action::Refuse(why.to_string().into()));
                    field.set_value(&language().number(notation::given(settings.rate)));
                }
            }
        }
    };
    let ways = [(true, words.everywhere), (false, words.here)];
    let choose = {
        let everywhere = everywhere.setter();
        move |all: bool| everywhere.set(all)
    };
    let nothing = view.report.selected() == 0;
    let is_running = run.is_running();
    let until = {
        let (run, scope) = (run.clone(), scope);
        move |_: MouseEvent| run.toggle(scope)
    };
    let gradient =
        size.zip(view.chosen).filter(|_| WORKSHOP).and_then(|((width, height), place)| {
            let (_, term) = view.term(place)?;
            let frame = Frame { width, height, unit: settings.unit, language: language() };
            let prediction = view.prediction.as_deref()?;
            let gradient = prediction.gradient(&term.target, 0.0)?;
            Some(gradient_bars(prediction, &gradient, Some(&term.target), frame))
        });
    let take = |text: &'static str, steps: u32| {
        html! {
            <button type="button" disabled={is_running} data-later={LATER} onclick={train(steps)}>{ text }</button>
        }
    };
    let tags = view.chosen.map(|place| Tag::of(view, place)).into_iter().collect::<Vec<_>>();
    html! {
        <>
            { empty(nothing, words.nothing) }
            <div class="meant" hidden={nothing}>
                { said::meaning(view) }
                <div class="gradient plot-frame" ref={node}>
                    { for gradient.map(|plot| html! { <Picture {plot} {tags} /> }) }
                </div>
            </div>
            <div class="steps" hidden={nothing}>
                <label class="rate" title={words.rate}>
                    <span translate="no">{ "η" }</span>
                    <input
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        aria-label={words.rate}
                        value={language().number(notation::given(settings.rate))}
                        onchange={rate}
                    />
                </label>
                { segments("scope", words.scope, &ways, *everywhere, choose) }
                { take(words.one_step, 1) }
                { take(words.ten_steps, 10) }
                <button
                    type="button"
                    id="until"
                    aria-pressed={if is_running { "true" } else { "false" }}
                    data-later={LATER}
                    onclick={until}
                >
                    { if is_running { words.stop } else { words.until } }
                </button>
                <button
                    type="button"
                    class="quiet"
                    disabled={!view.can_undo() || is_running}
                    onclick={actions.on(|_: MouseEvent| Action::Undo)}
                >
                    { words.back }
                </button>
                <span class="note" role="status">{ run.said() }</span>
            </div>
        </>
    }
}

/// The mark of the position that is spoken of.
fn mark(view: &View) -> Html {
    let Some((number, place)) = view.chosen.and_then(|place| Some((view.term(place)?.0, place)))
    else {
        return html! { <span /> };
    };
    html! {
        <span class="mark" data-hue={view.hue(place).map(hue_name)} data-place={place_name(place)}>{ badge(number) }</span>
    }
}
