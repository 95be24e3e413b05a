//! Solutions as a reader meets them: the course's items word for word, and limits.

use super::{
    Solution, StepKind,
    examples::{BIRD, Dataset, Example, FOX, FRUIT, solved},
};
use crate::core::{
    math::{Distribution, Probability, Row, Unit},
    objective::Reduction,
    text::Corruption,
};

fn step(solution: &Solution, kind: StepKind) -> String {
    let only = solution.steps.iter().filter(|step| step.kind == kind).cloned().collect();
    let (language, preface) = (solution.language, solution.preface.clone());
    Solution { language, preface, steps: only }.to_plain()
}

#[track_caller]
pub(super) fn assert_says(solution: &Solution, kind: StepKind, expected: &[&str]) {
    let text = step(solution, kind);
    for expected in expected {
        assert!(text.contains(expected), "{expected}\nis not in\n{text}");
    }
}

// The whole texts are files beside this one, so that a change of words is read in its context.

#[test]
fn the_course_item_of_the_fox_reads_as_an_instructor_would_write_it() {
    assert_eq!(solved(&[FOX]).to_plain(), include_str!("fox.txt"));
}

#[test]
fn the_course_item_of_the_early_bird_reads_as_an_instructor_would_write_it() {
    assert_eq!(solved(&[BIRD]).to_plain(), include_str!("bird.txt"));
}

#[test]
fn the_course_item_of_apple_and_banana_reads_as_an_instructor_would_write_it() {
    assert_eq!(solved(&[FRUIT]).to_plain(), include_str!("fruit.txt"));
}

#[test]
fn a_river_costs_more_the_less_it_is_expected() {
    let term = |p, shown: &str| {
        let candidates = [("river", p), ("road", 1.0 - p)];
        let solution = solved(&[("By the river.", &[(3, &candidates)])]);
        assert_says(&solution, StepKind::Terms, &[shown]);
    };
    term(0.3, "= log 0.300 = −1.2040");
    term(0.01, "= log 0.010 = −4.6052");
}

#[test]
fn replaced_and_kept_tokens_are_said_to_count() {
    let all = Dataset::new(&[BIRD, FOX])
        .corrupted(0, 2, Corruption::Random("late".into()))
        .corrupted(1, 3, Corruption::Kept);
    assert_says(
        &all.solved(Unit::Nats, Reduction::default()),
        StepKind::Selection,
        &[
            "In x̄, one became [MASK], one became another word and one is left as it is: all of \
             them count",
            "learns to read texts that have no [MASK]",
        ],
    );
    let kept = Dataset::new(&[FOX]).corrupted(0, 3, Corruption::Kept);
    assert_says(
        &kept.solved(Unit::Nats, Reduction::default()),
        StepKind::Selection,
        &["It is left as it is in x̄, and counts all the same."],
    );
    assert!(!step(&solved(&[BIRD]), StepKind::Selection).contains("count,"));
}

#[test]
fn a_word_that_was_drawn_may_be_the_token_itself() {
    let drawn = Dataset::new(&[FOX]).corrupted(0, 3, Corruption::Random("brown".into()));
    assert_says(
        &drawn.solved(Unit::Nats, Reduction::default()),
        StepKind::Selection,
        &["The word that was drawn to stand in its place in x̄ happens to be the token itself"],
    );
    let several = Dataset::new(&[BIRD])
        .corrupted(0, 2, Corruption::Random("early".into()))
        .corrupted(0, 6, Corruption::Random("late".into()));
    let solution = several.solved(Unit::Nats, Reduction::default());
    let says = "In x̄, one became another word and one had a word drawn for it that happens to be the \
                token itself: all of them count";
    assert_says(&solution, StepKind::Selection, &[says]);
}

