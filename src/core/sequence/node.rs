//! The tree behind a [`Sequence`](super::Sequence).

use std::{mem, rc::Rc};

/// The most entries of a node. An edit copies one node of each level: at 16, a list of 10,000 items
/// costs some 50 pointers.
pub(super) const WIDTH: usize = 16;

/// A part of a list. All leaves are equally deep, and only the root may be empty.
#[derive(Debug)]
pub(super) enum Node<T> {
    Leaf(Vec<Rc<T>>),
    Branch { len: usize, children: Vec<Rc<Self>> },
}

impl<T> Clone for Node<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Leaf(items) => Self::Leaf(items.clone()),
            Self::Branch { len, children } => {
                Self::Branch { len: *len, children: children.clone() }
            }
        }
    }
}

impl<T> Node<T> {
    /// A tree of full nodes.
    pub(super) fn of(items: impl IntoIterator<Item = Rc<T>>) -> Self {
        let mut level = packed(items, Self::Leaf);
        while level.len() > 1 {
            level = packed(level.into_iter().map(Rc::new), Self::branch);
        }
        level.pop().unwrap_or(Self::Leaf(Vec::new()))
    }

    fn branch(children: Vec<Rc<Self>>) -> Self {
        Self::Branch { len: children.iter().map(|child| child.len()).sum(), children }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Leaf(items) => items.len(),
            Self::Branch { len, .. } => *len,
        }
    }

    /// How many items or children the node has itself.
    fn entries(&self) -> usize {
        match self {
            Self::Leaf(items) => items.len(),
            Self::Branch { children, .. } => children.len(),
        }
    }

    pub(super) fn get(&self, index: usize) -> Option<&Rc<T>> {
        match self {
            Self::Leaf(items) => items.get(index),
            Self::Branch { children, .. } => {
                let (child, index) = find(children, index)?;
                children.get(child)?.get(index)
            }
        }
    }

    /// Replaces an item. Says whether there was one.
    pub(super) fn set(&mut self, index: usize, item: Rc<T>) -> bool {
        match self {
            Self::Leaf(items) => {
                items.get_mut(index).map(|place| mem::replace(place, item)).is_some()
            }
            Self::Branch { children, .. } => {
                let found = find(children, index);
                found.is_some_and(|(child, index)| {
                    children
                        .get_mut(child)
                        .is_some_and(|child| Rc::make_mut(child).set(index, item))
                })
            }
        }
    }

    /// Inserts an item in front of the one at `index`, or at the end. A node that has become too
    /// wide gives back its second half.
    pub(super) fn insert(&mut self, index: usize, item: Rc<T>) -> Option<Self> {
        match self {
            Self::Leaf(items) => {
                items.insert(index.min(items.len()), item);
                (items.len() > WIDTH).then(|| Self::Leaf(items.split_off(WIDTH / 2)))
            }
            Self::Branch { len, children } => {
                *len += 1;
                let (child, index) = find(children, index).or_else(|| {
                    let last = children.len().checked_sub(1)?;
                    Some((last, children.get(last)?.len()))
                })?;
                let half = Rc::make_mut(children.get_mut(child)?).insert(index, item)?;
                children.insert(child + 1, Rc::new(half));
                (children.len() > WIDTH).then(|| {
                    let half = Self::branch(children.split_off(WIDTH / 2));
                    *len -= half.len();
                    half
                })
            }
        }
    }

    /// Takes an item out.
    pub(super) fn remove(&mut self, index: usize) -> Option<Rc<T>> {
        match self {
            Self::Leaf(items) => (index < items.len()).then(|| items.remove(index)),
            Self::Branch { len, children } => {
                let (child, index) = find(children, index)?;
                let removed = Rc::make_mut(children.get_mut(child)?).remove(index)?;
                *len -= 1;
                // Two neighbours that fit into one become one, so that the tree does not thin out.
                let first = child.saturating_sub(1);
                let fits =
                    |one: &Rc<Self>, next: &Rc<Self>| one.entries() + next.entries() <= WIDTH;
                if let (Some(one), Some(next)) = (children.get(first), children.get(first + 1))
                    && fits(one, next)
                {
                    let next = children.remove(first + 1);
                    if let Some(one) = children.get_mut(first) {
                        Rc::make_mut(one).join(&next);
                    }
                } else if children.get(child).is_some_and(|child| child.entries() == 0) {
                    children.remove(child);
                }
                Some(removed)
            }
        }
    }

    /// Adds the entries of a neighbour of the same depth.
    fn join(&mut self, next: &Self) {
        match (self, next) {
            (Self::Leaf(items), Self::Leaf(more)) => items.extend(more.iter().cloned()),
            (Self::Branch { len, children }, Self::Branch { len: added, children: more }) => {
                *len += added;
                children.extend(more.iter().cloned());
            }
            _ => {}
        }
    }

    /// How many items two trees have in common at their start, as far as their nodes tell.
    pub(super) fn common_start(one: &Rc<Self>, other: &Rc<Self>) -> usize {
        if Rc::ptr_eq(one, other) {
            return one.len();
        }
        match (&**one, &**other) {
            (Self::Leaf(a), Self::Leaf(b)) => same(a.iter().zip(b)),
            (Self::Branch { children: a, .. }, Self::Branch { children: b, .. }) => {
                common(a.iter().zip(b), Self::common_start)
            }
            _ => 0,
        }
    }

    /// How many items two trees have in common at their end, as far as their nodes tell.
    pub(super) fn common_end(one: &Rc<Self>, other: &Rc<Self>) -> usize {
        if Rc::ptr_eq(one, other) {
            return one.len();
        }
        match (&**one, &**other) {
            (Self::Leaf(a), Self::Leaf(b)) => same(a.iter().rev().zip(b.iter().rev())),
            (Self::Branch { children: a, .. }, Self::Branch { children: b, .. }) => {
                common(a.iter().rev().zip(b.iter().rev()), Self::common_end)
            }
            _ => 0,
        }
    }
}

/// The items in nodes that are full but for the last.
fn packed<E, T>(
    entries: impl IntoIterator<Item = E>,
    node: impl Fn(Vec<E>) -> Node<T>,
) -> Vec<Node<T>> {
    let mut entries = entries.into_iter();
    let mut nodes = Vec::new();
    loop {
        let some: Vec<E> = entries.by_ref().take(WIDTH).collect();
        if some.is_empty() {
            return nodes;
        }
        nodes.push(node(some));
    }
}

/// The child that holds an item, and the item's index in it.
fn find<T>(children: &[Rc<Node<T>>], mut index: usize) -> Option<(usize, usize)> {
    for (child, node) in children.iter().enumerate() {
        if index < node.len() {
            return Some((child, index));
        }
        index -= node.len();
    }
    None
}

/// How many pairs, from the first on, are one and the same item.
fn same<'a, T: 'a>(pairs: impl Iterator<Item = (&'a Rc<T>, &'a Rc<T>)>) -> usize {
    pairs.take_while(|(one, other)| Rc::ptr_eq(one, other)).count()
}

/// How many items pairs of nodes have in common, up to the first pair that differs.
fn common<'a, T: 'a>(
    pairs: impl Iterator<Item = (&'a Rc<Node<T>>, &'a Rc<Node<T>>)>,
    of_pair: impl Fn(&Rc<Node<T>>, &Rc<Node<T>>) -> usize,
) -> usize {
    let mut total = 0;
    for (one, other) in pairs {
        let shared = of_pair(one, other);
        total += shared;
        if shared < one.len() || shared < other.len() {
            break;
        }
    }
    total
}
