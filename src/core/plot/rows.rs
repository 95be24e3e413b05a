//! The rows of a plot of candidates: a word, a bar and a number each.

use super::{
    Frame, Ink,
    canvas::{PX, TEXT, Units, size, width},
    metrics,
};
use crate::core::math::{Candidate, Distribution, Row};

/// The least height of a row.
const LOW: Units = 16 * PX;
/// The greatest height of a row: higher ones would only look empty.
const HIGH: Units = 52 * PX;
/// How much of its row a bar takes, in hundredths.
const THICKNESS: Units = 64;
/// The thickest bar.
const THICKEST: Units = 28 * PX;
/// Between a word and its bar, and between a bar and its number.
pub(super) const GAP: Units = 6 * PX;
/// At the sides of the picture.
const MARGIN: Units = 4 * PX;
/// What words take of the width at most, in hundredths.
const WORDS: Units = 36;
/// The least room for bars.
const LEAST: Units = 32 * PX;
/// Below the rows: the labels of an axis, where there is room for it.
const AXIS: Units = 22 * PX;
/// The height of a picture from which on it has an axis.
const WITH_AXIS: Units = 70 * PX;

/// Which candidates are drawn, and where.
pub(super) struct Rows<'a> {
    pub(super) list: Vec<Drawn<'a>>,
    /// How many candidates there is no room for.
    pub(super) left_out: usize,
    /// Where the bars begin and end.
    pub(super) left: Units,
    pub(super) right: Units,
    /// Where the rows begin and end.
    pub(super) top: Units,
    pub(super) bottom: Units,
    /// Whether there is room for the labels of an axis below.
    pub(super) has_axis: bool,
}

/// A candidate that is drawn.
pub(super) struct Drawn<'a> {
    /// Its index in the distribution.
    pub(super) index: usize,
    pub(super) candidate: &'a Candidate,
    /// Its word as there is room for it.
    pub(super) label: String,
    pub(super) is_target: bool,
    /// The middle of its row, and from there to the sides of its bar.
    pub(super) middle: Units,
    pub(super) half: Units,
}

impl Drawn<'_> {
    /// The ink of what is written beside its bar.
    pub(super) fn ink(&self) -> Ink {
        if self.is_target { Ink::TermText(0) } else { Ink::Text }
    }

    /// The ink of its bar.
    pub(super) fn bar(&self) -> Ink {
        if self.is_target { Ink::Term(0) } else { Ink::Bar }
    }
}

/// The height in CSS pixels at which a plot of so many candidates looks best.
pub fn height_for_rows(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX).saturating_mul(26).saturating_add(50)
}

impl<'a> Rows<'a> {
    /// Rows for the candidates with the largest weights, and always for the target, in the order of
    /// the distribution. `heading` is the room above them, `numbers` that for a number on each side of
    /// the bars. `None` where there is no room for a single row.
    pub(super) fn new(
        prediction: &'a Distribution,
        target: Option<&str>,
        weight: &dyn Fn(usize) -> f64,
        frame: Frame,
        (heading, before, behind): (Units, Units, Units),
    ) -> Option<Self> {
        let (full_width, full_height) = size(frame);
        let has_axis = full_height >= WITH_AXIS;
        let top = if has_axis { heading } else { PX };
        let room = full_height - top - if has_axis { AXIS } else { PX };
        let capacity = usize::try_from(room / LOW).unwrap_or_default();
        let candidates = prediction.candidates();
        let chosen = chosen(candidates.len(), capacity, weight, index_of(prediction, target));
        let most = full_width * WORDS / 100 - MARGIN - GAP;
        let mut rows: Vec<Drawn<'a>> = Vec::new();
        let high = (room / Units::try_from(chosen.len().max(1)).unwrap_or(Units::MAX)).min(HIGH);
        let half = (high * THICKNESS / 100).min(THICKEST) / 2;
        let mut middle = top + high / 2;
        for (index, candidate) in candidates.iter().enumerate() {
            if !chosen.contains(&index) {
                continue;
            }
            let is_target = candidate.word().is_some_and(|word| target == Some(word));
            let word = spelled(candidate, frame);
            let label = metrics::clipped(word, TEXT, is_target, most);
            rows.push(Drawn { index, candidate, label, is_target, middle, half });
            middle += high;
        }
        let widest = rows.iter().map(|row| width(&row.label, TEXT, row.ink())).max()?;
        let left = MARGIN + widest + GAP + before;
        let right = full_width - MARGIN - behind;
        (right - left >= LEAST).then(|| Self {
            left_out: candidates.len() - rows.len(),
            left,
            right,
            top,
            bottom: middle - high / 2,
            has_axis,
            list: rows,
        })
    }

    /// Where the words end.
    pub(super) fn words_end(&self, before: Units) -> Units {
        self.left - before - GAP
    }
}

/// The word of a candidate as it is shown.
pub(super) fn spelled(candidate: &Candidate, frame: Frame) -> &str {
    match &candidate.row {
        Row::Word(word) => word,
        Row::Others => frame.words().other_words,
    }
}

/// The index of the target among the candidates.
pub(super) fn index_of(prediction: &Distribution, target: Option<&str>) -> Option<usize> {
    let target = target?;
    prediction
        .candidates()
        .iter()
        .position(|candidate| candidate.word().is_some_and(|word| **word == *target))
}

/// The indices of the candidates with the largest weights, up to a capacity, the first of equal ones;
/// always with the target.
fn chosen(
    count: usize,
    capacity: usize,
    weight: &dyn Fn(usize) -> f64,
    target: Option<usize>,
) -> Vec<usize> {
    if count <= capacity {
        return (0..count).collect();
    }
    let mut chosen: Vec<usize> = target.into_iter().take(capacity).collect();
    let mut left: Vec<usize> = (0..count).filter(|index| Some(*index) != target).collect();
    while chosen.len() < capacity {
        let mut best = 0;
        for (at, index) in left.iter().enumerate() {
            if left.get(best).is_some_and(|best| weight(*index) > weight(*best)) {
                best = at;
            }
        }
        if best >= left.len() {
            break;
        }
        chosen.push(left.remove(best));
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_probable_are_drawn_and_always_the_target() {
        let weights = [0.1, 0.4, 0.1, 0.3, 0.0, 0.1];
        let chosen = |capacity, target| {
            let mut chosen = chosen(6, capacity, &|index| weights[index], target);
            chosen.sort_unstable();
            chosen
        };
        assert_eq!(chosen(6, Some(4)), [0, 1, 2, 3, 4, 5]);
        assert_eq!(chosen(3, None), [0, 1, 3]);
        assert_eq!(chosen(3, Some(4)), [1, 3, 4]);
        assert_eq!(chosen(1, Some(4)), [4]);
        assert_eq!(chosen(0, Some(4)), [] as [usize; 0]);
    }
}
