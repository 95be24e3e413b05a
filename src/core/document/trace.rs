//! How the loss has gone, edit by edit.

use std::{iter, rc::Rc};

use super::{Evaluation, ModelId};
use crate::core::math::LogProb;

/// What the objective made of a model's predictions at one time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// J, in nats.
    pub objective: LogProb,
    /// How many terms it has.
    pub selected: usize,
}

impl Point {
    /// The mean loss per selected position, in nats; `None` where nothing is selected.
    pub fn cross_entropy(self) -> Option<f64> {
        self.objective.mean(self.selected).map(LogProb::loss)
    }
}

/// The loss after each of the latest edits, the present one included: a drag is one entry, which moves
/// along with it, and a run of training has one for each of its steps.
///
/// A trace is a value: two of them share what they have in common, and the next one costs one entry.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The latest entry; up to [`Trace::LIMIT`] hang together.
    recent: Option<Rc<Entry>>,
    /// How many.
    count: usize,
    /// As many as that, from before. What came earlier still is forgotten when `recent` is full.
    older: Option<Rc<Entry>>,
}

#[derive(Debug)]
struct Entry {
    /// Of the first model.
    first: Point,
    /// Of the others: no memory of its own where there are none.
    others: Box<[Point]>,
    before: Option<Rc<Entry>>,
}

impl Trace {
    /// The most entries that are told.
    pub const LIMIT: usize = 200;

    /// Begins with an evaluation.
    pub(super) fn of(evaluation: &Evaluation) -> Self {
        Self::default().with(evaluation)
    }

    /// With one more entry.
    pub(super) fn with(&self, evaluation: &Evaluation) -> Self {
        let (before, older, count) = if self.count == Self::LIMIT {
            (None, self.recent.clone(), 1)
        } else {
            (self.recent.clone(), self.older.clone(), self.count + 1)
        };
        Self { recent: Some(Entry::of(evaluation, before)), count, older }
    }

    /// With another last entry in the place of the present one.
    pub(super) fn moved(&self, evaluation: &Evaluation) -> Self {
        let Some(last) = &self.recent else { return self.with(evaluation) };
        Self { recent: Some(Entry::of(evaluation, last.before.clone())), ..self.clone() }
    }

    /// How the objective of a model has gone, the earliest first: at most [`Self::LIMIT`] points, and
    /// none from before there was such a model. Where a model is taken out, the others have other
    /// numbers, and the trace begins anew.
    pub fn points(&self, model: ModelId) -> Vec<Point> {
        let chain = |first: &Option<Rc<Entry>>| {
            let before = |entry: &Rc<Entry>| entry.before.clone();
            iter::successors(first.clone(), before)
        };
        let entries = chain(&self.recent).chain(chain(&self.older)).take(Self::LIMIT);
        let mut points: Vec<Point> = entries.map_while(|entry| entry.point(model)).collect();
        points.reverse();
        points
    }
}

impl Entry {
    fn of(evaluation: &Evaluation, before: Option<Rc<Self>>) -> Rc<Self> {
        let point = |model: usize| {
            // There is a report for each model.
            let report = evaluation.report(ModelId(model));
            let (objective, selected) =
                report.map_or((LogProb::ZERO, 0), |report| (report.objective(), report.selected()));
            Point { objective, selected }
        };
        let others = (1..evaluation.document().models().len()).map(point).collect();
        Rc::new(Self { first: point(0), others, before })
    }

