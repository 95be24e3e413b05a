//! Work is kept from visit to visit: in the browser, where that is allowed, and in the address.

use std::{cell::RefCell, rc::Rc};

use masklab::core::{
    document::{Document, Import, Preset},
    messages::fill,
    plot::Picture,
    share::FileKind,
};
use yew::prelude::*;

use super::share::content;
use crate::app::{
    host::{address, crash, dom::Listener, frames::Actions, parent, storage, timer::Quiet},
    setup::{is_embedded, setup},
    store::{Action, Beginning, View, opening},
    words::{language, words},
};

/// After so many milliseconds without a change, the work is kept. Browsers allow some hundred changes of
/// the address in half a minute.
const QUIET: u16 = 800;

/// A text with more bytes than this is not kept: as a file with its predictions it would not fit into
/// what browsers allow, and writing it takes longer than a frame.
const LARGEST: usize = 200_000;

/// What the page begins with: the work of a panic; or what the address says, behind the work of an earlier
/// visit, to which a step back leads; or that work; or the first example.
/// `left_out` is said beside it.
pub(super) fn beginning(left_out: &str) -> Beginning {
    let beginning = found();
    let said = beginning.notice.iter().map(|notice| &**notice).chain([left_out]);
    let said: Vec<&str> = said.filter(|said| !said.is_empty()).collect();
    let notice = (!said.is_empty()).then(|| said.join(" ").into());
    Beginning { notice, ..beginning }
}

fn found() -> Beginning {
    if let Some(document) = crash::left_behind() {
        return Beginning { preset: example(), document, ..Beginning::default() };
    }
    // A page may have several parts of ours, and each of them its own work.
    let json = if is_embedded() { None } else { storage::kept(storage::WORK) };
    let work = json.and_then(|json| Some(Document::from_json(&json).ok()?.document));
    let kept = match &work {
        Some(work) => {
            Beginning { preset: example(), document: work.clone(), ..Beginning::default() }
        }
        None => Beginning::default(),
    };
    match linked() {
        None => match setup().preset {
            Some(preset) => {
                let document = preset.document();
                Beginning { document, preset: Some(preset), before: work, notice: None }
            }
            None => kept,
        },
        Some(Err(refusal)) => Beginning { notice: Some(refusal), ..kept },
        Some(Ok(Import { document, warnings })) => {
            let notice = opening::left_out(&warnings);
            if document == kept.document {
                return Beginning { notice, ..kept };
            }
            Beginning { preset: Preset::of(&document), document, before: work, notice }
        }
    }
}

/// The example that the work began with.
fn example() -> Option<&'static Preset> {
    storage::kept(storage::EXAMPLE).and_then(|name| Preset::named(&name))
}

/// What the address says, if it says anything, or why that cannot be opened.
fn linked() -> Option<Result<Import, AttrValue>> {
    let fragment = address::fragment()?;
    Some(Document::from_link(&fragment).map_err(|why| {
        let reason = why.say(language());
        fill(words().shell.link_refused, &[("reason", &reason)]).into()
    }))
}

/// Opens what a person or a host puts into the address from now on.
pub(super) fn follow_address(actions: &Actions) -> Option<Listener> {
    let actions = actions.clone();
    address::follow(move || match linked() {
        None => {}
        Some(Err(refusal)) => actions.now(Action::Refuse(refusal)),
        Some(Ok(import)) => opening::open(&actions, import),
    })
}

/// Answers the page around this one from now on. The view is always the newest.
pub(super) fn answer_parent(actions: &Actions, view: Rc<RefCell<View>>) -> Option<[Listener; 3]> {
    let actions = actions.clone();
    let state = || crash::drawn().map(|document| parent::state(&document)).unwrap_or_default();
    let open =
        move |state: &str| opening::read(state).map(|import| opening::open(&actions, import));
    let plot = move |name: &str| {
        let picture = Picture::named(name).ok_or_else(|| {
            let names = Picture::ALL.map(Picture::name).join(", ");
            format!("there is no plot {name:?}: the plots are {names}")
        })?;
        let view = view.borrow().clone();
        content(&view, FileKind::Svg(picture))
            .ok_or_else(|| format!("the plot {name:?} has nothing to show"))
    };
    parent::answer(state, open, plot)
}

/// Keeps the work whenever it has changed and then rests.
#[hook]
pub(super) fn use_autosave(view: &View) {
    let is_first = use_mut_ref(|| true);
    let quiet = use_memo((), |()| Quiet::new(QUIET));
    use_effect_with(view.clone(), move |view| {
        if !is_first.replace(false) {
            let view = view.clone();
            quiet.then(move || keep(&view));
        }
    });
}

/// In the browser, what is an example as it was opened is no work. The address says it all the same, if
/// it is short enough.
pub(super) fn keep(view: &View) {
    let document = view.document();
    let is_example = view.preset.is_some_and(|one| one.document() == *document);
    let bytes: usize =
        document.examples().iter().map(|example| example.sentence().text().len()).sum();
    let is_kept = !is_example && bytes <= LARGEST;
    if !is_embedded() {
        let json = is_kept.then(|| document.to_json());
        storage::keep(storage::WORK, json.as_deref());
        let example = view.preset.filter(|_| is_kept).map(|preset| preset.name);
        storage::keep(storage::EXAMPLE, example);
    }
    address::put(document.to_link().ok().as_deref());
    parent::tell_change();
}
