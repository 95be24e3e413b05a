//! From a document to JSON.

use std::fmt::{self, Write};

use nojson::Json;

use super::{FORMAT, VERSION, shape};
use crate::core::{
    document::{Document, Example, Model, ModelId, Selected},
    math::{Candidate, Distribution, notation},
    predict::Source,
    text::Corruption,
};

impl Document {
    /// The document as JSON, which [`Document::from_json`] reads back with every bit.
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut json);
        json
    }

    fn write(&self, json: &mut String) -> fmt::Result {
        write!(json, r#"{{"format":"{FORMAT}","version":{VERSION},"models":["#)?;
        separated(json, self.models(), write_model)?;
        json.push_str(r#"],"dataset":["#);
        separated(json, self.examples(), |json, example| self.write_example(json, example))?;
        json.push_str("]}\n");
        Ok(())
    }

    fn write_example(&self, json: &mut String, example: &Example) -> fmt::Result {
        write!(json, r#"{{"text":{}"#, Json(example.sentence().text()))?;
        if !example.selected().is_empty() {
            json.push_str(r#","selected":["#);
            separated(json, example.selected(), |json, selected| {
                let is_typed_mask = example.is_typed_mask(selected.position());
                self.write_selected(json, selected, is_typed_mask)
            })?;
            json.push(']');
        }
        json.push('}');
        Ok(())
    }

    fn write_selected(
        &self,
        json: &mut String,
        selected: &Selected,
        is_typed_mask: bool,
    ) -> fmt::Result {
        write!(json, r#"{{"position":{}"#, selected.position())?;
        let [_, random, kept] = shape::CORRUPTIONS;
        match selected.corruption() {
            Corruption::Mask => {}
            Corruption::Random(word) => {
                write!(json, r#","corruption":"{random}","word":{}"#, Json(&**word))?;
            }
            Corruption::Kept => write!(json, r#","corruption":"{kept}""#)?,
        }
        if let Some(target) = selected.target().filter(|_| is_typed_mask) {
            write!(json, r#","target":{}"#, Json(&**target))?;
        }
        let by_hand = self
            .models()
            .iter()
            .enumerate()
            .filter_map(|(index, model)| Some((model, selected.by_hand(ModelId(index))?)));
        let by_hand: Vec<(&Model, _)> = by_hand.collect();
        if !by_hand.is_empty() {
            json.push_str(r#","predictions":["#);
            separated(json, by_hand, |json, (model, prediction)| {
                write!(json, r#"{{"model":{},"rows":["#, Json(&**model.name()))?;
                write_rows(json, prediction)?;
                json.push_str("]}");
                Ok(())
            })?;
            json.push(']');
        }
        json.push('}');
        Ok(())
    }
}

fn write_model(json: &mut String, model: &Model) -> fmt::Result {
    let source = model.source();
    write!(json, r#"{{"name":{},"source":"{}""#, Json(&**model.name()), source.name())?;
    let number = |value: f64| notation::full(Some(value));
    match source {
        Source::ByHand | Source::Uniform { vocabulary: None } => {}
        Source::Uniform { vocabulary: Some(size) } => write!(json, r#","vocabulary":{size}"#)?,
        Source::Unigram { alpha } => write!(json, r#","alpha":{}"#, number(alpha))?,
        Source::Neighbours { alpha, backoff } => {
            write!(json, r#","alpha":{},"backoff":{}"#, number(alpha), number(backoff))?;
        }
    }
    json.push('}');
    Ok(())
}

fn write_rows(json: &mut String, prediction: &Distribution) -> fmt::Result {
    separated(json, prediction.candidates(), |json, candidate: &Candidate| {
        let word = Json(candidate.word().map(|word| &**word));
        let probability = notation::full(Some(candidate.probability.value()));
        let locked = if candidate.locked { r#","locked":true"# } else { "" };
        write!(json, r#"{{"word":{word},"probability":{probability}{locked}}}"#)
    })
}

/// Writes items with commas between them.
pub(in crate::core::document) fn separated<T>(
    json: &mut String,
    items: impl IntoIterator<Item = T>,
    mut write: impl FnMut(&mut String, T) -> fmt::Result,
) -> fmt::Result {
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        write(json, item)?;
    }
    Ok(())
}
