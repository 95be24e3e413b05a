//! The equation: the formula of the number that is looked at, with its numbers under it, and the four
//! numbers of the whole dataset to choose from.

mod chains;
mod symbols;
mod totals;

use masklab::core::math::Unit;
use yew::prelude::*;

use super::{
    host::frames::Actions,
    store::{Action, Settings, View},
    widgets::{kept, panel, segments},
    words::words,
};
use chains::Chains;
use symbols::Meaning;
use totals::Totals;

/// The panel.
pub(crate) fn equation(view: &View, actions: &Actions) -> Html {
    panel(
        ["objective", "objective-title"],
        words().equation.title,
        "",
        kept((view.settings, actions.clone()), unit),
        html! {
            <>
                <Chains view={view.clone()} actions={actions.clone()} />
                <Meaning />
                <Totals view={view.clone()} actions={actions.clone()} />
            </>
        },
    )
}

/// The unit of logarithms.
fn unit((settings, actions): &(Settings, Actions)) -> Html {
    let words = words().equation;
    let (settings, actions) = (*settings, actions.clone());
    let choose = move |unit: Unit| actions.now(Action::Show(Settings { unit, ..settings }));
    let units = [(Unit::Nats, words.nats), (Unit::Bits, words.bits), (Unit::Log10, words.log10)];
    segments("unit", words.unit, &units, settings.unit, choose)
}
