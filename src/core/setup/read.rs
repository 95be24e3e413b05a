//! From a query to what it sets.

use percent_encoding::percent_decode_str;

use super::{SETTINGS, Setup, SetupFault};

/// So many characters of a value are said.
const SAID: usize = 40;

impl Setup {
    /// Reads the query of an address, with or without its `?`. Names that are none of ours are passed
    /// over: learning platforms and mails add their own. A value that is none is named and left out.
    pub fn from_query(query: &str) -> (Self, Vec<SetupFault>) {
        let mut setup = Self::default();
        let mut faults = Vec::new();
        let query = query.strip_prefix('?').unwrap_or(query);
        for field in query.split('&') {
            let (name, value) = field.split_once('=').unwrap_or((field, ""));
            // As a link that was put into HTML has it.
            let name = name.strip_prefix("amp;").unwrap_or(name);
            let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
                continue;
            };
            let value =
                percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned();
            if !(setting.set)(&mut setup, &value) && faults.len() < SETTINGS.len() {
                let value = value.chars().take(SAID).collect();
                faults.push(SetupFault { name: setting.name, value, values: setting.values });
            }
        }
        (setup, faults)
    }
}
