//! How often words stand in a dataset, and beside which others.

use std::{cell::OnceCell, collections::HashMap, rc::Rc};

use rustc_hash::FxBuildHasher;

use super::{
    concordance::{Concordance, Context, EDGE, Spot, UNKNOWN, Word, is_known, key},
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
        self.between(number(left, here.checked_sub(1)), number(right, here.checked_add(1)))
    }

    fn between(&self, left: Word, right: Word) -> [Context<'_>; 3] {
        let concordance = || Concordance::of(&self.text, self.spots(), self.vocabulary());
        self.concordance.get_or_init(concordance).contexts(left, right)
    }

    fn token(&self, index: Option<usize>) -> Word {
        index.and_then(|index| self.text.get(index)).copied().unwrap_or(EDGE)
    }

    /// Where each word stands, and where the edges.
    fn spots(&self) -> &Groups {
        self.spots.get_or_init(|| {
            let all: Vec<Spot> = (0..short(self.text.len())).collect();
            let number = |spot| key(self.token(Some(spot as usize)), self.vocabulary());
            Groups::of(&all, self.vocabulary() + 1, number)
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
            let is_there = |three: &&[Word]| match **three {
                [left, token, right] => is_known(token) && is_there(left, token, right),
                _ => false,
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
    use std::cmp::Reverse;

    use proptest::prelude::*;

    use super::*;

    fn tokens(sentence: &str) -> Vec<Option<&str>> {
        sentence.split(' ').map(|token| (token != "?").then_some(token)).collect()
    }

    fn counts(sentences: &[&str]) -> Counts {
        Counts::of(sentences.iter().map(|sentence| tokens(sentence)))
    }

    /// The contexts between two tokens; `""` is an edge and `"?"` is masked.
    fn between<'a>(counts: &'a Counts, left: &str, right: &str) -> [Context<'a>; 3] {
        let [left, right] = [left, right].map(|neighbour| match neighbour {
            "" => EDGE,
            token => counts.number(token),
        });
        counts.between(left, right)
    }

    #[test]
    fn tokens_are_counted_alone_and_beside_their_neighbours() {
        let counts = counts(&["the fox runs", "the dog runs", "a fox sleeps"]);
        let nothing = Own::default();
        let fox = counts.number("fox");
        let [left, right, both] = between(&counts, "the", "runs");
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
        let [left, _, both] = between(&counts, "the", "runs");
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
        assert_eq!(places("", "?"), [2.0, 0.0, 0.0]);
        // Beside the unknown token only one side of "the" and of "fox" is known.
        assert_eq!(places("", "fox"), [2.0, 1.0, 1.0]);
    }

    #[test]
    fn an_original_neighbour_is_the_token_that_stands_there_before_corruption() {
        let counts = counts(&["the fox", "a dog"]);
        let own = counts.own(1);
        let places = |index, neighbours| {
            counts.contexts(own, index, neighbours).map(|context| context.spots().len())
        };
        let beside = |word| Neighbour::Token(word);
        let original = Neighbour::Original;
        assert_eq!(places(1, [original; 2]), places(1, [beside("a"), original]));
        assert_eq!(places(0, [original; 2]), places(0, [original, beside("dog")]));
        assert_eq!(places(0, [original, beside("fox")]), [2, 1, 1]);
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

    /// How often a pattern of three tokens stands in some sentences, without any cleverness. `None`
    /// in the pattern is any known token in its middle, and anything beside it; `""` is an edge.
    fn counted(sentences: &[Vec<Option<&str>>], pattern: [Option<&str>; 3]) -> f64 {
        let mut count = 0;
        for sentence in sentences {
            for (index, token) in sentence.iter().enumerate() {
                let beside = |index: usize| sentence.get(index).copied().unwrap_or(Some(""));
                let three = [beside(index.wrapping_sub(1)), *token, beside(index + 1)];
                let is_there = token.is_some()
                    && (0..3).all(|i| pattern[i].is_none() || pattern[i] == three[i]);
                count += usize::from(is_there);
            }
        }
        count as f64
    }

    /// Tokens of few different words, so that these are frequent.
    fn sentence(len: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = String> {
        prop::collection::vec("[a-c?]", len).prop_map(|tokens| tokens.join(" "))
    }

    proptest! {
        /// Of a short sentence and of one that is too long to be walked through.
        #[test]
        fn what_is_counted_is_what_a_walk_through_the_other_sentences_finds(
            sentences in prop::collection::vec(prop_oneof![sentence(1..5), sentence(30..70)], 1..6),
            own in 0_usize..6,
            left in prop::sample::select(vec!["", "a", "b", "c", "?", "d"]),
            word in "[a-c]",
            right in prop::sample::select(vec!["", "a", "b", "c", "?", "d"]),
        ) {
            let mut sentences: Vec<_> = sentences.iter().map(|sentence| tokens(sentence)).collect();
            let counts = Counts::of(sentences.iter().map(|sentence| sentence.iter().copied()));
            let left_out = counts.own(own);
            let contexts = between(&counts, left, right);
            if own < sentences.len() {
                sentences.remove(own);
            }
            let count = |pattern| counted(&sentences, pattern);
            prop_assert_eq!(counts.tokens(left_out), count([None; 3]));
            let number = counts.number(&word);
            prop_assert_eq!(counts.times(number, left_out), count([None, Some(&word), None]));
            let patterns =
                [[Some(left), None], [None, Some(right)], [Some(left), Some(right)]];
            for (context, [left, right]) in contexts.into_iter().zip(patterns) {
                let (places, times) = (count([left, None, right]), count([left, Some(&word), right]));
                prop_assert_eq!(counts.places(context, left_out), places);
                prop_assert_eq!(counts.times_in(context, number, left_out), times);
            }
        }

        #[test]
        fn a_context_lists_its_words_by_how_often_they_stand_there(
            sentences in prop::collection::vec(sentence(1..9), 1..9),
        ) {
            let counts = Counts::of(sentences.iter().map(|sentence| tokens(sentence)));
            for left in ["a", "b", "c"] {
                for context in between(&counts, left, "a") {
                    let listed: Vec<(Word, usize)> = context.by_count().collect();
                    let mut sorted: Vec<(Word, usize)> = (0..short(counts.vocabulary()))
                        .map(|word| (word, context.spots_of(word).len()))
                        .filter(|&(_, count)| count > 0)
                        .collect();
                    sorted.sort_by_key(|&(word, count)| (Reverse(count), word));
                    prop_assert_eq!(listed, sorted);
                }
            }
        }
    }
}
