//! The settings of a query, once.

use super::{Answers, Locked, Panel, Part, Plots, Setup, Theme, Total, Views};
use crate::core::{
    document::Preset,
    lecture::Topic,
    math::{Scale, Unit},
    messages::Language,
    objective::Reduction,
};

/// A setting of a query.
#[derive(Debug)]
pub struct Setting {
    /// Its name in front of the `=`.
    pub name: &'static str,
    /// What stands behind it.
    pub values: Values,
    /// What it is without it.
    pub otherwise: &'static str,
    /// What it sets.
    pub meaning: &'static str,
    /// Sets a value, if it is one of the values.
    pub(super) set: fn(&mut Setup, &str) -> bool,
    /// The value that is set, if one is.
    pub(super) get: fn(&Setup) -> Option<String>,
}

/// What stands behind the name of a setting.
#[derive(Clone, Copy, Debug)]
pub enum Values {
    /// One of these words.
    One(fn() -> Vec<&'static str>),
    /// Some of these words, with commas between them.
    Some(fn() -> Vec<&'static str>),
}

fn one<T: Copy>(all: &[T], name: fn(T) -> &'static str, value: &str) -> Option<T> {
    all.iter().copied().find(|one| name(*one) == value)
}

/// Sets one of several values.
fn put<T>(to: &mut Option<T>, value: Option<T>) -> bool {
    let is_one = value.is_some();
    if is_one {
        *to = value;
    }
    is_one
}

/// Sets a list, if all of it can be read.
fn put_all<T: Copy>(to: &mut Vec<T>, all: &[T], name: fn(T) -> &'static str, value: &str) -> bool {
    let words = value.split(',').map(str::trim).filter(|word| !word.is_empty());
    let list: Option<Vec<T>> = words.map(|word| one(all, name, word)).collect();
    let is_list = list.is_some();
    *to = list.unwrap_or_default();
    is_list
}

/// One of two words.
fn flag(to: &mut bool, words: [&str; 2], value: &str) -> bool {
    *to = value == words[1];
    words.contains(&value)
}

/// The word for a value, if there is one.
fn word<T: Copy>(value: Option<T>, name: fn(T) -> &'static str) -> Option<String> {
    value.map(|value| name(value).to_owned())
}

/// The words of a list, if there are any.
fn words<T: Copy>(list: &[T], name: fn(T) -> &'static str) -> Option<String> {
    (!list.is_empty()).then(|| names(list, name).join(","))
}

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| name(*one)).collect()
}

