//! The work as a link, and as a QR code of it.

use masklab::core::share::{FileKind, address};
use yew::prelude::*;

use super::{Offer, copied::Copied};
use crate::app::{
    host::{self, hand_out},
    store::View,
    widgets::Code,
    words::words,
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LinkProps {
    pub(super) view: View,
    pub(super) offer: Offer,
}

/// The link and its code, or what else can be done with a work that is too long for one.
#[component]
pub(super) fn Link(LinkProps { view, offer }: &LinkProps) -> Html {
    let words = words().share;
    let Ok(work) = view.document().to_link() else { return too_long(view) };
    let page = host::address::whole();
    let is_local = page.starts_with("file:");
    let address = address(&page, &offer.setup(view, false), &work);
    html! {
        <div class="result">
            <Copied id="share-link" label={words.address} text={address.clone()} rows="3" />
            <p class="note" hidden={!is_local}>{ words.local }</p>
            if !is_local {
                <Code text={address} />
            }
        </div>
    }
}

/// What is said where a work is too long for a link, and the file that can be had instead.
pub(super) fn too_long(view: &View) -> Html {
    let words = words().share;
    let file = FileKind::Document;
    let onclick = {
        let view = view.clone();
        move |_: MouseEvent| {
            let document = view.document();
            hand_out::save(&file.name(document), file.media_type(), &document.to_json());
        }
    };
    html! {
        <div class="result">
            <p>{ words.too_long }</p>
            <p><button type="button" class="primary" data-saves={file.ending()} {onclick}>{ super::files::save_words(file.ending()) }</button></p>
        </div>
    }
}
