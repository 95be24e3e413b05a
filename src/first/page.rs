//! From a slider's move to the next frame, and to the whole app.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Array, Reflect};
use masklab::core::{
    document::{Document, Edit, ModelId, Session},
    math::{Distribution, Probability},
    objective::Place,
};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{CustomEvent, Element, Event, HtmlInputElement, Window};

use super::draw;

/// The page, as far as it lives.
struct Page {
    window: Window,
    app: Element,
    /// What a move changes of it: looked up with the first move, which empties its pictures.
    view: RefCell<Option<draw::View>>,
    /// The only selected position.
    place: Place,
    session: RefCell<Session>,
    /// The newest move, which the next frame is to show.
    waiting: RefCell<Option<Edit>>,
    is_over: Cell<bool>,
}

/// Begins to listen.
pub(crate) fn start() -> Option<()> {
    let window = web_sys::window()?;
    let app = window.document()?.get_element_by_id("app")?;
    let session = Session::new(&Document::course_item());
    let (place, _) = session.report().terms().next().map(|(place, term)| (place, term.clone()))?;
    let page = Rc::new(Page {
        window: window.clone(),
        app: app.clone(),
        view: RefCell::new(None),
        place,
        session: RefCell::new(session),
        waiting: RefCell::new(None),
        is_over: Cell::new(false),
    });
    let moved = {
        let page = page.clone();
        Closure::<dyn Fn(Event)>::new(move |event: Event| page.moved(&event))
    };
    let rested = {
        let page = page.clone();
        Closure::<dyn Fn(Event)>::new(move |_: Event| page.rest())
    };
    let asked = {
        let page = page.clone();
        Closure::<dyn Fn(Event)>::new(move |event: Event| page.hand_over(&event))
    };
    app.add_event_listener_with_callback("input", moved.as_ref().unchecked_ref()).ok()?;
    app.add_event_listener_with_callback("change", rested.as_ref().unchecked_ref()).ok()?;
    window
        .add_event_listener_with_callback("masklab:hand-over", asked.as_ref().unchecked_ref())
        .ok()?;
    // They listen as long as the page is there.
    moved.forget();
    rested.forget();
    asked.forget();
    Some(())
}

impl Page {
    /// Keeps the newest move of a slider, and shows it with the next frame.
    fn moved(self: &Rc<Self>, event: &Event) {
        if self.is_over.get() {
            return;
        }
        let Some(edit) = self.edit(event) else { return };
        if self.waiting.replace(Some(edit)).is_none() {
            let page = self.clone();
            let frame = Closure::once_into_js(move || page.show());
            // Without frames nothing is seen anyway.
            let _ = self.window.request_animation_frame(frame.unchecked_ref());
        }
    }

    fn edit(&self, event: &Event) -> Option<Edit> {
        let slider: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let row = slider.closest(".candidate").ok()??;
        let word = row.get_attribute("data-word").filter(|_| slider.type_() == "range")?;
        let probability = Probability::new(slider.value_as_number()).ok()?;
        if let Some(view) = &mut *self.view.borrow_mut() {
            view.moved(&slider);
        }
        Some(Edit::set_probability(ModelId::default(), self.place, word, probability))
    }

    fn show(&self) {
        let Some(edit) = self.waiting.take().filter(|_| !self.is_over.get()) else { return };
        let after = self.session.borrow().apply(&edit);
        if let Ok(session) = after {
            let mut view = self.view.borrow_mut();
            if view.is_none() {
                *view = draw::View::of(self.app.clone());
            }
            // What cannot be drawn here is drawn by the whole app.
            let _ = view.as_mut().and_then(|view| view.show(&session, self.place));
            self.session.replace(session);
        }
    }

    /// Ends a slider's gesture: the next move starts from what this one has left.
    fn rest(&self) {
        self.show();
        let session = self.session.borrow().at_rest();
        self.session.replace(session);
    }

    fn prediction(&self) -> Option<Rc<Distribution>> {
        self.session.borrow().prediction(ModelId::default(), self.place)
    }

    /// Tells the whole app what has been set, if anything has, and lets go of the page.
    fn hand_over(&self, event: &Event) {
        self.is_over.set(true);
        let before = Document::course_item().prediction(self.place);
        let Some(prediction) = self.prediction().filter(|after| Some(after) != before.as_ref())
        else {
            return;
        };
        let rows = Array::new();
        for candidate in prediction.candidates() {
            if let Some(word) = candidate.word() {
                let pair = Array::of2(&(**word).into(), &candidate.probability.value().into());
                rows.push(&pair);
            }
        }
        if let Some(event) = event.dyn_ref::<CustomEvent>() {
            // The object is the asker's own, and takes any field.
            let _ = Reflect::set(&event.detail(), &"rows".into(), &rows);
        }
    }
}
