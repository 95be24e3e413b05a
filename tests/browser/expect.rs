//! What the page must show for a document: every number of the core's report, and nothing else.
//!
//! Both sides write numbers in full with the same digits for the same bits, so numbers are compared
//! as they are written. A number that is shown in several places has to be the same in all of them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use masklab::core::document::Document;
use masklab::core::explain::{Phrase, term_meaning};
use masklab::core::messages::Language;
use masklab::core::objective::Quantity;
use masklab::core::text::Position;
use serde::Deserialize;

use crate::page::{Chip, Page, READ_SHOWN, Shown};
use crate::wait::eventually;

/// What can be seen of a document at one moment.
#[derive(Debug, Deserialize)]
pub(crate) struct Sight {
    numbers: Vec<Shown>,
    chips: Vec<Chip>,
    points: Vec<Point>,
    pub(crate) readable: String,
}

/// A point of the plot: a term.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Point {
    sentence: Option<String>,
    position: String,
}

/// Reads a [`Sight`] in one go, as no frame comes between its parts.
pub(crate) fn read_sight() -> String {
    format!(
        "{READ_SHOWN}
        const readSight = () => ({{
            numbers: readShown(),
            chips: [...document.querySelectorAll('button.chip')].map((chip) => ({{
                sentence: chip.dataset.sentence ?? null,
                position: chip.dataset.position,
                masked: chip.getAttribute('aria-pressed') === 'true',
                name: chip.getAttribute('aria-label') ?? chip.textContent,
            }})),
            points: [...document.querySelectorAll('svg.plot g.point')].map((point) => ({{
                sentence: point.dataset.sentence ?? null,
                position: point.dataset.position,
            }})),
            readable: document.body.innerText,
        }});"
    )
}

/// Has the page note what it shows in every frame from now on.
pub(crate) async fn record_frames(page: &Page) {
    let script = format!(
        "{} window.__frames = [];
        const record = () => {{
            window.__frames.push(readSight());
            requestAnimationFrame(record);
        }};
        requestAnimationFrame(record);",
        read_sight()
    );
    page.ask(&script, vec![]).await;
}

/// What the page has shown, frame by frame, since it was told to note it.
pub(crate) async fn recorded_frames(page: &Page) -> Vec<Sight> {
    page.read("return window.__frames;", vec![]).await
}

/// Waits until the page shows the document, or fails and says in what it differs.
pub(crate) async fn assert_page_shows(page: &Page, document: &Document) {
    eventually("the page shows what the core computes", async || {
        Sight::of(page).await.compare(document)
    })
    .await;
}

impl Sight {
    /// What the page shows now.
    pub(crate) async fn of(page: &Page) -> Self {
        page.read(&format!("{} return readSight();", read_sight()), vec![]).await
    }

    /// The probability of a candidate of a dataset with one sentence.
    pub(crate) fn candidate(&self, position: u32, word: &str) -> f64 {
        let position = Some(position.to_string());
        let number = self
            .numbers
            .iter()
            .find(|number| number.position == position && number.word.as_deref() == Some(word));
        number.expect("the candidate is shown").value.parse().expect("a probability is a number")
    }

    /// Says in what this differs from what the page must show for the document.
    pub(crate) fn compare(&self, document: &Document) -> Result<(), String> {
        let mut differences = Vec::new();
        differences.extend(differing_numbers(&self.numbers, &numbers_of(document)));
        differences.extend(differing_chips(&self.chips, document));

        let points: BTreeSet<Point> = self.points.iter().cloned().collect();
        let terms: BTreeSet<Point> = document
            .report()
            .terms()
            .map(|(place, _)| {
                let (sentence, position) = marks(document, place.sentence, Some(place.position));
                Point { sentence, position: position.unwrap_or_default() }
            })
            .collect();
        if points != terms {
            differences.push(format!("the plot has points {points:?}, not {terms:?}"));
        }
        for nonsense in ["NaN", "undefined", "null", "[object"] {
            if self.readable.contains(nonsense) && !document.text().contains(nonsense) {
                differences.push(format!("{nonsense} can be read on the page"));
            }
        }

        if differences.is_empty() { Ok(()) } else { Err(differences.join("\n")) }
    }
}

/// The attributes of what belongs to a place: the sentence's number is left out where there is only
/// one.
fn marks(
    document: &Document,
    sentence: usize,
    position: Option<Position>,
) -> (Option<String>, Option<String>) {
    let several = document.examples().len() > 1;
    (several.then(|| (sentence + 1).to_string()), position.map(|position| position.to_string()))
}

fn numbers_of(document: &Document) -> Vec<Shown> {
    let shown = |quantity: &Quantity, sentence: Option<usize>, position, word| {
        let (sentence, position) = match sentence {
            Some(sentence) => marks(document, sentence, position),
            None => (None, None),
        };
        Shown {
            quantity: quantity.kind().name().to_owned(),
            sentence,
            position,
            word,
            value: quantity.full(),
            text: quantity.shown(Language::English),
        }
    };
    let report = document.report();
    let mut numbers: Vec<Shown> = report
        .quantities()
        .iter()
        .map(|quantity| shown(quantity, quantity.sentence(), quantity.position(), None))
        .collect();
    for (place, term) in report.terms() {
        let prediction = document.prediction(place).expect("a term has a prediction");
        // The sentences about a term name numbers too, such as what is left for the other words.
        for phrase in term_meaning(Language::English, place, term, &prediction) {
            if let Phrase::Quantity(quantity) = phrase {
                numbers.push(shown(&quantity, quantity.sentence(), quantity.position(), None));
            }
        }
        for candidate in prediction.candidates() {
            let quantity = Quantity::candidate(candidate.probability);
            numbers.push(shown(
                &quantity,
                Some(place.sentence),
                Some(place.position),
                Some(candidate.row.to_string()),
            ));
        }
    }
    numbers
}

fn differing_numbers(page: &[Shown], core: &[Shown]) -> Vec<String> {
    let missing = core
        .iter()
        .filter(|number| !page.contains(number))
        .map(|number| format!("the page does not show {}", number.described()));
    let unexpected = page
        .iter()
        .filter(|number| !core.contains(number))
        .map(|number| format!("the page does show     {}", number.described()));
    missing.chain(unexpected).collect()
}

fn differing_chips(chips: &[Chip], document: &Document) -> Option<String> {
    let tokens: Vec<_> = document
        .examples()
        .iter()
        .enumerate()
        .flat_map(|(sentence, example)| {
            example.sentence().positions().map(move |(position, token)| {
                let masked =
                    example.at(position).is_some_and(|selected| selected.target().is_some());
                let (sentence, position) = marks(document, sentence, Some(position));

                (sentence, position.unwrap_or_default(), masked, token.text)
            })
        })
        .collect();
    let same = chips.len() == tokens.len()
        && chips.iter().zip(&tokens).all(|(chip, (sentence, position, masked, text))| {
            chip.sentence == *sentence
                && chip.position == *position
                && chip.masked == *masked
                && chip.name.contains(*text)
        });
    (!same).then(|| format!("the chips are\n  {chips:?}\nand the tokens\n  {tokens:?}"))
}

impl Shown {
    fn described(&self) -> String {
        let Self { quantity, sentence, position, word, value, text } = self;
        let mut described = quantity.clone();
        for (name, mark) in [("sentence", sentence), ("position", position), ("word", word)] {
            if let Some(mark) = mark {
                let _ = write!(described, " {name} {mark}");
            }
        }
        format!("{described} = {value:?} as {text:?}")
    }
}
