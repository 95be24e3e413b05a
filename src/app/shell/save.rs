//! Work is kept from visit to visit: in the browser, where that is allowed, and in the address.

use std::rc::Rc;

use masklab::core::{
    document::{Document, FileWarning, Import, Preset},
    messages::fill,
};
use yew::prelude::*;

use crate::app::{
    host::{address, crash, dom::Listener, frames::Actions, storage, timer::Quiet},
    store::{Action, Beginning, View},
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
pub(super) fn beginning() -> Beginning {
    if let Some(document) = crash::left_behind() {
        return Beginning { preset: example(), document, ..Beginning::default() };
    }
    let json = storage::kept(storage::WORK);
    let work = json.and_then(|json| Some(Document::from_json(&json).ok()?.document));
    let kept = match &work {
        Some(work) => {
            Beginning { preset: example(), document: work.clone(), ..Beginning::default() }
        }
        None => Beginning::default(),
    };
    match linked() {
        None => kept,
        Some(Err(refusal)) => Beginning { notice: Some(refusal), ..kept },
        Some(Ok(Import { document, warnings })) => {
            let notice = left_out(&warnings);
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

/// What is said of a link of which something is left out.
fn left_out(warnings: &[FileWarning]) -> Option<AttrValue> {
    let said: Vec<String> = warnings.iter().map(|warning| warning.say(language())).collect();
    (!said.is_empty())
        .then(|| fill(words().shell.link_left_out, &[("fields", &said.join("; "))]).into())
}

/// Opens what a person or a host puts into the address from now on.
pub(super) fn follow_address(actions: &Actions) -> Option<Listener> {
    let actions = actions.clone();
    address::follow(move || match linked() {
        None => {}
        Some(Err(refusal)) => actions.now(Action::Refuse(refusal)),
        Some(Ok(Import { document, warnings })) => {
            actions.now(Action::OpenLink(Rc::new(document)));
            if let Some(notice) = left_out(&warnings) {
                actions.now(Action::Refuse(notice));
            }
        }
    })
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
fn keep(view: &View) {
    let document = view.document();
    let is_example = view.preset.is_some_and(|one| one.document() == *document);
    let bytes: usize =
        document.examples().iter().map(|example| example.sentence().text().len()).sum();
    let is_kept = !is_example && bytes <= LARGEST;
    let json = is_kept.then(|| document.to_json());
    storage::keep(storage::WORK, json.as_deref());
    let example = view.preset.filter(|_| is_kept).map(|preset| preset.name);
    storage::keep(storage::EXAMPLE, example);
    address::put(document.to_link().ok().as_deref());
}
