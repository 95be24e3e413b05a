//! How the page shows things: nothing of it changes the document.

use masklab::core::{
    document::ModelId,
    math::{Scale, Unit},
    objective::Reduction,
};

/// What a person has chosen to see, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Settings {
    /// The unit of logarithms.
    pub(crate) unit: Unit,
    /// How the losses become one.
    pub(crate) reduction: Reduction,
    /// What sliders set.
    pub(crate) scale: Scale,
    /// The number whose definition is shown.
    pub(crate) total: Total,
    /// The plot.
    pub(crate) plot: Plots,
    /// What is below the equation.
    pub(crate) lower: Lower,
    /// The model that is looked at.
    pub(crate) model: ModelId,
    /// η of a training step.
    pub(crate) rate: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            unit: Unit::default(),
            reduction: Reduction::default(),
            scale: Scale::default(),
            total: Total::default(),
            plot: Plots::default(),
            lower: Lower::default(),
            model: ModelId::default(),
            rate: 1.0,
        }
    }
}

/// A number of the whole dataset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Total {
    /// J.
    #[default]
    Objective,
    /// L = −J.
    Loss,
    /// The mean that was chosen, and −Σ y log p.
    CrossEntropy,
    /// e to the cross-entropy.
    Perplexity,
}

/// A plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Plots {
    /// −log p with the terms' points.
    #[default]
    Curve,
    /// The prediction beside the one-hot target.
    Prediction,
    /// The terms as bars, and their sums.
    Terms,
    /// The loss over the last steps.
    Trace,
}

/// What is below the equation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Lower {
    /// What the numbers mean for training.
    #[default]
    Training,
    /// Models side by side.
    Compare,
}

impl Settings {
    /// With a model that there is, and nothing to compare where there is one model alone.
    pub(super) fn for_models(self, count: usize) -> Self {
        Self { model: if self.model.0 < count { self.model } else { ModelId::default() }, ..self }
    }

    /// For an example with so many models that is opened: several are compared.
    pub(super) fn for_preset(self, models: usize) -> Self {
        let lower = if models > 1 { Lower::Compare } else { Lower::Training };
        Self { model: ModelId::default(), lower, total: Total::default(), ..self }
    }
}
