//! The numbers of the rows, which no component draws: they are written straight into their elements.

use std::{cell::RefCell, rc::Rc};

use masklab::{
    core::math::Row,
    drawing::{Rows, Shown},
};
use web_sys::Element;
use yew::prelude::*;

use crate::app::{store::View, words::language};

/// What was written into the rows of a list.
#[derive(Clone)]
pub(super) struct Live(Rc<RefCell<Rows>>);

impl PartialEq for Live {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Live {
    /// Is told that a person has moved a slider.
    pub(super) fn moved(&self, row: &Row) {
        self.0.borrow_mut().moved(row);
    }

    /// Forgets it, where a person has written something else.
    pub(super) fn forget(&self) {
        self.0.borrow_mut().forget();
    }
}

/// Writes the chosen prediction into the rows of the list that the returned reference is put on,
/// whenever it has changed.
#[hook]
pub(super) fn use_live(view: &View) -> (NodeRef, Live) {
    let list = use_node_ref();
    let rows = use_mut_ref(Rows::default);
    use_effect_with(view.clone(), {
        let (list, rows) = (list.clone(), rows.clone());
        move |view| {
            if let (Some(list), Some(prediction)) = (list.cast::<Element>(), &view.prediction) {
                let (scale, gauge) = (view.settings.scale, view.gauge);
                let shown = Shown { scale, gauge, language: language() };
                rows.borrow_mut().show(&list, prediction, shown);
            }
        }
    });
    (list, Live(rows))
}
