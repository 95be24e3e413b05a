//! How often words stand in a dataset, and beside which others.

use std::{cmp::Ordering, collections::HashMap, iter, rc::Rc};

use rustc_hash::FxBuildHasher;

/// The number of a word in the vocabulary.
pub(super) type Word = u32;
/// What stands beside the first and the last token of a sentence.
const EDGE: Word = Word::MAX;
/// In a context: whatever stands there.
const ANY: Word = Word::MAX - 1;
/// A token that nobody knows: a masked one, or one that the dataset does not have. It is not
/// counted, nor is it anybody's neighbour.
const UNKNOWN: Word = Word::MAX - 2;

/// What stands to the left and to the right of a token.
pub(super) type Context = (Word, Word);

/// What a model sees beside a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour<'a> {
    /// Nothing: the sentence begins or ends here.
    Edge,
    /// A token, be it the original one or another.
    Token(&'a str),
    /// \[MASK\], which says nothing.
    Masked,
}

/// The counts of a dataset's tokens, alone and with their neighbours.
#[derive(Debug, Default)]
pub struct Counts {
    numbers: HashMap<Rc<str>, Word, FxBuildHasher>,
    words: Vec<Rc<str>>,
    /// How often each word stands in the dataset, by its number.
    times: Vec<u32>,
    /// The words, the frequent ones first.
    by_frequency: Vec<Word>,
    /// How many tokens there are.
    tokens: usize,
    /// Each token behind its left neighbour, behind its right one, and behind both, sorted: those
    /// of one context are a range. So the memory grows with the text and not with the square of its
    /// vocabulary.
    grams: Vec<(Context, Word)>,
}

/// A sentence of the dataset, counted by itself: it is left out of the counts while it is predicted,
/// so that no answer is looked up. Each question to it takes a search and not a walk: a sentence can
/// be the whole text.
#[derive(Debug, Default)]
pub struct Own {
    /// Its known words, sorted.
    words: Vec<Word>,
    /// As those of the dataset.
    grams: Vec<(Context, Word)>,
}

impl Counts {
    /// Counts the tokens of sentences. `None` is a token that nobody knows.
    pub fn of<'a, S>(sentences: impl IntoIterator<Item = S>) -> Self
    where
        S: IntoIterator<Item = Option<&'a str>>,
    {
        let mut counts = Self::default();
        for sentence in sentences {
            let enter = |token: Option<&str>| token.map_or(UNKNOWN, |token| counts.enter(token));
            let tokens: Vec<Word> = sentence.into_iter().map(enter).collect();
            for &token in tokens.iter().filter(|&&token| token != UNKNOWN) {
                counts.tokens += 1;
                if let Some(times) = counts.times.get_mut(token as usize) {
                    *times += 1;
                }
            }
            add_grams(&tokens, &mut counts.grams);
        }
        counts.grams.sort_unstable();
        // Of equally frequent words, the first one in the dataset comes first. (They are sorted as
        // the grams are: to sort another type would be 3 kB more of the page.)
        let numbered = (0..).zip(&counts.times);
        let mut by_frequency: Vec<(Context, Word)> =
            numbered.map(|(word, times)| ((u32::MAX - times, word), word)).collect();
        by_frequency.sort_unstable();
        counts.by_frequency = by_frequency.into_iter().map(|(_, word)| word).collect();
        counts
    }

    fn enter(&mut self, token: &str) -> Word {
        if let Some(&word) = self.numbers.get(token) {
            return word;
        }
        // A text has far fewer words than there are numbers.
        let word = Word::try_from(self.words.len()).unwrap_or(UNKNOWN);
        let token: Rc<str> = token.into();
        self.numbers.insert(token.clone(), word);
        self.words.push(token);
        self.times.push(0);
        word
    }

