//! The numbers by which terms are known: counted from 1 in reading order over the whole dataset.

use std::{cell::OnceCell, rc::Rc};

use super::{Place, Report, SentenceReport, Term};
use crate::core::sequence::Sequence;

/// How many terms stand before each sentence. It is counted where it is asked for, once for all
/// reports that have as many terms in each sentence: a slider that moves changes none of that.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering(Rc<OnceCell<Box<[usize]>>>);

impl Numbering {
    /// By sentence, and behind the last one all terms.
    fn starts(&self, sentences: &Sequence<SentenceReport>) -> &[usize] {
        self.0.get_or_init(|| {
            let mut terms = 0;
            let mut starts = Vec::with_capacity(sentences.len() + 1);
            starts.push(terms);
            for sentence in sentences {
                terms += sentence.terms().len();
                starts.push(terms);
            }
            starts.into()
        })
    }
}

/// A term with the number by which it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbered<'a> {
    /// Counted from 1 in the reading order of the whole dataset.
    pub number: usize,
    /// Where its target stands.
    pub place: Place,
    /// The term.
    pub term: &'a Term,
}

impl<'a> Numbered<'a> {
    /// All terms that are given in reading order, numbered from 1.
    ///
    /// ```
    /// use masklab::core::{document::Document, objective::Numbered};
    /// let report = Document::course_item().report();
    /// assert_eq!(Numbered::all(report.terms()).len(), 1);
    /// ```
    pub fn all(terms: impl IntoIterator<Item = (Place, &'a Term)>) -> Vec<Self> {
        let terms = (1..).zip(terms);
        terms.map(|(number, (place, term))| Self { number, place, term }).collect()
    }
}

impl Report {
    /// How many terms stand before the sentence with this index: its first term has the next number.
    /// Where there is no such sentence, all terms stand before it.
    ///
    /// Asked for the first time after another position is selected, it takes a look at each sentence;
    /// from then on it is looked up.
    pub fn first_number(&self, sentence: usize) -> usize {
        let start = self.numbering.starts(self.sentences()).get(sentence);
        start.copied().unwrap_or(self.selected())
    }

    /// The term at a place, if there is one.
    pub fn numbered_at(&self, place: Place) -> Option<Numbered<'_>> {
        let terms = self.sentences().get(place.sentence)?.terms();
        let index = terms.binary_search_by_key(&place.position, |term| term.position).ok()?;
        let number = self.first_number(place.sentence) + index + 1;
        Some(Numbered { number, place, term: terms.get(index)? })
    }

    /// The term with a number, if there are as many.
    pub fn numbered(&self, number: usize) -> Option<Numbered<'_>> {
        self.numbered_from(number.checked_sub(1)?).next()
    }

    /// The terms in reading order, without so many of the first.
    pub fn numbered_from(&self, skipped: usize) -> impl Iterator<Item = Numbered<'_>> {
        let starts = self.numbering.starts(self.sentences());
        // The last sentence that does not start behind it: those before it with the same start have
        // no term.
        let first = starts.partition_point(|start| *start <= skipped).saturating_sub(1);
        let within = skipped - starts.get(first).copied().unwrap_or_default();
        let sentences = (first..).zip(self.sentences().iter_from(first));
        let terms = sentences
            .flat_map(|(sentence, report)| report.terms().iter().map(move |term| (sentence, term)));
        (skipped + 1..).zip(terms.skip(within)).map(|(number, (sentence, term))| Numbered {
            number,
            place: Place { sentence, position: term.position },
            term,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::{math::Probability, text::Position};

    /// A sentence with terms at every other position.
    fn sentence(terms: usize, p: f64) -> Rc<SentenceReport> {
        let term = |index: usize| {
            let position = Position::from_index(2 * index).unwrap();
            Term::new(position, "word".into(), Probability::nearest(p))
        };
        Rc::new(SentenceReport::new((0..terms).map(term).collect()))
    }

    #[track_caller]
    fn assert_numbered(report: &Report) {
        let mut number = 0;
        for (place, term) in report.terms() {
            number += 1;
            let numbered = Some(Numbered { number, place, term });
            assert_eq!((report.numbered_at(place), report.numbered(number)), (numbered, numbered));
            let rest = report.numbered_from(number - 1);
            assert!(rest.eq(Numbered::all(report.terms()).into_iter().skip(number - 1)));
        }
        assert_eq!((report.numbered(0), report.numbered(number + 1)), (None, None));
        let mut before = 0;
        for (index, sentence) in report.sentences().iter().enumerate() {
            assert_eq!(report.first_number(index), before);
            before += sentence.terms().len();
        }
        assert_eq!(report.first_number(report.sentences().len()), before);
        assert_eq!(report.first_number(usize::MAX), before);
    }

    #[test]
    fn terms_are_counted_from_1_through_all_sentences() {
        let report = Report::new([2, 0, 3].map(|terms| sentence(terms, 0.5)).to_vec());
        assert_eq!([0, 1, 2, 3].map(|index| report.first_number(index)), [0, 2, 2, 5]);
        let place = |of: Numbered<'_>| (of.place.sentence, of.place.position.number());
        let at = |number| report.numbered(number).map(place);
        assert_eq!(
            [0, 1, 2, 3, 5, 6].map(at),
            [None, Some((0, 1)), Some((0, 3)), Some((2, 1)), Some((2, 5)), None]
        );
        let between = Place { sentence: 0, position: Position::new(2).unwrap() };
        assert_eq!(report.numbered_at(between), None);
        assert_eq!(Report::default().numbered(1), None);
        assert_eq!(Report::default().first_number(0), 0);
    }

    #[test]
    fn a_changed_probability_counts_nothing_anew() {
        let mut report = Report::new([2, 1].map(|terms| sentence(terms, 0.5)).to_vec());
        assert_eq!(report.first_number(1), 2);
        let before = report.clone();
        report.replace(0..1, vec![sentence(2, 0.25)]);
        assert!(Rc::ptr_eq(&report.numbering.0, &before.numbering.0));
        report.replace(0..1, vec![sentence(3, 0.25)]);
        assert_eq!((before.first_number(1), report.first_number(1)), (2, 3));
    }

    proptest! {
        #[test]
        fn numbers_follow_the_sentences_whatever_is_replaced(
            sizes in prop::collection::vec(0_usize..4, 0..60),
            changes in prop::collection::vec(
                (0_usize..60, 0_usize..5, prop::collection::vec(0_usize..4, 0..5)),
                0..8,
            ),
        ) {
            let mut report = Report::new(sizes.iter().map(|&n| sentence(n, 0.5)).collect());
            assert_numbered(&report);
            for (start, len, sizes) in changes {
                let count = report.sentences().len();
                let start = start.min(count);
                let range = start..(start + len).min(count);
                report.replace(range, sizes.iter().map(|&n| sentence(n, 0.25)).collect());
                assert_numbered(&report);
            }
        }
    }
}
