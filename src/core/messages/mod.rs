//! All wording, a table for each language.
//!
//! [`Messages`] names every phrase that a person can read or hear; a language is one file with one
//! constant of that type, so that a phrase which is missing does not compile. A phrase with something
//! to put in names it in braces: "{count} more". Tests hold the names of each language against those
//! of English.
//!
//! ```
//! use masklab::core::messages::{Language, fill};
//!
//! let words = Language::English.messages();
//! assert_eq!(words.page.inner_sum, "inner sum");
//! assert_eq!(fill("{count} more", &[("count", "3")]), "3 more");
//! ```

mod english;
#[cfg(feature = "workshop")]
mod german;
mod table;

pub use table::{
    CurveMessages, GradientPlotMessages, Messages, PageMessages, PlotMessages, Plural,
    PredictionPlotMessages, TermPlotMessages, TraceMessages,
};

/// A language that the page speaks. The page's first load speaks English alone: its table is then a
/// constant, of which the linker keeps what is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    #[cfg(feature = "workshop")]
    German,
}

impl Language {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::English,
        #[cfg(feature = "workshop")]
        Self::German,
    ];

    /// Its table.
    pub const fn messages(self) -> &'static Messages {
        match self {
            Self::English => &english::MESSAGES,
            #[cfg(feature = "workshop")]
            Self::German => &german::MESSAGES,
        }
    }

    /// Its code in links and in the page's `lang` (BCP 47).
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            #[cfg(feature = "workshop")]
            Self::German => "de",
        }
    }

    /// A number as `math::notation` writes it, with this language's decimal mark.
    pub fn number(self, written: String) -> String {
        match self {
            Self::English => written,
            #[cfg(feature = "workshop")]
            Self::German => written.replace('.', ","),
        }
    }

    /// The language with a code.
    pub fn with_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.code() == code)
    }
}

/// A phrase with values in place of the names in braces. A name without a value stays as it is.
pub fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(phrase.len());
    let mut rest = phrase;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, name)| Some((before, name.split_once('}')?)))
    {
        filled.push_str(before);
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        } else {
            filled.push('{');
            filled.push_str(name);
            filled.push('}');
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in braces, sorted.
    fn names(phrase: &str) -> Vec<&str> {
        let mut names: Vec<&str> = phrase.split(['{', '}']).skip(1).step_by(2).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn every_language_puts_in_the_same_as_english() {
        let english = Language::English.messages().all();
        for language in Language::ALL {
            let phrases = language.messages().all();
            assert_eq!(phrases.len(), english.len());
            for ((path, phrase), (_, model)) in phrases.iter().zip(&english) {
                assert_eq!(names(phrase), names(model), "{}: {path}", language.code());
                assert!(!phrase.is_empty() || model.is_empty(), "{}: {path}", language.code());
                assert!(!phrase.contains('\n'), "{}: {path}", language.code());
            }
        }
    }

    #[test]
    fn a_phrase_is_filled_by_name() {
        assert_eq!(fill("{a} and {b}", &[("b", "2"), ("a", "{b}")]), "{b} and 2");
        assert_eq!(fill("{unknown}", &[]), "{unknown}");
        assert_eq!(fill("no end {", &[]), "no end {");
    }

    #[test]
    fn numbers_follow_the_language() {
        let written = || "−0.3567".to_owned();
        assert_eq!(Language::English.number(written()), "−0.3567");
        assert_eq!(Language::German.number(written()), "−0,3567");
    }

    #[test]
    fn a_language_is_found_by_its_code() {
        for &language in Language::ALL {
            assert_eq!(Language::with_code(language.code()), Some(language));
        }
        assert_eq!(Language::with_code("tlh"), None);
    }
}
