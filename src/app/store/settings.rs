//! How the page shows things: nothing of it changes the document.

use masklab::core::{
    document::ModelId,
    math::{Scale, Unit},
    objective::Reduction,
    setup::{Answers, Panel, Plots, Setup, Total, Views},
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
    pub(crate) panel: Panel,
    /// The model that is looked at.
    pub(crate) model: ModelId,
    /// η of a training step.
    pub(crate) rate: f64,
    /// How the page is seen.
    pub(crate) view: Views,
    /// When what follows from the predictions is shown.
    pub(crate) answers: Answers,
}

impl Settings {
    /// Those that an address asks for, with so many models: several are compared.
    pub(super) fn of(setup: &Setup, models: usize) -> Self {
        Self {
            unit: setup.unit.unwrap_or_default(),
            reduction: setup.reduction.unwrap_or_default(),
            scale: setup.scale.unwrap_or_default(),
            total: setup.total.unwrap_or_default(),
            plot: setup.plot.unwrap_or_default(),
            panel: setup.panel.unwrap_or_else(|| panel(models)),
            model: ModelId::default(),
            rate: 1.0,
            view: setup.view.unwrap_or_default(),
            answers: setup.answers.unwrap_or_default(),
        }
    }

    /// An address that opens the page as it is shown here, with so many models: what differs from how it
    /// opens by itself is added to what the address sets.
    pub(crate) fn add_to(self, setup: Setup, models: usize) -> Setup {
        let by_itself = Self::of(&Setup::default(), models);
        Setup {
            unit: (self.unit != by_itself.unit).then_some(self.unit),
            reduction: (self.reduction != by_itself.reduction).then_some(self.reduction),
            scale: (self.scale != by_itself.scale).then_some(self.scale),
            total: (self.total != by_itself.total).then_some(self.total),
            plot: (self.plot != by_itself.plot).then_some(self.plot),
            panel: (self.panel != by_itself.panel).then_some(self.panel),
            ..setup
        }
    }

    /// With a model that there is, and nothing to compare where there is one model alone.
    pub(super) fn for_models(self, count: usize) -> Self {
        Self { model: if self.model.0 < count { self.model } else { ModelId::default() }, ..self }
    }

    /// For an example with so many models that is opened: several are compared.
    pub(super) fn for_preset(self, models: usize) -> Self {
        Self { model: ModelId::default(), panel: panel(models), total: Total::default(), ..self }
    }
}

/// What is below where there are so many models.
fn panel(models: usize) -> Panel {
    if models > 1 { Panel::Compare } else { Panel::Training }
}
