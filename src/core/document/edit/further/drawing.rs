//! Positions that are drawn, and targets that are told.

use std::rc::Rc;

use crate::core::{
    document::{Document, EditError, Scope, edit::selection::word_of},
    objective::Place,
    predict::Counts,
    text::{Position, Recipe, Sampler},
};

impl Document {
    pub(super) fn with_target(
        &self,
        place: Place,
        target: Option<&Rc<str>>,
    ) -> Result<Self, EditError> {
        if !self.token(place)?.is_typed_mask(place.position) {
            return Err(EditError::NotATypedMask(place));
        }
        let target = target.map(|target| word_of(target)).transpose()?;
        self.with_example(place.sentence, |example| {
            if let Some(selected) = example.at_mut(place.position) {
                selected.set_target(target);
                selected.checked()?;
            }
            Ok(())
        })
    }

    pub(super) fn drawn(
        &self,
        scope: Scope,
        recipe: Recipe,
        (seed, epoch): (u64, u64),
        counts: &dyn Fn() -> Rc<Counts>,
    ) -> Result<Self, EditError> {
        let counts = counts();
        let sampler = Sampler::new(recipe, seed);
        self.with_examples(scope, |index, example| {
            let drawn = sampler.draw(epoch, index as u64, example.sentence(), counts.words());
            let is_drawn = |position: Position| {
                drawn.binary_search_by_key(&position, |&(position, _)| position).is_ok()
            };
            example.deselect(|position| scope.has(position) && !is_drawn(position));
            example.select(drawn.into_iter().filter(|&(position, _)| scope.has(position)));
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{
            Change, Edit,
            examples::{MODEL, corrupted, place, typed},
        },
        math::{Distribution, Row},
    };

    #[test]
    fn a_target_of_which_a_prediction_says_nothing_is_refused() {
        let rows = [(Row::Word("fox".into()), 0.25, false), (Row::Others, 0.75, false)];
        let change = Change::Replace(Rc::new(Distribution::from_rows(rows).unwrap()));
        let predict = Edit::Predict { model: MODEL, place: place(0, 2), change };
        let document = typed("A [MASK] sleeps.").apply(&predict).unwrap();
        let told = |word: &str| {
            document.apply(&Edit::SetTarget { place: place(0, 2), target: Some(word.into()) })
        };
        assert_eq!(told("fox").unwrap().report().objective().nats(), libm::log(0.25));
        assert_eq!(told("dog"), Err(EditError::UnknownTarget("dog".into())));
        // Typed over, it is a word for which nothing was set.
        let by_hand = |word: &str| {
            let text = format!("A {word} sleeps.");
            let document = document.apply(&Edit::SetText(text)).unwrap();
            document.examples().get(0).unwrap().selected()[0].by_hand(MODEL).is_some()
        };
        assert!(by_hand("fox") && !by_hand("dog"));
    }

    #[test]
    fn a_draw_replaces_the_selection_of_its_scope_and_keeps_what_is_drawn_again() {
        let document = typed("The quick brown fox jumps. The lazy [MASK] sleeps.");
        let draw = |scope, rate: f64, epoch| {
            let recipe = Recipe::new(rate, 1.0, 0.0).unwrap();
            Edit::Draw { scope, recipe, seed: 3, epoch }
        };
        let all = document.apply(&draw(Scope::Sentence(0), 1.0, 0)).unwrap();
        assert_eq!(all.report().selected(), 6);
        let none = all.apply(&draw(Scope::Dataset, 0.0, 0)).unwrap();
        assert_eq!(corrupted(&none), corrupted(&document));
        let (one, other) = (
            document.apply(&draw(Scope::Dataset, 0.3, 0)).unwrap(),
            document.apply(&draw(Scope::Dataset, 0.3, 1)).unwrap(),
        );
        assert_ne!(corrupted(&one), corrupted(&other));
        assert_eq!(one, document.apply(&draw(Scope::Dataset, 0.3, 0)).unwrap());
    }
}
