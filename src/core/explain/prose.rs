//! Sentences with words and formulas in them, and the four ways to write them.

use std::{borrow::Cow, rc::Rc};

use super::formula::{
    Formula, Right, escape_markup, isolated, said_in_a_sentence, said_word, visible,
    write_latex_text,
};
use crate::core::messages::{Language, Plural};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Our own words.
    Text(Cow<'static, str>),
    /// A token or a sentence of the document.
    Word(Rc<str>),
    /// A formula, such as a number.
    Formula(Formula),
}

/// A sentence or several. Its own words are in a language already; what it is written out in says how
/// numbers are written and formulas are said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose(pub Vec<Piece>);

impl Prose {
    /// Our own words.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self(vec![Piece::Text(text.into())])
    }

    /// A token of the document in quotation marks.
    pub(super) fn quoted(language: Language, word: &Rc<str>) -> Self {
        let word = Self(vec![Piece::Word(word.clone())]);
        say(language.messages().common.quoted, &[("word", word)])
    }

    /// A phrase for a count, with the count in it.
    pub(super) fn counted(phrase: Plural, count: usize) -> Self {
        say(phrase.of(count), &[("count", Self::text(count.to_string()))])
    }

    /// A list: a, b and c.
    pub(super) fn list(language: Language, items: Vec<Self>) -> Self {
        let mut list = Self::default();
        let end = items.len().saturating_sub(1);
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                let common = &language.messages().common;
                list.add(Self::text(if index == end {
                    common.list_and
                } else {
                    common.list_comma
                }));
            }
            list.add(item);
        }
        list
    }

    /// Adds more at the end.
    pub(super) fn add(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    /// Adds a sentence behind a space.
    pub(super) fn follow(&mut self, sentence: Self) {
        if !self.0.is_empty() && !sentence.0.is_empty() {
            self.add(Self::text(" "));
        }
        self.add(sentence);
    }

    /// The first sentences, as many as have no more characters than this; at least one.
    #[must_use]
    pub fn beginning(&self, most: usize, language: Language) -> Self {
        let (mut kept, mut sentence) = (Self::default(), Self::default());
        let mut length = 0;
        let mut end = |sentence: &mut Self| {
            length += sentence.to_plain(language).chars().count();
            let fits = kept.is_empty() || length <= most;
            if fits {
                kept.add(std::mem::take(sentence));
            }
            fits
        };
        for piece in &self.0 {
            let Piece::Text(text) = piece else {
                sentence.0.push(piece.clone());
                continue;
            };
            // Our own words have no full stop within a sentence.
            for part in text.split_inclusive(". ") {
                sentence.add(Self::text(part.to_owned()));
                if part.ends_with(". ") && !end(&mut sentence) {
                    return kept;
                }
            }
        }
        end(&mut sentence);
        kept
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sentence as plain text.
    pub fn to_plain(&self, language: Language) -> String {
        self.written(|piece, out| match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Word(word) => out.push_str(&isolated(word)),
            Piece::Formula(formula) => out.push_str(&formula.to_plain(language)),
        })
    }

    /// The sentence as Markdown, with formulas in `$…$`.
    pub fn to_markdown(&self, language: Language) -> String {
        self.written(|piece, out| match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Word(word) => markdown_word(word, out),
            Piece::Formula(formula) => {
                out.extend(["$", formula.to_latex(language).trim_end(), "$"]);
            }
        })
    }

    /// The sentence as LaTeX.
    pub fn to_latex(&self, language: Language) -> String {
        self.latex(language, Right::AsItStands)
    }

    pub(super) fn latex(&self, language: Language, right: Right) -> String {
        self.written(|piece, out| match piece {
            Piece::Text(text) => write_latex_text(text, right, out),
            Piece::Word(word) => write_latex_text(&visible(word), right, out),
            Piece::Formula(formula) => {
                out.extend(["$", formula.latex(language, right).trim_end(), "$"]);
            }
        })
    }

    /// The sentence as HTML with `MathML` in it, without an element around it.
    pub fn to_html(&self, language: Language) -> String {
        self.written(|piece, out| match piece {
            Piece::Text(text) => escape_markup(text, out),
            Piece::Word(word) => {
                out.push_str("<bdi translate=\"no\">");
                escape_markup(&visible(word), out);
                out.push_str("</bdi>");
            }
            Piece::Formula(formula) => out.push_str(&formula.to_mathml(language, false)),
        })
    }

    /// The sentence as one says it.
    pub fn to_spoken(&self, language: Language) -> String {
        self.written(|piece, out| match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Word(word) => out.push_str(&said_word(language, word)),
            Piece::Formula(formula) => out.push_str(&said_in_a_sentence(language, formula)),
        })
    }

    fn written(&self, write: impl Fn(&Piece, &mut String)) -> String {
        let mut out = String::new();
        self.0.iter().for_each(|piece| write(piece, &mut out));
        out
    }
}

