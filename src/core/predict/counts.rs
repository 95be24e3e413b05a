//! How often words stand in a dataset, and beside which others.

use std::{cmp::Ordering, collections::HashMap, rc::Rc};

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

/// A sentence of the dataset by the numbers of its words: it is left out of the counts while it is
/// predicted, so that no answer is looked up.
#[derive(Debug, Default)]
pub struct Own(Vec<Word>);

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
            for ((left, right), token) in in_context(&tokens) {
                counts.tokens += 1;
                if let Some(times) = counts.times.get_mut(token as usize) {
                    *times += 1;
                }
                let known = contexts(left, right).into_iter().filter(|context| is_known(*context));
                counts.grams.extend(known.map(|context| (context, token)));
            }
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
        Own(tokens.into_iter().map(|token| self.number(token)).collect())
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

    /// How often a word stands in all sentences.
    pub(super) fn times_in_all(&self, word: Word) -> f64 {
        self.times.get(word as usize).copied().map_or(0.0, f64::from)
    }

    /// How often a word stands in the other sentences.
    pub(super) fn times(&self, word: Word, own: &Own) -> f64 {
        self.times_in_all(word) - own.0.iter().filter(|&&token| token == word).count() as f64
    }

    /// How many tokens the other sentences have.
    pub(super) fn tokens(&self, own: &Own) -> f64 {
        (self.tokens - own.0.iter().filter(|&&token| token != UNKNOWN).count()) as f64
    }

    /// What stands in a context.
    pub(super) fn beside(&self, context: Context, own: &Own) -> Beside<'_> {
        let grams = equal(&self.grams, |gram| gram.0.cmp(&context));
        let mine = in_context(&own.0).filter(|(stands, _)| fits(context, *stands)).count();
        Beside { context, grams, places: (grams.len() - mine) as f64 }
    }
}

/// What stands in a context, looked up once and asked for many words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside<'a> {
    context: Context,
    /// Of all sentences, by word.
    grams: &'a [(Context, Word)],
    /// In how many places of the other sentences the context stands.
    pub(super) places: f64,
}

impl<'a> Beside<'a> {
    /// How often a word stands here in the other sentences.
    pub(super) fn times(&self, word: Word, own: &Own) -> f64 {
        let is_here =
            |&(stands, token): &(Context, Word)| token == word && fits(self.context, stands);
        let all = equal(self.grams, |gram| gram.1.cmp(&word)).len();
        (all - in_context(&own.0).filter(is_here).count()) as f64
    }

    /// The words that stand here, by their number, and how often they do in all sentences.
    pub(super) fn words(&self) -> impl Iterator<Item = (Word, f64)> + use<'a> {
        let runs = self.grams.chunk_by(|one, next| one.1 == next.1);
        runs.filter_map(|run| Some((run.first()?.1, run.len() as f64)))
    }
}

impl Own {
    /// How many tokens the sentence has.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

fn contexts(left: Word, right: Word) -> [Context; 3] {
    [(left, ANY), (ANY, right), (left, right)]
}

fn is_known((left, right): Context) -> bool {
    left != UNKNOWN && right != UNKNOWN
}

/// Whether a token between two neighbours stands in a context.
fn fits(context: Context, (left, right): Context) -> bool {
    is_known(context)
        && (context.0 == left || context.0 == ANY)
        && (context.1 == right || context.1 == ANY)
}

/// The known tokens of a sentence, each between its neighbours.
fn in_context(tokens: &[Word]) -> impl Iterator<Item = (Context, Word)> {
    tokens.iter().enumerate().filter(|&(_, &token)| token != UNKNOWN).map(|(index, &token)| {
        let beside = |index: Option<usize>| index.and_then(|index| tokens.get(index));
        let left = beside(index.checked_sub(1)).copied().unwrap_or(EDGE);
        let right = beside(Some(index + 1)).copied().unwrap_or(EDGE);
        ((left, right), token)
    })
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
        let beside = [left, right, both].map(|context| counts.beside(context, &nothing));
        assert_eq!(beside.map(|beside| beside.places), [2.0; 3]);
        assert_eq!(beside.map(|beside| beside.times(fox, &nothing)), [1.0; 3]);
    }

    #[test]
    fn a_sentence_is_left_out_of_what_is_counted_for_it() {
        let sentences = ["the fox runs", "the dog runs", "the fox"];
        let counts = counts(&sentences);
        let own = counts.own(tokens(sentences[0]));
        let fox = counts.number(Some("fox"));
        let [left, _, both] = counts.contexts(Neighbour::Token("the"), Neighbour::Token("runs"));
        assert_eq!((counts.tokens(&own), counts.times(fox, &own)), (5.0, 1.0));
        let [left, both] = [left, both].map(|context| counts.beside(context, &own));
        assert_eq!((left.places, left.times(fox, &own)), (2.0, 1.0));
        assert_eq!((both.places, both.times(fox, &own)), (1.0, 0.0));
    }

    #[test]
    fn an_edge_is_a_neighbour_and_a_mask_is_none() {
        let counts = counts(&["the fox", "the ? fox"]);
        let nothing = Own::default();
        let places = |left, right| {
            counts.contexts(left, right).map(|context| counts.beside(context, &nothing).places)
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
