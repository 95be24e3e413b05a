//! What is written into elements of the first view: text, words and numbers.

use masklab::{
    core::objective::Quantity,
    drawing::{add, set},
};
use web_sys::Element;

const HTML: &str = "http://www.w3.org/1999/xhtml";

pub(crate) fn empty(element: &Element) {
    element.set_text_content(None);
}

pub(crate) fn write_text(to: &Element, text: &str) {
    if let Some(document) = to.owner_document() {
        let _ = to.append_child(&document.create_text_node(text));
    }
}

/// A word of the text, which is not translated.
pub(crate) fn write_word(to: &Element, word: &str, is_target: bool) {
    let class: &[(&str, &str)] = if is_target { &[("class", "target")] } else { &[] };
    let Some(bold) = add(to, HTML, "b", class) else { return };
    set(&bold, "translate", "no");
    if let Some(apart) = add(&bold, HTML, "bdi", &[]) {
        write_text(&apart, word);
    }
}

/// A number with its full value.
pub(crate) fn write_amount(to: &Element, quantity: Quantity, shown: &str) {
    let full = quantity.full();
    let attributes = [
        ("class", "amount"),
        ("translate", "no"),
        ("dir", "ltr"),
        ("value", full.as_str()),
        ("data-quantity", quantity.kind().name()),
    ];
    let Some(data) = add(to, HTML, "data", &attributes) else { return };
    if let Some(position) = quantity.position() {
        set(&data, "data-position", &position.to_string());
    }
    write_text(&data, shown);
}
