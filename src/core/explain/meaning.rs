//! What one term means for training.

use std::rc::Rc;

use crate::core::{
    math::{Candidate, Distribution, Probability},
    objective::{Place, Quantity, Term},
};

/// A piece of a sentence: the page sets words and numbers apart from the text around them.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase {
    /// Plain text.
    Text(&'static str),
    /// A word of the person's text.
    Word(Rc<str>),
    /// A number with its name.
    Quantity(Quantity),
}

/// Says what a term adds, how far that is from the best, and which way a training step pushes.
/// The prediction is the one from which the term was taken.
pub fn term_meaning(place: Place, term: &Term, prediction: &Distribution) -> Vec<Phrase> {
    use Phrase::{Quantity as Number, Text, Word};
    let target = || Word(term.target.clone());
    let adds = Number(Quantity::log_prob(place, term));
    if term.probability == Probability::ONE {
        return vec![
            Text("The model is certain of the right word, "),
            target(),
            Text(". This adds "),
            adds,
            Text(" to the objective, the best a term can add: here is nothing left to learn."),
        ];
    }
    if term.probability == Probability::ZERO {
        return vec![
            Text("The model holds the right word, "),
            target(),
            Text(", for impossible. This adds "),
            adds,
            Text(
                " to the objective, which no other term can make good. A trained model never gives \
                 exactly 0: its softmax leaves every word a little.",
            ),
        ];
    }
    let mut phrases = vec![
        Text("The model gives the right word, "),
        target(),
        Text(", a probability of "),
        Number(Quantity::probability(place, term)),
        Text(". This adds "),
        adds,
        Text(" to the objective; the best a term can add is 0. "),
    ];
    phrases.extend(preference(term, prediction));
    phrases.extend(push(term, prediction));
    phrases
}

/// Whether the model prefers the target.
fn preference(term: &Term, prediction: &Distribution) -> Vec<Phrase> {
    use Phrase::{Quantity as Number, Text, Word};
    let rival = rivals(term, prediction)
        .max_by(|a, b| a.probability.value().total_cmp(&b.probability.value()));
    match rival {
        Some(rival) if rival.probability > term.probability => vec![
            Text("It prefers "),
            Word(rival.word.clone()),
            Text(" ("),
            Number(Quantity::candidate(rival.probability)),
            Text("), but only the right word counts. "),
        ],
        Some(rival) if rival.probability == term.probability => {
            vec![Text("It holds "), Word(rival.word.clone()), Text(" for just as likely. ")]
        }
        _ => vec![
            Text("It already prefers the right word, and gives "),
            Number(Quantity::candidate(Probability::nearest(1.0 - term.probability.value()))),
            Text(" away to others. "),
        ],
    }
}

/// Where a training step moves probability.
fn push(term: &Term, prediction: &Distribution) -> Vec<Phrase> {
    use Phrase::{Text, Word};
    let mut phrases = vec![Text("A training step moves probability from ")];
    let losing: Vec<_> = rivals(term, prediction).collect();
    for (index, candidate) in losing.iter().enumerate() {
        if index > 0 {
            phrases.push(Text(if index + 1 == losing.len() { " and " } else { ", " }));
        }
        phrases.push(Word(candidate.word.clone()));
    }
    phrases.extend([Text(" to "), Word(term.target.clone()), Text(".")]);
    phrases
}

/// The words, other than the target, that have something to lose.
fn rivals<'a>(term: &'a Term, prediction: &'a Distribution) -> impl Iterator<Item = &'a Candidate> {
    prediction
        .candidates()
        .iter()
        .filter(|c| c.word != term.target && c.probability > Probability::ZERO)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::core::document::{Document, Edit};

    fn read(document: &Document) -> String {
        let report = document.report();
        let (place, term) = report.terms().next().unwrap();
        term_meaning(place, term, document.prediction(place).unwrap())
            .iter()
            .map(|phrase| match phrase {
                Phrase::Text(text) => (*text).to_owned(),
                Phrase::Word(word) => word.to_string(),
                Phrase::Quantity(quantity) => quantity.shown(),
            })
            .collect()
    }

    fn course_item_with(word: &str, probability: f64) -> String {
        let document = Document::course_item();
        let place = document.report().terms().next().unwrap().0;
        let probability = Probability::new(probability).unwrap();
        let edit = Edit::SetProbability { place, word: word.into(), probability };
        read(&document.apply(&edit).unwrap())
    }

    #[test]
    fn the_course_item_reads_as_an_instructor_would_say_it() {
        assert_eq!(
            read(&Document::course_item()),
            "The model gives the right word, brown, a probability of 0.700. This adds −0.3567 to \
             the objective; the best a term can add is 0. It already prefers the right word, and \
             gives 0.300 away to others. A training step moves probability from red and lazy to \
             brown."
        );
    }

    #[test]
    fn a_preferred_rival_is_named_but_does_not_count() {
        let text = course_item_with("red", 0.9);
        assert!(text.contains("It prefers red (0.900), but only the right word counts."), "{text}");
    }

    #[test]
    fn a_word_without_probability_has_nothing_to_give() {
        // Red and brown share all of it: lazy is at 0 and is not named.
        let text = course_item_with("lazy", 0.0);
        assert!(text.ends_with("moves probability from red to brown."), "{text}");
    }

    #[test]
    fn certainty_and_impossibility_have_words_of_their_own() {
        assert!(course_item_with("brown", 1.0).contains("This adds 0.0000 to the objective"));
        assert!(course_item_with("brown", 0.0).contains("This adds −∞ to the objective"));
    }
}