    /// A sentence of the dataset, to be left out. `None` is a token that nobody knows.
    pub fn own<'a>(&self, tokens: impl IntoIterator<Item = Option<&'a str>>) -> Own {
        let mut words: Vec<Word> = tokens.into_iter().map(|token| self.number(token)).collect();
        let mut grams = Vec::new();
        add_grams(&words, &mut grams);
        grams.sort_unstable();
        words.retain(|&word| word != UNKNOWN);
        words.sort_unstable();
        Own { words, grams }
    }

    /// The number of different words, V.
    pub fn vocabulary(&self) -> usize {
        self.words.len()
    }

    /// The vocabulary, in the order in which its words come in the dataset.
    pub fn words(&self) -> &[Rc<str>] {
        &self.words
    }

    /// The words, the frequent ones first.
    pub(super) fn by_frequency(&self) -> &[Word] {
        &self.by_frequency
    }

    /// A word by its number.
    pub(super) fn spelled(&self, word: Word) -> Option<&Rc<str>> {
        self.words.get(word as usize)
    }

    /// The number of a word. Where nobody knows it, it has none of the vocabulary's.
    pub(super) fn number(&self, word: Option<&str>) -> Word {
        word.and_then(|word| self.numbers.get(word)).copied().unwrap_or(UNKNOWN)
    }

    /// The contexts of a position between two neighbours: its left one, its right one, and both.
    pub(super) fn contexts(&self, left: Neighbour<'_>, right: Neighbour<'_>) -> [Context; 3] {
        let [left, right] = [left, right].map(|neighbour| match neighbour {
            Neighbour::Edge => EDGE,
            Neighbour::Token(token) => self.number(Some(token)),
            Neighbour::Masked => UNKNOWN,
        });
        contexts(left, right)
    }

    /// How often a word stands in the other sentences.
    pub(super) fn times(&self, word: Word, own: &Own) -> f64 {
        self.times_anywhere(word) - equal(&own.words, |own| own.cmp(&word)).len() as f64
    }

    /// How often a word stands in the dataset.
    pub(super) fn times_anywhere(&self, word: Word) -> f64 {
        f64::from(self.times.get(word as usize).copied().unwrap_or_default())
    }

    /// How many tokens the other sentences have.
    pub(super) fn tokens(&self, own: &Own) -> f64 {
        (self.tokens - own.words.len()) as f64
    }

    /// In how many places of the other sentences a context stands.
    pub(super) fn places(&self, context: Context, own: &Own) -> f64 {
        (grams_in(&self.grams, context).len() - grams_in(&own.grams, context).len()) as f64
    }

    /// In how many places of the other sentences a word stands in a context.
    pub(super) fn times_in(&self, context: Context, word: Word, own: &Own) -> f64 {
        let times = |grams| equal(grams_in(grams, context), |gram| gram.1.cmp(&word)).len();
        (times(&self.grams) - times(&own.grams)) as f64
    }

    /// The words that stand in a context anywhere, each once.
    pub(super) fn words_in(&self, context: Context) -> impl Iterator<Item = Word> {
        let mut left = grams_in(&self.grams, context);
        iter::from_fn(move || {
            let &(_, word) = left.first()?;
            let is_same = |gram: &(Context, Word)| gram.1 == word;
            // Most words stand here once, and a few of them a hundred thousand times.
            let mut beyond = 1;
            while left.get(beyond).is_some_and(is_same) {
                beyond *= 2;
            }
            let near = left.get(..beyond).unwrap_or(left);
            left = left.get(near.partition_point(is_same)..).unwrap_or_default();
            Some(word)
        })
    }
}

impl Own {
    /// How many known tokens the sentence has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

fn grams_in(grams: &[(Context, Word)], context: Context) -> &[(Context, Word)] {
    equal(grams, |gram| gram.0.cmp(&context))
}

fn contexts(left: Word, right: Word) -> [Context; 3] {
    [(left, ANY), (ANY, right), (left, right)]
}

fn is_known((left, right): Context) -> bool {
    left != UNKNOWN && right != UNKNOWN
}

/// Adds the known tokens of a sentence, each in its contexts.
fn add_grams(tokens: &[Word], grams: &mut Vec<(Context, Word)>) {
    for (index, &token) in tokens.iter().enumerate().filter(|&(_, &token)| token != UNKNOWN) {
        let beside = |index: Option<usize>| index.and_then(|index| tokens.get(index));
        let left = beside(index.checked_sub(1)).copied().unwrap_or(EDGE);
        let right = beside(Some(index + 1)).copied().unwrap_or(EDGE);
        let known = contexts(left, right).into_iter().filter(|context| is_known(*context));
        grams.extend(known.map(|context| (context, token)));
    }
}

/// The part of a sorted list that compares equal.
fn equal<T>(sorted: &[T], compare: impl Fn(&T) -> Ordering) -> &[T] {
    let start = sorted.partition_point(|item| compare(item) == Ordering::Less);
    let from = sorted.get(start..).unwrap_or_default();
    let len = from.partition_point(|item| compare(item) == Ordering::Equal);
    from.get(..len).unwrap_or_default()
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

    #[test]
    fn tokens_are_counted_alone_and_beside_their_neighbours() {
        let counts = counts(&["the fox runs", "the dog runs", "a fox sleeps"]);
        let nothing = Own::default();
        let fox = counts.number(Some("fox"));
        let [left, right, both] =
            counts.contexts(Neighbour::Token("the"), Neighbour::Token("runs"));
        assert_eq!((counts.vocabulary(), counts.tokens(&nothing)), (6, 9.0));
        assert_eq!(counts.times(fox, &nothing), 2.0);
        assert_eq!([left, right, both].map(|context| counts.places(context, &nothing)), [2.0; 3]);
        assert_eq!(
            [left, right, both].map(|context| counts.times_in(context, fox, &nothing)),
            [1.0; 3]
        );
    }

    #[test]
    fn a_sentence_is_left_out_of_what_is_counted_for_it() {
        let sentences = ["the fox runs", "the dog runs", "the fox"];
        let counts = counts(&sentences);
        let own = counts.own(tokens(sentences[0]));
        let fox = counts.number(Some("fox"));
        let [left, _, both] = counts.contexts(Neighbour::Token("the"), Neighbour::Token("runs"));
        assert_eq!((counts.tokens(&own), counts.times(fox, &own)), (5.0, 1.0));
        assert_eq!((counts.places(left, &own), counts.times_in(left, fox, &own)), (2.0, 1.0));
        assert_eq!((counts.places(both, &own), counts.times_in(both, fox, &own)), (1.0, 0.0));
    }

    #[test]
    fn an_edge_is_a_neighbour_and_a_mask_is_none() {
        let counts = counts(&["the fox", "the ? fox"]);
        let nothing = Own::default();
        let places = |left, right| {
            counts.contexts(left, right).map(|context| counts.places(context, &nothing))
        };
        assert_eq!(places(Neighbour::Edge, Neighbour::Masked), [2.0, 0.0, 0.0]);
        // Beside the unknown token only one side of "the" and of "fox" is known.
        assert_eq!(places(Neighbour::Edge, Neighbour::Token("fox")), [2.0, 1.0, 1.0]);
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
