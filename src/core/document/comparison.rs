//! Models side by side, term by term.

use super::{Evaluation, ModelId};
use crate::core::{
    math::{Distribution, LogProb},
    objective::{Place, Report, Term, Terms},
};

/// What several models give one target.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// Where the target stands.
    pub place: Place,
    /// The models' terms, in the order in which the models were given.
    pub terms: Vec<(ModelId, &'a Term)>,
}

/// Models whose terms differ by less, in nats, are level: what rounding has left of a tie.
const LEVEL: f64 = 1e-9;

impl Compared<'_> {
    /// The models that contribute most to the objective here: those that give the target the highest
    /// probability, whatever they give to other words. Several where they are level; none where the
    /// target is impossible for all of them.
    pub fn best(&self) -> impl Iterator<Item = ModelId> {
        let terms = self.terms.iter().map(|&(id, term)| (id, term.log_prob));
        best(terms.clone(), terms)
    }

    /// How much more one model contributes here than another, in nats: log of the one's probability by
    /// the other's. Negative where it contributes less, ±∞ where the target is impossible for one of
    /// them. `None` where it is so for both, or one of them is not compared.
    pub fn difference(&self, one: ModelId, other: ModelId) -> Option<f64> {
        difference(
            |model| Some(self.terms.iter().find(|(id, _)| *id == model)?.1.log_prob),
            one,
            other,
        )
    }
}

/// What several models contribute to the objective in total.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// J of each model, in nats, in the order in which the models were given.
    pub objectives: Vec<(ModelId, LogProb)>,
}

impl Totals {
    /// The models that contribute most. Several where they are level; none where each of them has an
    /// impossible target.
    pub fn best(&self) -> impl Iterator<Item = ModelId> {
        let objectives = self.objectives.iter().copied();
        best(objectives.clone(), objectives)
    }

    /// How much more the best models contribute than the next, in nats: above 0, and ∞ where all others
    /// have an impossible target. `None` where there are no best ones, or no others.
    pub fn lead(&self) -> Option<f64> {
        let best: Vec<ModelId> = self.best().collect();
        let first = *best.first()?;
        let others = self.objectives.iter().filter(|(id, _)| !best.contains(id));
        others.filter_map(|&(id, _)| self.difference(first, id)).reduce(f64::min)
    }

    /// How much more one model contributes than another, in nats; what [`Compared::difference`] gives
    /// for all targets together.
    pub fn difference(&self, one: ModelId, other: ModelId) -> Option<f64> {
        let objective = |model| Some(self.objectives.iter().find(|(id, _)| *id == model)?.1);
        difference(objective, one, other)
    }
}

/// Those that are level with the highest of them all; none where that is −∞.
fn best(
    all: impl Iterator<Item = (ModelId, LogProb)>,
    them: impl Iterator<Item = (ModelId, LogProb)>,
) -> impl Iterator<Item = ModelId> {
    let highest = all.fold(f64::NEG_INFINITY, |best, (_, of)| best.max(of.nats()));
    // Between two infinities there is no difference that could be small.
    them.filter(move |(_, of)| highest - of.nats() <= LEVEL).map(|(id, _)| id)
}

fn difference(
    of: impl Fn(ModelId) -> Option<LogProb>,
    one: ModelId,
    other: ModelId,
) -> Option<f64> {
    let difference = of(one)?.nats() - of(other)?.nats();
    (!difference.is_nan()).then_some(difference)
}

