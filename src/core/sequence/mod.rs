//! A list of which many versions are kept: each shares with the others what it has in common with
//! them. The dataset and its report are such lists. A copy costs one pointer, an edit a few nodes of
//! a tree, and two versions are compared by the nodes that they share: so an undo step is small, and
//! only the sentences that have changed are evaluated anew.
//!
//! Published lists of this kind do not tell where two versions differ, which is what evaluation
//! needs.

mod iter;
mod node;

use std::{ops::Range, rc::Rc};

pub use iter::Iter;
use node::Node;

/// A list of shared items.
///
/// ```
/// use masklab::core::sequence::Sequence;
/// let one: Sequence<&str> = ["a", "b", "c"].into_iter().collect();
/// let mut other = one.clone();
/// other.set(1, "B".into());
/// assert_eq!(one.get(1).map(|item| **item), Some("b"));
/// assert_eq!(other.difference(&one), (1..2, 1..2));
/// ```
#[derive(Debug)]
pub struct Sequence<T> {
    root: Node<T>,
    /// The item that was set last, with its index. It is not in the tree yet: a slider that is
    /// dragged sets one and the same item with each move, and none of the moves copies a path.
    latest: Option<(usize, Rc<T>)>,
}

impl<T> Sequence<T> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        self.root.len()
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at an index, counted from 0.
    pub fn get(&self, index: usize) -> Option<&Rc<T>> {
        self.iter_from(index).next()
    }

    /// The items in their order.
    pub fn iter(&self) -> Iter<'_, T> {
        self.iter_from(0)
    }

    /// The items in their order, from the one at an index on.
    pub fn iter_from(&self, index: usize) -> Iter<'_, T> {
        Iter::new(&self.root, self.latest.as_ref(), index)
    }

    /// Replaces the item at an index. Says whether there was one; else nothing changes.
    pub fn set(&mut self, index: usize, item: Rc<T>) -> bool {
        let is_there = index < self.len();
        if is_there {
            if self.latest.as_ref().is_some_and(|(at, _)| *at != index) {
                self.settle();
            }
            self.latest = Some((index, item));
        }
        is_there
    }

    /// Puts the item that was set last into the tree, where it stays. Nothing changes but the time
    /// that comparisons take.
    pub fn settle(&mut self) {
        if let Some((index, item)) = self.latest.take() {
            self.root.set(index, item);
        }
    }

    /// Inserts an item in front of the one at an index, or at the end.
    pub fn insert(&mut self, index: usize, item: Rc<T>) {
        self.settle();
        self.root = match self.root.with(index, item) {
            (root, None) => root,
            (first, Some(second)) => Node::branch(vec![first, second]),
        };
    }

    /// Adds an item at the end.
    pub fn push(&mut self, item: Rc<T>) {
        self.insert(self.len(), item);
    }

    /// Takes the item at an index out, if there is one.
    pub fn remove(&mut self, index: usize) -> Option<Rc<T>> {
        let removed = self.get(index).cloned()?;
        self.settle();
        self.root = self.root.without(index);
        while let Node::Branch { children, .. } = &self.root
            && let [only] = &children[..]
        {
            self.root = only.clone();
        }
        Some(removed)
    }

    /// Replaces a range of items by others. What lies outside stays shared with the list as it was
    /// where few are replaced; where most are, the list is built anew. (So it is in the page's first
    /// load, where texts are short.)
    pub fn splice(&mut self, range: Range<usize>, items: Vec<Rc<T>>) {
        /// What replacing an item in the tree costs more than copying its pointer.
        const COST: usize = 8;
        let (start, end) = (range.start.min(self.len()), range.end.min(self.len()));
        let old = end.saturating_sub(start);
        if !cfg!(feature = "workshop") || old.max(items.len()) * COST > self.len() {
            let after = self.iter_from(start + old).cloned();
            self.root = Node::of(self.iter().take(start).cloned().chain(items).chain(after));
            self.latest = None;
            return;
        }
        for _ in items.len()..old {
            self.remove(start + items.len());
        }
        for (index, item) in items.into_iter().enumerate() {
            if index < old {
                self.set(start + index, item);
            } else {
                self.insert(start + index, item);
            }
        }
    }

    /// Where two versions of a list may differ: the range in this one and the range in the other
    /// that stands in its place. Outside of them the items are the same. Fast, since what the
    /// versions share is passed over.
    pub fn difference(&self, other: &Self) -> (Range<usize>, Range<usize>) {
        if self.root.is(&other.root) {
            return self.latest_difference(other);
        }
        let (one, two) = (self.settled(), other.settled());
        let start = Node::common_start(&one, &two);
        let end = Node::common_end(&one, &two).min(self.len().min(other.len()) - start);
        (start..self.len() - end, start..other.len() - end)
    }

    /// Where two versions differ that have the same tree.
    fn latest_difference(&self, other: &Self) -> (Range<usize>, Range<usize>) {
        let differs = |index: &usize| {
            let both = self.get(*index).zip(other.get(*index));
            both.is_some_and(|(one, other)| !Rc::ptr_eq(one, other))
        };
        let set = [&self.latest, &other.latest].into_iter().flatten().map(|(index, _)| *index);
        let changed = set.filter(differs);
        let start = changed.clone().min().unwrap_or(self.len());
        let end = changed.max().map_or(self.len(), |last| last + 1);
        (start..end, start..end)
    }

    /// The tree with the item that was set last.
    fn settled(&self) -> Node<T> {
        let mut settled = self.clone();
        settled.settle();
        settled.root
    }
}

