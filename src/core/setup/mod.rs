//! What a teacher sets in the query of the page's address: how it opens, what it shows, and what may be
//! changed. What a person makes of it is in the fragment, as [`Document::to_link`] writes it.
//!
//! [`SETTINGS`] is the one list of them: the query is read by it, and the table in `docs/links.md` is made of it.
//!
//! [`Document::to_link`]: super::document::Document::to_link

mod choice;
mod fault;
mod list;
mod read;
mod table;
mod write;

pub use choice::{Answers, Locked, Panel, Part, Plots, Theme, Total, Views};
pub use fault::SetupFault;
pub use list::{SETTINGS, Setting, Values};
pub use table::settings_table;

use super::{
    document::{Edit, Preset},
    lecture::Topic,
    math::{Scale, Unit},
    messages::Language,
    objective::Reduction,
};

/// What a query sets. `None` and nothing are what the page does by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setup {
    /// Whether the page is a part of another one: without a header, as high as its content.
    pub embed: bool,
    /// What is not shown.
    pub hidden: Vec<Part>,
    /// What may not be changed.
    pub locked: Vec<Locked>,
    /// How the page is seen.
    pub view: Option<Views>,
    /// The step with which a lecture begins.
    pub step: Option<Topic>,
    /// When the page shows what it computes.
    pub answers: Option<Answers>,
    /// Light or dark.
    pub theme: Option<Theme>,
    /// The language.
    pub language: Option<Language>,
    /// The unit of logarithms.
    pub unit: Option<Unit>,
    /// How the losses become one.
    pub reduction: Option<Reduction>,
    /// What sliders set.
    pub scale: Option<Scale>,
    /// The number whose definition is shown.
    pub total: Option<Total>,
    /// The plot.
    pub plot: Option<Plots>,
    /// What is below the equation.
    pub panel: Option<Panel>,
    /// The example that is opened where the fragment says nothing.
    pub preset: Option<&'static Preset>,
}

impl Setup {
    /// Whether an edit may be made.
    pub fn allows(&self, edit: &Edit) -> bool {
        Locked::of(edit).is_none_or(|locked| !self.locked.contains(&locked))
    }
}

#[cfg(test)]
mod tests;
