//! A whole solution as plain text, Markdown, HTML, and words to speak.

use super::{Equation, Line, Solution, Step};
use crate::core::explain::{Prose, formula::Formula};

impl Solution {
    /// The solution as plain text.
    pub fn to_plain(&self) -> String {
        let mut out = self.preface.to_plain();
        for (number, step) in self.numbered() {
            out.extend(["\n\n", &number.to_string(), ". ", step.title, "\n"]);
            if let Some(symbols) = &step.symbols {
                out.extend(["   ", &symbols.to_plain(), "\n"]);
            }
            for line in &step.lines {
                let line = match line {
                    Line::Equation(equation) => chain(equation, " = ", Formula::to_plain),
                    Line::Text(text) => text.to_plain(),
                };
                out.extend(["   ", &line, "\n"]);
            }
            out.push_str(&step.words.to_plain());
        }
        out.push('\n');
        out
    }

    /// The solution as Markdown, with formulas as LaTeX in `$…$` and `$$…$$`.
    pub fn to_markdown(&self) -> String {
        let mut out = format!("# Worked solution\n\n{}\n", self.preface.to_markdown());
        for (number, step) in self.numbered() {
            out.extend(["\n## ", &number.to_string(), ". ", step.title, "\n\n"]);
            if let Some(symbols) = &step.symbols {
                out.extend(["$$", symbols.to_latex().trim_end(), "$$\n\n"]);
            }
            for line in &step.lines {
                match line {
                    Line::Equation(equation) => {
                        let chain = chain(equation, " = ", Formula::to_latex);
                        out.extend(["$$", chain.trim_end(), "$$\n\n"]);
                    }
                    Line::Text(text) => out.extend([text.to_markdown().as_str(), "\n\n"]),
                }
            }
            out.extend([step.words.to_markdown().as_str(), "\n"]);
        }
        out
    }

    /// The solution as a piece of HTML, with formulas as `MathML`: a section for each step.
    pub fn to_mathml(&self) -> String {
        let mut out = String::new();
        paragraph(&self.preface, &mut out);
        for (number, step) in self.numbered() {
            out.extend(["<section data-step=\"", step.kind.name(), "\"><h3>"]);
            out.extend([number.to_string().as_str(), ". ", step.title, "</h3>"]);
            if let Some(symbols) = &step.symbols {
                out.push_str(&symbols.to_mathml(true));
            }
            for line in &step.lines {
                match line {
                    Line::Equation(equation) => out.push_str(&equation.formula().to_mathml(true)),
                    Line::Text(text) => paragraph(text, &mut out),
                }
            }
            paragraph(&step.words, &mut out);
            out.push_str("</section>");
        }
        out
    }

    /// The solution as one says it, a paragraph for each step.
    pub fn to_spoken(&self) -> String {
        let mut out = self.preface.to_spoken();
        for (number, step) in self.numbered() {
            out.extend(["\n\nStep ", &number.to_string(), ". ", step.title, "."]);
            if let Some(symbols) = &step.symbols {
                out.extend([" In symbols: ", &symbols.to_spoken(), "."]);
            }
            for line in &step.lines {
                let line = match line {
                    Line::Equation(equation) => spoken(equation),
                    Line::Text(text) => text.to_spoken(),
                };
                out.extend([" ", &line]);
                if !line.ends_with(['.', '!', '?', ':', '…']) {
                    out.push('.');
                }
            }
            out.extend([" ", &step.words.to_spoken()]);
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
        Formula::joined(sides, crate::core::explain::Operator::Equals)
    }
}

/// An equation as sentences are spoken: with a capital letter, and so that one hears the sides.
fn spoken(equation: &Equation) -> String {
    let mut text = String::new();
    for (index, side) in equation.sides().map(Formula::to_spoken).enumerate() {
        text.push_str(match index {
            0 => "",
            1 => " equals ",
            _ => ", which equals ",
        });
        text.push_str(&side);
    }
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn chain(equation: &Equation, equals: &str, write: fn(&Formula) -> String) -> String {
    let sides: Vec<String> = equation.sides().map(write).collect();
    sides.join(equals)
}

fn paragraph(prose: &Prose, out: &mut String) {
    out.extend(["<p>", &prose.to_html(), "</p>"]);
}
