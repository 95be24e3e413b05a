//! Edits in any order keep a document sound.

use std::rc::Rc;

use masklab::core::{
    document::{Document, Edit, Session},
    math::Probability,
    objective::Place,
    text::{Position, Sentence},
};

use crate::{bytes::Bytes, sound};

/// How much text is looked at, in bytes, before a sequence ends: else the fuzzer would spend its time
/// on long ones of large documents, which show nothing that shorter ones do not show.
const MOST_TEXT: usize = 30_000;

/// What an edit counts as beside the text: even an empty document takes its time.
const EDIT: usize = 500;

/// Bytes decoded into edits, one after the other, each on what the last one left: each is taken or
/// refused with a reason, a refused one changes nothing, a taken one keeps its promise and leaves a
/// sound document, and the last document comes back from its JSON and can be shown.
pub fn edits(data: &[u8]) {
    edited(data);
}

/// The same, and the document at the end: any document is within reach.
pub fn edited(data: &[u8]) -> Document {
    let mut bytes = Bytes::new(data);
    let start = if bytes.below(2) == 0 { Document::course_item() } else { Document::default() };
    let mut session = Session::new(start);
    let mut text = 0;
    while bytes.are_left() && text < MOST_TEXT {
        let edit = edit(&mut bytes, session.document());
        session = applied(&session, &edit);
        text += session.document().text().len() + EDIT;
    }
    sound::comes_back(session.document());
    sound::can_be_shown(session.document());
    session.document().clone()
}

/// The session after an edit, and as it was where the edit is refused.
fn applied(session: &Session, edit: &Edit) -> Session {
    let before = session.document();
    // Documents share what they do not differ in: a change in the wrong place would show here.
    let json = before.to_json();
    let result = session.apply(edit);
    assert_eq!(before.to_json(), json, "{edit:?} changed the document before it");
    match result {
        Ok(after) => {
            sound::document(after.document());
            keeps_promise(edit, before, after.document());
            after
        }
        Err(refusal) => {
            sound::reason(&refusal);
            session.clone()
        }
    }
}

/// What an edit that is taken has changed.
fn keeps_promise(edit: &Edit, before: &Document, after: &Document) {
    match edit {
        Edit::SetText(text) if after.examples().is_empty() => {
            assert_eq!(Sentence::new(text), None, "{text:?} is lost");
        }
        Edit::SetText(text) => assert_eq!(&after.text(), text, "another text"),
        Edit::ToggleMask(place) => {
            let (was, is) = (before.prediction(*place), after.prediction(*place));
            assert_ne!(was.is_some(), is.is_some(), "the mask at {place:?}");
        }
        Edit::SetProbability { place, word, probability } => {
            let given = after.prediction(*place).map(|prediction| prediction.probability_of(word));
            assert_eq!(given, Some(*probability), "the probability of {word:?} at {place:?}");
        }
    }
}

/// The letters that choose an edit, whatever other kinds there will be; any other byte chooses one
/// of them, too.
const KINDS: &[u8] = b"tmp";

/// The next edit. A new kind is a letter in [`KINDS`], an arm here, and what it promises above.
fn edit(bytes: &mut Bytes<'_>, document: &Document) -> Edit {
    let byte = bytes.byte();
    // Too large to be chosen often.
    if byte == b'L' {
        return Edit::SetText(large_text(bytes));
    }
    let other = || KINDS.get(usize::from(byte) % KINDS.len()).copied();
    let kind = if KINDS.contains(&byte) { Some(byte) } else { other() };
    match kind {
        Some(b't') => Edit::SetText(text(bytes, document)),
        Some(b'm') => Edit::ToggleMask(place(bytes, document)),
        _ => {
            let place = selected_place(bytes, document);
            let word = word(bytes, document, place);
            Edit::SetProbability { place, word, probability: probability(bytes) }
        }
    }
}

/// A place in the text, or one just beside it.
fn place(bytes: &mut Bytes<'_>, document: &Document) -> Place {
    let examples = document.examples();
    let sentence = bytes.below(examples.len() + 1);
    let tokens = examples.get(sentence).map_or(0, |example| example.sentence().tokens().len());
    let number = u32::try_from(bytes.below(tokens + 2)).ok();
    // Position 0 is no position, so the greatest stands in for it.
    let position = number.and_then(Position::new).or(Position::new(u32::MAX));
    Place { sentence, position: position.expect("there is a greatest position") }
}

/// A selected place, or now and then any other.
fn selected_place(bytes: &mut Bytes<'_>, document: &Document) -> Place {
    let report = document.report();
    let chosen = bytes.below(report.selected() + 1);
    report.terms().nth(chosen).map_or_else(|| place(bytes, document), |(place, _)| place)
}

/// A candidate at a place, or now and then another word.
fn word(bytes: &mut Bytes<'_>, document: &Document, place: Place) -> Rc<str> {
    let candidates = document.prediction(place).map_or(&[][..], |given| given.candidates());
    let chosen = bytes.below(candidates.len() + 1);
    candidates.get(chosen).map_or_else(|| piece(bytes).into(), |candidate| candidate.word.clone())
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
fn text(bytes: &mut Bytes<'_>, document: &Document) -> String {
    let mut text = if bytes.below(2) == 0 { String::new() } else { document.text() };
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
    let times = bytes.one_of(&[600, 2_999, 3_000, 3_001, 19_999, 20_000, 20_001]);
    bytes.one_of(&["a", ".", "a ", "a. ", "👩‍👩‍👧", "\n"]).repeat(times)
}
