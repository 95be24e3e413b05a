//! Bytes as edits and steps of the history.

use std::{num::NonZeroU32, rc::Rc};

use masklab::core::{
    document::{Change, Document, Edit, ModelId, Preset, Scope},
    math::{Distribution, Probability, Row},
    objective::Place,
    predict::Source,
    text::{Corruption, Draw, Position, Recipe, SENTENCE_LIMIT, Sentences},
};

use crate::{bytes::Bytes, sound};

/// What a person does next.
pub(super) enum Step {
    Edit(Edit),
    /// The pointer lets go.
    Rest,
    Undo,
    Redo,
}

/// The letters that choose a step, whatever other kinds there will be; any other byte chooses one of
/// them, too.
const KINDS: &[u8] = b"tsixdvmcDgwaknopPbTzurlO";

/// The next step. A new kind is a letter in [`KINDS`], an arm here, and what it promises in `promise`.
pub(super) fn step(bytes: &mut Bytes<'_>, document: &Document) -> Step {
    let byte = bytes.byte();
    let kind = if KINDS.contains(&byte) || byte == b'L' {
        byte
    } else {
        KINDS.get(usize::from(byte) % KINDS.len()).copied().unwrap_or_default()
    };
    Step::Edit(match kind {
        // Too large to be chosen often.
        b'L' => Edit::SetText(large_text(bytes)),
        b't' => Edit::SetText(text(bytes, &document.text())),
        b's' => {
            let sentence = sentence(bytes, document);
            let example = document.examples().get(sentence);
            let present = example.map_or("", |example| example.sentence().text());
            Edit::SetSentence { sentence, text: text(bytes, present) }
        }
        b'i' => Edit::InsertText { at: sentence(bytes, document), text: pieces(bytes) },
        b'l' => {
            let at = (bytes.below(2) == 0).then(|| sentence(bytes, document));
            match Sentences::of(&pieces(bytes)) {
                Ok(sentences) => Edit::Load { at, sentences },
                Err(_) => return Step::Rest,
            }
        }
        b'O' => {
            let preset = Preset::ALL.get(bytes.below(Preset::ALL.len()));
            Edit::Open(Rc::new(preset.map_or_else(Document::default, Preset::document)))
        }
        b'x' => Edit::RemoveSentence(sentence(bytes, document)),
        b'd' => Edit::DuplicateSentence(sentence(bytes, document)),
        b'v' => {
            Edit::MoveSentence { from: sentence(bytes, document), to: sentence(bytes, document) }
        }
        b'm' => Edit::ToggleMask(place(bytes, document)),
        b'c' => Edit::Select { place: place(bytes, document), corruption: corruption(bytes) },
        b'D' => Edit::Deselect(scope(bytes, document)),
        b'g' => {
            let place = selected_place(bytes, document);
            let target = (bytes.below(2) == 0).then(|| piece(bytes).into());
            Edit::SetTarget { place, target }
        }
        b'w' => Edit::Draw {
            scope: scope(bytes, document),
            recipe: recipe(bytes),
            seed: u64::from(bytes.byte()),
            epoch: bytes.below(3) as u64,
        },
        b'a' => Edit::AddModel { name: piece(bytes).into(), source: source(bytes) },
        b'k' => Edit::RemoveModel(model(bytes, document)),
        b'n' => Edit::RenameModel { model: model(bytes, document), name: piece(bytes).into() },
        b'o' => Edit::SetSource { model: model(bytes, document), source: source(bytes) },
        b'p' => predict(bytes, document, |bytes, rows| Change::SetProbability {
            row: row(bytes, rows),
            probability: probability(bytes),
        }),
        b'P' => predict(bytes, document, change),
        b'b' => Edit::BackToModel { model: model(bytes, document), scope: scope(bytes, document) },
        b'T' => Edit::Train {
            model: model(bytes, document),
            scope: scope(bytes, document),
            rate: number(bytes),
            steps: bytes.one_of(&[1, 0, 3, 10, 10_001, u32::MAX]),
        },
        b'z' => return Step::Rest,
        b'u' => return Step::Undo,
        _ => return Step::Redo,
    })
}

