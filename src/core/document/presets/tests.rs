//! Each preset shows what it is there to show.

use super::*;
use crate::core::{
    document::{Evaluation, Scope},
    objective::{Reduction, Report},
    text::TokenKind,
};

/// What each model gives each target, model by model.
fn given(preset: Preset) -> Vec<Vec<f64>> {
    let document = preset.document();
    let evaluation = Evaluation::of(&document);
    let models = (0..document.models().len()).map(ModelId);
    models
        .map(|model| {
            let report = evaluation.report(model).unwrap();
            report.terms().map(|(_, term)| term.probability.value()).collect()
        })
        .collect()
}

fn losses(name: &str) -> Vec<f64> {
    let evaluation = Evaluation::of(&Preset::named(name).unwrap().document());
    let models = (0..evaluation.document().models().len()).map(ModelId);
    models.map(|model| evaluation.report(model).unwrap().loss()).collect()
}

#[test]
fn all_of_a_preset_is_in_its_document() {
    for preset in Preset::ALL {
        let document = preset.document();
        assert_eq!(document.text(), preset.text);
        assert_eq!(document.models().len(), preset.models.len(), "{}", preset.name);
        for (model, given) in document.models().iter().zip(preset.models) {
            assert_eq!((&**model.name(), model.source()), (given.name, given.source));
        }
        if preset.draw.is_none() {
            let spots: Vec<Spot> = document
                .report()
                .terms()
                .map(|(place, _)| (place.sentence, place.position.number()))
                .collect();
            assert!(spots.iter().eq(preset.selected.iter().map(|(spot, _)| spot)), "{spots:?}");
        }
        for (index, given) in preset.models.iter().enumerate() {
            for &(spot, words) in given.predictions {
                let selected = document.at(place(spot).unwrap()).unwrap();
                let rows = selected.by_hand(ModelId(index)).unwrap();
                let rows: Vec<_> = rows
                    .candidates()
                    .iter()
                    .map(|c| (&**c.word().unwrap(), c.probability.value()))
                    .collect();
                assert_eq!(rows, words, "{}", preset.name);
            }
        }
    }
}

#[test]
fn each_preset_comes_back_from_its_file() {
    for preset in Preset::ALL {
        let document = preset.document();
        let import = Document::from_json(&document.to_json()).unwrap();
        assert_eq!(import.document, document, "{}", preset.name);
    }
}

#[test]
fn each_preset_has_a_name_of_its_own() {
    for preset in Preset::ALL {
        assert_eq!(Preset::named(preset.name).unwrap().text, preset.text);
        assert!(preset.name.bytes().all(|byte| byte.is_ascii_lowercase()), "{}", preset.name);
        for &language in Language::ALL {
            let (title, task) = (preset.title(language), preset.task(language));
            assert!(!title.is_empty() && task.ends_with(['?', '.']), "{task}");
        }
    }
    assert!(Preset::named("none").is_none());
}

#[test]
fn the_course_item_is_as_the_course_has_it() {
    let document = Document::course_item();
    assert_eq!(document.text(), "The quick brown fox.");
    let inputs: Vec<String> = document.examples().iter().map(|e| e.corrupted()).collect();
    assert_eq!(inputs, ["The quick [MASK] fox."]);
    let report = document.report();
    let terms: Vec<_> = report.terms().map(|(_, term)| (&*term.target, term.log_prob)).collect();
    assert_eq!(terms.len(), 1);
    assert!(terms.iter().all(|(target, term)| *target == "brown" && term.nats() == libm::log(0.7)));
}

#[test]
fn apple_and_banana_cost_what_the_course_says() {
    let losses = losses("fruit");
    assert!((losses[0] - 2.303).abs() < 5e-4 && (losses[0] / 2.0 - 1.151).abs() < 5e-4);
}

#[test]
fn the_river_costs_what_the_course_says() {
    let losses = losses("river");
    assert!((losses[0] - 1.204).abs() < 5e-4 && (losses[1] - 4.605).abs() < 5e-4);
}

#[test]
fn replaced_and_kept_tokens_are_read_and_count() {
    let document = CORRUPTION.document();
    let read = document.examples().get(0).unwrap().corrupted();
    assert_eq!(read, "The quick [MASK] fox paints over the lazy dog.");
    assert_eq!(given(CORRUPTION), [[0.7, 0.4, 0.9]]);
}

fn report(name: &str) -> Report {
    Preset::named(name).unwrap().document().report()
}

#[track_caller]
fn assert_close(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-12, "{left} is not {right}");
}

#[test]
fn where_every_target_has_a_quarter_the_perplexity_is_4() {
    assert_close(report("perplexity").perplexity().unwrap(), 4.0);
}

#[test]
fn the_sum_of_logarithms_is_the_logarithm_of_the_product() {
    let report = report("product");
    let product: f64 = report.terms().map(|(_, term)| term.probability.value()).product();
    assert_close(product, 0.1);
    assert_close(report.objective().nats(), libm::log(0.1));
}

#[test]
fn a_certain_target_adds_0_and_the_other_term_is_all() {
    let report = report("certain");
    assert_eq!(report.terms().last().unwrap().1.log_prob.nats(), 0.0);
    assert_eq!(report.objective().nats(), libm::log(0.5));
}

