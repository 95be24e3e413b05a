//! The part of the chores that other packages may use: the [`server`] which gives out
//! the built page, to a person with `cargo xtask serve` and to the browser tests.
//!
//! Everything else belongs to the program (`main.rs`).

pub mod server;
