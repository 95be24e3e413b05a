//! A distribution over candidate words: it stays on the simplex whatever is done to it.

use std::{fmt, rc::Rc};

use super::{Probability, sum};

/// A word that may stand at a masked position, with the probability that the model gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The word, as it is spelled in the text.
    pub word: Rc<str>,
    /// What the model gives it.
    pub probability: Probability,
}

/// What a model predicts at one position: candidate words, each listed once, in the order in
/// which they are shown, with probabilities that sum to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    candidates: Vec<Candidate>,
}

/// How far a given list of probabilities may be from summing to 1: wide enough for numbers
/// written with a few decimals by another program, too narrow for a forgotten row.
const SUM_TOLERANCE: f64 = 1e-6;

impl Distribution {
    /// The given words, each as probable as the others. A word given twice is listed once.
    ///
    /// # Errors
    /// [`DistributionError::Empty`] without a word.
    pub fn evenly(words: impl IntoIterator<Item = Rc<str>>) -> Result<Self, DistributionError> {
        let mut listed: Vec<Rc<str>> = Vec::new();
        for word in words {
            if !listed.contains(&word) {
                listed.push(word);
            }
        }
        let share = 1.0 / listed.len() as f64;
        Self::new(listed.into_iter().map(|word| (word, share)))
    }

    /// The given words with the given probabilities. Where rounding has left them a little beside
    /// 1 (by up to 10⁻⁶), they are rescaled.
    ///
    /// # Errors
    /// Refuses an empty list, a word listed twice, a number that is not a probability, and a sum
    /// that is not 1.
    ///
    /// ```
    /// use masklab::core::math::Distribution;
    /// let course = [("brown", 0.7), ("red", 0.2), ("lazy", 0.1)];
    /// assert!(Distribution::new(course.map(|(word, p)| (word.into(), p))).is_ok());
    /// ```
    pub fn new(
        candidates: impl IntoIterator<Item = (Rc<str>, f64)>,
    ) -> Result<Self, DistributionError> {
        let mut listed: Vec<Candidate> = Vec::new();
        for (word, value) in candidates {
            if listed.iter().any(|candidate| candidate.word == word) {
                return Err(DistributionError::Repeated(word));
            }
            let Ok(probability) = Probability::new(value) else {
                return Err(DistributionError::NotAProbability { word, value });
            };
            listed.push(Candidate { word, probability });
        }
        if listed.is_empty() {
            return Err(DistributionError::Empty);
        }
        let total = total(&listed);
        if (total - 1.0).abs() > SUM_TOLERANCE {
            return Err(DistributionError::Sum(total));
        }
        let mut distribution = Self { candidates: listed };
        if (total - 1.0).abs() > f64::EPSILON {
            for candidate in &mut distribution.candidates {
                candidate.probability = Probability::nearest(candidate.probability.value() / total);
            }
        }
        distribution.settle(None);
        Ok(distribution)
    }

    /// The candidates in the order in which they are shown; at least one.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// What the model gives a word: 0 for a word that is not listed.
    pub fn probability_of(&self, word: &str) -> Probability {
        self.candidates
            .iter()
            .find(|candidate| &*candidate.word == word)
            .map_or(Probability::ZERO, |candidate| candidate.probability)
    }

    /// This distribution with one word's probability set and the others rescaled in proportion.
    /// Where all the others have 0, they share what is left evenly.
    ///
    /// # Errors
    /// Refuses a word that is not listed, and any value but 1 for the only word.
    pub fn with_probability(&self, word: &str, probability: Probability) -> Result<Self, SetError> {
        let Some(moved) = self.candidates.iter().position(|candidate| &*candidate.word == word)
        else {
            return Err(SetError::NotListed(word.into()));
        };
        if self.probability_of(word) == probability {
            return Ok(self.clone());
        }
        let others = self.candidates.len() - 1;
        if others == 0 {
            return Err(SetError::OnlyCandidate(word.into()));
        }
        let held = sum(self.except(moved).map(Probability::value));
        let left = 1.0 - probability.value();
        let mut changed = self.clone();
        for (index, candidate) in changed.candidates.iter_mut().enumerate() {
            candidate.probability = if index == moved {
                probability
            } else if held > 0.0 {
                Probability::nearest(left * (candidate.probability.value() / held))
            } else {
                Probability::nearest(left / others as f64)
            };
        }
        changed.settle(Some(moved));
        Ok(changed)
    }

    /// This distribution with a word spelled otherwise; `None` where the word is not listed or the
    /// new spelling is another candidate's.
    pub fn with_word_renamed(&self, word: &str, new: &Rc<str>) -> Option<Self> {
        if self.candidates.iter().any(|candidate| candidate.word == *new) {
            return None;
        }
        let mut renamed = self.clone();
        let candidate = renamed.candidates.iter_mut().find(|c| &*c.word == word)?;
        candidate.word = new.clone();
        Some(renamed)
    }

    fn except(&self, left_out: usize) -> impl Iterator<Item = Probability> {
        self.candidates
            .iter()
            .enumerate()
            .filter(move |&(index, _)| index != left_out)
            .map(|(_, candidate)| candidate.probability)
    }

