//! From a link to a document, by way of a file.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

use nojson::Json;

use super::{
    KEPT, LOCK, LinkError, LinkFault, MASKED, MODEL, OTHERS, PACKED, PREDICTION, RANDOM,
    READ_LIMIT, SENTENCE, VERSION, VERSION_KEY, escape, packed::unpacked,
};
use crate::core::{
    document::{
        Document, FileWarning, Import, Model,
        file::{Warnings, separated},
    },
    math::{notation, number},
};

impl Document {
    /// Reads a document from the fragment of an address, with or without its `#`.
    ///
    /// # Errors
    /// Refuses the link whole and names the first fault.
    pub fn from_link(link: &str) -> Result<Import, LinkError> {
        let link = link.strip_prefix('#').unwrap_or(link);
        if link.len() > READ_LIMIT {
            return Err(LinkError::TooLong);
        }
        let mut fields = fields(link);
        match fields.next() {
            Some(Field { key: VERSION_KEY, value: VERSION, .. }) => {}
            Some(Field { key: VERSION_KEY, value, .. }) => {
                return Err(LinkError::Version(LinkError::said(value)));
            }
            _ => return Err(LinkError::NoVersion),
        }
        let mut draft = Draft::default();
        for field in fields {
            if field.key == PACKED {
                let all = unpacked(field.value).ok_or(LinkError::Damaged)?;
                self::fields(&all).try_for_each(|field| draft.add(&field))?;
            } else {
                draft.add(&field)?;
            }
        }
        let import = Self::from_json(&draft.json()).map_err(LinkError::File)?;
        Ok(Import { warnings: draft.unknown.all(), ..import })
    }
}

/// A field of a link.
struct Field<'a> {
    /// As it is written.
    whole: &'a str,
    key: &'a str,
    value: &'a str,
}

fn fields(link: &str) -> impl Iterator<Item = Field<'_>> {
    link.split('&').filter(|field| !field.is_empty()).map(|whole| {
        let (key, value) = whole.split_once('=').unwrap_or((whole, ""));
        // A link that was put into HTML has its `&` spelled out, and some take it from there as it is.
        Field { whole, key: key.strip_prefix("amp;").unwrap_or(key), value }
    })
}

impl<'a> Field<'a> {
    fn fault(&self, fault: LinkFault) -> LinkError {
        LinkError::Field { field: LinkError::said(self.whole), fault }
    }

    fn text(&self, text: &'a str) -> Result<Cow<'a, str>, LinkError> {
        escape::read(text).ok_or_else(|| self.fault(LinkFault::NoText))
    }

    fn number(&self, text: &str) -> Result<f64, LinkError> {
        let number = number::parse(text).filter(|number| number.is_finite());
        number.ok_or_else(|| self.fault(LinkFault::NoNumber))
    }

    fn position(&self, text: &str) -> Result<u32, LinkError> {
        text.parse().map_err(|_| self.fault(LinkFault::NoPosition))
    }

    /// The items of a list.
    fn items(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.value.split(',').filter(|item| !item.is_empty())
    }
}

/// A document as far as its link has been read. What it means is asked when it is a file.
#[derive(Default)]
struct Draft {
    /// Each as JSON, and its name.
    models: Vec<(String, String)>,
    sentences: Vec<Sentence>,
    unknown: Warnings,
}

struct Sentence {
    text: String,
    selected: Vec<Selected>,
}

struct Selected {
    position: u32,
    /// What becomes of it; `None` where only a prediction has named it.
    corrupted: Option<Corrupted>,
    /// By the index of the model, each as JSON.
    predictions: Vec<(usize, String)>,
}

enum Corrupted {
    Mask { target: Option<String> },
    Random { word: Option<String> },
    Kept,
}

impl Draft {
    fn add(&mut self, field: &Field<'_>) -> Result<(), LinkError> {
        match field.key {
            MODEL => self.add_model(field),
            SENTENCE => {
                let text = field.text(field.value)?.into_owned();
                self.sentences.push(Sentence { text, selected: Vec::new() });
                Ok(())
            }
            MASKED | RANDOM | KEPT => self.add_selected(field),
            key => {
                if let Some(place) = key.strip_prefix(PREDICTION).filter(|rest| !rest.is_empty()) {
                    return self.add_prediction(field, place);
                }
                self.unknown.add(|| FileWarning::UnknownField { path: LinkError::said(key) });
                Ok(())
            }
        }
    }

