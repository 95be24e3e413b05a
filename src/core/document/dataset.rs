//! The document: sentences with their selected positions, and the models that predict there.

use std::rc::Rc;

use super::{Evaluation, Example, Model, ModelId, Selected};
use crate::core::{
    math::Distribution,
    objective::{Place, Report},
    predict::Counts,
    sequence::Sequence,
    text::Sentence,
};

/// All that a person can change: the dataset D and what the models predict. Cloning is cheap, and
/// two documents share the sentences in which they do not differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub(super) examples: Sequence<Example>,
    /// At least one.
    pub(super) models: Rc<[Model]>,
}

impl Document {
    /// A text as one sentence.
    pub(super) fn of_sentence(text: &str) -> Self {
        let examples = Sentence::new(text).map(Example::new).map(Rc::new);
        Self { examples: examples.into_iter().collect(), ..Self::default() }
    }

    /// The sentences of the dataset.
    pub fn examples(&self) -> &Sequence<Example> {
        &self.examples
    }

    /// The models, at least one, in the order in which they are shown.
    pub fn models(&self) -> &[Model] {
        &self.models
    }

    /// What is selected at a place, if it is.
    pub fn at(&self, place: Place) -> Option<&Selected> {
        self.examples.get(place.sentence)?.at(place.position)
    }

    /// A model by its place.
    pub fn model(&self, id: ModelId) -> Option<&Model> {
        self.models.get(id.0)
    }

    /// The whole text: its sentences, put together again.
    pub fn text(&self) -> String {
        self.examples.iter().map(|example| example.sentence().text()).collect()
    }

    /// What the objective makes of the first model's predictions. To follow a document while it
    /// changes, or for other models, keep an [`Evaluation`].
    pub fn report(&self) -> Report {
        let evaluation = Evaluation::of(self);
        evaluation
            .report(ModelId::default())
            .map(|report| Report::clone(report))
            .unwrap_or_default()
    }

    /// What the first model predicts at a selected position.
    pub fn prediction(&self, place: Place) -> Option<Rc<Distribution>> {
        Evaluation::of(self).prediction(ModelId::default(), place)
    }

    /// The same document, in a form that is compared with others faster, and kept longer.
    pub(super) fn settled(&self) -> Self {
        let mut settled = self.clone();
        settled.examples.settle();
        settled
    }

    /// The tokens of the dataset, counted.
    pub(super) fn counts(&self) -> Counts {
        Counts::of(self.examples.iter().map(|example| example.original_tokens()))
    }
}

impl Default for Document {
    /// No sentence, and a model that waits for a person's hand.
    fn default() -> Self {
        Self { examples: Sequence::default(), models: [Model::default()].into() }
    }
}
