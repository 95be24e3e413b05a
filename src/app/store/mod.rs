//! The only state of the page: the document in its session, what is chosen to be looked at, and what
//! follows from both.

mod choice;
pub(crate) mod opening;
mod settings;

use std::{ops::Deref, rc::Rc};

use masklab::core::{
    document::{Change, Document, Edit, Evaluation, ModelId, Point, Preset, Session},
    math::{Button, Distribution, Probability, Row, Scale},
    objective::{Hue, Numbered, Place, Report},
};
use yew::prelude::*;

use super::{
    setup::{allows, setup},
    words::{language, words},
};
pub(crate) use masklab::core::setup::{Panel, Plots, Total};
pub(crate) use settings::Settings;

/// What a person can ask of the page.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Changes the document.
    Edit(Edit),
    /// Presses − or + of a row of the prediction that is looked at: a step of its own.
    Press {
        /// The row.
        row: Row,
        /// The button.
        button: Button,
        /// Whether it is to be a small step.
        fine: bool,
    },
    /// Ends the present gesture, as where a slider is let go.
    Rest,
    /// Takes the last step back.
    Undo,
    /// Takes it again.
    Redo,
    /// Opens an example.
    Open(&'static Preset),
    /// Opens what a link or a file says.
    OpenDocument(Rc<Document>),
    /// Looks at a selected position.
    Choose(Place),
    /// Shows things in another way.
    Show(Settings),
    /// Says why something that a person has typed is refused.
    Refuse(AttrValue),
}

impl From<Edit> for Action {
    fn from(edit: Edit) -> Self {
        Self::Edit(edit)
    }
}

/// What the page shows, all of it derived from the session and the settings.
#[derive(Debug)]
pub(crate) struct Store {
    session: Session,
    /// How things are shown.
    pub(crate) settings: Settings,
    /// What the objective makes of the chosen model's predictions.
    pub(crate) report: Rc<Report>,
    /// The selected position that is looked at.
    pub(crate) chosen: Option<Place>,
    /// What the chosen model predicts there.
    pub(crate) prediction: Option<Rc<Distribution>>,
    /// What is added to log p of that prediction where logits are shown.
    pub(crate) gauge: f64,
    /// The same, as the present gesture began: it is there that its edits start from.
    pub(crate) gauge_then: f64,
    /// The example that was opened last, with its task.
    pub(crate) preset: Option<&'static Preset>,
    /// Why the last edit was refused, if it was.
    pub(crate) refusal: Option<AttrValue>,
}

impl Store {
    /// What follows from a session. The place is looked at if something is selected there, or else
    /// what is nearest.
    fn of(session: Session, settings: Settings, place: Option<Place>) -> Self {
        let settings = settings.for_models(session.document().models().len());
        let report = session.evaluation().report(settings.model).cloned().unwrap_or_default();
        let chosen = choice::nearest(session.document(), place);
        let prediction = chosen.and_then(|place| session.prediction(settings.model, place));
        let gauge = prediction.as_ref().map_or(0.0, |prediction| prediction.centring());
        Self {
            session,
            settings,
            report,
            chosen,
            prediction,
            gauge,
            gauge_then: gauge,
            preset: None,
            refusal: None,
        }
    }

    /// The document as it is now.
    pub(crate) fn document(&self) -> &Document {
        self.session.document()
    }

    /// What all models make of it.
    pub(crate) fn evaluation(&self) -> &Evaluation {
        self.session.evaluation()
    }

    /// The model that is looked at.
    pub(crate) fn model(&self) -> ModelId {
        self.settings.model
    }

    /// Whether there is a step to take back.
    pub(crate) fn can_undo(&self) -> bool {
        self.session.can_undo()
    }

    /// Whether there is a step to take again.
    pub(crate) fn can_redo(&self) -> bool {
        self.session.can_redo()
    }

    /// Whether the dataset has more than one sentence: only then is it said which one is meant.
    pub(crate) fn several(&self) -> bool {
        self.document().examples().len() > 1
    }

