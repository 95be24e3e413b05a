//! A document worked out.

use crate::core::{
    document::{Evaluation, ModelId},
    explain::{Solution, Worked},
    math::Unit,
    messages::Language,
    objective::Reduction,
};

/// The worked solution of what a model predicts; `None` where there is no such model.
pub fn solution(
    evaluation: &Evaluation,
    model: ModelId,
    (unit, reduction): (Unit, Reduction),
    language: Language,
) -> Option<Solution> {
    let examples = evaluation.document().examples();
    Some(Solution::new(&Worked {
        language,
        report: evaluation.report(model)?,
        unit,
        reduction,
        text: &|sentence| {
            let example = examples.get(sentence)?;
            Some((example.original(), example.corrupted()))
        },
        corruption: &|place| Some(evaluation.document().at(place)?.corruption().clone()),
        prediction: &|place| evaluation.prediction(model, place),
    }))
}
