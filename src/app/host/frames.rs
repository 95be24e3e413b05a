//! The browser's animation frames: what comes faster than the screen can show is sent once a
//! frame.

use std::{cell::RefCell, rc::Rc};

use masklab::core::document::Edit;
use wasm_bindgen::{JsCast as _, closure::Closure};

/// Sends edits on: sliders' moves once a frame, the newest one; everything else at once and in
/// order.
#[derive(Clone)]
pub(crate) struct Edits {
    queue: Rc<Queue>,
}

struct Queue {
    send: Box<dyn Fn(Edit)>,
    waiting: RefCell<Option<Edit>>,
}

impl PartialEq for Edits {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.queue, &other.queue)
    }
}

impl Edits {
    /// Sends edits to a receiver.
    pub(crate) fn new(send: impl Fn(Edit) + 'static) -> Self {
        Self { queue: Rc::new(Queue { send: Box::new(send), waiting: RefCell::new(None) }) }
    }

    /// Sends an edit now, after any that waits.
    pub(crate) fn now(&self, edit: Edit) {
        self.queue.flush();
        (self.queue.send)(edit);
    }

    /// Sends an edit before the next frame is drawn, unless a later move of the same slider takes
    /// its place.
    pub(crate) fn before_next_frame(&self, edit: Edit) {
        let earlier = self.queue.waiting.take();
        match earlier {
            Some(earlier) if same_slider(&earlier, &edit) => {}
            Some(earlier) => (self.queue.send)(earlier),
            None => self.request_frame(),
        }
        self.queue.waiting.replace(Some(edit));
    }

    fn request_frame(&self) {
        let queue = self.queue.clone();
        let callback = Closure::once_into_js(move || queue.flush());
        let requested = web_sys::window()
            .map(|window| window.request_animation_frame(callback.unchecked_ref()));
        if !matches!(requested, Some(Ok(_))) {
            self.queue.flush();
        }
    }
}

impl Queue {
    fn flush(&self) {
        // Taken first: the receiver may send the next edit.
        let waiting = self.waiting.take();
        if let Some(edit) = waiting {
            (self.send)(edit);
        }
    }
}

fn same_slider(one: &Edit, other: &Edit) -> bool {
    match (one, other) {
        (
            Edit::SetProbability { place, word, .. },
            Edit::SetProbability { place: other_place, word: other_word, .. },
        ) => place == other_place && word == other_word,
        _ => false,
    }
}
