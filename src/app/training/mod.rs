//! What the numbers mean for training: in words, as a gradient, and as steps to take.

mod run;
mod said;

use masklab::core::{
    document::{Edit, Scope},
    math::{notation, typed_rate},
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
                    { training(view, actions) }
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

fn training(view: &View, actions: &Actions) -> Html {
    let nothing = view.report.selected() == 0;
    html! {
        <>
            { empty(nothing, words().training.nothing) }
            <div class="meant" hidden={nothing}>
                { said::meaning(view) }
                if WORKSHOP {
                    <Gradient view={view.clone()} />
                } else {
                    <div class="gradient plot-frame"></div>
                }
            </div>
            if WORKSHOP {
                <Steps view={view.clone()} actions={actions.clone()} />
            } else {
                { steps(view, actions, &Controls::default()) }
            }
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
    let plot = size.zip(view.chosen).and_then(|((width, height), place)| {
        let (_, term) = view.term(place)?;
        let frame = Frame { width, height, unit: view.settings.unit, language: language() };
        let prediction = view.prediction.as_deref()?;
        let gradient = prediction.gradient(&term.target, 0.0)?;
        Some(gradient_bars(prediction, &gradient, Some(&term.target), frame))
    });
    let tags: Vec<Tag> = view.chosen.iter().map(|&place| Tag::of(view, place)).collect();
    html! {
        <div class="gradient plot-frame" ref={node}>
            { for plot.map(|plot| html! { <Picture {plot} {tags} /> }) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StepsProps {
    view: View,
    actions: Actions,
}

/// What the buttons of a training do.
struct Controls {
    /// Whether steps are taken at all positions, and not at the one that is looked at alone.
    everywhere: bool,
    choose: Callback<bool>,
    rate: Callback<Event>,
    take: Callback<u32>,
    until: Callback<MouseEvent>,
    is_running: bool,
    /// What is said of the last run.
    said: String,
}

impl Default for Controls {
    fn default() -> Self {
        Self {
            everywhere: true,
            choose: Callback::noop(),
            rate: Callback::noop(),
            take: Callback::noop(),
            until: Callback::noop(),
            is_running: false,
            said: String::new(),
        }
    }
}

/// A component, since training runs from frame to frame.
#[component]
fn Steps(StepsProps { view, actions }: &StepsProps) -> Html {
    let everywhere = use_state_eq(|| true);
    let run = use_run(view, actions);
    let settings = view.settings;
    let scope = match view.chosen {
        Some(place) if !*everywhere => Scope::Position(place),
        _ => Scope::Dataset,
    };
    let take = Callback::from({
        let actions = actions.clone();
        move |steps: u32| {
            let (model, rate) = (settings.model, settings.rate);
            actions.now(Edit::Train { model, scope, rate, steps });
            actions.now(Action::Rest);
        }
    });
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
        Callback::from(move |all: bool| everywhere.set(all))
    };
    let until = {
        let run = run.clone();
        Callback::from(move |_: MouseEvent| run.toggle(scope))
    };
    let controls = Controls {
        everywhere: *everywhere,
        choose,
        rate,
        take,
        until,
        is_running: run.is_running(),
        said: run.said(),
    };
    steps(view, actions, &controls)
}

fn written(rate: f64) -> String {
    language().number(notation::given(rate))
}

fn steps(view: &View, actions: &Actions, controls: &Controls) -> Html {
    let words = &words().training;
    let is_running = controls.is_running;
    let take = |text: &'static str, steps: u32| {
        let onclick = controls.take.reform(move |_: MouseEvent| steps);
        html! {
            <button type="button" disabled={is_running} data-later={LATER} {onclick}>{ text }</button>
        }
    };
    let choose = {
        let choose = controls.choose.clone();
        move |all: bool| choose.emit(all)
    };
    let ways = [(true, words.everywhere), (false, words.here)];
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
                    onchange={controls.rate.clone()}
                />
            </label>
            { segments("scope", words.scope, &ways, controls.everywhere, choose) }
            { take(words.one_step, 1) }
            { take(words.ten_steps, 10) }
            <button
                type="button"
                id="until"
                aria-pressed={if is_running { "true" } else { "false" }}
                data-later={LATER}
                onclick={controls.until.clone()}
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
            <span class="note" role="status">{ controls.said.clone() }</span>
        </div>
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
