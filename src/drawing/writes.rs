//! Many short texts on their way into the page.

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, Node};

#[wasm_bindgen]
extern "C" {
    /// An element that takes numbers, which the browser spells itself, and strings that it has already.
    #[wasm_bindgen(extends = Element)]
    type Fed;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute_number(this: &Fed, name: &JsString, value: f64);
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute_string(this: &Fed, name: &JsString, value: &JsString);
    #[wasm_bindgen(method, setter, js_name = value)]
    fn set_field(this: &Fed, value: &JsString);
    #[wasm_bindgen(method, setter, js_name = value)]
    fn set_field_number(this: &Fed, value: f64);
    #[wasm_bindgen(method, setter, js_name = data)]
    fn set_data(this: &Fed, value: &JsString);

    #[wasm_bindgen(extends = JsString)]
    type Texts;

    #[wasm_bindgen(method)]
    fn substring(this: &Texts, start: u32, end: u32) -> JsString;
}

/// The name of an attribute that is written often, as the browser keeps it. It is one that every element
/// takes: setting it cannot fail.
pub(super) struct Name(JsString);

impl Name {
    pub(super) fn new(name: &'static str) -> Self {
        Self(name.into())
    }

    pub(super) fn set_number(&self, element: &Element, number: f64) {
        element.unchecked_ref::<Fed>().set_attribute_number(&self.0, number);
    }
}

/// Puts a slider somewhere. Browsers spell a number and then read it: with `valueAsNumber` they do it twice.
pub(super) fn put(slider: &HtmlInputElement, position: f64) {
    slider.unchecked_ref::<Fed>().set_field_number(position);
}

/// Texts that are written together. The browser has to decode what comes out of WebAssembly, which for a
/// short text takes longer than anything else that is done with it: so all of them are decoded as one.
#[derive(Default)]
pub(super) struct Writes<'a> {
    texts: String,
    /// The length of the texts as the browser counts it, in UTF-16.
    length: u32,
    /// Where each goes, and where it ends.
    list: Vec<(To<'a>, u32)>,
}

enum To<'a> {
    Attribute(Element, &'a Name),
    Field(HtmlInputElement),
    Text(Node),
}

impl<'a> Writes<'a> {
    pub(super) fn attribute(&mut self, element: &Element, name: &'a Name, text: &str) {
        self.add(To::Attribute(element.clone(), name), text);
    }

    /// What a field holds.
    pub(super) fn field(&mut self, field: &HtmlInputElement, text: &str) {
        self.add(To::Field(field.clone()), text);
    }

    /// What a text node says.
    pub(super) fn text(&mut self, node: &Node, text: &str) {
        self.add(To::Text(node.clone()), text);
    }

    fn add(&mut self, into: To<'a>, text: &str) {
        self.texts.push_str(text);
        let length: usize = text.chars().map(char::len_utf16).sum();
        self.length += u32::try_from(length).unwrap_or_default();
        self.list.push((into, self.length));
    }

    /// Writes all of them.
    pub(super) fn done(self) {
        if self.list.is_empty() {
            return;
        }
        let texts = JsString::from(self.texts);
        let mut start = 0;
        for (into, end) in self.list {
            let text = texts.unchecked_ref::<Texts>().substring(start, end);
            match into {
                To::Attribute(element, name) => {
                    element.unchecked_ref::<Fed>().set_attribute_string(&name.0, &text);
                }
                To::Field(field) => field.unchecked_ref::<Fed>().set_field(&text),
                To::Text(node) => node.unchecked_ref::<Fed>().set_data(&text),
            }
            start = end;
        }
    }
}
