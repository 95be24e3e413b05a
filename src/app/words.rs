//! The words of the page, in the language that it speaks.

use std::cell::Cell;

use masklab::core::messages::{Language, PageMessages};

use super::host::{dom, storage};

thread_local! {
    /// A page speaks one language; another one draws all of it anew.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language of the page.
pub(crate) fn language() -> Language {
    LANGUAGE.get()
}

/// What the page says in it.
pub(crate) fn words() -> &'static PageMessages {
    language().messages().page
}

/// Speaks another language from the next drawing on.
pub(crate) fn speak(language: Language) {
    LANGUAGE.set(language);
    if let Some(root) = dom::root() {
        // Setting an attribute with a fixed name cannot fail.
        let _ = root.set_attribute("lang", language.code());
    }
}

/// Speaks a language that a person has chosen, in later visits, too.
pub(crate) fn choose(language: Language) {
    speak(language);
    storage::keep(storage::LANGUAGE, Some(language.code()));
}

/// The language of an earlier visit.
pub(crate) fn kept() -> Language {
    storage::kept(storage::LANGUAGE).and_then(|code| Language::with_code(&code)).unwrap_or_default()
}
