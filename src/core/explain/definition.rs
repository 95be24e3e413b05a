//! How a number of the whole dataset is defined, with the numbers of a report put in: the formula that
//! the page shows while a slider moves.
//!
//! A [`Solution`](super::Solution) says more, of every term; this is as quick for ten thousand
//! sentences as for one.

use super::{
    candidate::word_of,
    formula::{Formula, Mark, Number, Operator, Symbol},
};
use crate::core::{
    math::{Distribution, Unit},
    objective::{Numbered, Place, Quantity, QuantityKind, Reduction, Report, Term},
};

/// Chains of equations, one below the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition(pub Vec<Chain>);

/// What is defined = … = its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The definition in symbols.
    pub symbols: Formula,
    /// The same with numbers, side by side, each of which begins with its sign "=".
    pub sides: Vec<Vec<Part>>,
}

/// A part of a side: between two of them a line can break.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The selected position that it belongs to, if it belongs to one, with its number.
    pub of: Option<(Place, usize)>,
    /// The part with the sign before it.
    pub formula: Formula,
}

/// Of more terms or sentences, so many at the start and the last one are written.
const FIRST_WRITTEN: usize = 5;
/// Of more candidates, the target and so many others.
const CANDIDATES: usize = 4;

/// What definitions are made from.
#[derive(Clone, Copy, Debug)]
pub struct Defined<'a> {
    /// The terms and their sums.
    pub report: &'a Report,
    /// The unit in which logarithms are written.
    pub unit: Unit,
}

impl Definition {
    /// Up to so many terms are all written.
    pub const WRITTEN: usize = FIRST_WRITTEN + 1;

    /// J: the double sum, with the terms, the inner sums and the outer sum.
    pub fn objective(defined: Defined<'_>) -> Self {
        let Defined { report, unit } = defined;
        let j = Formula::from(Symbol::Objective);
        let inner = log_pr(unit).summed(relation(Symbol::Position.into(), at_selected()));
        let outer = inner.summed(relation(Symbol::Original.into(), Symbol::Dataset.into()));
        let symbols = Formula::relation(j, Operator::Equals, outer);
        let mut sides = Vec::new();
        let total = defined.total(QuantityKind::Objective);
        if report.selected() > 0 {
            sides.push(defined.terms(|place, term| {
                Formula::log(unit, defined.number(Quantity::probability(place, term)))
            }));
            if report.selected() > 1 {
                sides.push(
                    defined.terms(|place, term| defined.number(Quantity::log_prob(place, term))),
                );
            }
            if let Some(sums) = defined.inner_sums() {
                sides.push(sums);
            }
        }
        sides.push(vec![equals(total)]);
        Self(vec![Chain { symbols, sides }])
    }

    /// L = −J.
    pub fn loss(defined: Defined<'_>) -> Self {
        let minus_j = Formula::from(Symbol::Objective).negated();
        let symbols = Formula::relation(Symbol::Loss.into(), Operator::Equals, minus_j);
        let objective = defined.total(QuantityKind::Objective);
        let loss = defined.total(QuantityKind::Loss);
        let mut sides = Vec::new();
        // −0 would be a strange number.
        if defined.report.loss() > 0.0 {
            sides.push(vec![equals(objective.negated())]);
        }
        sides.push(vec![equals(loss)]);
        Self(vec![Chain { symbols, sides }])
    }

    /// The mean that was chosen, and below it the loss of one term as a cross-entropy with its one-hot
    /// target written out.
    pub fn cross_entropy(
        defined: Defined<'_>,
        reduction: Reduction,
        looked_at: Option<(Numbered<'_>, &Distribution)>,
    ) -> Self {
        let mut chains = vec![defined.mean(reduction)];
        chains.extend(looked_at.map(|(term, prediction)| defined.one_hot(term, prediction)));
        Self(chains)
    }

    /// e to the mean loss in nats.
    pub fn perplexity(defined: Defined<'_>) -> Self {
        let e_to = |exponent| Formula::Power(Box::new(Symbol::Euler.into()), Box::new(exponent));
        let mut sides = Vec::new();
        if defined.report.cross_entropy().is_some() {
            // Always nats, whatever unit is shown.
            let in_nats = Defined { unit: Unit::Nats, ..defined };
            sides.push(vec![equals(e_to(in_nats.total(QuantityKind::CrossEntropy)))]);
        }
        sides.push(vec![equals(defined.total(QuantityKind::Perplexity))]);
        Self(vec![Chain { symbols: e_to(loss_over(selected_in_all())), sides }])
    }
}

impl Defined<'_> {
    fn number(&self, quantity: Quantity) -> Formula {
        Formula::Number(Number::quantity(quantity, self.unit)).marked(Mark::Quantity(quantity))
    }

