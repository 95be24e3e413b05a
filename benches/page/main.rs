//! How fast the built page is in a browser, and how much it keeps: `cargo xtask bench`, which builds the
//! page and names the browser. BENCHMARKS.md has the figures and says how they are taken.
//!
//! All of it runs in Chromium through chromedriver, as the browser tests do. What is measured in the page
//! is done by `instruments.js`, which runs before the page's own scripts.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a program that measures stops where its own data are wrong"
)]

mod beside;
mod browser;
#[path = "../data/mod.rs"]
mod data;
mod drag;
#[path = "../../tests/browser/driver.rs"]
mod driver;
#[allow(dead_code, reason = "the browser tests run in all engines, and this in one")]
#[path = "../../tests/browser/engine.rs"]
mod engine;
mod figures;
mod load;
mod memory;
#[path = "../../tests/browser/process.rs"]
mod process;
mod profile;
mod site;
#[path = "../../tests/browser/tools.rs"]
mod tools;
mod work;

use std::env;

use browser::Browser;
use site::Site;

/// What can be measured, by name.
const NAMES: [&str; 5] = ["drag", "beside", "memory", "load", "profile"];

fn main() {
    let named: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if env::var_os("MASKLAB_DIST").is_none() {
        println!("The page is measured by `cargo xtask bench`, which builds it.");
        return;
    }
    if let Some(unknown) = named.iter().find(|name| !NAMES.contains(&name.as_str())) {
        panic!("there is no benchmark {unknown:?}: there are {}", NAMES.join(", "));
    }
    let wanted = |name: &str| named.is_empty() || named.iter().any(|word| word == name);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let site = Site::open();
    runtime.block_on(async {
        if ["drag", "beside", "memory", "profile"].into_iter().any(&wanted) {
            let browser = Browser::start(&site).await;
            if wanted("drag") {
                drag::run(&browser).await;
            }
            if wanted("beside") {
                beside::run(&browser).await;
            }
            if wanted("memory") {
                memory::run(&browser).await;
            }
            if named.iter().any(|name| name == "profile") {
                drag::profile(&browser).await;
            }
            browser.end().await;
        }
        if wanted("load") {
            load::run().await;
        }
    });
}
