//! What holds of a distribution whatever is done to it.

use proptest::prelude::*;

use super::*;

/// An edit as chance draws it: rows and words are numbers, taken modulo how many there are.
#[derive(Clone, Debug)]
enum Edit {
    Set(usize, f64),
    SetToFree(usize),
    Lock(usize, bool),
    Add(usize),
    Rename(usize, usize),
    Remove(usize),
    AddOthers,
    EvenOut,
    SetLogit(usize, f64),
    SetLogits(Vec<f64>),
    Heat(f64),
    Step(usize, f64, f64, u32),
}

const WORDS: [&str; 12] = ["", " a ", "a", "b", "c", "d", "e", "f", "g", "h", "i", "other words"];

fn word(drawn: usize) -> Rc<str> {
    WORDS[drawn % WORDS.len()].into()
}

fn probability() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..=1.0,
        2 => (0..=1000_u16).prop_map(|thousandths| f64::from(thousandths) / 1000.0),
        1 => prop::sample::select(vec![0.0, 1.0, 5e-324, 1e-310, 1e-17, 1.0 - 1e-16, 1.0 - 1e-13]),
    ]
}

fn logit() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -20.0..20.0,
        1 => prop::sample::select(vec![-f64::INFINITY, f64::INFINITY, f64::NAN, 1e308, -1e308]),
    ]
}

/// Temperatures and sizes of steps, allowed and not.
fn positive() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.1..4.0,
        1 => prop::sample::select(vec![0.0, 1.0, -1.0, 1e-320, 1e308, f64::NAN, f64::INFINITY]),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let row = 0_usize..1000;
    prop_oneof![
        8 => (row.clone(), probability()).prop_map(|(row, p)| Edit::Set(row, p)),
        1 => row.clone().prop_map(Edit::SetToFree),
        4 => (row.clone(), any::<bool>()).prop_map(|(row, locked)| Edit::Lock(row, locked)),
        3 => row.clone().prop_map(Edit::Add),
        1 => (row.clone(), row.clone()).prop_map(|(row, word)| Edit::Rename(row, word)),
        2 => row.clone().prop_map(Edit::Remove),
        1 => Just(Edit::AddOthers),
        1 => Just(Edit::EvenOut),
        2 => (row.clone(), logit()).prop_map(|(row, z)| Edit::SetLogit(row, z)),
        1 => prop::collection::vec(logit(), 1..6).prop_map(Edit::SetLogits),
        1 => positive().prop_map(Edit::Heat),
        1 => (row, probability(), positive(), 0..4_u32)
            .prop_map(|(word, smoothing, eta, steps)| Edit::Step(word, smoothing, eta, steps)),
    ]
}

fn edited(start: &Distribution, edit: &Edit) -> Result<Distribution, ChangeError> {
    let row = |drawn: usize| start.candidates[drawn % start.candidates.len()].row.clone();
    match *edit {
        Edit::Set(drawn, p) => start.with_probability(&row(drawn), Probability::new(p).unwrap()),
        Edit::SetToFree(drawn) => start.with_probability(&row(drawn), start.free()),
        Edit::Lock(drawn, locked) => start.with_lock(&row(drawn), locked),
        Edit::Add(drawn) => start.with_word_added(word(drawn)),
        Edit::Rename(old, new) => start.with_word_renamed(&row(old).to_string(), &word(new)),
        Edit::Remove(drawn) => start.without(&row(drawn)),
        Edit::AddOthers => start.with_others(),
        Edit::EvenOut => Ok(start.evened_out()),
        Edit::SetLogit(drawn, logit) => start.with_logit(&row(drawn), logit),
        Edit::SetLogits(ref logits) => {
            // Mostly as many as there are rows.
            let rows = start.candidates.len().max(logits.len());
            let logits: Vec<f64> = logits.iter().copied().cycle().take(rows).collect();
            start.with_logits(&logits)
        }
        Edit::Heat(temperature) => start.at_temperature(temperature),
        Edit::Step(drawn, smoothing, eta, steps) => {
            let word = row(drawn).to_string();
            let (learned, losses) = start.stepped_with_smoothing(&word, smoothing, eta, steps)?;
            assert_eq!(losses.len(), steps as usize + 1);
            assert!(losses.iter().all(|&loss| loss >= 0.0), "{losses:?}");
            Ok(learned)
        }
    }
}

fn bits(distribution: &Distribution, locked: bool) -> Vec<u64> {
    let rows = distribution.candidates.iter().filter(|candidate| candidate.locked || !locked);
    rows.map(|candidate| candidate.probability.value().to_bits()).collect()
}

