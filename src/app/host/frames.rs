//! The browser's animation frames: what comes faster than the screen can show is sent once a
//! frame.

use std::{cell::RefCell, rc::Rc};

use masklab::core::document::Edit;
use wasm_bindgen::{JsCast as _, closure::Closure};
use yew::Callback;

use crate::app::store::Action;

/// Sends actions on: sliders' moves once a frame, the newest one; everything else at once and in
/// order.
#[derive(Clone)]
pub(crate) struct Actions {
    queue: Rc<Queue>,
}

struct Queue {
    send: Box<dyn Fn(Action)>,
    waiting: RefCell<Option<Edit>>,
}

impl PartialEq for Actions {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.queue, &other.queue)
    }
}

impl Actions {
    /// Sends actions to a receiver.
    pub(crate) fn new(send: impl Fn(Action) + 'static) -> Self {
        Self { queue: Rc::new(Queue { send: Box::new(send), waiting: RefCell::new(None) }) }
    }

    /// Sends an action now, after an edit that waits.
    pub(crate) fn now(&self, action: impl Into<Action>) {
        self.queue.flush();
        (self.queue.send)(action.into());
    }

    /// A callback that sends what an event asks for.
    pub(crate) fn on<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let actions = self.clone();
        Callback::from(move |event: E| actions.now(action(event)))
    }

    /// Sends an edit before the next frame is drawn, unless a later move of the same slider takes
    /// its place.
    pub(crate) fn before_next_frame(&self, edit: Edit) {
        let earlier = self.queue.waiting.take();
        match earlier {
            Some(earlier) if edit.continues(&earlier) => {}
            Some(earlier) => (self.queue.send)(earlier.into()),
            None => {
                let queue = self.queue.clone();
                next_frame(move || queue.flush());
            }
        }
        self.queue.waiting.replace(Some(edit));
    }
}

/// Does something before the next frame is drawn, or at once where no frame can be had.
pub(crate) fn next_frame(work: impl FnOnce() + 'static) {
    let work = Rc::new(RefCell::new(Some(work)));
    let callback = Closure::once_into_js({
        let work = work.clone();
        move || run(&work)
    });
    let requested =
        web_sys::window().map(|window| window.request_animation_frame(callback.unchecked_ref()));
    if !matches!(requested, Some(Ok(_))) {
        run(&work);
    }
}

fn run(work: &RefCell<Option<impl FnOnce()>>) {
    // Taken first, so that it is done once and may ask for the next frame itself.
    let work = work.take();
    if let Some(work) = work {
        work();
    }
}

impl Queue {
    fn flush(&self) {
        // Taken first: the receiver may send the next edit.
        let waiting = self.waiting.take();
        if let Some(edit) = waiting {
            (self.send)(edit.into());
        }
    }
}
