//! A formula of the core as elements of the page.

use masklab::core::explain::{Content, Formula, Mark, Node, Symbol};
use yew::{
    prelude::*,
    virtual_dom::{VNode, VTag},
};

use crate::app::words::language;

/// A formula in an element `math`. Where there is something to say of a symbol, it can be reached and says
/// it; elsewhere the symbols are parts of a picture.
pub(crate) fn maths(
    formula: &Formula,
    is_block: bool,
    meaning: Option<fn(Symbol) -> &'static str>,
) -> Html {
    let display = if is_block { "block" } else { "inline" };
    html! { <math {display} translate="no">{ element(&formula.to_node(language()), meaning) }</math> }
}

/// A formula in the line, which breaks where it may: an element `math` for each part.
pub(crate) fn maths_in_parts(formula: &Formula) -> Html {
    let parts = formula.to_parts(language()).into_iter().map(|part| {
        html! { <><math display="inline" translate="no">{ element(&part, None) }</math><wbr /></> }
    });
    parts.collect()
}

fn element(node: &Node, meaning: Option<fn(Symbol) -> &'static str>) -> VNode {
    let mut tag = VTag::new(node.tag);
    for &(name, value) in &node.attributes {
        tag.add_attribute(name, value);
    }
    if let (Some(Mark::Symbol(symbol)), Some(meaning)) = (node.mark, meaning) {
        tag.add_attribute("data-symbol", symbol.name());
        tag.add_attribute("tabindex", "0");
        tag.add_attribute("role", "img");
        tag.add_attribute("aria-label", meaning(symbol));
    }
    match &node.content {
        Content::Text(text) => tag.add_child(VNode::from(text.clone())),
        Content::Nodes(nodes) => {
            for node in nodes {
                tag.add_child(element(node, meaning));
            }
        }
    }
    tag.into()
}
