//! Solutions in German: the course's items word for word, numbers, and what counts bend.

use super::{
    Solution, StepKind,
    examples::{BIRD, Dataset, FOX, FRUIT},
    tests::assert_says,
};
use crate::core::{math::Unit, messages::Language, objective::Reduction, text::Corruption};

fn in_german(data: &Dataset, reduction: Reduction) -> Solution {
    data.solved_in(Language::German, Unit::Nats, reduction)
}

#[test]
fn the_course_item_of_the_fox_reads_in_german_as_an_instructor_would_write_it() {
    let solution = in_german(&Dataset::new(&[FOX]), Reduction::default());
    assert_eq!(solution.to_plain(), include_str!("fox-de.txt"));
}

#[test]
fn the_course_item_of_the_early_bird_reads_in_german_as_an_instructor_would_write_it() {
    let solution = in_german(&Dataset::new(&[BIRD]), Reduction::default());
    assert_eq!(solution.to_plain(), include_str!("bird-de.txt"));
}

#[test]
fn german_numbers_have_a_comma_in_every_way_of_writing() {
    let solution = in_german(&Dataset::new(&[FOX]), Reduction::default());
    assert!(solution.to_plain().contains("= log 0,700 = −0,3567\n"));
    assert!(solution.to_markdown().contains(r"\log 0{,}700 = -0{,}3567"));
    assert!(solution.to_latex().contains(r" &= -0{,}3567"));
    assert!(solution.to_mathml().contains("<mn>0,3567</mn>"));
    assert!(solution.to_mathml().contains("data-value=\"-0.35667494393873245\""));
    let spoken = solution.to_spoken();
    for sentence in [
        "Schritt 3. Die Zielfunktion J.",
        "In Symbolen: Zielfunktion J ist gleich Summe über x aus Datensatz D von Summe über i aus A \
         von x von Logarithmus von Wahrscheinlichkeit von x i gegeben x quer.",
        "Verlust L ist gleich das Negative von minus 0,3567, das ist gleich 0,3567.",
        "Perplexität ist gleich e hoch 0,3567, das ist gleich 1,4286.",
    ] {
        assert!(spoken.contains(sentence), "{sentence}\nis not in\n{spoken}");
    }
}

#[test]
fn german_counts_and_lists_agree_with_what_they_count() {
    use StepKind::{InnerSums, Mean, Objective, Selection, Terms};

    let drawn = Dataset::new(&[BIRD, FOX, ("Nothing here.", &[])])
        .corrupted(0, 2, Corruption::Random("late".into()))
        .corrupted(1, 3, Corruption::Kept);
    let solution = in_german(&drawn, Reduction::MeanOfMeans);
    assert_says(
        &solution,
        Selection,
        &[
            "Die ausgewählten Tokens sind „early“ an Position 2 von Satz 1, „worm“ an Position 6 von \
             Satz 1 und „brown“ an Position 3 von Satz 2",
            "In x̄ steht an ihrer Stelle einmal [MASK], einmal ein anderes Wort und einmal unverändert \
             das Token: Alle zählen",
            "In einem weiteren Satz ist nichts ausgewählt; er trägt nichts bei.",
        ],
    );
    let note = "Die gerundeten Terme von Satz 1 ergeben zusammen −2,3025: Die innere Summe";
    assert_says(&solution, InnerSums, &[note]);
    let means = "Hier ist n die Anzahl der Sätze, in denen etwas ausgewählt ist (2).";
    assert_says(&solution, Mean, &["mittlerer Verlust = ", means]);
    let product = "die Wahrscheinlichkeit 0,500 · 0,200 = 0,100.";
    let fruit = in_german(&Dataset::new(&[FRUIT]), Reduction::default());
    assert_says(&fruit, Objective, &[product]);
    let untargeted = Dataset::new(&[FOX]).untargeted(0, 1);
    let solution = in_german(&untargeted, Reduction::default());
    assert_says(
        &solution,
        Selection,
        &[
            "Ein Token mit bekanntem Zielwort ist ausgewählt",
            "Das Zielwort einer weiteren ausgewählten Position fehlt noch. Sie trägt bisher nichts bei",
        ],
    );
    let candidates = [("fox", 0.4), ("a", 0.3), ("b", 0.1), ("c", 0.1), ("d", 0.05), ("e", 0.05)];
    let many = in_german(&Dataset::new(&[("A fox.", &[(2, &candidates)])]), Reduction::Sum);
    let rivals = "Was das Modell „a“, „b“ und 3 anderen Wörtern gibt, geht nicht ein.";
    assert_says(&many, Terms, &[rivals]);
}
