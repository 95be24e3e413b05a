//! How far a training has come, and whether it is to go on.

use std::rc::Rc;

use super::{EditError, Evaluation, ModelId, Scope, evaluation::View};
use crate::core::math::{Distribution, LogProbSum, Probability};

/// Where a training stands: what it has to go by.
///
/// A position whose target is impossible for the model learns nothing, since no finite step leads back
/// from −∞. It is left out, so that the others can be told to have learned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The loss of the positions in the scope, in nats: finite, at least 0.
    pub loss: f64,
    /// The largest |∂L/∂z| at them, from 0 to 1: of all rows that are not locked, it is the target's.
    /// `None` where no position can learn: no target is listed, unlocked and possible.
    pub slope: Option<f64>,
}

/// Why a training has stopped, with the number that says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stopped {
    /// It has learned what there is to learn.
    Converged {
        /// The largest |∂L/∂z|, below 0.001.
        slope: f64,
    },
    /// It goes on for ever: η is too small, or there is nothing to learn.
    NoProgress {
        /// The part of the loss by which it fell in the last step, at most a millionth.
        fall: f64,
    },
    /// The loss grows: η is too large. Steps against one right word never do that, however large; steps
    /// against a target with label smoothing can.
    Diverges {
        /// The part of the loss by which it rose in the last step, more than a millionth.
        rise: f64,
    },
}

impl Standing {
    /// From here on nothing is left to learn.
    const FLAT: f64 = 1e-3;
    /// The part of the loss by which it has to change.
    const LEVEL: f64 = 1e-6;

    /// Whether a training that stood there before its last step has now stopped; `None` where it is to
    /// go on.
    ///
    /// ```
    /// use masklab::core::document::{Standing, Stopped};
    /// let before = Standing { loss: 2.0, slope: Some(0.5) };
    /// let after = Standing { loss: 1.0, slope: Some(0.3) };
    /// assert_eq!(after.stopped(before), None);
    /// assert_eq!(before.stopped(after), Some(Stopped::Diverges { rise: 1.0 }));
    /// ```
    pub fn stopped(self, before: Self) -> Option<Stopped> {
        let fall = before.loss - self.loss;
        // Of no loss there is no part.
        let fall = if fall == 0.0 { 0.0 } else { fall / before.loss };
        match self.slope {
            _ if fall < -Self::LEVEL => Some(Stopped::Diverges { rise: -fall }),
            Some(slope) if slope < Self::FLAT => Some(Stopped::Converged { slope }),
            Some(_) if fall > Self::LEVEL => None,
            _ => Some(Stopped::NoProgress { fall }),
        }
    }
}

impl Evaluation {
    /// Where the training of a model stands in a scope. Asked before a step and after it, it tells
    /// whether that was the last: see [`Standing::stopped`].
    ///
    /// # Errors
    /// A model or a place that is not there.
    ///
    /// ```
    /// use masklab::core::document::{Document, Edit, ModelId, Scope, Session};
    ///
    /// let (model, scope) = (ModelId(0), Scope::Dataset);
    /// let step = Edit::Train { model, scope, rate: 1.0, steps: 1 };
    /// let mut session = Session::new(&Document::course_item());
    /// let mut standing = session.evaluation().standing(model, scope).unwrap();
    /// loop {
    ///     session = session.apply(&step).unwrap();
    ///     let before = standing;
    ///     standing = session.evaluation().standing(model, scope).unwrap();
    ///     if standing.stopped(before).is_some() {
    ///         break;
    ///     }
    /// }
    /// assert!(session.report().loss() < 0.001);
    /// // All of it is one step back.
    /// assert_eq!(session.undone().unwrap().document(), &Document::course_item());
    /// ```
    pub fn standing(&self, model: ModelId, scope: Scope) -> Result<Standing, EditError> {
        let document = self.document();
        let source = document.model(model).ok_or(EditError::NoModel(model))?.source();
        let range = document.sentences_of(scope)?;
        let view = View { counts: self.counts().map(Rc::as_ref), source, model };
        let mut losses = LogProbSum::default();
        let mut steepest: Option<f64> = None;
        let examples = document.examples().iter_from(range.start).take(range.len());
        for (sentence, example) in (range.start..).zip(examples) {
            let reading = view.reading(sentence, example);
            for selected in example.selected().iter().filter(|s| scope.has(s.position())) {
                if let Some(target) = selected.target()
                    && let Some(prediction) = reading.prediction(selected)
                    && let Some((probability, own)) = learnable(&prediction, target)
                {
                    losses.add(probability.log_prob());
                    steepest = steepest.into_iter().chain(own).reduce(f64::max);
                }
            }
        }
        Ok(Standing { loss: losses.total().loss(), slope: steepest })
    }
}

