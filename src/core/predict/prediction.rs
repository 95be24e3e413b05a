//! What a counting model predicts at one position.

use std::rc::Rc;

use super::{
    Counts, Neighbour, Own, Source,
    counts::{Beside, Word},
};
use crate::core::math::{self, Distribution, Probability, Row};

/// What a counting model predicts at one position: a question to be asked for the words that matter.
#[derive(Debug)]
pub struct Prediction<'a> {
    counts: &'a Counts,
    source: Source,
    own: &'a Own,
    /// How many tokens the other sentences have.
    tokens: f64,
    /// What stands beside the left neighbour, beside the right one, and between both, where the
    /// source asks for it.
    beside: Option<[Beside<'a>; 3]>,
}

impl<'a> Prediction<'a> {
    /// What a source predicts between two neighbours, in a sentence that is left out of the counts.
    /// (A source that is a person gives an even prediction over the vocabulary here.)
    pub fn new(
        counts: &'a Counts,
        source: Source,
        own: &'a Own,
        left: Neighbour<'_>,
        right: Neighbour<'_>,
    ) -> Self {
        let beside = || counts.contexts(left, right).map(|context| counts.beside(context, own));
        let beside = matches!(source, Source::Neighbours { .. }).then(beside);
        Self { counts, source, own, tokens: counts.tokens(own), beside }
    }

    /// What it gives a word: 0 for one that is not in the vocabulary.
    pub fn probability_of(&self, word: &str) -> Probability {
        Probability::nearest(self.of(self.counts.number(Some(word))))
    }

    /// The `k` most probable words, the most probable first; of equally probable ones, the frequent
    /// ones first. Fewer where the vocabulary is smaller.
    pub fn top(&self, k: usize) -> Vec<(Rc<str>, Probability)> {
        let mut best: Vec<(Word, f64)> = Vec::new();
        let times = |word: Word| self.counts.times(word, self.own);
        // Offers a word that has at most the probability `most`.
        let mut offer = |word: Word, most: f64| {
            let last = k.checked_sub(1).and_then(|last| best.get(last));
            if last.is_some_and(|last| most < last.1)
                || best.iter().any(|&(listed, _)| listed == word)
            {
                return;
            }
            let p = self.of(word);
            let is_before = |&&(listed, q): &&(Word, f64)| {
                q.total_cmp(&p).then_with(|| times(listed).total_cmp(&times(word))).is_ge()
            };
            let place = best.iter().take_while(is_before).count();
            if place < k {
                best.insert(place, (word, p));
                best.truncate(k);
            }
        };
        // Beside those that stand in this context, only a frequent word can be among the first. Each
        // word of the sentence itself counts less than its frequency says and may hold a place.
        for &word in self.counts.by_frequency().iter().take(k + self.own.len()).take(self.size()) {
            offer(word, 1.0);
        }
        if let Some([left, right, both]) = self.beside {
            for (word, _) in both.words() {
                offer(word, 1.0);
            }
            // Thousands of words may stand beside a frequent one. Nearly all of them are passed over
            // by what they would have if the sentence itself counted.
            let mut right = right.words().peekable();
            for (word, on_left) in left.words() {
                while let Some((word, on_right)) = right.next_if(|&(next, _)| next < word) {
                    offer(word, self.at_most(word, [0.0, on_right]));
                }
                let on_right = right.next_if(|&(next, _)| next == word).map_or(0.0, |(_, n)| n);
                offer(word, self.at_most(word, [on_left, on_right]));
            }
            for (word, on_right) in right {
                offer(word, self.at_most(word, [0.0, on_right]));
            }
        }
        let spelled =
            |(word, p)| Some((self.counts.spelled(word)?.clone(), Probability::nearest(p)));
        best.into_iter().filter_map(spelled).collect()
    }

    /// The number of words in the vocabulary.
    fn size(&self) -> usize {
        match self.source {
            Source::Uniform { vocabulary: Some(size) } => size.get() as usize,
            _ => self.counts.vocabulary(),
        }
    }

