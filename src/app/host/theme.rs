//! Light or dark: as the system wishes, unless a person has chosen.

use super::{dom, storage};

/// What a person has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of the `data-theme` on which the style sheet depends.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of an earlier visit.
    pub(crate) fn kept() -> Self {
        let kept = storage::kept(storage::THEME).unwrap_or_default();
        Self::ALL.into_iter().find(|theme| theme.name() == kept).unwrap_or_default()
    }

    /// Shows the page in this theme, and keeps it for the next visit.
    pub(crate) fn choose(self) {
        self.show();
        storage::keep(storage::THEME, (self != Self::System).then(|| self.name()));
    }

    /// Shows the page in this theme.
    pub(crate) fn show(self) {
        if let Some(root) = dom::root() {
            // Setting an attribute with a fixed name cannot fail.
            let _ = root.set_attribute("data-theme", self.name());
        }
    }
}
