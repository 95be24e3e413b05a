//! Pictures of a report, drawn with plotters onto a backend of our own.
//!
//! The backend ([`SceneBackend`]) does not paint: it records a [`Scene`], a list of marks in
//! tenths of a CSS pixel, each drawn with an [`Ink`] that says what it is and not which colour it
//! has. The page shows the scene as SVG, so that it is crisp at any size, follows the theme, and
//! each point knows the term to which it belongs. As a file ([`svg()`]) it has the light colours.

mod axes;
mod backend;
mod ink;
mod loss_curve;
mod metrics;
mod scene;
mod svg;

pub use backend::SceneBackend;
pub use ink::Ink;
pub use loss_curve::{LossCurve, loss_curve};
pub use scene::{Anchor, Mark, Scene, UNITS_PER_PIXEL};
pub use svg::svg;
