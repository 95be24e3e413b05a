//! The frame around the panels: the header, the layout, keys, and what the page says aloud.

mod announce;
mod embedded;
mod header;
mod help;
mod keys;
mod newer;
mod save;
mod share;

use masklab::core::{
    document::Edit,
    messages::Language,
    setup::{Answers, Part, Views},
};
use yew::prelude::*;

use super::{
    charts::Charts,
    dataset::Dataset,
    equation::equation,
    host::{
        crash, dom,
        frames::{Actions, next_frame},
        parent, pointing,
    },
    lecture::Lecture,
    prediction::prediction,
    setup::{is_embedded, is_hidden},
    store::{Action, Settings, View},
    training::lower,
    widgets::{Icon, icon, kept},
    words,
};
use announce::Announce;
use header::Header;
use newer::Newer;
use share::Share;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AppProps {
    /// What a slider of the first view has been moved to.
    pub(crate) moved: Option<Edit>,
    /// What of the address's query is left out, in words.
    pub(crate) left_out: String,
}

/// The whole page, in one language: another one draws all of it anew, with the same work.
#[component]
pub(crate) fn App(AppProps { moved, left_out }: &AppProps) -> Html {
    let language = use_state_eq(words::language);
    // The work outlives a change of the language.
    let store = use_reducer(|| View::new(moved.as_ref(), || save::beginning(left_out)));
    let actions = use_memo((), {
        let dispatcher = store.dispatcher();
        |()| Actions::new(move |action| dispatcher.dispatch(action))
    });
    let view: View = (*store).clone();
    let speak = use_callback((), {
        let language = language.setter();
        move |wanted: Language, ()| {
            words::choose(wanted);
            language.set(wanted);
        }
    });
    let sharing = use_state_eq(|| false);
    let share = use_callback((), {
        let sharing = sharing.setter();
        move |is_open: bool, ()| sharing.set(is_open)
    });
    // The view is compared by pointer; the document would be compared word by word at every move.
    use_effect_with(view.clone(), |view| crash::remember(view.document().clone()));
    save::use_autosave(&view);
    let newest = use_mut_ref(|| view.clone());
    newest.replace(view.clone());
    use_effect_with((), {
        let actions = (*actions).clone();
        move |()| {
            let listening = (
                pointing::follow(&actions),
                keys::listen(&actions),
                save::follow_address(&actions),
                save::answer_parent(&actions, newest),
            );
            // The plot knows its size, and is drawn, after the first effects.
            next_frame(mark_ready);
            parent::tell_ready();
            move || drop(listening)
        }
    });
    if view.settings.view == Views::Lecture {
        return html! {
            <div class="app" key={language.code()}>
                <Lecture view={view.clone()} actions={(*actions).clone()} />
                { kept((view.refusal.clone(), view.settings, (*actions).clone()), refusal) }
            </div>
        };
    }
    html! {
        <div class="app" key={language.code()} data-answers={(view.settings.answers == Answers::Asked).then_some("asked")}>
            if !is_embedded() {
                <Header
                    preset={view.preset.map(|preset| preset.name)}
                    can_undo={view.can_undo()}
                    can_redo={view.can_redo()}
                    actions={(*actions).clone()}
                    {speak}
                    settings={view.settings}
                    share={share.clone()}
                />
            }
            { main(&view, &actions) }
            { kept((view.refusal.clone(), view.settings, (*actions).clone()), refusal) }
            if view.refusal.is_none() {
                <Newer view={view.clone()} />
            }
            <Announce view={view.clone()} />
            { kept((), |&()| help::dialog()) }
            if *sharing {
                <Share view={view.clone()} close={share.reform(|()| false)} />
            }
            if is_embedded() {
                { kept((view.can_undo(), view.can_redo(), (*actions).clone()), embedded::foot) }
            }
        </div>
    }
}

fn main(view: &View, actions: &Actions) -> Html {
    html! {
        <main>
            <div class="column given" hidden={is_hidden(Part::Dataset) && is_hidden(Part::Prediction) && view.settings.answers == Answers::Shown}>
                if !is_hidden(Part::Dataset) {
                    <Dataset view={view.clone()} actions={actions.clone()} />
                }
                if !is_hidden(Part::Prediction) {
                    { prediction(view, actions) }
                }
                if view.settings.answers == Answers::Asked {
                    { ask(view.settings, actions) }
                }
            </div>
            <div class="column made" hidden={is_hidden(Part::Equation) && is_hidden(Part::Plot)}>
                if !is_hidden(Part::Equation) {
                    { equation(view, actions) }
                }
                if !is_hidden(Part::Plot) {
                    <Charts view={view.clone()} actions={actions.clone()} />
                }
            </div>
            <div class="column lower" hidden={is_hidden(Part::Training)}>
                if !is_hidden(Part::Training) {
                    { lower(view, actions) }
                }
            </div>
        </main>
    }
}

/// The way to what a person is to work out first.
fn ask(settings: Settings, actions: &Actions) -> Html {
    let words = words::words().shell;
    let shown = Settings { answers: Answers::Shown, ..settings };
    html! {
        <div class="panel ask">
            <p>{ words.answers_hint }</p>
            <button type="button" class="primary" id="show-answers" onclick={actions.on(move |_: MouseEvent| Action::Show(shown))}>{ words.show_answers }</button>
        </div>
    }
}

/// Why something was refused, above the page, until it is closed or something else is done.
fn refusal((why, settings, actions): &(Option<AttrValue>, Settings, Actions)) -> Html {
    let close = words::words().shell.dismiss;
    let settings = *settings;
    html! {
        <div class="toast" hidden={why.is_none()}>
            <p id="refusal" role="alert">{ why.clone() }</p>
            <button
                type="button"
                class="quiet"
                aria-label={close}
                onclick={actions.on(move |_: MouseEvent| Action::Show(settings))}
            >
                { icon(Icon::Remove) }
            </button>
        </div>
    }
}

/// Lets a host, a style sheet or a test know that the page shows the app.
fn mark_ready() {
    if let Some(root) = dom::root() {
        // Nothing depends on it inside the page.
        let _ = root.set_attribute("data-ready", "");
        let _ = root.set_attribute("data-whole", "");
    }
}
