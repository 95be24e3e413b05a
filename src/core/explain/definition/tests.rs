use std::rc::Rc;

use super::*;
use crate::core::{
    document::{Document, Edit, Preset},
    messages::Language,
    objective::Numbered,
    text::Position,
};

/// The chains as text, one line each.
fn plain(definition: &Definition) -> Vec<String> {
    let side = |parts: &Vec<Part>| {
        parts
            .iter()
            .map(|part| part.formula.to_plain(Language::English).trim().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let line = |chain: &Chain| {
        let sides = chain.sides.iter().map(side);
        [chain.symbols.to_plain(Language::English)]
            .into_iter()
            .chain(sides)
            .collect::<Vec<_>>()
            .join(" ")
    };
    definition.0.iter().map(line).collect()
}

fn defined(report: &Report) -> Defined<'_> {
    Defined { report, unit: Unit::Nats }
}

#[test]
fn the_courses_item_has_its_one_term() {
    let report = Document::course_item().report();
    assert_eq!(
        plain(&Definition::objective(defined(&report))),
        ["J = Σ_{x ∈ D} Σ_{i ∈ A(x)} log Pr(xᵢ | x̄) = log 0.700 = −0.3567"]
    );
    assert_eq!(plain(&Definition::loss(defined(&report))), ["L = −J = −(−0.3567) = 0.3567"]);
}

#[test]
fn inner_sums_are_written_where_they_are_not_the_terms() {
    let bird = "The early bird catches the worm. A dog barks.";
    let mut document = Document::default().apply(&Edit::SetText(bird.into())).unwrap();
    for (sentence, position) in [(0, 2), (0, 6), (1, 2)] {
        let place = Place { sentence, position: Position::new(position).unwrap() };
        document = document.apply(&Edit::ToggleMask(place)).unwrap();
    }
    let report = document.report();
    let lines = plain(&Definition::objective(defined(&report)));
    let inner = format!(
        "= {} + ({}) = {}",
        Number::nats(Some(report.sentences().get(0).unwrap().objective().nats()), Unit::Nats)
            .text(),
        Number::nats(Some(report.sentences().get(1).unwrap().objective().nats()), Unit::Nats)
            .text(),
        Number::nats(Some(report.objective().nats()), Unit::Nats).text(),
    );
    assert!(lines[0].ends_with(&inner), "{}", lines[0]);
}

#[test]
fn of_many_terms_the_first_and_the_last_are_written() {
    let text = "word ".repeat(40);
    let mut document = Document::default().apply(&Edit::SetText(text)).unwrap();
    for position in 1..=40 {
        let place = Place { sentence: 0, position: Position::new(position).unwrap() };
        document = document.apply(&Edit::ToggleMask(place)).unwrap();
    }
    let report = document.report();
    let Definition(chains) = Definition::objective(defined(&report));
    let numbers: Vec<_> = chains[0].sides[0].iter().map(|part| part.of.map(|of| of.1)).collect();
    assert_eq!(numbers, [Some(1), Some(2), Some(3), Some(4), Some(5), None, Some(40)]);
}

#[test]
fn a_cross_entropy_has_a_factor_one_at_its_target_alone() {
    let document = Document::course_item();
    let report = document.report();
    let (place, term) = report.terms().next().unwrap();
    let prediction: Rc<Distribution> = document.prediction(place).unwrap();
    let chosen = Some((Numbered { number: 1, place, term }, &*prediction));
    let lines =
        plain(&Definition::cross_entropy(defined(&report), Reduction::MeanOverPositions, chosen));
    assert_eq!(lines.len(), 2);
    assert!(
        lines[1]
            .ends_with("= −(1 · log 0.700 + 0 · log 0.200 + 0 · log 0.100) = −log 0.700 = 0.3567"),
        "{}",
        lines[1]
    );
}

#[test]
fn nothing_selected_has_sums_and_no_mean() {
    let report = Document::default().apply(&Edit::SetText("A dog.".into())).unwrap().report();
    assert!(plain(&Definition::objective(defined(&report)))[0].ends_with(" = 0.0000"));
    for reduction in Reduction::ALL {
        let lines = plain(&Definition::cross_entropy(defined(&report), reduction, None));
        let expected =
            if reduction == Reduction::MeanOfMeans || reduction == Reduction::MeanOverPositions {
                "—"
            } else {
                "0.0000"
            };
        assert!(lines[0].ends_with(expected), "{lines:?}");
    }
    assert!(plain(&Definition::perplexity(defined(&report)))[0].ends_with(" = —"));
}

#[test]
fn every_preset_is_defined_in_every_way() {
    for preset in Preset::ALL {
        let report = preset.document().report();
        for unit in Unit::ALL {
            let defined = Defined { report: &report, unit };
            for definition in [
                Definition::objective(defined),
                Definition::loss(defined),
                Definition::perplexity(defined),
            ] {
                assert!(definition.0.iter().all(|chain| !chain.sides.is_empty()));
            }
        }
    }
}
