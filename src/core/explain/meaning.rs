//! What one term means for training.

use std::rc::Rc;

use crate::core::{
    math::{self, Candidate, Distribution, Probability},
    objective::{Place, Quantity, Term},
};

/// A piece of a sentence: the page sets words and numbers apart from the text around them.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase {
    /// Plain text.
    Text(&'static str),
    /// The true word at the position.
    Target(Rc<str>),
    /// Another word.
    Word(Rc<str>),
    /// A number with its name.
    Quantity(Quantity),
}

/// Says what a term adds, how far that is from the best, and which way a training step pushes.
/// The prediction is the one from which the term was taken.
pub fn term_meaning(place: Place, term: &Term, prediction: &Distribution) -> Vec<Phrase> {
    let facts = Facts { place, term, prediction };
    let mut phrases = Vec::new();
    if term.probability == Probability::ONE {
        facts.tell(CERTAIN, &mut phrases);
    } else if term.probability == Probability::ZERO {
        facts.tell(IMPOSSIBLE, &mut phrases);
    } else {
        facts.tell(GIVES, &mut phrases);
        facts.tell(facts.preference(), &mut phrases);
        facts.tell(PUSH, &mut phrases);
    }
    phrases
}

const CERTAIN: &str = "The model is certain of the right word, “{target}”. This adds {term} to the \
    objective, the best a term can add: there is nothing left to learn here.";
const IMPOSSIBLE: &str = "The model considers the right word, “{target}”, impossible. This adds \
    {term} to the objective, and no other term can make up for it. A trained model never gives \
    exactly 0: its softmax leaves every word a little.";
const GIVES: &str = "The model gives the right word, “{target}”, a probability of {p}. This adds \
    {term} to the objective; the best a term can add is 0. ";
const PREFERS_ANOTHER: &str = "It prefers “{rival}” ({rival p}), but only the right word counts. ";
const IS_UNDECIDED: &str = "It finds {level} just as likely. ";
const NAMES_NO_OTHER: &str = "It gives {rest} away to other words. ";
const PREFERS_IT: &str = "It already prefers the right word, and gives {rest} away to others. ";
const PUSH: &str = "A training step moves probability from {losing} to “{target}”.";

/// Probabilities that are closer than this are the same: what rounding has left of a tie.
const TIE: f64 = 1e-9;

/// What the sentences are filled with.
struct Facts<'a> {
    place: Place,
    term: &'a Term,
    prediction: &'a Distribution,
}

impl<'a> Facts<'a> {
    /// Adds a sentence, with the facts in place of the names in braces.
    fn tell(&self, sentence: &'static str, phrases: &mut Vec<Phrase>) {
        let mut is_name = false;
        for part in sentence.split(['{', '}']) {
            if is_name {
                self.fill(part, phrases);
            } else {
                phrases.push(Phrase::Text(part));
            }
            is_name = !is_name;
        }
    }

    fn fill(&self, name: &str, phrases: &mut Vec<Phrase>) {
        let p = self.term.probability;
        let quantity = match name {
            "target" => return phrases.push(Phrase::Target(self.term.target.clone())),
            "level" => {
                return self.list(|rival| rival.word().is_some() && self.is_level(rival), phrases);
            }
            "losing" => return self.list(|rival| self.loses(rival), phrases),
            "rival" => {
                return phrases.extend(self.rival().and_then(Candidate::word).map(named));
            }
            "rival p" => self.rival().map(|rival| Quantity::candidate(rival.probability)),
            "rest" => Some(Quantity::candidate(Probability::nearest(1.0 - p.value()))),
            "term" => Some(Quantity::log_prob(self.place, self.term)),
            "p" => Some(Quantity::probability(self.place, self.term)),
            _ => None,
        };
        phrases.extend(quantity.map(Phrase::Quantity));
    }

