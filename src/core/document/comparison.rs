//! Models side by side, term by term.

use super::{Evaluation, ModelId};
use crate::core::objective::{Place, Report, Term, Terms};

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
        let highest = |best: f64, &(_, term): &(ModelId, &Term)| best.max(term.log_prob.nats());
        let best = self.terms.iter().fold(f64::NEG_INFINITY, highest);
        // Between two infinities there is no difference that could be small.
        let is_best = move |nats: f64| best - nats <= LEVEL;
        self.terms.iter().filter(move |(_, t)| is_best(t.log_prob.nats())).map(|&(id, _)| id)
    }
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
    }

    fn best(probabilities: &[f64]) -> Vec<usize> {
        let position = Position::FIRST;
        let term = |&p: &f64| Term::new(position, "a".into(), Probability::new(p).unwrap());
        let terms: Vec<Term> = probabilities.iter().map(term).collect();
        let terms = terms.iter().enumerate().map(|(model, term)| (ModelId(model), term));
        let compared = Compared { place: Place { sentence: 0, position }, terms: terms.collect() };
        compared.best().map(|model| model.0).collect()
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
