//! Light or dark: as the system wishes, unless a person or the address has chosen.

use masklab::core::setup::Theme;

use super::{dom, storage};

/// The theme of an earlier visit.
pub(crate) fn kept() -> Theme {
    let kept = storage::kept(storage::THEME).unwrap_or_default();
    Theme::ALL.iter().copied().find(|theme| theme.name() == kept).unwrap_or_default()
}

/// The theme that is shown.
pub(crate) fn shown() -> Theme {
    let shown = dom::root().and_then(|root| root.get_attribute("data-theme")).unwrap_or_default();
    Theme::ALL.iter().copied().find(|theme| theme.name() == shown).unwrap_or_default()
}

/// Shows the page in a theme, and keeps it for the next visit.
pub(crate) fn choose(theme: Theme) {
    show(theme);
    storage::keep(storage::THEME, (theme != Theme::System).then(|| theme.name()));
}

/// Shows the page in a theme: the style sheet depends on the attribute.
pub(crate) fn show(theme: Theme) {
    if let Some(root) = dom::root() {
        // Setting an attribute with a fixed name cannot fail.
        let _ = root.set_attribute("data-theme", theme.name());
    }
}
