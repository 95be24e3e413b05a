//! What is said of a term, as a reader meets it.

use super::*;
use crate::core::{
    document::{Document, Edit, ModelId},
    math::Row,
};

fn read(document: &Document) -> String {
    let report = document.report();
    let (place, term) = report.terms().next().unwrap();
    written(&term_meaning(Language::English, place, term, &document.prediction(place).unwrap()))
}

fn written(phrases: &[Phrase]) -> String {
    let phrase = |phrase: &Phrase| match phrase {
        Phrase::Text(text) => (*text).to_owned(),
        Phrase::Target(word) | Phrase::Word(word) => word.to_string(),
        Phrase::Quantity(quantity) => quantity.shown(Language::English),
    };
    phrases.iter().map(phrase).collect()
}

fn course_item_with(word: &str, probability: f64) -> String {
    let document = Document::course_item();
    let place = document.report().terms().next().unwrap().0;
    let probability = Probability::new(probability).unwrap();
    let edit = Edit::set_probability(ModelId::default(), place, word, probability);
    read(&document.apply(&edit).unwrap())
}

#[test]
fn the_course_item_reads_as_an_instructor_would_say_it() {
    assert_eq!(
        read(&Document::course_item()),
        "The model gives the right word, “brown”, a probability of 0.700. This adds −0.3567 \
         to the objective; the best a term can add is 0. It already prefers the right word, \
         and gives 0.300 away to others. A training step moves probability from “red” and \
         “lazy” to “brown”."
    );
}

/// What is said of the target “cat” with the given rows.
fn of_cat(rows: &[(&str, f64)]) -> String {
    let row = |&(word, p): &(&str, f64)| {
        let row = if word.is_empty() { Row::Others } else { Row::Word(word.into()) };
        (row, p, false)
    };
    let prediction = Distribution::from_rows(rows.iter().map(row)).unwrap();
    let place = Place { sentence: 0, position: crate::core::text::Position::FIRST };
    let term = Term::new(place.position, "cat".into(), prediction.probability_of("cat"));
    written(&term_meaning(Language::English, place, &term, &prediction))
}

const OTHERS: &str = "";

#[test]
fn the_words_that_are_not_listed_lose_as_many_weak_words_do() {
    let text = of_cat(&[("cat", 0.3), ("ran", 0.2), (".", 0.1), (OTHERS, 0.4)]);
    assert!(text.ends_with("from “ran”, “.” and other words to “cat”."), "{text}");
    // A strong rival's loss is shared by all that are weak.
    let text = of_cat(&[("cat", 0.1), ("ran", 0.6), (".", 0.1), (OTHERS, 0.2)]);
    assert!(text.ends_with("from “ran” to “cat”."), "{text}");
    let text = of_cat(&[("cat", 0.3), (OTHERS, 0.7)]);
    assert!(text.ends_with("from other words to “cat”."), "{text}");
    let text = of_cat(&[("cat", 0.3), ("ran", 0.7), (OTHERS, 0.0)]);
    assert!(text.ends_with("from “ran” to “cat”."), "{text}");
}

#[test]
fn the_row_of_all_other_words_is_no_rival_but_may_hide_one() {
    let text = of_cat(&[("cat", 0.5), ("ran", 0.1), (OTHERS, 0.4)]);
    assert!(text.contains("It already prefers the right word, and gives 0.500"), "{text}");
    let text = of_cat(&[("cat", 0.3), ("ran", 0.1), (OTHERS, 0.6)]);
    let listed = "Of the listed words it prefers the right one, and gives 0.700 away to others.";
    assert!(text.contains(listed), "{text}");
    let text = of_cat(&[("cat", 0.3), (OTHERS, 0.7)]);
    assert!(text.contains("It gives 0.700 away to other words."), "{text}");
}

