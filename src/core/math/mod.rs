//! Numbers and what they mean: probabilities, log-probabilities in nats, distributions over
//! candidate words, exact sums, and how a number is written. It uses nothing else of the core.

mod distribution;
pub mod notation;
pub mod number;
mod probability;
mod sum;

pub use distribution::{Candidate, Distribution, DistributionError, SetError};
pub use probability::{LogProb, NotAProbability, Probability};
pub use sum::sum;
