//! Elements of the page, found, made and written to.

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// The namespace of pictures.
pub const SVG: &str = "http://www.w3.org/2000/svg";
/// The namespace of formulas.
pub const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

#[wasm_bindgen]
extern "C" {
    /// An element that takes numbers, which the browser spells itself.
    #[wasm_bindgen(extends = Element)]
    pub(super) type Numbered;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_number(this: &Numbered, name: &JsString, value: f64);
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_text(this: &Numbered, name: &JsString, value: &str);
}

/// The name of an attribute that is written often, as the browser keeps it. It is one that every element
/// takes: setting it cannot fail.
pub(super) struct Name(JsString);

impl Name {
    pub(super) fn new(name: &'static str) -> Self {
        Self(name.into())
    }

    pub(super) fn set(&self, element: &Element, text: &str) {
        element.unchecked_ref::<Numbered>().set_text(&self.0, text);
    }

    pub(super) fn set_number(&self, element: &Element, number: f64) {
        element.unchecked_ref::<Numbered>().set_number(&self.0, number);
    }
}

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
