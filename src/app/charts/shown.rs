//! Which terms are drawn: all of them, or, of very many, those around the one that is looked at.

use masklab::core::{objective::Place, plot::Numbered};

use crate::app::store::Store;

/// The most terms of a plot: with more of them it would be neither legible nor quick to draw.
const MOST: usize = 60;

/// The terms of the plots, in reading order.
pub(super) fn terms(view: &Store) -> Vec<Numbered<'_>> {
    let count = view.report.selected();
    let number = view.chosen.and_then(|place| view.term(place)).map_or(1, |(number, _)| number);
    // As many before it as behind it, where there are as many.
    let last = (count + 1).saturating_sub(MOST).max(1);
    let first = number.saturating_sub(MOST / 2).clamp(1, last);
    let numbered = |number: usize| {
        let (place, term): (Place, _) = view.report.term_at(number)?;
        Some(Numbered { number, place, term })
    };
    (first..=count.min(first + MOST - 1)).filter_map(numbered).collect()
}
