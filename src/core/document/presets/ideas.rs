//! Documents that show one idea each.

use std::num::NonZeroU32;

use super::{Given, Preset, Way};
use crate::core::predict::Source;

pub(super) const PERPLEXITY: Preset = Preset {
    name: "perplexity",
    title: "As if among four words",
    task: "Every target has 1/4. What is the perplexity, and why is it a whole number here?",
    text: "Red apples taste sweet.",
    draw: None,
    selected: &[((0, 1), Way::Mask), ((0, 2), Way::Mask), ((0, 4), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[
            ((0, 1), &[("Red", 0.25), ("Green", 0.25), ("Ripe", 0.25), ("Small", 0.25)]),
            ((0, 2), &[("apples", 0.25), ("plums", 0.25), ("pears", 0.25), ("grapes", 0.25)]),
            ((0, 4), &[("sweet", 0.25), ("sour", 0.25), ("good", 0.25), ("fresh", 0.25)]),
        ],
    )],
};

pub(super) const PRODUCT: Preset = Preset {
    name: "product",
    title: "A sum of logarithms",
    task: "Multiply the three probabilities: how does the inner sum follow from the product?",
    text: "Birds sing before dawn.",
    draw: None,
    selected: &[((0, 2), Way::Mask), ((0, 3), Way::Mask), ((0, 4), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[
            ((0, 2), &[("sing", 0.5), ("sleep", 0.3), ("eat", 0.2)]),
            ((0, 3), &[("before", 0.4), ("after", 0.4), ("at", 0.2)]),
            ((0, 4), &[("dawn", 0.5), ("noon", 0.25), ("night", 0.25)]),
        ],
    )],
};

pub(super) const CERTAIN: Preset = Preset {
    name: "certain",
    title: "A certain target",
    task: "What does a target with probability 1 add to the objective?",
    text: "Two and two make four.",
    draw: None,
    selected: &[((0, 4), Way::Mask), ((0, 5), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[((0, 4), &[("make", 0.5), ("are", 0.5)]), ((0, 5), &[("four", 1.0), ("five", 0.0)])],
    )],
};

pub(super) const RARE: Preset = Preset {
    name: "rare",
    title: "A very improbable target",
    task: "The target has 0.0003. What does it cost, and what if it had a tenth of that?",
    text: "The tired cat slept on the keyboard.",
    draw: None,
    selected: &[((0, 7), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[((0, 7), &[("keyboard", 0.0003), ("sofa", 0.5997), ("mat", 0.4)])],
    )],
};

pub(super) const IMPOSSIBLE: Preset = Preset {
    name: "impossible",
    title: "An impossible target",
    task: "The model rules the target out. What becomes of the sums, and of the other term?",
    text: "The stone floats on water.",
    draw: None,
    selected: &[((0, 3), Way::Mask), ((0, 5), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[
            ((0, 3), &[("floats", 0.0), ("sinks", 0.75), ("lies", 0.25)]),
            ((0, 5), &[("water", 0.5), ("sand", 0.5)]),
        ],
    )],
};

pub(super) const NOTHING: Preset = Preset {
    name: "nothing",
    title: "Nothing selected",
    task: "A(x) is empty: what are the sums, and why are the means not defined?",
    text: "Here the model has nothing to predict.",
    draw: None,
    selected: &[],
    models: &[Given::by_hand("my model", &[])],
};

pub(super) const ALIKE: Preset = Preset {
    name: "alike",
    title: "Every selected position counts alike",
    task: "One word is masked, one replaced, one kept, each target has 1/2: compare the three terms.",
    text: "A small boat crossed the wide lake.",
    draw: None,
    selected: &[((0, 3), Way::Mask), ((0, 4), Way::Random("sang")), ((0, 6), Way::Kept)],
    models: &[Given::by_hand(
        "my model",
        &[
            ((0, 3), &[("boat", 0.5), ("ship", 0.5)]),
            ((0, 4), &[("crossed", 0.5), ("sang", 0.5)]),
            ((0, 6), &[("wide", 0.5), ("calm", 0.5)]),
        ],
    )],
};

pub(super) const PHRASE: Preset = Preset {
    name: "phrase",
    title: "Two masks of one phrase",
    task: "Does the second mask know what is predicted for the first? Move one and watch the other.",
    text: "He flew to New York City.",
    draw: None,
    selected: &[((0, 5), Way::Mask), ((0, 6), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[((0, 5), &[("York", 0.5), ("Delhi", 0.5)]), ((0, 6), &[("City", 0.5), ("itself", 0.5)])],
    )],
};

