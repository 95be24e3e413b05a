//! A formula in words, for a screen reader.

use super::{Formula, Number, Operator, Symbol, visible};
use crate::core::{math::Unit, text::MASK};

impl Formula {
    /// The formula as one says it.
    pub fn to_spoken(&self) -> String {
        let mut text = String::new();
        say(self, &mut text);
        text
    }
}

fn say(formula: &Formula, out: &mut String) {
    match formula {
        Formula::Number(number) => say_number(number, out),
        Formula::Symbol(symbol) => add(name(*symbol), out),
        Formula::Word(word) => add(&said(word), out),
        Formula::Name(name) => add(name, out),
        Formula::Operator(Operator::Comma) => out.push(','),
        Formula::Operator(operator) => add(operator_name(*operator), out),
        Formula::Row(parts) => parts.iter().for_each(|part| say(part, out)),
        Formula::Sub(base, index) => between(base, "", index, out),
        Formula::Power(base, exponent) => between(base, "to the power of", exponent, out),
        Formula::Fraction(above, below) => between(above, "divided by", below, out),
        Formula::Sum { over, of } => {
            add("the sum over", out);
            between(over, "of", of, out);
        }
        Formula::Log(unit, of) => {
            add("the logarithm", out);
            add(
                match unit {
                    Unit::Nats => "of",
                    Unit::Bits => "to base 2 of",
                    Unit::Log10 => "to base 10 of",
                },
                out,
            );
            say(of, out);
        }
        Formula::Probability { of, given } => {
            add("the probability of", out);
            between(of, "given", given, out);
        }
        Formula::At(symbol, argument) => {
            add(name(*symbol), out);
            add("of", out);
            say(argument, out);
        }
        Formula::Size(of) => {
            add("the number of elements of", out);
            say(of, out);
        }
        Formula::Set(elements) if elements.is_empty() => add("the empty set", out),
        Formula::Set(elements) => {
            add("the set of", out);
            for (index, element) in elements.iter().enumerate() {
                match index {
                    0 => {}
                    _ if index + 1 == elements.len() => add("and", out),
                    _ => out.push(','),
                }
                say(element, out);
            }
        }
        // A pause tells where a signed number ends.
        Formula::Parentheses(inner) if is_number(inner) => say(inner, out),
        Formula::Parentheses(inner) => {
            add("open parenthesis,", out);
            say(inner, out);
            out.push(',');
            add("close parenthesis", out);
        }
        Formula::Negation(inner) => {
            add("minus", out);
            say(inner, out);
        }
        Formula::Ellipsis => add("and so on", out),
        Formula::Marked(_, inner) => say(inner, out),
    }
}

fn between(left: &Formula, word: &str, right: &Formula, out: &mut String) {
    say(left, out);
    add(word, out);
    say(right, out);
}

/// Adds words behind a space.
fn add(words: &str, out: &mut String) {
    if !out.is_empty() && !words.is_empty() {
        out.push(' ');
    }
    out.push_str(words);
}

fn is_number(formula: &Formula) -> bool {
    match formula {
        Formula::Number(_) => true,
        Formula::Marked(_, inner) => is_number(inner),
        _ => false,
    }
}

fn say_number(number: &Number, out: &mut String) {
    let parts = number.parts();
    match parts.bound {
        Some("<") => add("less than", out),
        Some(_) => add("more than", out),
        None => {}
    }
    if parts.negative {
        add("minus", out);
    }
    add(
        match parts.digits {
            "∞" => "infinity",
            "—" => "undefined",
            digits => digits,
        },
        out,
    );
    if let Some(exponent) = parts.exponent {
        add("times 10 to the power of", out);
        add(&exponent.replace('−', "minus "), out);
    }
}

fn operator_name(operator: Operator) -> &'static str {
    match operator {
        Operator::Plus => "plus",
        Operator::Times => "times",
        Operator::Equals => "equals",
        Operator::About => "is about",
        Operator::In => "in",
        Operator::Differs => "is not",
        Operator::Comma => ",",
    }
}

fn name(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Original => "x",
        Symbol::Corrupted => "x bar",
        Symbol::Target => "x i",
        Symbol::Selected => "A",
        Symbol::Dataset => "the dataset D",
        Symbol::Position => "i",
        Symbol::Objective => "the objective J",
        Symbol::Loss => "the loss L",
        Symbol::Candidate => "k",
        Symbol::Label => "y",
        Symbol::Predicted => "p",
        Symbol::Euler => "e",
        Symbol::Count => "n",
    }
}

/// A word as one says it: voices pass over a mark that stands alone, and spell \[MASK\] out.
pub(in crate::core::explain) fn said(word: &str) -> String {
    let word = visible(word);
    let mark = match word.as_str() {
        "." => "full stop",
        "," => "comma",
        "!" => "exclamation mark",
        "?" => "question mark",
        ";" => "semicolon",
        ":" => "colon",
        "'" | "’" => "apostrophe",
        "\"" | "“" | "”" => "quotation mark",
        "(" => "opening parenthesis",
        ")" => "closing parenthesis",
        "-" => "hyphen",
        "–" | "—" => "dash",
        "…" => "ellipsis",
        // A sentence goes on as part of a longer one.
        _ => match word.strip_suffix('.') {
            Some(sentence) if !sentence.ends_with('.') => sentence,
            _ => &word,
        },
    };
    mark.replace(MASK, "mask")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nats(value: f64) -> String {
        Formula::Number(Number::nats(Some(value), Unit::Nats)).to_spoken()
    }

    #[test]
    fn numbers_are_said_in_words_where_a_voice_would_stumble() {
        assert_eq!(nats(-0.3567), "minus 0.3567");
        assert_eq!(nats(f64::NEG_INFINITY), "minus infinity");
        assert_eq!(nats(2e30), "2.0000 times 10 to the power of 30");
        assert_eq!(Formula::Number(Number::nats(None, Unit::Nats)).to_spoken(), "undefined");
    }

    #[test]
    fn an_equation_is_said_as_a_person_says_it() {
        let term = Formula::log(
            Unit::Nats,
            Formula::word("brown").given(Formula::word("The quick [MASK] fox.")),
        );
        let formula = Formula::relation(Symbol::Objective.into(), Operator::Equals, term);
        assert_eq!(
            formula.to_spoken(),
            "the objective J equals the logarithm of the probability of brown given The quick \
             mask fox"
        );
    }

    #[test]
    fn a_mark_that_stands_alone_has_a_name() {
        assert_eq!(Formula::word(".").to_spoken(), "full stop");
        assert_eq!(Formula::word("...").to_spoken(), "...");
    }
}
