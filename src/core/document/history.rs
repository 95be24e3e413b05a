//! The way back and forth between the documents of a session.

use std::{ops::Range, rc::Rc};

use super::{Document, Edit, Example, Trace};
use crate::core::sequence::Sequence;

/// The versions of a document in the order in which they came, and which of them is the present one.
///
/// A version shares with its neighbours what it has in common with them. Where too much is left that
/// is not shared, as after many draws over a large text, some versions are not kept but made again
/// when they are asked for, from an earlier one and the edits since then: the further away, the
/// fewer are kept.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    versions: Sequence<Version>,
    present: usize,
    /// The sum of theirs.
    weight: usize,
}

/// A document that was there.
#[derive(Clone, Debug)]
struct Version {
    /// `None` where it is to be made again. The first version and the present one have it.
    document: Option<Document>,
    /// What makes it of the version before, and how many times over; `None` where that would carry a
    /// text with it, or take too long. Then the document is kept.
    edit: Option<(Edit, u32)>,
    /// How the loss had gone until then.
    trace: Trace,
    /// Where it is kept: how many sentences the version that is kept before it does not share with it.
    weight: usize,
}

/// The most sentences that are kept beside those of one document: of about a third of a kilobyte
/// each, so that a history stays within some 50 MB whatever is done.
const WEIGHT_LIMIT: usize = 100_000;
/// A version with fewer sentences of its own is not worth making again.
const HEAVY: usize = 100;
/// The most steps of a run of training that are worth taking again: they go through the same documents
/// to the same bits, and that takes as long as it took.
const STEPS_AGAIN: u32 = 100;
/// The most versions, however light they are; the oldest ones go first.
const VERSION_LIMIT: usize = 1_001;

impl History {
    /// Begins with a document.
    pub(super) fn new(document: &Document, trace: Trace) -> Self {
        let first = Version { document: Some(document.clone()), edit: None, trace, weight: 0 };
        Self { versions: [Rc::new(first)].into_iter().collect(), present: 0, weight: 0 }
    }

    /// The present document; `None` where no history was begun.
    pub(super) fn present(&self) -> Option<&Document> {
        self.document(self.present)
    }

    /// How the loss has gone until the present document.
    pub(super) fn trace(&self) -> Option<&Trace> {
        Some(&self.versions.get(self.present)?.trace)
    }

    /// Whether there is an earlier version.
    pub(super) fn can_go_back(&self) -> bool {
        self.present > 0
    }

    /// Whether there is a later version.
    pub(super) fn can_go_forth(&self) -> bool {
        self.present + 1 < self.versions.len()
    }

    /// The history with a document that an edit, so many times over, has made of the present one. What
    /// came later before is forgotten.
    pub(super) fn with(
        &self,
        (edit, times): (&Edit, u32),
        document: &Document,
        trace: Trace,
    ) -> Self {
        let mut history = self.clone();
        while history.can_go_forth() {
            history.remove(history.versions.len() - 1);
        }
        let edit = (edit.is_light() && times <= STEPS_AGAIN).then(|| (edit.clone(), times));
        let weight = self.present().map_or(0, |present| own_sentences(present, document));
        let version = Version { document: Some(document.clone()), edit, trace, weight };
        history.versions.push(Rc::new(version));
        history.present = history.versions.len() - 1;
        history.weight += weight;
        history.thin_out();
        history
    }

    /// One version back.
    pub(super) fn back(&self) -> Option<(Self, Document)> {
        self.at(self.present.checked_sub(1)?)
    }

    /// One version forth.
    pub(super) fn forth(&self) -> Option<(Self, Document)> {
        self.at(self.present + 1)
    }

    fn at(&self, index: usize) -> Option<(Self, Document)> {
        let mut history = self.clone();
        let document = history.made(index)?;
        history.present = index;
        history.thin_out();
        Some((history, document))
    }

    /// The document of a version, made again if it has to be. It and one halfway to it are then kept,
    /// so that going on in the same direction costs ever less.
    fn made(&mut self, index: usize) -> Option<Document> {
        let (start, mut document) =
            (0..=index).rev().find_map(|at| Some((at, self.document(at)?.clone())))?;
        let halfway = start.midpoint(index);
        for next in start + 1..=index {
            let version = self.versions.get(next)?;
            let (edit, times) = version.edit.as_ref()?;
            for _ in 0..*times {
                document = document.apply(edit).ok()?;
            }
            if next == halfway || next == index {
                self.keep(next, Some(document.clone()));
            }
        }
        Some(document)
    }

