//! The shared core: everything that is true whether or not a browser shows it.
//!
//! Data runs one way: a [`Document`](document::Document) holds the dataset and the predictions,
//! [`Document::report`](document::Document::report) evaluates the objective, and [`explain`] and
//! [`plot`] turn the [`Report`](objective::Report) into words and pictures. The only way back is
//! an [`Edit`](document::Edit). `ARCHITECTURE.md` says which room may use which.

pub mod document;
pub mod explain;
#[cfg(feature = "workshop")]
pub mod lecture;
pub mod math;
pub mod messages;
pub mod objective;
pub mod plot;
pub mod predict;
pub mod sequence;
#[cfg(feature = "workshop")]
pub mod setup;
#[cfg(feature = "workshop")]
pub mod share;
pub mod text;