/// What a prediction gives a target that is listed and possible, and the largest |∂L/∂z| of its rows:
/// `None` where the target is locked.
///
/// That is the target's own: those of the others have the other sign, and all sum to 0.
fn learnable(prediction: &Distribution, target: &str) -> Option<(Probability, Option<f64>)> {
    let is_target = |word: &Rc<str>| **word == *target;
    let row = prediction.candidates().iter().find(|row| row.word().is_some_and(is_target))?;
    if row.probability == Probability::ZERO {
        return None;
    }
    let share = row.probability.value() / prediction.free().value();
    Some((row.probability, (!row.locked).then(|| (1.0 - share).max(0.0))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::{
        document::{
            Change, Document, Edit, Preset, Session,
            examples::{MODEL, apply, counting, masked, place},
        },
        math::Row,
    };

    const ALL: Scope = Scope::Dataset;

    fn standing(document: &Document, scope: Scope) -> Standing {
        Evaluation::of(document).standing(MODEL, scope).unwrap()
    }

    /// Steps of training until it stops, at most so many.
    fn trained(document: &Document, rate: f64, most: usize) -> (Document, Option<Stopped>) {
        let step = Edit::Train { model: MODEL, scope: ALL, rate, steps: 1 };
        let mut evaluation = Evaluation::of(document);
        let mut before = evaluation.standing(MODEL, ALL).unwrap();
        for _ in 0..most {
            evaluation = evaluation.after(&evaluation.apply(&step).unwrap());
            let after = evaluation.standing(MODEL, ALL).unwrap();
            if let Some(stopped) = after.stopped(before) {
                return (evaluation.document().clone(), Some(stopped));
            }
            before = after;
        }
        (evaluation.document().clone(), None)
    }

    #[test]
    fn the_course_item_stands_at_its_loss_with_the_slope_of_its_target() {
        let Standing { loss, slope } = standing(&Document::course_item(), ALL);
        assert_eq!((loss, slope), (-libm::log(0.7), Some(1.0 - 0.7)));
    }

    #[test]
    fn training_stops_where_nothing_is_left_to_learn() {
        let lessons = Preset::named("lessons").unwrap().document();
        let (document, stopped) = trained(&lessons, 10.0, 10_000);
        let Some(Stopped::Converged { slope }) = stopped else { panic!("{stopped:?}") };
        assert!((0.0..0.001).contains(&slope));
        assert!(document.report().perplexity().unwrap() < 1.0011);
        let (_, running) = trained(&lessons, 0.5, 100);
        assert_eq!(running, None);
    }

    #[test]
    fn training_with_steps_too_small_to_get_anywhere_stops_at_once() {
        let (_, stopped) = trained(&Document::course_item(), 1e-9, 2);
        let Some(Stopped::NoProgress { fall }) = stopped else { panic!("{stopped:?}") };
        assert!(fall > 0.0 && fall < 1e-6, "{fall}");
    }

    #[test]
    fn where_no_position_can_learn_there_is_no_progress() {
        let nothing = Some(Stopped::NoProgress { fall: 0.0 });
        assert_eq!(trained(&Document::default(), 1.0, 1).1, nothing);
        let impossible = Edit::set_probability(MODEL, place(0, 3), "brown", Probability::ZERO);
        let impossible = apply(&Document::course_item(), &impossible);
        assert_eq!(standing(&impossible, ALL), Standing { loss: 0.0, slope: None });
        assert_eq!(trained(&impossible, 1.0, 1).1, nothing);
        let lock = Change::Lock { row: Row::Word("brown".into()), locked: true };
        let lock = Edit::Predict { model: MODEL, place: place(0, 3), change: lock };
        let locked = apply(&Document::course_item(), &lock);
        assert_eq!(trained(&locked, 1.0, 1).1, nothing);
    }

    #[test]
    fn an_impossible_target_does_not_keep_the_others_from_learning() {
        let document = Preset::named("impossible").unwrap().document();
        assert_eq!(standing(&document, ALL), Standing { loss: libm::log(2.0), slope: Some(0.5) });
        let (_, stopped) = trained(&document, 10.0, 10_000);
        assert!(matches!(stopped, Some(Stopped::Converged { .. })), "{stopped:?}");
    }

    #[test]
    fn a_loss_that_grows_is_told_with_how_much() {
        // Against a smoothed target, too large steps overshoot.
        let start = Distribution::new([("a".into(), 0.6), ("b".into(), 0.4)]).unwrap();
        let (_, losses) = start.stepped_with_smoothing("a", 0.5, 20.0, 1).unwrap();
        let [before, after] =
            [losses[0], losses[1]].map(|loss| Standing { loss, slope: Some(0.1) });
        let rise = (losses[1] - losses[0]) / losses[0];
        assert!(rise > 0.1, "{losses:?}");
        assert_eq!(after.stopped(before), Some(Stopped::Diverges { rise }));
    }

    #[test]
    fn a_scope_is_its_own_positions() {
        let document = masked(&counting(), 1, 2);
        let [one, other] = [place(0, 2), place(1, 2)].map(Scope::Position);
        let all = standing(&document, ALL).loss;
        assert!(
            (standing(&document, one).loss + standing(&document, other).loss - all).abs() < 1e-12
        );
        assert_eq!(standing(&document, one), standing(&document, Scope::Sentence(0)));
        let evaluation = Evaluation::of(&document);
        let refused = evaluation.standing(ModelId(1), ALL);
        assert_eq!(refused, Err(EditError::NoModel(ModelId(1))));
        let refused = evaluation.standing(MODEL, Scope::Sentence(3));
        assert_eq!(refused, Err(EditError::NoSentence(3)));
    }

    #[test]
    fn a_run_of_training_is_one_step_and_the_next_click_another() {
        let step = Edit::Train { model: MODEL, scope: ALL, rate: 0.5, steps: 1 };
        let start = Session::new(&counting());
        let mut expected = start.document().clone();
        let mut session = start.clone();
        for _ in 0..3 {
            expected = apply(&expected, &step);
            session = session.apply(&step).unwrap();
            assert_eq!(session.document(), &expected);
        }
        let clicked = session.at_rest().apply(&step).unwrap().at_rest();
        let again = clicked.apply(&step).unwrap().at_rest();
        let back = again.undone().unwrap();
        assert_eq!(back.document(), clicked.document());
        let back = back.undone().unwrap();
        assert_eq!(back.document(), session.document());
        let back = back.undone().unwrap();
        assert_eq!(back.document(), start.document());
        assert!(!back.can_undo());
        assert_eq!(back.redone().unwrap().document(), &expected);
        // Where edits are gathered for a frame, none is left out.
        assert!(step.repeats(&step) && !step.continues(&step));
        // Another rate is another run.
        let other = Edit::Train { model: MODEL, scope: ALL, rate: 0.25, steps: 1 };
        let two = session.apply(&other).unwrap();
        assert_eq!(two.undone().unwrap().document(), &expected);
    }

    proptest! {
        #[test]
        fn the_slope_is_the_largest_of_the_gradient(
            rows in prop::collection::vec((0.0..1.0_f64, any::<bool>()), 1..6),
        ) {
            let total: f64 = rows.iter().map(|(p, _)| p).sum();
            prop_assume!(total > 0.0);
            let row = |(index, (p, locked)): (usize, &(f64, bool))| {
                (Row::Word(index.to_string().into()), p / total, *locked)
            };
            let distribution = Distribution::from_rows(rows.iter().enumerate().map(row)).unwrap();
            if let Some((_, slope)) = learnable(&distribution, "0") {
                let gradient = distribution.gradient("0", 0.0).unwrap();
                let largest = gradient.iter().fold(0.0, |largest: f64, g| largest.max(g.abs()));
                prop_assert!((slope.unwrap_or(0.0) - largest).abs() < 1e-12, "{:?}", gradient);
            }
        }
    }
}
