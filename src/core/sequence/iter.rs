//! Through a list from its start to its end.

use std::{iter::FusedIterator, rc::Rc, slice};

use super::node::Node;

/// The items of a [`Sequence`](super::Sequence) in their order.
///
/// It keeps its place in one leaf only, and looks the next one up from the root: so that to look at
/// one item, as most edits do, nothing is allocated.
#[derive(Debug)]
pub struct Iter<'a, T> {
    root: &'a Node<T>,
    /// The item that is not in the tree yet.
    latest: Option<&'a (usize, Rc<T>)>,
    leaf: slice::Iter<'a, Rc<T>>,
    /// The index of the item behind those in `leaf`.
    behind: usize,
}

impl<'a, T> Iter<'a, T> {
    /// Begins with the item at an index.
    pub(super) fn new(root: &'a Node<T>, latest: Option<&'a (usize, Rc<T>)>, start: usize) -> Self {
        Self { root, latest, leaf: [].iter(), behind: start.min(root.len()) }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a Rc<T>;

    fn next(&mut self) -> Option<&'a Rc<T>> {
        if self.leaf.as_slice().is_empty() {
            let items = self.root.leaf_from(self.behind);
            self.behind += items.len();
            self.leaf = items.iter();
        }
        let index = self.behind - self.leaf.len();
        let item = self.leaf.next()?;
        Some(self.latest.filter(|(at, _)| *at == index).map_or(item, |(_, latest)| latest))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.leaf.len() + self.root.len() - self.behind;
        (left, Some(left))
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}
impl<T> FusedIterator for Iter<'_, T> {}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Self { leaf: self.leaf.clone(), ..*self }
    }
}