impl<T> Clone for Sequence<T> {
    fn clone(&self) -> Self {
        Self { root: self.root.clone(), latest: self.latest.clone() }
    }
}

impl<T> Default for Sequence<T> {
    fn default() -> Self {
        Self { root: Node::default(), latest: None }
    }
}

impl<T: PartialEq> PartialEq for Sequence<T> {
    fn eq(&self, other: &Self) -> bool {
        let (own, others) = self.difference(other);
        let differ = |(one, other): (&Rc<T>, &Rc<T>)| !Rc::ptr_eq(one, other) && one != other;
        own.len() == others.len()
            && !self
                .iter_from(own.start)
                .zip(other.iter_from(own.start))
                .take(own.len())
                .any(differ)
    }
}

impl<T> FromIterator<Rc<T>> for Sequence<T> {
    fn from_iter<I: IntoIterator<Item = Rc<T>>>(items: I) -> Self {
        Self { root: Node::of(items), latest: None }
    }
}

impl<T> FromIterator<T> for Sequence<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        items.into_iter().map(Rc::new).collect()
    }
}

impl<'a, T> IntoIterator for &'a Sequence<T> {
    type Item = &'a Rc<T>;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{node::WIDTH, *};

    fn values(sequence: &Sequence<u32>) -> Vec<u32> {
        sequence.iter().map(|item| **item).collect()
    }

    fn depth<T>(node: &Node<T>) -> usize {
        match node {
            Node::Leaf(_) => 1,
            Node::Branch { children, .. } => {
                let depths: Vec<usize> = children.iter().map(depth).collect();
                assert!(depths.iter().all(|depth| *depth == depths[0]), "{depths:?}");
                assert!(children.len() <= WIDTH && children.iter().all(|child| child.len() > 0));
                1 + depths[0]
            }
        }
    }

    #[test]
    fn an_edit_of_one_item_shares_all_others() {
        let one: Sequence<u32> = (0..10_000).collect();
        let mut other = one.clone();
        other.set(5_000, Rc::new(0));
        assert_eq!(one.difference(&other), (5_000..5_001, 5_000..5_001));
        assert_eq!(depth(&one.root), 5);
        other.insert(7_000, Rc::new(1));
        let (own, others) = one.difference(&other);
        assert!(own.start == 5_000 && own.end <= 7_000 + 2 * WIDTH, "{own:?}");
        assert_eq!(others.len(), own.len() + 1);
    }

