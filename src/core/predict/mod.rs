//! What gives Pr(·|x̄): a person, or a model that counts.
//!
//! A model gives the probability of any one word, the most probable words, and the mass of the rest.
//! It makes no list of its vocabulary for a position: a dataset has thousands of positions.

mod by_hand;
mod concordance;
mod counts;
mod groups;
mod prediction;
mod source;
mod top;

pub use by_hand::{by_hand, by_hand_probability, offered};
pub use counts::{Counts, Neighbour, Own};
pub use prediction::Prediction;
pub(crate) use source::{LARGEST, SMALLEST};
pub use source::{Source, SourceError};
