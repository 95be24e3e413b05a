//! One tree for a formula, and four ways to write it: `MathML` for the page, LaTeX for paper, plain
//! text for everything else, and words for a voice.
//!
//! ```
//! use masklab::core::{explain::Formula, math::Unit, messages::Language};
//!
//! let formula = Formula::log(Unit::Nats, Formula::word("brown").given(Formula::word("a [MASK] fox")));
//! assert_eq!(formula.to_plain(Language::English), "log Pr(brown | a [MASK] fox)");
//! assert_eq!(
//!     formula.to_latex(Language::English),
//!     r"\log \Pr(\text{brown} \mid \text{a [MASK] fox})"
//! );
//! assert_eq!(
//!     formula.to_spoken(Language::English),
//!     "the logarithm of the probability of brown given a mask fox"
//! );
//! ```

use std::rc::Rc;

use crate::core::{math::Unit, objective::Quantity};

mod latex;
mod mathml;
mod number;
mod plain;
mod spoken;
#[cfg(test)]
pub(super) mod trees;
mod word;

pub(super) use latex::{Right, write_text as write_latex_text};
pub(super) use mathml::escape as escape_markup;
pub use mathml::{Content, Node};
pub use number::Number;
pub(super) use plain::isolated;
pub(super) use spoken::{in_a_sentence as said_in_a_sentence, said as said_word};
pub(super) use word::{is_right_to_left, visible};

/// A formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// A number, rounded as `math::notation` rounds it.
    Number(Number),
    /// A letter with a meaning.
    Symbol(Symbol),
    /// A token, or a whole sentence, as it is spelled: any script, any character.
    Word(Rc<str>),
    /// A quantity that has a name and no letter, such as "perplexity".
    Name(&'static str),
    /// A sign between two parts.
    Operator(Operator),
    /// Parts side by side.
    Row(Vec<Self>),
    /// A part with an index below it: x₂.
    Sub(Box<Self>, Box<Self>),
    /// A base with an exponent.
    Power(Box<Self>, Box<Self>),
    /// What is above the line and what is below it.
    Fraction(Box<Self>, Box<Self>),
    /// A sum.
    Sum {
        /// What runs, and through what: i ∈ A(x).
        over: Box<Self>,
        /// What is added up.
        of: Box<Self>,
    },
    /// A logarithm in a unit: log, log₂ or log₁₀.
    Log(Unit, Box<Self>),
    /// A conditional probability, Pr(of | given).
    Probability {
        /// The token.
        of: Box<Self>,
        /// What the model reads.
        given: Box<Self>,
    },
    /// What a letter stands for at an argument: A(x).
    At(Symbol, Box<Self>),
    /// The number of elements of a set: |A(x)|.
    Size(Box<Self>),
    /// A set by its elements; without any, ∅.
    Set(Vec<Self>),
    /// A part in parentheses.
    Parentheses(Box<Self>),
    /// A part with a minus sign before it.
    Negation(Box<Self>),
    /// Parts that are left out: ⋯.
    Ellipsis,
    /// A part that can be coloured, linked and read out by what it is.
    Marked(Mark, Box<Self>),
}

/// What a part of a formula is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// It belongs to the term with this index in the report, counted from 0.
    Term(usize),
    /// It is a symbol that has several letters, such as xᵢ.
    Symbol(Symbol),
    /// It shows this number, whose full value is in nats whatever unit is shown.
    Quantity(Quantity),
}

/// A letter with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// x, a sentence as it was.
    Original,
    /// x̄, what the model reads.
    Corrupted,
    /// xᵢ, the true token at a selected position.
    Target,
    /// A, as in A(x): the selected positions.
    Selected,
    /// D, the dataset.
    Dataset,
    /// i, a position.
    Position,
    /// J, the objective: maximised.
    Objective,
    /// L, the loss: minimised.
    Loss,
    /// k, a candidate word.
    Candidate,
    /// y, 1 for the true token and 0 for every other.
    Label,
    /// p, what the model gives a candidate.
    Predicted,
    /// e, the base of the natural logarithm.
    Euler,
    /// n, a number of sentences.
    Count,
}

impl Symbol {
    /// All symbols.
    pub const ALL: [Self; 13] = [
        Self::Original,
        Self::Corrupted,
        Self::Target,
        Self::Selected,
        Self::Dataset,
        Self::Position,
        Self::Objective,
        Self::Loss,
        Self::Candidate,
        Self::Label,
        Self::Predicted,
        Self::Euler,
        Self::Count,
    ];

