//! There are words, formulas and marks for whatever is in a document.

use std::collections::BTreeSet;

use masklab::core::{
    document::{Document, Evaluation, ModelId},
    explain::{self, Solution, Worked},
    math::Unit,
    objective::Reduction,
    plot,
};

/// The size of a plot in a page, in CSS pixels.
const PLOT: (u32, u32) = (640, 400);

/// A document can be told, worked out and drawn, and nothing says that it is not a number.
pub(crate) fn can_be_shown(evaluation: &Evaluation) {
    let document = evaluation.document();
    let told = told(evaluation);
    for model in BTreeSet::from([0, document.models().len() - 1]).into_iter().map(ModelId) {
        let report = evaluation.report(model).expect("each model has a report");
        for (place, term) in report.terms() {
            let prediction = evaluation.prediction(model, place).expect("a term was predicted");
            assert!(!explain::term_meaning(place, term, &prediction).is_empty(), "nothing is told");
        }
        let note = explain::rounding_note(report);
        assert!(note.is_none_or(|note| !note.contains("NaN")), "a sum is not a number");
        let curve = plot::loss_curve(report, PLOT.0, PLOT.1);
        assert!(!curve.scene.marks.is_empty(), "nothing is drawn");
        // Writing takes most of the time, so that each document is worked out in one way.
        let way = report.selected() + document.text().len() + model.0;
        let (unit, reduction) = (chosen(&Unit::ALL, way), chosen(&Reduction::ALL, way));
        for text in written(evaluation, model, unit, reduction) {
            assert!(told || !text.contains("NaN"), "{unit:?}, {reduction:?}: {text}");
        }
    }
}

fn chosen<T: Copy>(all: &[T], way: usize) -> T {
    *all.get(way % all.len()).expect("there is a way")
}

/// The worked solution in every form.
fn written(
    evaluation: &Evaluation,
    model: ModelId,
    unit: Unit,
    reduction: Reduction,
) -> [String; 5] {
    let text = |index| {
        let example = evaluation.document().examples().get(index)?;
        Some((example.original(), example.corrupted()))
    };
    let solution = Solution::new(&Worked {
        report: evaluation.report(model).expect("each model has a report"),
        unit,
        reduction,
        text: &text,
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
