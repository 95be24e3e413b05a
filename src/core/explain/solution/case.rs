//! What the steps of a solution share: the terms, and the formulas for them.

use std::rc::Rc;

use super::Worked;
use crate::core::{
    explain::{
        formula::{Formula, Mark, Number, Operator, Symbol},
        prose::{Prose, say},
    },
    math::Unit,
    messages::{Language, SolutionMessages, fill},
    objective::{Place, Quantity, QuantityKind, Report, SentenceReport, Term},
};

/// A sentence of up to so many characters stands in the formula itself.
const SHORT_SENTENCE: usize = 48;
/// Up to so many items are all shown.
const ALL_SHOWN: usize = 5;
/// Of more, so many at the start, and the last.
const FIRST_SHOWN: usize = 3;

/// The report at hand.
pub(super) struct Case<'a> {
    pub(super) worked: &'a Worked<'a>,
    /// All terms in reading order.
    pub(super) terms: Vec<Entry<'a>>,
    /// The sentences in which something is selected, be it without a target.
    pub(super) marked: Vec<Scored<'a>>,
    /// Those of them that have a term.
    pub(super) scored: Vec<Scored<'a>>,
    /// How many selected positions have no target yet.
    pub(super) untargeted: usize,
    /// The number of sentences, |D|.
    pub(super) sentences: usize,
    pub(super) unit: Unit,
    pub(super) language: Language,
}

/// A term with its place in the report.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) index: usize,
    pub(super) place: Place,
    pub(super) term: &'a Term,
}

/// A sentence with something selected.
#[derive(Clone, Copy)]
pub(super) struct Scored<'a> {
    pub(super) index: usize,
    pub(super) report: &'a SentenceReport,
}

/// The sentences of a report.
fn sentences(report: &Report) -> Vec<&SentenceReport> {
    report.sentences().iter().map(|sentence| &**sentence).collect()
}

/// The start and the end of a list, and how many items between them are left out.
pub(super) struct Ends<'a, T> {
    pub(super) first: &'a [T],
    pub(super) left_out: usize,
    pub(super) last: &'a [T],
}

/// A list as far as it is shown.
pub(super) fn ends<T>(all: &[T]) -> Ends<'_, T> {
    let shown = if all.len() <= ALL_SHOWN { all.len() } else { FIRST_SHOWN };
    let (first, rest) = all.split_at_checked(shown).unwrap_or((all, &[]));
    let left_out = rest.len().saturating_sub(1);
    let last = rest.get(left_out..).unwrap_or_default();
    Ends { first, left_out, last }
}

/// A list as far as it is shown, with ⋯ for what is left out.
pub(super) fn elided<T>(all: &[T], mut write: impl FnMut(&T) -> Formula) -> Vec<Formula> {
    let Ends { first, left_out, last } = ends(all);
    let mut parts: Vec<Formula> = first.iter().map(&mut write).collect();
    if left_out > 0 {
        parts.push(Formula::Ellipsis);
    }
    parts.extend(last.iter().map(write));
    parts
}

impl<'a> Case<'a> {
    pub(super) fn new(worked: &'a Worked<'a>) -> Self {
        let terms = worked.report.terms().enumerate();
        let all = sentences(worked.report);
        let mut marked: Vec<Scored<'a>> =
            all.iter().enumerate().map(|(index, &report)| Scored { index, report }).collect();
        marked.retain(|s| !s.report.terms().is_empty() || !s.report.untargeted().is_empty());
        let scored = marked.iter().filter(|sentence| !sentence.report.terms().is_empty());
        Self {
            worked,
            terms: terms.map(|(index, (place, term))| Entry { index, place, term }).collect(),
            scored: scored.copied().collect(),
            marked,
            untargeted: worked.report.untargeted(),
            sentences: all.len(),
            unit: worked.unit,
            language: worked.language,
        }
    }

