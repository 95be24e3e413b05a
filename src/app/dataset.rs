//! The dataset: the text as it is typed, and its sentences as strips of words to click.

use std::rc::Rc;

use masklab::core::{
    document::{Edit, Example},
    objective::{Place, Quantity, SentenceReport},
    text::MASK,
};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{
    host::frames::Edits,
    store::View,
    widgets::{amount, badge, empty, hue, panel, sentence_number},
};

/// The panel.
pub(crate) fn dataset(view: &View, edits: &Edits) -> Html {
    let several = view.document.examples().len() > 1;
    let mut first_term = 0;
    let strips = view.document.examples().iter().zip(view.report.sentences());
    let strips = strips.enumerate().map(|(index, (example, report))| {
        let strip = html! {
            <Strip
                key={index}
                {index}
                {several}
                {first_term}
                example={example.clone()}
                report={report.clone()}
                hues={view.hues.clone()}
                edits={edits.clone()}
            />
        };
        first_term += report.terms().len();
        strip
    });
    let strips: Vec<Html> = strips.collect();
    panel(
        "dataset",
        html! { <><i translate="no">{ "D" }</i>{ " Dataset" }</> },
        "click a word to mask it",
        [
            html! { <div class="strips">{ strips }</div> },
            empty(view.document.examples().is_empty(), "There is no sentence yet: type one below."),
            html! {
                <TextField
                    text={view.document.text()}
                    refusals={view.refusals}
                    edits={edits.clone()}
                />
            },
            html! { <p class="refusal" id="refusal" role="status">{ view.refusal.clone() }</p> },
        ],
    )
}

#[derive(Clone, PartialEq, Properties)]
struct TextFieldProps {
    text: AttrValue,
    /// Drawn anew after a refusal, so that the field does not keep what was refused.
    refusals: u32,
    edits: Edits,
}

#[component]
fn TextField(props: &TextFieldProps) -> Html {
    let edits = props.edits.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        edits.now(Edit::SetText(field.value()));
    });
    html! {
        <div class="text-field">
            <label for="text">{ "Your text" }</label>
            <textarea
                id="text"
                rows="1"
                dir="auto"
                spellcheck="false"
                autocomplete="off"
                placeholder="Type or paste a sentence"
                aria-describedby="refusal"
                value={props.text.clone()}
                {oninput}
            />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StripProps {
    index: usize,
    several: bool,
    first_term: usize,
    example: Rc<Example>,
    report: Rc<SentenceReport>,
    hues: Rc<[usize]>,
    edits: Edits,
}

/// One sentence: its tokens, and the inner sum over its selected positions.
#[component]
fn Strip(props: &StripProps) -> Html {
    let mut terms = props.report.terms().iter().zip(props.first_term..).peekable();
    let tokens = props.example.sentence().positions().map(|(position, token)| {
        let term = terms.next_if(|(term, _)| term.position == position);
        let place = Place { sentence: props.index, position };
        html! {
            <Chip
                key={position.number()}
                {place}
                word={token.text.to_owned()}
                several={props.several}
                hue={term.and_then(|(_, index)| hue(&props.hues, index))}
                term={term.map(|(term, index)| (index, Quantity::log_prob(place, term)))}
                edits={props.edits.clone()}
            />
        }
    });
    let tokens: Vec<Html> = tokens.collect();
    html! {
        <div class="strip" data-sentence={sentence_number(Some(props.index), props.several)}>
            <div class="tokens" dir="auto" translate="no">{ tokens }</div>
            <div class="inner-sum">
                <span>{ "inner sum" }</span>
                { amount(Quantity::sentence_objective(props.index, &props.report), props.several) }
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChipProps {
    place: Place,
    word: AttrValue,
    several: bool,
    /// The index of the term and the term itself, where the token is masked.
    term: Option<(usize, Quantity)>,
    hue: Option<String>,
    edits: Edits,
}

/// One token: a button that masks it, and its term where it is masked.
#[component]
fn Chip(props: &ChipProps) -> Html {
    let place = props.place;
    let edits = props.edits.clone();
    let onclick = Callback::from(move |_: MouseEvent| edits.now(Edit::ToggleMask(place)));
    let masked = props.term.is_some();
    let shown = match &props.term {
        // The wrapper keeps both forms one keyed kind of child: the button under the finger stays.
        Some((index, log_prob)) => html! {
            <span class="token" key="masked">
                <s>{ props.word.clone() }</s>
                <b>{ MASK }</b>
                { amount(*log_prob, props.several) }
                { badge(*index) }
            </span>
        },
        None => html! {
            <span class="token" key="plain">{ props.word.clone() }</span>
        },
    };
    html! {
        <button
            type="button"
            class="chip"
            data-hue={props.hue.clone()}
            aria-pressed={if masked { "true" } else { "false" }}
            data-position={place.position.to_string()}
            data-sentence={sentence_number(Some(place.sentence), props.several)}
            {onclick}
        >
            { shown }
        </button>
    }
}
