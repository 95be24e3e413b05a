//! The lecture: the present work, one thing after the other, in type for the last row.

mod controls;
mod drawn;
mod keys;
mod told;

use std::rc::Rc;

use masklab::core::{
    lecture::{Pace, Slide, Subject, Topic, slides},
    setup::{Answers, Views},
};
use yew::prelude::*;

use super::{
    host::{frames::Actions, fullscreen, parent},
    setup::setup,
    store::{Action, Settings, View},
    words::{language, words},
};
use controls::Controls;
use drawn::drawn;

/// What a presenter asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Next,
    Previous,
    First,
    Last,
    Blank,
    Fullscreen,
    Code,
    Help,
    /// Closes what lies above the slide, or ends the lecture.
    Close,
    /// Whether single letters are commands.
    Letters(bool),
}

/// What lies above the slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Above {
    #[default]
    Nothing,
    Blank,
    Code,
    Help,
}

/// How a lecture is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Course {
    pace: Pace,
    above: Above,
    letters: bool,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LectureProps {
    pub(crate) view: View,
    pub(crate) actions: Actions,
}

#[component]
pub(crate) fn Lecture(LectureProps { view, actions }: &LectureProps) -> Html {
    let slides: Rc<Vec<Slide>> = use_memo(view.clone(), |view| slides(&subject(view)));
    let course = use_state_eq(|| Course {
        pace: Pace::at(setup().step.unwrap_or(Topic::Sentence), &slides),
        above: Above::default(),
        letters: true,
    });
    // Where everything is to be shown at once, no step waits for its answer.
    let is_open = setup().answers == Some(Answers::Shown);
    let now = Course { pace: open(course.pace.within(&slides), is_open), ..*course };
    let command = {
        let (course, slides, actions) = (course.setter(), slides.clone(), actions.clone());
        let settings = view.settings;
        Callback::from(move |command: Command| {
            let set = |pace: Pace| course.set(Course { pace, above: Above::Nothing, ..now });
            let toggle = |above| {
                course.set(Course {
                    above: if now.above == above { Above::Nothing } else { above },
                    ..now
                });
            };
            match command {
                Command::Next | Command::Previous | Command::First | Command::Last
                    if now.above == Above::Blank =>
                {
                    course.set(Course { above: Above::Nothing, ..now });
                }
                Command::Next => match now.pace.next(&slides) {
                    Some(pace) => set(pace),
                    None => parent::ask_deck("next"),
                },
                Command::Previous => match previous(now.pace, &slides, is_open) {
                    Some(pace) => set(pace),
                    None => parent::ask_deck("prev"),
                },
                Command::First => set(Pace::default()),
                Command::Last => set(Pace::last(&slides)),
                Command::Blank => toggle(Above::Blank),
                Command::Code => toggle(Above::Code),
                Command::Help => toggle(Above::Help),
                Command::Fullscreen => fullscreen::toggle(),
                Command::Close if now.above != Above::Nothing => {
                    course.set(Course { above: Above::Nothing, ..now });
                }
                Command::Close => {
                    actions.now(Action::Show(Settings { view: Views::Workspace, ..settings }));
                }
                Command::Letters(letters) => course.set(Course { letters, ..now }),
            }
        })
    };
    keys::use_keys(now, command.clone());
    let Some(slide) = slides.get(now.pace.slide) else { return html! {} };
    let asks = now.pace.asks(&slides);
    html! {
        <section class="lecture" data-topic={slide.topic.name()} data-asks={asks.then_some("")} aria-label={words().lecture.open}>
            <div class="slide" aria-live="polite">
                <h1>{ slide.title.clone() }</h1>
                { drawn(view, if asks { &slide.asked } else { &slide.answered }) }
                { told::told(slide, asks) }
            </div>
            <Controls
                view={view.clone()}
                above={now.above}
                letters={now.letters}
                slide={now.pace.slide + 1}
                count={slides.len()}
                {asks}
                can_go={now.pace.next(&slides).is_some() || parent::is_around()}
                {command}
            />
        </section>
    }
}

/// The way back, past questions where their answers are always shown.
fn previous(pace: Pace, slides: &[Slide], is_open: bool) -> Option<Pace> {
    let previous = pace.previous(slides)?;
    if is_open && previous.slide == pace.slide { previous.previous(slides) } else { Some(previous) }
}

fn open(pace: Pace, is_open: bool) -> Pace {
    Pace { is_answered: pace.is_answered || is_open, ..pace }
}

/// What the lecture is about.
fn subject(view: &View) -> Subject<'_> {
    Subject {
        evaluation: view.evaluation(),
        model: view.model(),
        chosen: view.looked_at(),
        unit: view.settings.unit,
        reduction: view.settings.reduction,
        rate: view.settings.rate,
        language: language(),
    }
}
