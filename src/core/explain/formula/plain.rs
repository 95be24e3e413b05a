//! A formula as plain text.

use super::{Formula, Symbol, is_right_to_left, visible};
use crate::core::{math::Unit, messages::Language};

impl Formula {
    /// The formula as a line of Unicode text.
    pub fn to_plain(&self, language: Language) -> String {
        let mut text = String::new();
        write(language, self, &mut text);
        text
    }
}

fn write(language: Language, formula: &Formula, out: &mut String) {
    match formula {
        Formula::Number(number) => out.push_str(&number.shown(language)),
        Formula::Symbol(symbol) => out.push_str(letters(*symbol)),
        Formula::Word(word) => out.push_str(&isolated(word)),
        Formula::Name(name) => out.push_str(name),
        Formula::Operator(operator) => {
            if operator.sign() != "," {
                out.push(' ');
            }
            out.push_str(operator.sign());
            out.push(' ');
        }
        Formula::Row(parts) => parts.iter().for_each(|part| write(language, part, out)),
        Formula::Sub(base, index) => {
            write(language, base, out);
            lowered(language, index, out);
        }
        Formula::Power(base, exponent) => {
            grouped(language, base, out);
            out.push('^');
            grouped(language, exponent, out);
        }
        Formula::Fraction(above, below) => {
            grouped(language, above, out);
            out.push_str(" / ");
            grouped(language, below, out);
        }
        Formula::Sum { over, of } => {
            out.push_str("Σ_{");
            write(language, over, out);
            out.push_str("} ");
            write(language, of, out);
        }
        Formula::Log(unit, of) => {
            out.push_str(match unit {
                Unit::Nats => "log ",
                Unit::Bits => "log₂ ",
                Unit::Log10 => "log₁₀ ",
            });
            write(language, of, out);
        }
        Formula::Probability { of, given } => {
            out.push_str("Pr(");
            write(language, of, out);
            out.push_str(" | ");
            write(language, given, out);
            out.push(')');
        }
        Formula::At(symbol, argument) => {
            out.push_str(letters(*symbol));
            around(language, "(", argument, ")", out);
        }
        Formula::Size(of) => around(language, "|", of, "|", out),
        Formula::Set(elements) if elements.is_empty() => out.push('∅'),
        Formula::Set(elements) => {
            out.push('{');
            for (index, element) in elements.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                write(language, element, out);
            }
            out.push('}');
        }
        Formula::Parentheses(inner) => around(language, "(", inner, ")", out),
        Formula::Negation(inner) => around(language, "−", inner, "", out),
        Formula::Ellipsis => out.push('⋯'),
        Formula::Marked(_, inner) => write(language, inner, out),
    }
}

fn around(language: Language, before: &str, formula: &Formula, after: &str, out: &mut String) {
    out.push_str(before);
    write(language, formula, out);
    out.push_str(after);
}

fn grouped(language: Language, formula: &Formula, out: &mut String) {
    if formula.is_compound() {
        around(language, "(", formula, ")", out);
    } else {
        write(language, formula, out);
    }
}

/// An index, as Unicode's small figures where it has them.
fn lowered(language: Language, index: &Formula, out: &mut String) {
    let text = index.to_plain(language);
    let small = |c: char| {
        let letters = "0123456789ik".chars().zip("₀₁₂₃₄₅₆₇₈₉ᵢₖ".chars());
        letters.into_iter().find(|&(letter, _)| letter == c).map(|(_, small)| small)
    };
    match text.chars().map(small).collect::<Option<String>>() {
        Some(small) => out.push_str(&small),
        None => around(language, "_{", index, "}", out),
    }
}

fn letters(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Original => "x",
        Symbol::Corrupted => "x̄",
        Symbol::Target => "xᵢ",
        Symbol::Selected => "A",
        Symbol::Dataset => "D",
        Symbol::Position => "i",
        Symbol::Objective => "J",
        Symbol::Loss => "L",
        Symbol::Candidate => "k",
        Symbol::Label => "y",
        Symbol::Predicted => "p",
        Symbol::Euler => "e",
        Symbol::Count => "n",
    }
}

/// A word that leaves the order of what stands around it alone, whatever its script.
pub(in crate::core::explain) fn isolated(word: &str) -> String {
    let word = visible(word);
    if word.contains(is_right_to_left) { format!("\u{2068}{word}\u{2069}") } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::explain::formula::{Number, Operator};

    #[test]
    fn the_objective_reads_as_the_course_writes_it() {
        let symbol = Formula::Symbol;
        let over = |left, right| Formula::relation(symbol(left), Operator::In, right);
        let at = Formula::At(Symbol::Selected, Box::new(symbol(Symbol::Original)));
        let objective =
            Formula::log(Unit::Nats, symbol(Symbol::Target).given(symbol(Symbol::Corrupted)))
                .summed(over(Symbol::Position, at))
                .summed(over(Symbol::Original, symbol(Symbol::Dataset)));
        assert_eq!(objective.to_plain(Language::English), "Σ_{x ∈ D} Σ_{i ∈ A(x)} log Pr(xᵢ | x̄)");
    }

    #[test]
    fn what_is_raised_divided_or_lowered_stays_together() {
        let count = |count| Formula::Number(Number::count(count));
        let sum = || Formula::joined(vec![count(1), count(2)], Operator::Plus);
        assert_eq!(sum().over(count(3)).to_plain(Language::English), "(1 + 2) / 3");
        let power = Formula::Power(Box::new(Symbol::Euler.into()), Box::new(sum()));
        assert_eq!(power.to_plain(Language::English), "e^(1 + 2)");
        let x = || Formula::Symbol(Symbol::Corrupted);
        assert_eq!(x().with_index(count(12)).to_plain(Language::English), "x̄₁₂");
        assert_eq!(x().with_index(sum()).to_plain(Language::English), "x̄_{1 + 2}");
        assert_eq!(Formula::Set(Vec::new()).to_plain(Language::English), "∅");
    }

    #[test]
    fn hebrew_does_not_turn_the_formula_round() {
        assert_eq!(Formula::word("שלום").to_plain(Language::English), "\u{2068}שלום\u{2069}");
    }
}
