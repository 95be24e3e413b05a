//! Training that runs from frame to frame until it stops, as one step of the history. Where a person
//! wishes for little motion, it runs at once.

use std::{cell::RefCell, rc::Rc};

use masklab::core::{
    document::{Edit, Scope, Standing, Stopped},
    messages::fill,
};
use yew::prelude::*;

use crate::app::{
    host::{
        frames::{Actions, next_frame},
        motion,
    },
    store::{Action, View},
    words::words,
};

/// The most steps of one run: what has not come to an end by then never does.
const MOST: u32 = 2_000;
/// So many steps between two frames where nothing is to move.
const AT_ONCE: u32 = 50;

/// A run, or where the last one has ended.
#[derive(Clone)]
pub(super) struct Run {
    state: UseStateHandle<State>,
    live: Rc<RefCell<Live>>,
}

impl PartialEq for Run {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && Rc::ptr_eq(&self.live, &other.live)
    }
}

/// What is shown of it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Resting,
    Running,
    Ended { steps: u32, why: Option<Stopped> },
}

/// What the frames have in common.
#[derive(Default)]
struct Live {
    /// The page as it was drawn last.
    view: Option<View>,
    scope: Option<Scope>,
    steps: u32,
    /// Where the training stood before the last step.
    before: Option<Standing>,
}

/// The run of a panel. It goes on when what its last step has made is drawn.
#[hook]
pub(super) fn use_run(view: &View, actions: &Actions) -> Run {
    let state = use_state_eq(|| State::Resting);
    let live = use_mut_ref(Live::default);
    live.borrow_mut().view = Some(view.clone());
    use_effect_with((*state == State::Running, view.clone()), {
        let (live, state, actions) = (live.clone(), state.setter(), actions.clone());
        move |(is_running, _)| {
            if *is_running {
                next_frame(move || step(&live, &state, &actions));
            }
        }
    });
    Run { state, live }
}

fn step(live: &Rc<RefCell<Live>>, state: &UseStateSetter<State>, actions: &Actions) {
    // Whatever is sent is drawn at once, and drawing looks at what the frames have in common: so that
    // is let go before.
    let next = next(&mut live.borrow_mut());
    match next {
        Next::Step(edit) => actions.now(edit),
        Next::End(end) => {
            state.set(end);
            actions.now(Action::Rest);
        }
        Next::Nothing => {}
    }
}

/// What a frame does.
enum Next {
    Step(Edit),
    End(State),
    Nothing,
}

fn next(live: &mut Live) -> Next {
    let (Some(view), Some(scope)) = (live.view.clone(), live.scope) else { return Next::Nothing };
    let model = view.model();
    let Ok(standing) = view.evaluation().standing(model, scope) else { return Next::Nothing };
    let stopped = live.before.and_then(|before| standing.stopped(before));
    if stopped.is_some() || live.steps >= MOST || standing.slope.is_none() {
        live.scope = None;
        return Next::End(State::Ended { steps: live.steps, why: stopped });
    }
    let steps = if motion::is_welcome() { 1 } else { AT_ONCE };
    live.steps += steps;
    live.before = Some(standing);
    Next::Step(Edit::Train { model, scope, rate: view.settings.rate, steps })
}

impl Run {
    pub(super) fn is_running(&self) -> bool {
        *self.state == State::Running
    }

    /// Begins in a scope, or stops.
    pub(super) fn toggle(&self, scope: Scope, actions: &Actions) {
        let state = {
            let mut live = self.live.borrow_mut();
            if self.is_running() {
                live.scope = None;
                State::Ended { steps: live.steps, why: None }
            } else {
                *live = Live { view: live.view.clone(), scope: Some(scope), ..Live::default() };
                State::Running
            }
        };
        // A run is a step of its own.
        actions.now(Action::Rest);
        self.state.set(state);
    }

    /// What is said of it.
    pub(super) fn said(&self) -> String {
        let words = words().training;
        let State::Ended { steps, why } = *self.state else { return String::new() };

        let count = steps.to_string();
        let steps = fill(words.ran.of(steps as usize), &[("count", &count)]);
        let phrase = match why {
            Some(Stopped::Converged { .. }) => words.converged,
            Some(Stopped::NoProgress { .. }) => words.no_progress,
            Some(Stopped::Diverges { .. }) => words.diverged,
            None => return steps,
        };
        fill(phrase, &[("steps", &steps)])
    }
}
