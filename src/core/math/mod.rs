//! Numbers and what they mean: probabilities, log-probabilities in nats, distributions over
//! candidate words, exact sums, and how a number is written. It uses nothing else of the core.

mod distribution;
mod log_prob_sum;
mod logits;
pub mod notation;
pub mod number;
mod probability;
mod scale;
mod sum;
mod typed;
mod unit;

pub(crate) use distribution::ROW_LIMIT;
pub use distribution::{Candidate, ChangeError, Distribution, DistributionError, Row};
pub use log_prob_sum::LogProbSum;
pub use logits::{
    cross_entropy, cross_entropy_from_logits, entropy, gradient, kl_divergence, log_softmax,
    mean_loss, smoothed_target, softmax, step,
};
pub use probability::{LogProb, NotAProbability, Probability};
pub use scale::{Button, Scale, temperature_at};
pub use sum::sum;
pub use typed::{TypedError, typed_logit, typed_probability, typed_rate};
pub use unit::Unit;
