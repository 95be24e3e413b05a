//! What a counting model predicts at one position.

use std::rc::Rc;

use super::{
    Counts, Neighbour, Own, Source,
    concordance::{Context, Word},
};
use crate::core::math::{self, Distribution, Probability, Row};

/// What a counting model predicts at one position: a question to be asked for the words that matter.
#[derive(Debug)]
pub struct Prediction<'a> {
    pub(super) counts: &'a Counts,
    pub(super) source: Source,
    pub(super) own: Own,
    /// The left neighbour, the right one, and both, where the source asks for them.
    pub(super) contexts: Option<[Context<'a>; 3]>,
    /// In how many places of the other sentences these stand.
    places: [f64; 3],
}

impl<'a> Prediction<'a> {
    /// What a source predicts at a position, counted from 0, of a sentence that is left out of the
    /// counts, between two neighbours.
    /// (A source that is a person gives an even prediction over the vocabulary here.)
    pub fn new(
        counts: &'a Counts,
        source: Source,
        own: Own,
        index: usize,
        neighbours: [Neighbour<'_>; 2],
    ) -> Self {
        let contexts = match source {
            Source::Neighbours { .. } => Some(counts.contexts(own, index, neighbours)),
            _ => None,
        };
        let places = contexts.map(|contexts| contexts.map(|context| counts.places(context, own)));
        Self { counts, source, own, contexts, places: places.unwrap_or_default() }
    }

    /// What it gives a word: 0 for one that is not in the vocabulary.
    pub fn probability_of(&self, word: &str) -> Probability {
        Probability::nearest(self.of(self.counts.number(word)))
    }

    /// How undecided it is: −Σ p log p over the vocabulary, in nats. `None` where it is not worked
    /// out, since it would take all of the vocabulary.
    pub fn entropy(&self) -> Option<f64> {
        let is_even = matches!(self.source, Source::ByHand | Source::Uniform { .. });
        is_even.then(|| libm::log(self.size() as f64))
    }

    /// The number of words in the vocabulary.
    pub(super) fn size(&self) -> usize {
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
            // A vocabulary of few words has room for no more, whichever they are.
            listed.truncate(k.min(self.size()).saturating_sub(1));
            listed.push((target.clone(), self.probability_of(target)));
        }
        let mass = math::sum(listed.iter().map(|(_, p)| p.value()));
        let rest = Probability::nearest(1.0 - mass);
        let rows = listed.into_iter().map(|(word, p)| (Row::Word(word), p.value(), false));
        Distribution::from_rows(rows.chain([(Row::Others, rest.value(), false)])).ok()
    }

    pub(super) fn of(&self, word: Word) -> f64 {
        match (self.source, self.contexts) {
            (Source::Uniform { vocabulary: Some(_) }, _) => self.even(),
            _ if self.counts.spelled(word).is_none() => 0.0,
            (Source::ByHand | Source::Uniform { .. }, _) => self.even(),
            (_, None) => self.mixed(self.counts.times(word, self.own), [0.0; 3]),
            (_, Some([left, right, both])) => {
                let times_in = |context| self.counts.times_in(context, word, self.own);
                let (left, right) = (times_in(left), times_in(right));
                // A word that stands between both stands beside each.
                let both = if left > 0.0 && right > 0.0 { times_in(both) } else { 0.0 };
                self.mixed(self.counts.times(word, self.own), [left, right, both])
            }
        }
    }

    /// The most that it can give a word that stands at most so often in the other sentences, and so
    /// often in each of the contexts in the dataset.
    pub(super) fn most(&self, times: f64, seen: [f64; 3]) -> f64 {
        let [left, right, both] = seen;
        let [l, r, b] = self.places;
        self.mixed(times, [left.min(l), right.min(r), both.min(b)])
    }

    /// What a word is given that stands so often in the other sentences, and so often in each of the
    /// contexts. It grows with each of these numbers, rounding included.
    fn mixed(&self, times: f64, seen: [f64; 3]) -> f64 {
        match self.source {
            Source::ByHand | Source::Uniform { .. } => self.even(),
            Source::Unigram { alpha } => self.unigram(times, alpha),
            Source::Neighbours { alpha, backoff } => {
                // What is counted in a context, mixed with what a shorter one gives.
                let beside = |seen: f64, places: f64, shorter: f64| {
                    (seen + backoff * shorter) / (places + backoff)
                };
                let unigram = self.unigram(times, alpha);
                let ([left, right, both], [l, r, b]) = (seen, self.places);
                let shorter = f64::midpoint(beside(left, l, unigram), beside(right, r, unigram));
                beside(both, b, shorter)
            }
        }
    }

