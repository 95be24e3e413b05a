//! Pictures of a report and of a prediction, drawn with plotters onto a backend of our own.
//!
//! The backend ([`SceneBackend`]) does not paint: it records a [`Scene`], a list of marks in
//! tenths of a CSS pixel, each drawn with an [`Ink`] that says what it is and not which colour it
//! has. The page shows the scene as SVG, so that it is crisp at any size, follows the theme, and
//! each point knows the term to which it belongs. As a file ([`svg()`]) it has the light colours.
//!
//! Each plot is a function of its data and a [`Frame`]: size, unit, language. A [`Plot`] also says
//! what it shows, and its numbers can be had as a [`Table`] ([`tables`]). What has no room is left out of the picture: no
//! text covers another or leaves the picture, whatever its size.

mod axes;
mod backend;
mod badges;
mod canvas;
mod frame;
mod gradient_bars;
mod ink;
mod loss_curve;
mod loss_trace;
mod metrics;
mod model_bars;
mod picture;
mod prediction_bars;
mod rows;
mod scene;
mod svg;
mod term_bars;
#[cfg(test)]
mod tests;

/// The numbers behind the pictures, for those who would rather read them: apart, since nobody sees both at
/// every move of a slider.
pub mod tables {
    pub use super::{
        gradient_bars::table as gradient_bars, loss_curve::table as loss_curve,
        loss_trace::table as loss_trace, model_bars::table as model_bars,
        prediction_bars::table as prediction_bars, term_bars::table as term_bars,
    };
}

pub use backend::SceneBackend;
pub use frame::{Frame, Plot, Table};
pub use gradient_bars::gradient_bars;
pub use ink::Ink;
pub use loss_curve::loss_curve;
pub use loss_trace::{Over, Trace, Traced, loss_trace};
pub use model_bars::{Predicted, height_for_models, model_bars};
pub use picture::{Picture, Pictured};
pub use prediction_bars::{prediction_bars, prediction_bars_without_loss};
pub use rows::height_for_rows;
pub use scene::{Anchor, Mark, Scene, UNITS_PER_PIXEL};
pub use svg::svg;
pub use term_bars::term_bars;
