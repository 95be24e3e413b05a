//! A formula in words, for a screen reader.

use super::{Formula, Number, Operator, Symbol, visible};
use crate::core::{
    math::Unit,
    messages::{Language, SpokenMessages, fill},
    text::MASK,
};

impl Formula {
    /// The formula as one says it.
    pub fn to_spoken(&self, language: Language) -> String {
        let mut voice = Voice { language, text: String::new() };
        voice.say(self);
        voice.text.truncate(voice.text.trim_end().len());
        voice.text
    }
}

/// A formula as a part of a sentence, which says itself what its letters stand for.
pub(in crate::core::explain) fn in_a_sentence(language: Language, formula: &Formula) -> String {
    match formula {
        Formula::Symbol(symbol) => letter(language, *symbol).to_owned(),
        _ => formula.to_spoken(language),
    }
}

/// What stands in place of a name in braces.
#[derive(Clone, Copy)]
enum Part<'a> {
    Formula(&'a Formula),
    Elements(&'a [Formula]),
    Words(&'a str),
}

struct Voice {
    language: Language,
    text: String,
}

impl Voice {
    fn phrases(&self) -> &'static SpokenMessages {
        self.language.messages().spoken
    }

    fn say(&mut self, formula: &Formula) {
        let phrases = self.phrases();
        let compound = |a: &Formula, b: &Formula| a.is_compound() || b.is_compound();
        let one = |name, of| [(name, Part::Formula(of))];
        let two = |a, left, b, right| [(a, Part::Formula(left)), (b, Part::Formula(right))];
        match formula {
            Formula::Number(number) => self.number(number),
            Formula::Symbol(symbol) => self.add(name(self.language, *symbol)),
            Formula::Word(word) => self.add(&said(self.language, word)),
            Formula::Name(name) => self.add(name),
            Formula::Operator(operator) => self.operator(*operator),
            Formula::Row(parts) => self.row(parts),
            Formula::Sub(base, index) => {
                self.tell(phrases.index, &two("base", base, "index", index));
            }
            Formula::Power(base, exponent) => {
                let long = exponent.is_compound();
                let phrase = if long { phrases.long_power } else { phrases.power };
                self.tell(phrase, &two("base", base, "exponent", exponent));
            }
            Formula::Fraction(above, below) => {
                // Without its ends one would not hear what is divided, and by how much of what
                // follows.
                let long = compound(above, below);
                let phrase = if long { phrases.long_fraction } else { phrases.fraction };
                self.tell(phrase, &two("above", above, "below", below));
            }
            Formula::Sum { over, of } => {
                // A condition ends with a pause.
                let is_condition =
                    matches!(&**over, Formula::Row(parts) if parts.contains(&CONDITION));
                let phrase = if is_condition { phrases.sum_where } else { phrases.sum };
                self.tell(phrase, &two("over", over, "of", of));
            }
            Formula::Log(unit, of) => {
                let phrase = match unit {
                    Unit::Nats => phrases.log,
                    Unit::Bits => phrases.log_2,
                    Unit::Log10 => phrases.log_10,
                };
                self.tell(phrase, &one("of", of));
            }
            Formula::Probability { of, given } => {
                self.tell(phrases.probability, &two("of", of, "given", given));
            }
            Formula::At(symbol, argument) => {
                let symbol = Part::Words(name(self.language, *symbol));
                let argument = Part::Formula(argument);
                self.tell(phrases.at, &[("symbol", symbol), ("argument", argument)]);
            }
            Formula::Size(of) => self.tell(phrases.size, &one("of", of)),
            Formula::Set(elements) if elements.is_empty() => self.add(phrases.empty_set),
            Formula::Set(elements) => {
                let phrase = phrases.set.of(elements.len());
                self.tell(phrase, &[("elements", Part::Elements(elements))]);
            }
            // A pause tells where a signed number ends.
            Formula::Parentheses(inner) if is_number(inner) => self.say(inner),
            Formula::Parentheses(inner) => self.tell(phrases.parentheses, &one("inner", inner)),
            Formula::Negation(inner) => {
                // Not “minus minus”.
                let phrase = if is_negative(inner) { phrases.negative } else { phrases.minus };
                self.tell(phrase, &one("of", inner));
            }
            Formula::Ellipsis => self.add(phrases.ellipsis),
            Formula::Marked(_, inner) => self.say(inner),
        }
    }

    /// Says a phrase with parts in place of the names in braces.
    fn tell(&mut self, phrase: &str, parts: &[(&str, Part<'_>)]) {
        self.join(" ");
        let mut is_name = false;
        for text in phrase.split(['{', '}']) {
            let part = parts.iter().find(|(name, _)| is_name && *name == text);
            match part {
                Some((_, Part::Formula(formula))) => self.say(formula),
                Some((_, Part::Elements(elements))) => self.elements(elements),
                Some((_, Part::Words(words))) => self.add(words),
                None if is_name => {}
                None => self.join(text),
            }
            is_name = !is_name;
        }
    }

    fn elements(&mut self, elements: &[Formula]) {
        let common = self.language.messages().common;
        let mut before: Option<&Formula> = None;
        for (index, element) in elements.iter().enumerate() {
            match before {
                None => {}
                Some(Formula::Ellipsis) => self.join(self.phrases().set_up_to),
                _ if index + 1 == elements.len() => self.join(common.list_and),
                _ => self.join(common.list_comma),
            }
            self.say(element);
            before = Some(element);
        }
    }

    /// Parts side by side, with a pause behind what would else seem to go on.
    fn row(&mut self, parts: &[Formula]) {
        for (index, part) in parts.iter().enumerate() {
            let next = parts.get(index + 1);
            match (part, next) {
                // Not “plus and so on plus”.
                (Formula::Operator(_), Some(Formula::Ellipsis)) => {}
                (Formula::Ellipsis, _) => {
                    self.join(",");
                    self.say(part);
                    self.join(if next.is_some() { "," } else { "" });
                }
                (Formula::Fraction(..) | Formula::Power(..), Some(Formula::Operator(_))) => {
                    self.say(part);
                    self.join(",");
                }
                _ => self.say(part),
            }
        }
    }

    /// Adds words behind a space.
    fn add(&mut self, words: &str) {
        if !words.is_empty() {
            self.join(" ");
        }
        self.text.push_str(words);
    }

    /// Adds a piece of a phrase with its own spaces, but none at the start and no second one.
    fn join(&mut self, piece: &str) {
        let is_behind_space = self.text.is_empty() || self.text.ends_with(' ');
        self.text.push_str(if is_behind_space { piece.trim_start() } else { piece });
    }

    fn number(&mut self, number: &Number) {
        let phrases = self.phrases();
        let parts = number.parts();
        let mut text = match parts.digits {
            "∞" => phrases.infinity.to_owned(),
            "—" => phrases.undefined.to_owned(),
            digits => self.language.number(digits.to_owned()),
        };
        if let Some(exponent) = parts.exponent {
            let exponent = match exponent.strip_prefix('−') {
                Some(size) => fill(phrases.minus, &[("of", size)]),
                None => exponent,
            };
            text = fill(phrases.power_of_ten, &[("digits", &text), ("exponent", &exponent)]);
        }
        if parts.negative {
            text = fill(phrases.minus, &[("of", &text)]);
        }
        let bound = match parts.bound {
            Some("<") => phrases.less_than,
            Some(_) => phrases.more_than,
            None => return self.add(&text),
        };
        self.add(&fill(bound, &[("number", &text)]));
    }

    fn operator(&mut self, operator: Operator) {
        let phrases = self.phrases();
        let words = match operator {
            Operator::Plus => phrases.plus,
            Operator::Times => phrases.times,
            Operator::Equals => phrases.equals,
            Operator::About => phrases.about,
            Operator::In => phrases.is_in,
            Operator::Differs => phrases.differs,
            Operator::Comma => {
                self.join(",");
                phrases.condition
            }
        };
        self.add(words);
    }
}

/// The sign before a condition.
const CONDITION: Formula = Formula::Operator(Operator::Comma);

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

/// A letter with what it stands for, where one hardly knows that from the letter.
fn name(language: Language, symbol: Symbol) -> &'static str {
    let phrases = &language.messages().spoken;
    match symbol {
        Symbol::Dataset => phrases.dataset,
        Symbol::Objective => phrases.objective,
        Symbol::Loss => phrases.loss,
        _ => letter(language, symbol),
    }
}

fn letter(language: Language, symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Original => "x",
        Symbol::Corrupted => language.messages().spoken.corrupted,
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
pub(in crate::core::explain) fn said(language: Language, word: &str) -> String {
    let phrases = &language.messages().spoken;
    let word = visible(word);
    let mark = match word.as_str() {
        "." => phrases.full_stop,
        "," => phrases.comma,
        "!" => phrases.exclamation_mark,
        "?" => phrases.question_mark,
        ";" => phrases.semicolon,
        ":" => phrases.colon,
        "'" | "’" => phrases.apostrophe,
        "\"" | "“" | "”" | "„" => phrases.quotation_mark,
        "(" => phrases.opening_parenthesis,
        ")" => phrases.closing_parenthesis,
        "-" => phrases.hyphen,
        "–" | "—" => phrases.dash,
        "…" => phrases.three_dots,
        // A sentence goes on as part of a longer one.
        _ => match word.strip_suffix('.') {
            Some(sentence) if !sentence.ends_with('.') => sentence,
            _ => &word,
        },
    };
    mark.replace(MASK, phrases.mask)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nats(value: f64) -> String {
        Formula::Number(Number::nats(Some(value), Unit::Nats)).to_spoken(Language::English)
    }

    #[test]
    fn numbers_are_said_in_words_where_a_voice_would_stumble() {
        assert_eq!(nats(-0.3567), "minus 0.3567");
        assert_eq!(nats(f64::NEG_INFINITY), "minus infinity");
        assert_eq!(nats(2e30), "2.0000 times 10 to the power of 30");
        assert_eq!(
            Formula::Number(Number::nats(None, Unit::Nats)).to_spoken(Language::English),
            "undefined"
        );
    }

    #[test]
    fn an_equation_is_said_as_a_person_says_it() {
        let term = Formula::log(
            Unit::Nats,
            Formula::word("brown").given(Formula::word("The quick [MASK] fox.")),
        );
        let formula = Formula::relation(Symbol::Objective.into(), Operator::Equals, term);
        assert_eq!(
            formula.to_spoken(Language::English),
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
        assert_eq!(count(1).over(count(2)).to_spoken(Language::English), "1 divided by 2");
        let quotient = sum().over(count(3));
        let said = "the quotient: 1 plus 2, divided by 3, end of quotient";
        assert_eq!(quotient.to_spoken(Language::English), said);
        let power = |exponent| Formula::Power(Box::new(Symbol::Euler.into()), Box::new(exponent));
        assert_eq!(power(count(2)).to_spoken(Language::English), "e to the power of 2");
        assert_eq!(
            power(quotient).to_spoken(Language::English),
            format!("e to the power of: {said}, end of power")
        );
        let product = Formula::relation(count(1).over(count(2)), Operator::Times, sum());
        assert_eq!(product.to_spoken(Language::English), "1 divided by 2, times 1 plus 2");
    }

    #[test]
    fn the_negative_of_a_negative_number_has_no_two_signs() {
        let number = || Formula::Number(Number::nats(Some(-0.3567), Unit::Nats));
        assert_eq!(number().negated().to_spoken(Language::English), "the negative of minus 0.3567");
        assert_eq!(
            Formula::from(Symbol::Objective).negated().to_spoken(Language::English),
            "minus the objective J"
        );
    }

    #[test]
    fn a_set_says_what_is_in_it_and_a_gap_how_far_it_goes() {
        let set = |elements: Vec<Formula>| Formula::Set(elements).to_spoken(Language::English);
        assert_eq!(set(vec![count(3)]), "the set with the element 3");
        assert_eq!(set(vec![count(2), count(6)]), "the set with the elements 2 and 6");
        let gap = || vec![count(1), count(2), Formula::Ellipsis, count(9)];
        assert_eq!(set(gap()), "the set with the elements 1, 2, and so on up to 9");
        let sum = Formula::joined(gap(), Operator::Plus);
        assert_eq!(sum.to_spoken(Language::English), "1 plus 2, and so on, plus 9");
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
            x().summed(Formula::Row(over)).to_spoken(Language::English),
            "the sum over x in the dataset D, where x is not the empty set, of x"
        );
    }

    #[test]
    fn a_sentence_says_itself_what_a_letter_stands_for() {
        assert_eq!(in_a_sentence(Language::English, &Symbol::Dataset.into()), "D");
        assert_eq!(Formula::from(Symbol::Dataset).to_spoken(Language::English), "the dataset D");
    }

    #[test]
    fn a_mark_that_stands_alone_has_a_name() {
        assert_eq!(Formula::word(".").to_spoken(Language::English), "full stop");
        assert_eq!(Formula::word("...").to_spoken(Language::English), "...");
    }

    #[test]
    fn a_formula_is_said_in_german() {
        let said = |formula: Formula| formula.to_spoken(Language::German);
        let loss = Formula::Number(Number::nats(Some(-0.3567), Unit::Nats)).negated();
        assert_eq!(
            said(Formula::relation(Symbol::Loss.into(), Operator::Equals, loss)),
            "Verlust L ist gleich das Negative von minus 0,3567"
        );
        let tiny = Number::probability(crate::core::math::Probability::nearest(5e-13), Unit::Bits);
        assert_eq!(said(Formula::Number(tiny)), "5,0000 mal 10 hoch minus 13");
        assert_eq!(
            said(Formula::Set(vec![count(1), count(2), Formula::Ellipsis, count(9)])),
            "Menge mit den Elementen 1, 2, und so weiter bis 9"
        );
        assert_eq!(
            said(Formula::word(".").given(Formula::word("Ein [MASK]!"))),
            "Wahrscheinlichkeit von Punkt gegeben Ein Maske!"
        );
    }
}
