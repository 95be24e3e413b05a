//! The properties on the seeds of the fuzzer and on generated inputs, which are the same in every
//! run: a failure is there for everyone. For new ones there is `cargo xtask fuzz`.

use std::{collections::BTreeSet, fs, path::PathBuf};

use masklab::core::document::{Document, Import};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
    test_runner::{Config, RngSeed},
};

use super::{ALL, edited, edits, edits::taken, json, link, number, split};

fn fuzz() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

fn names(folder: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(fuzz().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn every_property_has_a_target_seeds_and_a_dictionary() {
    let mut properties = ALL.map(|property| property.name);
    properties.sort_unstable();
    for folder in ["targets", "seeds", "dictionaries"] {
        assert_eq!(names(folder), properties, "{folder}");
    }
}

#[test]
fn the_properties_hold_for_every_seed() {
    for property in ALL {
        let mut seeds = 0;
        for entry in fs::read_dir(fuzz().join("seeds").join(property.name)).unwrap() {
            let seed = entry.unwrap().path();
            // The last one that is said is the one that failed.
            println!("{}", seed.display());
            (property.check)(&fs::read(seed).unwrap());
            seeds += 1;
        }
        assert!(seeds > 0, "{} has no seed", property.name);
    }
}

#[test]
fn the_course_item_is_among_the_seeds_and_is_taken() {
    // Else the property would hold since everything is refused.
    let seed = fs::read_to_string(fuzz().join("seeds/json/course-item.json")).unwrap();
    let import = Document::from_json(&seed).unwrap();
    assert_eq!(import, Import { document: Document::course_item(), warnings: Vec::new() });
}

#[test]
fn every_kind_of_edit_is_taken_in_a_seed() {
    // Else its promise would hold since it is always refused.
    let mut kinds = BTreeSet::new();
    for entry in fs::read_dir(fuzz().join("seeds/edits")).unwrap() {
        for edit in taken(&fs::read(entry.unwrap().path()).unwrap()) {
            let edit = format!("{edit:?}");
            let change = edit.split_once("change: ").map_or("", |(_, change)| change);
            let name = |debug: &str| {
                debug.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned()
            };
            kinds.insert(name(&edit) + " " + &name(change));
        }
    }
    // 19 edits, of which one has 10 changes.
    assert_eq!(kinds.len(), 18 + 10, "{kinds:#?}");
}

fn same_every_time(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Config::default() }
}

/// Bytes for edits, of which most mask words and change predictions: texts would take the masks away.
fn some_edits(most: usize) -> impl Strategy<Value = Vec<u8>> {
    let edits = select(&b"mcwgpPTbaoknizur01234567"[..]);
    vec(prop_oneof![5 => edits, 1 => any::<u8>()], 0..most)
}

/// What stands in a file in place of what belongs there.
const INTRUDERS: [&str; 41] = [
    "",
    "0",
    "1",
    "-1",
    "-0",
    "0.5",
    "1e400",
    "5e-324",
    "1.0000001",
    "0.9999999",
    "1e-7",
    "0.1",
    "4294967296",
    "3.5",
    "null",
    "true",
    "\"\"",
    "\"fox\"",
    "\"brown\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "[]",
    "{}",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "\u{0}",
    "é",
    "\u{202e}",
    "\"position\":3,",
    "\"corruption\":\"kept\",",
    "\"target\":\"fox\",",
    "\"locked\":true,",
    "\"colour\":[{}],",
    "[MASK] ",
    " ",
];

/// A document's JSON with some of its pieces replaced, put in, or put in place of others.
fn nearly_json() -> impl Strategy<Value = String> {
    let index = any::<Index>;
    let change = (0..4, index(), index(), select(&INTRUDERS[..]));
    (some_edits(30), vec(change, 0..3)).prop_map(|(bytes, changes)| {
        let json = edited(&bytes).to_json();
        let mut pieces = pieces(&json);
        for (kind, place, other, intruder) in changes {
            let place = place.index(pieces.len());
            // A word for a word, a number for a number, a mark for a mark.
            let class = |piece: &str| piece.chars().next().map(|c| (c == '"', c.is_numeric()));
            let alike: Vec<&str> = pieces
                .iter()
                .copied()
                .filter(|piece| class(piece) == class(pieces[place]))
                .collect();
            match kind {
                0 => pieces[place] = intruder,
                1 => pieces.insert(place, intruder),
                _ => pieces[place] = alike[other.index(alike.len())],
            }
        }
        pieces.concat()
    })
}

/// What stands in a link in place of what belongs there.
const STRANGERS: [&str; 26] = [
    "",
    "0",
    "3",
    "12",
    "4294967296",
    "-1",
    ".5",
    "1e999",
    "nan",
    "%",
    "%E4",
    "%C3%A4",
    "+",
    "&",
    "=",
    ":",
    ",",
    "!",
    "*",
    "p3.2",
    "p0",
    "t",
    "r",
    "k",
    "z",
    "犬",
];

/// A document's link with some of its pieces replaced, put in, or put in place of others.
fn nearly_link() -> impl Strategy<Value = String> {
    let index = any::<Index>;
    let change = (0..4, index(), index(), select(&STRANGERS[..]));
    (some_edits(12), vec(change, 0..3)).prop_map(|(bytes, changes)| {
        let document = edited(&bytes);
        let link = document.to_link().unwrap_or_default();
        let divides = |char: char| "&=:,.!%+".contains(char);
        let mut pieces: Vec<&str> = link.split_inclusive(divides).collect();
        pieces.push("");
        for (kind, place, other, stranger) in changes {
            let place = place.index(pieces.len());
            match kind {
                0 => pieces[place] = stranger,
                1 => pieces.insert(place, stranger),
                _ => pieces[place] = pieces[other.index(pieces.len())],
            }
        }
        pieces.concat()
    })
}

/// A text cut at the marks of JSON, which are pieces of their own.
fn pieces(json: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = json
        .split_inclusive(['{', '}', '[', ']', ',', ':'])
        .flat_map(|piece| {
            let (before, mark) = piece.split_at(piece.len() - 1);
            [before, mark]
        })
        .filter(|piece| !piece.is_empty())
        .collect();
    pieces.push("");
    pieces
}

proptest! {
    #![proptest_config(same_every_time(400))]

    #[test]
    fn any_file_is_read_or_refused(text in nearly_json()) {
        json(text.as_bytes());
    }

    #[test]
    fn any_link_is_read_or_refused(text in nearly_link()) {
        link(text.as_bytes());
    }

    #[test]
    fn any_edits_keep_a_document_sound(bytes in some_edits(80)) {
        edits(&bytes);
    }
}

proptest! {
    #![proptest_config(same_every_time(3000))]

    #[test]
    fn any_text_is_split_without_loss(text in "([a-zA-Z0-9.!?。'\" \n\u{200b}\u{301}]|\\PC|\\p{any}){0,60}") {
        split(text.as_bytes());
    }

    #[test]
    fn any_typed_number_is_read_or_refused(text in "[-−+]?[0-9]{0,4}[.,]?[0-9]{0,20}([eE][-+]?[0-9]{0,4})? ?[%/]?[0-9]{0,3}|[0-9.,/%eE+− -]{0,8}|\\PC{0,6}") {
        number(text.as_bytes());
    }
}
