//! The slides of a document.

use std::rc::Rc;

use super::{Drawn, Known, Reading, Slide, Subject, Topic};
use crate::core::{
    document::{Edit, Evaluation, Scope},
    explain::{
        Equation, Formula, Line, Number, Operator, Phrase, Piece, Prose, Solution, Step, StepKind,
        Symbol, term_meaning,
    },
    math::{Distribution, notation},
    messages::{LectureMessages, fill},
    objective::{Numbered, QuantityKind},
    plot::Picture,
    share::solution,
};

/// All slides, in their order. What the document has nothing for is left out: without a selected position
/// there is no prediction to look at, and with a single sentence no inner sum beside the outer one.
pub fn slides(subject: &Subject<'_>) -> Vec<Slide> {
    let how = (subject.unit, subject.reduction);
    let Some(solution) = solution(subject.evaluation, subject.model, how, subject.language) else {
        return Vec::new();
    };
    let lecture = Lecture { subject, solution, words: subject.language.messages().lecture };
    let looked_at = subject.chosen.and_then(|chosen| {
        let prediction = subject.evaluation.prediction(subject.model, chosen.place)?;
        Some((chosen, prediction))
    });
    let mut slides = lecture.text();
    if let Some((chosen, prediction)) = &looked_at {
        slides.extend(lecture.prediction(chosen, prediction));
    }
    slides.extend(lecture.numbers(looked_at.as_ref().map(|(_, prediction)| prediction)));
    if let Some((chosen, prediction)) = &looked_at {
        slides.extend(lecture.gradient(chosen, prediction));
        slides.extend(lecture.step(chosen));
    }
    slides
}

/// So many characters of the worked solution's words are on a slide.
const SAID: usize = 230;

struct Lecture<'a> {
    subject: &'a Subject<'a>,
    solution: Solution,
    words: &'static LectureMessages,
}

