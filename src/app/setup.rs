//! What the query of the address sets, for as long as the page is open.

use std::cell::OnceCell;

use masklab::core::{
    document::Edit,
    setup::{Locked, Part, Setup},
};

thread_local! {
    /// Another query is another page.
    static SETUP: OnceCell<Setup> = const { OnceCell::new() };
}

/// Keeps to this from now on.
pub(crate) fn keep_to(setup: Setup) {
    SETUP.with(|kept| {
        // The page starts once.
        let _ = kept.set(setup);
    });
}

/// What is set.
pub(crate) fn setup() -> Setup {
    SETUP.with(|kept| kept.get().cloned().unwrap_or_default())
}

fn ask<T: Default>(question: impl FnOnce(&Setup) -> T) -> T {
    SETUP.with(|kept| kept.get().map(question).unwrap_or_default())
}

/// Whether an edit may be made.
pub(crate) fn allows(edit: &Edit) -> bool {
    SETUP.with(|kept| kept.get().is_none_or(|setup| setup.allows(edit)))
}

/// Whether something may not be changed.
pub(crate) fn is_locked(what: Locked) -> bool {
    ask(|setup| setup.locked.contains(&what))
}

/// Whether a part of the page is left out.
pub(crate) fn is_hidden(part: Part) -> bool {
    ask(|setup| setup.hidden.contains(&part))
}

/// Whether the page is a part of another one.
pub(crate) fn is_embedded() -> bool {
    ask(|setup| setup.embed)
}
