//! What one term means for training.

use std::rc::Rc;

use crate::core::{
    math::{self, Candidate, Distribution, Probability},
    messages::{Language, MeaningMessages},
    objective::{Place, Quantity, Term},
};

/// A piece of a sentence: the page sets words and numbers apart from the text around them.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase {
    /// Plain text in the language that was asked for.
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
pub fn term_meaning(
    language: Language,
    place: Place,
    term: &Term,
    prediction: &Distribution,
) -> Vec<Phrase> {
    let facts = Facts { language, place, term, prediction };
    let sentences = facts.sentences();
    let mut phrases = Vec::new();
    if term.probability == Probability::ONE {
        facts.tell(sentences.certain, &mut phrases);
    } else if term.probability == Probability::ZERO {
        facts.tell(sentences.impossible, &mut phrases);
    } else {
        facts.tell(sentences.gives, &mut phrases);
        facts.tell(facts.preference(), &mut phrases);
        // Rounding can leave the other words nothing where the target has not quite everything.
        if facts.others().any(|rival| facts.loses(rival)) {
            facts.tell(sentences.push, &mut phrases);
        }
    }
    phrases
}

/// Probabilities that differ by less than this share of them are the same: what rounding has left of
/// a tie.
const TIE: f64 = 1e-9;
/// Up to so many words are all named.
const ALL_NAMED: usize = 4;
/// Of more, so many at the start.
const FIRST_NAMED: usize = 2;

/// What the sentences are filled with.
struct Facts<'a> {
    language: Language,
    place: Place,
    term: &'a Term,
    prediction: &'a Distribution,
}

impl<'a> Facts<'a> {
    fn sentences(&self) -> &'static MeaningMessages {
        self.language.messages().meaning
    }

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
                let is_level = |rival: &Candidate| rival.word().is_some() && self.is_level(rival);
                return self.list(is_level, self.sentences().others_are_level, phrases);
            }
            "losing" => {
                let others = self.sentences().others_lose;
                return self.list(|rival| self.loses(rival), others, phrases);
            }
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
        let sentences = self.sentences();
        match self.rival() {
            Some(rival) if self.is_level(rival) => sentences.is_undecided,
            Some(rival) if rival.probability > p => sentences.prefers_another,
            Some(_) if unlisted => sentences.prefers_it_of_the_listed,
            Some(_) => sentences.prefers_it,
            None => sentences.names_no_other,
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

    /// Words other than the target as a list: “red”, “blue” and others. Those that are left out of a
    /// long list are others, too.
    fn list(
        &self,
        listed: impl Fn(&Candidate) -> bool,
        others: &'static str,
        phrases: &mut Vec<Phrase>,
    ) {
        let common = self.language.messages().common;
        let (open, close) = common.quoted.split_once("{word}").unwrap_or_default();
        let mut rows: Vec<Option<&Rc<str>>> =
            self.others().filter(|&candidate| listed(candidate)).map(Candidate::word).collect();
        if rows.len() > ALL_NAMED {
            rows.truncate(FIRST_NAMED);
            rows.push(None);
        }
        for (index, &row) in rows.iter().enumerate() {
            if index > 0 {
                let is_last = index + 1 == rows.len();
                phrases.push(Phrase::Text(if is_last {
                    common.list_and
                } else {
                    common.list_comma
                }));
            }
            match row {
                Some(word) => {
                    phrases.extend([Phrase::Text(open), named(word), Phrase::Text(close)]);
                }
                None => phrases.push(Phrase::Text(others)),
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
