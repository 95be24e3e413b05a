//! A text to be copied, by a button or by hand.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::{host::hand_out, words::words};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CopiedProps {
    /// The name of the field.
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) text: AttrValue,
    pub(super) rows: &'static str,
    /// What else can be done with it.
    #[prop_or_default]
    pub(super) children: Html,
}

/// The text in a field that can be read and selected, and a button that copies it.
#[component]
pub(super) fn Copied(CopiedProps { id, label, text, rows, children }: &CopiedProps) -> Html {
    let node = use_node_ref();
    // What was copied, and whether that worked.
    let copied = use_state_eq(|| None::<(AttrValue, bool)>);
    let words = words().share;
    let onclick = {
        let (node, copied, text) = (node.clone(), copied.setter(), text.clone());
        move |_: MouseEvent| {
            let worked = node.cast::<HtmlTextAreaElement>().map(|field| hand_out::copy(&field));
            copied.set(worked.map(|worked| (text.clone(), worked)));
        }
    };
    let said = copied.as_ref().filter(|(of, _)| of == text);
    let said = said.map_or("", |(_, worked)| if *worked { words.copied } else { words.by_hand });
    html! {
        <div class="copied">
            <label for={*id}>{ *label }</label>
            <textarea
                id={*id}
                ref={node}
                readonly=true
                rows={*rows}
                spellcheck="false"
                translate="no"
                value={text.clone()}
            />
            <div class="buttons">
                <button type="button" class="primary" data-copies={*id} {onclick}>{ words.copy }</button>
                { children.clone() }
                <span class="note" role="status">{ said }</span>
            </div>
        </div>
    }
}
