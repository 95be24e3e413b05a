//! What is written straight into elements that components have drawn.

use web_sys::Element;
use yew::prelude::*;

/// Writes into the element that the returned reference is put on, after each drawing: a slider's move
/// changes numbers, and what is around them stays. What was written is kept in a `W`, which begins anew
/// where the elements are drawn from something else, and may be others.
#[hook]
pub(crate) fn use_written<D: PartialEq + 'static, W: Default + 'static>(
    drawn_from: D,
    write: impl FnOnce(&mut W, &Element) + 'static,
) -> NodeRef {
    let node = use_node_ref();
    let written = use_mut_ref(|| (W::default(), None::<(Element, D)>));
    use_effect({
        let node = node.clone();
        move || {
            let Some(inside) = node.cast::<Element>() else { return };
            let (written, before) = &mut *written.borrow_mut();
            let now = Some((inside.clone(), drawn_from));
            if *before != now {
                (*written, *before) = (W::default(), now);
            }
            write(written, &inside);
        }
    });
    node
}
