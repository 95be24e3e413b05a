//! Why an edit is refused.

use std::{fmt, rc::Rc};

use crate::core::{
    document::{ModelId, WORKSHOP},
    math::{ChangeError, notation},
    messages::{Language, fill},
    objective::Place,
    predict::SourceError,
    text::TextError,
};

/// Why an edit is refused. The document is then as it was.
#[derive(Clone, Debug, PartialEq)]
pub enum EditError {
    /// The text is too large.
    Text(TextError),
    /// There is no sentence with this index.
    NoSentence(usize),
    /// There is no token at this place.
    NoToken(Place),
    /// The token at this place is not selected, so nothing is predicted there.
    NotSelected(Place),
    /// \[MASK\] is typed here: the position is selected as long as it is there.
    TypedMask(Place),
    /// The token at this place is its own target.
    NotATypedMask(Place),
    /// This word is the target, and a prediction would not say what it gives it: the word is not
    /// listed, and all other words together have something.
    UnknownTarget(Rc<str>),
    /// There is no word in what was given.
    NoWord,
    /// The random word is \[MASK\]: that would be a mask.
    RandomMask,
    /// A given word has too many characters.
    LongWord {
        /// The most that are taken.
        limit: usize,
    },
    /// There is no such model.
    NoModel(ModelId),
    /// A document has at least one model.
    LastModel,
    /// There are as many models as there can be.
    TooManyModels {
        /// The most that are taken.
        limit: usize,
    },
    /// A name of a model is empty or too long.
    ModelName {
        /// The most characters that are taken.
        limit: usize,
    },
    /// Another model has this name.
    NameTaken(Rc<str>),
    /// A number of a source is out of its range.
    Source(SourceError),
    /// The prediction cannot change so.
    Prediction(ChangeError),
    /// A learning rate that is no number above 0, or too large a one.
    Rate {
        /// The rate.
        rate: f64,
        /// The largest that is taken.
        limit: f64,
    },
    /// More steps than are taken at once.
    TooManySteps {
        /// The steps.
        steps: u32,
        /// The most that are taken.
        limit: u32,
    },
    /// This part of the core was left out when it was built (without the feature `workshop`).
    NotHere,
}

impl fmt::Display for EditError {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl EditError {
    /// The reason in a language, as a sentence.
    pub fn say(&self, language: Language) -> String {
        let phrases = &language.messages().edits;
        match self {
            Self::Text(error) => error.say(language),
            Self::NoSentence(index) => {
                fill(phrases.no_sentence, &[("sentence", &(index + 1).to_string())])
            }
            Self::NoToken(place) => at(phrases.no_token, *place),
            Self::NotSelected(place) => at(phrases.not_selected, *place),
            Self::TypedMask(place) => at(phrases.typed_mask, *place),
            Self::NoModel(model) => fill(phrases.no_model, &[("model", &model.to_string())]),
            Self::Prediction(error) => {
                fill(phrases.nothing_changed, &[("reason", &error.say(language))])
            }
            further if WORKSHOP => further.say_further(language),
            _ => phrases.not_here.to_owned(),
        }
    }

