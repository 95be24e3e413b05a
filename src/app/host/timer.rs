//! Something to do after a while.

use std::rc::Rc;

use wasm_bindgen::{JsCast as _, closure::Closure};

/// Calls back once, some milliseconds later, unless it is dropped before.
pub(crate) struct Later {
    timer: Option<i32>,
    _callback: Rc<Closure<dyn Fn()>>,
}

impl Later {
    pub(crate) fn new(milliseconds: i32, work: impl Fn() + 'static) -> Self {
        let callback = Rc::new(Closure::<dyn Fn()>::new(work));
        let timer = web_sys::window().and_then(|window| {
            let call = (*callback).as_ref().unchecked_ref();
            window.set_timeout_with_callback_and_timeout_and_arguments_0(call, milliseconds).ok()
        });
        Self { timer, _callback: callback }
    }
}

impl Drop for Later {
    fn drop(&mut self) {
        if let (Some(timer), Some(window)) = (self.timer, web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}
