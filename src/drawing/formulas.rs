//! Formulas with numbers, in elements `math`.

use web_sys::{Element, Node as Text};

use super::{
    MATHML, add, all, set,
    writes::{Name, Writes},
};
use crate::core::{
    explain::{Content, Formula, Mark, Node},
    messages::Language,
    objective::Quantity,
};

/// The formulas under a definition, with what was written of them last.
pub struct Formulas {
    kept: Vec<Kept>,
    label: Name,
    value: Name,
}

struct Kept {
    math: Element,
    formula: Option<Formula>,
    inside: Option<Drawn>,
}

/// An element of a formula that is in the page.
struct Drawn {
    element: Element,
    tag: &'static str,
    attributes: Vec<(&'static str, &'static str)>,
    mark: Option<Mark>,
    inside: Inside,
}

enum Inside {
    Text(Option<Text>, String),
    Elements(Vec<Drawn>),
}

impl Default for Formulas {
    fn default() -> Self {
        let (label, value) = (Name::new("aria-label"), Name::new("data-value"));
        Self { kept: Vec::new(), label, value }
    }
}

impl Formulas {
    /// Writes formulas into the elements `math` of an equation's numbers, in their order.
    pub fn show(&mut self, equation: &Element, formulas: Vec<Formula>, language: Language) {
        let Self { kept: all_kept, label, value } = self;
        // Drawn anew, though from the same, after something else had been drawn for a moment.
        if all_kept.is_empty() || all_kept.iter().any(|kept| !kept.math.is_connected()) {
            let maths = all(equation, ".numbers math").into_iter();
            *all_kept = maths.map(|math| Kept { math, formula: None, inside: None }).collect();
        }
        let mut writes = Writes::default();
        for (kept, formula) in all_kept.iter_mut().zip(formulas) {
            if kept.formula.as_ref() == Some(&formula) {
                continue;
            }
            writes.attribute(&kept.math, label, &formula.to_spoken(language));
            let node = formula.to_node(language);
            let follows = |drawn: &mut Drawn| drawn.follow(&node, value, &mut writes);
            if !kept.inside.as_mut().is_some_and(follows) {
                kept.math.set_text_content(None);
                kept.inside = Drawn::new(&kept.math, &node, value);
            }
            kept.formula = Some(formula);
        }
        writes.done();
    }
}

impl Drawn {
    /// At the end of another element.
    fn new(to: &Element, node: &Node, value: &Name) -> Option<Self> {
        let element = add(to, MATHML, node.tag, &node.attributes)?;
        match node.mark {
            Some(Mark::Symbol(symbol)) => set(&element, "data-symbol", symbol.name()),
            Some(Mark::Quantity(quantity)) => {
                set(&element, "data-formula-quantity", quantity.kind().name());
                write_value(&element, value, quantity);
            }
            Some(Mark::Term(_)) | None => {}
        }
        let inside = match &node.content {
            Content::Text(text) => {
                element.set_text_content(Some(text));
                Inside::Text(element.first_child(), text.clone())
            }
            Content::Nodes(nodes) => Inside::Elements(
                nodes.iter().filter_map(|node| Self::new(&element, node, value)).collect(),
            ),
        };
        let (tag, attributes, mark) = (node.tag, node.attributes.clone(), node.mark);
        Some(Self { element, tag, attributes, mark, inside })
    }

    /// Becomes another one with the same elements in it, if it can: only numbers and other texts differ.
    fn follow(&mut self, node: &Node, value: &Name, writes: &mut Writes<'_>) -> bool {
        if self.tag != node.tag || self.attributes != node.attributes {
            return false;
        }
        match (self.mark, node.mark) {
            (Some(Mark::Quantity(before)), Some(Mark::Quantity(now))) => {
                if before.kind() != now.kind() {
                    return false;
                }
                if before.value() != now.value() {
                    write_value(&self.element, value, now);
                }
            }
            (before, now) if before != now => return false,
            _ => {}
        }
        self.mark = node.mark;
        match (&mut self.inside, &node.content) {
            (Inside::Text(place, before), Content::Text(now)) => {
                if before != now {
                    let Some(place) = place else { return false };
                    writes.text(place, now);
                    now.clone_into(before);
                }
                true
            }
            (Inside::Elements(drawn), Content::Nodes(nodes)) => {
                drawn.len() == nodes.len()
                    && drawn
                        .iter_mut()
                        .zip(nodes)
                        .all(|(drawn, node)| drawn.follow(node, value, writes))
            }
            _ => false,
        }
    }
}

fn write_value(element: &Element, name: &Name, quantity: Quantity) {
    match quantity.value() {
        Some(value) => name.set_number(element, value),
        None => set(element, "data-value", ""),
    }
}
