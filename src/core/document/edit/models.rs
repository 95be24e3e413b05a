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

    pub(super) fn known(&self, id: ModelId) -> Result<&Model, EditError> {
        self.model(id).ok_or(EditError::NoModel(id))
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