    fn point(&self, model: ModelId) -> Option<Point> {
        match model.0.checked_sub(1) {
            None => Some(self.first),
            Some(index) => self.others.get(index).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{
            Document, Edit, Scope, Session,
            examples::{MODEL, place},
        },
        math::Probability,
        predict::Source,
    };

    fn moved(session: &Session, value: f64) -> Session {
        let probability = Probability::nearest(value);
        session.apply(&Edit::set_probability(MODEL, place(0, 3), "brown", probability)).unwrap()
    }

    /// What the target has had.
    fn traced(session: &Session) -> Vec<f64> {
        let points = session.trace().points(MODEL);
        points
            .iter()
            .map(|point| (1000.0 * libm::exp(point.objective.nats())).round() / 1000.0)
            .collect()
    }

    fn start() -> Session {
        Session::new(&Document::course_item())
    }

    #[test]
    fn a_drag_is_one_entry_that_moves_along() {
        let session = [0.6, 0.5, 0.4].into_iter().fold(start(), |session, p| moved(&session, p));
        assert_eq!(traced(&session), [0.7, 0.4]);
        let next = moved(&moved(&session.at_rest(), 0.2), 0.1);
        assert_eq!(traced(&next), [0.7, 0.4, 0.1]);
    }

    #[test]
    fn undo_and_redo_take_the_trace_along() {
        let one = moved(&start(), 0.5).at_rest();
        let two = moved(&one, 0.25);
        let undone = two.undone().unwrap();
        assert_eq!(traced(&undone), [0.7, 0.5]);
        assert_eq!(traced(&undone.redone().unwrap()), [0.7, 0.5, 0.25]);
        assert_eq!(traced(&moved(&undone, 0.9)), [0.7, 0.5, 0.9]);
        assert_eq!(traced(&undone.undone().unwrap()), [0.7]);
    }

    #[test]
    fn what_changes_nothing_leaves_no_trace() {
        let back = moved(&moved(&start(), 0.5), 0.7);
        assert_eq!(traced(&back), [0.7]);
        assert_eq!(traced(&back.at_rest()), [0.7]);
        let same = back.apply(&Edit::SetText("The quick brown fox.".into())).unwrap();
        assert_eq!(traced(&same), [0.7]);
        assert_eq!(traced(&moved(&same, 0.5)), [0.7, 0.5]);
    }

    #[test]
    fn each_step_of_a_training_is_an_entry() {
        let train = Edit::Train { model: MODEL, scope: Scope::Dataset, rate: 1.0, steps: 1 };
        let mut session = start();
        for _ in 0..5 {
            session = session.apply(&train).unwrap();
        }
        let trace = traced(&session);
        assert!(
            trace.len() == 6 && trace.is_sorted_by(|before, after| before < after),
            "{trace:?}"
        );
        assert_eq!(traced(&session.undone().unwrap()), [0.7]);
    }

    #[test]
    fn the_latest_200_are_told_and_few_more_are_kept() {
        let mut session = start();
        for step in 0..1_000 {
            session = moved(&session, f64::from(step % 500) / 1000.0).at_rest();
        }
        let trace = traced(&session);
        let expected: Vec<f64> = (300..500).map(|step| f64::from(step) / 1000.0).collect();
        assert_eq!(trace, expected);
        let length = |first: &Option<Rc<Entry>>| {
            iter::successors(first.clone(), |entry| entry.before.clone()).count()
        };
        let Trace { recent, older, count } = session.trace();
        assert_eq!(length(recent), *count);
        assert!(*count <= Trace::LIMIT && length(older) <= Trace::LIMIT);
    }

    #[test]
    fn a_model_is_told_from_when_it_was_there() {
        let add = Edit::AddModel { name: "second".into(), source: Source::ByHand };
        let session = moved(&start(), 0.5).apply(&add).unwrap();
        let session = session.apply(&Edit::Deselect(Scope::Dataset)).unwrap();
        let second: Vec<Option<f64>> =
            session.trace().points(ModelId(1)).into_iter().map(Point::cross_entropy).collect();
        assert_eq!(second, [Some(libm::log(4.0)), None]);
        assert_eq!(session.trace().points(MODEL).len(), 4);
        let without = session.apply(&Edit::RemoveModel(MODEL)).unwrap();
        assert_eq!(without.trace().points(MODEL).len(), 1);
        assert_eq!(without.undone().unwrap().trace().points(MODEL).len(), 4);
    }
}
