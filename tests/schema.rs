//! The JSON Schema of a document: the committed file is the one that is generated, every document
//! that is written follows it, and files that are wrong do not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::{fs, path::Path, rc::Rc};

use boon::{Compiler, SchemaIndex, Schemas};
use masklab::core::{
    document::{Change, Document, Edit, ModelId, Preset, Scope, json_schema},
    math::{Distribution, Probability, Row},
    objective::Place,
    predict::Source,
    text::{Corruption, Position, Recipe},
};
use serde_json::{Value, json};

/// The schema, ready to hold files against it.
struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn generated() -> Self {
        let mut compiler = Compiler::new();
        let schema = serde_json::from_str(&json_schema()).unwrap();
        compiler.add_resource("masklab.schema.json", schema).unwrap();
        let mut schemas = Schemas::new();
        let index = compiler.compile("masklab.schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn fault(&self, file: &Value) -> Option<String> {
        self.schemas.validate(file, self.index).err().map(|e| e.to_string())
    }
}

fn place(sentence: usize, position: u32) -> Place {
    Place { sentence, position: Position::new(position).unwrap() }
}

fn edited(document: Document, edits: &[Edit]) -> Document {
    edits.iter().fold(document, |document, edit| document.apply(edit).unwrap())
}

/// Documents that are as different as edits can make them.
fn documents() -> Vec<Document> {
    let text = Edit::SetText("The fox ran. A [MASK] slept, “[MASK]”!\n\nHe \"said\\\" 🦊.".into());
    let predict = |change| Edit::Predict { model: ModelId(0), place: place(0, 2), change };
    let row = Row::Word("fox".into());
    let even = Distribution::evenly([Rc::from("a"), Rc::from("b")]).unwrap();
    vec![
        Document::default(),
        edited(Document::default(), std::slice::from_ref(&text)),
        edited(
            Document::default(),
            &[
                text,
                Edit::AddModel { name: "none".into(), source: Source::UNIFORM },
                Edit::AddModel {
                    name: "one of ten".into(),
                    source: Source::Uniform { vocabulary: 10.try_into().ok() },
                },
                Edit::AddModel {
                    name: "counts “=”".into(),
                    source: Source::Unigram { alpha: 0.0 },
                },
                Edit::AddModel {
                    name: "neighbours".into(),
                    source: Source::Neighbours { alpha: 1e6, backoff: 1e-6 },
                },
                Edit::Draw { scope: Scope::Dataset, recipe: Recipe::BERT, seed: 7, epoch: 0 },
                Edit::Select { place: place(0, 2), corruption: Corruption::Random("dog".into()) },
                Edit::Select { place: place(0, 1), corruption: Corruption::Kept },
                Edit::SetTarget { place: place(1, 2), target: Some("cat".into()) },
                predict(Change::Replace(Rc::new(even))),
                predict(Change::ListOthers),
                predict(Change::AddWord("fox".into())),
                predict(Change::SetProbability {
                    row: row.clone(),
                    probability: Probability::nearest(1e-300),
                }),
                predict(Change::Lock { row, locked: true }),
            ],
        ),
    ]
}

#[test]
fn the_committed_file_is_the_generated_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/masklab.schema.json");
    let committed = fs::read_to_string(path).unwrap();
    assert!(
        committed == json_schema(),
        "write it anew: cargo run --bin masklab -- schema -o docs/masklab.schema.json"
    );
}

#[test]
fn the_example_file_is_the_course_item() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/fox.json");
    assert_eq!(fs::read_to_string(path).unwrap(), Document::course_item().to_json());
}

#[test]
fn every_document_that_is_written_follows_the_schema() {
    let schema = Schema::generated();
    let presets = Preset::ALL.map(|preset| preset.document());
    for document in documents().into_iter().chain(presets) {
        let json = document.to_json();
        let file = serde_json::from_str(&json).unwrap();
        assert_eq!(schema.fault(&file), None, "{json}");
    }
}

/// A file with everything in it, with one value changed.
fn file_with(pointer: &str, value: Value) -> Value {
    let mut file = json!({
        "format": "masklab",
        "version": 1,
        "models": [{ "name": "m", "source": "neighbours", "alpha": 1, "backoff": 1 }],
        "dataset": [{
            "text": "A fox [MASK].",
            "selected": [
                { "position": 2, "corruption": "random", "word": "dog", "predictions": [{
                    "model": "m",
                    "rows": [
                        { "word": "fox", "probability": 0.5, "locked": true },
                        { "word": null, "probability": 0.5 },
                    ],
                }] },
                { "position": 3, "target": "ran" },
            ],
        }],
    });
    *file.pointer_mut(pointer).unwrap_or_else(|| panic!("there is no {pointer}")) = value;
    file
}

/// A list of so many words, each as probable as the others.
fn rows(count: usize) -> Value {
    let probability = 1.0 / count as f64;
    let row = |index: usize| json!({ "word": index.to_string(), "probability": probability });
    (0..count).map(row).collect()
}

