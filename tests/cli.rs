//! The command line, run as a person or a script runs it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::{
    env,
    ffi::OsStr,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use masklab::core::{
    document::{Document, Edit, ModelId, Preset, json_schema},
    math::{Probability, notation},
    objective::{Place, Reduction},
    predict::Source,
    text::{Corruption, Position},
};
use serde_json::{Value, json};

const MASKLAB: &str = env!("CARGO_BIN_EXE_masklab");

/// What a command answers.
#[derive(Debug)]
struct Answer {
    status: Option<i32>,
    stdout: String,
    stderr: String,
}

/// An empty folder of a test's own.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn answer(command: &mut Command, input: &[u8]) -> Answer {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Answer {
        status: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn masklab<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>, input: &str) -> Answer {
    answer(Command::new(MASKLAB).args(arguments), input.as_bytes())
}

/// What a command says that has nothing to complain about.
#[track_caller]
fn said(arguments: &[&str], input: &str) -> String {
    let answer = masklab(arguments, input);
    assert_eq!((answer.status, answer.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    answer.stdout
}

/// What a command complains of, with status 2 and nothing on standard output.
#[track_caller]
fn complaint(arguments: &[&str], input: &str) -> String {
    let answer = masklab(arguments, input);
    assert_eq!((answer.status, answer.stdout.as_str()), (Some(2), ""), "{arguments:?}");
    answer.stderr
}

fn place(sentence: usize, position: u32) -> Place {
    Place { sentence, position: Position::new(position).unwrap() }
}

fn edited(document: Document, edits: &[Edit]) -> Document {
    edits.iter().fold(document, |document, edit| document.apply(edit).unwrap())
}

fn course_item() -> String {
    Document::course_item().to_json()
}

/// The course item and a second sentence whose target is impossible for the first of two models.
fn two_models() -> Document {
    edited(
        Document::course_item(),
        &[
            Edit::InsertText { at: 1, text: "A, dog.".into() },
            Edit::Select { place: place(1, 3), corruption: Corruption::Random("cat".into()) },
            Edit::set_probability(ModelId(0), place(1, 3), "dog", Probability::ZERO),
            Edit::AddModel { name: "even".into(), source: Source::UNIFORM },
        ],
    )
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_courses_items_are_worked_out_as_an_instructor_would_write_them() {
    for (name, expected) in [
        ("fox", include_str!("../src/core/explain/solution/fox.txt")),
        ("bird", include_str!("../src/core/explain/solution/bird.txt")),
        ("fruit", include_str!("../src/core/explain/solution/fruit.txt")),
    ] {
        let json = Preset::named(name).unwrap().document().to_json();
        assert_eq!(said(&["evaluate", "-"], &json), expected, "{name}");
    }
}

#[test]
fn the_course_item_is_worked_out_in_words() {
    let text = said(&["evaluate", "-"], &course_item());
    assert!(text.contains("log 0.700 = −0.3567"), "{text}");
    assert!(text.contains("L = −(−0.3567) = 0.3567"), "{text}");
    let bits = said(&["evaluate", "-", "--unit", "bits"], &course_item());
    assert!(bits.contains("−0.5146") && !bits.contains("−0.3567"), "{bits}");
}

#[test]
fn a_file_and_standard_input_give_the_same_and_so_does_a_file_with_a_byte_order_mark() {
    let path = folder("same").join("fox.json");
    fs::write(&path, format!("\u{feff}{}", course_item())).unwrap();
    let file = said(&["evaluate", path.to_str().unwrap()], "");
    assert_eq!(file, said(&["evaluate", "-"], &course_item()));
}

#[test]
fn several_models_stand_side_by_side_with_their_best_and_worst_terms() {
    let file = two_models().to_json();
    let text = said(&["evaluate", "-"], &file);
    let row = |label: &str| -> Vec<&str> {
        let line = text.lines().find(|line| line.starts_with(label));
        let line = line.unwrap_or_else(|| panic!("no {label} in {text}"));
        line[label.len()..].split_whitespace().collect()
    };
    let even = notation::nats(Some(-libm::log(8.0)));
    assert_eq!(row("log Pr of “brown” (sentence 1, position 3)"), ["*", "−0.3567", &even]);
    assert_eq!(row("log Pr of “dog” (sentence 2, position 3)"), ["−∞", "*", &even]);
    let loss = notation::nats(Some(2.0 * libm::log(8.0)));
    assert_eq!(row("L = −J (training minimises it)"), ["∞", &loss]);
    assert_eq!(row("mean loss per selected position"), ["∞", even.trim_start_matches('−')]);
    assert!(text.contains(
        "my model: the best term is that of “brown” (sentence 1, position 3), −0.3567; \
         the worst, that of “dog” (sentence 2, position 3), −∞.\n"
    ));
    assert!(text.contains("even: all 2 terms are the same, −2.0794.\n"), "{text}");
    let most = "“brown” (sentence 1, position 3): my model contributes most, since it gives the target \
                0.700; what it gives to other words does not matter.\n";
    assert!(text.contains(most), "{text}");
    assert_eq!(text.matches("1. What is selected").count(), 2);

    let one = said(&["evaluate", "-", "--model", "even"], &file);
    assert!(one.contains(&even) && !one.contains("side by side") && !one.contains('∞'), "{one}");
    let sums = said(&["evaluate", "-", "--reduction", "mean-of-sums"], &file);
    assert!(sums.contains("mean over sentences of their losses"), "{sums}");
}

#[test]
fn side_by_side_it_is_said_which_prediction_contributes_most() {
    let jumps = Preset::named("jumps").unwrap().document();
    let text = said(&["evaluate", "-"], &jumps.to_json());
    for sentence in [
        "“jumps” (sentence 1, position 3): B contributes most, since it gives the target 0.600; what \
         it gives to other words does not matter.\n",
        "B: the only term is that of “jumps” (sentence 1, position 3), −0.5108.\n",
    ] {
        assert!(text.contains(sentence), "{sentence}\nis not in\n{text}");
    }
    assert!(!text.contains("100 %"), "{text}");
    let set = |model, p| {
        let p = Probability::new(p).unwrap();
        Edit::set_probability(ModelId(model), place(0, 3), "jumps", p)
    };
    let two = said(&["evaluate", "-"], &edited(jumps.clone(), &[set(0, 0.6)]).to_json());
    assert!(two.contains("A and B contribute most, since each gives the target 0.600;"), "{two}");
    let level = edited(jumps.clone(), &[set(0, 0.6), set(2, 0.6)]);
    let level = said(&["evaluate", "-"], &level.to_json());
    assert!(level.contains("all models contribute the same, since each gives"), "{level}");
    let none = edited(jumps, &[set(0, 0.0), set(1, 0.0), set(2, 0.0)]);
    let none = said(&["evaluate", "-"], &none.to_json());
    assert!(none.contains("impossible for every model"), "{none}");
    assert!(!none.contains("* −∞"), "{none}");
}

#[test]
fn a_selected_position_whose_target_is_still_to_be_given_is_left_out_nowhere() {
    let one = said(&["sample", "-", "--rate", "0"], "A [MASK] barks.");
    let text = said(&["evaluate", "-"], &one);
    assert!(text.contains("A(x) = {2}"), "{text}");
    assert!(
        text.contains("One position is selected, but its target is still to be given"),
        "{text}"
    );
    assert!(!text.contains("No token"), "{text}");
    let report = json(&said(&["evaluate", "-", "--format", "json"], &one));
    assert_eq!((&report["selected"], &report["untargeted"]), (&json!(0), &json!(1)));
    assert_eq!(report["models"][0]["sentences"][0]["untargeted"], json!([2]));
    assert!(said(&["plot", "-", "-o", "-"], &one).contains("without a point: 1."));

    let even = Edit::AddModel { name: "even".into(), source: Source::UNIFORM };
    let document = edited(Document::from_json(&one).unwrap().document, &[even]);
    let text = said(&["evaluate", "-"], &document.to_json());
    let missing =
        "The target of one selected position is still to be given: it adds nothing so far";
    assert!(text.contains(missing), "{text}");
    assert!(text.contains("even: no selected position has a target yet, so there is no"), "{text}");
    let csv = said(&["evaluate", "-", "--format", "csv"], &document.to_json());
    assert_eq!(csv.lines().count(), 1, "{csv}");
}

#[test]
fn a_models_name_steers_no_terminal() {
    let name = "x\u{202e}y שלום";
    let even = Edit::AddModel { name: name.into(), source: Source::UNIFORM };
    let text = said(&["evaluate", "-"], &edited(Document::course_item(), &[even]).to_json());
    assert!(text.contains("x\u{fffd}y שלום") && !text.contains('\u{202e}'), "{text}");
}

#[test]
fn a_long_comparison_says_what_it_leaves_out() {
    let text = "fox ".repeat(53);
    let document = edited(
        Document::from_json(&said(&["sample", "-", "--rate", "1"], &text)).unwrap().document,
        &[Edit::AddModel { name: "even".into(), source: Source::UNIFORM }],
    );
    let text = said(&["evaluate", "-"], &document.to_json());
    assert_eq!(text.matches("log Pr of “fox” (sentence 1,").count(), 50);
    assert!(text.contains("… and 3 more terms: --format csv lists them all.\n"), "{text}");
    let most =
        "Of 53 predictions of each model, these contribute most to the objective: my model at";
    assert!(text.contains(most), "{text}");
    assert!(!text.contains("contributes most, since"), "{text}");
}

#[test]
fn json_has_every_number_in_full_in_the_unit_that_it_names() {
    let document = two_models();
    let file = document.to_json();
    let report = json(&said(&["evaluate", "-", "--format", "json", "--unit", "bits"], &file));
    assert_eq!(report["unit"], json!("bits"));
    assert_eq!((&report["sentences"], &report["selected"]), (&json!(2), &json!(2)));
    let [mine, even] = [&report["models"][0], &report["models"][1]];
    assert_eq!((&mine["name"], &mine["source"]), (&json!("my model"), &json!("by-hand")));
    assert_eq!((&mine["objective"], &mine["loss"]), (&json!("-Infinity"), &json!("Infinity")));
    assert_eq!(even["objective"].as_f64().map(f64::round), Some(-6.0));
    assert_eq!(even["perplexity"].as_f64().map(f64::round), Some(8.0));
    let names: Vec<&str> =
        even["reductions"].as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = Reduction::ALL.map(Reduction::name);
    expected.sort_unstable();
    assert_eq!(names, expected);
    assert_eq!(mine["best"], json!({ "sentence": 1, "position": 3 }));
    assert_eq!(mine["worst"], json!({ "sentence": 2, "position": 3 }));
    assert_eq!(mine["sentences"][1]["corrupted"], json!("A, cat."));
    let term = &mine["sentences"][1]["terms"][0];
    assert_eq!(term["corruption"], json!("random"));
    assert_eq!(term["log_prob"], json!("-Infinity"));
    assert_eq!(term["kl_from_target"], json!("Infinity"));
}

#[test]
fn json_gives_the_bits_of_the_core_and_null_for_a_mean_of_nothing() {
    let report = json(&said(&["evaluate", "-", "--format", "json"], &course_item()));
    let model = &report["models"][0];
    assert_eq!(model["objective"].as_f64(), Some(libm::log(0.7)));
    let term = &model["sentences"][0]["terms"][0];
    assert_eq!(term["probability"].as_f64(), Some(0.7));
    let prediction = Document::course_item().prediction(place(0, 3)).unwrap();
    assert_eq!(term["kl_from_target"].as_f64(), prediction.kl_from_target("brown", 0.0));
    assert_eq!(term["entropy"].as_f64(), prediction.entropy());

    let none = edited(Document::default(), &[Edit::SetText("A fox.".into())]).to_json();
    let chosen = ["evaluate", "-", "--format", "json", "--reduction", "mean"];
    let report = json(&said(&chosen, &none));
    let model = &report["models"][0];
    assert_eq!(model["reductions"], json!({ "mean": null }));
    assert_eq!((&model["loss"], &model["perplexity"]), (&json!(0), &Value::Null));
    assert_eq!(model["worst"], Value::Null);
}

#[test]
fn csv_has_a_row_for_each_model_and_term() {
    let csv = said(&["evaluate", "-", "--format", "csv"], &two_models().to_json());
    let rows: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(rows.len(), 5, "{csv}");
    assert_eq!(rows[0], "model,sentence,position,target,corruption,probability,log_prob_nats");
    let log = notation::full(Some(libm::log(0.7)));
    assert_eq!(rows[1], format!("my model,1,3,brown,mask,0.7,{log}"));
    assert_eq!(rows[2], "my model,2,3,dog,random,0,-Infinity");
    let one = ["evaluate", "-", "--format", "csv", "--model", "even", "--unit", "log10"];
    let csv = said(&one, &two_models().to_json());
    assert_eq!(csv.matches("\r\neven,").count(), 2, "{csv}");
    assert!(csv.contains(",log_prob_log10\r\n") && !csv.contains("my model"), "{csv}");
}

#[test]
fn latex_is_a_whole_document_of_one_model() {
    let file = two_models().to_json();
    let first = said(&["evaluate", "-", "--format", "latex"], &file);
    assert!(first.starts_with("\\documentclass"), "{first}");
    assert!(first.trim_end().ends_with("\\end{document}"), "{first}");
    assert!(first.contains("-0.3567") && first.contains("\\infty"), "{first}");
    let even = said(&["evaluate", "-", "--format", "latex", "--model", "even"], &file);
    assert!(!even.contains("\\infty"), "{even}");
}

#[test]
fn a_sample_is_a_document_that_the_same_seed_gives_again() {
    let text = "The quick brown fox jumps over the lazy dog. The dog sleeps.";
    let sample = |more: &[&str]| {
        let arguments: Vec<&str> = ["sample", "-"].iter().chain(more).copied().collect();
        let file = said(&arguments, text);
        (Document::from_json(&file).unwrap().document, file)
    };
    let (document, file) = sample(&["--rate", "0.3", "--seed", "7"]);
    assert_eq!(document.text(), text);
    // As BERT: the rounded share of 10 and of 4 tokens.
    let counts = |document: &Document| -> Vec<usize> {
        document.examples().iter().map(|example| example.selected().len()).collect()
    };
    assert_eq!(counts(&document), [3, 1]);
    assert_eq!(sample(&["--rate", "0.3", "--seed", "7", "--fixed-count"]).1, file);
    for rate in ["30%", "0,3", "3/10", ".3"] {
        assert_eq!(sample(&["--rate", rate, "--seed", "7"]).1, file, "{rate}");
    }
    assert_eq!(sample(&["--rate", "0.3", "--seed", "7", "--mask=80%", "--random=1/10"]).1, file);
    let others: [&[&str]; 4] = [
        &["--rate", "0.3", "--seed", "8"],
        &["--rate", "0.3", "--seed", "7", "--epoch", "1"],
        &["--rate", "0.3", "--seed", "7", "--each-token"],
        &["--rate", "0.3", "--seed", "7", "--mask", "0", "--random", "1"],
    ];
    for other in others {
        assert_ne!(sample(other).1, file, "{other:?}");
    }
    let all = |more: &[&str]| {
        let arguments: Vec<&str> = ["--rate", "1"].iter().chain(more).copied().collect();
        counts(&sample(&arguments).0)
    };
    assert_eq!(all(&[]), [10, 4]);
    assert_eq!(all(&["--words-only"]), [9, 3]);
    assert_eq!(all(&["--sentence", "2"]), [0, 4]);
    assert_eq!(counts(&sample(&["--rate", "0"]).0), [0, 0]);
}

#[test]
fn a_sample_has_the_source_that_is_asked_for() {
    for name in ["by-hand", "uniform", "unigram", "neighbours"] {
        let file = said(&["sample", "-", "--source", name], "A fox ran.");
        let document = Document::from_json(&file).unwrap().document;
        assert_eq!(document.models()[0].source().name(), name);
    }
}

#[test]
fn a_plot_is_an_svg_file_of_the_asked_size() {
    let folder = folder("plot");
    let path = folder.join("fox.svg");
    let arguments = ["plot", "-", "--width", "500", "--height", "300", "-o"];
    let arguments = arguments.iter().copied().chain([path.to_str().unwrap()]);
    let answer = masklab(arguments, &two_models().to_json());
    assert_eq!((answer.status, answer.stdout.as_str()), (Some(0), ""), "{}", answer.stderr);
    let svg = fs::read_to_string(&path).unwrap();
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{svg}");
    assert!(svg.contains(r#"width="500" height="300""#), "{svg}");
    assert!(svg.contains("“brown” at probability 0.700 costs 0.3567"), "{svg}");
    let even = said(&["plot", "-", "-o", "-", "--model", "even"], &two_models().to_json());
    assert!(even.contains("<title id=\"title\">What each target costs: even</title>"), "{even}");
}

#[test]
fn the_schema_is_printed_as_it_is() {
    assert_eq!(said(&["schema"], ""), json_schema());
}

#[test]
fn what_a_file_has_too_much_is_a_warning_and_no_fault() {
    let file = course_item().replace("\"position\":3", "\"position\":3,\"colour\":\"red\"");
    let answer = masklab(["evaluate", "-"], &file);
    assert_eq!(answer.status, Some(0));
    assert!(answer.stdout.contains("−0.3567"));
    assert_eq!(
        answer.stderr,
        "masklab: standard input: dataset[0].selected[0].colour: nothing here has this name; it \
         is left out\n"
    );
}

#[test]
fn what_means_nothing_to_a_source_is_a_warning_and_no_fault() {
    let file = course_item().replace("\"by-hand\"", "\"by-hand\",\"alpha\":3");
    let answer = masklab(["evaluate", "-"], &file);
    assert_eq!(answer.status, Some(0));
    assert_eq!(
        answer.stderr,
        "masklab: standard input: models[0].alpha: the source “by-hand” has no such number; it is \
         left out\n"
    );
}

#[test]
fn what_cannot_be_read_is_named_with_what_to_do() {
    let folder = folder("unreadable");
    let missing = folder.join("missing.json");
    let name = missing.to_str().unwrap();
    for command in ["evaluate", "plot", "sample"] {
        assert_eq!(
            complaint(&[command, name], ""),
            format!(
                "masklab: {name}: there is no such file: check its name, or give - for standard \
                 input\n"
            )
        );
        let folder = folder.to_str().unwrap();
        let fault = complaint(&[command, folder], "");
        assert!(fault.starts_with(&format!("masklab: {folder}: ")), "{fault}");
    }
    let large = folder.join("large.json");
    fs::File::create(&large).unwrap().set_len(64_000_001).unwrap();
    let fault = complaint(&["evaluate", large.to_str().unwrap()], "");
    assert!(fault.contains("more than 64 MB") && fault.contains("use a part of it"), "{fault}");
    let answer = answer(Command::new(MASKLAB).args(["sample", "-"]), b"A f\xffx.");
    assert_eq!((answer.status, answer.stdout.as_str()), (Some(2), ""));
    assert_eq!(
        answer.stderr,
        "masklab: standard input: it is not text in UTF-8, from byte 4 on: save it as UTF-8\n"
    );
}

#[test]
fn what_is_no_document_is_refused_with_its_fault() {
    for (file, fault) in [
        ("", "not a MaskLab file: "),
        ("[]", "not a MaskLab file: expected an object"),
        (r#"{"format":"masklab","version":2}"#, "version 2"),
        (r#"{"format":"masklab","version":1}"#, "dataset: it is missing"),
        (&course_item().replace("0.7", "0.6"), "the probabilities sum to 0.9"),
        // What a file has in it does not steer the terminal.
        (&course_item().replace("by-hand", "\\u001b[2J"), "“\u{fffd}[2J” is none of"),
    ] {
        for command in ["evaluate", "plot"] {
            let complaint = complaint(&[command, "-"], file);
            assert!(complaint.starts_with("masklab: standard input: "), "{complaint}");
            assert!(complaint.contains(fault), "{complaint}");
            assert!(complaint.contains("`masklab schema`"), "{complaint}");
        }
    }
}

#[test]
fn what_cannot_be_asked_for_is_refused() {
    let file = course_item();
    for (arguments, fault) in [
        (
            &["evaluate", "-", "--model", "yours"][..],
            "there is no model “yours”: choose among “my model”",
        ),
        (&["plot", "-", "--model", "yours"], "there is no model “yours”"),
        (&["evaluate", "-", "--format", "xml"], "possible values: text, json, csv, latex"),
        (&["evaluate", "-", "--unit", "bit"], "a similar value exists: 'bits'"),
        (&["evaluate", "-", "--reduction", "none"], "mean-of-means"),
        (&["evaluate"], "<FILE>"),
        (&["plot", "-", "--width", "0"], "160..=10000"),
        (&["plot", "-", "--height", "20000"], "120..=10000"),
        (&["sample", "-", "--rate", "15"], "“15” is more than 1: for per cent, type 15%"),
        (&["sample", "-", "--rate", "150%"], "“150%” is not from 0 to 1"),
        (&["sample", "-", "--rate", "-1"], "“-1” is not from 0 to 1"),
        (&["sample", "-", "--rate", "nan"], "“nan” is no number"),
        (&["sample", "-", "--rate", "3/0"], "“3/0” divides by 0"),
        (&["sample", "-", "--rate", "much"], "invalid value 'much' for '--rate"),
        (&["sample", "-", "--mask", "2"], "'--mask <SHARE>': “2” is more than 1"),
        (&["sample", "-", "--random", "2"], "'--random <SHARE>': “2” is more than 1"),
        (&["sample", "-", "--random", "0.3"], "--mask and --random: "),
        (
            &["sample", "-", "--seed", "1.5"],
            "'--seed <N>': a seed is a whole number from 0 to 18446744073709551615",
        ),
        (&["sample", "-", "--seed", "-1"], "a seed is a whole number from 0 to"),
        (&["sample", "-", "--epoch", "-1"], "an epoch is a whole number from 0 to"),
        (&["sample", "-", "--fixed-count", "--each-token"], "cannot be used with"),
        (&["sample", "-", "--sentence", "0"], "counted from 1"),
        (&["sample", "-", "--sentence", "-1"], "counted from 1"),
        (
            &["sample", "-", "--sentence", "99"],
            "--sentence: there is no sentence 99: the text has 1 sentence\n",
        ),
        (&["dance"], "unrecognized subcommand"),
        (&[], "Usage: "),
    ] {
        let complaint = complaint(arguments, &file);
        assert!(complaint.contains(fault), "{arguments:?}: {complaint}");
    }
    let beyond = complaint(&["sample", "-", "--sentence", "3"], "A fox. A dog.");
    assert!(beyond.ends_with("no sentence 3: the text has 2 sentences\n"), "{beyond}");
    let empty = complaint(&["sample", "-"], " \n");
    assert!(empty.contains("there is no word in it"), "{empty}");
}

#[test]
fn a_file_is_not_written_where_it_cannot_be_and_not_over_what_was_read() {
    let folder = folder("unwritable");
    let fox = folder.join("fox.json");
    fs::write(&fox, course_item()).unwrap();
    let fox = fox.to_str().unwrap();
    let nowhere = folder.join("nowhere/fox.svg");
    for (output, fault) in [
        (fox, "this is the file that was read: write to another one"),
        (folder.to_str().unwrap(), "this is a folder"),
        (nowhere.to_str().unwrap(), "there is no such folder"),
    ] {
        for command in ["evaluate", "plot", "sample"] {
            let complaint = complaint(&[command, fox, "-o", output], "");
            assert!(complaint.starts_with(&format!("masklab: {output}: {fault}")), "{complaint}");
        }
    }
    assert_eq!(fs::read_to_string(fox).unwrap(), course_item());
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    let text = "The quick brown fox jumps over the lazy dog. ".repeat(5000);
    let mut child = Command::new(MASKLAB)
        .args(["sample", "-", "--rate", "1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

/// The lines of a help text that begin, indented, with a command.
fn examples(help: &str) -> Vec<&str> {
    let (_, examples) = help.split_once("\nExample").unwrap_or_else(|| panic!("none in {help}"));
    let is_command = |line: &&str| line.starts_with("  masklab ") || line.starts_with("  echo ");
    examples.lines().filter(is_command).map(str::trim).collect()
}

#[cfg(unix)]
#[test]
fn the_examples_of_every_help_run_as_they_are() {
    let folder = folder("examples");
    let programs = Path::new(MASKLAB).parent().unwrap().to_owned();
    let paths = env::split_paths(&env::var_os("PATH").unwrap()).collect::<Vec<_>>();
    let path = env::join_paths([programs].into_iter().chain(paths)).unwrap();
    let text = "The quick brown fox jumps. The lazy dog sleeps, and the fox runs.\n";
    fs::write(folder.join("text.txt"), text).unwrap();
    for (command, least) in [
        (None, 4),
        (Some("evaluate"), 4),
        (Some("sample"), 3),
        (Some("plot"), 2),
        (Some("schema"), 1),
    ] {
        let help = masklab(command.into_iter().chain(["--help"]), "");
        assert_eq!((help.status, help.stderr.as_str()), (Some(0), ""));
        let examples = examples(&help.stdout);
        assert!(examples.len() >= least, "{}", help.stdout);
        for example in examples {
            let mut shell = Command::new("sh");
            shell.args(["-ec", example]).current_dir(&folder).env("PATH", &path);
            let answer = answer(&mut shell, b"");
            assert_eq!((answer.status, answer.stderr.as_str()), (Some(0), ""), "{example}");
            let (_, file) = example.rsplit_once(" -o ").unwrap_or_default();
            if file.is_empty() {
                assert!(!answer.stdout.is_empty(), "{example}");
            } else {
                assert!(answer.stdout.is_empty(), "{example}");
                assert!(folder.join(file).metadata().unwrap().len() > 0, "{example}");
            }
        }
    }
}
