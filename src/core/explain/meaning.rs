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
        // Rounding can leave the other words nothing where the target has not quite everything.
        if facts.others().any(|rival| facts.loses(rival)) {
            facts.tell(PUSH, &mut phrases);
        }
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
const PREFERS_IT_OF_THE_LISTED: &str = "Of the listed words it prefers the right one, and gives {rest} \
    away to others. ";
const PUSH: &str = "A training step moves probability from {losing} to “{target}”.";

/// Probabilities that differ by less than this share of them are the same: what rounding has left of
/// a tie.
const TIE: f64 = 1e-9;
/// Up to so many words are all named.
const ALL_NAMED: usize = 4;
/// Of more, so many at the start.
const FIRST_NAMED: usize = 2;

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
        let p = self.term.probability;
        // One of the words that are not listed may have all that they have together.
        let is_listed = |rival: &Candidate| rival.word().is_some();
        let unlisted = self.others().any(|rival| !is_listed(rival) && rival.probability > p);
        match self.rival() {
            Some(rival) if self.is_level(rival) => IS_UNDECIDED,
            Some(rival) if rival.probability > p => PREFERS_ANOTHER,
            Some(_) if unlisted => PREFERS_IT_OF_THE_LISTED,
            Some(_) => PREFERS_IT,
            None => NAMES_NO_OTHER,
        }
    }

    fn is_level(&self, rival: &Candidate) -> bool {
        are_level(self.term.probability, rival.probability)
    }

    /// Whether a small step down the gradient p − y takes probability from a word. A weak one beside
    /// a strong rival gains: the rival's loss is shared by all. What is not listed is taken for many
    /// words of next to nothing.
    fn loses(&self, rival: &Candidate) -> bool {
        // A step changes log pₖ by −η((pₖ − yₖ) − Σⱼ pⱼ(pⱼ − yⱼ)).
        let listed = self.prediction.candidates().iter().filter(|c| c.word().is_some());
        let squares = listed.map(|c| c.probability.value().powi(2));
        let mean_slope = math::sum(squares) - self.term.probability.value();
        let loses = match rival.word() {
            None => mean_slope < 0.0,
            // The strongest rival loses, whatever rounding makes of the squares.
            Some(_) => {
                rival.probability.value() > mean_slope
                    || self.rival().is_some_and(|most| rival.probability >= most.probability)
            }
        };
        loses && rival.probability > Probability::ZERO
    }

    /// The most probable word other than the target. The row of all other words is none: each of
    /// them may have next to nothing.
    fn rival(&self) -> Option<&'a Candidate> {
        // The first of equal ones.
        self.others()
            .filter(|rival| rival.word().is_some())
            .rev()
            .max_by(|a, b| a.probability.value().total_cmp(&b.probability.value()))
    }

    fn others(&self) -> impl DoubleEndedIterator<Item = &'a Candidate> {
        let target = &self.term.target;
        self.prediction
            .candidates()
            .iter()
            .filter(move |candidate| candidate.word() != Some(target))
    }

    /// Words other than the target as a list: “red”, “blue” and other words. Those that are left out
    /// of a long list are other words, too.
    fn list(&self, listed: impl Fn(&Candidate) -> bool, phrases: &mut Vec<Phrase>) {
        let mut rows: Vec<Option<&Rc<str>>> =
            self.others().filter(|&candidate| listed(candidate)).map(Candidate::word).collect();
        if rows.len() > ALL_NAMED {
            rows.truncate(FIRST_NAMED);
            rows.push(None);
        }
        for (index, &row) in rows.iter().enumerate() {
            if index > 0 {
                phrases.push(Phrase::Text(if index + 1 == rows.len() { " and " } else { ", " }));
            }
            match row {
                Some(word) => {
                    phrases.extend([Phrase::Text("“"), named(word), Phrase::Text("”")]);
                }
                None => phrases.push(Phrase::Text("other words")),
            }
        }
    }
}

/// Whether two probabilities are the same, as far as rounding leaves such.
pub(super) fn are_level(p: Probability, q: Probability) -> bool {
    let (p, q) = (p.value(), q.value());
    (p - q).abs() <= TIE * p.max(q)
}

fn named(word: &Rc<str>) -> Phrase {
    Phrase::Word(word.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{Document, Edit, ModelId},
        math::Row,
    };

    fn read(document: &Document) -> String {
        let report = document.report();
        let (place, term) = report.terms().next().unwrap();
        written(&term_meaning(place, term, &document.prediction(place).unwrap()))
    }

    fn written(phrases: &[Phrase]) -> String {
        let phrase = |phrase: &Phrase| match phrase {
            Phrase::Text(text) => (*text).to_owned(),
            Phrase::Target(word) | Phrase::Word(word) => word.to_string(),
            Phrase::Quantity(quantity) => quantity.shown(),
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
        written(&term_meaning(place, &term, &prediction))
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
        let listed =
            "Of the listed words it prefers the right one, and gives 0.700 away to others.";
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
        for sentence in [
            CERTAIN,
            IMPOSSIBLE,
            GIVES,
            PREFERS_ANOTHER,
            PREFERS_IT,
            PREFERS_IT_OF_THE_LISTED,
            PUSH,
        ] {
            for name in sentence.split(['{', '}']).skip(1).step_by(2) {
                let mut phrases = Vec::new();
                facts.fill(name, &mut phrases);
                assert!(!phrases.is_empty(), "{{{name}}}");
            }
        }
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
            let facts = Facts { place, term, prediction: &prediction };
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
