//! Text as a masked language model meets it: sentences x of tokens xᵢ at positions i, and the
//! corrupted input x̄. Words are found by Unicode's rules (UAX 29), so any script works, and nothing of
//! a text is lost: the sentences of a text, put together, are the text.

mod corruption;
mod error;
mod loading;
mod position;
mod sampling;
mod sentence;
mod split;
mod token;

pub use corruption::{Corruption, MASK};
pub use error::{BYTE_LIMIT, SENTENCE_LIMIT, TextError};
pub use loading::{Loading, Progress, Sentences};
pub use position::Position;
pub use sampling::{Draw, Recipe, RecipeError, Sampler};
pub use sentence::{Sentence, Tokens};
pub use split::split;
pub use token::{Token, TokenKind};