#[test]
fn a_selected_position_without_a_target_is_in_a_of_x_and_is_said_to_add_nothing() {
    let data = Dataset::new(&[FOX]).untargeted(0, 2);
    let solution = data.solved(Unit::Nats, Reduction::default());
    assert_says(
        &solution,
        StepKind::Selection,
        &[
            "A(x) = {2, 3}",
            "One token with a target is selected: “brown” at position 3",
            "The target of one more selected position is still to be given. It adds nothing so far, \
             and is not among those that a mean divides by.",
        ],
    );
    assert_says(
        &solution,
        StepKind::Terms,
        &["The term of the selected token with a target\n", "log Pr(brown | x̄) ="],
    );
    assert_says(&solution, StepKind::Objective, &["One selected position of one sentence has a"]);
    assert_says(&solution, StepKind::Mean, &["One position with a target is selected, so"]);
    assert_says(&solution, StepKind::Perplexity, &["at each selected position with a target"]);

    let data = Dataset::new(&[BIRD, ("A b c.", &[]), FOX, ("Nothing.", &[])]);
    let data = data.untargeted(1, 2).untargeted(1, 3).untargeted(2, 1);
    let solution = data.solved(Unit::Nats, Reduction::MeanOfMeans);
    assert_says(
        &solution,
        StepKind::Selection,
        &[
            "x₂: A b c.",
            "A(x₂) = {2, 3}",
            "A(x₃) = {1, 3}",
            "The selected tokens with a target are “early”",
            "The targets of 3 more selected positions are still to be given. They add nothing",
            "In one more sentence nothing is selected",
        ],
    );
    assert_says(&solution, StepKind::Terms, &["One term for each selected token with a target\n"]);
    assert_says(&solution, StepKind::InnerSums, &["at those selected positions of one"]);
    let n = "Here n is the number of sentences with a target, 2.";
    assert_says(&solution, StepKind::Mean, &[n]);
    let solution = data.solved(Unit::Nats, Reduction::MeanOverPositions);
    assert_says(&solution, StepKind::Mean, &["selected positions with a target, 3, and not"]);
    assert_says(&solution, StepKind::CrossEntropy, &["the 3 selected positions with a target,"]);
}

#[test]
fn where_every_target_is_still_to_be_given_each_step_says_so() {
    let kinds = [
        StepKind::Selection,
        StepKind::Objective,
        StepKind::Loss,
        StepKind::Mean,
        StepKind::Perplexity,
    ];
    for reduction in [Reduction::MeanOverPositions, Reduction::MeanOfMeans] {
        let one = Dataset::new(&[("A b c.", &[])]).untargeted(0, 2);
        let solution = one.solved(Unit::Nats, reduction);
        assert_eq!(solution.steps.iter().map(|step| step.kind).collect::<Vec<_>>(), kinds);
        let missing = "One position is selected, but its target is still to be given: nobody has said \
                       which token [MASK] stands for. It adds nothing so far";
        assert_says(&solution, StepKind::Selection, &["A(x) = {2}", missing]);
        let yet = "No selected position has a target yet";
        assert_says(&solution, StepKind::Objective, &["J = 0.0000", yet]);
        assert_says(&solution, StepKind::Mean, &["mean loss =", "= —", yet]);
        assert_says(&solution, StepKind::Perplexity, &["perplexity = —", yet]);
        assert!(!solution.to_plain().contains("No token"));
    }
    let several = Dataset::new(&[("A b c.", &[]), ("Two.", &[])]);
    let several = several.untargeted(0, 2).untargeted(0, 3);
    let solution = several.solved(Unit::Nats, Reduction::default());
    let missing = "2 positions are selected, but their targets are still to be given";
    assert_says(&solution, StepKind::Selection, &["A(x₁) = {2, 3}", missing, "In one more"]);
}

