//! The tree behind a [`Sequence`](super::Sequence).

use std::{mem, rc::Rc};

/// The most entries of a node. An edit copies one node of each level and counts one more owner of
/// each of its entries: at 8, those of a list of 10,000 items are some 35 (at 16 they are 55).
pub(super) const WIDTH: usize = 8;

/// A part of a list. All leaves are equally deep, and only the root may be empty. A node's entries
/// and their count of owners are one piece of memory: an edit makes and drops one for each level.
#[derive(Debug)]
pub(super) enum Node<T> {
    Leaf(Rc<[Rc<T>]>),
    Branch { len: usize, children: Rc<[Self]> },
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

impl<T> Default for Node<T> {
    fn default() -> Self {
        Self::leaf(Vec::new())
    }
}

impl<T> Node<T> {
    /// A tree of full nodes.
    pub(super) fn of(items: impl IntoIterator<Item = Rc<T>>) -> Self {
        let mut level = packed(items, Self::leaf);
        while level.len() > 1 {
            level = packed(level, Self::branch);
        }
        level.pop().unwrap_or_default()
    }

    pub(super) fn branch(children: Vec<Self>) -> Self {
        let len = children.iter().map(Self::len).sum();
        Self::Branch { len, children: children.into() }
    }

    fn leaf(items: Vec<Rc<T>>) -> Self {
        Self::Leaf(items.into())
    }

    /// Whether two nodes are one and the same.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Leaf(one), Self::Leaf(other)) => Rc::ptr_eq(one, other),
            (Self::Branch { children: one, .. }, Self::Branch { children: other, .. }) => {
                Rc::ptr_eq(one, other)
            }
            _ => false,
        }
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

    /// The items of the leaf in which the item at `index` stands, from that one on; none where there
    /// is no such item.
    pub(super) fn leaf_from(&self, mut index: usize) -> &[Rc<T>] {
        let mut node = self;
        loop {
            match node {
                Self::Leaf(items) => return items.get(index..).unwrap_or_default(),
                Self::Branch { children, .. } => {
                    let Some((child, within)) = find(children, index) else { return &[] };
                    let Some(child) = children.get(child) else { return &[] };
                    (node, index) = (child, within);
                }
            }
        }
    }

    /// Replaces an item. Says whether there was one.
    pub(super) fn set(&mut self, index: usize, item: Rc<T>) -> bool {
        match self {
            Self::Leaf(items) => {
                let place = Rc::make_mut(items).get_mut(index);
                place.map(|place| mem::replace(place, item)).is_some()
            }
            Self::Branch { children, .. } => {
                let Some((child, index)) = find(children, index) else { return false };
                let child = Rc::make_mut(children).get_mut(child);
                child.is_some_and(|child| child.set(index, item))
            }
        }
    }

    /// With an item in front of the one at `index`, or at the end. Of a node that has become too wide,
    /// the second half is a new neighbour behind it.
    pub(super) fn with(&self, index: usize, item: Rc<T>) -> (Self, Option<Self>) {
        match self {
            Self::Leaf(items) => {
                let mut items = items.to_vec();
                items.insert(index.min(items.len()), item);
                halves(items, Self::leaf)
            }
            Self::Branch { children, .. } => {
                let mut children = children.to_vec();
                let end = children.len().saturating_sub(1);
                let (place, index) = find(&children, index).unwrap_or((end, usize::MAX));
                if let Some(child) = children.get_mut(place) {
                    let (first, second) = child.with(index, item);
                    *child = first;
                    if let Some(second) = second {
                        children.insert(place + 1, second);
                    }
                }
                halves(children, Self::branch)
            }
        }
    }

    /// Without the item at `index`, where there is one.
    pub(super) fn without(&self, index: usize) -> Self {
        match self {
            Self::Leaf(items) => {
                let mut items = items.to_vec();
                if index < items.len() {
                    items.remove(index);
                }
                Self::leaf(items)
            }
            Self::Branch { children, .. } => {
                let mut children = children.to_vec();
                if let Some((place, index)) = find(&children, index)
                    && let Some(child) = children.get_mut(place)
                {
                    *child = child.without(index);
                    let is_empty = child.entries() == 0;
                    // Two neighbours that fit into one become one, so that the tree does not thin out.
                    let first = place.saturating_sub(1);
                    if let Some([one, next]) = children.get_mut(first..first + 2)
                        && let Some(joined) = one.joined(next)
                    {
                        *one = joined;
                        children.remove(first + 1);
                    } else if is_empty {
                        children.remove(place);
                    }
                }
                Self::branch(children)
            }
        }
    }

    /// One node with the entries of two neighbours of the same depth, where they fit into one.
    fn joined(&self, next: &Self) -> Option<Self> {
        if self.entries() + next.entries() > WIDTH {
            return None;
        }
        match (self, next) {
            (Self::Leaf(items), Self::Leaf(more)) => Some(Self::leaf([&**items, more].concat())),
            (Self::Branch { children, .. }, Self::Branch { children: more, .. }) => {
                Some(Self::branch([&**children, more].concat()))
            }
            _ => None,
        }
    }

    /// How many items two trees have in common at their start, as far as their nodes tell.
    pub(super) fn common_start(one: &Self, other: &Self) -> usize {
        if one.is(other) {
            return one.len();
        }
        match (one, other) {
            (Self::Leaf(a), Self::Leaf(b)) => same(a.iter().zip(b.iter())),
            (Self::Branch { children: a, .. }, Self::Branch { children: b, .. }) => {
                common(a.iter().zip(b.iter()), Self::common_start)
            }
            _ => 0,
        }
    }

    /// How many items two trees have in common at their end, as far as their nodes tell.
    pub(super) fn common_end(one: &Self, other: &Self) -> usize {
        if one.is(other) {
            return one.len();
        }
        match (one, other) {
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

/// A node of some entries; two where they are too many for one.
fn halves<E, T>(
    mut entries: Vec<E>,
    node: impl Fn(Vec<E>) -> Node<T>,
) -> (Node<T>, Option<Node<T>>) {
    let second = (entries.len() > WIDTH).then(|| node(entries.split_off(WIDTH / 2)));
    (node(entries), second)
}

/// The child that holds an item, and the item's index in it.
fn find<T>(children: &[Node<T>], mut index: usize) -> Option<(usize, usize)> {
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
    pairs: impl Iterator<Item = (&'a Node<T>, &'a Node<T>)>,
    of_pair: impl Fn(&Node<T>, &Node<T>) -> usize,
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
