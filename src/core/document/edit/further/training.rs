//! Training steps, and the way back to what the model gives.

use std::rc::Rc;

use crate::core::{
    document::{Document, EditError, ModelId, Scope, evaluation::View},
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
            let reading = view.reading(&before);
            for selected in before.selected() {
                let position = selected.position();
                // Without a target there is no loss to descend.
                if let Some(target) = selected.target().filter(|_| scope.has(position))
                    && let Some(prediction) = reading.prediction(selected)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{document::Edit, objective::Place, predict::Source, text::Position};

    const MODEL: ModelId = ModelId(0);

    fn place(sentence: usize, position: u32) -> Place {
        Place { sentence, position: Position::new(position).unwrap() }
    }

    fn counting() -> Document {
        let edits = [
            Edit::SetText("The fox ran. The dog ran. The dog slept.".into()),
            Edit::SetSource { model: MODEL, source: Source::NEIGHBOURS },
            Edit::ToggleMask(place(0, 2)),
        ];
        edits.iter().fold(Document::default(), |document, edit| document.apply(edit).unwrap())
    }

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
}
