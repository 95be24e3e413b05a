//! Whether draws are as frequent as the recipe says, by the exact binomial distribution. The seeds
//! are fixed, so a test that passes once passes always.

use std::{collections::BTreeMap, rc::Rc};

use super::{Draw, Recipe, Sampler};
use crate::core::text::{Corruption, Position, Sentence};

const EPOCHS: u64 = 4000;

/// The chance that a draw would be as far off as this one, from both sides, below which it is taken
/// for wrong. It is that of 5 standard deviations.
const CHANCE: f64 = 5.7e-7;

/// The probability of a count in so many trials, by the binomial distribution.
fn probability(count: u64, trials: u64, p: f64) -> f64 {
    let ln_factorial = |n: u64| libm::lgamma(n as f64 + 1.0);
    let ways = ln_factorial(trials) - ln_factorial(count) - ln_factorial(trials - count);
    libm::exp(ways + count as f64 * libm::log(p) + (trials - count) as f64 * libm::log1p(-p))
}

/// The probability of a count at least as far off its expectation, to its own side.
fn tail(count: u64, trials: u64, p: f64) -> f64 {
    let far = |count| probability(count, trials, p);
    // Further out than the terms that still count, they only get smaller.
    let counts = |term: &f64| *term > 1e-20;
    if (count as f64) < trials as f64 * p {
        (0..=count).rev().map(far).take_while(counts).sum()
    } else {
        (count..=trials).map(far).take_while(counts).sum()
    }
}

fn is_binomial(count: u64, trials: u64, p: f64) -> bool {
    2.0 * tail(count, trials, p) > CHANCE
}

#[track_caller]
fn assert_binomial(what: &str, count: u64, trials: u64, p: f64) {
    let expected = trials as f64 * p;
    assert!(is_binomial(count, trials, p), "{what}: {count} of {trials}, not about {expected}");
}

fn vocabulary() -> Vec<Rc<str>> {
    ["red", "lazy", "cat", "dog", "ran"].map(Rc::from).into()
}

/// Twenty tokens.
fn sentence() -> Sentence {
    Sentence::new(&"The quick brown fox. ".repeat(4)).unwrap()
}

fn draws(recipe: Recipe) -> Vec<Vec<(Position, Corruption)>> {
    let sampler = Sampler::new(recipe, 271_828);
    (0..EPOCHS).map(|epoch| sampler.draw(epoch, 0, &sentence(), &vocabulary())).collect()
}

fn len(drawn: &[Vec<(Position, Corruption)>]) -> u64 {
    drawn.iter().map(|drawn| drawn.len() as u64).sum()
}

#[test]
fn the_bounds_are_those_of_the_binomial() {
    assert!((tail(8, 10, 0.5) - 56.0 / 1024.0).abs() < 1e-12);
    assert!((tail(2, 10, 0.5) - 56.0 / 1024.0).abs() < 1e-12);
    // What the recipe of a neighbour would give is found out.
    let trials = 20 * EPOCHS;
    assert!(is_binomial(trials * 15 / 100, trials, 0.15));
    assert!(!is_binomial(trials * 16 / 100, trials, 0.15));
    assert!(!is_binomial(trials * 14 / 100, trials, 0.15));
}

#[test]
fn token_by_token_each_is_selected_with_the_rate() {
    for (rate, mask, random) in [(0.15, 0.8, 0.1), (0.4, 0.5, 0.5), (0.85, 0.1, 0.2)] {
        let drawn = draws(Recipe::new(rate, mask, random).unwrap());
        assert_binomial("selected", len(&drawn), 20 * EPOCHS, rate);
        for (position, _) in sentence().positions() {
            let selected = drawn.iter().flatten().filter(|(at, _)| *at == position).count() as u64;
            assert_binomial(&format!("selected at {position}"), selected, EPOCHS, rate);
        }
    }
}

