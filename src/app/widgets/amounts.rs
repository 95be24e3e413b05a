//! Numbers that stand alone: as people read them, in the unit that is shown, with all of them in nats for
//! programs.

use masklab::core::{
    explain::Number,
    math::Unit,
    objective::{Quantity, QuantityKind},
    text::Position,
};
use yew::prelude::*;

use super::sentence_number;
use crate::app::words::language;

/// What a number is, and of what: all of it but the number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slot {
    kind: QuantityKind,
    sentence: Option<usize>,
    position: Option<Position>,
}

impl Slot {
    pub(crate) fn kind(self) -> QuantityKind {
        self.kind
    }

    pub(crate) fn position(self) -> Option<Position> {
        self.position
    }
}

impl From<Quantity> for Slot {
    fn from(quantity: Quantity) -> Self {
        Self { kind: quantity.kind(), sentence: quantity.sentence(), position: quantity.position() }
    }
}

/// A place for a number that [`Amounts`](masklab::drawing::Amounts) writes. Where the dataset has several
/// sentences, it also says which one the number is of.
pub(crate) fn slot(of: Slot, several: bool) -> Html {
    data(of, several, None, None)
}

/// A number as it is now: where it stands among what is drawn with it.
pub(crate) fn amount(quantity: Quantity, unit: Unit, several: bool) -> Html {
    let shown = Number::quantity(quantity, unit).shown(language());
    data(quantity.into(), several, Some(quantity.full()), Some(shown))
}

fn data(of: Slot, several: bool, value: Option<String>, shown: Option<String>) -> Html {
    html! {
        <data
            class="amount"
            translate="no"
            dir="ltr"
            {value}
            data-quantity={of.kind.name()}
            data-position={of.position.map(|position| position.to_string())}
            data-sentence={sentence_number(of.sentence, several)}
        >
            { shown }
        </data>
    }
}
