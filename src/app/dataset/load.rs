//! Text that comes in: typed, pasted, dropped or from a file.

use std::rc::Rc;

use masklab::core::document::Edit;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::{
    host::{files, frames::Actions},
    words::words,
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TextFieldProps {
    /// Drawn anew after a refusal, so that what was refused can be mended.
    pub(super) refusals: u32,
    /// How many sentences there are.
    pub(super) count: usize,
    pub(super) actions: Actions,
}

/// The field in which sentences are added. Enter adds what it holds.
#[component]
pub(super) fn TextField(props: &TextFieldProps) -> Html {
    let words = &words().dataset;
    let field = use_node_ref();
    let add = {
        let (actions, at) = (props.actions.clone(), props.count);
        Rc::new(move |text: String| {
            if !text.trim().is_empty() {
                actions.now(Edit::InsertText { at, text });
            }
        })
    };
    let submit = {
        let (field, add) = (field.clone(), add.clone());
        Rc::new(move || {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                add(field.value());
                field.set_value("");
            }
        })
    };
    let onkeydown = {
        let submit = submit.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                submit();
            }
        }
    };
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        submit();
    };
    let onchange = {
        let add = add.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                let add = add.clone();
                files::read(&file, move |text| add(text.unwrap_or_default()));
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    };
    html! {
        <form class="text-field" {onsubmit}>
            <label for="text">{ words.add }</label>
            <textarea
                id="text"
                ref={field}
                rows="1"
                dir="auto"
                spellcheck="false"
                autocomplete="off"
                placeholder={words.add_hint}
                aria-describedby="refusal"
                {onkeydown}
            />
            <button type="submit" class="small">{ words.add_button }</button>
            <label class="file small button">
                <input type="file" accept=".txt,text/plain" {onchange} />
                <span>{ words.add_file }</span>
            </label>
        </form>
    }
}