#[test]
fn a_very_improbable_target_costs_8_nats_and_a_tenth_of_it_2_3_more() {
    let loss = report("rare").loss();
    assert!((loss - 8.1117).abs() < 5e-5, "{loss}");
    assert_close(-libm::log(0.000_03) - loss, libm::log(10.0));
}

#[test]
fn an_impossible_target_makes_the_sums_infinite_and_leaves_the_other_term() {
    let report = report("impossible");
    let terms: Vec<f64> = report.terms().map(|(_, term)| term.log_prob.nats()).collect();
    assert_eq!(terms, [f64::NEG_INFINITY, libm::log(0.5)]);
    assert_eq!((report.loss(), report.perplexity()), (f64::INFINITY, Some(f64::INFINITY)));
}

#[test]
fn where_nothing_is_selected_the_sums_are_0_and_the_means_undefined() {
    let report = report("nothing");
    assert_eq!((report.selected(), report.loss()), (0, 0.0));
    assert_eq!((report.cross_entropy(), report.perplexity()), (None, None));
}

#[test]
fn masked_replaced_and_kept_positions_count_alike() {
    let document = Preset::named("alike").unwrap().document();
    let read = document.examples().get(0).unwrap().corrupted();
    assert_eq!(read, "A small [MASK] sang the wide lake.");
    let report = document.report();
    assert!(report.terms().all(|(_, term)| term.log_prob.nats() == libm::log(0.5)));
    assert_close(report.loss(), 3.0 * libm::log(2.0));
}

#[test]
fn a_mask_does_not_see_what_is_predicted_for_another_one() {
    let document = Preset::named("phrase").unwrap().document();
    let terms = |document: &Document| -> Vec<f64> {
        document.report().terms().map(|(_, term)| term.probability.value()).collect()
    };
    // Also "New Delhi City", which nobody means, so has a quarter.
    assert_eq!(terms(&document), [0.5, 0.5]);
    let delhi = Edit::set_probability(
        ModelId(0),
        place((0, 5)).unwrap(),
        "Delhi",
        crate::core::math::Probability::ONE,
    );
    assert_eq!(terms(&document.apply(&delhi).unwrap()), [0.0, 0.5]);
}

#[test]
fn the_mean_of_the_sentences_means_is_not_the_mean_over_positions() {
    let (report, bit) = (report("means"), libm::log(2.0));
    let reduced = |reduction| report.reduced(reduction).unwrap();
    assert_close(reduced(Reduction::MeanOverPositions), 7.0 / 4.0 * bit);
    assert_close(reduced(Reduction::MeanOfMeans), 5.0 / 2.0 * bit);
}

#[test]
fn two_models_lose_the_same_and_have_other_gradients() {
    let preset = Preset::named("rivals").unwrap();
    assert_eq!(losses("rivals"), [libm::log(2.0); 2]);
    let evaluation = Evaluation::of(&preset.document());
    let gradient = |model| {
        let prediction = evaluation.prediction(ModelId(model), place((0, 4)).unwrap()).unwrap();
        prediction.gradient("tea", 0.0).unwrap()
    };
    assert_eq!(gradient(0), [-0.5, 0.5]);
    assert_eq!(gradient(1), [-0.5, 0.1, 0.1, 0.1, 0.1, 0.1]);
}

#[test]
fn an_untrained_model_loses_ln_v_at_each_position() {
    let report = report("untrained");
    assert_close(report.cross_entropy().unwrap(), libm::log(30_522.0));
    assert!((report.perplexity().unwrap() - 30_522.0).abs() < 1e-6);
}

#[test]
fn neighbours_know_the_word_of_which_the_unigram_only_knows_how_frequent_it_is() {
    let given = given(*Preset::named("neighbours").unwrap());
    // The other sentences have 21 tokens, of which 3 are "on"; the vocabulary has 14 words and marks.
    assert_close(given[1][0], (3.0 + 1.0) / (21.0 + 14.0));
    assert!(given[0][0] > 0.8, "{given:?}");
}

#[test]
fn of_the_paragraph_some_15_per_cent_are_drawn_and_in_each_of_the_three_ways() {
    let document = Preset::named("paragraph").unwrap().document();
    let (mut tokens, mut ways) = (0, [0; 3]);
    for example in document.examples() {
        tokens += example.sentence().tokens().filter(|t| t.kind == TokenKind::Word).count();
        for selected in example.selected() {
            ways[match selected.corruption() {
                Corruption::Mask => 0,
                Corruption::Random(_) => 1,
                Corruption::Kept => 2,
            }] += 1;
        }
    }
    assert_eq!(document.examples().len(), 10);
    let share = f64::from(ways.iter().sum::<u16>()) / tokens as f64;
    assert!((0.12..0.2).contains(&share), "{share} of {tokens}: {ways:?}");
    assert!(ways.iter().all(|way| *way > 0), "{ways:?}");
}

#[test]
fn ten_sentences_begin_with_an_even_model_and_learn() {
    let document = Preset::named("lessons").unwrap().document();
    assert_eq!(document.examples().len(), 10);
    let perplexity = |document: &Document| document.report().perplexity().unwrap();
    assert_close(perplexity(&document), 4.0);
    let scope = Scope::Dataset;
    let train = Edit::Train { model: ModelId(0), scope, rate: 0.5, steps: 100 };
    assert!(perplexity(&document.apply(&train).unwrap()) < 1.05);
}