/// All of them, in the order of the documentation.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "embed",
        values: Values::One(|| vec!["0", "1"]),
        otherwise: "0",
        meaning: "1: the page is a part of another one. It has no header, is as high as its content, tells \
            its height to the page around it, and keeps nothing in the browser.",
        set: |setup, value| flag(&mut setup.embed, ["0", "1"], value),
        get: |setup| setup.embed.then(|| "1".to_owned()),
    },
    Setting {
        name: "preset",
        values: Values::One(|| Preset::ALL.iter().map(|preset| preset.name).collect()),
        otherwise: "fox",
        meaning: "The example that is opened, unless the fragment says something else.",
        set: |setup, value| put(&mut setup.preset, Preset::named(value)),
        get: |setup| setup.preset.map(|preset| preset.name.to_owned()),
    },
    Setting {
        name: "hide",
        values: Values::Some(|| names(Part::ALL, Part::name)),
        otherwise: "nothing",
        meaning: "Parts of the page that are not shown.",
        set: |setup, value| put_all(&mut setup.hidden, Part::ALL, Part::name, value),
        get: |setup| words(&setup.hidden, Part::name),
    },
    Setting {
        name: "lock",
        values: Values::Some(|| names(Locked::ALL, Locked::name)),
        otherwise: "nothing",
        meaning: "What may be looked at but not changed: the sentences; which positions are selected, and \
            what becomes of them; what is predicted; the models; training steps.",
        set: |setup, value| put_all(&mut setup.locked, Locked::ALL, Locked::name, value),
        get: |setup| words(&setup.locked, Locked::name),
    },
    Setting {
        name: "view",
        values: Values::One(|| names(Views::ALL, Views::name)),
        otherwise: "workspace",
        meaning: "All at once, or a lecture on the same work: one thing after the other, in large type.",
        set: |setup, value| put(&mut setup.view, one(Views::ALL, Views::name, value)),
        get: |setup| word(setup.view, Views::name),
    },
    Setting {
        name: "step",
        values: Values::One(|| names(Topic::ALL, Topic::name)),
        otherwise: "sentence",
        meaning: "The step with which a lecture begins, or the next one that there is.",
        set: |setup, value| put(&mut setup.step, one(Topic::ALL, Topic::name, value)),
        get: |setup| word(setup.step, Topic::name),
    },
    Setting {
        name: "answers",
        values: Values::One(|| names(Answers::ALL, Answers::name)),
        otherwise: "shown; in a lecture, asked",
        meaning: "Whether the page shows at once what it computes, or only when it is asked to: a person works \
            it out first.",
        set: |setup, value| put(&mut setup.answers, one(Answers::ALL, Answers::name, value)),
        get: |setup| word(setup.answers, Answers::name),
    },
    Setting {
        name: "theme",
        values: Values::One(|| names(Theme::ALL, Theme::name)),
        otherwise: "what the person has chosen, or the system",
        meaning: "Light or dark.",
        set: |setup, value| put(&mut setup.theme, one(Theme::ALL, Theme::name, value)),
        get: |setup| word(setup.theme, Theme::name),
    },
    Setting {
        name: "lang",
        values: Values::One(|| names(Language::ALL, Language::code)),
        otherwise: "what the person has chosen, or en",
        meaning: "The language of the page.",
        set: |setup, value| put(&mut setup.language, Language::with_code(value)),
        get: |setup| word(setup.language, Language::code),
    },
    Setting {
        name: "unit",
        values: Values::One(|| names(&Unit::ALL, Unit::name)),
        otherwise: "nats",
        meaning: "The unit of logarithms: base e, 2 or 10.",
        set: |setup, value| put(&mut setup.unit, one(&Unit::ALL, Unit::name, value)),
        get: |setup| word(setup.unit, Unit::name),
    },
    Setting {
        name: "reduction",
        values: Values::One(|| names(&Reduction::ALL, Reduction::name)),
        otherwise: "mean",
        meaning: "How the losses become one: their sum, their mean over all selected positions, the mean \
            over the sentences of their sums, or of their means.",
        set: |setup, value| put(&mut setup.reduction, one(&Reduction::ALL, Reduction::name, value)),
        get: |setup| word(setup.reduction, Reduction::name),
    },
    Setting {
        name: "scale",
        values: Values::One(|| names(&Scale::ALL, Scale::name)),
        otherwise: "linear",
        meaning: "What the sliders set: probabilities, in even steps or by their logarithm, or logits.",
        set: |setup, value| put(&mut setup.scale, one(&Scale::ALL, Scale::name, value)),
        get: |setup| word(setup.scale, Scale::name),
    },
    Setting {
        name: "total",
        values: Values::One(|| names(Total::ALL, Total::name)),
        otherwise: "objective",
        meaning: "The number whose definition is written out.",
        set: |setup, value| put(&mut setup.total, one(Total::ALL, Total::name, value)),
        get: |setup| word(setup.total, Total::name),
    },
    Setting {
        name: "plot",
        values: Values::One(|| names(Plots::ALL, Plots::name)),
        otherwise: "curve",
        meaning: "The plot: −log p with a point for each term, one prediction beside its target, the terms \
            as bars, or the loss over the last steps.",
        set: |setup, value| put(&mut setup.plot, one(Plots::ALL, Plots::name, value)),
        get: |setup| word(setup.plot, Plots::name),
    },
    Setting {
        name: "panel",
        values: Values::One(|| names(Panel::ALL, Panel::name)),
        otherwise: "training, or compare where an example has several models",
        meaning: "What is below: what the numbers mean for training, or the models side by side.",
        set: |setup, value| put(&mut setup.panel, one(Panel::ALL, Panel::name, value)),
        get: |setup| word(setup.panel, Panel::name),
    },
];
