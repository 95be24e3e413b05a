//! The words to which a counting model gives the most.

use std::rc::Rc;

use super::{Prediction, concordance::Word};
use crate::core::math::Probability;

/// What decides which of two words is listed first: the more of it, the earlier.
#[derive(Clone, Copy, Debug)]
struct Rank {
    probability: f64,
    /// How often it stands in the other sentences, and how often in all of them.
    times: f64,
    times_anywhere: u32,
    /// Of two words that are alike in all of this, the first one in the dataset comes first.
    word: Word,
}

impl Rank {
    /// Whether it is listed before another one, or is the same.
    fn is_before(&self, other: &Self) -> bool {
        self.probability
            .total_cmp(&other.probability)
            .then(self.times.total_cmp(&other.times))
            .then(self.times_anywhere.cmp(&other.times_anywhere))
            .then(other.word.cmp(&self.word))
            .is_ge()
    }
}

impl Prediction<'_> {
    /// The `k` most probable words, the most probable first; of equally probable ones, those first
    /// that are frequent in the other sentences, or else in all of them, or else come first there.
    /// Fewer where the vocabulary is smaller.
    ///
    /// A context can have ten thousand words, and few are looked at: its words, and those of the
    /// vocabulary, are walked through from the frequent to the rare ones, all of these lists in step.
    /// What is left in them is counted no more than where the walk is now. So it ends where that
    /// much is not enough to be among the first. (R. Fagin, A. Lotem and M. Naor, "Optimal
    /// aggregation algorithms for middleware", Journal of Computer and System Sciences 66 (2003),
    /// 614–656.)
    pub fn top(&self, k: usize) -> Vec<(Rc<str>, Probability)> {
        let mut best: Vec<Rank> = Vec::new();
        let mut contexts = self.contexts.map(|contexts| contexts.map(|context| context.by_count()));
        for &frequent in self.counts.by_frequency().iter().take(self.size()) {
            let heads: [Option<(Word, usize)>; 3] = match &mut contexts {
                Some(contexts) => contexts.each_mut().map(Iterator::next),
                None => [None; 3],
            };
            let seen = heads.map(|head| head.map_or(0.0, |(_, count)| count as f64));
            let most = self.highest(frequent, seen);
            if best.len() >= k && best.last().is_none_or(|last| last.is_before(&most)) {
                break;
            }
            let words = heads.into_iter().flatten().map(|(word, _)| word);
            for word in words.chain([frequent]) {
                if best.iter().all(|listed| listed.word != word) {
                    let rank = self.rank(word);
                    let place = best.iter().take_while(|listed| listed.is_before(&rank)).count();
                    if place < k {
                        best.insert(place, rank);
                        best.truncate(k);
                    }
                }
            }
        }
        let spelled = |rank: Rank| {
            let probability = Probability::nearest(rank.probability);
            Some((self.counts.spelled(rank.word)?.clone(), probability))
        };
        best.into_iter().filter_map(spelled).collect()
    }

    fn rank(&self, word: Word) -> Rank {
        Rank {
            probability: self.of(word),
            times: self.counts.times(word, self.own),
            times_anywhere: self.counts.times_anywhere(word),
            word,
        }
    }

    /// What no word comes before that is behind this one by frequency and stands at most so often in
    /// each of the contexts, the sentence itself included.
    fn highest(&self, word: Word, seen: [f64; 3]) -> Rank {
        let times_anywhere = self.counts.times_anywhere(word);
        // In the other sentences it cannot stand more often than they have tokens.
        let times = f64::from(times_anywhere).min(self.counts.tokens(self.own));
        Rank { probability: self.most(times, seen), times, times_anywhere, word }
    }
}