#[test]
fn there_is_always_a_word_that_loses() {
    // The squares add up to 1, and so do they without 1e-17.
    let text = of_cat(&[("cat", 1e-17), ("dog", 1.0)]);
    assert!(text.ends_with("moves probability from “dog” to “cat”."), "{text}");
    let text = of_cat(&[("cat", 1e-17), ("dog", 1.0), ("cow", 1e-18), (OTHERS, 1e-18)]);
    assert!(text.ends_with("moves probability from “dog” to “cat”."), "{text}");
    // Without any other, there is no such sentence.
    let text = of_cat(&[("cat", 1.0_f64.next_down()), ("dog", 0.0)]);
    assert!(!text.contains("training step"), "{text}");
}

#[test]
fn a_long_list_names_its_first_words() {
    let words: Vec<String> = (1..60).map(|number| format!("w{number}")).collect();
    let mut rows = vec![("cat", 1.0 / 60.0)];
    rows.extend(words.iter().map(|word| (&**word, 1.0 / 60.0)));
    let text = of_cat(&rows);
    assert!(text.contains("It finds “w1”, “w2” and other words just as likely."), "{text}");
    assert!(text.ends_with("from “w1”, “w2” and other words to “cat”."), "{text}");
}

#[test]
fn of_level_rivals_the_first_is_named() {
    let text = of_cat(&[("cat", 0.2), ("ran", 0.4), ("sat", 0.4)]);
    assert!(text.contains("It prefers “ran” (0.400)"), "{text}");
}

#[test]
fn small_probabilities_are_no_tie_because_they_are_small() {
    let text = of_cat(&[("cat", 1e-12), ("dog", 5e-10), (OTHERS, 1.0 - 5.01e-10)]);
    assert!(text.contains("It prefers “dog” (<0.001), but only the right word"), "{text}");
    let text = of_cat(&[("cat", 1e-12), ("dog", 1e-12), (OTHERS, 1.0 - 2e-12)]);
    assert!(text.contains("It finds “dog” just as likely."), "{text}");
}

#[test]
fn a_preferred_rival_is_named_but_does_not_count() {
    let text = course_item_with("red", 0.9);
    assert!(text.contains("It prefers “red” (0.900), but only the right word counts."), "{text}");
}

#[test]
fn words_that_are_level_with_the_target_are_named() {
    let place = Place { sentence: 0, position: crate::core::text::Position::FIRST };
    let document = Document::course_item().apply(&Edit::ToggleMask(place)).unwrap();
    let text = read(&document);
    assert!(text.contains("It finds “quick”, “brown” and “fox” just as likely."), "{text}");
}

#[test]
fn a_word_without_probability_has_nothing_to_give() {
    // Red and brown share all of it: lazy is at 0 and is not named.
    let text = course_item_with("lazy", 0.0);
    assert!(text.ends_with("moves probability from “red” to “brown”."), "{text}");
}

#[test]
fn certainty_and_impossibility_have_words_of_their_own() {
    assert!(course_item_with("brown", 1.0).contains("This adds 0.0000 to the objective"));
    assert!(course_item_with("brown", 0.0).contains("This adds −∞ to the objective"));
}

#[test]
fn a_tie_that_rounding_has_split_is_a_tie() {
    // 0.4 leaves red 0.39999999999999997.
    let text = course_item_with("brown", 0.4);
    assert!(text.contains("It finds “red” just as likely."), "{text}");
}

#[test]
fn every_name_in_a_sentence_is_filled() {
    let document = Document::course_item();
    let report = document.report();
    let (place, term) = report.terms().next().unwrap();
    let prediction = document.prediction(place).unwrap();
    for &language in Language::ALL {
        let facts = Facts { language, place, term, prediction: &prediction };
        let MeaningMessages {
            certain,
            impossible,
            gives,
            prefers_another,
            is_undecided: _,
            names_no_other,
            prefers_it,
            prefers_it_of_the_listed,
            push,
            ..
        } = facts.sentences();
        let sentences = [certain, impossible, gives, prefers_another, names_no_other, prefers_it];
        for sentence in sentences.into_iter().chain([prefers_it_of_the_listed, push]) {
            for name in sentence.split(['{', '}']).skip(1).step_by(2) {
                let mut phrases = Vec::new();
                facts.fill(name, &mut phrases);
                assert!(!phrases.is_empty(), "{{{name}}}");
            }
        }
    }
}

