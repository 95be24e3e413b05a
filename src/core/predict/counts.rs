//! How often words stand in a dataset, and beside which others.

use std::{cell::OnceCell, collections::HashMap, rc::Rc};

use rustc_hash::FxBuildHasher;

use super::{
    concordance::{Concordance, Context, EDGE, Spot, UNKNOWN, Word, is_known},
    groups::{Groups, frequent_first, short},
};

/// A sentence of at most so many tokens is quicker walked through than searched for in lists of
/// places.
const FEW: u32 = 32;

/// What a model sees beside a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour<'a> {
    /// What stands there before corruption: a token, or nothing where the sentence begins or ends.
    Original,
    /// Another token.
    Token(&'a str),
    /// \[MASK\], which says nothing.
    Masked,
}

/// The counts of a dataset's tokens, alone and with their neighbours. What only some models ask for
/// is made when one asks.
#[derive(Debug, Default)]
pub struct Counts {
    numbers: HashMap<Rc<str>, Word, FxBuildHasher>,
    words: Vec<Rc<str>>,
    /// How often each word stands in the dataset, by its number.
    times: Vec<u32>,
    /// The tokens by their numbers; an edge before and behind each sentence.
    text: Vec<Word>,
    sentences: Vec<Own>,
    /// How many tokens there are.
    tokens: usize,
    /// The words, the frequent ones first.
    by_frequency: OnceCell<Vec<Word>>,
    /// Where each word stands, by its number.
    spots: OnceCell<Groups>,
    concordance: OnceCell<Concordance>,
}

/// A sentence of the dataset: it is left out of the counts while it is predicted, so that no answer
/// is looked up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Own {
    /// Where it stands in the text.
    start: Spot,
    end: Spot,
    /// How many known tokens it has.
    known: u32,
}

impl Counts {
    /// Counts the tokens of sentences. `None` is a token that nobody knows.
    pub fn of<'a, S>(sentences: impl IntoIterator<Item = S>) -> Self
    where
        S: IntoIterator<Item = Option<&'a str>>,
    {
        let mut counts = Self { text: vec![EDGE], ..Self::default() };
        for sentence in sentences {
            let start = short(counts.text.len());
            let before = counts.tokens;
            for token in sentence {
                let word = token.map_or(UNKNOWN, |token| counts.enter(token));
                counts.text.push(word);
            }
            let end = short(counts.text.len());
            counts.text.push(EDGE);
            counts.sentences.push(Own { start, end, known: short(counts.tokens - before) });
        }
        counts
    }

    fn enter(&mut self, token: &str) -> Word {
        self.tokens += 1;
        if let Some(&word) = self.numbers.get(token) {
            if let Some(times) = self.times.get_mut(word as usize) {
                *times += 1;
            }
            return word;
        }
        let word = short(self.words.len());
        let token: Rc<str> = token.into();
        self.numbers.insert(token.clone(), word);
        self.words.push(token);
        self.times.push(1);
        word
    }

    /// A sentence of the dataset by its place, from 0, to be left out. One that is not there leaves
    /// nothing out.
    pub fn own(&self, sentence: usize) -> Own {
        self.sentences.get(sentence).copied().unwrap_or_default()
    }

    /// The number of different words, V.
    pub fn vocabulary(&self) -> usize {
        self.words.len()
    }

    /// The vocabulary, in the order in which its words come in the dataset.
    pub fn words(&self) -> &[Rc<str>] {
        &self.words
    }

    /// The words, the frequent ones first. Of equally frequent words, the first one in the dataset
    /// comes first.
    pub(super) fn by_frequency(&self) -> &[Word] {
        let sorted = || frequent_first(self.vocabulary(), |word| self.times_anywhere(word));
        self.by_frequency.get_or_init(sorted)
    }

    /// A word by its number.
    pub(super) fn spelled(&self, word: Word) -> Option<&Rc<str>> {
        self.words.get(word as usize)
    }

    /// The number of a word. Where nobody knows it, it has none of the vocabulary's.
    pub(super) fn number(&self, word: &str) -> Word {
        self.numbers.get(word).copied().unwrap_or(UNKNOWN)
    }

