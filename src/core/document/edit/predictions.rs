//! Edits of what a model predicts.

use std::rc::Rc;

use super::{Change, EditError, Scope, selection::word_of};
use crate::core::{
    document::{Document, ModelId, evaluation::View},
    math::{ChangeError, Distribution},
    objective::Place,
    predict::Counts,
};

/// The most steps of one training.
const STEP_LIMIT: u32 = 10_000;
/// The largest η: a softmax is decided long before.
const RATE_LIMIT: f64 = 1e6;

impl Document {
    pub(super) fn predicted(
        &self,
        model: ModelId,
        place: Place,
        change: &Change,
        counts: &dyn Fn() -> Rc<Counts>,
    ) -> Result<Self, EditError> {
        let source = self.known(model)?.source;
        let example = self.token(place)?;
        let selected = example.at(place.position).ok_or(EditError::NotSelected(place))?;
        let counts = source.counts().then(counts);
        let view = View { counts: counts.as_deref(), source, model };
        let prediction = view.prediction(example, selected).ok_or(EditError::NotSelected(place))?;
        let changed = change.of(&prediction)?;
        self.with_example(place.sentence, |example| {
            if let Some(selected) = example.at_mut(place.position) {
                selected.set_by_hand(model, Some(changed));
            }
            Ok(())
        })
    }

    pub(super) fn forgotten(&self, model: ModelId, scope: Scope) -> Result<Self, EditError> {
        self.known(model)?;
        self.with_examples(scope, |_, example| {
            example.forget(model, |position| scope.has(position));
            Ok(())
        })
    }

    pub(super) fn trained(
        &self,
        model: ModelId,
        scope: Scope,
        (rate, steps): (f64, u32),
        counts: &dyn Fn() -> Rc<Counts>,
    ) -> Result<Self, EditError> {
        let source = self.known(model)?.source;
        if !(rate > 0.0 && rate <= RATE_LIMIT) {
            return Err(EditError::Rate { rate, limit: RATE_LIMIT });
        }
        if steps > STEP_LIMIT {
            return Err(EditError::TooManySteps { steps, limit: STEP_LIMIT });
        }
        let counts = source.counts().then(counts);
        let view = View { counts: counts.as_deref(), source, model };
        self.with_examples(scope, |_, example| {
            let before = example.clone();
            for selected in before.selected() {
                let position = selected.position();
                // Without a target there is no loss to descend.
                if let Some(target) = selected.target().filter(|_| scope.has(position))
                    && let Some(prediction) = view.prediction(&before, selected)
                    && let Some(selected) = example.at_mut(position)
                {
                    let trained = match prediction.stepped(target, rate, steps) {
                        // Of many positions, one whose target was taken out has nothing to learn.
                        Err(ChangeError::NotListed(_)) if !scope.is_position() => continue,
                        trained => trained?.0,
                    };
                    selected.set_by_hand(model, Some(Rc::new(trained)));
                }
            }
            Ok(())
        })
    }
}

impl Change {
    /// The prediction after the change.
    fn of(&self, prediction: &Distribution) -> Result<Rc<Distribution>, EditError> {
        let changed = match self {
            Self::SetProbability { row, probability } => {
                prediction.with_probability(row, *probability)
            }
            Self::SetLogit { row, logit } => prediction.with_logit(row, *logit),
            Self::Lock { row, locked } => prediction.with_lock(row, *locked),
            Self::AddWord(word) => prediction.with_word_added(word_of(word)?),
            Self::Rename { word, new } => prediction.with_word_renamed(word, &word_of(new)?),
            Self::Remove(row) => prediction.without(row),
            Self::ListOthers => prediction.with_others(),
            Self::EvenOut => Ok(prediction.evened_out()),
            Self::Temperature(temperature) => prediction.at_temperature(*temperature),
            Self::Replace(prediction) => return Ok(prediction.clone()),
        };
        Ok(Rc::new(changed?))
    }
}
