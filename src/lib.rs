//! MaskLab shows what the masked-language-modelling objective makes of a model's predictions.
//!
//! This library is the shared core: text, predictions, the objective, its explanation and its
//! picture. It knows no browser. The page (`src/app`) and the tests use it as it is. For WebAssembly it
//! also has what the page's two programs write into elements without components, `drawing`.
//!
//! ```
//! use masklab::core::document::Document;
//!
//! let report = Document::course_item().report();
//! assert_eq!(report.objective().nats(), libm::log(0.7)); // −0.3567 nats
//! ```

pub mod core;
#[cfg(target_arch = "wasm32")]
pub mod drawing;