    fn document(&self, index: usize) -> Option<&Document> {
        self.versions.get(index)?.document.as_ref()
    }

    /// Keeps the document of a version, or lets go of it.
    fn keep(&mut self, index: usize, document: Option<Document>) {
        self.change(index, |version| version.document = document);
        let after = (index + 1..self.versions.len()).find(|&at| self.document(at).is_some());
        for index in [Some(index), after].into_iter().flatten() {
            let before = (0..index).rev().find_map(|at| self.document(at));
            let both = before.zip(self.document(index));
            let own = both.map_or(0, |(before, document)| own_sentences(before, document));
            self.weigh(index, own);
        }
    }

    fn weigh(&mut self, index: usize, weight: usize) {
        self.weight += weight;
        self.weight -= self.versions.get(index).map_or(0, |version| version.weight);
        self.change(index, |version| version.weight = weight);
    }

    /// Takes out the first version or the last.
    fn remove(&mut self, index: usize) {
        let removed = self.versions.remove(index);
        self.weight -= removed.map_or(0, |version| version.weight);
    }

    fn change(&mut self, index: usize, change: impl FnOnce(&mut Version)) {
        if let Some(version) = self.versions.get(index) {
            let mut version = Version::clone(version);
            change(&mut version);
            self.versions.set(index, Rc::new(version));
        }
    }

    /// Lets go of what is too much.
    fn thin_out(&mut self) {
        while self.weight > WEIGHT_LIMIT && self.versions.len() > 1 {
            match self.most_crowded() {
                Some(index) => self.keep(index, None),
                None => self.shorten(),
            }
        }
        while self.versions.len() > VERSION_LIMIT {
            self.shorten();
        }
    }

    /// The heavy version that can be made again and whose neighbours are closest, for how far away it
    /// is from the present.
    fn most_crowded(&self) -> Option<usize> {
        let kept: Vec<(usize, &Version)> = self
            .versions
            .iter()
            .map(|version| &**version)
            .enumerate()
            .filter(|(_, version)| version.document.is_some())
            .collect();
        let crowding = kept.windows(3).filter_map(|three| {
            let [(before, _), (index, version), (after, next)] = three else { return None };
            let can_go = version.edit.is_some() && next.weight >= HEAVY && *index != self.present;
            can_go.then(|| ((after - before) as f64 / index.abs_diff(self.present) as f64, *index))
        });
        crowding.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, index)| index)
    }

    /// A history that begins with the present document.
    fn restarted(&self) -> Option<Self> {
        Some(Self::new(self.present()?, self.trace()?.clone()))
    }

    /// Takes out the oldest version; where that is the present one, the last.
    fn shorten(&mut self) {
        if self.present == 0 {
            self.remove(self.versions.len() - 1);
            return;
        }
        // The second version becomes the first one, which is always kept.
        if self.made(1).is_none() {
            // An edit that was taken once is taken again; were it not, no way would lead back.
            *self = self.restarted().unwrap_or_default();
            return;
        }
        self.remove(0);
        self.weigh(0, 0);
        self.present -= 1;
    }
}

impl Edit {
    /// Whether it takes next to no room: it carries no text.
    fn is_light(&self) -> bool {
        !matches!(
            self,
            Self::SetText(_)
                | Self::SetSentence { .. }
                | Self::InsertText { .. }
                | Self::Load { .. }
        )
    }
}

