//! The part of the chores that other packages may use: the [`server`] which gives out the built page, to a
//! person with `cargo xtask serve` and to the browser tests, the page as a [`single_file`] and as a folder to
//! upload ([`hosting`]), which those open too.
//!
//! Everything else belongs to the program (`main.rs`).

pub mod hosting;
pub mod html;
pub mod server;
pub mod single_file;

/// Where the examples of `docs/embed` say that the page is. What serves them puts its own address there.
pub const PAGE_OF_THE_EXAMPLES: &str = "https://example.org/masklab/";

/// Under which path they are served.
pub const EXAMPLES_PATH: &str = "/embed/";
