//! The prediction at the chosen position: the candidate words with what the model gives them.

mod head;
mod live;
mod row;
mod sliders;
mod tools;

use std::rc::Rc;

use masklab::core::{
    document::Model,
    math::Row as Which,
    messages::fill,
    objective::{Hue, Numbered},
    setup::Locked,
};
use yew::prelude::*;

use super::{
    host::frames::Actions,
    setup::is_locked,
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
        ["prediction", "prediction-title"],
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
    let (list, live) = live::use_live(view, actions);
    let outline = view.looked_at().zip(view.prediction.as_ref()).zip(Sliders::of(view)).map(
        |((Numbered { number, place, term }, prediction), sliders)| {
            let candidates = prediction.candidates().iter();
            let rows: Vec<(Which, bool)> =
                candidates.map(|candidate| (candidate.row.clone(), candidate.locked)).collect();
            let has_others = rows.iter().any(|(row, _)| *row == Which::Others);
            Outline {
                number,
                hue: view.hue(place),
                several: view.several(),
                steps: head::Steps::of(view, actions, number),
                sliders,
                target: term.target.clone(),
                rows,
                foot: Foot::of(view, actions, place, has_others),
                list,
                live,
                actions: actions.clone(),
            }
        },
    );
    kept(outline, |outline| outline.as_ref().map_or_else(|| html! { <div /> }, fieldset))
}

/// What the group is drawn from: all of it but the numbers in its rows.
#[derive(PartialEq)]
struct Outline {
    number: usize,
    hue: Option<Hue>,
    several: bool,
    steps: head::Steps,
    sliders: Sliders,
    target: Rc<str>,
    /// Each row, and whether it is locked.
    rows: Vec<(Which, bool)>,
    foot: Foot,
    /// The element around the rows.
    list: NodeRef,
    live: Live,
    actions: Actions,
}

fn fieldset(of: &Outline) -> Html {
    let words = words().prediction;
    let place = of.sliders.place;
    let position = place.position.to_string();
    let sentence = (place.sentence + 1).to_string();
    let phrase = if of.several { words.at_position_of_sentence } else { words.at_position };
    let at = fill(phrase, &[("position", &position), ("sentence", &sentence)]);
    html! {
        <fieldset
            key={format!("{} {}", place_name(place), of.sliders.model.0)}
            class="prediction"
            disabled={is_locked(Locked::Prediction)}
            data-hue={of.hue.map(hue_name)}
            data-place={place_name(place)}
            data-position={position}
            data-sentence={sentence_number(Some(place.sentence), of.several)}
        >
            <legend>
                { badge(of.number) }
                <b class="target"><bdi translate="no">{ of.target.to_string() }</bdi></b>
                <span>{ at }</span>
                { head::steps(&of.steps) }
            </legend>
            <div class="candidates" data-scale={of.sliders.scale.name()} ref={of.list.clone()}>
                { for rows(of) }
            </div>
            { tools::foot(&of.foot) }
        </fieldset>
    }
}

fn rows(of: &Outline) -> impl Iterator<Item = Html> {
    of.rows.iter().map(|(row, is_locked)| {
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
                can_go={of.rows.len() > 1}
                live={of.live.clone()}
                actions={of.actions.clone()}
            />
        }
    })
}
