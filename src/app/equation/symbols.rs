//! What the symbols of the formulas stand for. A line below the formula says it of the one at which a
//! person points; a rule of the style sheet lights up what it stands for.

use masklab::core::explain::Symbol;
use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

use crate::app::{
    host::dom::{self, Listener},
    words::words,
};

/// What a symbol stands for.
pub(super) fn meaning(symbol: Symbol) -> &'static str {
    let words = words().symbols;
    match symbol {
        Symbol::Original => words.original,
        Symbol::Corrupted => words.corrupted,
        Symbol::Target => words.target,
        Symbol::Selected => words.selected,
        Symbol::Dataset => words.dataset,
        Symbol::Position => words.position,
        Symbol::Objective => words.objective,
        Symbol::Loss => words.loss,
        Symbol::Candidate => words.candidate,
        Symbol::Label => words.label,
        Symbol::Predicted => words.predicted,
        Symbol::Euler => words.euler,
        Symbol::Count => words.count,
    }
}

/// The line: a component, since it alone changes when a pointer moves.
#[component]
pub(super) fn Meaning() -> Html {
    let symbol = use_state_eq(|| None::<Symbol>);
    use_effect_with((), {
        let symbol = symbol.setter();
        move |()| {
            let listen = |event: &'static str| {
                let symbol = symbol.clone();
                let document = dom::document()?;
                Some(Listener::new(document, event, move |event| {
                    let element =
                        event.target().and_then(|target| target.dyn_into::<Element>().ok());
                    let name = element
                        .and_then(|element| element.closest("math [data-symbol]").ok()?)
                        .and_then(|element| element.get_attribute("data-symbol"));
                    // What was explained last stays until something else is: it can be read in peace.
                    if let Some(name) = name {
                        symbol.set(Symbol::ALL.into_iter().find(|symbol| symbol.name() == name));
                    }
                }))
            };
            let listeners: Vec<_> =
                ["pointerover", "focusin", "click"].into_iter().map(listen).collect();
            move || drop(listeners)
        }
    });
    let said = symbol.map_or(words().symbols.hint, meaning);
    html! { <p class="meaning" data-of={symbol.map(Symbol::name)}>{ said }</p> }
}
