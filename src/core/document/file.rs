//! A document as JSON. What comes in is checked whole before anything is taken.

use std::{borrow::Cow, fmt, fmt::Write as _, rc::Rc};

use nojson::{Json, JsonParseError, JsonValueKind, RawJson, RawJsonValue};

use super::{Document, Example};
use crate::core::{
    math::{Distribution, Row, notation, number},
    text::{Position, Sentence},
};

const FORMAT: &str = "masklab";
const VERSION: f64 = 1.0;

/// Why a file is not a document.
#[derive(Debug, PartialEq)]
pub enum FileError {
    /// The text is not JSON of the expected shape; what and where.
    Json(String),
    /// The file is of another kind or of a later version.
    Format {
        /// The format that it names.
        format: String,
        /// The version that it names.
        version: f64,
    },
    /// A value that cannot be; where it stands and what is wrong with it.
    Value {
        /// The path of the value, as `dataset[3].selected[0].position`.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl Document {
    /// The document as JSON.
    pub fn to_json(&self) -> String {
        let sentences: Vec<String> = self.examples.iter().map(|e| sentence_json(e)).collect();
        format!(
            r#"{{"format":"{FORMAT}","version":{VERSION},"dataset":[{}]}}"#,
            sentences.join(",")
        )
    }

    /// Reads a document from JSON.
    ///
    /// # Errors
    /// Refuses the file whole, with the path of the first fault.
    pub fn from_json(json: &str) -> Result<Self, FileError> {
        let file = RawJson::parse(json).map_err(|error| FileError::Json(located(json, &error)))?;
        let file = Node { value: file.value(), reached: None };
        let (format, version) = (file.field("format")?, file.field("version")?);
        if &*format.string()? != FORMAT || version.number()? != VERSION {
            return Err(FileError::Format {
                format: format.string()?.into_owned(),
                version: version.number()?,
            });
        }
        let dataset = file.field("dataset")?;
        let mut examples = Vec::new();
        for entry in dataset.items()? {
            examples.push(Rc::new(example(&entry)?));
        }
        Ok(Self { examples })
    }
}

fn sentence_json(example: &Example) -> String {
    let mut json = format!(r#"{{"text":{},"selected":["#, Json(example.sentence.text()));
    for (index, (position, prediction)) in example.predictions().iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        // Writing to a string does not fail.
        let _ = write!(json, r#"{comma}{{"position":{position},"prediction":["#);
        for (index, candidate) in prediction.candidates().iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let word = Json(candidate.word().map(|word| &**word));
            let probability = notation::full(Some(candidate.probability.value()));
            let _ = write!(json, r#"{comma}{{"word":{word},"probability":{probability}}}"#);
        }
        json.push_str("]}");
    }
    json.push_str("]}");
    json
}

/// Where a text stops being JSON.
fn located(json: &str, error: &JsonParseError) -> String {
    match error.get_line_and_column_numbers(json) {
        Some((line, column)) => format!("it stops being JSON at line {line}, column {column}"),
        None => "it stops being JSON at its end".into(),
    }
}

/// A value of a file, and how it was reached: its path is written only where a fault names it.
struct Node<'a, 'j, 'p> {
    value: RawJsonValue<'a, 'j>,
    reached: Option<(&'p Self, Step)>,
}

enum Step {
    Field(&'static str),
    Item(usize),
}

impl<'a, 'j> Node<'a, 'j, '_> {
    fn path(&self) -> String {
        let Some((parent, step)) = &self.reached else { return String::new() };
        let mut path = parent.path();
        // Writing to a string does not fail.
        let _ = match step {
            Step::Field(name) if path.is_empty() => write!(path, "{name}"),
            Step::Field(name) => write!(path, ".{name}"),
            Step::Item(index) => write!(path, "[{index}]"),
        };
        path
    }

    fn fault(&self, reason: impl fmt::Display) -> FileError {
        match self.path() {
            path if path.is_empty() => FileError::Json(reason.to_string()),
            path => FileError::Value { path, reason: reason.to_string() },
        }
    }

    fn field<'p>(&'p self, name: &'static str) -> Result<Node<'a, 'j, 'p>, FileError> {
        let member = self.value.to_member(name).map_err(|_| self.fault("expected an object"))?;
        let reached = Some((self, Step::Field(name)));
        match member.optional() {
            Some(value) => Ok(Node { value, reached }),
            None => Err(Node { value: self.value, reached }.fault("it is missing")),
        }
    }

    fn items<'p>(&'p self) -> Result<impl Iterator<Item = Node<'a, 'j, 'p>>, FileError> {
        let items = self.value.to_array().map_err(|_| self.fault("expected a list"))?;
        Ok(items
            .enumerate()
            .map(move |(index, value)| Node { value, reached: Some((self, Step::Item(index))) }))
    }