    /// The name that the page carries in `data-symbol`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Corrupted => "corrupted",
            Self::Target => "target",
            Self::Selected => "selected",
            Self::Dataset => "dataset",
            Self::Position => "position",
            Self::Objective => "objective",
            Self::Loss => "loss",
            Self::Candidate => "candidate",
            Self::Label => "label",
            Self::Predicted => "predicted",
            Self::Euler => "e",
            Self::Count => "count",
        }
    }
}

/// A sign between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// +
    Plus,
    /// ·
    Times,
    /// =
    Equals,
    /// ≈, equal but for rounding.
    About,
    /// ∈
    In,
    /// ≠
    Differs,
    /// A comma.
    Comma,
}

impl Operator {
    /// All operators.
    pub const ALL: [Self; 7] =
        [Self::Plus, Self::Times, Self::Equals, Self::About, Self::In, Self::Differs, Self::Comma];

    /// The sign as Unicode has it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Times => "·",
            Self::Equals => "=",
            Self::About => "≈",
            Self::In => "∈",
            Self::Differs => "≠",
            Self::Comma => ",",
        }
    }
}

impl From<Symbol> for Formula {
    fn from(symbol: Symbol) -> Self {
        Self::Symbol(symbol)
    }
}

impl Formula {
    /// A token or a sentence.
    pub fn word(text: &str) -> Self {
        Self::Word(text.into())
    }

    /// A logarithm.
    pub fn log(unit: Unit, of: Self) -> Self {
        Self::Log(unit, Box::new(of))
    }

    /// The conditional probability of this part.
    #[must_use]
    pub fn given(self, given: Self) -> Self {
        Self::Probability { of: Box::new(self), given: Box::new(given) }
    }

    /// This part with an index.
    #[must_use]
    pub fn with_index(self, index: Self) -> Self {
        Self::Sub(Box::new(self), Box::new(index))
    }

    /// This part divided by another.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        Self::Fraction(Box::new(self), Box::new(below))
    }

    /// The sum of this part over what runs.
    #[must_use]
    pub fn summed(self, over: Self) -> Self {
        Self::Sum { over: Box::new(over), of: Box::new(self) }
    }

    /// This part with a minus sign, and in parentheses where it has one already or is a sum.
    #[must_use]
    pub fn negated(self) -> Self {
        let inner = if self.is_signed() || matches!(self, Self::Row(_)) {
            Self::Parentheses(Box::new(self))
        } else {
            self
        };
        Self::Negation(Box::new(inner))
    }

    /// This part with a mark.
    #[must_use]
    pub fn marked(self, mark: Mark) -> Self {
        Self::Marked(mark, Box::new(self))
    }

    /// Two parts with a sign between them.
    pub fn relation(left: Self, operator: Operator, right: Self) -> Self {
        Self::Row(vec![left, Self::Operator(operator), right])
    }

    /// Parts with a sign between each two. One that starts with a minus sign is set in parentheses,
    /// unless it is the first. One part is itself.
    pub fn joined(parts: Vec<Self>, operator: Operator) -> Self {
        let mut row = Vec::new();
        for part in parts {
            if row.is_empty() {
                row.push(part);
                continue;
            }
            row.push(Self::Operator(operator));
            let signed = part.is_signed() && matches!(operator, Operator::Plus | Operator::Times);
            row.push(if signed { Self::Parentheses(Box::new(part)) } else { part });
        }
        if row.len() == 1 { row.remove(0) } else { Self::Row(row) }
    }

    /// Whether it starts with a minus sign.
    pub(super) fn is_signed(&self) -> bool {
        match self {
            Self::Number(number) => number.parts().negative,
            Self::Negation(_) => true,
            Self::Marked(_, inner) => inner.is_signed(),
            Self::Row(parts) => parts.first().is_some_and(Self::is_signed),
            _ => false,
        }
    }

    /// Whether it needs parentheses where it is divided or raised.
    fn is_compound(&self) -> bool {
        match self {
            Self::Row(_) | Self::Sum { .. } | Self::Negation(_) | Self::Fraction(..) => true,
            Self::Marked(_, inner) => inner.is_compound(),
            other => other.is_signed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::messages::Language;

    #[test]
    fn what_has_a_sign_is_set_in_parentheses_behind_another_sign() {
        let terms =
            vec![Number::nats(Some(-0.5), Unit::Nats), Number::nats(Some(-0.25), Unit::Nats)];
        let sum = Formula::joined(terms.into_iter().map(Formula::Number).collect(), Operator::Plus);
        assert_eq!(sum.to_plain(Language::English), "−0.5000 + (−0.2500)");
        assert_eq!(sum.negated().to_plain(Language::English), "−(−0.5000 + (−0.2500))");
        assert_eq!(Formula::from(Symbol::Objective).negated().to_plain(Language::English), "−J");
    }
}