    fn even(&self) -> f64 {
        match self.source {
            // The vocabulary has so many words and nobody knows which: it has any one.
            Source::Uniform { vocabulary: Some(size) } => 1.0 / f64::from(size.get()),
            _ => 1.0 / self.counts.vocabulary() as f64,
        }
    }

    fn unigram(&self, times: f64, alpha: f64) -> f64 {
        let all = self.counts.tokens(self.own) + alpha * self.counts.vocabulary() as f64;
        // There may be no other sentence to count.
        if all > 0.0 { (times + alpha) / all } else { self.even() }
    }
}

#[cfg(test)]
mod tests {
    use std::{cmp::Reverse, num::NonZeroU32};

    use proptest::prelude::*;

    use super::*;

    /// A dataset of sentences whose tokens are parted by spaces; the first sentence is predicted.
    struct Dataset {
        sentences: Vec<Vec<&'static str>>,
        counts: Counts,
    }

    impl Dataset {
        fn of(sentences: &[&'static str]) -> Self {
            let sentences: Vec<Vec<&str>> =
                sentences.iter().map(|sentence| sentence.split(' ').collect()).collect();
            let tokens = sentences.iter().map(|s| s.iter().map(|token| Some(*token)));
            let counts = Counts::of(tokens);
            Self { sentences, counts }
        }

        /// What is predicted at a token of the first sentence, counted from 0.
        fn at(&self, index: usize, source: Source) -> Prediction<'_> {
            let neighbours = [Neighbour::Original; 2];
            Prediction::new(&self.counts, source, self.counts.own(0), index, neighbours)
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

    #[test]
    fn a_vocabulary_of_few_words_has_the_target_among_them() {
        let dataset = Dataset::of(&DATASET);
        for size in 1..9 {
            let source = Source::Uniform { vocabulary: NonZeroU32::new(size) };
            let prediction = dataset.at(1, source);
            let distribution = prediction.distribution(Some(&"sleeps".into()), 5).unwrap();
            let target = distribution.probability_of("sleeps").value();
            assert!((target - 1.0 / f64::from(size)).abs() < 1e-15, "{size}: {distribution:?}");
        }
    }

    fn sentence() -> impl Strategy<Value = String> {
        prop::collection::vec("[a-e]", 1..7).prop_map(|tokens| tokens.join(" "))
    }

    /// One that is not walked through.
    fn long_sentence() -> impl Strategy<Value = String> {
        prop::collection::vec("[a-h]", 30..70).prop_map(|tokens| tokens.join(" "))
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

        #[test]
        fn the_top_is_the_head_of_the_sorted_vocabulary(
            sentences in prop::collection::vec(prop_oneof![sentence(), long_sentence()], 1..8),
            alpha in prop_oneof![Just(0.0), 0.0..3.0_f64],
            backoff in prop_oneof![Just(1.0), 0.01..5.0_f64],
            index in 0_usize..60,
            k in 0_usize..9,
            vocabulary in prop::option::of(1_u32..12),
        ) {
            let sentences: Vec<&'static str> =
                sentences.into_iter().map(|sentence| &*sentence.leak()).collect();
            let dataset = Dataset::of(&sentences);
            for source in [
                Source::Uniform { vocabulary: vocabulary.and_then(NonZeroU32::new) },
                Source::Unigram { alpha },
                Source::Neighbours { alpha, backoff },
            ] {
                let prediction = dataset.at(index % dataset.sentences[0].len(), source);
                let times = |sentences: &[Vec<&str>], word: &str| {
                    sentences.iter().flatten().filter(|&&token| token == word).count()
                };
                // They are in the order in which they come in the dataset, and the sort keeps it.
                let mut sorted: Vec<&str> =
                    dataset.counts.words().iter().map(|word| &**word).collect();
                sorted.sort_by_key(|word| Reverse(times(&dataset.sentences, word)));
                // A vocabulary of so many words has the frequent ones.
                if let Source::Uniform { vocabulary: Some(size) } = source {
                    sorted.truncate(size.get() as usize);
                }
                sorted.sort_by_key(|word| Reverse(times(&dataset.sentences[1..], word)));
                sorted.sort_by(|one, other| p(&prediction, other).total_cmp(&p(&prediction, one)));
                sorted.truncate(k);
                let top: Vec<(Rc<str>, Probability)> = prediction.top(k);
                let words: Vec<&str> = top.iter().map(|(word, _)| &**word).collect();
                prop_assert_eq!(words, sorted, "{:?}", source);
                for (word, probability) in &top {
                    prop_assert_eq!(*probability, prediction.probability_of(word));
                }
            }
        }
    }
}
