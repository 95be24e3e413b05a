//! Which plots there are, and what each of them is drawn from.

use super::{
    Frame, Over, Plot, Predicted, Table, Trace, Traced, gradient_bars, height_for_models,
    height_for_rows, loss_curve, loss_trace, model_bars, prediction_bars, svg, tables, term_bars,
};
use crate::core::{
    math::{Distribution, Unit},
    messages::{Language, PageCharts},
    objective::{Hue, Numbered, Report},
};

/// A plot of what a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// −log p with a point for each term.
    Curve,
    /// One prediction beside the one-hot target.
    Prediction,
    /// The terms as bars, and their sums.
    Terms,
    /// The loss over the last edits.
    Trace,
    /// The gradient p − y of one prediction.
    Gradient,
    /// What several models predict at one position.
    Models,
}

/// What plots are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Pictured<'a> {
    /// The terms and their sums.
    pub report: &'a Report,
    /// The terms that are drawn one by one: all of them, or some of many.
    pub terms: &'a [Numbered<'a>],
    /// The term at the position that is looked at.
    pub chosen: Option<Numbered<'a>>,
    /// What is predicted there.
    pub prediction: Option<&'a Distribution>,
    /// What the models predict there.
    pub models: &'a [Predicted<'a>],
    /// The mean loss after each of the last edits, in nats.
    pub losses: &'a [f64],
}

/// The size of a picture that is not fitted to a page, in CSS pixels.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 400;

impl Picture {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Curve, Self::Prediction, Self::Terms, Self::Trace, Self::Gradient, Self::Models];

    /// The word for it in names of files and in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Curve => "curve",
            Self::Prediction => "prediction",
            Self::Terms => "terms",
            Self::Trace => "trace",
            Self::Gradient => "gradient",
            Self::Models => "models",
        }
    }

    /// The picture with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|picture| picture.name() == name)
    }

    /// What it is called where there are others to choose from.
    pub fn label(self, words: &PageCharts) -> &'static str {
        match self {
            Self::Curve => words.curve,
            Self::Prediction => words.prediction,
            Self::Terms => words.terms,
            Self::Trace => words.trace,
            Self::Gradient => words.gradient,
            Self::Models => words.models,
        }
    }

    /// Its heading.
    pub fn title(self, words: &PageCharts) -> &'static str {
        match self {
            Self::Curve => words.curve_title,
            Self::Prediction => words.prediction_title,
            Self::Terms => words.terms_title,
            Self::Trace => words.trace_title,
            Self::Gradient => words.gradient_title,
            Self::Models => words.models_title,
        }
    }

    /// The picture in a frame; `None` where there is nothing to be drawn.
    pub fn plot(self, of: &Pictured<'_>, frame: Frame) -> Option<Plot> {
        Some(match self {
            Self::Curve => loss_curve(of.terms, of.report.untargeted(), frame),
            Self::Terms => term_bars(of.terms, of.report, frame),
            Self::Trace => loss_trace(&of.trace(), frame),
            Self::Prediction => prediction_bars(of.prediction?, of.target(), frame),
            Self::Gradient => {
                let (prediction, gradient) = of.gradient()?;
                gradient_bars(prediction, &gradient, of.target(), frame)
            }
            Self::Models if of.models.is_empty() => return None,
            Self::Models => model_bars(of.models, of.target(), frame),
        })
    }

    /// Its numbers; `None` where there are none.
    pub fn table(self, of: &Pictured<'_>, frame: Frame) -> Option<Table> {
        Some(match self {
            Self::Curve => tables::loss_curve(of.terms, frame),
            Self::Terms => tables::term_bars(of.terms, of.report, frame),
            Self::Trace => tables::loss_trace(&of.trace(), frame),
            Self::Prediction => tables::prediction_bars(of.prediction?, of.target(), frame),
            Self::Gradient => {
                let (prediction, gradient) = of.gradient()?;
                tables::gradient_bars(prediction, &gradient, of.target(), frame)
            }
            Self::Models if of.models.is_empty() => return None,
            Self::Models => tables::model_bars(of.models, frame),
        })
    }

    /// The picture as an SVG file; `None` where there is nothing to be drawn. Its terms have the hues by
    /// which they are known everywhere.
    pub fn svg(self, of: &Pictured<'_>, unit: Unit, language: Language) -> Option<String> {
        let plot = self.plot(of, self.frame(of, unit, language))?;
        let terms = match self {
            Self::Curve | Self::Terms => of.terms,
            Self::Prediction | Self::Gradient | Self::Models => of.chosen.as_slice(),
            Self::Trace => &[],
        };
        let hues: Vec<Hue> = terms.iter().filter_map(|term| of.report.hue(term.place)).collect();
        let title = self.title(language.messages().page.charts);
        Some(svg(&plot.scene, title, &plot.summary, &hues))
    }

    /// A frame of the size at which the picture looks best where no page says another.
    pub fn frame(self, of: &Pictured<'_>, unit: Unit, language: Language) -> Frame {
        let rows = of.prediction.map_or(0, |prediction| prediction.candidates().len());
        let height = match self {
            Self::Curve | Self::Terms | Self::Trace => HEIGHT,
            Self::Prediction | Self::Gradient => {
                height_for_rows(rows).clamp(HEIGHT / 2, 4 * HEIGHT)
            }
            Self::Models => height_for_models(of.models.len()),
        };
        Frame { width: WIDTH, height, unit, language }
    }
}

