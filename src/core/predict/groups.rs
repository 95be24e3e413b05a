//! Numbers sorted by counting: in a time that grows with how many there are.

use std::{mem, ops::Range};

/// Items in groups, by a number that each has.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// Where the group of each number starts among the items, and where the last one ends.
    pub(super) starts: Vec<u32>,
    pub(super) items: Vec<u32>,
}

impl Groups {
    /// Sorts items by a number below a limit; those of the same number stay in their order, and those
    /// whose number is not below the limit are left out.
    pub(super) fn of(items: &[u32], limit: usize, number: impl Fn(u32) -> u32) -> Self {
        let numbers: Vec<u32> = items.iter().map(|&item| number(item)).collect();
        let mut next = vec![0; limit];
        for &number in &numbers {
            if let Some(count) = next.get_mut(number as usize) {
                *count += 1;
            }
        }
        let mut starts = Vec::with_capacity(limit + 1);
        let mut end = 0;
        for next in &mut next {
            let count = mem::replace(next, end);
            starts.push(end);
            end += count;
        }
        starts.push(end);
        let mut sorted = vec![0; end as usize];
        for (&item, number) in items.iter().zip(numbers) {
            if let Some(next) = next.get_mut(number as usize) {
                if let Some(place) = sorted.get_mut(*next as usize) {
                    *place = item;
                }
                *next += 1;
            }
        }
        Self { starts, items: sorted }
    }

    /// The groups with another item in the place of each, or with none.
    pub(super) fn map(&self, other: impl Fn(u32) -> Option<u32>) -> Self {
        let mut mapped = Self {
            starts: Vec::with_capacity(self.starts.len()),
            items: Vec::with_capacity(self.items.len()),
        };
        mapped.starts.push(0);
        for number in 1..self.starts.len() {
            mapped.items.extend(self.get(number - 1).iter().filter_map(|&item| other(item)));
            mapped.starts.push(short(mapped.items.len()));
        }
        mapped
    }

    /// The items of the numbers below a limit.
    pub(super) fn below(&self, limit: usize) -> &[u32] {
        let end = self.starts.get(limit).map_or(0, |&end| end as usize);
        self.items.get(..end).unwrap_or_default()
    }

    /// The items of a number.
    pub(super) fn get(&self, number: usize) -> &[u32] {
        self.items.get(range(&self.starts, number)).unwrap_or_default()
    }
}

/// The numbers below a limit, those first that are counted more; where two are counted alike, the
/// smaller one comes first.
pub(super) fn frequent_first(limit: usize, count: impl Fn(u32) -> u32) -> Vec<u32> {
    let numbers: Vec<u32> = (0..short(limit)).collect();
    let most = numbers.iter().map(|&number| count(number)).max().unwrap_or_default();
    Groups::of(&numbers, most as usize + 1, |number| most - count(number)).items
}

/// A number of tokens or words in 32 bits: a text has far fewer.
pub(super) fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// From one of the starts to the next; an empty range where there is no such one.
pub(super) fn range(starts: &[u32], number: usize) -> Range<usize> {
    match starts.get(number..).unwrap_or_default() {
        [start, end, ..] => *start as usize..*end as usize,
        _ => 0..0,
    }
}