    /// The `k` most probable words, the target in any case, and the rest as one row: what a person
    /// goes on from by hand.
    pub fn distribution(&self, target: Option<&Rc<str>>, k: usize) -> Option<Distribution> {
        let mut listed = self.top(k);
        if let Some(target) = target
            && !listed.iter().any(|(word, _)| word == target)
        {
            listed.truncate(k.saturating_sub(1));
            listed.push((target.clone(), self.probability_of(target)));
        }
        let mass = math::sum(listed.iter().map(|(_, p)| p.value()));
        let rest = Probability::nearest(1.0 - mass);
        let rows = listed.into_iter().map(|(word, p)| (Row::Word(word), p.value(), false));
        Distribution::from_rows(rows.chain([(Row::Others, rest.value(), false)])).ok()
    }

    fn of(&self, word: Word) -> f64 {
        match self.source {
            // The vocabulary has so many words and nobody knows which: it has any one.
            Source::Uniform { vocabulary: Some(size) } => 1.0 / f64::from(size.get()),
            _ if self.counts.spelled(word).is_none() => 0.0,
            Source::ByHand | Source::Uniform { .. } => self.even(),
            Source::Unigram { alpha } | Source::Neighbours { alpha, .. } => {
                let unigram = self.unigram(self.counts.times(word, self.own), alpha);
                self.beside.map_or(unigram, |beside| {
                    self.neighbours(unigram, beside.map(|beside| beside.times(word, self.own)))
                })
            }
        }
    }

    /// At least what a word has that stands so often beside the left neighbour and beside the right
    /// one, and never between both. Each step rounds as in [`Self::of`], with counts that are not
    /// smaller: so it is never less, not by a bit.
    fn at_most(&self, word: Word, [left, right]: [f64; 2]) -> f64 {
        match self.source {
            Source::Neighbours { alpha, .. } => {
                let unigram = self.unigram(self.counts.times_in_all(word), alpha);
                self.neighbours(unigram, [left, right, 0.0])
            }
            _ => 1.0,
        }
    }

    fn even(&self) -> f64 {
        1.0 / self.counts.vocabulary() as f64
    }

    fn unigram(&self, times: f64, alpha: f64) -> f64 {
        let all = self.tokens + alpha * self.counts.vocabulary() as f64;
        // There may be no other sentence to count.
        if all > 0.0 { (times + alpha) / all } else { self.even() }
    }

