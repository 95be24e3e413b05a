//! A formula as LaTeX.

use super::{Formula, Number, Operator, Symbol, is_right_to_left, visible};
use crate::core::{math::Unit, messages::Language};

/// How text that is written from right to left is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::core::explain) enum Right {
    /// As it stands, for whatever reads the formula.
    AsItStands,
    /// By `\mlright`, which the document defines.
    Marked,
}

impl Formula {
    /// The formula for LaTeX's mathematical mode, with `amsmath`.
    pub fn to_latex(&self, language: Language) -> String {
        self.latex(language, Right::AsItStands)
    }

    pub(in crate::core::explain) fn latex(&self, language: Language, right: Right) -> String {
        let mut writer = Writer { language, out: String::new(), right };
        writer.formula(self);
        writer.out
    }
}

struct Writer {
    language: Language,
    out: String,
    right: Right,
}

impl Writer {
    fn formula(&mut self, formula: &Formula) {
        match formula {
            Formula::Number(number) => self.number(number),
            Formula::Symbol(symbol) => self.add(letters(*symbol)),
            Formula::Word(word) => {
                self.add(r"\text{");
                write_text(&visible(word), self.right, &mut self.out);
                self.add("}");
            }
            Formula::Name(name) => self.around(r"\text{", name, "}"),
            Formula::Operator(operator) => self.add(operator_sign(*operator)),
            Formula::Row(parts) => parts.iter().for_each(|part| self.formula(part)),
            Formula::Sub(base, index) => self.two("", base, "_{", index, "}"),
            Formula::Power(base, exponent) => {
                let (before, between) = if base.is_compound() { ("(", ")^{") } else { ("", "^{") };
                self.two(before, base, between, exponent, "}");
            }
            Formula::Fraction(above, below) => self.two(r"\frac{", above, "}{", below, "}"),
            Formula::Sum { over, of } => self.two(r"\sum_{", over, "} ", of, ""),
            Formula::Log(unit, of) => {
                self.add(match unit {
                    Unit::Nats => r"\log ",
                    Unit::Bits => r"\log_{2} ",
                    Unit::Log10 => r"\log_{10} ",
                });
                self.formula(of);
            }
            Formula::Probability { of, given } => self.two(r"\Pr(", of, r" \mid ", given, ")"),
            Formula::At(symbol, argument) => {
                self.add(letters(*symbol));
                self.one("(", argument, ")");
            }
            Formula::Size(of) => self.one(r"\lvert ", of, r" \rvert "),
            Formula::Set(elements) if elements.is_empty() => self.add(r"\emptyset "),
            Formula::Set(elements) => {
                self.add(r"\{");
                for (index, element) in elements.iter().enumerate() {
                    if index > 0 {
                        self.add(", ");
                    }
                    self.formula(element);
                }
                self.add(r"\}");
            }
            Formula::Parentheses(inner) => self.one("(", inner, ")"),
            Formula::Negation(inner) => self.one("-", inner, ""),
            Formula::Ellipsis => self.add(r"\cdots "),
            Formula::Marked(_, inner) => self.formula(inner),
        }
    }

    fn add(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn around(&mut self, before: &str, text: &str, after: &str) {
        self.add(before);
        self.add(text);
        self.add(after);
    }

    fn one(&mut self, before: &str, formula: &Formula, after: &str) {
        self.add(before);
        self.formula(formula);
        self.add(after);
    }

    fn two(&mut self, before: &str, a: &Formula, between: &str, b: &Formula, after: &str) {
        self.one(before, a, between);
        self.one("", b, after);
    }

    fn number(&mut self, number: &Number) {
        let parts = number.parts();
        self.add(parts.bound.unwrap_or_default());
        self.add(if parts.negative { "-" } else { "" });
        match parts.digits {
            "∞" => self.add(r"\infty "),
            "—" => self.add(r"\text{---}"),
            // TeX sets a space behind a comma that stands without braces.
            digits => {
                let digits = self.language.number(digits.to_owned());
                self.add(&digits.replace(',', "{,}"));
            }
        }
        if let Some(exponent) = parts.exponent {
            self.around(r" \times 10^{", &exponent.replace('−', "-"), "}");
        }
    }
}

fn operator_sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Plus => " + ",
        Operator::Times => r" \cdot ",
        Operator::Equals => " = ",
        Operator::About => r" \approx ",
        Operator::In => r" \in ",
        Operator::Differs => r" \neq ",
        Operator::Comma => ", ",
    }
}

