//! The settings as a table for people.

use std::fmt::Write as _;

use super::{SETTINGS, Values};

/// The table of all settings in Markdown, as `docs/links.md` has it.
pub fn settings_table() -> String {
    let mut table = String::from(
        "| setting | values | without it | what it sets |\n| --- | --- | --- | --- |\n",
    );
    for setting in SETTINGS {
        let quoted = |words: Vec<&str>| {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            words.join(", ")
        };
        let values = match setting.values {
            Values::One(words) => quoted(words()),
            Values::Some(words) => format!("some of {}, with commas between them", quoted(words())),
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            table,
            "| `{}` | {values} | {} | {} |",
            setting.name, setting.otherwise, setting.meaning
        );
    }
    table
}
