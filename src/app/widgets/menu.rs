//! A button that opens something below it: the browser's own popover, which closes by Escape and by a
//! click beside it, and gives the focus back. The style sheet places it at its button.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::host::dom;

/// A button and what it opens. The label is for those who do not see the button's face.
pub(crate) fn menu(
    id: impl Into<AttrValue>,
    class: &'static str,
    label: Option<AttrValue>,
    face: Html,
    content: Html,
) -> Html {
    let id: AttrValue = id.into();
    html! {
        <div class="menu">
            <button
                type="button"
                {class}
                popovertarget={id.clone()}
                aria-haspopup="dialog"
                aria-label={label.clone()}
                title={label.clone()}
            >
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
