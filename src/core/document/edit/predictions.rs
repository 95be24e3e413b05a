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
        let is_asked = source.counts() && selected.by_hand(model).is_none();
        let counts = is_asked.then(counts);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::Edit,
        math::{Probability, Row},
        predict::Source,
        text::Position,
    };

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

    fn set(word: &str, p: f64) -> Edit {
        Edit::set_probability(MODEL, place(0, 2), word, Probability::nearest(p))
    }

    #[test]
    fn a_moved_slider_is_by_hand_until_it_is_given_back_to_the_model() {
        let document = counting();
        let p =
            |document: &Document| document.prediction(place(0, 2)).unwrap().probability_of("fox");
        assert!(p(&document).value() < 0.1);
        let moved = document.apply(&set("fox", 0.8)).unwrap();
        assert_eq!(p(&moved).value(), 0.8);
        assert!(moved.examples().get(0).unwrap().selected()[0].by_hand(MODEL).is_some());
        for scope in [Scope::Dataset, Scope::Sentence(0), Scope::Position(place(0, 2))] {
            let back = moved.apply(&Edit::BackToModel { model: MODEL, scope }).unwrap();
            assert_eq!(back, document);
        }
    }

    #[test]
    fn what_is_by_hand_stays_when_the_text_elsewhere_changes_and_the_rest_follows() {
        let moved = counting().apply(&set("fox", 0.8)).unwrap();
        let more = Edit::InsertText { at: 3, text: "The cat ran.".into() };
        assert_eq!(moved.apply(&more).unwrap().report().objective(), moved.report().objective());
        let counted = counting();
        assert_ne!(
            counted.apply(&more).unwrap().report().objective(),
            counted.report().objective()
        );
    }

    #[test]
    fn every_change_of_a_prediction_goes_through_the_one_door() {
        let document = Document::course_item();
        let here = place(0, 3);
        let after = |change: &Change| {
            let edit = Edit::Predict { model: MODEL, place: here, change: change.clone() };
            document.apply(&edit).map(|document| document.prediction(here).unwrap())
        };
        let red = Row::Word("red".into());
        let words = |change| after(&change).unwrap().candidates().len();
        assert_eq!(words(Change::AddWord(" blue ".into())), 4);
        assert_eq!(words(Change::ListOthers), 4);
        assert_eq!(words(Change::Remove(red.clone())), 2);
        let even = after(&Change::EvenOut).unwrap();
        assert_eq!(even.probability_of("red").value(), 1.0 / 3.0);
        let hot = after(&Change::Temperature(1e9)).unwrap();
        assert!((hot.probability_of("brown").value() - 1.0 / 3.0).abs() < 1e-8);
        let same = Change::SetLogit { row: red.clone(), logit: libm::log(0.2) };
        let same = after(&same).unwrap().probability_of("red").value();
        assert!((same - 0.2).abs() < 1e-15);
        let renamed = after(&Change::Rename { word: "red".into(), new: "blue".into() }).unwrap();
        assert_eq!(renamed.probability_of("blue").value(), 0.2);
        assert!(matches!(
            after(&Change::AddWord("red".into())),
            Err(EditError::Prediction(ChangeError::Repeated(_)))
        ));
        let locked = after(&Change::Lock { row: red, locked: true }).unwrap();
        assert!(locked.candidates()[1].locked);
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

    #[test]
    fn nothing_can_be_set_where_nothing_is_predicted() {
        let edit = Edit::set_probability(MODEL, place(0, 2), "quick", Probability::ONE);
        let refused = Document::course_item().apply(&edit);
        assert_eq!(refused, Err(EditError::NotSelected(place(0, 2))));
    }
}
