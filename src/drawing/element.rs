//! Elements of the page, found, made and written to one by one.

use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// The namespace of pictures.
pub const SVG: &str = "http://www.w3.org/2000/svg";
/// The namespace of formulas.
pub(super) const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// The first element in another one that a selector names.
pub fn find(inside: &Element, selector: &str) -> Option<Element> {
    inside.query_selector(selector).ok()?
}

/// All of them, in the order of the page.
pub fn all(inside: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = inside.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Sets an attribute. Its name is one that every element takes: it cannot fail.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Makes an element at the end of another one.
pub fn add(
    to: &Element,
    namespace: &str,
    name: &str,
    attributes: &[(&str, &str)],
) -> Option<Element> {
    let new = to.owner_document()?.create_element_ns(Some(namespace), name).ok()?;
    for (name, value) in attributes {
        set(&new, name, value);
    }
    to.append_child(&new).ok()?;
    Some(new)
}
