//! The numbers of the rows, which no component draws, and their sliders: they are written straight into
//! their elements, and read from them.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use masklab::{
    core::setup::Answers,
    drawing::{Rows, Shown},
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::sliders::Sliders;
use crate::app::{
    host::{dom::Listener, frames::Actions},
    store::View,
    words::language,
};

/// What was written into the rows of a list.
#[derive(Clone)]
pub(super) struct Live(Rc<RefCell<Rows>>);

impl PartialEq for Live {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Live {
    /// Forgets it, where a person has written something else.
    pub(super) fn forget(&self) {
        self.0.borrow_mut().forget();
    }
}

/// Writes the chosen prediction into the rows of the list that the returned reference is put on,
/// whenever it has changed, and sends what their sliders are moved to.
#[hook]
pub(super) fn use_live(view: &View, actions: &Actions) -> (NodeRef, Live) {
    let list = use_node_ref();
    let rows = use_mut_ref(Rows::default);
    let sliders = use_memo((), |()| Cell::new(None::<Sliders>));
    let ear = use_mut_ref(|| None::<(Element, Listener)>);
    use_effect_with(view.clone(), {
        let (list, rows, actions) = (list.clone(), rows.clone(), actions.clone());
        move |view| {
            sliders.set(Sliders::of(view));
            let (Some(list), Some(prediction)) = (list.cast::<Element>(), &view.prediction) else {
                return;
            };
            let (scale, gauge) = (view.settings.scale, view.gauge);
            let logs = view.settings.answers == Answers::Shown;
            let shown = Shown { scale, gauge, language: language(), logs };
            rows.borrow_mut().show(&list, prediction, shown);
            let mut ear = ear.borrow_mut();
            if ear.as_ref().is_none_or(|(of, _)| *of != list) {
                let heard = hear(&list, rows.clone(), sliders, actions);
                *ear = Some((list, heard));
            }
        }
    });
    (list, Live(rows))
}

/// Sends what the sliders of a list are moved to. There is one listener on all of them: the way through
/// components asks everything around a slider whether it listens, with every move.
fn hear(
    list: &Element,
    rows: Rc<RefCell<Rows>>,
    sliders: Rc<Cell<Option<Sliders>>>,
    actions: Actions,
) -> Listener {
    Listener::new(list.clone(), "input", move |event| {
        let input = event.target().and_then(|on| on.dyn_into::<HtmlInputElement>().ok());
        let moved = input.and_then(|input| {
            Some((rows.borrow_mut().moved(&input)?, input.value_as_number(), sliders.get()?))
        });
        if let Some((row, position, sliders)) = moved {
            event.stop_propagation();
            actions.before_next_frame(sliders.slide(row, position));
        }
    })
}
