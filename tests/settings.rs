//! The settings of an address: what is written of them elsewhere is what the core says.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use masklab::core::setup::{SETTINGS, settings_table};

#[test]
fn the_manual_has_the_table_of_all_settings() {
    let manual = include_str!("../docs/links.md");
    let table = settings_table();
    assert!(manual.contains(&table), "docs/links.md has another table than this one:\n\n{table}");
}

#[test]
fn the_starting_script_knows_every_setting() {
    let script = include_str!("../static/start.js");
    let line = script.lines().find(|line| line.starts_with("const SETTINGS")).unwrap();
    let names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
    assert!(line.contains(&format!("({})", names.join("|"))), "{line}");
}

#[test]
fn the_element_has_an_attribute_for_every_setting_but_the_one_that_it_sets() {
    let script = include_str!("../static/mask-lab.js");
    let line = script.lines().find(|line| line.starts_with("const SETTINGS")).unwrap();
    let names = SETTINGS.iter().map(|setting| setting.name).filter(|name| *name != "embed");
    let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
    assert!(line.contains(&format!("[{}]", names.join(", "))), "{line}");
}
