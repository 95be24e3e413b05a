//! `masklab sample`, `plot`, `link` and `schema`: what others read.

use std::fs;

use masklab::core::document::{Document, json_schema};

use super::run::{complaint, folder, masklab, said, two_models};

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
fn a_link_is_read_wherever_a_file_is() {
    let item = Document::course_item();
    let link = said(&["link", "-", "--page", "https://example.org/lab/#old"], &item.to_json());
    assert_eq!(link, format!("https://example.org/lab/#{}\n", item.to_link().unwrap()));
    let of_file = said(&["evaluate", "-"], &item.to_json());
    assert_eq!(said(&["evaluate", link.trim_end()], ""), of_file);
    let bare = format!("#{}", item.to_link().unwrap());
    assert_eq!(said(&["link", &bare], ""), format!("{bare}\n"));
    assert_eq!(
        complaint(&["evaluate", "#v=1&a=1"], ""),
        "masklab: the link: “a=1”: it stands before any sentence (t=…) that it could belong to\n"
    );
    let fields = masklab(["evaluate", &format!("{bare}&utm=1")], "");
    assert_eq!(fields.stdout, of_file);
    assert!(fields.stderr.starts_with("masklab: the link: utm: nothing here has this name"));
    let words: Vec<String> = (0..3_000).map(|index| format!("word{index}")).collect();
    let long = said(&["sample", "-"], &words.join(" "));
    assert!(complaint(&["link", "-"], &long).contains("a link has at most 2,000 characters"));
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
