//! What else can be changed of a prediction.

use std::rc::Rc;

use crate::core::{
    document::{Change, EditError, edit::selection::word_of},
    math::Distribution,
};

impl Change {
    /// The prediction after any change but that of one probability.
    pub(in crate::core::document::edit) fn further_of(
        &self,
        prediction: &Distribution,
    ) -> Result<Rc<Distribution>, EditError> {
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
        document::{
            Document, Edit,
            examples::{MODEL, place},
        },
        math::{ChangeError, Probability, Row},
    };

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
        let remove = Edit::Predict {
            model: MODEL,
            place: here,
            change: Change::Remove(Row::Word("brown".into())),
        };
        assert!(document.apply(&remove).is_ok(), "an impossible target is one that is known");
        let others = Edit::Predict { model: MODEL, place: here, change: Change::ListOthers };
        let listed = document.apply(&others).unwrap();
        let tenth = Probability::new(0.1).unwrap();
        let change = Change::SetProbability { row: Row::Others, probability: tenth };
        let listed = listed.apply(&Edit::Predict { model: MODEL, place: here, change }).unwrap();
        assert_eq!(listed.apply(&remove), Err(EditError::UnknownTarget("brown".into())));
        let locked = after(&Change::Lock { row: red, locked: true }).unwrap();
        assert!(locked.candidates()[1].locked);
    }
}
