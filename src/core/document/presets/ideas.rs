//! Documents that show one idea each.

use std::num::NonZeroU32;

use super::{Given, Preset, Way};
use crate::core::predict::Source;

pub(super) const PERPLEXITY: Preset = Preset {
    name: "perplexity",
    words: |presets| presets.perplexity,
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
    words: |presets| presets.product,
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
    words: |presets| presets.certain,
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
    words: |presets| presets.rare,
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
    words: |presets| presets.impossible,
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
    words: |presets| presets.nothing,
    text: "Here the model has nothing to predict.",
    draw: None,
    selected: &[],
    models: &[Given::by_hand("my model", &[])],
};

pub(super) const ALIKE: Preset = Preset {
    name: "alike",
    words: |presets| presets.alike,
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
    words: |presets| presets.phrase,
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
    words: |presets| presets.means,
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
    words: |presets| presets.rivals,
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
    words: |presets| presets.untrained,
    text: "The moon shines over the sea.",
    draw: None,
    selected: &[((0, 2), Way::Mask), ((0, 3), Way::Mask), ((0, 6), Way::Mask)],
    models: &[Given::from("untrained", Source::Uniform { vocabulary: NonZeroU32::new(30_522) })],
};

pub(super) const NEIGHBOURS: Preset = Preset {
    name: "neighbours",
    words: |presets| presets.neighbours,
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
    words: |presets| presets.paragraph,
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
    words: |presets| presets.lessons,
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
