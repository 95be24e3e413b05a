//! A whole solution as plain text, Markdown, HTML, and words to speak.

use super::{Equation, Line, Solution, Step};
use crate::core::{
    explain::{Operator, Prose, formula::Formula},
    messages::{Language, fill},
};

impl Solution {
    /// The solution as plain text.
    pub fn to_plain(&self) -> String {
        let language = self.language;
        let mut out = self.preface.to_plain(language);
        for (number, step) in self.numbered() {
            out.extend(["\n\n", &number.to_string(), ". ", step.title, "\n"]);
            if let Some(symbols) = &step.symbols {
                out.extend(["   ", &symbols.to_plain(language), "\n"]);
            }
            for line in &step.lines {
                let line = match line {
                    Line::Equation(equation) => chain(equation, |side| side.to_plain(language)),
                    Line::Text(text) => text.to_plain(language),
                };
                out.extend(["   ", &line, "\n"]);
            }
            out.push_str(&step.words.to_plain(language));
        }
        out.push('\n');
        out
    }

    /// The solution as Markdown, with formulas as LaTeX in `$…$` and `$$…$$`.
    pub fn to_markdown(&self) -> String {
        let language = self.language;
        let title = language.messages().solution.title;
        let mut out = format!("# {title}\n\n{}\n", self.preface.to_markdown(language));
        for (number, step) in self.numbered() {
            out.extend(["\n## ", &number.to_string(), ". ", step.title, "\n\n"]);
            if let Some(symbols) = &step.symbols {
                out.extend(["$$", symbols.to_latex(language).trim_end(), "$$\n\n"]);
            }
            for line in &step.lines {
                match line {
                    Line::Equation(equation) => {
                        let chain = chain(equation, |side| side.to_latex(language));
                        out.extend(["$$", chain.trim_end(), "$$\n\n"]);
                    }
                    Line::Text(text) => out.extend([text.to_markdown(language).as_str(), "\n\n"]),
                }
            }
            out.extend([step.words.to_markdown(language).as_str(), "\n"]);
        }
        out
    }

    /// The solution as a piece of HTML, with formulas as `MathML`: a section for each step.
    pub fn to_mathml(&self) -> String {
        let language = self.language;
        let mut out = String::new();
        paragraph(language, &self.preface, &mut out);
        for (number, step) in self.numbered() {
            out.extend(["<section data-step=\"", step.kind.name(), "\"><h3>"]);
            out.extend([number.to_string().as_str(), ". ", step.title, "</h3>"]);
            if let Some(symbols) = &step.symbols {
                out.push_str(&symbols.to_mathml(language, true));
            }
            for line in &step.lines {
                match line {
                    Line::Equation(equation) => {
                        out.push_str(&equation.formula().to_mathml(language, true));
                    }
                    Line::Text(text) => paragraph(language, text, &mut out),
                }
            }
            paragraph(language, &step.words, &mut out);
            out.push_str("</section>");
        }
        out
    }

    /// The solution as one says it, a paragraph for each step.
    pub fn to_spoken(&self) -> String {
        let language = self.language;
        let phrases = &language.messages().solution;
        let mut out = self.preface.to_spoken(language);
        for (number, step) in self.numbered() {
            let values = [("number", &*number.to_string()), ("title", step.title)];
            out.extend(["\n\n", &fill(phrases.step, &values)]);
            if let Some(symbols) = &step.symbols {
                let symbols = symbols.to_spoken(language);
                out.extend([" ", &fill(phrases.in_symbols, &[("symbols", &symbols)])]);
            }
            for line in &step.lines {
                let line = match line {
                    Line::Equation(equation) => spoken(language, equation),
                    Line::Text(text) => text.to_spoken(language),
                };
                out.extend([" ", &line]);
                if !line.ends_with(['.', '!', '?', ':', '…']) {
                    out.push('.');
                }
            }
            out.extend([" ", &step.words.to_spoken(language)]);
        }
        out.push('\n');
        out
    }

    /// The steps with their numbers, from 1 on.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &Step)> {
        (1..).zip(&self.steps)
    }
}

impl Equation {
    /// All sides as one formula.
    pub fn formula(&self) -> Formula {
        let sides = self.sides().cloned().collect();
        Formula::joined(sides, Operator::Equals)
    }
}

/// An equation as sentences are spoken: with a capital letter, and so that one hears the sides.
fn spoken(language: Language, equation: &Equation) -> String {
    let phrases = &language.messages().solution;
    let mut text = String::new();
    for (index, side) in equation.sides().enumerate() {
        text.push_str(match index {
            0 => "",
            1 => phrases.equals,
            _ => phrases.which_equals,
        });
        text.push_str(&side.to_spoken(language));
    }
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn chain(equation: &Equation, write: impl Fn(&Formula) -> String) -> String {
    let sides: Vec<String> = equation.sides().map(write).collect();
    sides.join(" = ")
}

fn paragraph(language: Language, prose: &Prose, out: &mut String) {
    out.extend(["<p>", &prose.to_html(language), "</p>"]);
}
