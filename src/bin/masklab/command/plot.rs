//! `masklab plot`: the curve −log p with a point for each term.

use clap::{Args, value_parser};
use masklab::core::{
    document::Evaluation,
    objective::{Hue, Numbered},
    plot::{Frame, loss_curve, svg},
};

use super::{
    Fault,
    files::{Input, Output},
};

/// A mark knows its term by a number of 16 bits.
const MOST_TERMS: usize = 65_535;

#[derive(Args, Debug)]
#[command(after_help = "Examples:
  masklab plot fox.json -o fox.svg
  masklab sample text.txt --seed 7 | masklab plot - --width 800 --height 500 -o text.svg")]
pub(super) struct Plot {
    #[command(flatten)]
    input: Input,
    /// The model by its name. Without it: the first.
    #[arg(long, value_name = "NAME")]
    model: Option<String>,
    /// The width in CSS pixels.
    #[arg(long, value_name = "PIXELS", default_value_t = 640, value_parser = value_parser!(u32).range(160..=10_000))]
    width: u32,
    /// The height in CSS pixels.
    #[arg(long, value_name = "PIXELS", default_value_t = 400, value_parser = value_parser!(u32).range(120..=10_000))]
    height: u32,
    #[command(flatten)]
    output: Output,
}

impl Plot {
    pub(super) fn run(&self) -> Result<(), Fault> {
        let document = self.input.document()?;
        let models = self.input.models(&document, self.model.as_deref())?;
        let evaluation = Evaluation::of(&document);
        let first = models.first().copied().unwrap_or_default();
        let (Some(model), Some(report)) = (document.model(first), evaluation.report(first)) else {
            return Err(Fault::of(&self.input.name(), "there is no model in it: list one"));
        };
        if report.selected() > MOST_TERMS {
            let count = report.selected();
            let what = format!("{count} terms are too many for a plot: use a part of the text");
            return Err(Fault::of(&self.input.name(), what));
        }
        let terms = Numbered::all(report.terms());
        let frame = Frame::new(self.width, self.height);
        let curve = loss_curve(&terms, report.untargeted(), frame);
        let title = format!("What each target costs: {}", model.name());
        let hues: Vec<Hue> = terms.iter().filter_map(|term| report.hue(term.place)).collect();
        self.output.write(&svg(&curve.scene, &title, &curve.summary, &hues), Some(&self.input))
    }
}
