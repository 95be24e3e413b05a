//! A prediction that waits for a person's hand.

use std::rc::Rc;

use crate::core::math::{Distribution, Probability};

/// How many other words are offered beside the target.
const OTHERS: usize = 3;
/// Candidates for a sentence that has too few words of its own.
const COMMON: [&str; 4] = ["the", "of", "and", "to"];

/// An even prediction over the target, where it is known, and a few other words: those of its
/// sentence, in their order, and common ones where these are too few.
pub fn by_hand<'a>(
    target: Option<&'a str>,
    sentence: impl Iterator<Item = &'a str>,
) -> Option<Distribution> {
    Distribution::evenly(candidates(target, sentence).into_iter().map(Rc::from)).ok()
}

/// What [`by_hand`] gives the target, without making a list of it.
pub fn by_hand_probability<'a>(
    target: &'a str,
    sentence: impl Iterator<Item = &'a str>,
) -> Probability {
    Probability::nearest(1.0 / candidates(Some(target), sentence).len() as f64)
}

fn candidates<'a>(
    target: Option<&'a str>,
    sentence: impl Iterator<Item = &'a str>,
) -> Vec<&'a str> {
    let mut listed: Vec<&str> = target.into_iter().collect();
    let wanted = listed.len() + OTHERS;
    for word in sentence.chain(COMMON) {
        if listed.len() == wanted {
            break;
        }
        // "The" is no alternative to "the". (Beyond ASCII it would take tables to tell.)
        if !listed.iter().any(|listed| listed.eq_ignore_ascii_case(word)) {
            listed.push(word);
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(target: Option<&str>, sentence: &str) -> Vec<String> {
        let distribution = by_hand(target, sentence.split_whitespace()).unwrap();
        let candidates = distribution.candidates().iter();
        candidates.map(|c| c.word().unwrap().to_string()).collect()
    }

    #[test]
    fn the_target_and_the_first_words_of_the_sentence_are_offered() {
        assert_eq!(
            offered(Some("fox"), "The quick brown fox jumps over"),
            ["fox", "The", "quick", "brown"]
        );
        assert_eq!(offered(None, "The quick brown fox"), ["The", "quick", "brown"]);
    }

    #[test]
    fn a_short_sentence_is_helped_out_with_common_words() {
        assert_eq!(offered(Some("The"), "The fox"), ["The", "fox", "of", "and"]);
        assert_eq!(offered(None, ""), ["the", "of", "and"]);
    }

    #[test]
    fn the_probability_is_that_of_the_list_to_the_last_bit() {
        for sentence in ["a", "The fox", "The quick brown fox jumps"] {
            let words = || sentence.split(' ');
            let listed = by_hand(Some("fox"), words()).unwrap().probability_of("fox");
            assert_eq!(by_hand_probability("fox", words()), listed);
        }
    }
}
