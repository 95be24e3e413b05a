//! What panels share: their frame, quantities, the number and colour by which a selected position is
//! known, switches, menus and icons.

mod amounts;
mod code;
mod formula;
mod icon;
mod kept;
mod menu;
mod segments;
mod window;
mod written;

use std::{ops::Deref, rc::Rc};

pub(crate) use masklab::drawing::{hue_name, place_name, place_named, sentence_number};
use yew::prelude::*;

pub(crate) use amounts::{Slot, amount, slot};
pub(crate) use code::Code;
pub(crate) use formula::{maths, maths_in_parts};
pub(crate) use icon::{Icon, icon};
pub(crate) use kept::kept;
pub(crate) use menu::{close_menus, menu};
pub(crate) use segments::segments;
pub(crate) use window::Window;
pub(crate) use written::use_written;

/// A panel with its heading, a hint and tools beside it, and what is in it. It is given the names of the
/// panel and of its heading.
pub(crate) fn panel(
    [name, title]: [&'static str; 2],
    heading: impl Into<Html>,
    hint: &'static str,
    tools: Html,
    body: Html,
) -> Html {
    html! {
        <section class="panel" id={name} aria-labelledby={title}>
            <div class="head">
                <h2 id={title}>{ heading.into() }</h2>
                <small>{ hint }</small>
                <div class="tools">{ tools }</div>
            </div>
            { body }
        </section>
    }
}

/// What a panel says where it has nothing to show.
pub(crate) fn empty(is_empty: bool, text: &'static str) -> Html {
    html! { <p class="empty" hidden={!is_empty}>{ text }</p> }
}

/// The number of a term, the same on its chip, its slider group, its point and its words.
pub(crate) fn badge(number: usize) -> Html {
    html! { <span class="badge" aria-hidden="true">{ number }</span> }
}

/// Something shared, compared by whether it is the same one: what is equal to it without being the
/// same is drawn anew, which is cheaper than to look.
#[derive(Debug)]
pub(crate) struct Same<T>(pub(crate) Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
