//! Documents to begin with: the course's items, and one for each idea behind them.

mod ideas;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::{Change, Document, Edit, ModelId, Scope, WORKSHOP};
use crate::core::{
    math::Distribution,
    messages::{Language, PresetMessages, PresetsMessages},
    objective::Place,
    predict::Source,
    text::{Corruption, Position, Recipe},
};

/// A document to begin with, and what it is there for.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Its name in links and files: it stays as it is for ever.
    pub name: &'static str,
    words: fn(&'static PresetsMessages) -> &'static PresetMessages,
    text: &'static str,
    /// The seed of a draw by BERT's recipe over the whole text; `None` where nothing is drawn.
    draw: Option<u64>,
    /// What becomes of each selected position in x̄.
    selected: &'static [(Spot, Way)],
    /// The models; the first is there in any case, whatever its name.
    models: &'static [Given],
}

impl PartialEq for Preset {
    /// No two have the same name.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// A sentence, counted from 0, and a position in it, from 1.
type Spot = (usize, u32);

/// A model in a constant.
#[derive(Clone, Copy, Debug)]
struct Given {
    name: &'static str,
    source: Source,
    /// What is set by hand: at a position, what the model gives some words.
    predictions: &'static [(Spot, &'static [(&'static str, f64)])],
}

impl Given {
    const fn by_hand(
        name: &'static str,
        predictions: &'static [(Spot, &'static [(&'static str, f64)])],
    ) -> Self {
        Self { name, source: Source::ByHand, predictions }
    }

    const fn from(name: &'static str, source: Source) -> Self {
        Self { name, source, predictions: &[] }
    }
}

/// A corruption in a constant.
#[derive(Clone, Copy, Debug)]
enum Way {
    Mask,
    Random(&'static str),
    Kept,
}

const FOX: Preset = Preset {
    name: "fox",
    words: |presets| presets.fox,
    text: "The quick brown fox.",
    draw: None,
    selected: &[((0, 3), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[((0, 3), &[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)])],
    )],
};

const JUMPS: Preset = Preset {
    name: "jumps",
    words: |presets| presets.jumps,
    text: "The fox jumps over the dog",
    draw: None,
    selected: &[((0, 3), Way::Mask)],
    models: &[
        Given::by_hand("A", &[((0, 3), &[("jumps", 0.5), ("runs", 0.4), ("sleeps", 0.1)])]),
        Given::by_hand("B", &[((0, 3), &[("jumps", 0.6), ("leaps", 0.2), ("runs", 0.2)])]),
        Given::by_hand("C", &[((0, 3), &[("jumps", 0.2), ("leaps", 0.8)])]),
    ],
};

const BIRD: Preset = Preset {
    name: "bird",
    words: |presets| presets.bird,
    text: "The early bird catches the worm",
    draw: None,
    selected: &[((0, 2), Way::Mask), ((0, 6), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[((0, 2), &[("early", 0.5), ("late", 0.5)]), ((0, 6), &[("worm", 0.2), ("train", 0.8)])],
    )],
};

const FRUIT: Preset = Preset {
    name: "fruit",
    words: |presets| presets.fruit,
    text: "An apple and a banana.",
    draw: None,
    selected: &[((0, 2), Way::Mask), ((0, 5), Way::Mask)],
    models: &[Given::by_hand(
        "my model",
        &[((0, 2), &[("apple", 0.5), ("pear", 0.5)]), ((0, 5), &[("banana", 0.2), ("plum", 0.8)])],
    )],
};

const RIVER: Preset = Preset {
    name: "river",
    words: |presets| presets.river,
    text: "They live by the river.",
    draw: None,
    selected: &[((0, 5), Way::Mask)],
    models: &[
        Given::by_hand("expects it", &[((0, 5), &[("river", 0.3), ("sea", 0.6), ("bank", 0.1)])]),
        Given::by_hand(
            "hardly expects it",
            &[((0, 5), &[("river", 0.01), ("sea", 0.59), ("bank", 0.4)])],
        ),
    ],
};

const CORRUPTION: Preset = Preset {
    name: "corruption",
    words: |presets| presets.corruption,
    text: "The quick brown fox jumps over the lazy dog.",
    draw: None,
    selected: &[((0, 3), Way::Mask), ((0, 5), Way::Random("paints")), ((0, 8), Way::Kept)],
    models: &[Given::by_hand(
        "my model",
        &[
            ((0, 3), &[("brown", 0.7), ("red", 0.2), ("little", 0.1)]),
            ((0, 5), &[("jumps", 0.4), ("paints", 0.4), ("climbs", 0.2)]),
            ((0, 8), &[("lazy", 0.9), ("sleepy", 0.1)]),
        ],
    )],
};

impl Preset {
    /// The one that a page begins with.
    pub const FIRST: Self = FOX;

    /// All of them: first those of the course, in the order in which the course has them.
    pub const ALL: [Self; 20] = [
        FOX,
        JUMPS,
        BIRD,
        FRUIT,
        RIVER,
        CORRUPTION,
        ideas::PERPLEXITY,
        ideas::PRODUCT,
        ideas::CERTAIN,
        ideas::RARE,
        ideas::IMPOSSIBLE,
        ideas::NOTHING,
        ideas::ALIKE,
        ideas::PHRASE,
        ideas::MEANS,
        ideas::RIVALS,
        ideas::UNTRAINED,
        ideas::NEIGHBOURS,
        ideas::PARAGRAPH,
        ideas::LESSONS,
    ];

    /// The one with a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|preset| preset.name == name)
    }

    /// The preset that a document is, as it was opened, if it is one.
    pub fn of(document: &Document) -> Option<&'static Self> {
        let text = document.text();
        Self::ALL.iter().find(|preset| preset.text == text && preset.document() == *document)
    }

    /// What it is about, in a language.
    pub fn title(&self, language: Language) -> &'static str {
        (self.words)(language.messages().presets).title
    }

    /// What to do with it, in one line.
    pub fn task(&self, language: Language) -> &'static str {
        (self.words)(language.messages().presets).task
    }

