//! The size that the page gives an element.

use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use super::frames::next_frame;

/// The width and height, in CSS pixels, of the element that the returned reference is put on; `None`
/// until it has been drawn once.
#[hook]
pub(crate) fn use_size() -> (NodeRef, Option<(u32, u32)>) {
    let node = use_node_ref();
    let size = use_state_eq(|| None);
    use_effect_with(node.clone(), {
        let size = size.setter();
        move |node| {
            let element = node.cast::<Element>();
            let measure = {
                let element = element.clone();
                move || {
                    let pixels = |of: fn(&Element) -> i32| {
                        let pixels = element.as_ref().map_or(0, of);
                        u32::try_from(pixels).ok().filter(|&pixels| pixels > 0)
                    };
                    size.set(pixels(Element::client_width).zip(pixels(Element::client_height)));
                }
            };
            measure();
            // Not in the observer itself: what is drawn for the new size can change others, of which a
            // browser complains when it happens while it reports sizes.
            let changed = Closure::<dyn Fn()>::new(move || next_frame(measure.clone()));
            let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &element) {
                observer.observe(element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(changed);
            }
        }
    });
    (node, *size)
}