fn letters(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Original => "x",
        Symbol::Corrupted => r"\bar{x}",
        Symbol::Target => "x_{i}",
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

/// After so many characters without a space, a line may be broken. `XeTeX` crashes where it has to say
/// that a word of thousands of characters is too wide.
const LONGEST_UNBROKEN: usize = 60;

/// Adds text as text: nothing in it is a command, and no two characters become one.
pub(in crate::core::explain) fn write_text(text: &str, right: Right, out: &mut String) {
    let mut rest = text;
    let mut unbroken = 0;
    while let Some(c) = rest.chars().next() {
        unbroken = if c == ' ' { 0 } else { unbroken + 1 };
        if unbroken > LONGEST_UNBROKEN {
            out.push_str(r"\allowbreak{}");
            unbroken = 1;
        }
        if right == Right::Marked && is_right_to_left(c) {
            let run = right_to_left_run(rest);
            out.push_str(r"\mlright{");
            write_text(run, Right::AsItStands, out);
            out.push('}');
            rest = rest.get(run.len()..).unwrap_or_default();
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next();
        if let Some((mark, accent)) = next.and_then(|mark| Some((mark, accent(mark)?)))
            && c.is_ascii_alphabetic()
        {
            out.extend([accent, "{"]);
            out.push(c);
            out.push('}');
            rest = rest.get(mark.len_utf8()..).unwrap_or_default();
            continue;
        }
        write_char(c, next, out);
    }
}

fn write_char(c: char, next: Option<char>, out: &mut String) {
    let command = match c {
        '\\' => r"\textbackslash{}",
        '^' => r"\textasciicircum{}",
        '~' => r"\textasciitilde{}",
        '<' => r"\textless{}",
        '>' => r"\textgreater{}",
        '|' => r"\textbar{}",
        '"' => r"\textquotedbl{}",
        '`' => r"\textasciigrave{}",
        // `LuaTeX` takes it for a broken file.
        char::REPLACEMENT_CHARACTER => r"\texttt{U+FFFD}",
        _ => "",
    };
    if command.is_empty() {
        if matches!(c, '{' | '}' | '$' | '&' | '#' | '%' | '_') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push_str(command);
    // TeX makes one character of two, as a dash of two hyphens; `LuaTeX` does across braces, too.
    if matches!(c, '-' | '\'' | ',' | '<' | '>') && next == Some(c) {
        out.push_str(r"\kern0pt{}");
    }
}

/// The command for an accent that follows its letter as a character of its own.
fn accent(mark: char) -> Option<&'static str> {
    Some(match mark {
        '\u{300}' => r"\`",
        '\u{301}' => r"\'",
        '\u{302}' => r"\^",
        '\u{303}' => r"\~",
        '\u{304}' => r"\=",
        '\u{306}' => r"\u",
        '\u{307}' => r"\.",
        '\u{308}' => r#"\""#,
        '\u{30a}' => r"\r",
        '\u{30b}' => r"\H",
        '\u{30c}' => r"\v",
        '\u{323}' => r"\d",
        '\u{327}' => r"\c",
        '\u{328}' => r"\k",
        _ => return None,
    })
}

/// The words at the start of a text that are written from right to left, with what is between them.
fn right_to_left_run(text: &str) -> &str {
    let mut end = 0;
    for (index, c) in text.char_indices() {
        if is_right_to_left(c) {
            end = index + c.len_utf8();
        } else if c.is_alphanumeric() || c == '[' {
            break;
        }
    }
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::explain::formula::trees::{assert_safe_latex, formula};

    fn text(text: &str) -> String {
        let mut out = String::new();
        write_text(text, Right::Marked, &mut out);
        out
    }

    #[test]
    fn no_character_is_a_command() {
        assert_eq!(
            text(r#"\{}$&#%_^~<>|""#),
            r"\textbackslash{}\{\}\$\&\#\%\_\textasciicircum{}\textasciitilde{}\textless{}\textgreater{}\textbar{}\textquotedbl{}"
        );
        assert_eq!(
            text("a--b ''c'' ?`d can't"),
            r"a-\kern0pt{}-b '\kern0pt{}'c'\kern0pt{}' ?\textasciigrave{}d can't"
        );
    }

    #[test]
    fn an_endless_word_may_be_broken() {
        assert_eq!(text(&"a".repeat(60)), "a".repeat(60));
        assert_eq!(text(&"a".repeat(61)), "a".repeat(60) + r"\allowbreak{}a");
    }

    #[test]
    fn an_accent_of_its_own_joins_its_letter() {
        assert_eq!(text("e\u{301}te\u{301}"), r"\'{e}t\'{e}");
        assert_eq!(text("été"), "été");
    }

    #[test]
    fn hebrew_is_set_from_right_to_left_word_for_word() {
        assert_eq!(text("[MASK] שלום, עולם. a"), r"[MASK] \mlright{שלום, עולם}. a");
        assert_eq!(Formula::word("שלום").to_latex(Language::English), r"\text{שלום}");
    }

    #[test]
    fn numbers_are_mathematics() {
        let nats =
            |value| Formula::Number(Number::nats(value, Unit::Nats)).to_latex(Language::English);
        assert_eq!(nats(Some(f64::NEG_INFINITY)), r"-\infty ");
        assert_eq!(nats(Some(1.5e30)), r"1.5000 \times 10^{30}");
        assert_eq!(nats(None), r"\text{---}");
        let number = Formula::Number(Number::nats(Some(-1234.5), Unit::Nats));
        assert_eq!(number.to_latex(Language::German), "-1234{,}5000");
    }

    proptest! {
        #[test]
        fn any_tree_is_safe(formula in formula()) {
            assert_safe_latex(&formula.to_latex(Language::English));
            assert_safe_latex(&formula.latex(Language::German, Right::Marked));
        }
    }
}