pub(super) const MEANS: Preset = Preset {
    name: "means",
    title: "Two ways to take a mean",
    task: "The sentences have three masks and one: why is the mean of their means not the mean?",
    text: "The cold wind blew all night. It snowed.",
    draw: None,
    selected: &[((0, 2), Way::Mask), ((0, 3), Way::Mask), ((0, 6), Way::Mask), ((1, 2), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[
            ((0, 2), &[("cold", 0.5), ("warm", 0.5)]),
            ((0, 3), &[("wind", 0.5), ("rain", 0.5)]),
            ((0, 6), &[("night", 0.5), ("day", 0.5)]),
            ((1, 2), &[("snowed", 0.0625), ("rained", 0.9375)]),
        ],
    )],
};

pub(super) const RIVALS: Preset = Preset {
    name: "rivals",
    title: "The same loss, another gradient",
    task: "Both models lose the same. What does a training step change in each of them?",
    text: "She poured the tea.",
    draw: None,
    selected: &[((0, 4), Way::Mask)],
    models: &[
        Given::by_hand("one rival", &[((0, 4), &[("tea", 0.5), ("milk", 0.5)])]),
        Given::by_hand(
            "five rivals",
            &[(
                (0, 4),
                &[
                    ("tea", 0.5),
                    ("milk", 0.1),
                    ("coffee", 0.1),
                    ("water", 0.1),
                    ("juice", 0.1),
                    ("soup", 0.1),
                ],
            )],
        ),
    ],
};

pub(super) const UNTRAINED: Preset = Preset {
    name: "untrained",
    title: "Before any training",
    task: "Each of BERT’s 30,522 tokens is as probable as the others: what are loss and perplexity?",
    text: "The moon shines over the sea.",
    draw: None,
    selected: &[((0, 2), Way::Mask), ((0, 3), Way::Mask), ((0, 6), Way::Mask)],
    models: &[Given::from("untrained", Source::Uniform { vocabulary: NonZeroU32::new(30_522) })],
};

pub(super) const NEIGHBOURS: Preset = Preset {
    name: "neighbours",
    title: "With its neighbours and without",
    task: "Two models have counted the other sentences: which one knows the masked word, and why?",
    text: "The cat sat on the mat. The dog sat on the rug. The bird sat on the fence. \
        A hen sat on the roof.",
    draw: None,
    selected: &[((0, 4), Way::Mask)],
    models: &[
        Given::from("neighbours", Source::NEIGHBOURS),
        Given::from("unigram", Source::UNIGRAM),
    ],
};

pub(super) const PARAGRAPH: Preset = Preset {
    name: "paragraph",
    title: "A paragraph, drawn as BERT draws",
    task: "Some 15 % of the tokens are drawn. Which of them cost most, and what have they in common?",
    text: "The harbour wakes before the town does. Two men in yellow coats carry nets to the quay, \
        and a third one counts the baskets. The first boat leaves while the lamps are still lit. \
        Behind it the water is black, then grey, and then, all at once, blue. On the wall sits a \
        cat that belongs to nobody. It knows every boat by the sound of its engine. When the men \
        come back at noon, the cat is the first to see them. They throw it a small fish, as they \
        do every day. In the evening the nets hang between the houses like grey curtains. Then the \
        town sleeps, and the harbour listens to the sea.",
    draw: Some(7),
    selected: &[],
    models: &[Given::from("unigram", Source::UNIGRAM)],
};

pub(super) const LESSONS: Preset = Preset {
    name: "lessons",
    title: "Ten sentences to train on",
    task: "Train until it stops: how do the loss and the perplexity go down, and how far?",
    text: "The baker opens her shop at six. Fresh bread lies in the window. A boy buys two rolls. \
        His dog waits in the street. The postman brings three letters. One of them has no stamp. \
        Rain begins to fall at noon. People run under the old bridge. The river rises until \
        evening. At night the stars come out again.",
    draw: None,
    selected: &[
        ((0, 2), Way::Mask),
        ((1, 2), Way::Mask),
        ((2, 5), Way::Mask),
        ((3, 2), Way::Mask),
        ((4, 5), Way::Mask),
        ((5, 6), Way::Mask),
        ((6, 1), Way::Mask),
        ((7, 6), Way::Mask),
        ((8, 2), Way::Mask),
        ((9, 4), Way::Mask),
    ],
    models: &[Given::by_hand("my model", &[])],
};