    fn add_model(&mut self, field: &Field<'_>) -> Result<(), LinkError> {
        let mut parts = field.value.split(':');
        let (Some(name), Some(source)) = (parts.next(), parts.next()) else {
            return Err(field.fault(LinkFault::NoModel));
        };
        let (name, source) = (field.text(name)?.into_owned(), field.text(source)?);
        let numbers: &[&str] = match &*source {
            "uniform" => &["vocabulary"],
            "unigram" => &["alpha"],
            "neighbours" => &["alpha", "backoff"],
            _ => &[],
        };
        let mut json = format!(r#"{{"name":{},"source":{}"#, Json(&name), Json(&source));
        let mut numbers = numbers.iter();
        for part in parts {
            let number = field.number(part)?;
            let name = numbers.next().ok_or_else(|| field.fault(LinkFault::NoModel))?;
            let _ = write!(json, r#","{name}":{}"#, notation::full(Some(number)));
        }
        json.push('}');
        self.models.push((json, name));
        Ok(())
    }

    fn sentence(&mut self, field: &Field<'_>) -> Result<&mut Sentence, LinkError> {
        self.sentences.last_mut().ok_or_else(|| field.fault(LinkFault::NoSentence))
    }

    fn add_selected(&mut self, field: &Field<'_>) -> Result<(), LinkError> {
        let sentence = self.sentence(field)?;
        for item in field.items() {
            let (position, word) = match item.split_once(':') {
                Some((position, word)) => (position, Some(field.text(word)?.into_owned())),
                None => (item, None),
            };
            let position = field.position(position)?;
            let corrupted = Some(match field.key {
                RANDOM => Corrupted::Random { word },
                KEPT if word.is_none() => Corrupted::Kept,
                KEPT => return Err(field.fault(LinkFault::NoPosition)),
                _ => Corrupted::Mask { target: word },
            });
            let named = sentence
                .selected
                .iter_mut()
                .find(|selected| selected.position == position && selected.corrupted.is_none());
            match named {
                Some(selected) => selected.corrupted = corrupted,
                None => sentence.selected.push(Selected {
                    position,
                    corrupted,
                    predictions: Vec::new(),
                }),
            }
        }
        Ok(())
    }

    fn add_prediction(&mut self, field: &Field<'_>, place: &str) -> Result<(), LinkError> {
        let (position, model) = place.split_once('.').unwrap_or((place, "1"));
        let position = field.position(position)?;
        let models = self.models.len().max(1);
        let model: usize = model.parse().unwrap_or_default();
        let model = model.checked_sub(1).filter(|model| *model < models);
        let model = model.ok_or_else(|| field.fault(LinkFault::NoModel))?;
        let sentence = self.sentence(field)?;
        let mut rows = String::new();
        for item in field.items() {
            let Some((word, probability)) = item.split_once(':') else {
                return Err(field.fault(LinkFault::NoColon));
            };
            let locked = probability.starts_with(LOCK);
            let probability = field.number(probability.trim_start_matches(LOCK))?;
            let word = if word == OTHERS { None } else { Some(field.text(word)?) };
            let comma = if rows.is_empty() { "" } else { "," };
            let _ = write!(
                rows,
                r#"{comma}{{"word":{},"probability":{},"locked":{locked}}}"#,
                Json(word.as_deref()),
                notation::full(Some(probability)),
            );
        }
        let prediction = (model, rows);
        match sentence.selected.iter_mut().find(|selected| selected.position == position) {
            Some(selected) => selected.predictions.push(prediction),
            None => sentence.selected.push(Selected {
                position,
                corrupted: None,
                predictions: vec![prediction],
            }),
        }
        Ok(())
    }

    /// All of it as a file.
    fn json(&self) -> String {
        let mut json = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut json);
        json
    }

    fn write(&self, json: &mut String) -> fmt::Result {
        json.push_str(r#"{"format":"masklab","version":1,"#);
        if !self.models.is_empty() {
            json.push_str(r#""models":["#);
            separated(json, &self.models, |json, (model, _)| json.write_str(model))?;
            json.push_str("],");
        }
        json.push_str(r#""dataset":["#);
        separated(json, &self.sentences, |json, sentence| {
            write!(json, r#"{{"text":{},"selected":["#, Json(&sentence.text))?;
            separated(json, &sentence.selected, |json, selected| {
                self.write_selected(json, selected)
            })?;
            json.write_str("]}")
        })?;
        json.write_str("]}")
    }

    fn write_selected(&self, json: &mut String, selected: &Selected) -> fmt::Result {
        write!(json, r#"{{"position":{}"#, selected.position)?;
        let (corruption, field, word) = match &selected.corrupted {
            None => ("mask", "target", None),
            Some(Corrupted::Mask { target }) => ("mask", "target", target.as_ref()),
            Some(Corrupted::Random { word }) => ("random", "word", word.as_ref()),
            Some(Corrupted::Kept) => ("kept", "word", None),
        };
        write!(json, r#","corruption":"{corruption}""#)?;
        if let Some(word) = word {
            write!(json, r#","{field}":{}"#, Json(word))?;
        }
        json.push_str(r#","predictions":["#);
        separated(json, &selected.predictions, |json, (model, rows)| {
            let default = Model::default();
            let name = self.models.get(*model).map_or(&**default.name(), |(_, name)| name);
            write!(json, r#"{{"model":{},"rows":[{rows}]}}"#, Json(name))
        })?;
        json.write_str("]}")
    }
}
