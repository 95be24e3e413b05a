//! The predictions: at each selected position the candidate words with their probabilities.

use masklab::core::{
    document::{Change, Edit, ModelId},
    math::{Candidate, Distribution, Probability, notation},
    messages::Language,
    objective::{Place, Quantity, Term},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    host::frames::Edits,
    store::View,
    widgets::{badge, empty, hue, labelled, panel, sentence_number},
};

const NO_MASK: &str = "Nothing is masked, so nothing is predicted: click a word of your text.";
const NO_TARGET: &str = "Nobody has said what stood at the [MASK] of your text, so nothing can be scored \
    there: write the word in its place, and click it.";

/// The panel.
pub(crate) fn predictions(view: &View, edits: &Edits) -> Html {
    let groups = view.report.terms().enumerate().filter_map(|(index, (place, term))| {
        let prediction = view.prediction(place)?;
        Some(group(index, place, term, &prediction, view, edits))
    });
    let groups: Vec<Html> = groups.collect();
    panel(
        "predictions",
        html! {
            <>
                { "Prediction " }
                <i translate="no">{ "Pr(· | " }<span class="over">{ "x" }</span>{ ")" }</i>
            </>
        },
        "what the model gives each word",
        [
            empty(groups.is_empty(), if view.has_typed_mask() { NO_TARGET } else { NO_MASK }),
            html! { <div class="groups">{ groups }</div> },
        ],
    )
}

/// The distribution at one selected position.
fn group(
    index: usize,
    place: Place,
    term: &Term,
    prediction: &Distribution,
    view: &View,
    edits: &Edits,
) -> Html {
    let several = view.document.examples().len() > 1;
    let rows = prediction.candidates().iter().map(|candidate| {
        html! {
            <Row
                // No word is empty, but one may be spelled as the row of all other words is called.
                key={candidate.word().map(ToString::to_string).unwrap_or_default()}
                {place}
                candidate={candidate.clone()}
                is_target={candidate.word() == Some(&term.target)}
                refusals={view.refusals}
                edits={edits.clone()}
            />
        }
    });
    let rows: Vec<Html> = rows.collect();
    html! {
        <fieldset
            key={format!("{}:{}", place.sentence, place.position)}
            class="prediction"
            data-hue={hue(&view.hues, index)}
            data-position={place.position.to_string()}
            data-sentence={sentence_number(Some(place.sentence), several)}
        >
            <legend>
                { badge(index) }
                <span>{ "“" }<bdi translate="no">{ term.target.to_string() }</bdi>{ "”" }</span>
                { format!("at position {}", place.position) }
                if several {
                    { format!(" of sentence {}", place.sentence + 1) }
                }
            </legend>
            { rows }
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    place: Place,
    candidate: Candidate,
    is_target: bool,
    refusals: u32,
    edits: Edits,
}

/// One candidate: its word, its slider, its probability.
#[component]
fn Row(props: &RowProps) -> Html {
    let Candidate { row, probability, .. } = &props.candidate;
    let word = row.to_string();
    let oninput = Callback::from({
        let (place, row, edits) = (props.place, row.clone(), props.edits.clone());
        move |event: InputEvent| {
            let slider: HtmlInputElement = event.target_unchecked_into();
            if let Ok(probability) = Probability::new(slider.value_as_number()) {
                let change = Change::SetProbability { row: row.clone(), probability };
                let model = ModelId::default();
                edits.before_next_frame(Edit::Predict { model, place, change });
            }
        }
    });
    html! {
        <label class="candidate" data-target={props.is_target.then_some("")} data-word={word.clone()}>
            <span class="word">
                <bdi translate="no">{ word.clone() }</bdi>
                <small hidden={!props.is_target}>{ "target" }</small>
            </span>
            <input
                type="range"
                min="0"
                max="1"
                step="0.001"
                value={notation::on_slider(*probability)}
                aria-label={format!("probability of {word}")}
                aria-valuetext={notation::spoken(Language::English, *probability)}
                {oninput}
            />
            { labelled(Quantity::candidate(*probability), &word) }
        </label>
    }
}