#[test]
fn what_is_not_listed_is_not_one_word() {
    let rivals = |rows: &[(Row, f64)]| {
        let rows = rows.iter().map(|(row, p)| (row.clone(), *p, false));
        let data = Dataset::new(&[FOX]).predicted(Distribution::from_rows(rows).unwrap());
        step(&data.solved(Unit::Nats, Reduction::default()), StepKind::Terms)
    };
    let word = |word: &str| Row::Word(word.into());
    let text = rivals(&[(word("brown"), 0.7), (word("red"), 0.2), (Row::Others, 0.1)]);
    assert!(text.contains("gives to “red” and other words does not enter"), "{text}");
    let mut rows = vec![(word("brown"), 0.7), (word("a"), 0.1), (word("b"), 0.1)];
    rows.extend([(word("c"), 0.05), (word("d"), 0.025), (Row::Others, 0.025)]);
    let text = rivals(&rows);
    assert!(text.contains("gives to “a”, “b”, 2 more words and all others does"), "{text}");
}

#[test]
fn a_model_that_is_nearly_certain_is_not_said_to_be_certain() {
    let nearly = |p: f64| {
        let other = Probability::nearest(1.0 - p).value();
        solved(&[("A fox.", &[(2, &[("fox", p), ("dog", other)])])])
    };
    let solution = nearly(0.99996);
    assert_says(&solution, StepKind::Terms, &["log 0.99996 = −0.00004", "probability of 0.99996,"]);
    assert_says(&solution, StepKind::Loss, &["L = −(−0.00004) = 0.00004"]);
    assert_says(&solution, StepKind::Mean, &["0.00004 / 1"]);
    assert_says(&solution, StepKind::CrossEntropy, &["= −log 0.99996 = 0.00004"]);
    assert_says(&solution, StepKind::Perplexity, &["the model is nearly certain"]);
    let text = nearly(0.999_999_99).to_plain();
    assert!(text.contains("log 0.99999999 = −0.00000001"), "{text}");
    assert!(!text.contains("1.000 ") && !text.contains("−0.0000 "), "{text}");
}

#[test]
fn terms_that_only_look_the_same_are_not_said_to_be_the_same() {
    let two = |p: f64, q: f64| {
        let (a, b) = ([("a", p), ("b", 1.0 - p)], [("c", q), ("d", 1.0 - q)]);
        step(&solved(&[("a c", &[(1, &a), (2, &b)])]), StepKind::Terms)
    };
    assert!(two(0.5, 0.5).contains("equally probable"));
    assert!(two(0.5, 0.500_001).contains("nearly equally probable"));
}

#[test]
fn an_impossible_target_among_others_has_a_sentence_of_its_own() {
    let impossible: Example<'_> = ("A fox.", &[(2, &[("fox", 0.0), ("dog", 1.0)])]);
    let said = "No selected token costs more than “fox” at position 2 of sentence 1: the model gives it \
                no probability at all, so its term is −∞, and so is J.";
    assert_says(&solved(&[impossible, FOX]), StepKind::Meaning, &[said]);
}

#[test]
fn the_inner_sum_is_said_to_be_what_it_stands_for() {
    let meaning = "is the total log-probability of the original tokens at the";
    assert_says(&solved(&[BIRD]), StepKind::Objective, &[meaning]);
    assert_says(&solved(&[BIRD, FOX]), StepKind::InnerSums, &[meaning]);
}

#[test]
fn the_runners_up_do_not_change_the_term() {
    let predictions: [&[(&str, f64)]; 2] =
        [&[("jumps", 0.6), ("runs", 0.4)], &[("jumps", 0.6), ("runs", 0.2), ("leaps", 0.2)]];
    for candidates in predictions {
        let solution = solved(&[("The fox jumps over the dog", &[(3, candidates)])]);
        assert_says(
            &solution,
            StepKind::Terms,
            &["log Pr(jumps | The fox [MASK] over the dog) = log 0.600 = −0.5108", "not enter"],
        );
    }
}

#[test]
fn a_sum_of_logarithms_is_explained_by_the_product() {
    let product = "0.500 · 0.200 = 0.100";
    assert_says(&solved(&[FRUIT]), StepKind::Objective, &[product, "too small to compute with"]);
}

