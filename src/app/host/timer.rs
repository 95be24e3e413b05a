//! Something to do when nothing has happened for a while.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::{JsCast as _, closure::Closure};

/// Does the last thing that it was given once it has been given nothing else for some milliseconds,
/// unless it is dropped before. A slider gives it something with every frame: so there is one timer, which
/// waits again where it was too early.
pub(crate) struct Quiet {
    wait: Rc<Wait>,
    call: Rc<Closure<dyn Fn()>>,
}

struct Wait {
    milliseconds: f64,
    work: RefCell<Option<Box<dyn FnOnce()>>>,
    /// When it is to be done, by the browser's clock.
    due: Cell<f64>,
    timer: Cell<Option<i32>>,
}

impl Quiet {
    pub(crate) fn new(milliseconds: u16) -> Self {
        let wait = Rc::new(Wait {
            milliseconds: milliseconds.into(),
            work: RefCell::default(),
            due: Cell::default(),
            timer: Cell::default(),
        });
        let call = Rc::new_cyclic(|call: &std::rc::Weak<Closure<dyn Fn()>>| {
            let (wait, call) = (wait.clone(), call.clone());
            Closure::new(move || {
                wait.timer.set(None);
                // No longer, where the clock was set back.
                let left = (wait.due.get() - now()).min(wait.milliseconds);
                if left > 0.0 {
                    if let Some(call) = call.upgrade() {
                        wait.begin(&call, left);
                    }
                } else {
                    // Taken first: it may ask for something again.
                    let work = wait.work.take();
                    if let Some(work) = work {
                        work();
                    }
                }
            })
        });
        Self { wait, call }
    }

    /// Does this, and nothing that it was given before.
    pub(crate) fn then(&self, work: impl FnOnce() + 'static) {
        let wait = &self.wait;
        wait.work.replace(Some(Box::new(work)));
        wait.due.set(now() + wait.milliseconds);
        if wait.timer.get().is_none() {
            wait.begin(&self.call, wait.milliseconds);
        }
    }
}

impl Wait {
    fn begin(&self, call: &Closure<dyn Fn()>, milliseconds: f64) {
        #[expect(clippy::cast_possible_truncation, reason = "a few thousand at most")]
        let milliseconds = milliseconds.ceil() as i32;
        let call = call.as_ref().unchecked_ref();
        self.timer.set(web_sys::window().and_then(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(call, milliseconds).ok()
        }));
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if let (Some(timer), Some(window)) = (self.wait.timer.take(), web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}
