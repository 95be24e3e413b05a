//! Text that comes in: typed, pasted, dropped or from a file.

use std::{cell::RefCell, rc::Rc};

use masklab::core::{
    document::Edit,
    math::notation,
    messages::fill,
    text::{Loading, Progress},
};
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DragEvent, Element, File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::{
    host::{
        dom::{self, Listener},
        files,
        frames::{Actions, next_frame},
    },
    store::{Action, opening},
    words::{language, words},
};

/// A text up to so many bytes is split at once.
const AT_ONCE: usize = 40_000;
/// Of a longer one, so many between two frames: some milliseconds.
const SLICE: usize = 60_000;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TextFieldProps {
    /// How many sentences there are.
    pub(super) count: usize,
    pub(super) actions: Actions,
}

/// The field in which sentences are added. Enter adds what it holds; a file can be dropped anywhere.
#[component]
pub(super) fn TextField(props: &TextFieldProps) -> Html {
    let field = use_node_ref();
    let progress = use_state_eq(|| None::<Progress>);
    let intake = use_memo((), |()| Intake {
        actions: props.actions.clone(),
        count: RefCell::new(0),
        loading: RefCell::new(None),
        progress: progress.setter(),
    });
    intake.count.replace(props.count);
    use_effect_with((), {
        let intake = intake.clone();
        move |()| {
            let listeners = from_outside(&intake);
            move || drop(listeners)
        }
    });
    let submit = {
        let (field, intake) = (field.clone(), intake.clone());
        Rc::new(move || {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                intake.add(&field.value());
                field.set_value("");
            }
        })
    };
    let onkeydown = Callback::from({
        let submit = submit.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                submit();
            }
        }
    });
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        submit();
    });
    let onchange = Callback::from({
        let intake = intake.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                intake.read(&file);
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    });
    let cancel = Callback::from({
        let intake = intake.clone();
        move |_: MouseEvent| intake.cancel()
    });
    let words = words().dataset;
    let Progress { done, of } = progress.unwrap_or(Progress { done: 0, of: 1 });
    html! {
        <>
            <form class="text-field" {onsubmit}>
                <label for="text">{ words.add }</label>
                <textarea
                    id="text"
                    ref={field}
                    rows="1"
                    dir="auto"
                    spellcheck="false"
                    autocomplete="off"
                    placeholder={words.add_hint}
                    aria-describedby="refusal"
                    {onkeydown}
                />
                <button type="submit" class="small">{ words.add_button }</button>
                <label class="file small button">
                    <input type="file" accept=".txt,.json,text/plain,application/json" {onchange} />
                    <span>{ words.add_file }</span>
                </label>
            </form>
            <div class="progress" hidden={progress.is_none()}>
                <label for="loading">{ loading_words(*progress) }</label>
                <progress id="loading" max={of.to_string()} value={done.to_string()} />
                <button type="button" class="small" onclick={cancel}>{ words.cancel }</button>
            </div>
        </>
    }
}

fn loading_words(progress: Option<Progress>) -> String {
    let Some(Progress { done, of }) = progress else { return String::new() };
    let percent = language().number(notation::percent(done as f64 / of.max(1) as f64));
    fill(words().dataset.loading, &[("percent", &percent)])
}

/// Takes texts in: short ones at once, long ones slice by slice.
struct Intake {
    actions: Actions,
    /// How many sentences there are: a text goes behind them.
    count: RefCell<usize>,
    loading: RefCell<Option<Loading>>,
    progress: UseStateSetter<Option<Progress>>,
}

impl Intake {
    fn add(self: &Rc<Self>, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let at = *self.count.borrow();
        if text.len() <= AT_ONCE {
            self.actions.now(Edit::InsertText { at, text: text.to_owned() });
            return;
        }
        match Loading::new(text) {
            Ok(loading) => {
                self.progress.set(Some(loading.progress()));
                self.loading.replace(Some(loading));
                self.go_on();
            }
            Err(why) => self.refuse(why.say(language())),
        }
    }

    /// Splits a slice with each frame, until all is done or somebody cancels.
    fn go_on(self: &Rc<Self>) {
        let intake = self.clone();
        next_frame(move || {
            let Some(mut loading) = intake.loading.take() else { return };
            match loading.advance(SLICE) {
                Ok(progress) if !progress.is_done() => {
                    intake.progress.set(Some(progress));
                    intake.loading.replace(Some(loading));
                    intake.go_on();
                }
                Ok(_) => match loading.finish() {
                    Ok(sentences) => {
                        intake.progress.set(None);
                        let at = *intake.count.borrow();
                        intake.actions.now(Edit::Load { at: Some(at), sentences });
                    }
                    Err(why) => intake.refuse(why.say(language())),
                },
                Err(why) => intake.refuse(why.say(language())),
            }
        });
    }

    fn cancel(&self) {
        self.loading.take();
        self.progress.set(None);
    }

    fn refuse(&self, why: String) {
        self.cancel();
        self.actions.now(Action::Refuse(why.into()));
    }

    fn read(self: &Rc<Self>, file: &File) {
        let intake = self.clone();
        // What was saved here comes back as it was; any other file is a text.
        let is_document = file.name().to_lowercase().ends_with(".json");
        files::read(file, move |text| match text {
            Some(text) if is_document => match opening::read(&text) {
                Ok(import) => opening::open(&intake.actions, import),
                Err(why) => intake.refuse(why),
            },
            Some(text) => intake.add(&text),
            None => intake.refuse(words().dataset.unreadable.to_owned()),
        });
    }
}

/// What is dropped anywhere on the page, and what is pasted where there is no field.
fn from_outside(intake: &Rc<Intake>) -> Vec<Listener> {
    let Some(document) = dom::document() else { return Vec::new() };
    let over = Listener::new(document.clone(), "dragover", |event| event.prevent_default());
    let dropped = {
        let intake = intake.clone();
        Listener::new(document.clone(), "drop", move |event| {
            event.prevent_default();
            let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            let Some(data) = data else { return };
            if let Some(file) = data.files().and_then(|files| files.get(0)) {
                intake.read(&file);
            } else if let Ok(text) = data.get_data("text/plain") {
                intake.add(&text);
            }
        })
    };
    let pasted = {
        let intake = intake.clone();
        Listener::new(document, "paste", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let is_field = target.is_some_and(|element| {
                element.matches("input, textarea, select").unwrap_or_default()
            });
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            if let Some(text) = data.filter(|_| !is_field).and_then(|d| d.get_data("text").ok()) {
                event.prevent_default();
                intake.add(&text);
            }
        })
    };
    vec![over, dropped, pasted]
}
