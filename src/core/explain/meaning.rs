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
mod tests;
