//! Edits of the models that predict.

use std::rc::Rc;

use super::EditError;
use crate::core::{
    document::{Document, Model, ModelId, edit::Scope},
    predict::Source,
};

impl Document {
    pub(super) fn with_model(&self, name: &str, source: Source) -> Result<Self, EditError> {
        if self.models.len() >= Model::LIMIT {
            return Err(EditError::TooManyModels { limit: Model::LIMIT });
        }
        let name = self.free_name(name, None)?;
        let source = source.checked()?;
        let models = self.models.iter().cloned().chain([Model { name, source }]).collect();
        Ok(Self { examples: self.examples.clone(), models })
    }

    pub(super) fn without_model(&self, id: ModelId) -> Result<Self, EditError> {
        self.known(id)?;
        if self.models.len() == 1 {
            return Err(EditError::LastModel);
        }
        let changed = self.with_examples(Scope::Dataset, |_, example| {
            example.forget_model(id);
            Ok(())
        })?;
        let mut models = self.models.to_vec();
        models.remove(id.0);
        Ok(Self { examples: changed.examples, models: models.into() })
    }

    pub(super) fn with_model_renamed(&self, id: ModelId, name: &str) -> Result<Self, EditError> {
        self.known(id)?;
        let name = self.free_name(name, Some(id))?;
        Ok(self.with_changed(id, |model| model.name = name))
    }

    pub(super) fn with_source(&self, id: ModelId, source: Source) -> Result<Self, EditError> {
        self.known(id)?;
        let source = source.checked()?;
        Ok(self.with_changed(id, |model| model.source = source))
    }

    fn with_changed(&self, id: ModelId, change: impl FnOnce(&mut Model)) -> Self {
        let mut models: Vec<Model> = self.models.to_vec();
        if let Some(model) = models.get_mut(id.0) {
            change(model);
        }
        Self { examples: self.examples.clone(), models: models.into() }
    }

    /// A name that no model has but the given one.
    fn free_name(&self, name: &str, but: Option<ModelId>) -> Result<Rc<str>, EditError> {
        let name = name.trim();
        let taken =
            |(index, model): (usize, &Model)| Some(ModelId(index)) != but && &*model.name == name;
        if name.is_empty() || name.chars().count() > Model::NAME_LIMIT {
            Err(EditError::ModelName { limit: Model::NAME_LIMIT })
        } else if self.models.iter().enumerate().any(taken) {
            Err(EditError::NameTaken(name.into()))
        } else {
            Ok(name.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{Change, Edit, Evaluation},
        math::{Probability, Row},
        objective::Place,
        text::Position,
    };

    fn added(document: &Document, name: &str, source: Source) -> Document {
        document.apply(&Edit::AddModel { name: name.into(), source }).unwrap()
    }

    #[test]
    fn several_models_are_compared_term_by_term() {
        let document = added(&Document::course_item(), "untrained", Source::UNIFORM);
        let evaluation = Evaluation::of(&document);
        let terms = [0, 1].map(|model| {
            let report = evaluation.report(ModelId(model)).unwrap();
            report.terms().map(|(_, term)| term.probability.value()).collect::<Vec<_>>()
        });
        // "The", "quick", "brown", "fox", "."
        assert_eq!(terms, [vec![0.7], vec![1.0 / 5.0]]);
    }

    #[test]
    fn what_is_set_by_hand_goes_with_its_model_and_stays_with_the_others() {
        let place = Place { sentence: 0, position: Position::new(3).unwrap() };
        let document = added(&Document::course_item(), "second", Source::ByHand);
        let document = added(&document, "third", Source::ByHand);
        let row = Row::Word("brown".into());
        let change = Change::SetProbability { row, probability: Probability::nearest(0.9) };
        let document = document.apply(&Edit::Predict { model: ModelId(2), place, change }).unwrap();
        let fewer = document.apply(&Edit::RemoveModel(ModelId(0))).unwrap();
        let evaluation = Evaluation::of(&document).after(&fewer);
        let objective =
            |model: usize| evaluation.report(ModelId(model)).unwrap().objective().nats();
        assert_eq!([objective(0), objective(1)], [libm::log(0.25), libm::log(0.9)]);
    }

    #[test]
    fn names_are_single_and_neither_empty_nor_long() {
        let document = added(&Document::course_item(), " mine ", Source::ByHand);
        assert_eq!(document.models().last().map(|model| &**model.name()), Some("mine"));
        let rename = |name: &str| {
            document.apply(&Edit::RenameModel { model: ModelId(0), name: name.into() })
        };
        assert_eq!(rename("mine"), Err(EditError::NameTaken("mine".into())));
        assert_eq!(rename(" "), Err(EditError::ModelName { limit: Model::NAME_LIMIT }));
        assert_eq!(rename(&"x".repeat(61)), Err(EditError::ModelName { limit: Model::NAME_LIMIT }));
        assert!(rename("my model").is_ok() && rename("BERT").is_ok());
    }

    #[test]
    fn there_is_always_a_model_and_never_more_than_can_be_compared() {
        let mut document = Document::course_item();
        let last = Edit::RemoveModel(ModelId(0));
        assert_eq!(document.apply(&last), Err(EditError::LastModel));
        for number in 1..Model::LIMIT {
            document = added(&document, &number.to_string(), Source::ByHand);
        }
        let more = Edit::AddModel { name: "more".into(), source: Source::ByHand };
        assert_eq!(document.apply(&more), Err(EditError::TooManyModels { limit: Model::LIMIT }));
        let unknown = Edit::RemoveModel(ModelId(99));
        assert_eq!(document.apply(&unknown), Err(EditError::NoModel(ModelId(99))));
    }

    #[test]
    fn a_source_with_a_number_out_of_range_is_refused() {
        for source in [
            Source::Unigram { alpha: -1.0 },
            Source::Unigram { alpha: f64::NAN },
            Source::Neighbours { alpha: 1.0, backoff: 0.0 },
            Source::Neighbours { alpha: 1.0, backoff: f64::INFINITY },
        ] {
            let edit = Edit::SetSource { model: ModelId(0), source };
            let refused = Document::course_item().apply(&edit);
            assert!(matches!(refused, Err(EditError::Source(_))), "{source:?}");
        }
    }
}