    fn total(&self, kind: QuantityKind) -> Formula {
        let totals = self.report.totals().into_iter();
        let total =
            totals.filter(|quantity| quantity.kind() == kind).map(|q| self.number(q)).next();
        total.unwrap_or_else(|| Formula::Number(Number::nats(None, self.unit)))
    }

    /// The terms, added up. Where sentences have several, those of each stand in parentheses.
    fn terms(&self, write: impl Fn(Place, &Term) -> Formula) -> Vec<Part> {
        let count = self.report.selected();
        let is_left_out = |index: usize| count > FIRST_WRITTEN + 1 && index == FIRST_WRITTEN;
        let mut parts = Vec::new();
        let first = self.report.terms().take(FIRST_WRITTEN + 1).enumerate();
        for (index, (place, term)) in first {
            if is_left_out(index) {
                parts.push(plus(Formula::Ellipsis));
                if let Some(Numbered { place, term, .. }) = self.report.numbered(count) {
                    parts.push(plus(write(place, term)).with((place, count)));
                }
                break;
            }
            let term = write(place, term);
            let part = if index == 0 { equals(term) } else { plus(term) };
            parts.push(part.with((place, index + 1)));
        }
        parts
    }

    /// The inner sums, added up; `None` where they are no other numbers than the terms, or than J.
    fn inner_sums(&self) -> Option<Vec<Part>> {
        let count = self.report.scored();
        if count < 2 || self.report.selected() == count {
            return None;
        }
        let sentences = self.report.sentences().iter().enumerate();
        let scored = sentences.filter(|(_, sentence)| !sentence.terms().is_empty());
        let mut parts: Vec<Part> = Vec::new();
        for (index, sentence) in scored.take(FIRST_WRITTEN + 1) {
            let sum = self.number(Quantity::sentence_objective(index, sentence));
            parts.push(match parts.len() {
                0 => equals(sum),
                // More than these may follow, and nobody has to look for the last of ten thousand.
                FIRST_WRITTEN => plus(Formula::Ellipsis),
                _ => plus(sum),
            });
        }
        Some(parts)
    }

    fn mean(&self, reduction: Reduction) -> Chain {
        let l = || self.total(QuantityKind::Loss);
        let count = |count: usize| Formula::Number(Number::count(count));
        let sentences = self.report.sentences().len();
        let selected = self.report.selected();
        let result = self.report.reduced(reduction);
        let (symbols, numbers) = match reduction {
            Reduction::Sum => (Symbol::Loss.into(), None),
            Reduction::MeanOverPositions => {
                (loss_over(selected_in_all()), (selected > 0).then(|| l().over(count(selected))))
            }
            Reduction::MeanOverSentences => (
                loss_over(Formula::Size(Box::new(Symbol::Dataset.into()))),
                (sentences > 0).then(|| l().over(count(sentences))),
            ),
            Reduction::MeanOfMeans => (self.mean_of_means(), None),
        };
        let result = match reduction {
            Reduction::MeanOverPositions => self.total(QuantityKind::CrossEntropy),
            Reduction::Sum => l(),
            _ => Formula::Number(Number::nats(result, self.unit)),
        };
        let sides = numbers.into_iter().chain([result]).map(|side| vec![equals(side)]);
        Chain { symbols, sides: sides.collect() }
    }

    /// 1/n · Σ_{x∈D, A(x)≠∅} −(inner sum)/|A(x)|.
    fn mean_of_means(&self) -> Formula {
        let inner = log_pr(self.unit).summed(relation(Symbol::Position.into(), at_selected()));
        let mean = inner.negated().over(Formula::Size(Box::new(at_selected())));
        let over = Formula::Row(vec![
            relation(Symbol::Original.into(), Symbol::Dataset.into()),
            Formula::Operator(Operator::Comma),
            at_selected(),
            Formula::Operator(Operator::Differs),
            Formula::Set(Vec::new()),
        ]);
        let one = Formula::Number(Number::count(1)).over(Symbol::Count.into());
        Formula::Row(vec![one, Formula::Operator(Operator::Times), mean.summed(over)])
    }