    #[test]
    fn an_item_that_is_set_again_and_again_copies_no_path() {
        let mut one: Sequence<u32> = (0..10_000).collect();
        one.set(5_000, Rc::new(0));
        let mut other = one.clone();
        other.set(5_000, Rc::new(1));
        assert!(one.root.is(&other.root));
        assert_eq!(one.difference(&other), (5_000..5_001, 5_000..5_001));
        assert_eq!(one.get(5_000).zip(other.get(5_000)), Some((&Rc::new(0), &Rc::new(1))));
        other.set(7_000, Rc::new(2));
        assert_eq!(one.difference(&other), (5_000..7_001, 5_000..7_001));
    }

    #[test]
    fn a_list_that_is_emptied_and_filled_again_stays_shallow() {
        let mut sequence: Sequence<u32> = (0..5_000).collect();
        while sequence.len() > 3 {
            sequence.remove(sequence.len() / 2);
        }
        assert_eq!((values(&sequence), depth(&sequence.root)), (vec![0, 1, 4_999], 1));
        for value in 0..5_000 {
            sequence.push(Rc::new(value));
        }
        assert!(depth(&sequence.root) <= 7, "{}", depth(&sequence.root));
    }

    #[derive(Clone, Debug)]
    enum Change {
        Set(usize, u32),
        Insert(usize, u32),
        Remove(usize),
        Splice(usize, usize, Vec<u32>),
    }

    fn change() -> impl Strategy<Value = Change> {
        let few = prop::collection::vec(any::<u32>(), 0..40);
        prop_oneof![
            (any::<usize>(), any::<u32>()).prop_map(|(i, v)| Change::Set(i, v)),
            (any::<usize>(), any::<u32>()).prop_map(|(i, v)| Change::Insert(i, v)),
            any::<usize>().prop_map(Change::Remove),
            (any::<usize>(), 0_usize..40, few).prop_map(|(i, n, v)| Change::Splice(i, n, v)),
        ]
    }

    proptest! {
        #[test]
        fn it_does_what_a_vector_does(
            len in 0_u32..400,
            changes in prop::collection::vec(change(), 1..60),
        ) {
            let mut list: Vec<u32> = (0..len).collect();
            let mut sequence: Sequence<u32> = (0..len).collect();
            for change in changes {
                let before = (sequence.clone(), list.clone());
                match change {
                    Change::Set(index, value) if !list.is_empty() => {
                        let index = index % list.len();
                        list[index] = value;
                        prop_assert!(sequence.set(index, Rc::new(value)));
                    }
                    Change::Insert(index, value) => {
                        let index = index % (list.len() + 1);
                        list.insert(index, value);
                        sequence.insert(index, Rc::new(value));
                    }
                    Change::Remove(index) if !list.is_empty() => {
                        let index = index % list.len();
                        prop_assert_eq!(sequence.remove(index).map(|item| *item), Some(list.remove(index)));
                    }
                    Change::Splice(index, removed, added) => {
                        let start = index % (list.len() + 1);
                        let end = (start + removed).min(list.len());
                        list.splice(start..end, added.iter().copied());
                        sequence.splice(start..end, added.into_iter().map(Rc::new).collect());
                    }
                    Change::Set(index, value) => prop_assert!(!sequence.set(index, Rc::new(value))),
                    Change::Remove(index) => prop_assert!(sequence.remove(index).is_none()),
                }
                prop_assert_eq!(sequence.len(), list.len());
                prop_assert_eq!(values(&sequence), &list[..]);
                let half = list.len() / 2;
                prop_assert!(sequence.iter_from(half).map(|item| **item).eq(list[half..].iter().copied()));
                prop_assert_eq!(sequence.iter_from(half).len(), list.len() - half);
                prop_assert_eq!(sequence.get(list.len() / 2).map(|i| **i), list.get(list.len() / 2).copied());
                depth(&sequence.root);
                // The version before is as it was, and the two differ in the given range only.
                prop_assert_eq!(values(&before.0), &before.1[..]);
                let (own, others) = sequence.difference(&before.0);
                prop_assert_eq!(&list[..own.start], &before.1[..others.start]);
                prop_assert_eq!(&list[own.end..], &before.1[others.end..]);
                prop_assert_eq!(sequence == before.0, list == before.1);
            }
        }
    }
}