impl Evaluation {
    /// Some models' terms side by side, in reading order. All models are asked for the same targets.
    pub fn compared<'a>(&'a self, models: &[ModelId]) -> impl Iterator<Item = Compared<'a>> {
        let report = |&id: &ModelId| Some((id, Report::terms(self.report(id)?)));
        let mut columns: Vec<(ModelId, Terms<'a>)> = models.iter().filter_map(report).collect();
        std::iter::from_fn(move || {
            let mut place = None;
            let mut terms = Vec::with_capacity(columns.len());
            for (id, column) in &mut columns {
                let (at, term) = column.next()?;
                place = Some(at);
                terms.push((*id, term));
            }
            Some(Compared { place: place?, terms })
        })
    }

    /// Some models' terms at one place; `None` where there is no term.
    pub fn compared_at(&self, models: &[ModelId], place: Place) -> Option<Compared<'_>> {
        let term = |&id: &ModelId| Some((id, self.report(id)?.term(place)?));
        let terms: Vec<_> = models.iter().filter_map(term).collect();
        (!terms.is_empty()).then_some(Compared { place, terms })
    }

    /// What some models contribute in total. One that is not there is left out.
    pub fn totals(&self, models: &[ModelId]) -> Totals {
        let objective = |&id: &ModelId| Some((id, self.report(id)?.objective()));
        Totals { objectives: models.iter().filter_map(objective).collect() }
    }

    /// Whether two models give the target of a place the same, and other words not: so that they
    /// contribute the same, however much their predictions differ. `None` where nothing is predicted, or
    /// the target is not known.
    pub fn only_runners_up_differ(
        &self,
        place: Place,
        one: ModelId,
        other: ModelId,
    ) -> Option<bool> {
        let target = self.document().at(place)?.target()?;
        let (one, other) = (self.prediction(one, place)?, self.prediction(other, place)?);
        let close = |one: f64, other: f64| (one - other).abs() <= LEVEL;
        let has = |prediction: &Distribution, of: &Distribution| {
            of.candidates().iter().all(|row| {
                let mut rows = prediction.candidates().iter();
                rows.find(|same| same.row == row.row)
                    .is_some_and(|same| close(same.probability.value(), row.probability.value()))
            })
        };
        let [own, others] = [&one, &other].map(|given| given.probability_of(target).value());
        Some(close(own, others) && !(has(&one, &other) && has(&other, &one)))
    }

    /// At how many targets each of some models contributes most to the objective, in the order of the
    /// models. Where several are level, each of them is counted.
    pub fn times_best(&self, models: &[ModelId]) -> Vec<usize> {
        let mut times = vec![0; models.len()];
        for compared in self.compared(models) {
            let best: Vec<ModelId> = compared.best().collect();
            for (times, _) in times.iter_mut().zip(models).filter(|(_, id)| best.contains(id)) {
                *times += 1;
            }
        }
        times
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{document::Preset, math::Probability, text::Position};

    /// The course's item 3: which of several predictions contributes most?
    #[test]
    fn the_prediction_with_the_most_for_the_target_contributes_most_whatever_the_runners_up_have() {
        let document = Preset::named("jumps").unwrap().document();
        let models = [0, 1, 2].map(ModelId);
        let evaluation = Evaluation::of(&document);
        let compared: Vec<Compared<'_>> = evaluation.compared(&models).collect();
        assert_eq!(compared.len(), 1);
        assert_eq!(compared[0].terms[1].1.log_prob.nats(), libm::log(0.6));
        assert_eq!(compared[0].best().collect::<Vec<_>>(), [ModelId(1)]);
        // Level models contribute alike.
        assert_eq!(
            evaluation.compared(&[ModelId(2), ModelId(2)]).next().unwrap().best().count(),
            2
        );
        assert_eq!(evaluation.compared(&[]).count(), 0);
        let at = evaluation.compared_at(&models, compared[0].place).unwrap();
        assert_eq!(at.terms, compared[0].terms);
        let place = Place { sentence: 0, position: Position::FIRST };
        assert!(evaluation.compared_at(&models, place).is_none());
    }

    /// One target, with what each model gives it.
    fn compared(probabilities: &[f64]) -> Compared<'static> {
        let position = Position::FIRST;
        let term = |&p: &f64| Term::new(position, "a".into(), Probability::new(p).unwrap());
        let terms = probabilities.iter().map(term).collect::<Vec<Term>>().leak();
        let terms = terms.iter().enumerate().map(|(model, term)| (ModelId(model), term));
        Compared { place: Place { sentence: 0, position }, terms: terms.collect() }
    }

    fn best(probabilities: &[f64]) -> Vec<usize> {
        compared(probabilities).best().map(|model| model.0).collect()
    }

    fn preset(name: &str) -> Evaluation {
        Evaluation::of(&Preset::named(name).unwrap().document())
    }

    #[test]
    fn the_total_says_which_model_contributes_more_and_by_how_much() {
        let evaluation = preset("jumps");
        let [a, b, c] = [0, 1, 2].map(ModelId);
        let totals = evaluation.totals(&[a, b, c, ModelId(7)]);
        assert_eq!(totals.objectives.len(), 3);
        assert_eq!(totals.best().collect::<Vec<_>>(), [b]);
        let ratio = |p: f64, q: f64| libm::log(p) - libm::log(q);
        assert_eq!(totals.lead(), Some(ratio(0.6, 0.5)));
        assert_eq!(totals.difference(c, a), Some(ratio(0.2, 0.5)));
        assert_eq!(totals.difference(a, ModelId(7)), None);
        assert_eq!(evaluation.totals(&[a]).lead(), None);
        assert_eq!(evaluation.totals(&[]).best().count(), 0);
    }

    #[test]
    fn the_differences_of_the_terms_sum_to_that_of_the_totals() {
        let evaluation = preset("neighbours");
        let models = [0, 1].map(ModelId);
        let [one, other] = models;
        let terms = evaluation.compared(&models);
        let sum: f64 = terms.map(|compared| compared.difference(one, other).unwrap()).sum();
        let total = evaluation.totals(&models).difference(one, other).unwrap();
        assert!(sum > 1.0 && (sum - total).abs() < 1e-12, "{sum} {total}");
    }

    #[test]
    fn between_two_impossible_targets_there_is_no_difference() {
        let compared = compared(&[0.0, 0.0, 0.5]);
        let [one, two, three] = [0, 1, 2].map(ModelId);
        assert_eq!(compared.difference(one, two), None);
        assert_eq!(compared.difference(three, one), Some(f64::INFINITY));
        assert_eq!(compared.difference(one, three), Some(f64::NEG_INFINITY));
        let objectives = compared.terms.iter().map(|&(id, term)| (id, term.log_prob)).collect();
        assert_eq!(Totals { objectives }.lead(), Some(f64::INFINITY));
    }

    #[test]
    fn the_order_of_the_runners_up_changes_nothing() {
        let evaluation = preset("rivals");
        let [one, five] = [0, 1].map(ModelId);
        let place = Place { sentence: 0, position: Position::new(4).unwrap() };
        assert_eq!(evaluation.only_runners_up_differ(place, one, five), Some(true));
        assert_eq!(evaluation.only_runners_up_differ(place, one, one), Some(false));
        let totals = evaluation.totals(&[one, five]);
        assert_eq!((totals.difference(one, five), totals.best().count()), (Some(0.0), 2));
        let other = preset("jumps");
        let place = Place { sentence: 0, position: Position::new(3).unwrap() };
        assert_eq!(other.only_runners_up_differ(place, one, five), Some(false));
        let nothing = Place { sentence: 0, position: Position::FIRST };
        assert_eq!(other.only_runners_up_differ(nothing, one, five), None);
    }

    #[test]
    fn an_impossible_target_has_no_best() {
        assert_eq!(best(&[0.0, 0.0]), [0; 0]);
        assert_eq!(best(&[0.0, 1e-300]), [1]);
    }

    #[test]
    fn a_tie_that_rounding_has_split_is_a_tie() {
        assert_eq!(best(&[0.1 + 0.2, 0.3]), [0, 1]);
        assert_eq!(best(&[0.3, 0.300_001]), [1]);
        assert_eq!(best(&[1e-12, 5e-10]), [1]);
    }
}