    /// The contexts of a position, counted from 0, of a sentence: its left neighbour, its right one,
    /// and both.
    pub(super) fn contexts(
        &self,
        own: Own,
        index: usize,
        [left, right]: [Neighbour<'_>; 2],
    ) -> [Context<'_>; 3] {
        let here = own.start as usize + index;
        let number = |neighbour, beside: Option<usize>| match neighbour {
            Neighbour::Original => self.token(beside),
            Neighbour::Token(token) => self.number(token),
            Neighbour::Masked => UNKNOWN,
        };
        let (left, right) = (number(left, here.checked_sub(1)), number(right, here.checked_add(1)));
        let concordance = self
            .concordance
            .get_or_init(|| Concordance::of(&self.text, self.spots(), self.vocabulary()));
        concordance.contexts(left, right)
    }

    fn token(&self, index: Option<usize>) -> Word {
        index.and_then(|index| self.text.get(index)).copied().unwrap_or(EDGE)
    }

    /// Where each word stands.
    fn spots(&self) -> &Groups {
        self.spots.get_or_init(|| {
            let all: Vec<Spot> = (0..short(self.text.len())).collect();
            Groups::of(&all, self.vocabulary(), |spot| self.token(Some(spot as usize)))
        })
    }

    /// How often a word stands in the dataset.
    pub(super) fn times_anywhere(&self, word: Word) -> u32 {
        self.times.get(word as usize).copied().unwrap_or_default()
    }

    /// How often a word stands in the other sentences.
    pub(super) fn times(&self, word: Word, own: Own) -> f64 {
        let spots = || self.spots().get(word as usize);
        f64::from(self.times_anywhere(word) - self.its_own(own, spots, |_, token, _| token == word))
    }

    /// How many tokens the other sentences have.
    pub(super) fn tokens(&self, own: Own) -> f64 {
        (self.tokens - own.known as usize) as f64
    }

    /// In how many places of the other sentences a context stands.
    pub(super) fn places(&self, context: Context<'_>, own: Own) -> f64 {
        let spots = context.spots();
        if spots.is_empty() {
            return 0.0;
        }
        let is_there = |left, _, right| context.is_between(left, right);
        f64::from(short(spots.len()) - self.its_own(own, || spots, is_there))
    }

    /// In how many places of the other sentences a word stands in a context.
    pub(super) fn times_in(&self, context: Context<'_>, word: Word, own: Own) -> f64 {
        let spots = context.spots_of(word);
        if spots.is_empty() {
            return 0.0;
        }
        let is_there = |left, token, right| token == word && context.is_between(left, right);
        f64::from(short(spots.len()) - self.its_own(own, || spots, is_there))
    }

    /// How many of some places are in a sentence: those where a token and its neighbours are such.
    /// A sentence can be the whole text, so a long one is not walked through but searched for.
    fn its_own<'s>(
        &self,
        own: Own,
        spots: impl FnOnce() -> &'s [Spot],
        is_there: impl Fn(Word, Word, Word) -> bool,
    ) -> u32 {
        if own.end - own.start <= FEW {
            let with_edges = (own.start as usize).saturating_sub(1)..own.end as usize + 1;
            let text = self.text.get(with_edges).unwrap_or_default();
            let is_there = |three: &&[Word]| {
                matches!(**three, [left, token, right]
                if is_known(token) && is_there(left, token, right))
            };
            short(text.windows(3).filter(is_there).count())
        } else {
            let spots = spots();
            let before = |end: Spot| short(spots.partition_point(|&spot| spot < end));
            before(own.end) - before(own.start)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(sentence: &str) -> Vec<Option<&str>> {
        sentence.split(' ').map(|token| (token != "?").then_some(token)).collect()
    }

    fn counts(sentences: &[&str]) -> Counts {
        Counts::of(sentences.iter().map(|sentence| tokens(sentence)))
    }

    fn between<'a>(
        counts: &'a Counts,
        left: Neighbour<'_>,
        right: Neighbour<'_>,
    ) -> [Context<'a>; 3] {
        counts.contexts(Own::default(), 0, [left, right])
    }

    #[test]
    fn tokens_are_counted_alone_and_beside_their_neighbours() {
        let counts = counts(&["the fox runs", "the dog runs", "a fox sleeps"]);
        let nothing = Own::default();
        let fox = counts.number("fox");
        let [left, right, both] =
            between(&counts, Neighbour::Token("the"), Neighbour::Token("runs"));
        assert_eq!((counts.vocabulary(), counts.tokens(nothing)), (6, 9.0));
        assert_eq!(counts.times(fox, nothing), 2.0);
        assert_eq!([left, right, both].map(|context| counts.places(context, nothing)), [2.0; 3]);
        assert_eq!(
            [left, right, both].map(|context| counts.times_in(context, fox, nothing)),
            [1.0; 3]
        );
    }

    #[test]
    fn a_sentence_is_left_out_of_what_is_counted_for_it() {
        let sentences = ["the fox runs", "the dog runs", "the fox"];
        let counts = counts(&sentences);
        let own = counts.own(0);
        let fox = counts.number("fox");
        let [left, _, both] = between(&counts, Neighbour::Token("the"), Neighbour::Token("runs"));
        assert_eq!((counts.tokens(own), counts.times(fox, own)), (5.0, 1.0));
        assert_eq!((counts.places(left, own), counts.times_in(left, fox, own)), (2.0, 1.0));
        assert_eq!((counts.places(both, own), counts.times_in(both, fox, own)), (1.0, 0.0));
    }

    #[test]
    fn an_edge_is_a_neighbour_and_a_mask_is_none() {
        let counts = counts(&["the fox", "the ? fox"]);
        let nothing = Own::default();
        let places = |left, right| {
            between(&counts, left, right).map(|context| counts.places(context, nothing))
        };
        assert_eq!(places(Neighbour::Original, Neighbour::Masked), [2.0, 0.0, 0.0]);
        // Beside the unknown token only one side of "the" and of "fox" is known.
        assert_eq!(places(Neighbour::Original, Neighbour::Token("fox")), [2.0, 1.0, 1.0]);
    }

    #[test]
    fn frequent_words_come_first_and_then_those_that_come_first() {
        let counts = counts(&["b a c", "c a", "c"]);
        let words: Vec<&str> = counts
            .by_frequency()
            .iter()
            .map(|&word| counts.spelled(word).map_or("", |word| word))
            .collect();
        assert_eq!(words, ["c", "a", "b"]);
    }
}
