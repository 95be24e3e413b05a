//! Where one sentence ends and the next begins.
//!
//! Unicode's default rules for sentences (UAX 29) end one after "Mr." and bring a table that weighs
//! as much as all the rest of the text's. These rules are theirs in short: a sentence ends with its
//! line, or after a final mark and what closes a quotation, unless what follows goes on in lower
//! case; and not after an initial or a title, nor after the number of an item.

use std::ops::Range;

use super::{BYTE_LIMIT, SENTENCE_LIMIT, Sentence, TextError, token::is_invisible};

/// Marks that end a sentence where space follows.
const FINAL: [char; 10] = ['.', '!', '?', '…', '۔', '؟', '।', '॥', '።', '։'];
/// Marks that end a sentence whatever follows: these scripts set no space between sentences.
const FINAL_WITHOUT_SPACE: [char; 5] = ['。', '！', '？', '｡', '။'];
/// What may stand between a final mark and the space after it.
const CLOSING: [char; 12] = ['"', '\'', '”', '’', '»', ')', ']', '}', '」', '』', '）', '›'];
/// Words that end in a point of their own and rarely end a sentence.
const TITLES: [&str; 10] = ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "e.g", "i.e", "cf"];
/// Words that end in a point of their own in front of a number.
const BEFORE_NUMBERS: [&str; 6] = ["no", "fig", "eq", "vol", "p", "pp"];

/// Splits a text into its sentences. Each keeps the space around it, so that they add up to the
/// text. A text of nothing but space has no sentence.
///
/// # Errors
/// Refuses a text of more than [`BYTE_LIMIT`] bytes or [`SENTENCE_LIMIT`] sentences.
///
/// ```
/// use masklab::core::text::split;
/// let sentences = split("The fox met Dr. Dog. They ran.").unwrap();
/// assert_eq!(sentences.len(), 2);
/// assert_eq!(sentences[0].text(), "The fox met Dr. Dog. ");
/// ```
pub fn split(text: &str) -> Result<Vec<Sentence>, TextError> {
    checked_size(text)?;
    let mut ranges = Ranges::default();
    ranges.advance(text, text.len());
    checked_count(ranges.found.len())?;
    let mut buffer = Vec::new();
    let sentence = |range| Sentence::with_buffer(text.get(range)?, &mut buffer);
    Ok(ranges.found.into_iter().filter_map(sentence).collect())
}

/// Refuses a text that is too large.
pub(super) fn checked_size(text: &str) -> Result<(), TextError> {
    let bytes = text.len();
    if bytes > BYTE_LIMIT {
        return Err(TextError::TooLarge { bytes, limit: BYTE_LIMIT });
    }
    Ok(())
}

/// Refuses too many sentences.
pub(super) fn checked_count(sentences: usize) -> Result<(), TextError> {
    if sentences > SENTENCE_LIMIT {
        return Err(TextError::TooManySentences { sentences, limit: SENTENCE_LIMIT });
    }
    Ok(())
}

/// Where the sentences of a text stand, in bytes, as far as it has been looked through.
#[derive(Clone, Debug, Default)]
pub(super) struct Ranges {
    found: Vec<Range<usize>>,
    /// Where the next one starts.
    start: usize,
    /// How far the text has been looked through: what stands between has no token.
    end: usize,
}

impl Ranges {
    pub(super) fn found(&self) -> &[Range<usize>] {
        &self.found
    }

    pub(super) fn looked_through(&self) -> usize {
        self.end
    }

    pub(super) fn are_all(&self, text: &str) -> bool {
        self.end == text.len()
    }

    /// Goes on in the same text until a byte is passed.
    pub(super) fn advance(&mut self, text: &str, until: usize) {
        while self.end < until
            && let Some(rest) = text.get(self.end..).filter(|rest| !rest.is_empty())
        {
            let length = sentence_end(rest).unwrap_or(rest.len());
            self.end += length;
            // A piece without a token belongs to the sentence that follows it …
            if !rest.get(..length).unwrap_or_default().chars().all(is_invisible) {
                self.found.push(self.start..self.end);
                self.start = self.end;
            }
        }
        // … or, at the end of the text, to the last one.
        if self.are_all(text)
            && let Some(last) = self.found.last_mut()
        {
            last.end = self.end;
        }
    }
}

