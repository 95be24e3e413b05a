//! A QR code.

use masklab::core::share::QrCode;
use yew::prelude::*;

use crate::app::words::words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CodeProps {
    /// What it says.
    pub(crate) text: AttrValue,
}

/// A QR code with what it is: a component, since it takes some milliseconds to be found.
#[component]
pub(crate) fn Code(CodeProps { text }: &CodeProps) -> Html {
    let words = words().share;
    let code = use_memo(text.clone(), |text| QrCode::new(text));
    let Some(code) = &*code else { return html! {} };
    html! {
        <figure class="code">
            <svg role="img" aria-label={words.qr} viewBox={format!("0 0 {0} {0}", code.side)} shape-rendering="crispEdges">
                <path d={code.path.clone()} />
            </svg>
            <figcaption class="note">{ words.qr }{ ". " }{ code.is_dense.then_some(words.qr_dense) }</figcaption>
        </figure>
    }
}
