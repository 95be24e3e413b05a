//! Text as a masked language model meets it: sentences x of tokens xᵢ at positions i, and the
//! corrupted input x̄. Words are found by Unicode's rules (UAX 29), so any script works, and nothing of
//! a text is lost: the sentences of a text, put together, are the text.

mod position;
mod sentence;
mod split;

pub use position::Position;
pub use sentence::{Sentence, Token};
pub use split::split;

/// What stands in the corrupted input in place of a masked token.
pub const MASK: &str = "[MASK]";
