//! Work that comes in as text: a link's fragment, or a file.

use std::rc::Rc;

use masklab::core::{
    document::{Document, FileWarning, Import},
    messages::fill,
};
use yew::prelude::*;

use super::Action;
use crate::app::{
    host::frames::Actions,
    words::{language, words},
};

/// What a text says, a file as JSON or a link's fragment, or why it cannot be opened.
pub(crate) fn read(text: &str) -> Result<Import, String> {
    if text.trim_start().starts_with('{') {
        Document::from_json(text).map_err(|why| why.say(language()))
    } else {
        Document::from_link(text).map_err(|why| why.say(language()))
    }
}

/// Opens it as a step that can be taken back, and says what of it is left out.
pub(crate) fn open(actions: &Actions, Import { document, warnings }: Import) {
    actions.now(Action::OpenDocument(Rc::new(document)));
    if let Some(notice) = left_out(&warnings) {
        actions.now(Action::Refuse(notice));
    }
}

/// What is said where something is left out.
pub(crate) fn left_out(warnings: &[FileWarning]) -> Option<AttrValue> {
    let said: Vec<String> = warnings.iter().map(|warning| warning.say(language())).collect();
    (!said.is_empty())
        .then(|| fill(words().shell.link_left_out, &[("fields", &said.join("; "))]).into())
}