#[test]
fn the_course_item_reads_in_german_as_an_instructor_would_say_it() {
    let document = Document::course_item();
    let report = document.report();
    let (place, term) = report.terms().next().unwrap();
    let meaning = term_meaning(Language::German, place, term, &document.prediction(place).unwrap());
    let words = meaning.iter().map(|phrase| match phrase {
        Phrase::Text(text) => (*text).to_owned(),
        Phrase::Target(word) | Phrase::Word(word) => word.to_string(),
        Phrase::Quantity(quantity) => quantity.shown(Language::German),
    });
    assert_eq!(
        words.collect::<String>(),
        "Das Modell gibt dem richtigen Wort, „brown“, die Wahrscheinlichkeit 0,700. Das trägt \
         −0,3567 zur Zielfunktion bei; im besten Fall trägt ein Term 0 bei. Es bevorzugt bereits das \
         richtige Wort und gibt 0,300 an andere ab. Ein Trainingsschritt verschiebt \
         Wahrscheinlichkeit von „red“ und „lazy“ zu „brown“."
    );
}

proptest::proptest! {
    #[test]
    fn of_a_large_vocabulary_too_the_named_words_lose(
        weights in proptest::collection::vec(0.001..1.0_f64, 2..6),
        rest in 0.001..0.9_f64,
    ) {
        // The words that are not listed are many, and have the rest in equal parts.
        const MANY: f64 = 30_000.0;
        let all: f64 = weights.iter().sum();
        let p: Vec<f64> = weights.iter().map(|weight| weight / all * (1.0 - rest)).collect();
        let squares = p.iter().map(|p| p * p).sum::<f64>() + rest * rest / MANY;
        let slope = squares - p[0];
        let rows = (0..p.len()).map(|word| (Row::Word(word.to_string().into()), p[word], false));
        let rows = rows.chain([(Row::Others, rest, false)]);
        let prediction = Distribution::from_rows(rows).unwrap();
        let place = Place { sentence: 0, position: crate::core::text::Position::FIRST };
        let term = &Term::new(place.position, "0".into(), prediction.probability_of("0"));
        let facts = Facts { language: Language::English, place, term, prediction: &prediction };
        for (candidate, p) in prediction.candidates().iter().zip(&p).skip(1) {
            if (p - slope).abs() > 1.0 / MANY {
                proptest::prop_assert_eq!(facts.loses(candidate), *p > slope);
            }
        }
        if (rest / MANY - slope).abs() > 1.0 / MANY {
            let others = prediction.candidates().last().unwrap();
            proptest::prop_assert_eq!(facts.loses(others), rest / MANY > slope);
        }
    }

    #[test]
    fn the_named_words_lose_in_a_small_step_and_no_others(
        z in proptest::collection::vec(-4.0..4.0_f64, 2..7),
    ) {
        let p = math::softmax(&z, 1.0).unwrap();
        let y = math::smoothed_target(0, p.len(), 0.0);
        let after = math::softmax(&math::step(&z, &y, 1e-5).unwrap(), 1.0).unwrap();
        let words = (0..p.len()).map(|word| word.to_string().into());
        let prediction = Distribution::new(words.zip(p.iter().copied())).unwrap();
        let place = Place { sentence: 0, position: crate::core::text::Position::FIRST };
        let term = &Term::new(place.position, "0".into(), prediction.probability_of("0"));
        let facts = Facts { language: Language::English, place, term, prediction: &prediction };
        for (index, candidate) in prediction.candidates().iter().enumerate().skip(1) {
            let change = after[index] - p[index];
            // At the border between losing and gaining, a step of any size decides.
            if change.abs() > 1e-9 {
                proptest::prop_assert_eq!(facts.loses(candidate), change < 0.0);
            }
        }
    }
}
