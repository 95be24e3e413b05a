//! `masklab link`: a document as a link to the page.

use clap::Args;

use super::{
    Fault,
    files::{Input, Output},
};

#[derive(Args, Debug)]
#[command(after_help = "Examples:
  masklab link fox.json
  masklab link fox.json --page https://example.org/masklab/ -o fox.txt
  masklab evaluate '#v=1&t=The+quick+brown+fox.&p3=brown:.7,red:.2,lazy:.1'")]
pub(super) struct Link {
    #[command(flatten)]
    input: Input,
    /// The address of the page, in front of the #.
    #[arg(long, value_name = "ADDRESS", default_value = "")]
    page: String,
    #[command(flatten)]
    output: Output,
}

impl Link {
    pub(super) fn run(&self) -> Result<(), Fault> {
        let document = self.input.document()?;
        let link = document.to_link().map_err(|error| Fault::of(&self.input.name(), error))?;
        let (page, _) = self.page.split_once('#').unwrap_or((&self.page, ""));
        self.output.write(&format!("{page}#{link}\n"), Some(&self.input))
    }
}
