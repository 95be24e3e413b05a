//! One sentence: its tokens, its menu, and the inner sum over its selected positions.

use std::rc::Rc;

use masklab::{
    core::{
        document::{Edit, Example},
        math::Unit,
        messages::fill,
        objective::{Hue, Place, Quantity, SentenceReport, Term},
        setup::Locked,
        text::{Corruption, Position, Sentence},
    },
    drawing::Amounts,
};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{chip::Chip, keys};
use crate::app::{
    host::frames::Actions,
    setup::is_locked,
    widgets::{
        Icon, Same, Slot, close_menus, icon, kept, menu, sentence_number, slot, use_written,
    },
    words::{language, words},
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
    let tokens = (!props.is_written).then(|| Tokens::of(props));
    let terms = props.report.terms().iter().filter(|_| !props.is_written);
    let mut quantities: Vec<Quantity> = terms.map(|term| log_prob(props.index, term)).collect();
    quantities.push(inner_sum(props));
    let unit = props.unit;
    let node = use_written(tokens.clone(), move |amounts: &mut Amounts, strip| {
        amounts.show(strip, quantities, unit, language());
    });
    let body = if let Some(tokens) = tokens {
        kept(tokens, chips)
    } else {
        let text = props.example.sentence().text().trim().to_owned();
        html! { <Writing index={props.index} {text} write={props.write.clone()} actions={props.actions.clone()} /> }
    };
    html! {
        <div
            ref={node}
            class="strip"
            role="listitem"
            data-sentence={sentence_number(Some(props.index), several)}
            aria-setsize={props.count.to_string()}
            aria-posinset={(props.index + 1).to_string()}
            onkeydown={keys::in_strip(props.index, &props.example, &props.write, &props.actions)}
        >
            if is_locked(Locked::Text) {
                <span class="strip-menu" aria-hidden="true">{ props.index + 1 }</span>
            } else {
                { kept((props.index, props.count, props.write.clone(), props.actions.clone()), strip_menu) }
            }
            { body }
            <div class="inner-sum">
                <span>{ words().inner_sum }</span>
                { slot(inner_sum(props).into(), several) }
            </div>
        </div>
    }
}

fn inner_sum(props: &StripProps) -> Quantity {
    Quantity::sentence_objective(props.index, &props.report)
}

fn log_prob(sentence: usize, term: &Term) -> Quantity {
    Quantity::log_prob(Place { sentence, position: term.position }, term)
}

/// What the tokens are drawn from: all of them but the numbers of terms, and nothing that a slider moves.
#[derive(Clone, PartialEq)]
struct Tokens {
    index: usize,
    several: bool,
    sentence: Sentence,
    /// What becomes of the selected tokens, and their true words.
    selected: Vec<(Position, Corruption, Option<Rc<str>>)>,
    /// The terms, with the colours of their positions.
    terms: Vec<(Slot, Hue)>,
    first_number: usize,
    chosen: Option<Position>,
    actions: Actions,
}

impl Tokens {
    fn of(props: &StripProps) -> Self {
        let selected = props.example.selected().iter().map(|selected| {
            (selected.position(), selected.corruption().clone(), selected.target().cloned())
        });
        let slots = props.report.terms().iter().map(|term| log_prob(props.index, term).into());
        Self {
            index: props.index,
            several: props.count > 1,
            sentence: props.example.sentence().clone(),
            selected: selected.collect(),
            terms: slots.zip(props.report.hues(props.index)).collect(),
            first_number: props.first_number,
            chosen: props.chosen,
            actions: props.actions.clone(),
        }
    }
}

fn chips(of: &Tokens) -> Html {
    let said = fill(words().dataset.sentence, &[("number", &(of.index + 1).to_string())]);
    let mut terms = of.terms.iter().zip(of.first_number..).peekable();
    let mut selected = of.selected.iter().peekable();
    // One stop for the tab key in each sentence; arrow keys go on from there.
    let first = of.selected.first().map(|(position, ..)| *position);
    let stop = of.chosen.or(first).unwrap_or(Position::FIRST);
    let chips = of.sentence.positions().map(|(position, token)| {
        let selected = selected.next_if(|(at, ..)| *at == position);
        let term = terms.next_if(|((slot, _), _)| slot.position() == Some(position));
        let place = Place { sentence: of.index, position };
        html! {
            <Chip
                key={position.number()}
                {place}
                word={token.text.to_owned()}
                selected={selected.map(|(_, corruption, _)| corruption.clone())}
                target={selected.and_then(|(_, _, target)| target.clone())}
                several={of.several}
                hue={term.map(|((_, hue), _)| *hue)}
                term={term.map(|((slot, _), number)| (number, *slot))}
                is_chosen={of.chosen == Some(position)}
                is_stop={position == stop}
                actions={of.actions.clone()}
            />
        }
    });
    html! { <div class="tokens" role="group" aria-label={said} dir="auto" translate="no">{ for chips }</div> }
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
