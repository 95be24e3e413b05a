//! Which terms are drawn: all of them, or, of very many, those around the one that is looked at.

use masklab::core::{
    objective::Numbered,
    plot::{Pictured, Predicted},
};

use crate::app::store::Store;

/// The most terms of a plot: with more of them it would be neither legible nor quick to draw.
const MOST: usize = 60;

/// The terms of the plots, in reading order.
pub(crate) fn terms(view: &Store) -> Vec<Numbered<'_>> {
    let count = view.report.selected();
    let number = view.looked_at().map_or(1, |looked_at| looked_at.number);
    // As many before it as behind it, where there are as many.
    let last = (count + 1).saturating_sub(MOST).max(1);
    let first = number.saturating_sub(MOST / 2).clamp(1, last);
    view.report.numbered_from(first - 1).take(MOST).collect()
}

/// Gives what plots of the present work are drawn from, all of them.
pub(crate) fn with_pictured<T>(view: &Store, draw: impl FnOnce(&Pictured<'_>) -> T) -> T {
    let shown = terms(view);
    let predicted = view.predicted();
    let models: Vec<Predicted<'_>> =
        predicted.iter().map(|(model, prediction)| Predicted { model, prediction }).collect();
    draw(&Pictured {
        report: &view.report,
        terms: &shown,
        chosen: view.looked_at(),
        prediction: view.prediction.as_deref(),
        // One model beside itself is no comparison.
        models: if models.len() > 1 { &models } else { &[] },
        losses: &view.losses(),
    })
}