#[test]
fn what_is_just_right_follows_the_schema_and_the_reader() {
    let schema = Schema::generated();
    let selected = "/dataset/0/selected/0";
    let rows_of = format!("{selected}/predictions/0/rows");
    let mut file = file_with("/models/0/backoff", json!(1e-6));
    for name in ["/models/0/name".into(), format!("{selected}/predictions/0/model")] {
        *file.pointer_mut(&name).unwrap() = json!(format!("狐{}\n狐", "x y".repeat(19)));
    }
    let word = format!("{selected}/word");
    for file in [
        file,
        file_with(&rows_of, rows(1)),
        file_with(&rows_of, rows(1000)),
        file_with(&word, json!("[mask]")),
        file_with(&word, json!("[MASK][MASK]")),
        file_with(&word, json!(" dog ")),
        file_with("/dataset/0/selected", json!([])),
        file_with("/dataset", json!([])),
    ] {
        assert_eq!(schema.fault(&file), None, "{file}");
        let read = Document::from_json(&file.to_string()).map(|import| import.warnings);
        assert_eq!(read, Ok(vec![]), "{file}");
    }
}

#[test]
fn the_schema_takes_for_space_what_the_reader_takes_for_it() {
    let schema = Schema::generated();
    let others = ['\u{0}', '\u{7f}', '\u{ad}', '\u{180e}', '\u{200b}', '\u{2060}', '\u{feff}', 'a'];
    for c in (0..=0x3000).filter_map(char::from_u32).filter(|c| c.is_whitespace()).chain(others) {
        for pointer in ["/dataset/0/selected/0/word", "/dataset/0/selected/1/target"] {
            let file = file_with(pointer, json!(c.to_string()));
            let read = Document::from_json(&file.to_string());
            assert_eq!(schema.fault(&file).is_some(), c.is_whitespace(), "{c:?} at {pointer}");
            assert_eq!(read.is_err(), c.is_whitespace(), "{c:?} at {pointer}");
        }
    }
}

#[test]
fn a_wrong_type_or_number_follows_neither_the_schema_nor_the_reader() {
    let schema = Schema::generated();
    assert_eq!(schema.fault(&file_with("/version", json!(1))), None);
    let selected = "/dataset/0/selected/0";
    let row = "/dataset/0/selected/0/predictions/0/rows/0";
    for (pointer, value) in [
        (String::new(), json!([])),
        ("/format".into(), json!("marked")),
        ("/version".into(), json!(2)),
        ("/version".into(), json!("1")),
        ("/models".into(), json!({})),
        ("/models".into(), json!([])),
        ("/models/0/name".into(), json!("")),
        ("/models/0/name".into(), json!(" m")),
        ("/models/0/name".into(), json!("m\u{85}")),
        ("/models/0/name".into(), json!("狐".repeat(61))),
        ("/models/0/source".into(), json!("oracle")),
        ("/models/0/alpha".into(), json!(-1)),
        ("/models/0/alpha".into(), json!(1e7)),
        ("/models/0/backoff".into(), json!("1")),
        ("/models/0/backoff".into(), json!(0)),
        ("/models/0/backoff".into(), json!(1e-7)),
        ("/dataset".into(), Value::Null),
        ("/dataset/0".into(), json!("A fox.")),
        ("/dataset/0/text".into(), json!(7)),
        ("/dataset/0/text".into(), json!("\u{2028} \n")),
        (format!("{selected}/position"), json!(0)),
        (format!("{selected}/position"), json!(1.5)),
        (format!("{selected}/position"), json!("2")),
        (format!("{selected}/corruption"), json!("lost")),
        (format!("{selected}/corruption"), json!("kept")),
        (format!("{selected}/word"), json!(["dog"])),
        (format!("{selected}/word"), json!("[MASK]")),
        (format!("{selected}/word"), json!("\u{a0}[MASK]\n")),
        ("/dataset/0/selected/1/target".into(), json!("\t")),
        ("/dataset/0/selected/1".into(), json!({ "position": 3, "word": "dog" })),
        (format!("{selected}/predictions/0/model"), json!(" m")),
        (format!("{selected}/predictions/0/rows"), json!([])),
        (format!("{selected}/predictions/0/rows"), rows(1001)),
        (format!("{row}/word"), json!("")),
        (format!("{row}/word"), json!(" ")),
        (format!("{row}/word"), json!(1)),
        (format!("{row}/probability"), json!(1.5)),
        (format!("{row}/probability"), json!(-0.5)),
        (format!("{row}/probability"), Value::Null),
        (format!("{row}/locked"), json!("yes")),
    ] {
        let file = file_with(&pointer, value.clone());
        assert!(schema.fault(&file).is_some(), "the schema takes {value} at {pointer}");
        let read = Document::from_json(&file.to_string());
        assert!(read.is_err(), "the reader takes {value} at {pointer}");
    }
}

#[test]
fn a_missing_field_follows_neither_the_schema_nor_the_reader() {
    let schema = Schema::generated();
    for (pointer, field) in [
        ("", "format"),
        ("", "version"),
        ("", "dataset"),
        ("/models/0", "name"),
        ("/models/0", "source"),
        ("/dataset/0", "text"),
        ("/dataset/0/selected/0", "position"),
        ("/dataset/0/selected/0", "word"),
        ("/dataset/0/selected/0", "corruption"),
        ("/dataset/0/selected/0/predictions/0", "model"),
        ("/dataset/0/selected/0/predictions/0", "rows"),
        ("/dataset/0/selected/0/predictions/0/rows/0", "word"),
        ("/dataset/0/selected/0/predictions/0/rows/0", "probability"),
    ] {
        let mut file = file_with("/version", json!(1));
        let object = file.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        assert!(object.remove(field).is_some(), "{pointer} has no {field}");
        assert!(schema.fault(&file).is_some(), "the schema does without {pointer}/{field}");
        let read = Document::from_json(&file.to_string());
        assert!(read.is_err(), "the reader does without {pointer}/{field}");
    }
}
