//! What is wrong is refused with what to do, and what is odd is warned of.

use std::{
    fs,
    io::Write as _,
    process::{Command, Stdio},
};

use super::run::{MASKLAB, answer, complaint, course_item, folder, masklab};

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
