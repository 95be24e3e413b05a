//! The prediction at the chosen position: the candidate words with what the model gives them.

mod head;
mod live;
mod row;
mod tools;

use masklab::core::{
    math::{Row as Which, Scale},
    messages::fill,
};
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
    let words = words().prediction;
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
                <Group view={view.clone()} actions={actions.clone()} />
            </>
        },
    )
}

/// Why there is nothing to predict.
fn nothing(view: &Store) -> &'static str {
    let words = words().prediction;
    if view.report.untargeted() > 0 { words.no_target } else { words.no_mask }
}

#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    view: View,
    actions: Actions,
}

/// The distribution at the chosen position: a component, since its numbers are written into it.
#[component]
fn Group(GroupProps { view, actions }: &GroupProps) -> Html {
    let words = words().prediction;
    let (list, live) = live::use_live(view);
    let (Some(place), Some(prediction)) = (view.chosen, &view.prediction) else {
        return html! { <div /> };
    };
    let Some((number, term)) = view.term(place) else { return html! { <div /> } };
    let settings = view.settings;
    // Rows are drawn anew when it changes, and only logits need it.
    let gauge = if settings.scale == Scale::Logit { view.gauge_then } else { 0.0 };
    let rows = prediction.candidates().iter().map(|candidate| {
        html! {
            <Row
                // No word is empty, but one may be spelled as the row of all other words is called.
                key={candidate.word().map(ToString::to_string).unwrap_or_default()}
                {place}
                model={settings.model}
                row={candidate.row.clone()}
                is_locked={candidate.locked}
                is_target={candidate.word() == Some(&term.target)}
                can_go={prediction.candidates().len() > 1}
                scale={settings.scale}
                gauge={gauge}
                live={live.clone()}
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
            <div class="candidates" data-scale={scale_name(settings.scale)} ref={list}>{ for rows }</div>
            { tools::foot(view, actions, place, has_others) }
        </fieldset>
    }
}

fn scale_name(scale: Scale) -> &'static str {
    match scale {
        Scale::Linear => "linear",
        Scale::Logarithmic => "logarithmic",
        Scale::Logit => "logit",
    }
}