impl From<Formula> for Prose {
    fn from(formula: Formula) -> Self {
        Self(vec![Piece::Formula(formula)])
    }
}

/// A sentence with facts in place of the names in braces. A name without a fact is left out.
pub(super) fn say(sentence: &'static str, facts: &[(&'static str, Prose)]) -> Prose {
    let mut prose = Prose::default();
    let mut is_name = false;
    for part in sentence.split(['{', '}']) {
        let fact = facts.iter().find(|(name, _)| is_name && *name == part);
        debug_assert_eq!(is_name, fact.is_some(), "{{{part}}}");
        match fact {
            Some((_, fact)) => prose.add(fact.clone()),
            None if is_name || part.is_empty() => {}
            None => prose.add(Prose::text(part)),
        }
        is_name = !is_name;
    }
    prose
}

/// Adds a word to Markdown as text: a backslash before every mark that may mean something there.
fn markdown_word(word: &str, out: &mut String) {
    for c in isolated(word).chars() {
        if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '\'' | '?' | ';' | ':') {
            out.push('\\');
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::explain::{
        Symbol,
        formula::trees::{assert_safe_latex, assert_well_formed, word},
    };

    fn sentence(word: &str) -> Prose {
        say(
            "{word} adds to {J}.",
            &[
                ("word", Prose::quoted(Language::English, &word.into())),
                ("J", Formula::from(Symbol::Objective).into()),
            ],
        )
    }

    #[test]
    fn a_sentence_is_written_in_every_way() {
        let sentence = sentence("*a_b*");
        assert_eq!(sentence.to_plain(Language::English), "“*a_b*” adds to J.");
        assert_eq!(sentence.to_markdown(Language::English), r"“\*a\_b\*” adds to $J$.");
        assert_eq!(sentence.to_latex(Language::English), r"“*a\_b*” adds to $J$.");
        assert_eq!(sentence.to_spoken(Language::English), "“*a_b*” adds to J.");
        assert_eq!(
            sentence.to_html(Language::English),
            "“<bdi translate=\"no\">*a_b*</bdi>” adds to \
             <math><mi data-symbol=\"objective\">J</mi></math>."
        );
    }

    #[test]
    fn a_beginning_ends_with_a_sentence() {
        let prose =
            say("One of {J}. Two, {J}. Three.", &[("J", Formula::from(Symbol::Objective).into())]);
        let beginning = |most| prose.beginning(most, Language::English).to_plain(Language::English);
        assert_eq!(beginning(0), "One of J. ");
        assert_eq!(beginning(17), "One of J. ");
        assert_eq!(beginning(18), "One of J. Two, J. ");
        assert_eq!(beginning(99), "One of J. Two, J. Three.");
        assert!(Prose::default().beginning(9, Language::English).is_empty());
    }

    #[test]
    fn a_list_has_commas_and_an_and() {
        let list = |language, count: usize| {
            let items = ["a", "b", "c"].into_iter().take(count).map(Prose::text).collect();
            Prose::list(language, items).to_plain(language)
        };
        let texts = |language| -> Vec<String> { (0..4).map(|n| list(language, n)).collect() };
        assert_eq!(texts(Language::English), ["", "a", "a and b", "a, b and c"]);
        assert_eq!(texts(Language::German), ["", "a", "a und b", "a, b und c"]);
    }

    proptest! {
        #[test]
        fn any_word_stays_a_word(word in word()) {
            let sentence = sentence(&word);
            assert_well_formed(&sentence.to_html(Language::English));
            assert_safe_latex(&sentence.to_latex(Language::English).replace("$J$", ""));
            // A backslash stands before every mark that could begin something in Markdown.
            let markdown = sentence.to_markdown(Language::English).replace("$J$", "").replace(r"\\", "");
            for (index, c) in markdown.char_indices() {
                if "*_`<>[]#|$~&!".contains(c) {
                    prop_assert!(markdown[..index].ends_with('\\'), "{markdown}");
                }
            }
        }
    }
}
