//! Where a lecture is.

use super::{Slide, Topic};

/// The slide that is seen, and whether its answer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Counted from 0.
    pub slide: usize,
    /// Whether the answer is seen, too.
    pub is_answered: bool,
}

impl Pace {
    /// The beginning, at a topic or, where there is no such slide, at the next one.
    pub fn at(topic: Topic, slides: &[Slide]) -> Self {
        let slide = slides.iter().position(|slide| slide.topic >= topic);
        Self { slide: slide.unwrap_or_default(), is_answered: false }
    }

    /// The end, with its answer.
    pub fn last(slides: &[Slide]) -> Self {
        Self { slide: slides.len().saturating_sub(1), is_answered: true }
    }

    /// One press further: to the answer, or to the next slide. `None` behind the last.
    #[must_use]
    pub fn next(self, slides: &[Slide]) -> Option<Self> {
        if self.asks(slides) {
            return Some(Self { is_answered: true, ..self });
        }
        let slide = self.slide + 1;
        (slide < slides.len()).then_some(Self { slide, is_answered: false })
    }

    /// One press back. `None` before the first.
    #[must_use]
    pub fn previous(self, slides: &[Slide]) -> Option<Self> {
        let has_question = slides.get(self.slide).is_some_and(|slide| slide.question.is_some());
        if has_question && self.is_answered {
            return Some(Self { is_answered: false, ..self });
        }
        Some(Self { slide: self.slide.checked_sub(1)?, is_answered: true })
    }

    /// Whether there is an answer that is not seen yet.
    pub fn asks(self, slides: &[Slide]) -> bool {
        !self.is_answered && slides.get(self.slide).is_some_and(|slide| slide.question.is_some())
    }

    /// The same place where the document has changed, and may have fewer slides.
    #[must_use]
    pub fn within(self, slides: &[Slide]) -> Self {
        Self { slide: self.slide.min(slides.len().saturating_sub(1)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{Document, Evaluation, ModelId},
        lecture::{Subject, slides},
        math::Unit,
        messages::Language,
        objective::Reduction,
    };

    fn course() -> Vec<Slide> {
        let evaluation = Evaluation::of(&Document::course_item());
        let model = ModelId::default();
        slides(&Subject {
            evaluation: &evaluation,
            model,
            chosen: evaluation.report(model).unwrap().numbered_from(0).next(),
            unit: Unit::Nats,
            reduction: Reduction::default(),
            rate: 1.0,
            language: Language::English,
        })
    }

    #[test]
    fn each_press_shows_one_thing_more_and_the_way_back_is_the_same() {
        let slides = course();
        let mut way = vec![Pace::default()];
        while let Some(next) = way.last().unwrap().next(&slides) {
            way.push(next);
        }
        let questions = slides.iter().filter(|slide| slide.question.is_some()).count();
        assert_eq!(way.len(), slides.len() + questions);
        assert_eq!(way.last().unwrap().slide, slides.len() - 1);
        let mut back = vec![Pace::last(&slides)];
        while let Some(previous) = back.last().unwrap().previous(&slides) {
            back.push(previous);
        }
        back.reverse();
        let seen = |pace: &Pace| (pace.slide, pace.asks(&slides));
        assert_eq!(
            way.iter().map(seen).collect::<Vec<_>>(),
            back.iter().map(seen).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_lecture_begins_where_it_is_asked_to_or_behind_it() {
        let slides = course();
        let topic = |wanted| slides[Pace::at(wanted, &slides).slide].topic;
        assert_eq!(topic(Topic::Term), Topic::Term);
        // There is one sentence.
        assert_eq!(topic(Topic::InnerSums), Topic::Objective);
        assert_eq!(Pace::at(Topic::Step, &slides[..2]).slide, 0);
        let far = Pace { slide: 99, is_answered: true };
        assert_eq!(far.within(&slides).slide, slides.len() - 1);
        assert_eq!(far.within(&[]).next(&[]), None);
    }
}