    /// −Σₖ yₖ log pₖ with a factor 1 at the target and 0 at every other word.
    fn one_hot(&self, looked_at: Numbered<'_>, prediction: &Distribution) -> Chain {
        let Numbered { number, place, term } = looked_at;
        let of = (place, number);
        let k = || Formula::from(Symbol::Candidate);
        let indexed = |symbol: Symbol| Formula::from(symbol).with_index(k());
        let product = Formula::relation(
            indexed(Symbol::Label),
            Operator::Times,
            Formula::log(self.unit, indexed(Symbol::Predicted)),
        );
        let symbols = Formula::Negation(Box::new(product.summed(k())));
        let weighed = |label: usize, probability: Formula| {
            let log = Formula::log(self.unit, probability);
            Formula::relation(Formula::Number(Number::count(label)), Operator::Times, log)
        };
        let target = || self.number(Quantity::probability(place, term));
        let is_target = |index: usize| {
            prediction.candidates().get(index).and_then(word_of) == Some(&term.target)
        };
        let count = prediction.candidates().len();
        let mut products = Vec::new();
        if !(0..count).any(is_target) {
            products.push(weighed(1, target()));
        }
        let mut others = 0;
        let mut is_cut = false;
        for (index, candidate) in prediction.candidates().iter().enumerate() {
            if is_target(index) {
                products.push(weighed(1, target()));
                continue;
            }
            others += 1;
            if others <= CANDIDATES {
                products.push(weighed(0, self.number(Quantity::candidate(candidate.probability))));
            } else if !is_cut {
                products.push(Formula::Ellipsis);
                is_cut = true;
            }
        }
        let loss = Formula::Number(Number::nats(Some(term.log_prob.loss()), self.unit));
        let part = |formula| vec![equals(formula).with(of)];
        let log = Formula::log(self.unit, target()).negated();
        let sides = vec![in_parentheses(products, of), part(log), part(loss)];
        Chain { symbols, sides }
    }
}

/// log Pr(xᵢ|x̄).
fn log_pr(unit: Unit) -> Formula {
    let target = Formula::from(Symbol::Target);
    Formula::log(unit, target.given(Symbol::Corrupted.into()))
}

/// A(x).
fn at_selected() -> Formula {
    Formula::At(Symbol::Selected, Box::new(Symbol::Original.into()))
}

/// Σ_{x∈D} |A(x)|.
fn selected_in_all() -> Formula {
    let over = relation(Symbol::Original.into(), Symbol::Dataset.into());
    Formula::Size(Box::new(at_selected())).summed(over)
}

fn loss_over(below: Formula) -> Formula {
    Formula::from(Symbol::Loss).over(below)
}

/// One ∈ another.
fn relation(one: Formula, other: Formula) -> Formula {
    Formula::relation(one, Operator::In, other)
}

impl Part {
    fn with(self, of: (Place, usize)) -> Self {
        Self { of: Some(of), ..self }
    }
}

fn equals(formula: Formula) -> Part {
    let formula = Formula::Row(vec![Formula::Operator(Operator::Equals), formula]);
    Part { of: None, formula }
}

/// = −(… + …) in parts, so that the sum can break where there is no room for it.
fn in_parentheses(addends: Vec<Formula>, of: (Place, usize)) -> Vec<Part> {
    let last = addends.len().saturating_sub(1);
    let part = |(index, addend): (usize, Formula)| {
        let opened = if index == 0 {
            vec![Formula::Operator(Operator::Equals), Formula::Name("−("), addend]
        } else {
            vec![Formula::Operator(Operator::Plus), addend]
        };
        let closed = (index == last).then_some(Formula::Name(")"));
        let formula = Formula::Row(opened.into_iter().chain(closed).collect());
        Part { of: None, formula }.with(of)
    };
    addends.into_iter().enumerate().map(part).collect()
}

/// A part behind a plus sign, in parentheses where it starts with a minus sign.
fn plus(formula: Formula) -> Part {
    let inner = if formula.is_signed() { Formula::Parentheses(Box::new(formula)) } else { formula };
    Part { of: None, formula: Formula::Row(vec![Formula::Operator(Operator::Plus), inner]) }
}

#[cfg(test)]
mod tests;
