//! Why an edit is refused.

use std::{fmt, rc::Rc};

use crate::core::{
    document::{ModelId, WORKSHOP},
    math::ChangeError,
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

const NOT_HERE: &str = "This cannot be done here.";

/// Where something is, in words.
struct At(Place);

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "word {} of sentence {}", self.0.position, self.0.sentence + 1)
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(error) => error.fmt(f),
            Self::NoSentence(index) => write!(f, "There is no sentence {}.", index + 1),
            Self::NoToken(place) => write!(f, "There is no {}.", At(*place)),
            Self::NotSelected(place) => {
                write!(f, "Nothing is predicted at {}: select it first.", At(*place))
            }
            Self::TypedMask(place) => write!(
                f,
                "At {}, [MASK] is part of the text: to take it out, change the text.",
                At(*place)
            ),
            Self::NoModel(model) => write!(f, "There is no model {model}."),
            Self::Prediction(error) => write!(f, "Nothing changed: {error}."),
            further if WORKSHOP => further.fmt_further(f),
            _ => f.write_str(NOT_HERE),
        }
    }
}

impl EditError {
    /// Why an edit is refused that the page's first load does not offer.
    fn fmt_further(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATypedMask(place) => write!(
                f,
                "The target at {} is the word itself: to have another one, change the text.",
                At(*place)
            ),
            Self::UnknownTarget(target) => write!(
                f,
                "“{target}” is the target here and would not be listed, so that its part of what \
                 all other words have would be unknown: list it, or take the other words out."
            ),
            Self::NoWord => f.write_str("There is no word in it: type one."),
            Self::RandomMask => f.write_str("[MASK] is no random word: mask it, or type a word."),
            Self::LongWord { limit } => {
                write!(f, "A word has at most {limit} characters: type a shorter one.")
            }
            Self::LastModel => f.write_str("This is the only model, and something has to predict."),
            Self::TooManyModels { limit } => {
                write!(
                    f,
                    "There are {limit} models, and no more can be compared: remove one first."
                )
            }
            Self::ModelName { limit } => {
                write!(f, "A model’s name has from 1 to {limit} characters: type such a one.")
            }
            Self::NameTaken(name) => {
                write!(f, "Another model is called “{name}”: give this one another name.")
            }
            Self::Source(error) => write!(f, "Nothing changed: {error}."),
            Self::Rate { rate, limit } => {
                write!(f, "The learning rate is {rate}: give a number above 0 and up to {limit}.")
            }
            Self::TooManySteps { steps, limit } => {
                write!(f, "{steps} steps are asked for: at most {limit} are taken at once.")
            }
            _ => f.write_str(NOT_HERE),
        }
    }
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
