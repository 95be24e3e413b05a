//! What the rows of a prediction set.

use masklab::core::{
    document::{Change, Edit, ModelId},
    math::{Probability, Row, Scale},
    objective::Place,
};

use crate::app::store::Store;

/// Whose prediction the rows show, and as what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sliders {
    pub(super) place: Place,
    pub(super) model: ModelId,
    pub(super) scale: Scale,
    /// The gauge of the logits as the present gesture began; only they need it.
    gauge: f64,
}

impl Sliders {
    /// Those of what is looked at.
    pub(super) fn of(view: &Store) -> Option<Self> {
        let scale = view.settings.scale;
        let gauge = if scale == Scale::Logit { view.gauge_then } else { 0.0 };
        Some(Self { place: view.chosen?, model: view.model(), scale, gauge })
    }

    /// The edit that moves a slider to a position.
    pub(super) fn slide(&self, row: Row, position: f64) -> Edit {
        self.set(row, self.scale.value(position))
    }

    /// The edit that sets a number.
    pub(super) fn set(&self, row: Row, value: f64) -> Edit {
        self.edit(match self.scale {
            Scale::Linear | Scale::Logarithmic => {
                Change::SetProbability { row, probability: Probability::nearest(value) }
            }
            Scale::Logit => Change::SetLogit { row, logit: value - self.gauge },
        })
    }

    /// Any edit of the prediction.
    pub(super) fn edit(&self, change: Change) -> Edit {
        Edit::Predict { model: self.model, place: self.place, change }
    }
}