    /// What is counted in each context, mixed with what a shorter one gives.
    fn neighbours(&self, unigram: f64, times: [f64; 3]) -> f64 {
        let (Source::Neighbours { backoff, .. }, Some(beside)) = (self.source, self.beside) else {
            return unigram;
        };
        let [left, right, both] = beside.map(|beside| beside.places + backoff);
        let [on_left, on_right, between] = times;
        let of_left = (on_left + backoff * unigram) / left;
        let of_right = (on_right + backoff * unigram) / right;
        (between + backoff * f64::midpoint(of_left, of_right)) / both
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use proptest::prelude::*;

    use super::*;

    /// A dataset of sentences whose tokens are parted by spaces; the first sentence is predicted.
    struct Dataset {
        sentences: Vec<Vec<&'static str>>,
        counts: Counts,
        own: Own,
    }

    impl Dataset {
        fn of(sentences: &[&'static str]) -> Self {
            let sentences: Vec<Vec<&str>> =
                sentences.iter().map(|sentence| sentence.split(' ').collect()).collect();
            let tokens = sentences.iter().map(|s| s.iter().map(|token| Some(*token)));
            let counts = Counts::of(tokens);
            let own = counts.own(sentences[0].iter().map(|token| Some(*token)));
            Self { sentences, counts, own }
        }

        /// What is predicted at a token of the first sentence, counted from 0.
        fn at(&self, index: usize, source: Source) -> Prediction<'_> {
            let beside = |index: Option<usize>| {
                let token = index.and_then(|index| self.sentences[0].get(index));
                token.map_or(Neighbour::Edge, |token| Neighbour::Token(token))
            };
            let (left, right) = (beside(index.checked_sub(1)), beside(Some(index + 1)));
            Prediction::new(&self.counts, source, &self.own, left, right)
        }
    }

    fn p(prediction: &Prediction<'_>, word: &str) -> f64 {
        prediction.probability_of(word).value()
    }

    const DATASET: [&str; 4] = ["the fox runs", "the dog runs", "the dog sleeps", "a cat runs"];

    #[test]
    fn an_untrained_model_costs_the_logarithm_of_its_vocabulary() {
        let dataset = Dataset::of(&DATASET);
        let prediction = dataset.at(1, Source::UNIFORM);
        assert_eq!(p(&prediction, "fox"), 1.0 / 7.0);
        assert_eq!(p(&prediction, "unheard"), 0.0);
        let bert = Source::Uniform { vocabulary: NonZeroU32::new(30_522) };
        let prediction = dataset.at(1, bert);
        let loss = prediction.probability_of("fox").log_prob().loss();
        assert!((loss - libm::log(30_522.0)).abs() < 1e-12);
        assert_eq!(prediction.top(3).len(), 3);
    }

    #[test]
    fn a_unigram_counts_the_other_sentences() {
        let dataset = Dataset::of(&DATASET);
        // The others have 9 tokens: twice "dog", no "fox". The vocabulary has 7 words.
        let prediction = dataset.at(1, Source::UNIGRAM);
        assert_eq!(p(&prediction, "dog"), 3.0 / 16.0);
        assert_eq!(p(&prediction, "fox"), 1.0 / 16.0);
        assert_eq!(p(&dataset.at(1, Source::Unigram { alpha: 0.0 }), "fox"), 0.0);
    }

    #[test]
    fn neighbours_lean_on_the_shorter_context() {
        let dataset = Dataset::of(&DATASET);
        let prediction = dataset.at(1, Source::NEIGHBOURS);
        // Behind "the": dog twice in 2 places. Before "runs": dog once in 2. Between both: once in 1.
        let unigram = 3.0 / 16.0;
        let (left, right) = ((2.0 + unigram) / 3.0, (1.0 + unigram) / 3.0);
        let expected = f64::midpoint(1.0 + left, 1.0 + right) / 2.0;
        assert!((p(&prediction, "dog") - expected).abs() < 1e-15);
        let words: Vec<_> =
            prediction.top(2).into_iter().map(|(word, _)| word.to_string()).collect();
        assert_eq!(words, ["dog", "cat"]);
    }

    #[test]
    fn a_single_sentence_has_nothing_to_count_and_gets_an_even_prediction() {
        let dataset = Dataset::of(&["the quick brown fox"]);
        for source in [Source::Unigram { alpha: 0.0 }, Source::UNIGRAM, Source::NEIGHBOURS] {
            let prediction = dataset.at(2, source);
            assert!((p(&prediction, "brown") - 0.25).abs() < 1e-15, "{source:?}");
        }
    }

    #[test]
    fn the_distribution_lists_the_best_words_the_target_and_the_rest() {
        let dataset = Dataset::of(&DATASET);
        let distribution =
            dataset.at(1, Source::NEIGHBOURS).distribution(Some(&"fox".into()), 3).unwrap();
        let rows: Vec<&Row> = distribution.candidates().iter().map(|c| &c.row).collect();
        assert_eq!(rows[0], &Row::Word("dog".into()));
        assert_eq!(rows[2..], [&Row::Word("fox".into()), &Row::Others]);
    }

    fn sentence() -> impl Strategy<Value = String> {
        prop::collection::vec("[a-e]", 1..7).prop_map(|tokens| tokens.join(" "))
    }

    proptest! {
        #[test]
        fn any_prediction_sums_to_1_over_the_vocabulary_and_the_top_is_its_top(
            sentences in prop::collection::vec(sentence(), 1..8),
            alpha in prop_oneof![Just(0.0), 0.0..3.0_f64],
            backoff in 0.01..5.0_f64,
            index in 0_usize..6,
            k in 0_usize..7,
        ) {
            let sentences: Vec<&'static str> =
                sentences.into_iter().map(|sentence| &*sentence.leak()).collect();
            let dataset = Dataset::of(&sentences);
            for source in [
                Source::UNIFORM,
                Source::Unigram { alpha },
                Source::Neighbours { alpha, backoff },
            ] {
                let prediction = dataset.at(index % dataset.sentences[0].len(), source);
                let mut all: Vec<f64> =
                    dataset.counts.words().iter().map(|word| p(&prediction, word)).collect();
                prop_assert!((math::sum(all.iter().copied()) - 1.0).abs() < 1e-12, "{:?}", all);
                all.sort_by(|a, b| b.total_cmp(a));
                all.truncate(k);
                let top: Vec<f64> = prediction.top(k).iter().map(|(_, p)| p.value()).collect();
                prop_assert_eq!(top, all);
            }
        }
    }
}