    /// The phrases of a solution in its language.
    pub(super) fn phrases(&self) -> &'static SolutionMessages {
        self.language.messages().solution
    }

    /// A token of the document in quotation marks.
    pub(super) fn quoted(&self, word: &Rc<str>) -> Prose {
        Prose::quoted(self.language, word)
    }

    /// The terms of one sentence.
    pub(super) fn terms_of(&self, sentence: usize) -> Vec<Entry<'a>> {
        self.terms.iter().filter(|entry| entry.place.sentence == sentence).copied().collect()
    }

    /// A symbol that each sentence has: with the sentence's number where there are several.
    pub(super) fn of_sentence(&self, symbol: Symbol, sentence: usize) -> Formula {
        if self.sentences == 1 {
            return symbol.into();
        }
        let number = Formula::Number(Number::count(sentence + 1));
        Formula::from(symbol).with_index(number).marked(Mark::Symbol(symbol))
    }

    /// A(x) of a sentence.
    pub(super) fn selected(&self, sentence: usize) -> Formula {
        at_selected(self.of_sentence(Symbol::Original, sentence))
    }

    /// log Pr(target | x̄). The first mention shows the sentence itself where it is short and has
    /// nothing else selected.
    pub(super) fn log_pr(&self, entry: &Entry<'_>) -> Formula {
        let sentence = entry.place.sentence;
        let alone = self.scored.iter().any(|s| {
            let is_only = s.report.terms().len() == 1 && s.report.untargeted().is_empty();
            s.index == sentence && is_only
        });
        let corrupted = (self.worked.text)(sentence).map(|(_, corrupted)| corrupted);
        let given = corrupted
            .filter(|text| alone && text.trim().chars().count() <= SHORT_SENTENCE)
            .map_or_else(
                || self.of_sentence(Symbol::Corrupted, sentence),
                |text| Formula::word(&text),
            );
        let target = Formula::Word(entry.term.target.clone()).marked(Mark::Symbol(Symbol::Target));
        self.log(target.given(given)).marked(Mark::Term(entry.index))
    }

    /// Pr(target | x̄) as a number.
    pub(super) fn probability(&self, entry: &Entry<'_>) -> Formula {
        self.number(Quantity::probability(entry.place, entry.term)).marked(Mark::Term(entry.index))
    }

    /// log Pr(target | x̄) as a number.
    pub(super) fn log_prob(&self, entry: &Entry<'_>) -> Formula {
        self.number(Quantity::log_prob(entry.place, entry.term)).marked(Mark::Term(entry.index))
    }

    /// The logarithm of the probability as a number.
    pub(super) fn log_of_number(&self, entry: &Entry<'_>) -> Formula {
        self.log(self.probability(entry))
    }

    /// The inner sum of a sentence as a number.
    pub(super) fn inner_sum(&self, sentence: &Scored<'_>) -> Formula {
        self.number(Quantity::sentence_objective(sentence.index, sentence.report))
    }

    pub(super) fn log(&self, of: Formula) -> Formula {
        Formula::log(self.unit, of)
    }

    /// A number of the report.
    pub(super) fn number(&self, quantity: Quantity) -> Formula {
        Formula::Number(Number::quantity(quantity, self.unit)).marked(Mark::Quantity(quantity))
    }

    /// A number of nats that has no name in the report.
    pub(super) fn nats(&self, nats: Option<f64>) -> Formula {
        Formula::Number(Number::nats(nats, self.unit))
    }

    /// What the report says of the whole dataset.
    pub(super) fn total(&self, kind: QuantityKind) -> Formula {
        let totals = self.worked.report.totals();
        match totals.into_iter().find(|quantity| quantity.kind() == kind) {
            Some(quantity) => self.number(quantity),
            None => self.nats(None),
        }
    }

    /// Σ_{i∈A(x)} log Pr(xᵢ|x̄), for any sentence.
    pub(super) fn inner_sum_in_symbols(&self, x: Formula, corrupted: Formula) -> Formula {
        let target = Formula::from(Symbol::Target);
        let over = Formula::relation(Symbol::Position.into(), Operator::In, at_selected(x));
        self.log(target.given(corrupted)).summed(over)
    }

    /// What is added to the word for selected tokens or positions where some are not scored, since
    /// their targets are still to be given.
    pub(super) fn known(&self) -> Prose {
        if self.untargeted == 0 { Prose::default() } else { Prose::text(self.phrases().known) }
    }

    /// The token of a term, with where it stands where it is not alone.
    pub(super) fn token(&self, entry: &Entry<'_>) -> Prose {
        let token = self.quoted(&entry.term.target);
        let place = Prose::text(self.place(entry.place));
        say(self.phrases().token_at, &[("token", token), ("place", place)])
    }

    /// Where a token stands, in words.
    pub(super) fn place(&self, place: Place) -> String {
        let position = place.position.to_string();
        if self.sentences == 1 {
            fill(self.phrases().position, &[("position", &position)])
        } else {
            let sentence = (place.sentence + 1).to_string();
            let values = [("position", &*position), ("sentence", &sentence)];
            fill(self.phrases().position_of_sentence, &values)
        }
    }
}

/// A(x).
pub(super) fn at_selected(x: Formula) -> Formula {
    Formula::At(Symbol::Selected, Box::new(x))
}

/// Σ_{x∈D}.
pub(super) fn over_dataset(of: Formula) -> Formula {
    let over = Formula::relation(Symbol::Original.into(), Operator::In, Symbol::Dataset.into());
    of.summed(over)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_shows_its_ends() {
        let text = |length: usize| {
            let all: Vec<usize> = (1..=length).collect();
            let shown = elided(&all, |&n| Formula::Number(Number::count(n)));
            Formula::Set(shown).to_plain(Language::English)
        };
        assert_eq!(text(0), "∅");
        assert_eq!(text(5), "{1, 2, 3, 4, 5}");
        assert_eq!(text(6), "{1, 2, 3, ⋯, 6}");
        assert_eq!(text(40), "{1, 2, 3, ⋯, 40}");
    }
}
