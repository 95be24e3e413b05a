//! Numbers that stand alone, in elements `data`.

use web_sys::{Element, Node};

use super::{
    all, set,
    writes::{Name, Writes},
};
use crate::core::{explain::Number, math::Unit, messages::Language, objective::Quantity};

/// The numbers in an element, with what was written into them last.
pub struct Amounts {
    kept: Vec<Kept>,
    shown: Option<(Unit, Language)>,
    value: Name,
}

struct Kept {
    data: Element,
    text: Option<Node>,
    quantity: Option<Quantity>,
    written: String,
}

impl Default for Amounts {
    fn default() -> Self {
        Self { kept: Vec::new(), shown: None, value: Name::new("value") }
    }
}

impl Amounts {
    /// Writes the quantities into the elements of the class `amount` in another one, in their order.
    pub fn show(
        &mut self,
        inside: &Element,
        quantities: impl IntoIterator<Item = Quantity>,
        unit: Unit,
        language: Language,
    ) {
        // Drawn anew, though from the same, after something else had been drawn for a moment.
        if self.kept.is_empty() || self.kept.iter().any(|kept| !kept.data.is_connected()) {
            self.kept = all(inside, "data.amount").into_iter().map(Kept::of).collect();
        }
        let is_same = self.shown.replace((unit, language)) == Some((unit, language));
        let mut writes = Writes::default();
        for (kept, quantity) in self.kept.iter_mut().zip(quantities) {
            if kept.quantity.replace(quantity) == Some(quantity) && is_same {
                continue;
            }
            match quantity.value() {
                Some(value) => self.value.set_number(&kept.data, value),
                None => set(&kept.data, "value", ""),
            }
            let written = Number::quantity(quantity, unit).shown(language);
            if kept.written != written {
                kept.write(&written, &mut writes);
                kept.written = written;
            }
        }
        writes.done();
    }
}

impl Kept {
    fn of(data: Element) -> Self {
        Self { data, text: None, quantity: None, written: String::new() }
    }

    fn write(&mut self, text: &str, writes: &mut Writes<'_>) {
        if let Some(node) = &self.text {
            writes.text(node, text);
        } else {
            self.data.set_text_content(Some(text));
            self.text = self.data.first_child();
        }
    }
}