    fn string(&self) -> Result<Cow<'a, str>, FileError> {
        self.value.to_unquoted_string_str().map_err(|_| self.fault("expected a text"))
    }

    fn number(&self) -> Result<f64, FileError> {
        let digits = self.value.as_number_str().ok();
        digits.and_then(number::parse).ok_or_else(|| self.fault("expected a number"))
    }
}

fn example(entry: &Node<'_, '_, '_>) -> Result<Example, FileError> {
    let text = entry.field("text")?;
    let sentence =
        Sentence::new(&text.string()?).ok_or_else(|| text.fault("there is no word in it"))?;
    let mut example = Example::new(sentence);
    let selected = entry.field("selected")?;
    for selected in selected.items()? {
        let place = selected.field("position")?;
        let position = position(&place, &example.sentence)?;
        if example.prediction(position).is_some() {
            return Err(place.fault(format_args!("{position} is there twice")));
        }
        let prediction = selected.field("prediction")?;
        let mut rows: Vec<(Row, f64, bool)> = Vec::new();
        for candidate in prediction.items()? {
            let word = candidate.field("word")?;
            let row = match word.value.kind() {
                JsonValueKind::Null => Row::Others,
                _ => Row::Word(Rc::from(&*word.string()?)),
            };
            rows.push((row, candidate.field("probability")?.number()?, false));
        }
        let distribution =
            Distribution::from_rows(rows).map_err(|error| prediction.fault(error))?;
        example.predict(position, Rc::new(distribution));
    }
    Ok(example)
}

fn position(place: &Node<'_, '_, '_>, sentence: &Sentence) -> Result<Position, FileError> {
    let number = place.number()?;
    sentence
        .positions()
        .map(|(position, _)| position)
        .find(|position| f64::from(position.number()) == number)
        .ok_or_else(|| {
            let tokens = sentence.tokens().len();
            place.fault(format_args!("{number}, but the sentence has {tokens} tokens"))
        })
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "not a MaskLab file: {error}"),
            Self::Format { format, version } => write!(
                f,
                "format “{format}”, version {version}: this version reads “{FORMAT}”, version {VERSION}"
            ),
            Self::Value { path, reason } => write!(f, "{path}: {reason}"),
        }
    }
}

impl std::error::Error for FileError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{document::Edit, math::Probability, objective::Place};

    #[test]
    fn a_document_comes_back_with_every_bit() {
        let place = Place { sentence: 0, position: Position::new(3).unwrap() };
        let edit = Edit::SetProbability {
            place,
            word: "brown".into(),
            probability: Probability::nearest(1.0 / 3.0),
        };
        let document = Document::course_item().apply(&edit).unwrap();
        assert_eq!(Document::from_json(&document.to_json()).unwrap(), document);
    }

    #[test]
    fn words_with_quotes_and_brackets_come_back() {
        let text = "He said \"[[[\\\" 🦊.\u{1}\n";
        let document = Document::default().apply(&Edit::SetText(text.into())).unwrap();
        assert_eq!(Document::from_json(&document.to_json()).unwrap(), document);
    }

    #[test]
    fn the_row_of_all_other_words_has_no_word() {
        let json = Document::course_item().to_json().replace("\"lazy\"", "null");
        let document = Document::from_json(&json).unwrap();
        let (_, prediction) = document.examples()[0].predictions().first().unwrap();
        assert_eq!(prediction.candidates().last().map(|c| &c.row), Some(&Row::Others));
        assert_eq!(document.to_json(), json);
    }

    #[test]
    fn faults_are_named_with_their_path() {
        let good = Document::course_item().to_json();
        let refused = |json: &str| Document::from_json(json).unwrap_err().to_string();
        assert_eq!(
            refused(&good.replace("\"position\":3", "\"position\":12")),
            "dataset[0].selected[0].position: 12, but the sentence has 5 tokens"
        );
        assert_eq!(
            refused(&good.replace("0.7", "0.6")),
            "dataset[0].selected[0].prediction: the probabilities sum to 0.9: they must sum to 1"
        );
        assert_eq!(
            refused(&good.replace("The quick brown fox.", " ")),
            "dataset[0].text: there is no word in it"
        );
        assert!(refused("{").starts_with("not a MaskLab file: "));
        assert_eq!(refused("[]"), "not a MaskLab file: expected an object");
        assert!(refused(&"[".repeat(100_000)).contains("stops being JSON"));
        assert_eq!(
            refused(&good.replace("\"brown\"", "7")),
            "dataset[0].selected[0].prediction[0].word: expected a text"
        );
        assert!(refused(&good.replace("\"version\":1", "\"version\":2")).contains("version 2"));
    }
}
