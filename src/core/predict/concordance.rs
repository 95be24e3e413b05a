//! A concordance: where in a text each word stands, and in which contexts.
//!
//! All of it is made by counting sorts and takes memory for each token, not for each two words.

use std::{cell::OnceCell, ops::Range};

use super::groups::{Groups, frequent_first, range, short};

/// The number of a word in the vocabulary.
pub(super) type Word = u32;
/// What stands beside the first and the last token of a sentence.
pub(super) const EDGE: Word = Word::MAX;
/// A token that nobody knows: a masked one, or one that the dataset does not have. It is not
/// counted, nor is it anybody's neighbour.
pub(super) const UNKNOWN: Word = Word::MAX - 1;
/// A place in the text: tokens and edges, counted from 0.
pub(super) type Spot = u32;

/// Where the words of a text stand in three kinds of context: behind their left neighbours, before
/// their right ones, and between both.
#[derive(Debug)]
pub(super) struct Concordance {
    vocabulary: usize,
    /// The places behind each left neighbour, and before each right one.
    behind: Groups,
    before: Groups,
    /// The places between each left neighbour and the right ones that come with it.
    between: Pairs,
    /// The words behind each left neighbour, before each right one, and between both of them: there
    /// the first of a pair is the number of a pair of `between`.
    words_behind: Pairs,
    words_before: Pairs,
    words_between: Pairs,
}

impl Concordance {
    /// Of a text in which edges part the sentences, with the places of each word of its vocabulary,
    /// and those of the edges last.
    pub(super) fn of(text: &[Word], spots: &Groups, vocabulary: usize) -> Self {
        let at = |spot: Option<Spot>| {
            spot.and_then(|spot| text.get(spot as usize)).copied().unwrap_or(UNKNOWN)
        };
        let word = |spot: Spot| at(Some(spot));
        let left = |spot: Spot| key(at(spot.checked_sub(1)), vocabulary);
        let right = |spot: Spot| key(at(spot.checked_add(1)), vocabulary);
        let of_a_word = |spot: Option<Spot>| spot.filter(|&spot| is_known(word(spot)));
        let behind = spots.map(|spot| of_a_word(spot.checked_add(1)));
        let before = spots.map(|spot| of_a_word(spot.checked_sub(1)));
        // The edge is one more neighbour.
        let neighbours = vocabulary + 1;
        let words = spots.below(vocabulary);
        let words_behind = Pairs::of(Groups::of(words, neighbours, left), word);
        let words_before = Pairs::of(Groups::of(words, neighbours, right), word);
        let between = Pairs::of(Groups::of(&before.items, neighbours, left), right);
        // By left neighbour, right neighbour and word: each pair has here the range that it has there.
        let items = Groups::of(&words_before.spots, neighbours, left).items;
        let words_between = Pairs::of(Groups { starts: between.starts(), items }, word);
        Self { vocabulary, behind, before, between, words_behind, words_before, words_between }
    }

    /// The contexts between two neighbours: the left one alone, the right one alone, and both.
    pub(super) fn contexts(&self, left: Word, right: Word) -> [Context<'_>; 3] {
        let [l, r] = [left, right].map(|neighbour| key(neighbour, self.vocabulary) as usize);
        let pair = self.between.find(l, key(right, self.vocabulary));
        let both = pair.unwrap_or(usize::MAX);
        [
            Context {
                left: Some(left),
                right: None,
                spots: self.behind.get(l),
                words: &self.words_behind,
                number: l,
            },
            Context {
                left: None,
                right: Some(right),
                spots: self.before.get(r),
                words: &self.words_before,
                number: r,
            },
            Context {
                left: Some(left),
                right: Some(right),
                spots: self.between.spots(both),
                words: &self.words_between,
                number: both,
            },
        ]
    }
}

/// The neighbour as a number next to those of the words. What is unknown is far beyond.
pub(super) fn key(neighbour: Word, vocabulary: usize) -> u32 {
    if neighbour == EDGE { short(vocabulary) } else { neighbour }
}

/// Whether a token is a word of the vocabulary.
pub(super) fn is_known(word: Word) -> bool {
    word < UNKNOWN
}

/// One context of a position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    /// The neighbour on this side; `None` for whatever stands there.
    left: Option<Word>,
    right: Option<Word>,
    /// The places of the text that have this context.
    spots: &'a [Spot],
    words: &'a Pairs,
    /// Which of the first ones of the pairs it is.
    number: usize,
}

