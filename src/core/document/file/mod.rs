//! A document as JSON, and its terms as CSV. What comes in is checked whole before anything is taken.

mod csv;
mod fault;
mod node;
mod read;
mod schema;
mod shape;
mod write;

pub use fault::{FileError, FileFault, FileWarning};
pub(super) use node::Warnings;
pub use schema::json_schema;
pub(super) use write::separated;

use super::Document;

/// What a file says that it is.
const FORMAT: &str = "masklab";
/// The version that is written and read.
const VERSION: u32 = 1;

/// What was read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The document.
    pub document: Document,
    /// What the file has that means nothing here, and that is lost: each field, and where they are
    /// many, the first of them and how many more there are.
    pub warnings: Vec<FileWarning>,
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::core::{
        document::{Change, Edit, ModelId, Scope, examples::place},
        math::{Probability, Row},
        predict::Source,
        text::{Corruption, Recipe},
    };

    fn document(edits: &[Edit]) -> Document {
        edits.iter().fold(Document::default(), |document, edit| document.apply(edit).unwrap())
    }

    /// A document that uses everything that a file can hold.
    fn everything() -> Document {
        let change = |model: usize, change| Edit::Predict {
            model: ModelId(model),
            place: place(0, 2),
            change,
        };
        let third = Probability::nearest(1.0 / 3.0);
        let row = Row::Word("fox".into());
        document(&[
            Edit::SetText("The fox ran. A [MASK] slept, “[MASK]”!\n\n He \"said\\\" 🦊.".into()),
            Edit::AddModel { name: "counts".into(), source: Source::UNIGRAM },
            Edit::AddModel { name: "neighbours".into(), source: Source::NEIGHBOURS },
            Edit::AddModel { name: "untrained".into(), source: Source::UNIFORM },
            Edit::Draw { scope: Scope::Dataset, recipe: Recipe::BERT, seed: 7, epoch: 0 },
            Edit::Select { place: place(0, 2), corruption: Corruption::Random("dog".into()) },
            Edit::Select { place: place(0, 1), corruption: Corruption::Kept },
            Edit::SetTarget { place: place(1, 2), target: Some("cat".into()) },
            change(0, Change::ListOthers),
            change(0, Change::SetProbability { row: row.clone(), probability: third }),
            change(0, Change::Lock { row, locked: true }),
            change(2, Change::EvenOut),
        ])
    }

    #[test]
    fn a_document_comes_back_with_every_bit_and_without_a_warning() {
        for document in [everything(), Document::course_item(), Document::default()] {
            let import = Document::from_json(&document.to_json()).unwrap();
            assert_eq!(import, Import { document, warnings: Vec::new() });
        }
    }

    fn refused(json: &str) -> String {
        Document::from_json(json).unwrap_err().to_string()
    }

    fn course_item_with(from: &str, to: &str) -> String {
        let json = Document::course_item().to_json();
        assert!(json.contains(from), "{json}");
        json.replace(from, to)
    }

    #[test]
    fn faults_are_named_with_their_path() {
        let refused_with = |from: &str, to: &str| refused(&course_item_with(from, to));
        let selected = "dataset[0].selected[0]";
        let rows = format!("{selected}.predictions[0].rows");
        for (from, to, fault) in [
            (":3,", ":12,", format!("{selected}.position: 12, but the sentence has 5 tokens")),
            (":3,", ":0,", format!("{selected}.position: 0 is not from 1 to 4294967295")),
            (":3,", ":1.5,", format!("{selected}.position: expected a whole number")),
            ("0.7", "0.6", format!("{rows}: the probabilities sum to 0.9: they must sum to 1")),
            ("0.7", "1.7", format!("{rows}[0].probability: 1.7 is not from 0 to 1")),
            ("\"brown\"", "7", format!("{rows}[0].word: expected a text")),
            (
                "\"brown\"",
                "\"red\"",
                format!("{rows}[1].word: “red” is listed twice: list each word once"),
            ),
            ("\"lazy\"", "\" \"", format!("{rows}[2].word: there is no word in it")),
            (":3,", ":1e999,", format!("{selected}.position: ∞ is not from 1 to 4294967295")),
            (":0.7}", ":-1}", format!("{rows}[0].probability: −1 is not from 0 to 1")),
            ("\"rows\"", "\"columns\"", format!("{selected}.predictions[0].rows: it is missing")),
            ("The quick brown fox.", " ", "dataset[0].text: there is no word in it".into()),
            (
                "\"model\":\"my model\"",
                "\"model\":\"yours\"",
                format!("{selected}.predictions[0].model: there is no model “yours”"),
            ),
            (
                "by-hand",
                "by-foot",
                "models[0].source: “by-foot” is none of: by-hand, uniform, unigram, neighbours"
                    .into(),
            ),
            (
                "\"position\":3",
                "\"position\":3,\"corruption\":\"random\"",
                format!("{selected}: a random word is missing: give it as “word”"),
            ),
            (
                "\"position\":3",
                "\"position\":3,\"position\":3",
                format!("{selected}.position: it is there twice"),
            ),
            (
                "\"position\":3",
                "\"position\":3,\"target\":\"red\"",
                format!("{selected}.target: only a [MASK] in the text has a target beside it"),
            ),
        ] {
            assert_eq!(refused_with(from, to), fault);
        }
    }

    /// A file with nothing but a model and a sentence.
    fn small(model: &str, sentence: &str) -> String {
        format!(
            r#"{{"format":"masklab","version":1,"models":[{model}],"dataset":[{{{sentence}}}]}}"#
        )
    }

    #[test]
    fn faults_of_models_and_of_small_sentences_are_named_with_their_path() {
        let by_hand = r#"{"name":"a","source":"by-hand"}"#;
        let text = r#""text":"A""#;
        let neighbours =
            |more: &str| format!(r#"{by_hand},{{"name":"b","source":"neighbours",{more}}}"#);
        let name = "a name has from 1 to 60 characters and no space around it";
        for (model, sentence, fault) in [
            (
                &neighbours(r#""backoff":0"#),
                text,
                "models[1].backoff: 0 is not from 0.000001 to 1000000",
            ),
            (
                &neighbours(r#""alpha":2e6"#),
                text,
                "models[1].alpha: 2000000 is not from 0 to 1000000",
            ),
            (&String::new(), text, "models: it is empty: list at least 1"),
            (&by_hand.replace("\"a\"", "\"a \""), text, &format!("models[0].name: {name}")),
            (
                &by_hand.into(),
                r#""text":"A","selected":[{"position":2}]"#,
                "dataset[0].selected[0].position: 2, but the sentence has 1 token",
            ),
            (
                &by_hand.into(),
                r#""text":"A","selected":[{"position":1,"predictions":[{"model":"a","rows":[]}]}]"#,
                "dataset[0].selected[0].predictions[0].rows: it is empty: list at least 1",
            ),
            (
                &by_hand.into(),
                r#""text":"A","selected":[{"position":1,"corruption":"random","word":"[MASK]"}]"#,
                "dataset[0].selected[0].word: [MASK] is no random word: leave it out, and the \
                 corruption too, for a mask",
            ),
        ] {
            assert_eq!(refused(&small(model, sentence)), fault);
        }
    }

    #[test]
    fn the_second_of_two_rows_of_other_words_is_named() {
        let rows = r#"{"word":null,"probability":0.5},{"word":"b","probability":0.5}"#;
        let others = r#"{"word":null,"probability":0}"#;
        let selected = format!(
            r#""text":"A","selected":[{{"position":1,"predictions":[{{"model":"a","rows":[{rows},{others}]}}]}}]"#
        );
        let refused = refused(&small(r#"{"name":"a","source":"by-hand"}"#, &selected));
        assert!(refused.contains(".rows[2].word: “"), "{refused}");
    }

    #[test]
    fn a_version_beyond_numbers_is_named_as_people_write_it() {
        let refused = refused(&course_item_with("\"version\":1", "\"version\":1e999"));
        assert!(refused.contains("version ∞"), "{refused}");
    }

    #[test]
    fn what_is_no_file_is_refused() {
        assert!(refused("{").starts_with("not a MaskLab file: "));
        assert_eq!(refused("[]"), "not a MaskLab file: expected an object");
        assert!(refused(&"[".repeat(100_000)).contains("stops being JSON"));
        let others = course_item_with("\"brown\"", "null");
        assert_eq!(
            refused(&others),
            "dataset[0].selected[0].predictions[0].rows: “brown” is the target and is not listed, so \
             that its part of what all other words have is unknown"
        );
        assert!(refused(&course_item_with("\"version\":1", "\"version\":2")).contains("version 2"));
        assert!(refused(r#"{"format":"masklab","version":1}"#).contains("dataset: it is missing"));
    }

    #[test]
    fn unknown_fields_are_named_and_the_rest_is_taken() {
        let json = course_item_with("\"position\":3", "\"position\":3,\"colour\":[{}]");
        let import = Document::from_json(&json).unwrap();
        assert_eq!(import.document, Document::course_item());
        let warnings: Vec<String> = import.warnings.iter().map(FileWarning::to_string).collect();
        assert_eq!(
            warnings,
            ["dataset[0].selected[0].colour: nothing here has this name; it is left out"]
        );
    }

    #[test]
    fn numbers_that_a_source_does_not_have_are_named() {
        let numbers = r#""vocabulary":5,"alpha":3,"backoff":2"#;
        for (source, left_out) in [
            ("by-hand", &["vocabulary", "alpha", "backoff"][..]),
            ("uniform", &["alpha", "backoff"]),
            ("unigram", &["vocabulary", "backoff"]),
            ("neighbours", &["vocabulary"]),
        ] {
            let model = format!(r#"{{"name":"a","source":"{source}",{numbers}}}"#);
            let import = Document::from_json(&small(&model, r#""text":"A""#)).unwrap();
            let expected: Vec<String> = left_out
                .iter()
                .map(|field| {
                    format!(
                        "models[0].{field}: the source “{source}” has no such number; it is left out"
                    )
                })
                .collect();
            let warnings: Vec<String> =
                import.warnings.iter().map(FileWarning::to_string).collect();
            assert_eq!(warnings, expected);
            let again = Document::from_json(&import.document.to_json()).unwrap();
            assert_eq!(again, Import { warnings: Vec::new(), ..import });
        }
    }

    #[test]
    fn of_many_fields_that_are_left_out_the_first_are_named_and_the_others_counted() {
        let model = r#"{"name":"a","source":"by-hand","alpha":1}"#;
        let warnings = |unknown: usize| {
            let unknown: Vec<String> = (0..unknown).map(|i| format!(r#","x{i}":0"#)).collect();
            let json = small(model, &format!(r#""text":"A"{}"#, unknown.concat()));
            let warnings = Document::from_json(&json).unwrap().warnings;
            warnings.iter().map(FileWarning::to_string).collect::<Vec<String>>()
        };
        assert_eq!(warnings(19).len(), 20);
        assert!(warnings(19)[19].starts_with("models[0].alpha: "));
        assert_eq!(warnings(20)[20..], ["and 1 more field is left out"]);
        assert_eq!(warnings(49)[20..], ["and 30 more fields are left out"]);
        assert!(warnings(49)[19].starts_with("dataset[0].x19: "));
    }

    #[test]
    fn the_models_and_the_selection_may_be_left_out() {
        let json = r#"{"format":"masklab","version":1,"dataset":[{"text":"A [MASK]."}]}"#;
        let document = Document::from_json(json).unwrap().document;
        assert_eq!(document.models(), Document::default().models());
        assert_eq!(document.examples().get(0).map(|example| example.selected().len()), Some(1));
    }

    #[test]
    fn more_sentences_than_are_taken_are_refused() {
        let sentences = vec![r#"{"text":"a"}"#; 10_001].join(",");
        let json = format!(r#"{{"format":"masklab","version":1,"dataset":[{sentences}]}}"#);
        assert_eq!(refused(&json), "dataset: at most 10000 are taken");
    }

    #[test]
    fn positions_in_any_order_are_taken_in_theirs() {
        let json = r#"{"format":"masklab","version":1,"dataset":[{"text":"a b [MASK] c","selected":
            [{"position":4},{"position":3,"target":"x"},{"position":1,"corruption":"kept"}]}]}"#;
        let document = Document::from_json(json).unwrap().document;
        let example: &Rc<_> = document.examples().get(0).unwrap();
        let positions: Vec<u32> =
            example.selected().iter().map(|selected| selected.position().number()).collect();
        assert_eq!(positions, [1, 3, 4]);
        assert_eq!(
            (example.original(), example.corrupted()),
            ("a b x c".into(), "a b [MASK] [MASK]".into())
        );
    }
}
