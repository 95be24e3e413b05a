//! A button that opens something below it: the browser's own popover, which closes by Escape and by a
//! click beside it, and gives the focus back. The style sheet places it at its button.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::host::dom;

/// A button and what it opens. The label is for those who do not see the button's face.
pub(crate) fn menu(
    id: &'static str,
    class: &'static str,
    label: Option<&'static str>,
    face: Html,
    content: Html,
) -> Html {
    html! {
        <div class="menu">
            <button type="button" {class} popovertarget={id} aria-haspopup="dialog" aria-label={label} title={label}>
                { face }
            </button>
            <div {id} class="popover" popover="auto" role="dialog" aria-label={label}>{ content }</div>
        </div>
    }
}

/// Closes a menu, as where something of it was chosen.
pub(crate) fn close_menus() {
    while let Some(open) = dom::find::<HtmlElement>("[popover]:popover-open") {
        if open.hide_popover().is_err() {
            return;
        }
    }
}