#[test]
fn several_sentences_have_inner_sums_of_their_own() {
    let solution = solved(&[BIRD, FOX, ("Nothing here.", &[])]);
    assert_says(
        &solution,
        StepKind::Selection,
        &["A(x₁) = {2, 6}", "x̄₂: The quick [MASK] fox.", "In one more sentence nothing"],
    );
    assert_says(
        &solution,
        StepKind::InnerSums,
        &[
            "Σ_{i ∈ A(x₁)} log Pr(xᵢ | x̄₁) = −0.6931 + (−1.6094) = −2.3026",
            "The rounded terms of sentence 1 add up to −2.3025",
        ],
    );
    assert_says(&solution, StepKind::Objective, &["J = −2.3026 + (−0.3567) = −2.6593"]);
    assert_says(&solution, StepKind::Meaning, &["No selected token costs more than “worm”"]);
}

#[test]
fn each_reduction_is_written_with_its_own_divisor() {
    let data = Dataset::new(&[BIRD, FOX, ("Nothing here.", &[])]);
    let says = |reduction, line| {
        assert_says(&data.solved(Unit::Nats, reduction), StepKind::Mean, &[line]);
    };
    says(Reduction::MeanOverPositions, "|A(x)|) = 2.6593 / 3 = 0.8864");
    says(Reduction::MeanOverSentences, "mean loss = L / |D| = 2.6593 / 3 = 0.8864");
    says(Reduction::MeanOfMeans, "= (1.1513 + 0.3567) / 2 = 0.7540");
    says(Reduction::MeanOfMeans, "Here n is the number of sentences with something selected, 2.");
    let sum = data.solved(Unit::Nats, Reduction::Sum);
    assert!(sum.steps.iter().all(|step| step.kind != StepKind::Mean), "the sum is no mean");
}

#[test]
fn each_unit_writes_its_own_logarithm_and_perplexity_stays() {
    let data = Dataset::new(&[FOX]);
    for (unit, line) in [
        (Unit::Nats, "= log 0.700 = −0.3567"),
        (Unit::Bits, "= log₂ 0.700 = −0.5146"),
        (Unit::Log10, "= log₁₀ 0.700 = −0.1549"),
    ] {
        let solution = data.solved(unit, Reduction::Sum);
        assert_says(&solution, StepKind::Terms, &[line]);
        assert_says(&solution, StepKind::Perplexity, &["perplexity = e^0.3567 = 1.4286"]);
    }
}

