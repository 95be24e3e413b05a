//! The work as a part of another page.

use masklab::core::share::{address, frame};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Offer, copied::Copied, link::too_long};
use crate::app::{host, store::View, words::words};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EmbedProps {
    pub(super) view: View,
    pub(super) offer: Offer,
}

/// The least and the most height of a frame, and the one to begin with, in CSS pixels.
const HEIGHTS: [u32; 3] = [120, 4_000, 720];

/// The frame as HTML, and as it will look.
#[component]
pub(super) fn Embed(EmbedProps { view, offer }: &EmbedProps) -> Html {
    let words = words().share;
    let [least, most, first] = HEIGHTS;
    let height = use_state_eq(|| first);
    let Ok(work) = view.document().to_link() else { return too_long(view) };
    let setup = offer.setup(view, true);
    let page = host::address::whole();
    // A file may not show itself in a frame.
    let can_preview = page.starts_with("http");
    let address = address(&page, &setup, &work);
    let language = setup.language.unwrap_or_else(super::super::words::language);
    let title = language.messages().page.share.frame_title;
    let html = frame(&address, title, *height);
    let onchange = {
        let height = height.setter();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let wanted = input.value().trim().parse::<u32>().unwrap_or(first).clamp(least, most);
            height.set(wanted);
            // Also where it was that already.
            input.set_value(&wanted.to_string());
        }
    };
    html! {
        <div class="result">
            <Copied id="share-snippet" label={words.snippet} text={html} rows="4">
                <label class="height">
                    { words.height }{ " " }
                    <input type="text" inputmode="numeric" name="height" value={height.to_string()} {onchange} />
                </label>
            </Copied>
            if can_preview {
                <h3>{ words.preview }</h3>
                // Another address is another frame: it is no step in the browser's history.
                <iframe key={&*address} class="preview" src={address.clone()} {title} height={height.to_string()} />
            }
            <p class="note" hidden={can_preview}>{ words.local }</p>
        </div>
    }
}
