//! The size that the page gives an element.

use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The width, in CSS pixels, of the element that the returned reference is put on; `None` until
/// it has been drawn once.
#[hook]
pub(crate) fn use_width() -> (NodeRef, Option<u32>) {
    let node = use_node_ref();
    let width = use_state_eq(|| None);
    use_effect_with(node.clone(), {
        let width = width.setter();
        move |node| {
            let observed = node.cast::<Element>();
            let measured = observed.clone();
            let measure = Closure::<dyn Fn()>::new(move || {
                let pixels = measured.as_ref().map_or(0, Element::client_width);
                width.set(u32::try_from(pixels).ok().filter(|&pixels| pixels > 0));
            });
            // The observer reports once as soon as it begins.
            let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &observed) {
                observer.observe(element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(measure);
            }
        }
    });
    (node, *width)
}
