//! What follows from a document, kept up to date.

use std::{cell::OnceCell, ops::Range, rc::Rc};

use super::{Document, Example, ModelId, Selected, WORKSHOP};
use crate::core::{
    math::{Distribution, Probability},
    objective::{Place, Report, SentenceReport, Term},
    predict::{self, Counts, Neighbour, Own, Prediction, Source},
    text::{Corruption, Position},
};

/// How many words a counting model names where its prediction is listed, the target included.
const LISTED: usize = 5;

/// A document with what each of its models makes of it.
///
/// It is a pure function of the document: [`Evaluation::after`] gives, to the last bit, what
/// [`Evaluation::of`] would give, but evaluates only the sentences that have changed.
#[derive(Clone, Debug)]
pub struct Evaluation {
    document: Document,
    /// Where a model asks for them.
    counts: Option<Rc<Counts>>,
    /// By model, in the document's order.
    reports: Vec<Rc<Report>>,
}

impl Evaluation {
    /// Evaluates a document.
    pub fn of(document: &Document) -> Self {
        Self { document: Document::default(), counts: None, reports: Vec::new() }.after(document)
    }

    /// Evaluates a document, perhaps one that has much in common with this one's.
    #[must_use]
    pub fn after(&self, document: &Document) -> Self {
        // The page's first load, whose texts are short, evaluates all of them each time.
        let (new, old) = if WORKSHOP {
            document.examples.difference(&self.document.examples)
        } else {
            Default::default()
        };
        let counts = if !WORKSHOP || !document.models.iter().any(|model| model.source.counts()) {
            None
        } else if self.counts.is_some() && self.has_same_tokens(old.clone(), document, new.clone())
        {
            self.counts.clone()
        } else {
            Some(Rc::new(document.counts()))
        };
        let is_recounted = match (&self.counts, &counts) {
            (Some(old), Some(new)) => !Rc::ptr_eq(old, new),
            _ => true,
        };
        let report = |index: usize| {
            let model = document.models.get(index)?;
            // A sentence that is shared has nothing set by hand that another model's place in the list
            // could turn into this one's: taking a model out rewrites those.
            let same =
                self.document.models.get(index).is_some_and(|old| old.source == model.source);
            let before = self.reports.get(index).filter(|_| same);
            let view =
                View { counts: counts.as_deref(), source: model.source, model: ModelId(index) };
            Some(match before {
                Some(report) if WORKSHOP && !(is_recounted && model.source.counts()) => {
                    if new.is_empty() && old.is_empty() {
                        return Some(report.clone());
                    }
                    let mut report = Report::clone(report);
                    report.replace(old.clone(), view.reports(document, new.clone()));
                    Rc::new(report)
                }
                _ => Rc::new(Report::new(view.reports(document, 0..document.examples.len()))),
            })
        };
        let reports = (0..document.models.len()).filter_map(report).collect();
        Self { document: document.clone(), counts, reports }
    }

    /// Whether a range of this document has the same original tokens as the one in its place.
    fn has_same_tokens(&self, old: Range<usize>, document: &Document, new: Range<usize>) -> bool {
        let count = old.len();
        count == new.len()
            && self
                .document
                .examples
                .iter_from(old.start)
                .zip(document.examples.iter_from(new.start))
                .take(count)
                .all(|(one, other)| {
                    one.sentence() == other.sentence()
                        && one.original_tokens().eq(other.original_tokens())
                })
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What the objective makes of a model's predictions.
    pub fn report(&self, model: ModelId) -> Option<&Rc<Report>> {
        self.reports.get(model.0)
    }

    /// What a model predicts at a selected position. A counting model's prediction has its most
    /// probable words, the target, and one row for all other words.
    pub fn prediction(&self, model: ModelId, place: Place) -> Option<Rc<Distribution>> {
        let (view, example, selected) = self.seen(model, place)?;
        view.prediction(place.sentence, example, selected)
    }

    /// How undecided a model is at a selected position: −Σ p log p over its words, in nats, from 0 to
    /// ln V.
    ///
    /// `None` where it is not known: of what a model has counted, only the most probable words are
    /// worked out.
    pub fn entropy(&self, model: ModelId, place: Place) -> Option<f64> {
        let (view, example, selected) = self.seen(model, place)?;
        let reading = view.reading(place.sentence, example);
        match reading.counted().filter(|_| selected.by_hand(model).is_none()) {
            Some((counts, own)) => {
                let counting = reading.counting(counts, own, selected);
                counting.entropy().or_else(|| reading.prediction(selected)?.entropy())
            }
            None => reading.prediction(selected)?.entropy(),
        }
    }

    /// How a model sees the dataset, with what it is asked for.
    fn seen(&self, model: ModelId, place: Place) -> Option<(View<'_>, &Example, &Selected)> {
        let source = self.document.model(model)?.source;
        let example = self.document.examples.get(place.sentence)?;
        let view = View { counts: self.counts.as_deref(), source, model };
        Some((view, example, example.at(place.position)?))
    }

    /// The counts of the dataset, where a model asks for them.
    pub(super) fn counts(&self) -> Option<&Rc<Counts>> {
        self.counts.as_ref()
    }
}

/// How one model sees the dataset.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    /// Where the source asks for them.
    pub(super) counts: Option<&'a Counts>,
    pub(super) source: Source,
    pub(super) model: ModelId,
}

