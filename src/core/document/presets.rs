//! Documents to begin with: the course's items.

use std::rc::Rc;

use super::{Change, Document, Edit, ModelId};
use crate::core::{
    math::Distribution,
    messages::{Language, PresetMessages, PresetsMessages},
    objective::Place,
    predict::Source,
    text::{Corruption, Position},
};

/// A document to begin with, and what it is there for.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Its name in links and files: it stays as it is for ever.
    pub name: &'static str,
    words: fn(&'static PresetsMessages) -> &'static PresetMessages,
    text: &'static str,
    /// What becomes of each selected position in x̄.
    selected: &'static [(u32, Way)],
    /// The models; the first is there in any case, whatever its name.
    models: &'static [(&'static str, Predictions)],
}

/// At a position of the only sentence, what a model gives some words.
type Predictions = &'static [(u32, &'static [(&'static str, f64)])];

/// A corruption in a constant.
#[derive(Clone, Copy, Debug)]
enum Way {
    Mask,
    Random(&'static str),
    Kept,
}

const FOX: Preset = Preset {
    name: "fox",
    words: |presets| &presets.fox,
    text: "The quick brown fox.",
    selected: &[(3, Way::Mask)],
    models: &[("my model", &[(3, &[("brown", 0.7), ("red", 0.2), ("lazy", 0.1)])])],
};

const JUMPS: Preset = Preset {
    name: "jumps",
    words: |presets| &presets.jumps,
    text: "The fox jumps over the dog",
    selected: &[(3, Way::Mask)],
    models: &[
        ("A", &[(3, &[("jumps", 0.5), ("runs", 0.4), ("sleeps", 0.1)])]),
        ("B", &[(3, &[("jumps", 0.6), ("leaps", 0.2), ("runs", 0.2)])]),
        ("C", &[(3, &[("jumps", 0.2), ("leaps", 0.8)])]),
    ],
};

const BIRD: Preset = Preset {
    name: "bird",
    words: |presets| &presets.bird,
    text: "The early bird catches the worm",
    selected: &[(2, Way::Mask), (6, Way::Mask)],
    models: &[(
        "my model",
        &[(2, &[("early", 0.5), ("late", 0.5)]), (6, &[("worm", 0.2), ("train", 0.8)])],
    )],
};

const FRUIT: Preset = Preset {
    name: "fruit",
    words: |presets| &presets.fruit,
    text: "An apple and a banana.",
    selected: &[(2, Way::Mask), (5, Way::Mask)],
    models: &[(
        "my model",
        &[(2, &[("apple", 0.5), ("pear", 0.5)]), (5, &[("banana", 0.2), ("plum", 0.8)])],
    )],
};

const RIVER: Preset = Preset {
    name: "river",
    words: |presets| &presets.river,
    text: "They live by the river.",
    selected: &[(5, Way::Mask)],
    models: &[
        ("expects it", &[(5, &[("river", 0.3), ("sea", 0.6), ("bank", 0.1)])]),
        ("hardly expects it", &[(5, &[("river", 0.01), ("sea", 0.59), ("bank", 0.4)])]),
    ],
};

const CORRUPTION: Preset = Preset {
    name: "corruption",
    words: |presets| &presets.corruption,
    text: "The quick brown fox jumps over the lazy dog.",
    selected: &[(3, Way::Mask), (5, Way::Random("paints")), (8, Way::Kept)],
    models: &[(
        "my model",
        &[
            (3, &[("brown", 0.7), ("red", 0.2), ("little", 0.1)]),
            (5, &[("jumps", 0.4), ("paints", 0.4), ("climbs", 0.2)]),
            (8, &[("lazy", 0.9), ("sleepy", 0.1)]),
        ],
    )],
};

impl Preset {
    /// All of them, in the order in which the course has them.
    pub const ALL: [Self; 6] = [FOX, JUMPS, BIRD, FRUIT, RIVER, CORRUPTION];

    /// The one with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name == name)
    }

    /// What it is about, in a language.
    pub fn title(&self, language: Language) -> &'static str {
        (self.words)(&language.messages().presets).title
    }

    /// What to do with it, in one line.
    pub fn task(&self, language: Language) -> &'static str {
        (self.words)(&language.messages().presets).task
    }

    /// The document. It is made by edits, as a person would make it; what cannot be is left out, and
    /// found by the tests.
    pub fn document(&self) -> Document {
        let mut document = Document::default();
        let mut edit = |edit: &Edit| {
            if let Ok(changed) = document.apply(edit) {
                document = changed;
            }
        };
        edit(&Edit::SetText(self.text.into()));
        for &(position, way) in self.selected {
            if let Some(place) = place(position) {
                edit(&Edit::Select { place, corruption: way.corruption() });
            }
        }
        for (index, &(name, predictions)) in self.models.iter().enumerate() {
            let model = ModelId(index);
            if index == 0 {
                edit(&Edit::RenameModel { model, name: name.into() });
            } else {
                edit(&Edit::AddModel { name: name.into(), source: Source::ByHand });
            }
            for &(position, words) in predictions {
                let rows = words.iter().map(|&(word, p)| (Rc::from(word), p));
                if let (Some(place), Ok(rows)) = (place(position), Distribution::new(rows)) {
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

/// A position of the only sentence.
fn place(position: u32) -> Option<Place> {
    Some(Place { sentence: 0, position: Position::new(position)? })
}

impl Document {
    /// The course's item: "The quick brown fox." with *brown* masked, and a model that gives
    /// brown 0.7, red 0.2 and lazy 0.1.
    pub fn course_item() -> Self {
        FOX.document()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::document::Evaluation;

    /// What each model gives each target, model by model.
    fn given(preset: Preset) -> Vec<Vec<f64>> {
        let document = preset.document();
        let evaluation = Evaluation::of(&document);
        let models = (0..document.models().len()).map(ModelId);
        models
            .map(|model| {
                let report = evaluation.report(model).unwrap();
                report.terms().map(|(_, term)| term.probability.value()).collect()
            })
            .collect()
    }

    fn losses(name: &str) -> Vec<f64> {
        let evaluation = Evaluation::of(&Preset::named(name).unwrap().document());
        let models = (0..evaluation.document().models().len()).map(ModelId);
        models.map(|model| evaluation.report(model).unwrap().loss()).collect()
    }

    #[test]
    fn all_of_a_preset_is_in_its_document() {
        for preset in Preset::ALL {
            let document = preset.document();
            assert_eq!(document.text(), preset.text);
            let names: Vec<&str> = document.models().iter().map(|model| &**model.name()).collect();
            assert!(names.iter().eq(preset.models.iter().map(|(name, _)| name)), "{names:?}");
            let positions: Vec<u32> =
                document.report().terms().map(|(place, _)| place.position.number()).collect();
            assert!(positions.iter().eq(preset.selected.iter().map(|(position, _)| position)));
            for (index, (_, predictions)) in preset.models.iter().enumerate() {
                for &(position, words) in *predictions {
                    let place = place(position).unwrap();
                    let example = &document.examples().get(0).unwrap();
                    let selected = example.at(place.position).unwrap();
                    let rows = selected.by_hand(ModelId(index)).unwrap();
                    let rows: Vec<_> = rows
                        .candidates()
                        .iter()
                        .map(|c| (&**c.word().unwrap(), c.probability.value()))
                        .collect();
                    assert_eq!(rows, words);
                }
            }
        }
    }

    #[test]
    fn a_preset_says_in_each_language_what_it_is_about() {
        assert_eq!(FOX.title(Language::English), "One masked word");
        assert!(RIVER.task(Language::German).contains("„river“"));
        for &language in Language::ALL {
            let mut titles: Vec<&str> =
                Preset::ALL.iter().map(|preset| preset.title(language)).collect();
            titles.sort_unstable();
            titles.dedup();
            assert_eq!(titles.len(), Preset::ALL.len());
        }
    }

    #[test]
    fn each_preset_has_a_name_of_its_own() {
        for preset in Preset::ALL {
            assert_eq!(Preset::named(preset.name).unwrap().text, preset.text);
        }
        assert!(Preset::named("none").is_none());
    }

    #[test]
    fn the_course_item_is_as_the_course_has_it() {
        let document = Document::course_item();
        assert_eq!(document.text(), "The quick brown fox.");
        let inputs: Vec<String> = document.examples().iter().map(|e| e.corrupted()).collect();
        assert_eq!(inputs, ["The quick [MASK] fox."]);
        let report = document.report();
        let terms: Vec<_> =
            report.terms().map(|(_, term)| (&*term.target, term.log_prob)).collect();
        assert_eq!(terms.len(), 1);
        assert!(
            terms.iter().all(|(target, term)| *target == "brown" && term.nats() == libm::log(0.7))
        );
    }

    #[test]
    fn apple_and_banana_cost_what_the_course_says() {
        let losses = losses("fruit");
        assert!((losses[0] - 2.303).abs() < 5e-4 && (losses[0] / 2.0 - 1.151).abs() < 5e-4);
    }

    #[test]
    fn the_river_costs_what_the_course_says() {
        let losses = losses("river");
        assert!((losses[0] - 1.204).abs() < 5e-4 && (losses[1] - 4.605).abs() < 5e-4);
    }

    #[test]
    fn replaced_and_kept_tokens_are_read_and_count() {
        let document = CORRUPTION.document();
        let read = document.examples().get(0).unwrap().corrupted();
        assert_eq!(read, "The quick [MASK] fox paints over the lazy dog.");
        assert_eq!(given(CORRUPTION), [[0.7, 0.4, 0.9]]);
    }
}