#[test]
fn token_by_token_the_number_of_selected_ones_is_binomial_too() {
    let rate = 0.15;
    let drawn = draws(Recipe::new(rate, 0.8, 0.1).unwrap());
    for count in 0..=6 {
        let seen = drawn.iter().filter(|drawn| drawn.len() == count).count() as u64;
        let p = probability(count as u64, 20, rate);
        assert_binomial(&format!("draws of {count}"), seen, EPOCHS, p);
    }
}

#[test]
fn a_fixed_count_is_always_the_same_and_falls_everywhere_alike() {
    let drawn = draws(Recipe::BERT);
    assert!(drawn.iter().all(|drawn| drawn.len() == 3));
    for (position, _) in sentence().positions() {
        let selected = drawn.iter().flatten().filter(|(at, _)| *at == position).count() as u64;
        assert_binomial(&format!("selected at {position}"), selected, EPOCHS, 3.0 / 20.0);
    }
    // Each of the 20 · 19 / 2 pairs at once, too: 3 of the 190 in each draw.
    let mut pairs: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    for drawn in &drawn {
        for (index, (a, _)) in drawn.iter().enumerate() {
            for (b, _) in &drawn[index + 1..] {
                *pairs.entry((a.number(), b.number())).or_default() += 1;
            }
        }
    }
    assert_eq!(pairs.len(), 190);
    for (pair, count) in pairs {
        assert_binomial(&format!("{pair:?}"), count, EPOCHS, 3.0 / 190.0);
    }
}

#[test]
fn corruptions_are_split_as_the_recipe_says() {
    for draw in [Draw::EachToken, Draw::FixedCount] {
        for (mask, random) in [(0.8, 0.1), (0.25, 0.7), (0.5, 0.0)] {
            let drawn = draws(Recipe::new(0.4, mask, random).unwrap().with_draw(draw));
            let selected = len(&drawn);
            let count = |is_one: fn(&Corruption) -> bool| {
                drawn.iter().flatten().filter(|(_, corruption)| is_one(corruption)).count() as u64
            };
            let masks = count(|corruption| *corruption == Corruption::Mask);
            assert_binomial("masks", masks, selected, mask);
            let kept = count(|corruption| *corruption == Corruption::Kept);
            assert_binomial("kept", kept, selected, 1.0 - mask - random);
            let words = count(|corruption| matches!(corruption, Corruption::Random(_)));
            if random > 0.0 {
                assert_binomial("random words", words, selected, random);
            }
            assert_eq!(masks + kept + words, selected);
        }
    }
}

#[test]
fn every_word_of_the_vocabulary_is_as_likely() {
    let drawn = draws(Recipe::new(0.5, 0.0, 1.0).unwrap());
    for word in vocabulary() {
        let corruption = Corruption::Random(word);
        let count = drawn.iter().flatten().filter(|(_, drawn)| *drawn == corruption).count() as u64;
        assert_binomial(&format!("{corruption:?}"), count, len(&drawn), 0.2);
    }
}

#[test]
fn epochs_sentences_and_seeds_draw_independently() {
    let rate = 0.3;
    let recipe = Recipe::new(rate, 0.8, 0.1).unwrap();
    let draw = |(seed, epoch, index)| {
        Sampler::new(recipe, seed).draw(epoch, index, &sentence(), &vocabulary())
    };
    // Seed, epoch and sentence, of which one moves on, or two are exchanged.
    let keys = |n: u64, next: u64| {
        let exchanged = (1, n + next, n + 1 - next);
        [(n + next, 1, 2), (1, n + next, 2), (1, 2, n + next), exchanged]
    };
    for index in 0..4 {
        let mut both = 0;
        for n in 0..EPOCHS {
            let (a, b) = (draw(keys(n, 0)[index]), draw(keys(n, 1)[index]));
            both += a.iter().filter(|(at, _)| b.iter().any(|(other, _)| at == other)).count();
        }
        assert_binomial(&format!("keys {index}"), both as u64, 20 * EPOCHS, rate * rate);
    }
}
