//! Facts about links.

use super::*;
use crate::core::{
    document::{
        Change, Document, Edit, FileWarning, Import, ModelId, Preset, Scope, examples::place,
    },
    math::{Probability, Row},
    messages::Language,
    predict::Source,
    text::{Corruption, Recipe},
};

fn document(edits: &[Edit]) -> Document {
    edits.iter().fold(Document::default(), |document, edit| document.apply(edit).unwrap())
}

/// A document that uses everything that a link can say.
fn everything() -> Document {
    let row = Row::Word("fox".into());
    let change =
        |model: usize, change| Edit::Predict { model: ModelId(model), place: place(0, 2), change };
    document(&[
        Edit::SetText("The fox ran. A [MASK] slept, “[MASK]”! ¿Y 犬? #1 & 50%+!".into()),
        Edit::AddModel { name: "counts: a, b".into(), source: Source::Unigram { alpha: 0.5 } },
        Edit::AddModel { name: "neighbours".into(), source: Source::NEIGHBOURS },
        Edit::AddModel {
            name: "untrained".into(),
            source: Source::Uniform { vocabulary: std::num::NonZeroU32::new(30_000) },
        },
        Edit::Draw { scope: Scope::Dataset, recipe: Recipe::BERT, seed: 7, epoch: 0 },
        Edit::Select { place: place(0, 2), corruption: Corruption::Random("*".into()) },
        Edit::Select { place: place(0, 1), corruption: Corruption::Kept },
        Edit::SetTarget { place: place(1, 2), target: Some("cat!".into()) },
        change(0, Change::ListOthers),
        change(
            0,
            Change::SetProbability {
                row: row.clone(),
                probability: Probability::nearest(1.0 / 3.0),
            },
        ),
        change(0, Change::Lock { row, locked: true }),
        change(2, Change::EvenOut),
    ])
}

fn read(link: &str) -> Document {
    let import = Document::from_link(link).unwrap();
    assert_eq!(import.warnings, [], "{link}");
    import.document
}

#[test]
fn the_course_item_is_a_link_that_a_person_can_read_and_write() {
    let link = Document::course_item().to_link().unwrap();
    assert_eq!(link, "v=1&t=The+quick+brown+fox.&a=3&p3=brown:.7,red:.2,lazy:.1");
    assert_eq!(read(&link), Document::course_item());
    assert_eq!(read(&format!("#{link}")), Document::course_item());
    let by_hand = "v=1&t=The quick brown fox.&p3=brown:0.70,red:2e-1,lazy:.1";
    assert_eq!(read(by_hand), Document::course_item());
}

#[test]
fn every_document_comes_back_from_its_link() {
    let others = [everything(), Document::default()];
    let presets = Preset::ALL.iter().map(Preset::document);
    for document in presets.chain(others) {
        let link = document.to_link().unwrap();
        assert!(link.len() <= LINK_LIMIT && link.is_ascii(), "{link}");
        assert!(link.ends_with(|end: char| end.is_ascii_alphanumeric() || "-_".contains(end)));
        assert_eq!(read(&link), document, "{link}");
    }
}

#[test]
fn what_is_packed_and_what_is_readable_is_the_same() {
    let mut readable = String::from("v=1");
    write::write(&everything(), escape::Spelling::Address, &mut readable);
    assert_eq!(read(&readable), everything());
    let packed = everything().to_link().unwrap();
    assert!(packed.starts_with("v=1&z=") && packed.len() < readable.len(), "{packed}");
}

#[test]
fn a_longer_document_is_packed_and_one_that_is_too_long_is_no_link() {
    let text = |sentences: usize| {
        let sentence =
            |index: usize| format!("The fox number {index} has jumped over {index} dogs. ");
        document(&[Edit::SetText((0..sentences).map(sentence).collect())])
    };
    let packed = text(40).to_link().unwrap();
    assert!(packed.starts_with("v=1&z=") && packed.len() < 700, "{packed}");
    assert_eq!(read(&packed), text(40));
    assert_eq!(text(2_000).to_link(), Err(LinkError::TooLong));
}

fn refused(link: &str) -> String {
    Document::from_link(link).unwrap_err().to_string()
}

