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

/// What [`by_hand`] gives the target, without making a list of it: there are always enough common
/// words to offer.
pub fn by_hand_probability() -> Probability {
    Probability::nearest(1.0 / (1 + OTHERS) as f64)
}

/// The words of a sentence that [`by_hand`] can come to need, whichever the target is. They are a
/// few of its first words; only where these are all the same is the whole sentence looked at.
pub fn offered<'a>(sentence: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    chosen(None, OTHERS + 1, sentence)
}

fn candidates<'a>(
    target: Option<&'a str>,
    sentence: impl Iterator<Item = &'a str>,
) -> Vec<&'a str> {
    chosen(target, usize::from(target.is_some()) + OTHERS, sentence.chain(COMMON))
}

/// The first so many of some words that are different, after one that is chosen already.
fn chosen<'a>(
    first: Option<&'a str>,
    wanted: usize,
    words: impl Iterator<Item = &'a str>,
) -> Vec<&'a str> {
    let mut listed: Vec<&str> = first.into_iter().collect();
    for word in words {
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
            for target in ["fox", "The", "of", "TO"] {
                let list = by_hand(Some(target), sentence.split(' ')).unwrap();
                assert_eq!(by_hand_probability(), list.probability_of(target));
            }
        }
    }

    #[test]
    fn what_is_offered_of_a_sentence_is_all_that_is_needed_of_it() {
        for sentence in ["a", "a a A a b", "The quick the brown fox jumps over the dog"] {
            let few = offered_words(sentence);
            for target in [None, Some("the"), Some("fox"), Some("a"), Some("dog")] {
                let from_all = by_hand(target, sentence.split(' '));
                assert_eq!(by_hand(target, few.iter().copied()), from_all, "{sentence}");
            }
        }
    }

    fn offered_words(sentence: &str) -> Vec<&str> {
        super::offered(sentence.split(' '))
    }
}
