//! That there is a new version of the page: it is said, and comes when a person wants it.

use yew::prelude::*;

use super::save;
use crate::app::{
    host::offline,
    store::View,
    widgets::{Icon, icon},
    words::words,
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct NewerProps {
    pub(super) view: View,
}

/// Says so until it is loaded or the message is closed.
#[component]
pub(super) fn Newer(NewerProps { view }: &NewerProps) -> Html {
    let is_said = use_state_eq(offline::is_newer);
    use_effect_with((), {
        let said = is_said.setter();
        move |()| {
            let listening = offline::follow(move || said.set(true));
            move || drop(listening)
        }
    });
    let reload = {
        let view = view.clone();
        move |_: MouseEvent| {
            // The page is left before the work has rested.
            save::keep(&view);
            offline::renew();
        }
    };
    let close = {
        let said = is_said.setter();
        move |_: MouseEvent| said.set(false)
    };
    let words = words().shell;
    if !*is_said {
        return Html::default();
    }
    html! {
        <div class="toast newer">
            <p role="alert">{ words.newer }</p>
            <button type="button" class="primary" id="reload" onclick={reload}>{ words.reload }</button>
            <button type="button" class="quiet" aria-label={words.dismiss} onclick={close}>{ icon(Icon::Remove) }</button>
        </div>
    }
}