/// The length, in bytes, of the first sentence with the space behind it; `None` where the text has
/// no second one.
fn sentence_end(text: &str) -> Option<usize> {
    // Space in front of the first word is no sentence, whatever line breaks it has.
    let start = text.len() - text.trim_start().len();
    let mut judged = start;
    for (index, c) in text.char_indices() {
        let is_final = FINAL.contains(&c) || FINAL_WITHOUT_SPACE.contains(&c);
        // As Unicode's rules have it.
        let ends_line = matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if index < judged || !(is_final || ends_line) {
            continue;
        }
        let (before, after) = (text.get(start..index)?, text.get(index + c.len_utf8()..)?);
        // What opens a line belongs to it.
        let behind_marks = if ends_line { after } else { behind_closing(after) };
        let behind_space = behind_marks.trim_start();
        let ends = ends_line
            || FINAL_WITHOUT_SPACE.contains(&c)
            || behind_space.len() < behind_marks.len()
                && !behind_space.starts_with(char::is_lowercase)
                && !(c == '.'
                    && behind_marks.len() == after.len()
                    && is_abbreviation(before, behind_space));
        if ends {
            return (!behind_space.is_empty()).then(|| text.len() - behind_space.len());
        }
        // The other marks of a run would be judged alike, each with a look at all of it.
        judged = text.len() - behind_marks.len();
    }
    None
}

/// What stands behind the final and closing marks that a text begins with.
fn behind_closing(mut text: &str) -> &str {
    let is_mark =
        |c| FINAL.contains(&c) || CLOSING.contains(&c) || FINAL_WITHOUT_SPACE.contains(&c);
    loop {
        let behind = text.trim_start_matches(is_mark);
        // French sets a space in front of its closing quote, and German closes with what opens a
        // quotation elsewhere: what opens one stands at its word.
        let mut chars = behind.chars();
        let is_quote = match chars.next() {
            Some(' ' | '\u{a0}' | '\u{202f}') => matches!(chars.next(), Some('»' | '›')),
            first => matches!(first, Some('“' | '«')),
        };
        text = chars.as_str();
        if !is_quote || text.starts_with(|c: char| !c.is_whitespace() && c != ',') {
            return behind;
        }
    }
}

/// Near enough: the tables of `char::is_uppercase` would be 1 kB of the page.
fn is_capital(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase()
}

