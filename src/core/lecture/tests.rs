//! Facts about lectures.

use super::*;
use crate::core::{
    document::{Document, Edit, Preset},
    objective::Place,
    predict::Source,
    text::{Corruption, Position},
};

fn place(sentence: usize, position: u32) -> Place {
    Place { sentence, position: Position::new(position).unwrap() }
}

/// The slides of a document, looked at its first term.
fn lecture(document: &Document, language: Language) -> Vec<Slide> {
    let evaluation = Evaluation::of(document);
    let model = ModelId::default();
    let report = evaluation.report(model).unwrap();
    let chosen = report.numbered_from(0).next();
    let (unit, reduction) = (Unit::Nats, Reduction::default());
    let evaluation = &evaluation;
    slides(&Subject { evaluation, model, chosen, unit, reduction, rate: 1.0, language })
}

fn topics(slides: &[Slide]) -> Vec<Topic> {
    slides.iter().map(|slide| slide.topic).collect()
}

fn slide(slides: &[Slide], topic: Topic) -> &Slide {
    slides.iter().find(|slide| slide.topic == topic).unwrap()
}

fn answer(slide: &Slide) -> String {
    let lines = slide.lines.iter().map(|line| match line {
        Line::Equation(equation) => equation.formula().to_plain(Language::English),
        Line::Text(text) => text.to_plain(Language::English),
    });
    let words = slide.words.to_plain(Language::English);
    lines.chain([words]).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_course_item_is_taught_from_its_sentence_to_a_step() {
    let slides = lecture(&Document::course_item(), Language::English);
    let all = Topic::ALL.iter().copied();
    // One sentence has no inner sum beside the outer one.
    assert_eq!(topics(&slides), all.filter(|it| *it != Topic::InnerSums).collect::<Vec<_>>());
    for (topic, says) in [
        (Topic::Selection, "A(x) = {3}"),
        (Topic::Input, "One token is selected: “brown” at position 3"),
        (Topic::Target, "Pr(brown | x̄) = 0.700\nOnly that of “brown”, the token"),
        (Topic::Term, "log 0.700 = −0.3567"),
        (Topic::Objective, "J = "),
        (Topic::Loss, "L = −(−0.3567) = 0.3567"),
        (Topic::Mean, "0.3567 / 1 = 0.3567"),
        (Topic::Perplexity, "e^0.3567 = 1.4286"),
        (Topic::Gradient, "moves probability from “red” and “lazy” to “brown”"),
        (Topic::Step, "before: L = 0.3567\nafter: L = 0."),
    ] {
        let said = answer(slide(&slides, topic));
        assert!(said.contains(says), "{topic:?}: {said}");
    }
}

#[test]
fn no_answer_is_seen_with_its_question() {
    for &language in Language::ALL {
        for preset in Preset::ALL {
            for slide in lecture(&preset.document(), language) {
                let Some(question) = &slide.question else { continue };
                let told = !slide.lines.is_empty() || !slide.words.is_empty();
                assert!(told, "{}: {:?} has an answer", preset.name, slide.topic);
                assert!(question.ends_with('?'), "{question}");
                let Drawn::Prediction(_, known) = slide.asked else { continue };
                let told = match slide.topic {
                    topic if topic <= Topic::Target => Known::Words,
                    Topic::Term => Known::Target,
                    _ => Known::Loss,
                };
                assert!(known <= told, "{:?} tells {known:?}", slide.topic);
            }
        }
    }
}

#[test]
fn steps_come_in_their_order_and_each_once() {
    for preset in Preset::ALL {
        let topics = topics(&lecture(&preset.document(), Language::English));
        assert!(topics.is_sorted_by(|one, next| one < next), "{}: {topics:?}", preset.name);
    }
}

#[test]
fn several_sentences_have_inner_sums() {
    let document = Document::course_item()
        .apply(&Edit::InsertText { at: 1, text: "A dog barks.".into() })
        .and_then(|it| it.apply(&Edit::Select { place: place(1, 2), corruption: Corruption::Kept }))
        .unwrap();
    let slides = lecture(&document, Language::English);
    assert!(answer(slide(&slides, Topic::InnerSums)).contains("log Pr"), "{slides:?}");
    assert_eq!(slide(&slides, Topic::Sentence).title, "The dataset D");
}

#[test]
fn a_step_lowers_the_loss() {
    let document = Document::course_item();
    let slides = lecture(&document, Language::English);
    let probability = |drawn: &Drawn| match drawn {
        Drawn::Prediction(prediction, Known::Loss) => {
            prediction.candidates()[0].probability.value()
        }
        other => panic!("{other:?}"),
    };
    let step = slide(&slides, Topic::Step);
    assert_eq!(probability(&step.asked), 0.7);
    assert!(probability(&step.answered) > 0.7);
}

#[test]
fn what_there_is_nothing_of_is_no_slide() {
    let nothing = Document::default().apply(&Edit::SetText("A dog barks.".into())).unwrap();
    let slides = lecture(&nothing, Language::English);
    let expected = [
        Topic::Sentence,
        Topic::Selection,
        Topic::Objective,
        Topic::Loss,
        Topic::Mean,
        Topic::Perplexity,
    ];
    assert_eq!(topics(&slides), expected);
    assert!(answer(slide(&slides, Topic::Selection)).contains("A(x) = ∅"));
    // A target that is not among the listed words has no logit, and cannot be trained.
    let counted = Preset::named("neighbours").unwrap().document();
    assert!(counted.models().iter().any(|model| model.source() != Source::ByHand));
    assert!(!lecture(&counted, Language::English).is_empty());
}

#[test]
fn few_sentences_are_shown_and_the_one_that_is_looked_at_always() {
    let mut document =
        Document::default().apply(&Edit::SetText("One. Two. Three. Four. Five.".into())).unwrap();
    document = document.apply(&Edit::ToggleMask(place(4, 1))).unwrap();
    let evaluation = Evaluation::of(&document);
    let model = ModelId::default();
    let subject = |chosen| Subject {
        evaluation: &evaluation,
        model,
        chosen,
        unit: Unit::Nats,
        reduction: Reduction::default(),
        rate: 1.0,
        language: Language::English,
    };
    let chosen = evaluation.report(model).unwrap().numbered_from(0).next();
    assert_eq!(sentences(&subject(chosen)), (vec![0, 1, 4], 2));
    assert_eq!(sentences(&subject(None)), (vec![0, 1, 4], 2));
}
