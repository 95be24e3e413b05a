//! What a presenter has at hand below the slide, and what lies above it when asked for.

use masklab::core::{messages::fill, setup::Setup, share::address};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Above, Command};
use crate::app::{
    host::{self, fullscreen},
    setup::is_embedded,
    store::View,
    widgets::{Code, Icon, icon},
    words::words,
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ControlsProps {
    pub(super) view: View,
    pub(super) above: Above,
    pub(super) letters: bool,
    /// Counted from 1.
    pub(super) slide: usize,
    pub(super) count: usize,
    /// Whether the next press shows an answer.
    pub(super) asks: bool,
    /// Whether there is anything behind this: another step, or the deck around.
    pub(super) can_go: bool,
    pub(super) command: Callback<Command>,
}

#[component]
pub(super) fn Controls(props: &ControlsProps) -> Html {
    let words = words().lecture;
    let button = |label: &'static str, face: Icon, command: Command| {
        let onclick = props.command.reform(move |_: MouseEvent| command);
        html! {
            <button type="button" class="quiet" aria-label={label} title={label} {onclick}>{ icon(face) }</button>
        }
    };
    let next = props.command.reform(|_: MouseEvent| Command::Next);
    let numbers = [("number", &*props.slide.to_string()), ("count", &*props.count.to_string())];
    html! {
        <>
            <footer class="presenter">
                { button(words.previous, Icon::Previous, Command::Previous) }
                <span class="progress-of">
                    <span class="unseen">{ words.slide }{ " " }</span>
                    { fill(words.progress, &numbers) }
                </span>
                <button type="button" class="primary" id="lecture-next" disabled={!props.can_go} onclick={next}>
                    { if props.asks { words.answer } else { words.next } }
                    { icon(Icon::Next) }
                </button>
                <span class="rest">
                    { button(words.code, Icon::Code, Command::Code) }
                    { button(words.blank, Icon::Blank, Command::Blank) }
                    if fullscreen::is_possible() {
                        { button(words.fullscreen, Icon::Fullscreen, Command::Fullscreen) }
                    }
                    { button(words.help, Icon::Help, Command::Help) }
                    if !is_embedded() {
                        { button(words.close, Icon::Remove, Command::Close) }
                    }
                </span>
            </footer>
            { above(props) }
        </>
    }
}

fn above(props: &ControlsProps) -> Html {
    let close = props.command.reform(|_: MouseEvent| Command::Close);
    let words = words().lecture;
    let content = match props.above {
        Above::Nothing => return html! {},
        Above::Blank => {
            let onclick = props.command.reform(|_: MouseEvent| Command::Blank);
            return html! {
                <button type="button" class="blank" aria-label={words.blanked} {onclick} />
            };
        }
        Above::Code => {
            let work = props.view.document().to_link().unwrap_or_default();
            let page = address(&host::address::whole(), &Setup::default(), &work);
            html! { <Code text={page} /> }
        }
        Above::Help => help(props),
    };
    html! {
        <div class="above" role="dialog" aria-label={if props.above == Above::Code { words.code } else { words.help }}>
            { content }
            <button type="button" class="quiet close" aria-label={super::super::words::words().share.close} onclick={close}>{ icon(Icon::Remove) }</button>
        </div>
    }
}

fn help(props: &ControlsProps) -> Html {
    let words = words().lecture;
    let keys = [
        ("PageDown, N, Space, →", words.key_next),
        ("PageUp, P, ←", words.key_previous),
        ("Home, End", words.key_ends),
        ("B, .", words.key_blank),
        ("F", words.key_fullscreen),
        ("Q", words.key_code),
        ("?", words.key_help),
        ("Esc", words.key_escape),
    ];
    let keys = keys.into_iter().map(|(key, does)| {
        html! { <div key={key}><dt><kbd>{ key }</kbd></dt><dd>{ does }</dd></div> }
    });
    let onchange = props.command.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Command::Letters(input.checked())
    });
    html! {
        <div>
            <h2>{ words.help }</h2>
            <dl class="keys">{ for keys }</dl>
            <label class="switch">
                <input type="checkbox" name="letters" checked={props.letters} {onchange} />
                <span>{ words.letters }</span>
            </label>
        </div>
    }
}