#[test]
fn without_a_sentence_or_a_selection_nothing_is_made_up() {
    use StepKind::{Loss, Mean, Objective, Perplexity, Selection};

    let empty: [&[Example<'_>]; 3] = [&[], &[("One.", &[])], &[("One.", &[]), ("Two.", &[])]];
    for examples in empty {
        for reduction in [Reduction::MeanOverPositions, Reduction::MeanOfMeans] {
            let solution = Dataset::new(examples).solved(Unit::Nats, reduction);
            let kinds: Vec<StepKind> = solution.steps.iter().map(|step| step.kind).collect();
            assert_eq!(kinds, [Selection, Objective, Loss, Mean, Perplexity]);
            assert_says(&solution, Objective, &["J = 0.0000", "A sum of nothing is 0"]);
            assert_says(&solution, Loss, &["L = 0.0000"]);
            assert_says(&solution, Mean, &["= —", "A mean of nothing"]);
            assert_says(&solution, Perplexity, &["perplexity = —"]);
        }
    }
    assert_says(&solved(&[]), Selection, &["has no sentence"]);
    assert_says(&solved(&[("One.", &[])]), Selection, &["A(x) = ∅", "No token"]);
}

#[test]
fn a_certain_model_has_nothing_left_to_learn() {
    let solution = solved(&[("A fox.", &[(2, &[("fox", 1.0), ("dog", 0.0)])])]);
    assert_says(&solution, StepKind::Terms, &["log 1.000 = 0.0000", "the best that a term"]);
    assert_says(&solution, StepKind::Objective, &["0 is the most it can be"]);
    assert_says(&solution, StepKind::Loss, &["L = 0.0000", "A loss of 0 is the least"]);
    assert_says(&solution, StepKind::CrossEntropy, &["0 · log 0.000", "0 · log 0 counts as 0"]);
    assert_says(&solution, StepKind::Perplexity, &["= 1.0000", "certain of the true token"]);
}

#[test]
fn an_impossible_target_costs_everything() {
    let impossible: Example<'_> = ("A fox.", &[(2, &[("fox", 0.0), ("dog", 1.0)])]);
    let solution = solved(&[impossible, FOX]);
    assert_says(&solution, StepKind::Terms, &["log 0.000 = −∞"]);
    assert_says(&solution, StepKind::Objective, &["J = −∞ + (−0.3567) = −∞", "whatever the"]);
    assert_says(&solution, StepKind::Loss, &["L = −(−∞) = ∞", "Here L is ∞, since the model"]);
    assert_says(&solution, StepKind::Mean, &["∞ / 2 = ∞"]);
    assert_says(&solution, StepKind::CrossEntropy, &["= −log 0.000 = ∞"]);
    assert_says(&solution, StepKind::Perplexity, &["e^∞ = ∞", "cannot be more perplexed"]);
    assert!(solution.to_spoken().contains("equals minus infinity"));
}

#[test]
fn of_many_terms_the_ends_are_shown_and_the_rest_is_counted() {
    let solution = solved(&vec![FOX; 40]);
    let left_out = "… 36 sentences left out …";
    assert_says(&solution, StepKind::Selection, &[left_out, "x₄₀", "In all, 40 tokens"]);
    assert_says(&solution, StepKind::Terms, &["… 36 terms left out …", "All terms are the same"]);
    assert_says(&solution, StepKind::InnerSums, &[left_out]);
    assert_says(&solution, StepKind::Objective, &["+ ⋯ + (−0.3567) = −14.2670", "add up to"]);
    assert_says(&solution, StepKind::CrossEntropy, &["… 39 terms of the same form left out …"]);
}

#[test]
fn of_many_candidates_the_target_is_always_shown() {
    let mut candidates = vec![("fox", 0.16)];
    candidates.extend([
        ("a", 0.14),
        ("b", 0.14),
        ("c", 0.14),
        ("d", 0.14),
        ("e", 0.14),
        ("f", 0.14),
    ]);
    let sum = "−(1 · log 0.160 + 0 · log 0.140 + 0 · log 0.140 + ⋯ + 0 · log 0.140)";
    let solution = solved(&[("A fox.", &[(2, &candidates)])]);
    assert_says(&solution, StepKind::CrossEntropy, &[sum, "“a”, “b” and 4 other words"]);
}

#[test]
fn a_calculator_that_disagrees_is_answered() {
    // e to 6.9078 is 1000.04, but e to ln 1000 is 1000.
    let solution = solved(&[("A fox.", &[(2, &[("fox", 0.001), ("dog", 0.999)])])]);
    assert_says(&solution, StepKind::Perplexity, &["= 1000.0000", "a calculator gives 1000.04"]);
}

#[test]
fn a_solution_is_spoken_in_words() {
    let spoken = solved(&[FOX]).to_spoken();
    for sentence in [
        "A of x equals the set with the element 3.",
        "The objective J equals the logarithm of the probability of brown given The quick mask fox, \
         which equals the logarithm of 0.700, which equals minus 0.3567.",
        "The loss L equals the negative of minus 0.3567, which equals 0.3567.",
        "Perplexity equals e to the power of 0.3567, which equals 1.4286.",
        "e to the power of: the quotient: the loss L, divided by the sum over x in the dataset D of \
         the number of elements of A of x, end of quotient, end of power.",
        "Training maximises J, which",
    ] {
        assert!(spoken.contains(sentence), "{sentence}\nis not in\n{spoken}");
    }
    let spoken = solved(&[BIRD, FOX]).to_spoken();
    assert!(spoken.contains("J is the sum over the whole dataset D: it adds"), "{spoken}");
    assert!(!spoken.contains(['−', '∞', 'Σ', '=', '|']), "{spoken}");
}
