//! Edits of what a model predicts.

use std::rc::Rc;

use super::{Change, EditError};
use crate::core::{
    document::{Document, Model, ModelId, WORKSHOP, evaluation::View},
    math::Distribution,
    objective::Place,
    predict::Counts,
};

impl Document {
    pub(super) fn known(&self, id: ModelId) -> Result<&Model, EditError> {
        self.model(id).ok_or(EditError::NoModel(id))
    }

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
        let is_asked = WORKSHOP && source.counts() && selected.by_hand(model).is_none();
        let counts = is_asked.then(counts);
        let view = View { counts: counts.as_deref(), source, model };
        let prediction = view
            .prediction(place.sentence, example, selected)
            .ok_or(EditError::NotSelected(place))?;
        let changed = change.of(&prediction)?;
        self.with_example(place.sentence, |example| {
            if let Some(selected) = example.at_mut(place.position) {
                selected.set_by_hand(model, Some(changed));
                if WORKSHOP {
                    selected.checked()?;
                }
            }
            Ok(())
        })
    }
}

impl Change {
    /// The prediction after the change.
    fn of(&self, prediction: &Distribution) -> Result<Rc<Distribution>, EditError> {
        match self {
            Self::SetProbability { row, probability } => {
                Ok(Rc::new(prediction.with_probability(row, *probability)?))
            }
            Self::Replace(prediction) => Ok(prediction.clone()),
            further if WORKSHOP => further.further_of(prediction),
            _ => Err(EditError::NotHere),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{
            Edit, Scope,
            examples::{MODEL, counting, place},
        },
        math::Probability,
    };

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
    fn nothing_can_be_set_where_nothing_is_predicted() {
        let edit = Edit::set_probability(MODEL, place(0, 2), "quick", Probability::ONE);
        let refused = Document::course_item().apply(&edit);
        assert_eq!(refused, Err(EditError::NotSelected(place(0, 2))));
    }
}
