//! Work is kept from visit to visit, where the browser allows it.

use masklab::core::document::{Document, Preset};
use yew::prelude::*;

use crate::app::{
    host::{crash, storage, timer::Quiet},
    store::View,
};

/// After so many milliseconds without a change, the work is kept.
const QUIET: u16 = 800;

/// A text with more bytes than this is not kept: as a file with its predictions it would not fit into
/// what browsers allow, and writing it takes longer than a frame.
const LARGEST: usize = 200_000;

/// The work of a panic or of an earlier visit, if there is any that can be read, with the example that it
/// began with.
pub(super) fn found() -> Option<(Document, Option<&'static Preset>)> {
    let document = crash::left_behind().or_else(|| {
        let json = storage::kept(storage::WORK)?;
        Some(Document::from_json(&json).ok()?.document)
    })?;
    let example = storage::kept(storage::EXAMPLE)
        .and_then(|name| Preset::ALL.iter().find(|preset| preset.name == name));
    Some((document, example))
}

/// Keeps the work whenever it has changed and then rests. What is an example as it was opened is no
/// work.
#[hook]
pub(super) fn use_autosave(view: &View) {
    let is_first = use_mut_ref(|| true);
    let quiet = use_memo((), |()| Quiet::new(QUIET));
    use_effect_with(view.clone(), move |view| {
        if !is_first.replace(false) {
            let view = view.clone();
            quiet.then(move || {
                let is_example = view.preset.is_some_and(|one| one.document() == *view.document());
                let examples = view.document().examples().iter();
                let bytes: usize = examples.map(|example| example.sentence().text().len()).sum();
                let is_kept = !is_example && bytes <= LARGEST;
                let json = is_kept.then(|| view.document().to_json());
                storage::keep(storage::WORK, json.as_deref());
                let example = view.preset.filter(|_| is_kept).map(|preset| preset.name);
                storage::keep(storage::EXAMPLE, example);
            });
        }
    });
}