/// How many sentences a document has that another one does not share with it, wherever they stand:
/// a sentence that is moved takes no room.
fn own_sentences(document: &Document, other: &Document) -> usize {
    let (own, others) = document.examples().difference(other.examples());
    if own.is_empty() {
        return 0;
    }
    let between = |document: &Document, range: Range<usize>| -> Vec<*const Example> {
        document.examples().iter_from(range.start).take(range.len()).map(Rc::as_ptr).collect()
    };
    let mut shared = between(other, others);
    shared.sort_unstable();
    let own = between(document, own);
    own.iter().filter(|sentence| shared.binary_search(sentence).is_err()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        document::{
            ModelId, Scope, Session,
            examples::{masked, place, typed},
        },
        text::Recipe,
    };

    const SENTENCES: usize = 1_000;

    fn text() -> Document {
        typed(&"A fox saw the dog. ".repeat(SENTENCES))
    }

    fn draw(epoch: u64) -> Edit {
        Edit::Draw { scope: Scope::Dataset, recipe: Recipe::BERT, seed: 1, epoch }
    }

    /// Whether the bookkeeping is right.
    #[track_caller]
    fn assert_sound(history: &History) {
        assert!(history.document(0).is_some() && history.document(history.present).is_some());
        assert!(history.versions.iter().all(|v| v.document.is_some() || v.edit.is_some()));
        let kept: Vec<&Document> =
            (0..history.versions.len()).filter_map(|at| history.document(at)).collect();
        let own: usize = kept.windows(2).map(|pair| own_sentences(pair[0], pair[1])).sum();
        assert_eq!(history.weight, own);
        assert!(history.weight <= WEIGHT_LIMIT || history.versions.len() == 1);
        assert!(history.versions.len() <= VERSION_LIMIT);
    }

    #[test]
    fn draws_over_the_whole_text_are_taken_back_to_the_first_and_taken_again_to_the_last() {
        let mut document = text();
        let mut history = History::new(&document, Trace::default());
        let mut documents = vec![document.clone()];
        // Each draws all sentences anew, but for every fifth, which masks one word.
        for step in 0..250_usize {
            let edit =
                if step % 5 == 4 { Edit::ToggleMask(place(step, 2)) } else { draw(step as u64) };
            document = document.apply(&edit).unwrap();
            history = history.with((&edit, 1), &document, Trace::default());
            documents.push(document.clone());
        }
        assert_sound(&history);
        let kept = history.versions.iter().filter(|version| version.document.is_some()).count();
        assert!(kept < 150, "{kept} of 251 versions are kept");
        for expected in documents.iter().rev().skip(1) {
            let (before, document) = history.back().unwrap();
            assert!(document == *expected);
            history = before;
        }
        assert_sound(&history);
        assert!(!history.can_go_back() && history.back().is_none());
        for expected in &documents[1..] {
            let (after, document) = history.forth().unwrap();
            assert!(document == *expected);
            history = after;
        }
        assert_sound(&history);
        assert!(!history.can_go_forth() && history.forth().is_none());
    }

    #[test]
    fn texts_that_share_nothing_push_out_the_oldest_ones_and_not_the_last() {
        let mut document = text();
        let mut history = History::new(&document, Trace::default());
        for number in 0..2 * WEIGHT_LIMIT / SENTENCES {
            let edit = Edit::SetText(format!("The {number}. dog saw it! ").repeat(SENTENCES));
            document = document.apply(&edit).unwrap();
            history = history.with((&edit, 1), &document, Trace::default());
        }
        assert_sound(&history);
        let versions = history.versions.len();
        assert!((50..150).contains(&versions), "{versions}");
    }

    #[test]
    fn a_sentence_that_is_moved_takes_no_room() {
        let mut document = text();
        let mut history = History::new(&document, Trace::default());
        for _ in 0..50 {
            let edit = Edit::MoveSentence { from: 0, to: SENTENCES - 1 };
            document = document.apply(&edit).unwrap();
            history = history.with((&edit, 1), &document, Trace::default());
        }
        assert_sound(&history);
        assert_eq!(history.weight, 0);
    }

    #[test]
    fn what_follows_an_edit_that_was_taken_back_is_forgotten() {
        let first = masked(&typed("A fox saw the dog."), 0, 2);
        let history = History::new(&first, Trace::default()).with(
            (&draw(1), 1),
            &first.apply(&draw(1)).unwrap(),
            Trace::default(),
        );
        let (back, document) = history.back().unwrap();
        assert!(document == first && back.can_go_forth());
        let other = back.with((&draw(2), 1), &first.apply(&draw(2)).unwrap(), Trace::default());
        assert!(!other.can_go_forth());
        assert_eq!(other.versions.len(), 2);
        assert_sound(&other);
        // The session has no other way back.
        assert!(!Session::new(&first).can_undo());
    }

    #[test]
    fn a_run_of_training_is_made_again_step_by_step() {
        let model = ModelId::default();
        let train = Edit::Train { model, scope: Scope::Dataset, rate: 0.3, steps: 1 };
        let after = |document: &Document, steps: u32| {
            (0..steps).fold(document.clone(), |document, _| document.apply(&train).unwrap())
        };
        let first = Document::course_item();
        let (second, third) = (after(&first, 3), after(&first, 4));
        let mut history = History::new(&first, Trace::default())
            .with((&train, 3), &second, Trace::default())
            .with((&train, 1), &third, Trace::default());
        history.keep(1, None);
        assert_eq!(history.back().unwrap().1, second);
        // A long one would take too long.
        let long = history.with((&train, 101), &after(&third, 101), Trace::default());
        assert!(long.versions.get(3).unwrap().edit.is_none());
    }
}
