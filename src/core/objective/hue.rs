//! The colours by which terms are told apart.

use super::{Place, Report, SentenceReport};

/// One of the colours in which terms are drawn. The core knows how many there are and which is whose;
/// what they look like is the style sheet's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hue(u8);

impl Hue {
    /// How many there are; after the last one they begin again.
    pub const COUNT: u8 = 7;

    /// Its number, from 1 to [`Self::COUNT`].
    pub fn number(self) -> u8 {
        self.0 + 1
    }

    /// The hue of a place. Beside it, in its sentence and at the same position of the next one, are
    /// others.
    fn of(sentence: usize, index: usize) -> Self {
        let remainder = |number: usize| {
            let remainder = number % usize::from(Self::COUNT);
            u8::try_from(remainder).unwrap_or_default()
        };
        Self((remainder(index) + 3 * remainder(sentence)) % Self::COUNT)
    }

    fn next(self) -> Self {
        Self((self.0 + 1) % Self::COUNT)
    }
}

impl SentenceReport {
    /// The hues of the sentence's terms, by position; the sentence is the one with this index.
    ///
    /// A term has the hue of its place, so that it keeps it when other words are selected. Where an
    /// earlier term has that one already, it has the next that is free: seven terms in a row, from the
    /// first on, have seven hues. Other sentences make no difference.
    pub fn hues(&self, sentence: usize) -> Vec<Hue> {
        let count = usize::from(Hue::COUNT);
        let mut hues: Vec<Hue> = Vec::with_capacity(self.terms().len());
        for term in self.terms() {
            let taken = hues.get(hues.len() / count * count..).unwrap_or_default();
            let mut hue = Hue::of(sentence, term.position.index());
            // Fewer than all are taken.
            while taken.contains(&hue) {
                hue = hue.next();
            }
            hues.push(hue);
        }
        hues
    }
}

impl Report {
    /// The hue of the term at a place, if there is one.
    pub fn hue(&self, place: Place) -> Option<Hue> {
        let sentence = self.sentences().get(place.sentence)?;
        let index = sentence.terms().iter().position(|term| term.position == place.position)?;
        sentence.hues(place.sentence).get(index).copied()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::{math::Probability, objective::Term, text::Position};

    fn hues(sentence: usize, positions: &[u32]) -> Vec<u8> {
        let term = |&number: &u32| {
            let position = Position::new(number).unwrap();
            Term::new(position, "word".into(), Probability::ONE)
        };
        let report = SentenceReport::new(positions.iter().map(term).collect());
        report.hues(sentence).into_iter().map(Hue::number).collect()
    }

    #[test]
    fn a_term_has_the_hue_of_its_place_unless_an_earlier_one_has_it() {
        assert_eq!(hues(0, &[1, 2, 7]), [1, 2, 7]);
        assert_eq!(hues(0, &[3]), [3]);
        // Position 8 would have the hue of position 1, and 9 that of 2.
        assert_eq!(hues(0, &[1, 2, 8, 9]), [1, 2, 3, 4]);
        assert_eq!(hues(0, &[7, 14]), [7, 1]);
    }

    #[test]
    fn the_next_sentence_begins_three_hues_on() {
        assert_eq!(hues(1, &[1, 2]), [4, 5]);
        assert_eq!(hues(7, &[1, 2]), [1, 2]);
        assert_eq!(hues(6, &[1]), [5]);
    }

    proptest! {
        #[test]
        fn seven_terms_in_a_row_have_seven_hues(
            sentence in 0_usize..100,
            numbers in prop::collection::btree_set(1_u32..200, 0..40),
        ) {
            let positions: Vec<u32> = numbers.into_iter().collect();
            let hues = hues(sentence, &positions);
            prop_assert_eq!(hues.len(), positions.len());
            for group in hues.chunks(7) {
                let mut sorted = group.to_vec();
                sorted.sort_unstable();
                sorted.dedup();
                prop_assert_eq!(sorted.len(), group.len(), "{:?}", hues);
                prop_assert!(group.iter().all(|hue| (1..=Hue::COUNT).contains(hue)));
            }
            // The first of each group has its own.
            for (hue, position) in hues.chunks(7).zip(positions.chunks(7)) {
                let own = (position[0] as usize - 1 + 3 * sentence) % 7 + 1;
                prop_assert_eq!(usize::from(hue[0]), own);
            }
        }
    }
}