fn predict(
    bytes: &mut Bytes<'_>,
    document: &Document,
    change: fn(&mut Bytes<'_>, &[Row]) -> Change,
) -> Edit {
    let (model, place) = (model(bytes, document), selected_place(bytes, document));
    let rows = rows(document, model, place);
    Edit::Predict { model, place, change: change(bytes, &rows) }
}

fn change(bytes: &mut Bytes<'_>, rows: &[Row]) -> Change {
    match bytes.below(9) {
        0 => Change::Lock { row: row(bytes, rows), locked: bytes.below(2) == 0 },
        1 => Change::AddWord(piece(bytes).into()),
        2 => {
            let word = match row(bytes, rows) {
                Row::Word(word) => word,
                Row::Others => "other words".into(),
            };
            Change::Rename { word, new: piece(bytes).into() }
        }
        3 => Change::Remove(row(bytes, rows)),
        4 => Change::ListOthers,
        5 => Change::EvenOut,
        6 => Change::Temperature(number(bytes)),
        7 => Change::SetLogit { row: row(bytes, rows), logit: number(bytes) },
        _ => Change::Replace(Rc::new(distribution(bytes, rows))),
    }
}

/// The rows of a prediction by hand, or words that are likely to be listed in another.
fn rows(document: &Document, model: ModelId, place: Place) -> Vec<Row> {
    let Some(example) = document.examples().get(place.sentence) else { return Vec::new() };
    if let Some(set) = example.at(place.position).and_then(|selected| selected.by_hand(model)) {
        return set.candidates().iter().map(|candidate| candidate.row.clone()).collect();
    }
    let target = example.sentence().token(place.position).into_iter();
    let words = target.chain(example.sentence().tokens().filter(|token| token.is_word()));
    words.take(4).map(|token| Row::Word(token.text.into())).collect()
}

/// One of these rows, or now and then another one.
fn row(bytes: &mut Bytes<'_>, rows: &[Row]) -> Row {
    let chosen = bytes.below(rows.len() + 2);
    match rows.get(chosen) {
        Some(row) => row.clone(),
        None if chosen == rows.len() => Row::Others,
        None => Row::Word(piece(bytes).into()),
    }
}

/// Some rows with weights, or as many as are taken. A refusal has a reason.
fn distribution(bytes: &mut Bytes<'_>, rows: &[Row]) -> Distribution {
    let mut weights = Vec::new();
    for _ in 0..=bytes.below(5) {
        let number = probability(bytes).value();
        weights.push((row(bytes, rows), number, bytes.below(3) == 1));
    }
    // Rounding is left in the numbers: it is theirs to deal with.
    let total: f64 = weights.iter().map(|(_, weight, _)| weight).sum();
    let shares = weights.into_iter().map(|(row, weight, locked)| (row, weight / total, locked));
    Distribution::from_rows(shares).unwrap_or_else(|refusal| {
        sound::reason(&refusal);
        let many = (0..bytes.one_of(&[2, 1, 999, 1000])).map(|n| Rc::from(n.to_string()));
        Distribution::evenly(many).expect("a word for each of a few numbers")
    })
}

fn model(bytes: &mut Bytes<'_>, document: &Document) -> ModelId {
    ModelId(bytes.below(document.models().len() + 1))
}

fn sentence(bytes: &mut Bytes<'_>, document: &Document) -> usize {
    bytes.below(document.examples().len() + 1)
}

fn scope(bytes: &mut Bytes<'_>, document: &Document) -> Scope {
    match bytes.below(3) {
        0 => Scope::Dataset,
        1 => Scope::Sentence(sentence(bytes, document)),
        _ => Scope::Position(place(bytes, document)),
    }
}

fn corruption(bytes: &mut Bytes<'_>) -> Corruption {
    match bytes.below(3) {
        0 => Corruption::Mask,
        1 => Corruption::Random(piece(bytes).into()),
        _ => Corruption::Kept,
    }
}

fn recipe(bytes: &mut Bytes<'_>) -> Recipe {
    const SHARES: [f64; 5] = [1.0, 0.0, 0.5, 0.15, f64::MIN_POSITIVE];
    let [rate, mask, random] = [(); 3].map(|()| bytes.one_of(&SHARES));
    let recipe = Recipe::new(rate, mask, random).unwrap_or_else(|refusal| {
        sound::reason(&refusal);
        Recipe::BERT
    });
    let draw = bytes.one_of(&[Draw::EachToken, Draw::FixedCount]);
    recipe.with_draw(draw).with_words_only(bytes.below(2) == 1)
}

fn source(bytes: &mut Bytes<'_>) -> Source {
    match bytes.below(5) {
        0 => Source::NEIGHBOURS,
        1 => Source::Unigram { alpha: number(bytes) },
        2 => {
            let sizes = [0, 1, 2, 3, 4, 5, 30_522, u32::MAX];
            Source::Uniform { vocabulary: NonZeroU32::new(bytes.one_of(&sizes)) }
        }
        3 => Source::ByHand,
        _ => Source::Neighbours { alpha: number(bytes), backoff: number(bytes) },
    }
}

/// A number for what has no natural end: a logit, a temperature, a rate, a smoothing.
fn number(bytes: &mut Bytes<'_>) -> f64 {
    const HARD: [f64; 19] = [
        1.0,
        0.5,
        2.0,
        0.0,
        -1.0,
        10.0,
        0.1,
        100.0,
        -745.2,
        1e6,
        1e-6,
        1e-300,
        1e300,
        5e-324,
        1.000_000_1e6,
        f64::NEG_INFINITY,
        f64::INFINITY,
        f64::NAN,
        // This stands for any bits.
        -0.0,
    ];
    let chosen = bytes.one_of(&HARD);
    if chosen == 0.0 && chosen.is_sign_negative() { f64::from_bits(bytes.bits()) } else { chosen }
}

/// A place in the text, or one just beside it.
fn place(bytes: &mut Bytes<'_>, document: &Document) -> Place {
    let examples = document.examples();
    let sentence = bytes.below(examples.len() + 1);
    let tokens = examples.get(sentence).map_or(0, |example| example.sentence().len());
    let number = u32::try_from(bytes.below(tokens + 2)).ok();
    // Position 0 is no position, so the greatest stands in for it.
    let position = number.and_then(Position::new).or(Position::new(u32::MAX));
    Place { sentence, position: position.expect("there is a greatest position") }
}

/// A selected place, or now and then any other.
fn selected_place(bytes: &mut Bytes<'_>, document: &Document) -> Place {
    let examples = document.examples().iter().enumerate();
    let selected: Vec<Place> = examples
        .flat_map(|(sentence, example)| {
            let selected = example.selected().iter();
            selected.map(move |selected| Place { sentence, position: selected.position() })
        })
        .collect();
    let chosen = bytes.below(selected.len() + 1);
    selected.get(chosen).copied().unwrap_or_else(|| place(bytes, document))
}

/// The limits, what is hard to represent or to sum, and whatever other numbers there are.
fn probability(bytes: &mut Bytes<'_>) -> Probability {
    const HARD: [f64; 15] = [
        0.0,
        1.0,
        0.7,
        0.5,
        1.0 / 3.0,
        0.1,
        f64::EPSILON,
        1.0 - f64::EPSILON / 2.0,
        // The least numbers: with all their bits, and with one.
        f64::MIN_POSITIVE,
        5e-324,
        1e-17,
        1e-300,
        0.999_999,
        // These stand for any fraction, and for any bits.
        f64::INFINITY,
        f64::NAN,
    ];
    let chosen = bytes.one_of(&HARD);
    Probability::nearest(if chosen.is_nan() {
        f64::from_bits(bytes.bits())
    } else if chosen.is_infinite() {
        bytes.bits() as f64 / u64::MAX as f64
    } else {
        chosen
    })
}

/// A new text, or the present one with a part of it replaced.
fn text(bytes: &mut Bytes<'_>, present: &str) -> String {
    let mut text = if bytes.below(2) == 0 { String::new() } else { present.to_owned() };
    if text.is_empty() {
        return pieces(bytes);
    }
    let ends = [text.len()];
    let boundaries: Vec<usize> = text.char_indices().map(|(index, _)| index).chain(ends).collect();
    let (one, other) = (bytes.one_of(&boundaries), bytes.one_of(&boundaries));
    text.replace_range(one.min(other)..one.max(other), &pieces(bytes));
    text
}

/// Pieces of texts that are hard to split, to write or to read back.
const PIECES: [&str; 40] = [
    "",
    " ",
    "fox",
    "The ",
    "the",
    "brown",
    ".",
    ". ",
    "! ",
    "\n",
    "\r\n",
    "\u{2029}",
    "Dr. ",
    "[MASK]",
    "[MASK] ",
    "[CLS]",
    "\"",
    "\\",
    "{\"",
    "\u{0}",
    "\u{1f}",
    "\u{7f}",
    "can't ",
    "3.50 ",
    "שלום ",
    "עולם",
    "هل تركض؟ ",
    "狐が走る。",
    "👩‍👩‍👧",
    "🇩🇪🇫",
    "e\u{301}",
    "\u{301}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "\u{fffd}",
    "\u{10ffff}",
    "ǅ",
    "ß",
];

fn pieces(bytes: &mut Bytes<'_>) -> String {
    (0..=bytes.below(8)).map(|_| piece(bytes)).collect()
}

/// One of the [`PIECES`], or a few bytes as they are.
fn piece<'a>(bytes: &mut Bytes<'a>) -> &'a str {
    let chosen = bytes.below(PIECES.len() + 1);
    PIECES.get(chosen).copied().unwrap_or_else(|| bytes.text(16))
}

/// A text around the limits of what is taken.
fn large_text(bytes: &mut Bytes<'_>) -> String {
    let times = bytes.one_of(&[600, 3_000, SENTENCE_LIMIT, SENTENCE_LIMIT + 1]);
    bytes.one_of(&["a", ".", "a ", "a. ", "👩‍👩‍👧", "\n", "[MASK] "]).repeat(times)
}
