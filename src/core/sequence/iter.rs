//! Through a list from its start to its end.

use std::{iter::FusedIterator, rc::Rc, slice};

use super::node::Node;

/// The items of a [`Sequence`](super::Sequence) in their order.
#[derive(Debug)]
pub struct Iter<'a, T> {
    /// The nodes that are still to be gone into, from the root down.
    branches: Vec<slice::Iter<'a, Node<T>>>,
    leaf: slice::Iter<'a, Rc<T>>,
    left: usize,
}

impl<'a, T> Iter<'a, T> {
    pub(super) fn new(root: &'a Node<T>) -> Self {
        let mut iter = Self { branches: Vec::new(), leaf: [].iter(), left: root.len() };
        iter.enter(root);
        iter
    }

    /// Passes over items, whole nodes at a time.
    pub(super) fn skip_items(&mut self, mut count: usize) {
        self.left = self.left.saturating_sub(count);
        loop {
            if count < self.leaf.len() {
                self.leaf = self.leaf.as_slice().get(count..).unwrap_or_default().iter();
                return;
            }
            count -= self.leaf.len();
            self.leaf = [].iter();
            let Some(children) = self.branches.last_mut() else { return };
            match children.next() {
                Some(child) if count >= child.len() => count -= child.len(),
                Some(child) => self.enter(child),
                None => {
                    self.branches.pop();
                }
            }
        }
    }

    fn enter(&mut self, node: &'a Node<T>) {
        match node {
            Node::Leaf(items) => self.leaf = items.iter(),
            Node::Branch { children, .. } => self.branches.push(children.iter()),
        }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a Rc<T>;

    fn next(&mut self) -> Option<&'a Rc<T>> {
        loop {
            if let Some(item) = self.leaf.next() {
                self.left -= 1;
                return Some(item);
            }
            match self.branches.last_mut()?.next() {
                Some(child) => self.enter(child),
                None => {
                    self.branches.pop();
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}
impl<T> FusedIterator for Iter<'_, T> {}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Self { branches: self.branches.clone(), leaf: self.leaf.clone(), left: self.left }
    }
}
