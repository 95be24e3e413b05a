//! What the page says aloud of a change, to those who listen to it: once it is quiet, and no more than
//! one sentence.

use masklab::core::{
    explain::Number,
    math::notation,
    messages::fill,
    objective::{Numbered, Quantity, QuantityKind},
    setup::Answers,
};
use yew::prelude::*;

use crate::app::{
    host::timer::Quiet,
    store::View,
    words::{language, words},
};

/// After so many milliseconds without a change.
const QUIET: u16 = 700;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct AnnounceProps {
    pub(super) view: View,
}

#[component]
pub(super) fn Announce(AnnounceProps { view }: &AnnounceProps) -> Html {
    let said = use_state_eq(AttrValue::default);
    let is_first = use_mut_ref(|| true);
    let quiet = use_memo((), |()| Quiet::new(QUIET));
    use_effect_with(view.clone(), {
        let said = said.setter();
        move |view| {
            // Nobody has changed anything yet, or is to hear what follows from it.
            if !is_first.replace(false) && view.settings.answers == Answers::Shown {
                let view = view.clone();
                quiet.then(move || said.set(sentence(&view).into()));
            }
        }
    });
    html! { <p class="unseen" id="said" role="status">{ (*said).clone() }</p> }
}

fn sentence(view: &View) -> String {
    let words = words().shell;
    let total = |kind: QuantityKind| {
        let mut totals = view.report.totals().into_iter();
        let quantity = totals.find(|quantity: &Quantity| quantity.kind() == kind);
        quantity
            .map(|q| Number::quantity(q, view.settings.unit).shown(language()))
            .unwrap_or_default()
    };
    let (objective, loss) = (total(QuantityKind::Objective), total(QuantityKind::Loss));
    let sums = fill(words.said_sums, &[("J", &objective), ("L", &loss)]);
    match view.looked_at() {
        Some(Numbered { term, .. }) => {
            let p = language().number(notation::probability(term.probability));
            let said = fill(words.said_term, &[("word", &term.target), ("p", &p)]);
            format!("{said} {sums}")
        }
        None => sums,
    }
}