    /// Why an edit is refused that the page's first load does not offer.
    fn say_further(&self, language: Language) -> String {
        let phrases = &language.messages().edits;
        let up_to = |phrase, limit: usize| fill(phrase, &[("limit", &limit.to_string())]);
        match self {
            Self::NotATypedMask(place) => at(phrases.not_a_typed_mask, *place),
            Self::UnknownTarget(target) => fill(phrases.unknown_target, &[("target", target)]),
            Self::NoWord => phrases.no_word.to_owned(),
            Self::RandomMask => phrases.random_mask.to_owned(),
            Self::LongWord { limit } => up_to(phrases.long_word, *limit),
            Self::LastModel => phrases.last_model.to_owned(),
            Self::TooManyModels { limit } => up_to(phrases.too_many_models, *limit),
            Self::ModelName { limit } => up_to(phrases.model_name, *limit),
            Self::NameTaken(name) => fill(phrases.name_taken, &[("name", name)]),
            Self::Source(error) => {
                fill(phrases.nothing_changed, &[("reason", &error.say(language))])
            }
            Self::Rate { rate, limit } => {
                let [rate, limit] =
                    [*rate, *limit].map(|number| language.number(notation::in_digits(number)));
                fill(phrases.rate, &[("rate", &rate), ("limit", &limit)])
            }
            Self::TooManySteps { steps, limit } => {
                let (steps, limit) = (steps.to_string(), limit.to_string());
                fill(phrases.too_many_steps, &[("steps", &steps), ("limit", &limit)])
            }
            _ => phrases.not_here.to_owned(),
        }
    }
}

/// A sentence about the token at a place.
fn at(phrase: &str, place: Place) -> String {
    let (position, sentence) = (place.position.to_string(), (place.sentence + 1).to_string());
    fill(phrase, &[("position", &position), ("sentence", &sentence)])
}

impl std::error::Error for EditError {}

impl From<TextError> for EditError {
    fn from(error: TextError) -> Self {
        Self::Text(error)
    }
}

impl From<SourceError> for EditError {
    fn from(error: SourceError) -> Self {
        Self::Source(error)
    }
}

impl From<ChangeError> for EditError {
    fn from(error: ChangeError) -> Self {
        Self::Prediction(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{math::Row, text::Position};

    #[test]
    fn a_refusal_is_said_in_each_language() {
        let place = Place { sentence: 1, position: Position::FIRST };
        let locked = EditError::Prediction(ChangeError::Locked(Row::Word("red".into())));
        for (error, english, german) in [
            (
                EditError::NotSelected(place),
                "Nothing is predicted at word 1 of sentence 2: select it first.",
                "An Wort 1 von Satz 2 wird nichts vorhergesagt: Wählen Sie es zuerst aus.",
            ),
            (
                locked,
                "Nothing changed: “red” is locked: unlock it first.",
                "Nichts wurde geändert: „red“ ist gesperrt: Heben Sie die Sperre zuerst auf.",
            ),
            (
                EditError::Source(SourceError::Backoff(1e-7)),
                "Nothing changed: λ is 0.0000001: give a number from 0.000001 to 1000000.",
                "Nichts wurde geändert: λ ist 0,0000001: Geben Sie eine Zahl von 0,000001 bis 1000000 \
                 ein.",
            ),
            (
                EditError::Rate { rate: -0.5, limit: 10.0 },
                "The learning rate is −0.5: give a number above 0 and up to 10.",
                "Die Lernrate ist −0,5: Geben Sie eine Zahl über 0 und bis 10 ein.",
            ),
        ] {
            assert_eq!(error.say(Language::English), english);
            assert_eq!(error.to_string(), english);
            assert_eq!(error.say(Language::German), german);
        }
    }

    #[test]
    fn every_refusal_is_said_whole_in_every_language() {
        let place = Place { sentence: 0, position: Position::FIRST };
        let word: Rc<str> = "red".into();
        for error in [
            EditError::Text(TextError::TooLarge { bytes: 2, limit: 1 }),
            EditError::NoSentence(0),
            EditError::NoToken(place),
            EditError::NotSelected(place),
            EditError::TypedMask(place),
            EditError::NotATypedMask(place),
            EditError::UnknownTarget(word.clone()),
            EditError::NoWord,
            EditError::RandomMask,
            EditError::LongWord { limit: 1 },
            EditError::NoModel(ModelId(0)),
            EditError::LastModel,
            EditError::TooManyModels { limit: 1 },
            EditError::ModelName { limit: 1 },
            EditError::NameTaken(word.clone()),
            EditError::Source(SourceError::Alpha(-1.0)),
            EditError::Prediction(ChangeError::Locked(Row::Others)),
            EditError::Rate { rate: 0.0, limit: 1.0 },
            EditError::TooManySteps { steps: 2, limit: 1 },
            EditError::NotHere,
        ] {
            for &language in Language::ALL {
                let said = error.say(language);
                assert!(said.ends_with('.') && !said.contains(['{', '}']), "{error:?}: {said}");
            }
            assert_ne!(error.say(Language::English), error.say(Language::German), "{error:?}");
        }
    }
}
