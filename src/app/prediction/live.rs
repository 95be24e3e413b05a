//! The numbers of the rows, written straight into their elements: a slider's move changes those of every
//! row, and nothing else of it, so nothing else is looked at. No component draws what is written here.

use masklab::core::{
    math::{Distribution, Scale, notation},
    objective::Quantity,
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::app::{store::View, words::language};

/// Writes the chosen prediction into the rows of the list that the returned reference is put on,
/// whenever it has changed.
#[hook]
pub(super) fn use_live(view: &View) -> NodeRef {
    let list = use_node_ref();
    use_effect_with(view.clone(), {
        let list = list.clone();
        move |view| {
            if let (Some(list), Some(prediction)) = (list.cast::<Element>(), &view.prediction) {
                write(&list, prediction, view.settings.scale, view.gauge);
            }
        }
    });
    list
}

fn write(list: &Element, prediction: &Distribution, scale: Scale, gauge: f64) {
    let mut next = list.first_element_child();
    for candidate in prediction.candidates() {
        let Some(row) = next else { return };
        let probability = candidate.probability;
        let logit = probability.log_prob().nats() + gauge;
        let (value, written) = match scale {
            Scale::Linear => (probability.value(), notation::probability(probability)),
            Scale::Logarithmic => (probability.value(), notation::calculable(probability)),
            Scale::Logit => (logit, notation::fixed(logit, 2)),
        };
        if let Some(slider) = field(&row, 1) {
            let position = scale.position(value);
            // Setting what is there already would end a drag in some browsers.
            if slider.value() != position {
                slider.set_value(&position);
            }
            set(&slider, "aria-valuetext", &notation::spoken(language(), probability));
        }
        if let Some(data) = row.children().item(3) {
            set(&data, "value", &Quantity::candidate(probability).full());
            if let Some(number) = field(&data, 0) {
                number.set_value(&language().number(written));
            }
        }
        next = row.next_element_sibling();
    }
}

fn field(of: &Element, index: u32) -> Option<HtmlInputElement> {
    of.children().item(index)?.dyn_into().ok()
}

/// An attribute with a fixed name: setting it cannot fail.
fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}