    /// Whether the model prefers the target.
    fn preference(&self) -> &'static str {
        match self.rival() {
            Some(rival) if self.is_level(rival) => IS_UNDECIDED,
            Some(rival) if rival.probability > self.term.probability => PREFERS_ANOTHER,
            Some(_) => PREFERS_IT,
            None => NAMES_NO_OTHER,
        }
    }

    fn is_level(&self, rival: &Candidate) -> bool {
        (rival.probability.value() - self.term.probability.value()).abs() < TIE
    }

    /// Whether a small step down the gradient p − y takes probability from a word. A weak one beside
    /// a strong rival gains: the rival's loss is shared by all.
    fn loses(&self, rival: &Candidate) -> bool {
        // A step changes log pₖ by −η((pₖ − yₖ) − Σⱼ pⱼ(pⱼ − yⱼ)).
        let squares = self.prediction.candidates().iter().map(|c| c.probability.value().powi(2));
        let mean_slope = math::sum(squares) - self.term.probability.value();
        rival.probability > Probability::ZERO && rival.probability.value() > mean_slope
    }

    /// The most probable word other than the target. The row of all other words is none: each of
    /// them may have next to nothing.
    fn rival(&self) -> Option<&'a Candidate> {
        self.others()
            .filter(|rival| rival.word().is_some())
            .max_by(|a, b| a.probability.value().total_cmp(&b.probability.value()))
    }

    fn others(&self) -> impl Iterator<Item = &'a Candidate> {
        let target = &self.term.target;
        self.prediction
            .candidates()
            .iter()
            .filter(move |candidate| candidate.word() != Some(target))
    }

    /// Words other than the target as a list: “red”, “blue” and other words.
    fn list(&self, listed: impl Fn(&Candidate) -> bool, phrases: &mut Vec<Phrase>) {
        let words: Vec<&Candidate> = self.others().filter(|&candidate| listed(candidate)).collect();
        for (index, candidate) in words.iter().enumerate() {
            if index > 0 {
                phrases.push(Phrase::Text(if index + 1 == words.len() { " and " } else { ", " }));
            }
            match candidate.word() {
                Some(word) => {
                    phrases.extend([Phrase::Text("“"), named(word), Phrase::Text("”")]);
                }
                None => phrases.push(Phrase::Text("other words")),
            }
        }
    }
}

fn named(word: &Rc<str>) -> Phrase {
    Phrase::Word(word.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{Change, Document, Edit, ModelId},
        math::Row,
    };

    fn read(document: &Document) -> String {
        let report = document.report();
        let (place, term) = report.terms().next().unwrap();
        term_meaning(place, term, &document.prediction(place).unwrap())
            .iter()
            .map(|phrase| match phrase {
                Phrase::Text(text) => (*text).to_owned(),
                Phrase::Target(word) | Phrase::Word(word) => word.to_string(),
                Phrase::Quantity(quantity) => quantity.shown(),
            })
            .collect()
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

    #[test]
    fn the_row_of_all_other_words_loses_as_words_do_and_is_no_rival() {
        let mut edited = Document::course_item();
        let place = edited.report().terms().next().unwrap().0;
        let rows = |rows: &[(Row, f64)]| {
            let rows = rows.iter().map(|(row, p)| (row.clone(), *p, false));
            let change = Change::Replace(Rc::new(Distribution::from_rows(rows).unwrap()));
            Edit::Predict { model: ModelId::default(), place, change }
        };
        let [brown, red] = ["brown", "red"].map(|word| Row::Word(word.into()));
        edited =
            edited.apply(&rows(&[(brown.clone(), 0.3), (red, 0.1), (Row::Others, 0.6)])).unwrap();
        let text = read(&edited);
        assert!(text.contains("It already prefers the right word"), "{text}");
        assert!(text.ends_with("from other words to “brown”."), "{text}");

        edited = edited.apply(&rows(&[(brown, 0.3), (Row::Others, 0.7)])).unwrap();
        assert!(read(&edited).contains("It gives 0.700 away to other words."), "{}", read(&edited));
    }

    #[test]
    fn a_preferred_rival_is_named_but_does_not_count() {
        let text = course_item_with("red", 0.9);
        assert!(
            text.contains("It prefers “red” (0.900), but only the right word counts."),
            "{text}"
        );
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
        let facts = Facts { place, term, prediction: &prediction };
        for sentence in [CERTAIN, IMPOSSIBLE, GIVES, PREFERS_ANOTHER, PREFERS_IT, PUSH] {
            for name in sentence.split(['{', '}']).skip(1).step_by(2) {
                let mut phrases = Vec::new();
                facts.fill(name, &mut phrases);
                assert!(!phrases.is_empty(), "{{{name}}}");
            }
        }
    }

    proptest::proptest! {
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
            let facts = Facts { place, term, prediction: &prediction };
            for (index, candidate) in prediction.candidates().iter().enumerate().skip(1) {
                let change = after[index] - p[index];
                // At the border between losing and gaining, a step of any size decides.
                if change.abs() > 1e-9 {
                    proptest::prop_assert_eq!(facts.loses(candidate), change < 0.0);
                }
            }
        }
    }
}
