//! What the numbers mean for training: in words, as a gradient, and as steps to take.

mod run;
mod said;

use masklab::core::{
    document::{Edit, Scope},
    math::{notation, typed_rate},
    objective::Numbered,
    plot::gradient_bars,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    charts::{chosen_tags, frame, use_picture},
    compare::compare,
    host::{frames::Actions, size::use_size},
    store::{Action, Lower, Settings, View},
    widgets::{badge, empty, hue_name, kept, panel, place_name, segments},
    words::{language, words},
};
use run::use_run;

/// The panel below: what the numbers mean for training, or models side by side.
pub(crate) fn lower(view: &View, actions: &Actions) -> Html {
    let is_training = view.settings.lower == Lower::Training;
    panel(
        "lower",
        kept((view.settings, actions.clone()), ways),
        "",
        html! {},
        html! {
            <>
                <div id="training" hidden={!is_training}>
                    { training(view, actions) }
                </div>
                <div id="compare" hidden={is_training}>
                    if !is_training {
                        { compare(view, actions) }
                    }
                </div>
            </>
        },
    )
}

/// Training, or the comparison.
fn ways((settings, actions): &(Settings, Actions)) -> Html {
    let words = words().training;
    let (settings, actions) = (*settings, actions.clone());
    let choose = move |lower: Lower| actions.now(Action::Show(Settings { lower, ..settings }));
    let ways = [(Lower::Training, words.title), (Lower::Compare, words.compare)];
    segments("lower", words.lower, &ways, settings.lower, choose)
}

fn training(view: &View, actions: &Actions) -> Html {
    let nothing = view.report.selected() == 0;
    html! {
        <>
            { empty(nothing, words().training.nothing) }
            <div class="meant" hidden={nothing}>
                { said::meaning(view) }
                <Gradient view={view.clone()} />
            </div>
            <Steps view={view.clone()} actions={actions.clone()} />
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GradientProps {
    view: View,
}

/// ∂L/∂z = p − y as bars: a component, since it measures its own size.
#[component]
fn Gradient(GradientProps { view }: &GradientProps) -> Html {
    let (node, size) = use_size();
    let plot = size.and_then(|size| {
        let target = &view.looked_at()?.term.target;
        let prediction = view.prediction.as_deref()?;
        let gradient = prediction.gradient(target, 0.0)?;
        Some(gradient_bars(prediction, &gradient, Some(target), frame(view, size)))
    });
    let picture = use_picture(plot.map(|plot| (plot, chosen_tags(view))));
    html! { <div class="gradient plot-frame" ref={node}>{ picture }</div> }
}

#[derive(Clone, PartialEq, Properties)]
struct StepsProps {
    view: View,
    actions: Actions,
}

/// A component, since training runs from frame to frame.
#[component]
fn Steps(StepsProps { view, actions }: &StepsProps) -> Html {
    let words = words().training;
    let everywhere = use_state_eq(|| true);
    let run = use_run(view, actions);
    let settings = view.settings;
    let scope = match view.chosen {
        Some(place) if !*everywhere => Scope::Position(place),
        _ => Scope::Dataset,
    };
    let take = |text: &'static str, steps: u32| {
        let actions = actions.clone();
        let onclick = move |_: MouseEvent| {
            let (model, rate) = (settings.model, settings.rate);
            actions.now(Edit::Train { model, scope, rate, steps });
            actions.now(Action::Rest);
        };
        html! { <button type="button" disabled={run.is_running()} {onclick}>{ text }</button> }
    };
    let rate = Callback::from({
        let actions = actions.clone();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            match typed_rate(&field.value()) {
                Ok(rate) => actions.now(Action::Show(Settings { rate, ..settings })),
                Err(why) => {
                    actions.now(Action::Refuse(why.say(language()).into()));
                    field.set_value(&written(settings.rate));
                }
            }
        }
    });
    let choose = {
        let everywhere = everywhere.setter();
        move |all: bool| everywhere.set(all)
    };
    let ways = [(true, words.everywhere), (false, words.here)];
    let is_running = run.is_running();
    let until = {
        let (run, actions) = (run.clone(), actions.clone());
        move |_: MouseEvent| run.toggle(scope, &actions)
    };
    html! {
        <div class="steps" hidden={view.report.selected() == 0}>
            <label class="rate" title={words.rate}>
                <span translate="no">{ "η" }</span>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-label={words.rate}
                    value={written(view.settings.rate)}
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
    }
}

fn written(rate: f64) -> String {
    language().number(notation::given(rate))
}

/// The mark of the position that is spoken of.
fn mark(view: &View) -> Html {
    let Some(Numbered { number, place, .. }) = view.looked_at() else { return html! { <span /> } };
    html! {
        <span class="mark" data-hue={view.hue(place).map(hue_name)} data-place={place_name(place)}>{ badge(number) }</span>
    }
}
