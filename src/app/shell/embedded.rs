//! What is left of the header where the page is a part of another one.

use web_sys::HtmlAnchorElement;
use yew::prelude::*;

use crate::app::{
    host::{address, frames::Actions},
    store::Action,
    widgets::{Icon, icon},
    words::words,
};

/// The way back, and the way to a page of its own: whether there are steps back and again, and where
/// they are asked for.
pub(super) fn foot((can_undo, can_redo, actions): &(bool, bool, Actions)) -> Html {
    let words = words().shell;
    let step = |label: &'static str, face: Icon, possible: bool, action: Action| {
        let onclick = actions.on(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="quiet" aria-label={label} title={label} disabled={!possible} {onclick}>
                { icon(face) }
            </button>
        }
    };
    // What is there when it is followed.
    let onclick = |event: MouseEvent| {
        let link: HtmlAnchorElement = event.target_unchecked_into();
        if let Some(page) = address::without_query() {
            link.set_href(&page);
        }
    };
    html! {
        <footer class="embedded">
            { step(words.undo, Icon::Undo, *can_undo, Action::Undo) }
            { step(words.redo, Icon::Redo, *can_redo, Action::Redo) }
            <a href="./" target="_blank" rel="noopener" {onclick}>{ words.open_alone }</a>
        </footer>
    }
}
