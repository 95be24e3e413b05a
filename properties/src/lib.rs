//! What holds for the core whatever comes in, however bad it is.
//!
//! Each [`Property`] takes any bytes and panics where it is violated. `cargo xtask fuzz` looks for
//! such bytes with libFuzzer, for as long as one likes; this package's own tests try the seeds of
//! the fuzzer and a few thousand generated inputs, and take seconds.
//!
//! ```
//! masklab_properties::number(b"70 %"); // read as 0.7, and every way of writing it reads back
//! ```

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a property that is violated says so by panicking"
)]

mod bytes;
mod edits;
mod json;
mod link;
mod number;
mod sound;
mod split;

#[cfg(test)]
mod short_run;

pub use edits::{edited, edits};
pub use json::json;
pub use link::link;
pub use number::number;
pub use split::split;

/// Something that holds for any input.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// The name of its fuzz target, and of the folder with its seeds.
    pub name: &'static str,
    /// Panics where an input violates it.
    pub check: fn(&[u8]),
}

/// Every property that has a fuzz target.
pub const ALL: [Property; 5] = [
    Property { name: "json", check: json },
    Property { name: "link", check: link },
    Property { name: "split", check: split },
    Property { name: "number", check: number },
    Property { name: "edits", check: edits },
];