    /// Gives what rounding has left over or taken away to the largest candidate, `kept` excepted:
    /// there it is relatively smallest.
    fn settle(&mut self, kept: Option<usize>) {
        let residue = 1.0 - total(&self.candidates);
        let largest = self
            .candidates
            .iter_mut()
            .enumerate()
            .filter(|&(index, _)| Some(index) != kept)
            .max_by(|(_, a), (_, b)| a.probability.value().total_cmp(&b.probability.value()));
        if let Some((_, candidate)) = largest {
            candidate.probability = Probability::nearest(candidate.probability.value() + residue);
        }
    }
}

fn total(candidates: &[Candidate]) -> f64 {
    sum(candidates.iter().map(|candidate| candidate.probability.value()))
}

/// Why a list of words and numbers is not a [`Distribution`].
#[derive(Clone, Debug, PartialEq)]
pub enum DistributionError {
    /// There is no word.
    Empty,
    /// This word is listed twice.
    Repeated(Rc<str>),
    /// This number is not from 0 to 1.
    NotAProbability {
        /// The word that it was given for.
        word: Rc<str>,
        /// The number.
        value: f64,
    },
    /// The probabilities sum to this instead of 1.
    Sum(f64),
}

impl fmt::Display for DistributionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("no candidate words: list at least one"),
            Self::Repeated(word) => write!(f, "“{word}” is listed twice: list each word once"),
            Self::NotAProbability { word, value } => {
                write!(f, "“{word}” has {value}: a probability is a number from 0 to 1")
            }
            Self::Sum(total) => write!(f, "the probabilities sum to {total}: they must sum to 1"),
        }
    }
}

impl std::error::Error for DistributionError {}

/// Why a probability cannot be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetError {
    /// This word is not among the candidates.
    NotListed(Rc<str>),
    /// This word is the only candidate, so its probability is 1.
    OnlyCandidate(Rc<str>),
}

impl fmt::Display for SetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotListed(word) => write!(f, "“{word}” is not among the candidates"),
            Self::OnlyCandidate(word) => {
                write!(f, "“{word}” is the only candidate, so its probability stays 1")
            }
        }
    }
}

impl std::error::Error for SetError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn distribution(candidates: &[(&str, f64)]) -> Distribution {
        Distribution::new(candidates.iter().map(|&(word, p)| (word.into(), p))).unwrap()
    }

    fn values(distribution: &Distribution) -> Vec<f64> {
        distribution.candidates().iter().map(|c| c.probability.value()).collect()
    }

    fn set(distribution: &Distribution, word: &str, value: f64) -> Distribution {
        distribution.with_probability(word, Probability::new(value).unwrap()).unwrap()
    }

    #[test]
    fn the_others_keep_their_proportion() {
        let moved =
            set(&distribution(&[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)]), "brown", 0.4);
        for (value, expected) in values(&moved).into_iter().zip([0.4, 0.4, 0.2]) {
            assert!((value - expected).abs() < 1e-15, "{value} is not {expected}");
        }
    }

    #[test]
    fn at_one_the_others_have_zero_and_from_there_they_share_evenly() {
        let certain = set(&distribution(&[("a", 0.5), ("b", 0.4), ("c", 0.1)]), "a", 1.0);
        assert_eq!(values(&certain), [1.0, 0.0, 0.0]);
        assert_eq!(values(&set(&certain, "a", 0.5)), [0.5, 0.25, 0.25]);
    }

    #[test]
    fn the_given_numbers_are_kept_as_they_are() {
        assert_eq!(values(&distribution(&[("a", 0.7), ("b", 0.2), ("c", 0.1)])), [0.7, 0.2, 0.1]);
    }

    #[test]
    fn a_word_that_is_not_listed_has_probability_0() {
        assert_eq!(distribution(&[("a", 1.0)]).probability_of("b"), Probability::ZERO);
    }

    #[test]
    fn what_is_not_a_distribution_is_refused_with_the_reason() {
        let refused = |candidates: &[(&str, f64)]| {
            Distribution::new(candidates.iter().map(|&(word, p)| (word.into(), p))).unwrap_err()
        };
        assert_eq!(refused(&[]), DistributionError::Empty);
        assert_eq!(refused(&[("a", 0.5), ("a", 0.5)]), DistributionError::Repeated("a".into()));
        assert_eq!(refused(&[("a", 0.5), ("b", 0.4)]), DistributionError::Sum(0.9));
        assert_eq!(
            refused(&[("a", 1.5)]),
            DistributionError::NotAProbability { word: "a".into(), value: 1.5 }
        );
    }

    #[test]
    fn the_only_candidate_cannot_be_moved() {
        let certain = distribution(&[("a", 1.0)]);
        assert_eq!(
            certain.with_probability("a", Probability::ZERO),
            Err(SetError::OnlyCandidate("a".into()))
        );
        assert!(certain.with_probability("a", Probability::ONE).is_ok());
    }

    proptest! {
        #[test]
        fn any_moves_stay_on_the_simplex(
            words in 2_usize..9,
            moves in prop::collection::vec((0_usize..9, 0.0..=1.0), 1..200),
        ) {
            let names: Vec<Rc<str>> = (0..words).map(|n| n.to_string().into()).collect();
            let mut distribution = Distribution::evenly(names.iter().cloned()).unwrap();
            for (word, value) in moves {
                let name = &names[word % words];
                distribution = set(&distribution, name, value);
                prop_assert_eq!(distribution.probability_of(name).value(), value);
                let values = values(&distribution);
                prop_assert!(values.iter().all(|p| (0.0..=1.0).contains(p)), "{:?}", values);
                prop_assert!((sum(values.iter().copied()) - 1.0).abs() < 1e-15, "{:?}", values);
            }
        }
    }
}
