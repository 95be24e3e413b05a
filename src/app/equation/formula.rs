//! A formula of the core as elements of the page.

use masklab::core::explain::{Content, Formula, Mark, Node, Symbol};
use yew::{
    prelude::*,
    virtual_dom::{VNode, VTag},
};

use super::symbols;
use crate::app::words::language;

/// A formula in an element `math`: in a line of its own with symbols that explain themselves, or not.
pub(super) fn maths(formula: &Formula, is_live: bool) -> Html {
    html! {
        <math
            display={is_live.then_some("block")}
            displaystyle={(!is_live).then_some("true")}
            translate="no"
            // Its symbols are to be reached, so it is no picture with a name: a sentence stands beside it.
            aria-label={(!is_live).then(|| formula.to_spoken(language()))}
        >
            { element(&formula.to_node(language()), is_live) }
        </math>
    }
}

fn element(node: &Node, is_live: bool) -> VNode {
    let mut tag = VTag::new(node.tag);
    for &(name, value) in &node.attributes {
        tag.add_attribute(name, value);
    }
    match node.mark {
        Some(Mark::Symbol(symbol)) => mark_symbol(&mut tag, symbol, is_live),
        Some(Mark::Quantity(quantity)) => {
            tag.add_attribute("data-formula-quantity", quantity.kind().name());
            tag.add_attribute("data-value", quantity.full());
        }
        Some(Mark::Term(_)) | None => {}
    }
    match &node.content {
        Content::Text(text) => tag.add_child(VNode::from(text.clone())),
        Content::Nodes(nodes) => {
            for node in nodes {
                tag.add_child(element(node, is_live));
            }
        }
    }
    tag.into()
}

fn mark_symbol(tag: &mut VTag, symbol: Symbol, is_live: bool) {
    tag.add_attribute("data-symbol", symbol.name());
    if is_live {
        tag.add_attribute("tabindex", "0");
        tag.add_attribute("role", "img");
        tag.add_attribute("aria-label", symbols::meaning(symbol));
    }
}
