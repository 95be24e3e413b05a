//! A document as the fragment of an address: what a link carries.
//!
//! A link is a list of `key=value` with `&` between them, as the query of an address has it, and begins
//! with its version. Nothing of it ever reaches a server.
//!
//! | key | value | meaning |
//! | --- | --- | --- |
//! | `v` | `1` | the version; first |
//! | `m` | `name:source:number…` | a model, with the numbers of its source; without any, one by hand |
//! | `t` | text | a sentence; what follows belongs to it |
//! | `a` | `3,5:cat` | selected positions that are masked, with the target of a \[MASK\] in the text |
//! | `r` | `7:blue` | selected positions with the random words that stand there |
//! | `k` | `8` | selected positions that are kept |
//! | `p3` | `brown:.7,red:!.2,*:.1` | what the first model predicts at position 3: `!` locks a row, `*` are all other words. Position 3 is masked if nothing else is said of it |
//! | `p3.2` | the same | what the second model predicts there |
//! | `z` | letters | all of this but the version, packed: zlib, then base64 for addresses |
//!
//! `+` is a space, and `%` begins the two digits of a byte. A sentence has the space behind it in its
//! text, as in a file.
//!
//! A link is read by way of a file: it is another spelling of the same, and all that is asked of a
//! file is asked of it.

mod escape;
mod fault;
mod packed;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use fault::{LinkError, LinkFault};

/// The version that is written and read.
const VERSION: &str = "1";

// The keys.
const VERSION_KEY: &str = "v";
const MODEL: &str = "m";
const SENTENCE: &str = "t";
const MASKED: &str = "a";
const RANDOM: &str = "r";
const KEPT: &str = "k";
/// With the number of the position behind it.
const PREDICTION: &str = "p";
const PACKED: &str = "z";

/// The row of all other words.
const OTHERS: &str = "*";
/// In front of the probability of a row that stays when another one moves.
const LOCK: char = '!';

/// The most characters of a link: what mails, chats and learning platforms leave whole.
pub const LINK_LIMIT: usize = 2_000;

/// The most bytes that are read: whoever passes a link on may spell each of its marks in three.
const READ_LIMIT: usize = 3 * LINK_LIMIT;

/// Up to so many characters, a link is left readable.
const READABLE: usize = 400;

/// The most bytes of a packed link when it is unpacked: what is longer hardly ever fits into a link, and
/// takes too long to pack.
const UNPACKED_LIMIT: usize = 1 << 16;
