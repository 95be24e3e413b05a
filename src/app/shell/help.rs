//! The help: what to do, and with which keys.

use yew::prelude::*;

use crate::app::words::words;

/// The dialog: the browser's own, which keeps the focus inside and closes by Escape.
pub(super) fn dialog() -> Html {
    let words = words().help;
    let keys = [
        ("Tab", words.key_tab),
        ("← → ↑ ↓ Home End", words.key_arrows),
        ("Enter, Space", words.key_enter),
        ("Delete", words.key_delete),
        ("F2", words.key_edit),
        ("Alt ↑, Alt ↓", words.key_move),
        ("← →, Page ↑ ↓", words.key_slider),
        ("Ctrl Z, Ctrl Shift Z", words.key_undo),
        ("Esc", words.key_escape),
    ];
    let keys = keys.into_iter().map(|(key, does)| {
        html! { <div key={key}><dt><kbd>{ key }</kbd></dt><dd>{ does }</dd></div> }
    });
    let steps = [words.step_mask, words.step_move, words.step_read, words.step_train];
    html! {
        <dialog id="help" aria-labelledby="help-title">
            <form method="dialog">
                <h2 id="help-title">{ words.title }</h2>
                <ol>{ for steps.into_iter().map(|step| html! { <li>{ step }</li> }) }</ol>
                <h3>{ words.keys }</h3>
                <dl class="keys">{ for keys }</dl>
                <p class="note">{ words.privacy }</p>
                <button class="primary">{ words.close }</button>
            </form>
        </dialog>
    }
}
