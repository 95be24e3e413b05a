//! One sentence: its tokens, its menu, and the inner sum over its selected positions.

use masklab::core::{
    document::{Edit, Example, Selected},
    math::Unit,
    messages::fill,
    objective::{Place, Quantity, SentenceReport},
    text::Position,
};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{chip::Chip, keys};
use crate::app::{
    host::frames::Actions,
    widgets::{Icon, Same, amount, close_menus, icon, kept, menu, sentence_number},
    words::words,
};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct StripProps {
    pub(super) index: usize,
    /// How many sentences there are.
    pub(super) count: usize,
    /// The number of its first term in the dataset, counted from 1.
    pub(super) first_number: usize,
    pub(super) example: Same<Example>,
    pub(super) report: Same<SentenceReport>,
    /// The position that is looked at, if it is in this sentence.
    pub(super) chosen: Option<Position>,
    pub(super) unit: Unit,
    /// Whether its text is being written.
    pub(super) is_written: bool,
    /// Sets the sentence whose text is being written.
    pub(super) write: UseStateSetter<Option<usize>>,
    pub(super) actions: Actions,
}

#[component]
pub(super) fn Strip(props: &StripProps) -> Html {
    let several = props.count > 1;
    let said = fill(words().dataset.sentence, &[("number", &(props.index + 1).to_string())]);
    let body = if props.is_written {
        html! { <Writing key="writing" index={props.index} text={props.example.sentence().text().trim().to_owned()} write={props.write.clone()} actions={props.actions.clone()} /> }
    } else {
        html! { <div key="tokens" class="tokens" role="group" aria-label={said.clone()} dir="auto" translate="no">{ for chips(props, several) }</div> }
    };
    html! {
        <div
            class="strip"
            role="listitem"
            data-sentence={sentence_number(Some(props.index), several)}
            aria-setsize={props.count.to_string()}
            aria-posinset={(props.index + 1).to_string()}
            onkeydown={keys::in_strip(props.index, &props.example, &props.write, &props.actions)}
        >
            { kept((props.index, props.count, props.write.clone(), props.actions.clone()), strip_menu) }
            { body }
            <div class="inner-sum">
                <span>{ words().inner_sum }</span>
                { amount(Quantity::sentence_objective(props.index, &props.report), props.unit, several) }
            </div>
        </div>
    }
}

fn chips(props: &StripProps, several: bool) -> impl Iterator<Item = Html> {
    let mut terms = props.report.terms().iter().zip(props.first_number..);
    let mut hues = props.report.hues(props.index).into_iter();
    let mut next = terms.next().zip(hues.next());
    // One stop for the tab key in each sentence; arrow keys go on from there.
    let first = props.example.selected().first().map(Selected::position);
    let stop = props.chosen.or(first).unwrap_or(Position::FIRST);
    let example = &props.example;
    example.sentence().positions().map(move |(position, token)| {
        let term = next.filter(|((term, _), _)| term.position == position);
        if term.is_some() {
            next = terms.next().zip(hues.next());
        }
        let place = Place { sentence: props.index, position };
        html! {
            <Chip
                key={position.number()}
                {place}
                word={token.text.to_owned()}
                selected={example.at(position).map(|selected| selected.corruption().clone())}
                target={example.at(position).and_then(|selected| selected.target().cloned())}
                {several}
                hue={term.map(|(_, hue)| hue)}
                term={term.map(|((term, number), _)| (number, Quantity::log_prob(place, term)))}
                is_chosen={props.chosen == Some(position)}
                is_stop={position == stop}
                unit={props.unit}
                actions={props.actions.clone()}
            />
        }
    })
}

#[derive(Clone, PartialEq, Properties)]
struct WritingProps {
    index: usize,
    text: String,
    write: UseStateSetter<Option<usize>>,
    actions: Actions,
}

/// The sentence as text, to be written anew.
#[component]
fn Writing(props: &WritingProps) -> Html {
    let field = use_node_ref();
    use_effect_with((), {
        let field = field.clone();
        move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let _ = field.focus();
                field.select();
            }
        }
    });
    // Enter takes the field away, which then loses the focus: it is done once.
    let is_done = use_mut_ref(|| false);
    let done = {
        let is_done = is_done.clone();
        let (field, write, actions) = (field.clone(), props.write.clone(), props.actions.clone());
        let (sentence, before) = (props.index, props.text.clone());
        move || {
            if is_done.replace(true) {
                return;
            }
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let text = field.value();
                if text.trim() != before {
                    actions.now(Edit::SetSentence { sentence, text });
                }
            }
            write.set(None);
        }
    };
    let onkeydown = {
        let (done, write, index) = (done.clone(), props.write.clone(), props.index);
        move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "Enter" if !event.is_composing() => {
                    event.prevent_default();
                    done();
                }
                "Escape" => {
                    is_done.replace(true);
                    write.set(None);
                }
                _ => return,
            }
            keys::focus_strip(index);
        }
    };
    html! {
        <div class="writing">
            <textarea
                ref={field}
                rows="1"
                dir="auto"
                spellcheck="false"
                autocomplete="off"
                aria-label={fill(words().dataset.edit_sentence, &[("number", &(props.index + 1).to_string())])}
                // Not controlled: what is written is nobody's until it is done.
                defaultvalue={props.text.clone()}
                {onkeydown}
                onblur={move |_| done()}
            />
        </div>
    }
}

/// Of how many sentences it is which, and what can be asked of it.
type Whole = (usize, usize, UseStateSetter<Option<usize>>, Actions);

/// What can be done with a whole sentence.
fn strip_menu((index, count, write, actions): &Whole) -> Html {
    let number = (index + 1).to_string();
    let label = fill(words().dataset.sentence_menu, &[("number", &number)]);
    let face = html! { <><span aria-hidden="true">{ number }</span>{ icon(Icon::More) }</> };
    let id = format!("strip-menu-{index}");
    menu(id, "quiet strip-menu", Some(label.into()), face, entries(*index, *count, write, actions))
}

fn entries(
    index: usize,
    count: usize,
    write: &UseStateSetter<Option<usize>>,
    actions: &Actions,
) -> Html {
    let words = words().dataset;
    let entry = |text: &'static str, keys: &'static str, possible: bool, edit: Option<Edit>| {
        let (actions, write) = (actions.clone(), write.clone());
        let onclick = move |_: MouseEvent| {
            close_menus();
            match edit.clone() {
                Some(edit) => {
                    actions.now(edit);
                    keys::focus_strip(index);
                }
                None => write.set(Some(index)),
            }
        };
        html! {
            <li>
                <button type="button" disabled={!possible} {onclick}>
                    <span>{ text }</span>
                    <kbd>{ keys }</kbd>
                </button>
            </li>
        }
    };
    let to = |to: usize| Some(Edit::MoveSentence { from: index, to });
    html! {
        <ul class="entries">
            { entry(words.edit, "F2", true, None) }
            { entry(words.duplicate, "", true, Some(Edit::DuplicateSentence(index))) }
            { entry(words.move_up, "Alt ↑", index > 0, to(index.saturating_sub(1))) }
            { entry(words.move_down, "Alt ↓", index + 1 < count, to(index + 1)) }
            { entry(words.remove, "", true, Some(Edit::RemoveSentence(index))) }
        </ul>
    }
}
