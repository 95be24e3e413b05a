//! A whole solution as a LaTeX document.

use std::fmt::Write as _;

use super::{Equation, Line, Solution};
use crate::core::{explain::formula::Right, messages::Language};

/// Loads what every TeX system has, and says how characters are set that a document's font may lack:
/// `\mlchar{…}` announces one by its number. `pdfTeX` prints this number. `XeTeX` and `LuaTeX` print the
/// character where the font, or a font of many scripts, has it. `\mlright{…}` takes what is written
/// from right to left.
const PREAMBLE: &str = include_str!("preamble.tex");

impl Solution {
    /// The solution as a LaTeX document, from the preamble to its end. It compiles as it is with
    /// `pdfTeX`, `XeTeX` and `LuaTeX`, whatever the words are.
    pub fn to_latex(&self) -> String {
        let body = self.latex_body();
        let mut document = PREAMBLE.to_owned();
        let mut rare: Vec<char> = body.chars().filter(|&c| !is_common(c)).collect();
        rare.sort_unstable();
        rare.dedup();
        for c in rare {
            let _ = writeln!(document, r"\mlchar{{{:04X}}}", u32::from(c));
        }
        document.extend(["\\begin{document}\n", &body, "\\end{document}\n"]);
        document
    }

    fn latex_body(&self) -> String {
        let language = self.language;
        let title = language.messages().solution.title;
        let mut out = format!("\\section*{{{title}}}\n");
        out.extend([self.preface.latex(language, Right::Marked).as_str(), "\n"]);
        for (number, step) in self.numbered() {
            out.extend(["\n\\subsection*{", &number.to_string(), ". ", step.title, "}\n"]);
            if let Some(symbols) = &step.symbols {
                out.extend(["\\[", symbols.latex(language, Right::Marked).trim_end(), "\\]\n"]);
            }
            for line in &step.lines {
                match line {
                    Line::Equation(equation) => aligned(language, equation, &mut out),
                    Line::Text(text) => out.extend([&text.latex(language, Right::Marked), "\n\n"]),
                }
            }
            out.extend([step.words.latex(language, Right::Marked).as_str(), "\n"]);
        }
        out
    }
}

/// A chain of equations, each side on a line of its own.
fn aligned(language: Language, equation: &Equation, out: &mut String) {
    out.push_str("\\begin{align*}\n");
    for (index, side) in equation.sides().enumerate() {
        // What follows `\\` is never a bracket, which it would take for an option.
        out.push_str(match index {
            0 => "",
            1 => " &= ",
            _ => " \\\\\n &= ",
        });
        out.push_str(side.latex(language, Right::Marked).trim_end());
    }
    out.push_str("\n\\end{align*}\n");
}

/// Whether the fonts of every TeX system have a character: ASCII, most letters of Latin-1 and Latin
/// Extended-A, and common punctuation.
fn is_common(c: char) -> bool {
    if matches!(c, 'Ħ' | 'ħ' | 'ĸ' | 'Ŀ' | 'ŀ' | 'ŉ' | 'Ŧ' | 'ŧ' | 'ſ') {
        return false;
    }
    matches!(c, '\n' | ' '..='~' | '¡'..='ſ' | '–' | '—' | '‘' | '’' | '‚' | '“' | '”' | '„' | '†'
        | '‡' | '•' | '…' | '‰' | '‹' | '›' | '€' | '™')
}
