//! Which steps there are.

/// A step of a lecture, in the order of [`Topic::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// x.
    Sentence,
    /// A(x).
    Selection,
    /// x̄.
    Input,
    /// Pr(·|x̄) at one position.
    Prediction,
    /// Pr(xᵢ|x̄).
    Target,
    /// log Pr(xᵢ|x̄).
    Term,
    /// The inner sum of each sentence.
    InnerSums,
    /// J.
    Objective,
    /// L = −J.
    Loss,
    /// The mean loss.
    Mean,
    /// −Σₖ yₖ log pₖ.
    CrossEntropy,
    /// Masked-token perplexity.
    Perplexity,
    /// p − y.
    Gradient,
    /// A training step.
    Step,
}

impl Topic {
    /// All of them, in their order.
    pub const ALL: &'static [Self] = &[
        Self::Sentence,
        Self::Selection,
        Self::Input,
        Self::Prediction,
        Self::Target,
        Self::Term,
        Self::InnerSums,
        Self::Objective,
        Self::Loss,
        Self::Mean,
        Self::CrossEntropy,
        Self::Perplexity,
        Self::Gradient,
        Self::Step,
    ];

    /// The word for it in an address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Selection => "selection",
            Self::Input => "input",
            Self::Prediction => "prediction",
            Self::Target => "target",
            Self::Term => "term",
            Self::InnerSums => "inner-sums",
            Self::Objective => "objective",
            Self::Loss => "loss",
            Self::Mean => "mean",
            Self::CrossEntropy => "cross-entropy",
            Self::Perplexity => "perplexity",
            Self::Gradient => "gradient",
            Self::Step => "step",
        }
    }
}
