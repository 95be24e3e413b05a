//! What changes with every move of a slider, written straight into the page's elements: the rows of a
//! prediction, the pictures, the formulas with numbers, and the numbers that stand alone. Both programs of
//! the page draw with it, the first view's (`src/first`) and the whole app (`src/app`), which compares
//! components everywhere else.
//!
//! Each of them remembers what it has written, compares that with what is to be seen, and writes what
//! differs. Numbers are given to the browser as numbers: each string on the way from WebAssembly to the
//! page has to be decoded.

mod amounts;
mod element;
mod formulas;
mod picture;
mod rows;
mod shape;
mod tag;
mod writes;

pub use amounts::Amounts;
use element::MATHML;
pub use element::{SVG, add, all, find, set};
pub use formulas::Formulas;
pub use picture::Picture;
pub use rows::{Rows, Shown};
pub use tag::{Tag, hue_name, place_name, place_named, sentence_number};
