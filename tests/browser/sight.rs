//! What can be seen of a document at one moment: every number, token, formula and picture, and how the
//! page says that it shows them.
//!
//! `sight.js` reads it. What must be seen is said in `expect`.

use masklab::core::document::ModelId;
use masklab::core::math::{Scale, Unit, notation};
use masklab::core::messages::Language;
use masklab::core::objective::{Place, Reduction};
use masklab::core::text::Position;
use serde::Deserialize;

use crate::page::Page;

/// Put before a script that reads the page, it gives it the function `readSight`.
pub(crate) const READ_SIGHT: &str = include_str!("sight.js");

/// What can be seen at one moment.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Sight {
    language: String,
    unit: usize,
    scale: usize,
    /// Of which number the definition is shown.
    pub(crate) total: String,
    reduction: usize,
    model: usize,
    /// Whether models are shown side by side.
    pub(crate) comparing: bool,
    /// The `data-place` of the prediction.
    looked: Option<String>,
    /// Whether the header offers a step back.
    pub(crate) undo: bool,
    /// Whether it offers a step forth.
    pub(crate) redo: bool,
    pub(crate) numbers: Vec<Shown>,
    /// Of each sentence in the page: its number, and how many there are.
    pub(crate) strips: Vec<(usize, usize)>,
    pub(crate) chips: Vec<Chip>,
    pub(crate) rows: Vec<Row>,
    /// What each formula reads as.
    pub(crate) formulas: Vec<String>,
    /// The numbers in formulas, with their names.
    pub(crate) values: Vec<(String, String)>,
    /// The places and colours of the terms in formulas.
    pub(crate) parts: Vec<(String, Option<String>)>,
    /// What is said below the formula.
    pub(crate) note: Option<String>,
    /// What the term means for training, unless a teacher has that left out.
    pub(crate) said: Option<String>,
    pub(crate) pictures: Vec<Picture>,
    /// All that can be read.
    pub(crate) readable: String,
}

/// A number that the page shows: a `<data>` element with its place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Shown {
    /// `data-quantity`.
    pub(crate) quantity: String,
    /// `data-sentence`.
    pub(crate) sentence: Option<String>,
    /// `data-position`.
    pub(crate) position: Option<String>,
    /// `data-word`: the candidate that the number belongs to.
    pub(crate) word: Option<String>,
    /// `value`: the number in full.
    pub(crate) value: String,
    /// The number as people read it, or as it stands in its field.
    pub(crate) text: String,
}

/// A button with a token on it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Chip {
    pub(crate) place: String,
    pub(crate) sentence: Option<String>,
    pub(crate) position: String,
    /// `aria-pressed`.
    pub(crate) selected: bool,
    /// `aria-current`.
    pub(crate) looked: bool,
    pub(crate) corruption: Option<String>,
    pub(crate) hue: Option<String>,
    /// The number of its term.
    pub(crate) badge: Option<String>,
    /// The word in x.
    pub(crate) was: Option<String>,
    /// The word in x̄.
    pub(crate) read: String,
    /// What it is called by: its label, or else its text.
    pub(crate) name: String,
}

/// A candidate of the prediction.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Row {
    pub(crate) word: String,
    pub(crate) target: bool,
    pub(crate) locked: bool,
    /// Where its slider stands.
    pub(crate) slider: String,
}

/// A plot, with its marks in the order in which they are drawn.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Picture {
    /// Which plot it is.
    pub(crate) kind: String,
    /// Its `viewBox`.
    pub(crate) size: String,
    /// What it is called by.
    pub(crate) label: String,
    pub(crate) shapes: Vec<String>,
    /// Its numbers, while they are seen.
    pub(crate) table: Option<Table>,
}

/// The numbers of a plot.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Table {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Sight {
    /// What the page shows now.
    pub(crate) async fn of(page: &Page) -> Self {
        let mut sight: Self = page.read(&format!("{READ_SIGHT} return readSight();"), vec![]).await;
        // They are spelled by the browser, which has its own mind about small ones.
        let alone = sight.numbers.iter_mut().map(|number| &mut number.value);
        for value in alone.chain(sight.values.iter_mut().map(|(_, value)| value)) {
            // What is no number stays what it is, and differs from whatever is wanted.
            if let Some(number) = value.parse().ok().filter(|number: &f64| !number.is_nan()) {
                *value = notation::full(Some(number));
            }
        }
        sight
    }

    /// The number in full that a candidate of the prediction has.
    pub(crate) fn candidate(&self, word: &str) -> f64 {
        let number = self.numbers.iter().find(|number| number.word.as_deref() == Some(word));
        number.expect("the candidate is shown").value.parse().expect("a probability is a number")
    }

    /// The number in the field of a candidate.
    pub(crate) fn field(&self, word: &str) -> Option<f64> {
        let number = self.numbers.iter().find(|number| number.word.as_deref() == Some(word))?;
        number.text.replace('−', "-").replace(',', ".").parse().ok()
    }

    /// Takes it that the slider of a candidate stands where its number says: a hand that moves it can be
    /// ahead of that by a frame.
    pub(crate) fn with_slider_at_rest(mut self, word: &str) -> Self {
        let position = self.scale().position(self.candidate(word)).to_string();
        for row in self.rows.iter_mut().filter(|row| row.word == word) {
            row.slider.clone_from(&position);
        }
        self
    }

    pub(crate) fn language(&self) -> Language {
        Language::with_code(&self.language).expect("the page speaks a language of the core")
    }

    pub(crate) fn unit(&self) -> Unit {
        Unit::ALL[self.unit]
    }

    /// What the sliders set: where there is no prediction, there are none.
    pub(crate) fn scale(&self) -> Scale {
        [Scale::Linear, Scale::Logarithmic, Scale::Logit][self.scale]
    }

    pub(crate) fn reduction(&self) -> Reduction {
        let offered = [
            Reduction::MeanOverPositions,
            Reduction::MeanOverSentences,
            Reduction::MeanOfMeans,
            Reduction::Sum,
        ];
        offered[self.reduction]
    }

    pub(crate) fn model(&self) -> ModelId {
        ModelId(self.model)
    }

    /// The position that is looked at.
    pub(crate) fn looked(&self) -> Option<Place> {
        self.looked.as_deref().map(place_named)
    }
}

/// A place as the page writes it: "1:3".
pub(crate) fn place_name(place: Place) -> String {
    format!("{}:{}", place.sentence + 1, place.position)
}

fn place_named(name: &str) -> Place {
    let numbers = name.split_once(':').map(|(s, p)| (s.parse::<usize>(), p.parse()));
    let Some((Ok(sentence @ 1..), Ok(position))) = numbers else {
        panic!("{name:?} is no place");
    };
    let position = Position::new(position).expect("positions count from 1");
    Place { sentence: sentence - 1, position }
}

/// Has the page note what it shows in every frame from now on.
pub(crate) async fn record_frames(page: &Page) {
    let script = format!(
        "{READ_SIGHT} window.__frames = [];
        const record = () => {{
            window.__frames.push(readSight());
            requestAnimationFrame(record);
        }};
        requestAnimationFrame(record);"
    );
    page.ask(&script, vec![]).await;
}

/// What the page has shown, frame by frame, since it was told to note it.
pub(crate) async fn recorded_frames(page: &Page) -> Vec<Sight> {
    page.read("return window.__frames.splice(0);", vec![]).await
}
