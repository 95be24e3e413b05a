//! A document as JSON. What comes in is checked whole before anything is taken.

use std::{collections::BTreeMap, fmt, rc::Rc};

use serde::{Deserialize, Serialize};

use super::{Document, Example};
use crate::core::{
    math::{Distribution, DistributionError},
    text::{Position, Sentence},
};

const FORMAT: &str = "masklab";
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    dataset: Vec<SentenceEntry>,
}

#[derive(Serialize, Deserialize)]
struct SentenceEntry {
    text: String,
    #[serde(default)]
    selected: Vec<PositionEntry>,
}

#[derive(Serialize, Deserialize)]
struct PositionEntry {
    position: u32,
    prediction: Vec<CandidateEntry>,
}

#[derive(Serialize, Deserialize)]
struct CandidateEntry {
    word: String,
    probability: f64,
}

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
        version: u32,
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
        let dataset = self.examples.iter().map(|example| SentenceEntry {
            text: example.sentence.text().to_owned(),
            selected: example.predictions.iter().map(PositionEntry::from).collect(),
        });
        let file = File { format: FORMAT.into(), version: VERSION, dataset: dataset.collect() };
        // Strings and finite numbers always serialise.
        serde_json::to_string(&file).unwrap_or_default()
    }

    /// Reads a document from JSON.
    ///
    /// # Errors
    /// Refuses the file whole, with the path of the first fault.
    pub fn from_json(json: &str) -> Result<Self, FileError> {
        let file: File =
            serde_json::from_str(json).map_err(|error| FileError::Json(error.to_string()))?;
        if file.format != FORMAT || file.version != VERSION {
            return Err(FileError::Format { format: file.format, version: file.version });
        }
        let examples = file
            .dataset
            .iter()
            .enumerate()
            .map(|(index, entry)| entry.read(&format!("dataset[{index}]")).map(Rc::new));
        Ok(Self { examples: examples.collect::<Result<_, _>>()? })
    }
}

impl SentenceEntry {
    fn read(&self, path: &str) -> Result<Example, FileError> {
        let sentence = Sentence::new(&self.text)
            .ok_or_else(|| fault(format!("{path}.text"), "there is no word in it"))?;
        let mut predictions = BTreeMap::new();
        for (index, entry) in self.selected.iter().enumerate() {
            let path = format!("{path}.selected[{index}]");
            let position = entry.position(&sentence, &path)?;
            let prediction =
                entry.distribution().map_err(|error| fault(format!("{path}.prediction"), error))?;
            if predictions.insert(position, prediction).is_some() {
                return Err(fault(
                    format!("{path}.position"),
                    format!("{position} is there twice"),
                ));
            }
        }
        Ok(Example { sentence, predictions })
    }
}

impl PositionEntry {
    fn position(&self, sentence: &Sentence, path: &str) -> Result<Position, FileError> {
        Position::new(self.position)
            .filter(|&position| sentence.token(position).is_some())
            .ok_or_else(|| {
                let tokens = sentence.tokens().len();
                let reason = format!("{}, but the sentence has {tokens} tokens", self.position);
                fault(format!("{path}.position"), reason)
            })
    }

    fn distribution(&self) -> Result<Distribution, DistributionError> {
        Distribution::new(self.prediction.iter().map(|c| (c.word.as_str().into(), c.probability)))
    }
}

impl From<(&Position, &Distribution)> for PositionEntry {
    fn from((position, prediction): (&Position, &Distribution)) -> Self {
        let candidates = prediction.candidates().iter().map(|candidate| CandidateEntry {
            word: candidate.word.to_string(),
            probability: candidate.probability.value(),
        });
        Self { position: position.number(), prediction: candidates.collect() }
    }
}

fn fault(path: String, reason: impl fmt::Display) -> FileError {
    FileError::Value { path, reason: reason.to_string() }
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
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
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
        assert!(refused(&good.replace("\"version\":1", "\"version\":2")).contains("version 2"));
    }
}