impl Lecture<'_> {
    fn worked(&self, kind: StepKind) -> Option<&Step> {
        self.solution.steps.iter().find(|step| step.kind == kind)
    }

    /// As much as can be read while somebody speaks.
    fn shortened(&self, words: &Prose) -> Prose {
        words.beginning(SAID, self.subject.language)
    }

    /// x, A(x) and x̄.
    fn text(&self) -> Vec<Slide> {
        let words = self.words;
        let several = self.subject.evaluation.document().examples().len() > 1;
        let title = if several { words.dataset_title } else { words.sentence_title };
        let slide = |topic, title: &str| Slide {
            topic,
            title: title.to_owned(),
            question: None,
            asked: Drawn::Text(Reading::Original),
            answered: Drawn::Text(Reading::Original),
            symbols: None,
            lines: Vec::new(),
            words: Prose::default(),
        };
        let mut slides =
            vec![Slide { words: Prose::text(words.sentence), ..slide(Topic::Sentence, title) }];
        let Some(selection) = self.worked(StepKind::Selection) else { return slides };
        let is_set = |line: &&Line| matches!(line, Line::Equation(_));
        let sets: Vec<Line> = selection.lines.iter().filter(is_set).cloned().collect();
        if self.subject.chosen.is_none() {
            // What is missing is said.
            slides.push(Slide {
                answered: Drawn::Text(Reading::Selected),
                asked: Drawn::Text(Reading::Selected),
                lines: sets,
                words: selection.words.clone(),
                ..slide(Topic::Selection, words.selection_title)
            });
            return slides;
        }
        slides.push(Slide {
            question: Some(words.selection_question.to_owned()),
            answered: Drawn::Text(Reading::Selected),
            lines: sets,
            words: Prose::text(words.selection),
            ..slide(Topic::Selection, words.selection_title)
        });
        slides.push(Slide {
            question: Some(words.input_question.to_owned()),
            asked: Drawn::Text(Reading::Selected),
            answered: Drawn::Text(Reading::Corrupted),
            words: self.shortened(&selection.words),
            ..slide(Topic::Input, words.input_title)
        });
        slides
    }

    /// What the model gives at one position, and to the target.
    fn prediction(&self, chosen: &Numbered<'_>, prediction: &Rc<Distribution>) -> [Slide; 2] {
        let words = self.words;
        let position = chosen.place.position.to_string();
        let target = &chosen.term.target;
        let bars = |known| Drawn::Prediction(prediction.clone(), known);
        let p = Number::probability(chosen.term.probability, self.subject.unit);
        let equation = Equation {
            subject: Formula::word(target).given(Symbol::Corrupted.into()),
            numbers: Vec::new(),
            result: Formula::Number(p),
        };
        [
            Slide {
                topic: Topic::Prediction,
                title: fill(words.prediction_title, &[("position", &position)]),
                question: Some(fill(words.prediction_question, &[("position", &position)])),
                asked: Drawn::Text(Reading::Corrupted),
                answered: bars(Known::Words),
                symbols: None,
                lines: Vec::new(),
                words: Prose::text(words.prediction),
            },
            Slide {
                topic: Topic::Target,
                title: words.target_title.to_owned(),
                question: Some(words.target_question.to_owned()),
                asked: bars(Known::Words),
                answered: bars(Known::Target),
                symbols: Some(Formula::from(Symbol::Target).given(Symbol::Corrupted.into())),
                lines: vec![equation.into()],
                words: of_target(words.target, target),
            },
        ]
    }

    /// What follows from the predictions, as the solution works it out.
    fn numbers(&self, prediction: Option<&Rc<Distribution>>) -> Vec<Slide> {
        let words = self.words;
        let bars =
            prediction.map(|prediction| Drawn::Prediction(prediction.clone(), Known::Target));
        let bars = bars.unwrap_or(Drawn::Nothing);
        let curve = || Drawn::Picture(Picture::Curve);
        let sums = || Drawn::Picture(Picture::Terms);
        let all = [
            (StepKind::Terms, Topic::Term, words.term_question, bars, curve()),
            (StepKind::InnerSums, Topic::InnerSums, words.inner_question, curve(), sums()),
            (StepKind::Objective, Topic::Objective, words.objective_question, curve(), sums()),
            (StepKind::Loss, Topic::Loss, words.loss_question, sums(), sums()),
            (StepKind::Mean, Topic::Mean, words.mean_question, sums(), sums()),
            (
                StepKind::CrossEntropy,
                Topic::CrossEntropy,
                words.entropy_question,
                Drawn::Nothing,
                Drawn::Nothing,
            ),
            (
                StepKind::Perplexity,
                Topic::Perplexity,
                words.perplexity_question,
                Drawn::Nothing,
                Drawn::Nothing,
            ),
        ];
        let slides = all.into_iter().filter_map(|(kind, topic, question, asked, answered)| {
            let step = self.worked(kind)?;
            Some(Slide {
                topic,
                title: step.title.to_owned(),
                question: Some(question.to_owned()),
                asked,
                answered,
                symbols: step.symbols.clone(),
                lines: step.lines.clone(),
                words: self.shortened(&step.words),
            })
        });
        slides.collect()
    }

    /// Which words a step pushes up and down.
    fn gradient(&self, chosen: &Numbered<'_>, prediction: &Rc<Distribution>) -> Option<Slide> {
        // A target that is not listed has no logit of its own.
        prediction.gradient(&chosen.term.target, 0.0)?;
        let Subject { language, unit, .. } = *self.subject;
        let meaning = term_meaning(language, chosen.place, chosen.term, prediction);
        let pieces = meaning.into_iter().map(|phrase| match phrase {
            Phrase::Text(text) => Piece::Text(text.into()),
            Phrase::Target(word) | Phrase::Word(word) => Piece::Word(word),
            Phrase::Quantity(quantity) => {
                Piece::Formula(Formula::Number(Number::quantity(quantity, unit)))
            }
        });
        Some(Slide {
            topic: Topic::Gradient,
            title: self.words.gradient_title.to_owned(),
            question: Some(self.words.gradient_question.to_owned()),
            asked: Drawn::Prediction(prediction.clone(), Known::Loss),
            answered: Drawn::Picture(Picture::Gradient),
            symbols: None,
            lines: Vec::new(),
            words: Prose(pieces.collect()),
        })
    }

    /// What a training step at all positions makes of it.
    fn step(&self, chosen: &Numbered<'_>) -> Option<Slide> {
        let Subject { evaluation, model, rate, unit, .. } = *self.subject;
        let edit = Edit::Train { model, scope: Scope::Dataset, rate, steps: 1 };
        let document = evaluation.document();
        let after: Evaluation = evaluation.after(&document.apply(&edit).ok()?);
        let before = evaluation.prediction(model, chosen.place)?;
        let prediction = after.prediction(model, chosen.place)?;
        let loss = |evaluation: &Evaluation| {
            let report = evaluation.report(model)?;
            let mut totals = report.totals().into_iter();
            let loss = totals.find(|quantity| quantity.kind() == QuantityKind::Loss)?;
            Some(Formula::Number(Number::quantity(loss, unit)))
        };
        let (was, is) = (loss(evaluation)?, loss(&after)?);
        let line = |text: &'static str, number: Formula| {
            Line::Text(Prose(vec![
                Piece::Text(text.into()),
                Piece::Formula(Formula::relation(Symbol::Loss.into(), Operator::Equals, number)),
            ]))
        };
        let rate = self.subject.language.number(notation::full(Some(rate)));
        Some(Slide {
            topic: Topic::Step,
            title: self.words.step_title.to_owned(),
            question: Some(self.words.step_question.to_owned()),
            asked: Drawn::Prediction(before, Known::Loss),
            answered: Drawn::Prediction(prediction, Known::Loss),
            symbols: None,
            lines: vec![line(self.words.step_before, was), line(self.words.step_after, is)],
            words: Prose::text(fill(self.words.step, &[("rate", &rate)])),
        })
    }
}

/// A sentence about the target.
fn of_target(sentence: &'static str, target: &Rc<str>) -> Prose {
    let (before, after) = sentence.split_once("{target}").unwrap_or((sentence, ""));
    let word = if after.is_empty() { None } else { Some(Piece::Word(target.clone())) };
    let pieces = [Some(Piece::Text(before.into())), word, Some(Piece::Text(after.into()))];
    Prose(pieces.into_iter().flatten().collect())
}
