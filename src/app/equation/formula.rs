//! A formula of the core as elements of the page, with symbols that explain themselves.

use masklab::core::explain::{Content, Formula, Mark, Node};
use yew::{
    prelude::*,
    virtual_dom::{VNode, VTag},
};

use super::symbols;
use crate::app::words::language;

/// A formula in an element `math`, in a line of its own.
pub(super) fn maths(formula: &Formula) -> Html {
    // Its symbols are to be reached, so it is no picture with a name: a sentence stands beside it.
    html! { <math display="block" translate="no">{ element(&formula.to_node(language())) }</math> }
}

fn element(node: &Node) -> VNode {
    let mut tag = VTag::new(node.tag);
    for &(name, value) in &node.attributes {
        tag.add_attribute(name, value);
    }
    if let Some(Mark::Symbol(symbol)) = node.mark {
        tag.add_attribute("data-symbol", symbol.name());
        tag.add_attribute("tabindex", "0");
        tag.add_attribute("role", "img");
        tag.add_attribute("aria-label", symbols::meaning(symbol));
    }
    match &node.content {
        Content::Text(text) => tag.add_child(VNode::from(text.clone())),
        Content::Nodes(nodes) => {
            for node in nodes {
                tag.add_child(element(node));
            }
        }
    }
    tag.into()
}