    /// The document. It is made by edits, as a person would make it; what cannot be is left out, and
    /// found by the tests.
    pub fn document(&self) -> Document {
        // The page's first load has no edit for a text, and its only one is a sentence.
        let mut document =
            if WORKSHOP { Document::default() } else { Document::of_sentence(self.text) };
        let mut edit = |edit: &Edit| {
            if let Ok(changed) = document.apply(edit) {
                document = changed;
            }
        };
        if WORKSHOP {
            edit(&Edit::SetText(self.text.into()));
        }
        if let Some(seed) = self.draw.filter(|_| WORKSHOP) {
            edit(&Edit::Draw { scope: Scope::Dataset, recipe: Recipe::BERT, seed, epoch: 0 });
        }
        for &(spot, way) in self.selected {
            if let Some(place) = place(spot) {
                edit(&match way {
                    Way::Mask => Edit::ToggleMask(place),
                    _ => Edit::Select { place, corruption: way.corruption() },
                });
            }
        }
        for (index, given) in self.models.iter().enumerate() {
            let (model, name, source) = (ModelId(index), given.name.into(), given.source);
            if !WORKSHOP {
                // The first one is there.
            } else if index == 0 {
                edit(&Edit::RenameModel { model, name });
                edit(&Edit::SetSource { model, source });
            } else {
                edit(&Edit::AddModel { name, source });
            }
            for &(spot, words) in given.predictions {
                let rows = words.iter().map(|&(word, p)| (Rc::from(word), p));
                if let (Some(place), Ok(rows)) = (place(spot), Distribution::new(rows)) {
                    let change = Change::Replace(Rc::new(rows));
                    edit(&Edit::Predict { model, place, change });
                }
            }
        }
        document
    }
}

impl Way {
    fn corruption(self) -> Corruption {
        match self {
            Self::Mask => Corruption::Mask,
            Self::Random(word) => Corruption::Random(word.into()),
            Self::Kept => Corruption::Kept,
        }
    }
}

fn place((sentence, position): Spot) -> Option<Place> {
    Some(Place { sentence, position: Position::new(position)? })
}

impl Document {
    /// The course's item: "The quick brown fox." with *brown* masked, and a model that gives
    /// brown 0.7, red 0.2 and lazy 0.1.
    pub fn course_item() -> Self {
        FOX.document()
    }
}