impl<'a> View<'a> {
    fn reports(self, document: &Document, range: Range<usize>) -> Vec<Rc<SentenceReport>> {
        let examples = range.clone().zip(document.examples.iter_from(range.start));
        examples.map(|(sentence, example)| Rc::new(self.report(sentence, example))).collect()
    }

    fn report(self, sentence: usize, example: &Example) -> SentenceReport {
        let (mut terms, mut untargeted) = (Vec::new(), Vec::new());
        if !example.selected().is_empty() {
            let reading = self.reading(sentence, example);
            for selected in example.selected() {
                let position = selected.position();
                match selected.target() {
                    Some(target) => {
                        let probability = reading.probability(selected, target);
                        terms.push(Term::new(position, target.clone(), probability));
                    }
                    None => untargeted.push(position),
                }
            }
        }
        SentenceReport::new(terms).with_untargeted(untargeted)
    }

    /// What the model predicts at a position, as a list.
    pub(super) fn prediction(
        self,
        sentence: usize,
        example: &Example,
        selected: &Selected,
    ) -> Option<Rc<Distribution>> {
        match selected.by_hand(self.model) {
            Some(prediction) => Some(prediction.clone()),
            None => self.reading(sentence, example).prediction(selected),
        }
    }

    /// Reads a sentence once for all its positions, which can be half a million.
    pub(super) fn reading<'e>(self, sentence: usize, example: &'e Example) -> Reading<'e>
    where
        'a: 'e,
    {
        let counts = self.counts.filter(|_| WORKSHOP && self.source.counts());
        let counted = counts.map(|counts| (counts, counts.own(sentence)));
        Reading { view: self, example, counted, offered: OnceCell::new() }
    }
}

/// A sentence as one model reads it.
pub(super) struct Reading<'a> {
    view: View<'a>,
    example: &'a Example,
    /// For a model that counts: what it counts, and what it leaves out.
    counted: Option<(&'a Counts, Own)>,
    /// For a person's hand: the words to begin with, once they are asked for.
    offered: OnceCell<Vec<&'a str>>,
}

impl<'a> Reading<'a> {
    fn probability(&self, selected: &Selected, target: &str) -> Probability {
        if let Some(prediction) = selected.by_hand(self.view.model) {
            return prediction.probability_of(target);
        }
        match self.counted() {
            None => predict::by_hand_probability(),
            Some((counts, own)) => self.counting(counts, own, selected).probability_of(target),
        }
    }

    /// What the model predicts at a position, as a list.
    pub(super) fn prediction(&self, selected: &'a Selected) -> Option<Rc<Distribution>> {
        if let Some(prediction) = selected.by_hand(self.view.model) {
            return Some(prediction.clone());
        }
        let target = selected.target();
        let prediction = match self.counted() {
            None => predict::by_hand(target.map(|target| &**target), self.offered()),
            Some((counts, own)) => {
                self.counting(counts, own, selected).distribution(target, LISTED)
            }
        };
        prediction.map(Rc::new)
    }

    fn offered(&self) -> impl Iterator<Item = &'a str> {
        let words = || self.example.sentence().tokens().filter(|token| token.is_word());
        self.offered.get_or_init(|| predict::offered(words().map(|t| t.text))).iter().copied()
    }

    /// In the page's first load there is nothing of it, which the compiler sees here.
    fn counted(&self) -> Option<(&Counts, Own)> {
        self.counted.filter(|_| WORKSHOP)
    }

    fn counting<'r>(&self, counts: &'r Counts, own: Own, selected: &Selected) -> Prediction<'r> {
        let position = selected.position();
        let neighbours = neighbours(self.example, position);
        Prediction::new(counts, self.view.source, own, position.index(), neighbours)
    }
}

