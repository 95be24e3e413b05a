//! From a document to a link.

use std::fmt::Write as _;

use super::{
    KEPT, LINK_LIMIT, LOCK, LinkError, MASKED, MODEL, OTHERS, PACKED, PREDICTION, RANDOM, READABLE,
    SENTENCE, UNPACKED_LIMIT, VERSION, VERSION_KEY,
    escape::{self, Spelling},
    packed::packed,
};
use crate::core::{
    document::{Document, Example, Model, ModelId},
    math::{Candidate, Distribution, notation},
    predict::Source,
    text::Corruption,
};

impl Document {
    /// The document as the fragment of an address, without its `#`: readable where it is short, and else
    /// packed. [`Document::from_link`] reads it back with every bit.
    ///
    /// # Errors
    /// [`LinkError::TooLong`] where it has more than [`LINK_LIMIT`] characters even so.
    pub fn to_link(&self) -> Result<String, LinkError> {
        let bytes: usize = self.examples().iter().map(|one| one.sentence().text().len()).sum();
        if bytes > UNPACKED_LIMIT {
            return Err(LinkError::TooLong);
        }
        let version = || format!("{VERSION_KEY}={VERSION}");
        let mut readable = version();
        write(self, Spelling::Address, &mut readable);
        escape::ended(&mut readable);
        if readable.len() <= READABLE {
            return Ok(readable);
        }
        let mut all = String::new();
        write(self, Spelling::Packed, &mut all);
        // One that cannot be read again is no link.
        if all.len() > UNPACKED_LIMIT {
            return Err(LinkError::TooLong);
        }
        let link = format!("{}&{PACKED}={}", version(), packed(all.trim_start_matches('&')));
        let shorter = if link.len() < readable.len() { link } else { readable };
        if shorter.len() <= LINK_LIMIT { Ok(shorter) } else { Err(LinkError::TooLong) }
    }
}

/// Writes all of a document, with `&` in front of each key.
pub(super) fn write(document: &Document, spelling: Spelling, link: &mut String) {
    if *document.models() != [Model::default()] {
        for model in document.models() {
            write_model(model, spelling, link);
        }
    }
    for example in document.examples() {
        let _ = write!(link, "&{SENTENCE}=");
        spelling.text(example.sentence().text(), link);
        write_selected(example, spelling, link);
        for selected in example.selected() {
            for index in 0..document.models().len() {
                let Some(prediction) = selected.by_hand(ModelId(index)) else { continue };
                let _ = write!(link, "&{PREDICTION}{}", selected.position());
                if index > 0 {
                    let _ = write!(link, ".{}", ModelId(index));
                }
                write_rows(prediction, spelling, link);
            }
        }
    }
}

fn write_model(model: &Model, spelling: Spelling, link: &mut String) {
    let source = model.source();
    let _ = write!(link, "&{MODEL}=");
    spelling.listed(model.name(), link);
    let _ = write!(link, ":{}", source.name());
    match source {
        Source::ByHand | Source::Uniform { vocabulary: None } => {}
        Source::Uniform { vocabulary: Some(size) } => {
            let _ = write!(link, ":{size}");
        }
        Source::Unigram { alpha } => {
            let _ = write!(link, ":{}", number(alpha));
        }
        Source::Neighbours { alpha, backoff } => {
            let _ = write!(link, ":{}:{}", number(alpha), number(backoff));
        }
    }
}

/// The selected positions, by what becomes of them, with the words that are not in the text.
fn write_selected(example: &Example, spelling: Spelling, link: &mut String) {
    for key in [MASKED, RANDOM, KEPT] {
        let mut is_first = true;
        for selected in example.selected() {
            let position = selected.position();
            let (its_key, word) = match selected.corruption() {
                Corruption::Mask => {
                    let target = selected.target().filter(|_| example.is_typed_mask(position));
                    (MASKED, target)
                }
                Corruption::Random(word) => (RANDOM, Some(word)),
                Corruption::Kept => (KEPT, None),
            };
            if its_key != key {
                continue;
            }
            if is_first {
                let _ = write!(link, "&{key}=");
            } else {
                link.push(',');
            }
            is_first = false;
            let _ = write!(link, "{position}");
            if let Some(word) = word {
                link.push(':');
                spelling.listed(word, link);
            }
        }
    }
}

fn write_rows(prediction: &Distribution, spelling: Spelling, link: &mut String) {
    for (index, candidate) in prediction.candidates().iter().enumerate() {
        link.push(if index == 0 { '=' } else { ',' });
        write_row(candidate, spelling, link);
    }
}

fn write_row(candidate: &Candidate, spelling: Spelling, link: &mut String) {
    match candidate.word() {
        Some(word) => spelling.listed(word, link),
        None => link.push_str(OTHERS),
    }
    link.push(':');
    if candidate.locked {
        link.push(LOCK);
    }
    link.push_str(&number(candidate.probability.value()));
}

/// With every bit, and without the zero that everybody knows.
fn number(value: f64) -> String {
    let number = notation::full(Some(value));
    match number.strip_prefix("0.") {
        Some(decimals) => format!(".{decimals}"),
        None => number,
    }
}
