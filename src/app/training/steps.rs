//! Training steps: the rate, where they are taken, and the buttons.

use masklab::core::{
    document::{Edit, Scope},
    math::{notation, typed_rate},
    setup::Locked,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::run::{Run, use_run};
use crate::app::{
    host::frames::Actions,
    setup::is_locked,
    store::{Action, Settings, View},
    widgets::{kept, segments},
    words::{language, words},
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct StepsProps {
    pub(super) view: View,
    pub(super) actions: Actions,
}

/// A component, since training runs from frame to frame.
#[component]
pub(super) fn Steps(StepsProps { view, actions }: &StepsProps) -> Html {
    let everywhere = use_state_eq(|| true);
    let run = use_run(view, actions);
    let scope = match view.chosen {
        Some(place) if !*everywhere => Scope::Position(place),
        _ => Scope::Dataset,
    };
    let ways = Ways {
        is_hidden: view.report.selected() == 0,
        can_undo: view.can_undo(),
        settings: view.settings,
        scope,
        everywhere,
        run,
        actions: actions.clone(),
    };
    kept(ways, draw)
}

/// What the buttons are drawn from.
#[derive(PartialEq)]
struct Ways {
    is_hidden: bool,
    can_undo: bool,
    settings: Settings,
    scope: Scope,
    everywhere: UseStateHandle<bool>,
    run: Run,
    actions: Actions,
}

fn draw(of: &Ways) -> Html {
    let words = words().training;
    let Ways { settings, scope, everywhere, run, actions, .. } = of;
    let (settings, scope, is_running) = (*settings, *scope, run.is_running());
    let take = |text: &'static str, steps: u32| {
        let actions = actions.clone();
        let onclick = move |_: MouseEvent| {
            let (model, rate) = (settings.model, settings.rate);
            actions.now(Edit::Train { model, scope, rate, steps });
            actions.now(Action::Rest);
        };
        html! { <button type="button" disabled={is_running || is_locked(Locked::Training)} {onclick}>{ text }</button> }
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
    let scopes = [(true, words.everywhere), (false, words.here)];
    let until = {
        let (run, actions) = (run.clone(), actions.clone());
        move |_: MouseEvent| run.toggle(scope, &actions)
    };
    html! {
        <div class="steps" hidden={of.is_hidden}>
            <label class="rate" title={words.rate}>
                <span translate="no">{ "η" }</span>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-label={words.rate}
                    value={written(settings.rate)}
                    onchange={rate}
                />
            </label>
            { segments("scope", words.scope, &scopes, **everywhere, choose) }
            { take(words.one_step, 1) }
            { take(words.ten_steps, 10) }
            <button
                type="button"
                id="until"
                disabled={is_locked(Locked::Training)}
                aria-pressed={if is_running { "true" } else { "false" }}
                onclick={until}
            >
                { if is_running { words.stop } else { words.until } }
            </button>
            <button
                type="button"
                class="quiet"
                disabled={!of.can_undo || is_running}
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
