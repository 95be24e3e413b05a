//! The masked-language-modelling objective: terms, inner sums, outer sum, loss and its means.
//!
//! J = Σ_{x∈D} Σ_{i∈A(x)} log Pr(xᵢ|x̄). Training maximises J, which is at most 0; it minimises
//! the loss L = −J. The mean loss over the selected positions is what PyTorch's `cross_entropy`
//! gives by default. The room knows positions and the probabilities of targets, not where these
//! come from.

mod hue;
mod numbering;
mod quantity;
mod reduction;
mod report;

pub use hue::Hue;
pub use numbering::Numbered;
pub use quantity::{Place, Quantity, QuantityKind};
pub use reduction::Reduction;
pub use report::{Report, SentenceReport, Term, Terms};
