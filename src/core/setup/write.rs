//! From what is set to a query.

use super::{SETTINGS, Setup};

impl Setup {
    /// The query that sets this, without its `?`; empty where nothing is set. [`Setup::from_query`] reads
    /// the same from it.
    ///
    /// ```
    /// use masklab::core::setup::{Locked, Setup};
    /// let setup = Setup { embed: true, locked: vec![Locked::Text], ..Setup::default() };
    /// assert_eq!(setup.to_query(), "embed=1&lock=text");
    /// ```
    pub fn to_query(&self) -> String {
        let fields = SETTINGS.iter().filter_map(|setting| {
            // All values are words of ours, which an address takes as they are.
            Some(format!("{}={}", setting.name, (setting.get)(self)?))
        });
        fields.collect::<Vec<_>>().join("&")
    }
}
