//! Training steps, and the way back to what the model gives.

use std::rc::Rc;

use crate::core::{
    document::{Document, EditError, Evaluation, ModelId, Scope, evaluation::View},
    math::ChangeError,
    predict::Counts,
};

/// The most steps of one training.
const STEP_LIMIT: u32 = 10_000;
/// The largest η: a softmax is decided long before.
const RATE_LIMIT: f64 = 1e6;

impl Document {
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
    ) -> Result<Training, EditError> {
        let source = self.known(model)?.source;
        if !(rate > 0.0 && rate <= RATE_LIMIT) {
            return Err(EditError::Rate { rate, limit: RATE_LIMIT });
        }
        if steps > STEP_LIMIT {
            return Err(EditError::TooManySteps { steps, limit: STEP_LIMIT });
        }
        let counts = source.counts().then(counts);
        let view = View { counts: counts.as_deref(), source, model };
        let mut losses = vec![0.0; steps as usize + 1];
        let document = self.with_examples(scope, |sentence, example| {
            let before = example.clone();
            let reading = view.reading(sentence, &before);
            for selected in before.selected() {
                let position = selected.position();
                // Without a target there is no loss to descend.
                if let Some(target) = selected.target().filter(|_| scope.has(position))
                    && let Some(prediction) = reading.prediction(selected)
                    && let Some(selected) = example.at_mut(position)
                {
                    let (trained, descent) = match prediction.stepped(target, rate, steps) {
                        // Of many positions, one whose target was taken out has nothing to learn.
                        Err(ChangeError::NotListed(_)) if !scope.is_position() => continue,
                        trained => trained?,
                    };
                    for (total, loss) in losses.iter_mut().zip(descent) {
                        *total += loss;
                    }
                    selected.set_by_hand(model, Some(Rc::new(trained)));
                }
            }
            Ok(())
        })?;
        Ok(Training { document, losses })
    }
}

/// What a training came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Training {
    /// The document with the trained predictions, as [`Edit::Train`](super::super::Edit::Train) gives it.
    pub document: Document,
    /// The loss of all trained positions together, in nats, before the first step and after each:
    /// one more than there are steps.
    pub losses: Vec<f64>,
}

impl Evaluation {
    /// Takes steps of training as [`Edit::Train`](super::super::Edit::Train) does, and tells how the loss goes down.
    ///
    /// The positions are trained each for itself, as if each had logits of its own: that is what the
    /// gradient p − y says at the output of a model, before its parameters tie them together.
    ///
    /// # Errors
    /// As the edit: a rate that is not above 0, more than 10,000 steps, a model or a place that is not
    /// there.
    pub fn training(
        &self,
        model: ModelId,
        scope: Scope,
        rate: f64,
        steps: u32,
    ) -> Result<Training, EditError> {
        self.document().trained(model, scope, (rate, steps), &|| self.counts_or_count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::document::{
        Edit,
        examples::{MODEL, counting, place},
    };

    #[test]
    fn training_steps_lower_the_loss_at_every_position_of_the_scope() {
        let document = counting().apply(&Edit::ToggleMask(place(1, 2))).unwrap();
        let train = |scope| Edit::Train { model: MODEL, scope, rate: 1.0, steps: 10 };
        let terms = |document: &Document| {
            let report = document.report();
            report.terms().map(|(_, term)| term.log_prob.nats()).collect::<Vec<_>>()
        };
        let before = terms(&document);
        let one = terms(&document.apply(&train(Scope::Sentence(1))).unwrap());
        assert!(one[0] == before[0] && one[1] > before[1]);
        let all = terms(&document.apply(&train(Scope::Dataset)).unwrap());
        assert!(all[0] > before[0] && all[1] == one[1]);
    }

    #[test]
    fn a_training_that_cannot_be_is_refused() {
        let train = |rate, steps| {
            let edit = Edit::Train { model: MODEL, scope: Scope::Dataset, rate, steps };
            Document::course_item().apply(&edit)
        };
        for rate in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(matches!(train(rate, 1), Err(EditError::Rate { .. })), "{rate}");
        }
        let refused = train(1.0, 10_001);
        assert_eq!(refused, Err(EditError::TooManySteps { steps: 10_001, limit: STEP_LIMIT }));
    }

    #[test]
    fn a_training_tells_the_loss_before_and_after_each_step() {
        let document = counting().apply(&Edit::ToggleMask(place(1, 2))).unwrap();
        let evaluation = Evaluation::of(&document);
        let training = evaluation.training(MODEL, Scope::Dataset, 0.5, 7).unwrap();
        let edit = Edit::Train { model: MODEL, scope: Scope::Dataset, rate: 0.5, steps: 7 };
        assert_eq!(training.document, document.apply(&edit).unwrap());
        let close = |one: f64, other: f64| (one - other).abs() < 1e-12;
        assert_eq!(training.losses.len(), 8);
        assert!(close(training.losses[0], document.report().loss()));
        assert!(close(training.losses[7], training.document.report().loss()));
        assert!(training.losses.is_sorted_by(|before, after| before > after));
    }
}
