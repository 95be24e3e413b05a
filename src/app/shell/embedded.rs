//! What is left of the header where the page is a part of another one.

use web_sys::HtmlAnchorElement;
use yew::prelude::*;

use super::header::steps;
use crate::app::{
    host::{address, frames::Actions},
    words::words,
};

/// The way back, and the way to a page of its own: whether there are steps back and again, and where
/// they are asked for.
pub(super) fn foot((can_undo, can_redo, actions): &(bool, bool, Actions)) -> Html {
    // What is there when it is followed.
    let onclick = |event: MouseEvent| {
        let link: HtmlAnchorElement = event.target_unchecked_into();
        link.set_href(&address::without_query());
    };
    html! {
        <footer class="embedded">
            { steps(*can_undo, *can_redo, actions) }
            <a href="./" target="_blank" rel="noopener" {onclick}>{ words().shell.open_alone }</a>
        </footer>
    }
}