#[test]
fn a_link_that_cannot_be_read_is_refused_with_its_fault() {
    let t = "v=1&t=The+quick+brown+fox.";
    for (link, fault) in [
        ("", "a link of MaskLab begins with its version, v=1, behind the #"),
        ("t=A+dog", "a link of MaskLab begins with its version, v=1, behind the #"),
        (
            "v=2&y=A",
            "the link is of version 2, and this page reads version 1: a newer page may read it",
        ),
        ("v=1&z=AAAA", "some of its letters are missing or changed: copy the whole link again"),
        ("v=1&a=1", "“a=1”: it stands before any sentence (t=…) that it could belong to"),
        (&format!("{t}&a=x"), "“a=x”: a position is a whole number, counted from 1"),
        (&format!("{t}&k=3:red"), "“k=3:red”: a position is a whole number, counted from 1"),
        (&format!("{t}%E4"), "“t=The+quick+brown+fox.%E4”: its bytes are no text"),
        (
            &format!("{t}&p3=brown:much"),
            "“p3=brown:much”: a number is expected, with a point as its decimal mark",
        ),
        (
            &format!("{t}&p3=brown:1e999"),
            "“p3=brown:1e999”: a number is expected, with a point as its decimal mark",
        ),
        (
            &format!("{t}&p3=brown"),
            "“p3=brown”: each word has its probability behind a colon, as in brown:.7",
        ),
        (
            &format!("{t}&r=3"),
            "dataset[0].selected[0]: a random word is missing: give it as “word”",
        ),
        (
            &format!("{t}&a=3,12"),
            "dataset[0].selected[1].position: 12, but the sentence has 5 tokens",
        ),
        (&format!("{t}&a=3,3"), "dataset[0].selected[1].position: 3 is there twice"),
        (
            &format!("{t}&p3=brown:.7"),
            "dataset[0].selected[0].predictions[0].rows: the probabilities sum to 0.7: they must sum to 1",
        ),
        (
            &format!("{t}&p3=brown:1&p3=red:1"),
            "dataset[0].selected[0].predictions[1].model: “my model” is there twice",
        ),
        ("v=1&t=", "dataset[0].text: there is no word in it"),
    ] {
        assert_eq!(refused(link), fault, "{link}");
    }
    for link in [
        &*format!("{t}&p3.2=brown:1"),
        &format!("{t}&p3.0=brown:1"),
        "v=1&m=a",
        "v=1&m=a:by-hand:3",
    ] {
        assert!(refused(link).contains("a model is written name:source"), "{link}");
    }
    assert_eq!(Document::from_link(&"v=1&".repeat(2_000)), Err(LinkError::TooLong));
    let long = format!("v=1&a={}", "7".repeat(100));
    assert!(refused(&long).starts_with("“a=77777") && refused(&long).contains("7…”: "));
}

#[test]
fn every_fault_says_something_in_every_language() {
    for &language in Language::ALL {
        let faults = [
            LinkFault::NoSentence,
            LinkFault::NoPosition,
            LinkFault::NoText,
            LinkFault::NoNumber,
            LinkFault::NoColon,
            LinkFault::NoModel,
        ];
        let errors = [
            LinkError::TooLong,
            LinkError::NoVersion,
            LinkError::Damaged,
            LinkError::Version("2".into()),
        ];
        let field = |fault| LinkError::Field { field: "a=x".into(), fault };
        for error in errors.into_iter().chain(faults.map(field)) {
            let said = error.say(language);
            assert!(!said.is_empty() && !said.contains(['{', '}']), "{error:?}: {said}");
        }
    }
    assert!(LinkError::TooLong.say(Language::German).contains("höchstens 2.000 Zeichen"));
}

#[test]
fn what_nobody_knows_is_named_and_left_out() {
    let link = Document::course_item().to_link().unwrap();
    let Import { document, warnings } =
        Document::from_link(&format!("{link}&utm_source=mail&p=1")).unwrap();
    assert_eq!(document, Document::course_item());
    let warnings: Vec<String> = warnings.iter().map(FileWarning::to_string).collect();
    assert_eq!(
        warnings,
        [
            "utm_source: nothing here has this name; it is left out",
            "p: nothing here has this name; it is left out"
        ]
    );
    let many = Document::from_link(&format!("{link}{}", "&x".repeat(100))).unwrap().warnings;
    assert_eq!(many.len(), 21);
}

#[test]
fn a_link_that_html_has_spelled_out_is_read() {
    let link = Document::course_item().to_link().unwrap();
    assert_eq!(read(&link.replace('&', "&amp;")), Document::course_item());
}

#[test]
fn a_prediction_may_stand_before_what_becomes_of_its_position() {
    let link = "v=1&t=A+dog+barks&p2=dog:1&r=2:cat";
    let before = read(link);
    assert_eq!(before, read("v=1&t=A+dog+barks&r=2:cat&p2=dog:1"));
    assert_eq!(before.examples().get(0).unwrap().corrupted(), "A cat barks");
}

#[test]
fn a_model_that_nobody_has_named_is_the_one_of_a_new_document() {
    let document = read("v=1&t=A+dog+barks&a=2");
    assert_eq!(document.models(), Document::default().models());
}
