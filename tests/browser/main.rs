//! The page in real browsers: every scenario of `scenarios/` runs in Chromium, Firefox and
//! WebKitGTK, against the built page in `dist`.
//!
//! A scenario does what a person does (click, drag, press keys, type) through WebDriver, replays the
//! same edits on the native core, and compares all that the page shows (numbers, tokens, formulas,
//! sentences, plots) with what the core makes of them. One tour looks for barriers with axe-core.
//! Whatever the scenario is about, it also fails when the page says anything on the console, breaks its
//! content policy, or asks any other host for anything (`probe`).
//!
//! `cargo xtask test` installs the browsers, builds the page and runs this. With those at hand,
//! `cargo test --test browser` runs it alone, `cargo test --test browser firefox::` in one engine, and
//! `cargo test --test browser masks_a_second_word` one scenario in all three. Where a browser or the
//! built page is missing, its tests are ignored and say why; where the variable `CI` is set, they fail.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(clippy::float_cmp, reason = "page and core agree to the last bit")]

mod axe;
mod driver;
mod emulation;
mod engine;
mod expect;
mod hosts;
mod packages;
mod page;
mod pictures;
mod probe;
mod process;
mod replay;
mod scenarios;
mod session;
mod sight;
mod site;
mod slider;
mod tools;
mod wait;

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial};

use crate::session::Stage;

/// A browser with a busy page fills a core, and the machines that run this have two.
const BROWSERS_AT_A_TIME: usize = 2;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(BROWSERS_AT_A_TIME);
    session::keep_panics_for_the_report();

    let stage = Arc::new(Stage::default());
    // Engine by engine within a scenario: neighbours in the queue then wait for different drivers.
    let trials = scenarios::all()
        .into_iter()
        .flat_map(|scenario| scenario.engines.iter().map(move |&engine| (engine, scenario)))
        .map(|(engine, scenario)| {
            let stage = Arc::clone(&stage);
            let name = format!("{}::{}", engine.name(), scenario.name);
            Trial::ignorable_test(name, move || session::run(&stage, engine, scenario))
        })
        .collect();

    libtest_mimic::run(&arguments, trials).exit_code()
}
