//! There are words, formulas and marks for whatever is in a document.

use std::collections::BTreeSet;

use super::PLACES;
use masklab::core::{
    document::{Document, Evaluation, ModelId},
    explain::{self, Solution, Worked},
    math::Unit,
    messages::Language,
    objective::{Numbered, Place, Reduction},
    plot::{self, Frame},
};

/// The size of a plot in a page, in CSS pixels.
const PLOT: (u32, u32) = (640, 400);

/// A document can be told, worked out and drawn, and nothing says that it is not a number.
pub(crate) fn can_be_shown(evaluation: &Evaluation) {
    let document = evaluation.document();
    let told = told(evaluation);
    for model in BTreeSet::from([0, document.models().len() - 1]).into_iter().map(ModelId) {
        let report = evaluation.report(model).expect("each model has a report");
        for (place, term) in report.terms().step_by(report.selected() / PLACES + 1) {
            let prediction = evaluation.prediction(model, place).expect("a term was predicted");
            for &language in Language::ALL {
                let meaning = explain::term_meaning(language, place, term, &prediction);
                assert!(!meaning.is_empty(), "nothing is told");
            }
        }
        let note = explain::rounding_note(Language::English, report);
        assert!(note.is_none_or(|note| !note.contains("NaN")), "a sum is not a number");
        let terms = Numbered::all(report.terms());
        let frame = Frame::new(PLOT.0, PLOT.1);
        let curve = plot::loss_curve(&terms, report.untargeted(), frame);
        assert!(!curve.scene.still.is_empty(), "nothing is drawn");
        let svg = plot::svg(&curve.scene, "plot", &curve.summary, &[]);
        assert!(!svg.contains("NaN") || told, "{svg}");
        // Writing takes most of the time, so that each document is worked out in one way.
        let way = report.selected() + document.text().len() + model.0;
        let (unit, reduction) = (chosen(&Unit::ALL, way), chosen(&Reduction::ALL, way));
        let language = chosen(Language::ALL, way);
        table(&evaluation.to_csv(&[model], unit), report.selected() + 1);
        for text in written(evaluation, language, model, unit, reduction) {
            assert!(told || !text.contains("NaN"), "{unit:?}, {reduction:?}: {text}");
        }
    }
}

/// A file of comma-separated values has so many rows of seven cells, whatever is in the words.
fn table(csv: &str, rows: usize) {
    let mut is_quoted = false;
    let mut found = 0;
    let mut commas = 0;
    for c in csv.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => commas += 1,
            '\n' if !is_quoted => {
                assert_eq!(commas, 6, "a row of {csv}");
                (found, commas) = (found + 1, 0);
            }
            _ => {}
        }
    }
    assert_eq!((found, commas, is_quoted), (rows, 0, false), "{csv}");
}

fn chosen<T: Copy>(all: &[T], way: usize) -> T {
    *all.get(way % all.len()).expect("there is a way")
}

/// The worked solution in every form.
fn written(
    evaluation: &Evaluation,
    language: Language,
    model: ModelId,
    unit: Unit,
    reduction: Reduction,
) -> [String; 5] {
    let text = |index| {
        let example = evaluation.document().examples().get(index)?;
        Some((example.original(), example.corrupted()))
    };
    let corruption = |place: Place| Some(evaluation.document().at(place)?.corruption().clone());
    let solution = Solution::new(&Worked {
        language,
        report: evaluation.report(model).expect("each model has a report"),
        unit,
        reduction,
        text: &text,
        corruption: &corruption,
        prediction: &|place| evaluation.prediction(model, place),
    });
    let written = [
        solution.to_plain(),
        solution.to_markdown(),
        solution.to_mathml(),
        solution.to_latex(),
        solution.to_spoken(),
    ];
    assert!(written.iter().all(|text| !text.trim().is_empty()), "nothing is written");
    written
}

/// Whether the document's own words say "NaN".
fn told(evaluation: &Evaluation) -> bool {
    let document: &Document = evaluation.document();
    // What is not seen may be left out where the words are written.
    let says = |text: &str| {
        let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.contains("NaN")
    };
    document.examples().iter().any(|example| {
        says(&example.original())
            || says(&example.corrupted())
            || example.selected().iter().any(|selected| {
                (0..document.models().len())
                    .filter_map(|model| selected.by_hand(ModelId(model)))
                    .flat_map(|prediction| prediction.candidates())
                    .filter_map(|candidate| candidate.word())
                    .any(|word| says(word))
            })
    }) || says(&document.text())
}
