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

/// A formula as a part of a sentence, which says itself what its letters stand for.
pub(in crate::core::explain) fn in_a_sentence(formula: &Formula) -> String {
    match formula {
        Formula::Symbol(symbol) => letter(*symbol).to_owned(),
        _ => formula.to_spoken(),
    }
}

fn say(formula: &Formula, out: &mut String) {
    match formula {
        Formula::Number(number) => say_number(number, out),
        Formula::Symbol(symbol) => add(name(*symbol), out),
        Formula::Word(word) => add(&said(word), out),
        Formula::Name(name) => add(name, out),
        Formula::Operator(operator) => say_operator(*operator, out),
        Formula::Row(parts) => say_row(parts, out),
        Formula::Sub(base, index) => between(base, "", index, out),
        Formula::Power(base, exponent) if exponent.is_compound() => {
            say(base, out);
            add("to the power of:", out);
            say(exponent, out);
            out.push_str(", end of power");
        }
        Formula::Power(base, exponent) => between(base, "to the power of", exponent, out),
        // Without its ends one would not hear what is divided, and by how much of what follows.
        Formula::Fraction(above, below) if above.is_compound() || below.is_compound() => {
            add("the quotient:", out);
            say(above, out);
            out.push(',');
            add("divided by", out);
            say(below, out);
            out.push_str(", end of quotient");
        }
        Formula::Fraction(above, below) => between(above, "divided by", below, out),
        Formula::Sum { over, of } => {
            add("the sum over", out);
            say(over, out);
            // A condition ends with a pause.
            if matches!(&**over, Formula::Row(parts) if parts.contains(&CONDITION)) {
                out.push(',');
            }
            add("of", out);
            say(of, out);
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
            let one = elements.len() == 1;
            add(if one { "the set with the element" } else { "the set with the elements" }, out);
            let mut before: Option<&Formula> = None;
            for (index, element) in elements.iter().enumerate() {
                match before {
                    None => {}
                    Some(Formula::Ellipsis) => add("up to", out),
                    _ if index + 1 == elements.len() => add("and", out),
                    _ => out.push(','),
                }
                say(element, out);
                before = Some(element);
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
            // Not “minus minus”.
            add(if is_negative(inner) { "the negative of" } else { "minus" }, out);
            say(inner, out);
        }
        Formula::Ellipsis => add("and so on", out),
        Formula::Marked(_, inner) => say(inner, out),
    }
}

/// The sign before a condition.
const CONDITION: Formula = Formula::Operator(Operator::Comma);

/// Parts side by side, with a pause behind what would else seem to go on.
fn say_row(parts: &[Formula], out: &mut String) {
    for (index, part) in parts.iter().enumerate() {
        let next = parts.get(index + 1);
        match (part, next) {
            // Not “plus and so on plus”.
            (Formula::Operator(_), Some(Formula::Ellipsis)) => {}
            (Formula::Ellipsis, _) => {
                out.push(',');
                say(part, out);
                out.push_str(if next.is_some() { "," } else { "" });
            }
            (Formula::Fraction(..) | Formula::Power(..), Some(Formula::Operator(_))) => {
                say(part, out);
                out.push(',');
            }
            _ => say(part, out),
        }
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

/// Whether it is a number with a minus sign, in parentheses or not.
fn is_negative(formula: &Formula) -> bool {
    match formula {
        Formula::Parentheses(inner) => is_number(inner) && inner.is_signed(),
        _ => is_number(formula) && formula.is_signed(),
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

fn say_operator(operator: Operator, out: &mut String) {
    let words = match operator {
        Operator::Plus => "plus",
        Operator::Times => "times",
        Operator::Equals => "equals",
        Operator::About => "is about",
        Operator::In => "in",
        Operator::Differs => "is not",
        Operator::Comma => {
            out.push(',');
            "where"
        }
    };
    add(words, out);
}

/// A letter with what it stands for, where one hardly knows that from the letter.
fn name(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Dataset => "the dataset D",
        Symbol::Objective => "the objective J",
        Symbol::Loss => "the loss L",
        _ => letter(symbol),
    }
}

fn letter(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Original => "x",
        Symbol::Corrupted => "x bar",
        Symbol::Target => "x i",
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

    fn count(count: usize) -> Formula {
        Formula::Number(Number::count(count))
    }

    #[test]
    fn one_hears_where_a_quotient_and_a_power_end() {
        let sum = || Formula::joined(vec![count(1), count(2)], Operator::Plus);
        assert_eq!(count(1).over(count(2)).to_spoken(), "1 divided by 2");
        let quotient = sum().over(count(3));
        let said = "the quotient: 1 plus 2, divided by 3, end of quotient";
        assert_eq!(quotient.to_spoken(), said);
        let power = |exponent| Formula::Power(Box::new(Symbol::Euler.into()), Box::new(exponent));
        assert_eq!(power(count(2)).to_spoken(), "e to the power of 2");
        assert_eq!(power(quotient).to_spoken(), format!("e to the power of: {said}, end of power"));
        let product = Formula::relation(count(1).over(count(2)), Operator::Times, sum());
        assert_eq!(product.to_spoken(), "1 divided by 2, times 1 plus 2");
    }

    #[test]
    fn the_negative_of_a_negative_number_has_no_two_signs() {
        let number = || Formula::Number(Number::nats(Some(-0.3567), Unit::Nats));
        assert_eq!(number().negated().to_spoken(), "the negative of minus 0.3567");
        assert_eq!(Formula::from(Symbol::Objective).negated().to_spoken(), "minus the objective J");
    }

    #[test]
    fn a_set_says_what_is_in_it_and_a_gap_how_far_it_goes() {
        let set = |elements: Vec<Formula>| Formula::Set(elements).to_spoken();
        assert_eq!(set(vec![count(3)]), "the set with the element 3");
        assert_eq!(set(vec![count(2), count(6)]), "the set with the elements 2 and 6");
        let gap = || vec![count(1), count(2), Formula::Ellipsis, count(9)];
        assert_eq!(set(gap()), "the set with the elements 1, 2, and so on up to 9");
        let sum = Formula::joined(gap(), Operator::Plus);
        assert_eq!(sum.to_spoken(), "1 plus 2, and so on, plus 9");
    }

    #[test]
    fn a_condition_is_told_from_what_is_added_up() {
        let x = || Formula::from(Symbol::Original);
        let over = vec![
            Formula::relation(x(), Operator::In, Symbol::Dataset.into()),
            CONDITION,
            Formula::relation(x(), Operator::Differs, Formula::Set(Vec::new())),
        ];
        assert_eq!(
            x().summed(Formula::Row(over)).to_spoken(),
            "the sum over x in the dataset D, where x is not the empty set, of x"
        );
    }

    #[test]
    fn a_sentence_says_itself_what_a_letter_stands_for() {
        assert_eq!(in_a_sentence(&Symbol::Dataset.into()), "D");
        assert_eq!(Formula::from(Symbol::Dataset).to_spoken(), "the dataset D");
    }

    #[test]
    fn a_mark_that_stands_alone_has_a_name() {
        assert_eq!(Formula::word(".").to_spoken(), "full stop");
        assert_eq!(Formula::word("...").to_spoken(), "...");
    }
}