/// What the model sees to the left and to the right of a position.
fn neighbours(example: &Example, position: Position) -> [Neighbour<'_>; 2] {
    let index = position.index();
    [index.checked_sub(1), index.checked_add(1)].map(|index| {
        let selected = index.and_then(Position::from_index).and_then(|beside| example.at(beside));
        match selected.map(Selected::corruption) {
            Some(Corruption::Mask) => Neighbour::Masked,
            Some(Corruption::Random(word)) => Neighbour::Token(word),
            Some(Corruption::Kept) | None => Neighbour::Original,
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::{
        document::{
            Edit, Scope,
            examples::{MODEL, apply, masked, place, typed},
        },
        text::Recipe,
    };

    /// Edits of a small dataset with a model of each kind.
    fn edit() -> impl Strategy<Value = Edit> {
        let place =
            (0_usize..5, 1_u32..5).prop_map(|(sentence, position)| place(sentence, position));
        let sources = [Source::ByHand, Source::UNIFORM, Source::UNIGRAM, Source::NEIGHBOURS];
        let model = || (0_usize..3).prop_map(ModelId);
        prop_oneof![
            (0_usize..5, "(a |b |c |[.] |\\[MASK\\] ){1,5}")
                .prop_map(|(sentence, text)| Edit::SetSentence { sentence, text }),
            (0_usize..5, "(a |b |c |[.] ){1,5}")
                .prop_map(|(at, text)| Edit::InsertText { at, text }),
            (0_usize..5).prop_map(Edit::RemoveSentence),
            (0_usize..5, 0_usize..5).prop_map(|(from, to)| Edit::MoveSentence { from, to }),
            place.clone().prop_map(Edit::ToggleMask),
            (place.clone(), prop::option::of("[a-d]")).prop_map(|(place, target)| {
                Edit::SetTarget { place, target: target.map(Into::into) }
            }),
            any::<u64>().prop_map(|seed| Edit::Draw {
                scope: Scope::Dataset,
                recipe: Recipe::BERT,
                seed,
                epoch: 0
            }),
            (model(), place, "[a-d]", 0.0..=1.0_f64).prop_map(|(model, place, word, p)| {
                Edit::set_probability(model, place, word, Probability::nearest(p))
            }),
            (model(), prop::sample::select(sources.to_vec()))
                .prop_map(|(model, source)| Edit::SetSource { model, source }),
            ("[x-z]", prop::sample::select(sources.to_vec()))
                .prop_map(|(name, source)| { Edit::AddModel { name: name.into(), source } }),
            model().prop_map(Edit::RemoveModel),
        ]
    }

    #[test]
    fn an_untrained_model_is_as_undecided_as_its_vocabulary_is_large() {
        let entropy = |source| {
            let set = Edit::SetSource { model: MODEL, source };
            let document =
                masked(&apply(&typed("The fox ran. The dog ran over a hill."), &set), 0, 2);
            Evaluation::of(&document).entropy(MODEL, place(0, 2))
        };
        // The, fox, ran, dog, over, a, hill, and the full stop.
        assert_eq!(entropy(Source::UNIFORM), Some(libm::log(8.0)));
        let bert = Source::Uniform { vocabulary: 30_522.try_into().ok() };
        assert_eq!(entropy(bert), Some(libm::log(30_522.0)));
        assert_eq!(entropy(Source::NEIGHBOURS), None);
        // By hand, it begins with the right word and three others, evenly.
        let by_hand = entropy(Source::ByHand).unwrap();
        assert!((by_hand - libm::log(4.0)).abs() < 1e-15, "{by_hand}");
    }

    proptest! {
        #[test]
        fn an_evaluation_that_follows_says_what_a_new_one_says(
            edits in prop::collection::vec(edit(), 1..40),
        ) {
            let mut document = Document::default();
            for (name, source) in [("n", Source::NEIGHBOURS), ("u", Source::UNIGRAM)] {
                document = document.apply(&Edit::AddModel { name: name.into(), source }).unwrap();
            }
            document = document.apply(&Edit::SetText("a b c. b c a. c a b. a a.".into())).unwrap();
            let mut following = Evaluation::of(&document);
            for edit in edits {
                let Ok(changed) = following.apply(&edit) else { continue };
                prop_assert_eq!(&changed, &document.apply(&edit).unwrap());
                document = changed;
                following = following.after(&document);
                let anew = Evaluation::of(&document);
                prop_assert_eq!(&following.reports, &anew.reports, "{:?}", edit);
                for (place, term) in anew.reports.iter().flat_map(|report| report.terms()) {
                    for model in (0..document.models().len()).map(ModelId) {
                        let listed = anew.prediction(model, place).unwrap();
                        let report = anew.report(model).unwrap();
                        let scored = report.terms().find(|(at, _)| *at == place).unwrap().1;
                        // The list and the term are one prediction.
                        let listed = listed.probability_of(&term.target).value();
                        prop_assert!((listed - scored.probability.value()).abs() < 1e-15);
                    }
                }
            }
        }
    }
}