impl<'a> Pictured<'a> {
    fn target(&self) -> Option<&'a str> {
        Some(&self.chosen?.term.target)
    }

    fn trace(&self) -> Trace<'a> {
        Trace { losses: self.losses, first: 1, traced: Traced::CrossEntropy, over: Over::Edits }
    }

    /// ∂L/∂z = p − y at the position that is looked at.
    fn gradient(&self) -> Option<(&'a Distribution, Vec<f64>)> {
        let prediction = self.prediction?;
        Some((prediction, prediction.gradient(self.target()?, 0.0)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::document::{Document, Evaluation, ModelId};

    #[test]
    fn every_picture_of_the_course_item_has_marks_a_title_and_its_numbers() {
        let evaluation = Evaluation::of(&Document::course_item());
        let report = evaluation.report(ModelId::default()).unwrap();
        let terms = Numbered::all(report.terms());
        let prediction = evaluation.prediction(ModelId::default(), terms[0].place).unwrap();
        let models = [Predicted { model: "mine", prediction: &prediction }];
        let of = Pictured {
            report,
            terms: &terms,
            chosen: terms.first().copied(),
            prediction: Some(&prediction),
            models: &models,
            losses: &[0.5, 0.4],
        };
        for &language in Language::ALL {
            for picture in Picture::ALL {
                let frame = picture.frame(&of, Unit::Nats, language);
                let plot = picture.plot(&of, frame).unwrap();
                assert!(plot.scene.all().count() > 3, "{}", picture.name());
                assert!(!picture.table(&of, frame).unwrap().rows.is_empty(), "{}", picture.name());
                let words = language.messages().page.charts;
                let file = picture.svg(&of, Unit::Nats, language).unwrap();
                assert!(file.contains(picture.title(words)), "{}", picture.name());
                assert_eq!(Picture::named(picture.name()), Some(picture));
            }
        }
    }

    #[test]
    fn what_nobody_looks_at_is_not_drawn() {
        let evaluation = Evaluation::of(&Document::default());
        let report = evaluation.report(ModelId::default()).unwrap();
        let of = Pictured {
            report,
            terms: &[],
            chosen: None,
            prediction: None,
            models: &[],
            losses: &[],
        };
        for picture in [Picture::Prediction, Picture::Gradient, Picture::Models] {
            let frame = picture.frame(&of, Unit::Nats, Language::English);
            assert!(picture.plot(&of, frame).is_none(), "{}", picture.name());
            assert!(picture.table(&of, frame).is_none(), "{}", picture.name());
        }
    }
}