/// Whether a text ends in an initial or a title, or is nothing but the number of an item, and so goes
/// on behind its point.
fn is_abbreviation(text: &str, behind: &str) -> bool {
    let word = text.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or(text);
    let is_one_of = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    let is_digit = |c: char| c.is_ascii_digit();
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(is_capital) && letters.next().is_none();
    // "I" is a word and a good last one.
    (initial && word != "I")
        || is_one_of(&TITLES)
        || is_one_of(&BEFORE_NUMBERS) && behind.starts_with(is_digit)
        || word == text && word.starts_with(is_digit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn assert_split(expected: &[&str]) {
        let sentences = split(&expected.concat()).unwrap();
        let texts: Vec<&str> = sentences.iter().map(Sentence::text).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn a_paragraph_is_split_into_sentences() {
        assert_split(&["  The fox jumps. ", "Does it?\n\n", "Yes!  "]);
    }

    #[test]
    fn a_line_is_a_sentence_without_a_final_mark_too() {
        assert_split(&["The quick fox\n", "The lazy dog"]);
    }

    #[test]
    fn marks_inside_a_sentence_do_not_end_it() {
        assert_split(&["It costs 3.50, e.g. at Dr. J. Dog’s (cf. Fig. 2). ", "Why?"]);
        assert_split(&["Did it run? ", "No. ", "See p. 5. ", "It slept."]);
        assert_split(&["“Why?” asked the fox... ", "“So I.” ", "It ran."]);
    }

    #[test]
    fn a_quotation_is_closed_in_its_languages_way() {
        assert_split(&["« Oui. » ", "Elle part. ", "« Non\u{202f}!\u{a0}» dit-il. ", "« Ah"]);
        assert_split(&[
            "« Oui. », dit-elle. ",
            "Il dit : « “Non.” » ",
            "Et ‹ oui ? ›\n",
            "» Et non.",
        ]);
        assert_split(&["Das ist „gut.“ ", "Ja. ", "»Nein.« ", "Er kam. ", "»Ja.“, sagt sie.“"]);
        assert_split(&["Er ging. ", "»Halt!« ", "„Ja“ auch."]);
        assert_split(&["他走了。", "“好。”", "她说。"]);
        assert_split(&["It ran. ", "“Why?” ", "It slept. ", "“ Oh. ", "“ Ah."]);
    }

    #[test]
    fn every_line_break_ends_a_sentence() {
        for line_break in ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\r\r\n\n"] {
            assert_split(&[
                &format!("the fox{line_break}"),
                &format!("the dog.{line_break}"),
                "ran",
            ]);
        }
    }

    #[test]
    fn the_number_of_an_item_does_not_end_it() {
        assert_split(&["1. First item. ", "2. Second item.\n ", "10. Last\n", "2.1. Part"]);
        assert_split(&["It was 1984. ", "They won 3 to 1. ", "(It was 7.) ", ". ", "Why?"]);
    }

    #[test]
    fn a_run_of_quotes_is_judged_once() {
        // Judged quote by quote, this would take minutes.
        for quote in [".“", ".“a", ".« a", ". » a"] {
            let text = quote.repeat(BYTE_LIMIT / quote.len());
            assert!(split(&text).is_ok_and(|sentences| sentences.len() == 1), "{quote}");
        }
    }

    #[test]
    fn a_run_of_marks_is_judged_once() {
        // Judged mark by mark, this would take minutes.
        assert_eq!(split(&".".repeat(1_000_000)).unwrap().len(), 1);
        assert_eq!(split(&format!("a{}b", " ".repeat(1_000_000))).unwrap().len(), 1);
    }

    #[test]
    fn lines_without_a_token_are_looked_at_once() {
        // Looked at again with each line that follows, these would take minutes.
        let text = "\u{200b}\n".repeat(400_000) + "a";
        assert_eq!(split(&text).unwrap().len(), 1);
    }

    #[test]
    fn what_opens_the_next_line_is_not_taken_for_a_closing_mark() {
        assert_split(&["The fox\n", "'tis said\n", "\"Why?\"\n", "... it slept"]);
    }

    #[test]
    fn a_typed_mask_goes_with_its_sentence() {
        assert_split(&["The [MASK]. ", "[MASK] ran (as Dr. [MASK] said). ", "[MASK]"]);
    }

    #[test]
    fn a_text_is_taken_up_to_the_limits_and_not_beyond() {
        let limit = BYTE_LIMIT;
        assert_eq!(split(&"é".repeat(limit / 2)).unwrap().len(), 1);
        let large = "é".repeat(limit / 2) + "!";
        assert_eq!(split(&large), Err(TextError::TooLarge { bytes: limit + 1, limit }));
        let limit = SENTENCE_LIMIT;
        assert_eq!(split(&"A fox.\n".repeat(limit)).unwrap().len(), limit);
        let many = "A fox.\n".repeat(limit + 7);
        let sentences = limit + 7;
        assert_eq!(split(&many), Err(TextError::TooManySentences { sentences, limit }));
    }

    #[test]
    fn scripts_without_space_are_split_too() {
        assert_split(&["狐が走る。", "「犬は？」", "寝る。"]);
        assert_split(&["هل تركض؟ ", "نعم."]);
    }

    #[test]
    fn space_alone_is_no_sentence() {
        assert_eq!(split(" \n\t "), Ok(vec![]));
        assert_eq!(split(""), Ok(vec![]));
    }

    proptest! {
        #[test]
        fn nothing_of_a_text_is_lost(text in "([a-zA-Z.!?。 \n\u{200b}\"]|\\PC){0,40}") {
            let sentences = split(&text).unwrap();
            let together: String = sentences.iter().map(Sentence::text).collect();
            if !sentences.is_empty() {
                prop_assert_eq!(&together, &text);
            }
            for sentence in &sentences {
                prop_assert!(sentence.len() > 0);
                let itself = |position| sentence.token(position).map(|token| token.text);
                prop_assert_eq!(sentence.rewritten(itself), sentence.text());
                let between = sentence.rewritten(|_| Some(""));
                prop_assert!(between.chars().all(is_invisible), "{:?}", between);
            }
        }
    }
}
