//! The header: the examples, the way back, and how the page looks.

use masklab::core::{
    document::Preset,
    messages::Language,
    setup::{Part, Theme, Views},
};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::app::{
    host::{dom, frames::Actions, theme},
    setup::is_hidden,
    store::{Action, Settings},
    widgets::{Icon, close_menus, icon, menu, segments},
    words::{language, words},
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HeaderProps {
    /// The example that is open.
    pub(super) preset: Option<&'static str>,
    pub(super) can_undo: bool,
    pub(super) can_redo: bool,
    pub(super) actions: Actions,
    /// Speaks another language.
    pub(super) speak: Callback<Language>,
    /// How things are shown.
    pub(super) settings: Settings,
    /// Opens the dialog of links and files.
    pub(super) share: Callback<bool>,
}

#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let HeaderProps { actions, speak, .. } = props;
    let preset = props.preset.and_then(Preset::named);
    let words = words().shell;
    let shown = use_state_eq(theme::shown);
    let help = |_: MouseEvent| {
        if let Some(dialog) = dom::find::<HtmlDialogElement>("#help") {
            // Refused where it is open already.
            let _ = dialog.show_modal();
        }
    };
    let look = {
        let shown = shown.setter();
        move |wanted: Theme| {
            theme::choose(wanted);
            shown.set(wanted);
        }
    };
    let themes = [
        (Theme::System, words.theme_system),
        (Theme::Light, words.theme_light),
        (Theme::Dark, words.theme_dark),
    ];
    let speak = speak.clone();
    let lecture = Settings { view: Views::Lecture, ..props.settings };
    let lecture = actions.on(move |_: MouseEvent| Action::Show(lecture));
    let share = props.share.reform(|_: MouseEvent| true);
    let settings = {
        html! {
            <div class="fields">
                <span class="wide name">{ words.theme }</span>
                <div class="wide">{ segments("theme", words.theme, &themes, *shown, look) }</div>
                <span class="wide name">{ words.language }</span>
                <div class="wide">{ segments("language", words.language, &languages(), language(), move |one| speak.emit(one)) }</div>
            </div>
        }
    };
    let task = preset.map(|preset| preset.task(language()));
    html! {
        <header class="bar">
            <h1 translate="no">{ "Mask" }<span>{ "Lab" }</span></h1>
            if !is_hidden(Part::Examples) {
                { menu("examples", "", None, html! { <>{ words.examples }{ icon(Icon::Down) }</> }, examples(props.preset, actions)) }
            }
            <p class="task" hidden={task.is_none()}><b>{ words.task }</b>{ " " }{ task }</p>
            <p class="task about" hidden={task.is_some()}>{ words.about }</p>
            <div class="buttons">
                { steps(props.can_undo, props.can_redo, actions) }
                <button type="button" class="quiet" id="open-lecture" aria-label={words.lecture} title={words.lecture} onclick={lecture}>{ icon(Icon::Lecture) }</button>
                <button type="button" class="quiet" id="open-share" aria-label={words.share} title={words.share} aria-haspopup="dialog" onclick={share}>{ icon(Icon::Share) }</button>
                { menu("settings", "quiet", Some(words.settings.into()), icon(Icon::Settings), settings) }
                <button type="button" class="quiet" id="open-help" aria-label={words.help} title={words.help} onclick={help}>{ icon(Icon::Help) }</button>
            </div>
        </header>
    }
}

/// A step back and again, where there is one.
pub(super) fn steps(can_undo: bool, can_redo: bool, actions: &Actions) -> Html {
    let words = words().shell;
    let step = |label: &'static str, face: Icon, possible: bool, action: Action| {
        let onclick = actions.on(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="quiet" aria-label={label} title={label} disabled={!possible} {onclick}>
                { icon(face) }
            </button>
        }
    };
    html! {
        <>
            { step(words.undo, Icon::Undo, can_undo, Action::Undo) }
            { step(words.redo, Icon::Redo, can_redo, Action::Redo) }
        </>
    }
}

/// The languages by their own names.
fn languages() -> Vec<(Language, &'static str)> {
    Language::ALL.iter().map(|&one| (one, one.messages().name)).collect()
}

/// The examples, each with its task, and the present one anew.
fn examples(open_name: Option<&'static str>, actions: &Actions) -> Html {
    let words = words().shell;
    let open = |preset: &'static Preset| {
        let actions = actions.clone();
        move |_: MouseEvent| {
            close_menus();
            actions.now(Action::Open(preset));
        }
    };
    let entries = Preset::ALL.iter().map(|preset| {
        let is_open = open_name == Some(preset.name);
        html! {
            <li key={preset.name}>
                <button type="button" data-preset={preset.name} aria-current={is_open.then_some("true")} onclick={open(preset)}>
                    <span>{ preset.title(language()) }</span>
                    <small>{ preset.task(language()) }</small>
                </button>
            </li>
        }
    });
    let is_it = |preset: &&Preset| open_name.is_none_or(|name| name == preset.name);
    let present = Preset::ALL.iter().find(is_it);
    html! {
        <>
            <ul class="entries examples">{ for entries }</ul>
            <p>
                if let Some(preset) = present {
                    <button type="button" class="small" id="start-over" onclick={open(preset)}>{ words.start_over }</button>
                }
            </p>
        </>
    }
}
