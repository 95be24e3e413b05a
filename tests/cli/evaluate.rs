//! `masklab evaluate`: the same numbers in every form.

use std::fs;

use masklab::core::{
    document::{Document, Edit, ModelId, Preset},
    math::{Probability, notation},
    objective::Reduction,
    predict::Source,
};
use serde_json::{Value, json};

use super::run::{course_item, edited, folder, parsed, place, said, two_models};

#[test]
fn the_courses_items_are_worked_out_as_an_instructor_would_write_them() {
    for (name, expected) in [
        ("fox", include_str!("../../src/core/explain/solution/fox.txt")),
        ("bird", include_str!("../../src/core/explain/solution/bird.txt")),
        ("fruit", include_str!("../../src/core/explain/solution/fruit.txt")),
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
    let report = parsed(&said(&["evaluate", "-", "--format", "json"], &one));
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
    let report = parsed(&said(&["evaluate", "-", "--format", "json", "--unit", "bits"], &file));
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
    let report = parsed(&said(&["evaluate", "-", "--format", "json"], &course_item()));
    let model = &report["models"][0];
    assert_eq!(model["objective"].as_f64(), Some(libm::log(0.7)));
    let term = &model["sentences"][0]["terms"][0];
    assert_eq!(term["probability"].as_f64(), Some(0.7));
    let prediction = Document::course_item().prediction(place(0, 3)).unwrap();
    assert_eq!(term["kl_from_target"].as_f64(), prediction.kl_from_target("brown", 0.0));
    assert_eq!(term["entropy"].as_f64(), prediction.entropy());

    let none = edited(Document::default(), &[Edit::SetText("A fox.".into())]).to_json();
    let chosen = ["evaluate", "-", "--format", "json", "--reduction", "mean"];
    let report = parsed(&said(&chosen, &none));
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