#[track_caller]
fn check_invariants(distribution: &Distribution) {
    let values = distribution.values();
    assert!(!values.is_empty() && values.len() <= ROW_LIMIT);
    assert!(values.iter().all(|p| (0.0..=1.0).contains(p)), "{values:?}");
    assert!((sum(values.iter().copied()) - 1.0).abs() < 1e-15, "{values:?}");
    let rows = || distribution.candidates.iter().enumerate();
    for (index, candidate) in rows() {
        assert!(rows().all(|(other, c)| other == index || c.row != candidate.row), "repeated");
        assert!(candidate.row != Row::Others || index + 1 == values.len(), "others are not last");
        assert!(candidate.word().is_none_or(|word| !word.is_empty() && word.trim() == &**word));
    }
    assert!(distribution.logits().iter().all(|logit| *logit <= 0.0));
    assert!(distribution.entropy().is_none_or(|entropy| entropy >= 0.0));
}

/// Does one edit and checks what must hold of it.
#[track_caller]
fn step(start: &Distribution, edit: &Edit) -> Distribution {
    let before = start.clone();
    let result = edited(start, edit);
    assert_eq!(*start, before, "the start itself has changed");
    let changed = match result {
        Ok(changed) => changed,
        Err(refusal) => {
            let reason = refusal.to_string();
            assert!(!reason.contains("NaN") && !reason.contains("inf"), "{reason}");
            return before;
        }
    };
    check_invariants(&changed);
    match edit {
        Edit::Lock(..) | Edit::AddOthers | Edit::Rename(..) => {
            let rows = bits(&changed, false);
            assert!(rows.starts_with(&bits(start, false)), "an edit of no number changed one");
        }
        _ => assert_eq!(bits(&changed, true), bits(start, true), "a locked row has changed"),
    }
    if let Edit::Set(drawn, p) = *edit {
        let index = drawn % start.candidates.len();
        let (was, is) = (&start.candidates[index], &changed.candidates[index]);
        let locked = start.candidates.iter().filter(|candidate| candidate.locked);
        let taken = sum(locked.map(|candidate| candidate.probability.value()).chain([p]));
        if was.locked || taken <= 1.0 && start.candidates.iter().filter(|c| !c.locked).count() > 1 {
            assert_eq!(is.probability.value(), p, "the typed number is not kept");
        } else {
            assert!((is.probability.value() - p).abs() < 1e-12, "the typed number is not kept");
        }
        let back = Edit::Set(drawn, was.probability.value());
        assert_eq!(edited(start, &back).as_ref(), Ok(start), "back is not where it was");
    }
    changed
}

/// A file carries the numbers, and they come back with their bits.
#[track_caller]
fn check_that_it_comes_back(distribution: &Distribution) {
    let rows = distribution.candidates.iter();
    let rows = rows.map(|c| (c.row.clone(), c.probability.value(), c.locked));
    assert_eq!(Distribution::from_rows(rows).as_ref(), Ok(distribution));
}

fn start() -> Distribution {
    Distribution::evenly(["a", "b", "c"].map(Rc::from)).unwrap()
}

proptest! {
    #[test]
    fn any_edits_stay_on_the_simplex(edits in prop::collection::vec(edit(), 1..60)) {
        let mut distribution = start();
        for edit in &edits {
            distribution = step(&distribution, edit);
            check_that_it_comes_back(&distribution);
        }
    }

    #[test]
    fn locked_rows_keep_their_bits_while_many_others_move(
        shares in prop::collection::vec(0.0..1.0_f64, 2..200),
        moves in prop::collection::vec((0_usize..200, probability()), 1..40),
    ) {
        let total = sum(shares.iter().copied());
        prop_assume!(total > 0.0);
        let rows = shares.iter().enumerate().map(|(n, share)| {
            (Row::Word(n.to_string().into()), share / total, n % 3 == 0)
        });
        let mut distribution = Distribution::from_rows(rows).unwrap();
        for (drawn, value) in moves {
            distribution = step(&distribution, &Edit::Set(drawn, value));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::with_cases(4) })]

    #[test]
    fn ten_thousand_edits_stay_on_the_simplex(
        edits in prop::collection::vec(edit(), 10_000..=10_000),
    ) {
        let mut distribution = start();
        for edit in &edits {
            distribution = step(&distribution, edit);
        }
        check_that_it_comes_back(&distribution);
    }
}