impl<'a> Context<'a> {
    /// The places of the text that have this context, in the order of the text.
    pub(super) fn spots(&self) -> &'a [Spot] {
        self.spots
    }

    /// Those where a word stands.
    pub(super) fn spots_of(&self, word: Word) -> &'a [Spot] {
        self.words.find(self.number, word).map_or(&[], |pair| self.words.spots(pair))
    }

    /// Whether a place between two neighbours has this context.
    pub(super) fn is_between(&self, left: Word, right: Word) -> bool {
        self.left.is_none_or(|it| it == left) && self.right.is_none_or(|it| it == right)
    }

    /// The words that stand in it, those that stand here often first, and how often they do.
    pub(super) fn by_count(&self) -> impl Iterator<Item = (Word, usize)> + use<'a> {
        let words = self.words;
        let pairs = words.by_count.get_or_init(|| words.sorted_by_count());
        let pairs = pairs.get(words.pairs(self.number)).unwrap_or_default();
        pairs.iter().filter_map(|&pair| {
            Some((words.seconds.get(pair as usize)?.number, words.spots(pair as usize).len()))
        })
    }
}

/// The places of a text by two numbers, a first and a second one.
#[derive(Debug)]
struct Pairs {
    /// Where the pairs of each first number start, and where the last one ends.
    firsts: Vec<u32>,
    /// Of each pair; and one more, which says where the places end.
    seconds: Vec<Second>,
    spots: Vec<Spot>,
    /// The pairs of each first number, those with many places first: where somebody asks for them.
    by_count: OnceCell<Vec<u32>>,
}

#[derive(Clone, Copy, Debug)]
struct Second {
    /// The second number itself. Those of one first number rise.
    number: u32,
    /// Where the places of the pair start. They end where those of the next one start.
    start: u32,
}

impl Pairs {
    /// Of places that are grouped by their first number and sorted by the second one there.
    fn of(groups: Groups, second: impl Fn(Spot) -> u32) -> Self {
        let mut firsts = Vec::with_capacity(groups.starts.len());
        let mut seconds: Vec<Second> = Vec::with_capacity(groups.items.len() + 1);
        let mut spots = (0..).zip(&groups.items);
        for (start, end) in groups.starts.iter().zip(groups.starts.iter().skip(1)) {
            firsts.push(short(seconds.len()));
            let mut before = None;
            for (start, &spot) in spots.by_ref().take((end - start) as usize) {
                let number = second(spot);
                if before != Some(number) {
                    seconds.push(Second { number, start });
                }
                before = Some(number);
            }
        }
        firsts.push(short(seconds.len()));
        seconds.push(Second { number: u32::MAX, start: short(groups.items.len()) });
        Self { firsts, seconds, spots: groups.items, by_count: OnceCell::new() }
    }

    /// The pairs with a first number.
    fn pairs(&self, first: usize) -> Range<usize> {
        range(&self.firsts, first)
    }

    /// The pair of two numbers.
    fn find(&self, first: usize, second: u32) -> Option<usize> {
        let pairs = self.pairs(first);
        let start = pairs.start;
        let found = self.seconds.get(pairs)?.binary_search_by_key(&second, |it| it.number).ok()?;
        Some(start + found)
    }

    /// The places of a pair, in the order of the text.
    fn spots(&self, pair: usize) -> &[Spot] {
        match self.seconds.get(pair..).unwrap_or_default() {
            [pair, next, ..] => self.spots.get(pair.start as usize..next.start as usize),
            _ => None,
        }
        .unwrap_or_default()
    }

    fn starts(&self) -> Vec<u32> {
        self.seconds.iter().map(|second| second.start).collect()
    }

    fn sorted_by_count(&self) -> Vec<u32> {
        let count = |pair: u32| short(self.spots(pair as usize).len());
        let by_count = frequent_first(self.seconds.len() - 1, count);
        let mut firsts = vec![0; by_count.len()];
        for (number, first) in (0..).zip(0..self.firsts.len()) {
            if let Some(pairs) = firsts.get_mut(self.pairs(first)) {
                pairs.fill(number);
            }
        }
        let first = |pair: u32| firsts.get(pair as usize).copied().unwrap_or(u32::MAX);
        Groups::of(&by_count, self.firsts.len(), first).items
    }
}
