//! The prediction at the chosen position: the candidate words with what the model gives them.

mod head;
mod live;
mod row;
mod sliders;
mod tools;

use std::rc::Rc;

use masklab::core::{
    document::Model,
    math::{Row as Which, Scale},
    messages::fill,
    objective::Numbered,
};
use yew::prelude::*;

use super::{
    host::frames::Actions,
    store::{Store, View},
    widgets::{badge, empty, hue_name, kept, panel, place_name, sentence_number},
    words::words,
};
use live::Live;
use row::Row;
use sliders::Sliders;
use tools::Foot;

/// The panel.
pub(crate) fn prediction(view: &View, actions: &Actions) -> Html {
    let words = words().prediction;
    let source = view.document().model(view.model()).map(Model::source);
    panel(
        "prediction",
        html! {
            <>
                { words.title }{ " " }
                <i translate="no">{ "Pr(· | " }<span class="over">{ "x" }</span>{ ")" }</i>
            </>
        },
        "",
        kept((view.model(), source, actions.clone()), head::source),
        html! {
            <>
                { kept((view.document().models().to_vec(), view.settings, actions.clone()), head::models) }
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
    let (list, live) = live::use_live(view, actions);
    let Some((Numbered { number, place, term }, prediction)) =
        view.looked_at().zip(view.prediction.as_ref())
    else {
        return html! { <div /> };
    };
    let Some(sliders) = Sliders::of(view) else { return html! { <div /> } };
    let candidates = prediction.candidates().iter();
    let rows = Rows {
        sliders,
        target: term.target.clone(),
        list: candidates.map(|candidate| (candidate.row.clone(), candidate.locked)).collect(),
        live,
        actions: actions.clone(),
    };
    let position = place.position.to_string();
    let sentence = (place.sentence + 1).to_string();
    let phrase = if view.several() { words.at_position_of_sentence } else { words.at_position };
    let at = fill(phrase, &[("position", &position), ("sentence", &sentence)]);
    let has_others = prediction.candidates().iter().any(|candidate| candidate.row == Which::Others);
    let foot = Foot::of(view, actions, place, has_others);
    let steps = head::Steps::of(view, actions, number);
    html! {
        <fieldset
            key={format!("{} {}", place_name(place), sliders.model.0)}
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
                { kept(steps, head::steps) }
            </legend>
            <div class="candidates" data-scale={scale_name(sliders.scale)} ref={list}>{ kept(rows, list_of) }</div>
            { kept(foot, tools::foot) }
        </fieldset>
    }
}

/// What the rows are drawn from: all of them but their numbers.
#[derive(PartialEq)]
struct Rows {
    sliders: Sliders,
    target: Rc<str>,
    /// Each row, and whether it is locked.
    list: Vec<(Which, bool)>,
    live: Live,
    actions: Actions,
}

fn list_of(of: &Rows) -> Html {
    let rows = of.list.iter().map(|(row, is_locked)| {
        let word = match row {
            Which::Word(word) => Some(word),
            Which::Others => None,
        };
        html! {
            <Row
                // No word is empty, but one may be spelled as the row of all other words is called.
                key={word.map(ToString::to_string).unwrap_or_default()}
                sliders={of.sliders}
                row={row.clone()}
                is_locked={*is_locked}
                is_target={word == Some(&of.target)}
                can_go={of.list.len() > 1}
                live={of.live.clone()}
                actions={of.actions.clone()}
            />
        }
    });
    rows.collect()
}

fn scale_name(scale: Scale) -> &'static str {
    match scale {
        Scale::Linear => "linear",
        Scale::Logarithmic => "logarithmic",
        Scale::Logit => "logit",
    }
}