    /// The term that is looked at.
    pub(crate) fn looked_at(&self) -> Option<Numbered<'_>> {
        self.report.numbered_at(self.chosen?)
    }

    /// What a model predicts at a selected position.
    pub(crate) fn prediction_of(&self, model: ModelId, place: Place) -> Option<Rc<Distribution>> {
        self.session.prediction(model, place)
    }

    /// What each model predicts at the position that is looked at, with the model's name.
    pub(crate) fn predicted(&self) -> Vec<(&str, Rc<Distribution>)> {
        let models = self.document().models().iter().enumerate();
        let predicted = models.filter_map(|(index, model)| {
            Some((&**model.name(), self.prediction_of(ModelId(index), self.chosen?)?))
        });
        predicted.collect()
    }

    /// The colour of a selected position.
    pub(crate) fn hue(&self, place: Place) -> Option<Hue> {
        self.report.hue(place)
    }

    /// The mean loss of the chosen model after each of the last edits, in nats.
    pub(crate) fn losses(&self) -> Vec<f64> {
        let points = self.session.trace().points(self.settings.model);
        points.into_iter().filter_map(Point::cross_entropy).collect()
    }

    /// The edit of a button beside the slider of a row.
    fn pressed(&self, row: &Row, button: Button, fine: bool) -> Option<Edit> {
        let (model, place) = (self.settings.model, self.chosen?);
        let candidates = self.prediction.as_ref()?.candidates();
        let now = candidates.iter().find(|candidate| candidate.row == *row)?.probability;
        let (row, scale) = (row.clone(), self.settings.scale);
        let change = match scale {
            Scale::Linear | Scale::Logarithmic => {
                let probability = Probability::nearest(scale.pressed(now.value(), button, fine));
                Change::SetProbability { row, probability }
            }
            Scale::Logit => {
                let logit = scale.pressed(now.log_prob().nats() + self.gauge, button, fine);
                Change::SetLogit { row, logit: logit - self.gauge }
            }
        };
        Some(Edit::Predict { model, place, change })
    }

    /// With the gauge in which the other logits stay where they were, if one was set.
    fn with_gauge_after(self, edit: &Edit, before: &Self) -> Self {
        let Edit::Predict { change: Change::SetLogit { row, .. }, .. } = edit else { return self };
        let (Some(now), Some(then)) = (&self.prediction, &before.prediction) else { return self };
        let gauge = now.gauge_after(row, then, before.gauge);
        Self { gauge, gauge_then: before.gauge_then, ..self }
    }

    /// With another document, as a step that can be taken back.
    fn opened(
        &self,
        document: Rc<Document>,
        preset: Option<&'static Preset>,
    ) -> Result<Self, AttrValue> {
        let edit = Edit::Open(document);
        let session = self.session.at_rest().apply(&edit).map_err(|why| why.say(language()))?;
        let settings = self.settings.for_preset(session.document().models().len());
        Ok(Self { preset, ..Self::of(session.at_rest(), settings, None) })
    }

    /// After an action, if that is anything.
    fn after(&self, action: Action) -> Result<Option<Self>, AttrValue> {
        let next = |session: Session| Self {
            preset: self.preset,
            ..Self::of(session, self.settings, self.chosen)
        };
        Ok(match action {
            Action::Edit(edit) => {
                if !allows(&edit) {
                    return Err(words().shell.locked.into());
                }
                let session = self.session.apply(&edit).map_err(|why| why.say(language()))?;
                let place = choice::after(&edit, self.chosen);
                let store = Self::of(session, self.settings, place);
                Some(Self { preset: self.preset, ..store.with_gauge_after(&edit, self) })
            }
            Action::Press { row, button, fine } => match self.pressed(&row, button, fine) {
                Some(edit) => match self.after(Action::Rest)? {
                    Some(at_rest) => at_rest.after(Action::Edit(edit))?,
                    None => None,
                },
                None => None,
            },
            // Nothing that is shown changes, also not what was refused; the next edit begins a new step.
            Action::Rest => {
                let (gauge, refusal) = (self.gauge, self.refusal.clone());
                Some(Self { gauge, gauge_then: gauge, refusal, ..next(self.session.at_rest()) })
            }
            Action::Undo => self.session.undone().map(next),
            Action::Redo => self.session.redone().map(next),
            Action::Open(preset) => Some(self.opened(preset.document().into(), Some(preset))?),
            Action::OpenDocument(document) => {
                let preset = Preset::of(&document);
                Some(self.opened(document, preset)?)
            }
            Action::Choose(place) => {
                let store = Self::of(self.session.clone(), self.settings, Some(place));
                Some(Self { preset: self.preset, ..store })
            }
            Action::Show(settings) => {
                let store = Self::of(self.session.clone(), settings, self.chosen);
                Some(Self { preset: self.preset, ..store })
            }
            Action::Refuse(why) => return Err(why),
        })
    }
}

/// The store as the page hands it around: cheap to clone, and equal where it is the same one.
#[derive(Clone, Debug)]
pub(crate) struct View(Rc<Store>);

/// What the page begins with.
#[derive(Debug)]
pub(crate) struct Beginning {
    pub(crate) document: Document,
    /// The example that it began with, if it began with one.
    pub(crate) preset: Option<&'static Preset>,
    /// What a step back leads to, if anything does.
    pub(crate) before: Option<Document>,
    /// What is to be said of it.
    pub(crate) notice: Option<AttrValue>,
}

impl Default for Beginning {
    /// The first example.
    fn default() -> Self {
        let (document, preset) = (Document::course_item(), Some(&Preset::FIRST));
        Self { document, preset, before: None, notice: None }
    }
}

impl View {
    /// Goes on where the first view was left, or begins with what there is.
    pub(crate) fn new(moved: Option<&Edit>, find: impl FnOnce() -> Beginning) -> Self {
        let setup = setup();
        let found = if moved.is_none() { find() } else { Beginning::default() };
        let Beginning { document, preset, before, notice } = found;
        let (first, edit) = match before {
            Some(before) => (before, Some(&Edit::Open(Rc::new(document)))),
            None => (document, moved),
        };
        let session = Session::new(&first);
        let session = match edit.map(|edit| session.apply(edit)) {
            Some(Ok(session)) => session.at_rest(),
            _ => session,
        };
        let models = session.document().models().len();
        let settings = Settings::of(&setup, models);
        let store = Store::of(session, settings, None);
        Self(Rc::new(Store { preset, refusal: notice, ..store }))
    }
}

impl Reducible for View {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match self.0.after(action) {
            Ok(Some(store)) => Rc::new(Self(Rc::new(store))),
            Ok(None) => self,
            Err(refusal) => {
                let place = self.chosen;
                let store = Store::of(self.session.clone(), self.settings, place);
                let (preset, gauge) = (self.preset, self.gauge);
                let refusal = Some(refusal);
                Rc::new(Self(Rc::new(Store { preset, gauge, gauge_then: gauge, refusal, ..store })))
            }
        }
    }
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for View {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.0
    }
}
