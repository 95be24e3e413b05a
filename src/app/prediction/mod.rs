//! The prediction at the chosen position: the candidate words with what the model gives them.

mod head;
mod row;
mod tools;

use masklab::core::{math::Row as Which, messages::fill};
use yew::prelude::*;

use super::{
    host::frames::Actions,
    store::{Store, View},
    widgets::{badge, empty, hue_name, panel, place_name, sentence_number},
    words::words,
};
use row::Row;

/// The panel.
pub(crate) fn prediction(view: &View, actions: &Actions) -> Html {
    let words = &words().prediction;
    panel(
        "prediction",
        html! {
            <>
                { words.title }{ " " }
                <i translate="no">{ "Pr(· | " }<span class="over">{ "x" }</span>{ ")" }</i>
            </>
        },
        "",
        head::source(view, actions),
        html! {
            <>
                { head::models(view, actions) }
                { empty(view.chosen.is_none(), nothing(view)) }
                { group(view, actions) }
            </>
        },
    )
}

/// Why there is nothing to predict.
fn nothing(view: &Store) -> &'static str {
    let words = &words().prediction;
    if view.report.untargeted() > 0 { words.no_target } else { words.no_mask }
}

/// The distribution at the chosen position.
fn group(view: &View, actions: &Actions) -> Html {
    let words = &words().prediction;
    let (Some(place), Some(prediction)) = (view.chosen, &view.prediction) else {
        return html! { <div /> };
    };
    let Some((number, term)) = view.term(place) else { return html! { <div /> } };
    let settings = view.settings;
    let logits = prediction.logits();
    let rows = prediction.candidates().iter().zip(logits).map(|(candidate, logit)| {
        html! {
            <Row
                // No word is empty, but one may be spelled as the row of all other words is called.
                key={candidate.word().map(ToString::to_string).unwrap_or_default()}
                {place}
                model={settings.model}
                candidate={candidate.clone()}
                logit={logit + view.gauge}
                gauge={view.gauge_then}
                is_target={candidate.word() == Some(&term.target)}
                can_go={prediction.candidates().len() > 1}
                scale={settings.scale}
                unit={settings.unit}
                refusals={view.refusals}
                actions={actions.clone()}
            />
        }
    });
    let position = place.position.to_string();
    let sentence = (place.sentence + 1).to_string();
    let phrase = if view.several() { words.at_position_of_sentence } else { words.at_position };
    let at = fill(phrase, &[("position", &position), ("sentence", &sentence)]);
    let has_others = prediction.candidates().iter().any(|candidate| candidate.row == Which::Others);
    html! {
        <fieldset
            key={format!("{} {}", place_name(place), settings.model.0)}
            class="prediction"
            data-hue={view.hue(place).map(hue_name)}
            data-place={place_name(place)}
            data-position={position}
            data-sentence={sentence_number(Some(place.sentence), view.several())}
        >
            <legend>
                { badge(number) }
                <b class="target"><bdi translate="no">{ term.target.to_string() }</bdi></b>
                <span>{ at }</span>
                { head::steps(view, actions, number) }
            </legend>
            <div class="candidates" data-scale={scale_name(settings.scale)}>{ for rows }</div>
            { tools::foot(view, actions, place, has_others) }
        </fieldset>
    }
}

fn scale_name(scale: masklab::core::math::Scale) -> &'static str {
    use masklab::core::math::Scale;
    match scale {
        Scale::Linear => "linear",
        Scale::Logarithmic => "logarithmic",
        Scale::Logit => "logit",
    }
}
