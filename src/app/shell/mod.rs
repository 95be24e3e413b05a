//! The frame around the panels: the header, the layout, keys, and what the page says aloud.

mod announce;
mod header;
mod help;
mod keys;
mod save;

use masklab::core::{document::Edit, messages::Language};
use yew::prelude::*;

use super::{
    charts::Charts,
    dataset::Dataset,
    equation::equation,
    host::{
        crash, dom,
        frames::{Actions, next_frame},
        pointing,
    },
    prediction::prediction,
    store::{Action, Settings, View},
    training::lower,
    widgets::{Icon, icon, kept},
    words,
};
use announce::Announce;
use header::Header;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AppProps {
    /// What a slider of the first view has been moved to.
    pub(crate) moved: Option<Edit>,
}

/// The whole page, in one language: another one draws all of it anew, with the same work.
#[component]
pub(crate) fn App(AppProps { moved }: &AppProps) -> Html {
    let language = use_state_eq(words::language);
    // The work outlives a change of the language.
    let store = use_reducer(|| View::new(moved.as_ref(), save::beginning));
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
    // The view is compared by pointer; the document would be compared word by word at every move.
    use_effect_with(view.clone(), |view| crash::remember(view.document().clone()));
    save::use_autosave(&view);
    use_effect_with((), {
        let actions = (*actions).clone();
        move |()| {
            let listening = (
                pointing::follow(&actions),
                keys::listen(&actions),
                save::follow_address(&actions),
            );
            // The plot knows its size, and is drawn, after the first effects.
            next_frame(mark_ready);
            move || drop(listening)
        }
    });
    html! {
        <div class="app" key={language.code()}>
            <Header
                preset={view.preset.map(|preset| preset.name)}
                can_undo={view.can_undo()}
                can_redo={view.can_redo()}
                actions={(*actions).clone()}
                {speak}
            />
            { main(&view, &actions) }
            { kept((view.refusal.clone(), view.settings, (*actions).clone()), refusal) }
            <Announce view={view.clone()} />
            { kept((), |&()| help::dialog()) }
        </div>
    }
}

fn main(view: &View, actions: &Actions) -> Html {
    html! {
        <main>
            <div class="column given">
                <Dataset view={view.clone()} actions={actions.clone()} />
                { prediction(view, actions) }
            </div>
            <div class="column made">
                { equation(view, actions) }
                <Charts view={view.clone()} actions={actions.clone()} />
            </div>
            <div class="column lower">
                { lower(view, actions) }
            </div>
        </main>
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
