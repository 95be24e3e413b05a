//! What can be asked for, and what comes of it: an answer on standard output with status 0, or what
//! went wrong on standard error with status 2.

mod comparison;
mod evaluate;
mod files;
mod json;
mod link;
mod plot;
mod sample;

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use masklab::core::document::json_schema;

use files::Output;

/// The status of what went wrong.
const WRONG: u8 = 2;

const EXAMPLES: &str = "\
Examples, one after the other:
  echo 'The quick brown fox jumps.' | masklab sample - --seed 7 -o fox.json
  masklab evaluate fox.json
  masklab evaluate fox.json --format csv --unit bits
  masklab plot fox.json -o fox.svg

Where a FILE is asked for, - is standard input, and a link to the page stands for its document.
What goes wrong is said on standard error, with status 2.";

/// Shows what the masked-language-modelling objective makes of a model's predictions.
#[derive(Debug, Parser)]
#[command(name = "masklab", version, after_help = EXAMPLES, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Works out the objective, the loss and its means for a document.
    Evaluate(evaluate::Evaluate),
    /// Makes a document of a text: selects positions at random, as models are trained.
    Sample(sample::Sample),
    /// Draws what each target costs, as an SVG file.
    Plot(plot::Plot),
    /// Makes a link to the page of a document.
    Link(link::Link),
    /// Prints the JSON Schema of a document.
    #[command(after_help = "Example:\n  masklab schema -o masklab.schema.json")]
    Schema {
        #[command(flatten)]
        output: Output,
    },
}

/// Why there is no answer.
#[derive(Debug)]
enum Fault {
    /// What happened and what to do about it.
    Said(String),
    /// Nobody reads the answer any more, which is no fault: `masklab … | head`.
    Closed,
}

impl Fault {
    /// A fault of a file: its name, what happened, and what to do.
    fn of(name: &str, what: impl std::fmt::Display) -> Self {
        Self::Said(format!("{name}: {what}"))
    }
}

pub(crate) fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(answer) => {
            // Help, or what is wrong with the arguments. Where it cannot be said, nobody listens.
            let _ = answer.print();
            return if answer.use_stderr() { ExitCode::from(WRONG) } else { ExitCode::SUCCESS };
        }
    };
    let result = match &cli.command {
        Command::Evaluate(command) => command.run(),
        Command::Sample(command) => command.run(),
        Command::Plot(command) => command.run(),
        Command::Link(command) => command.run(),
        Command::Schema { output } => output.write(&json_schema(), None),
    };
    match result {
        Ok(()) | Err(Fault::Closed) => ExitCode::SUCCESS,
        Err(Fault::Said(words)) => {
            say(&words);
            ExitCode::from(WRONG)
        }
    }
}

/// Says something on standard error.
fn say(words: &str) {
    // Where it cannot be said, nobody listens.
    let _ = writeln!(io::stderr(), "masklab: {}", visible(words));
}

/// Text from a file as a terminal may show it: without characters that steer the terminal, or the
/// direction of what stands around the text. Words from right to left need none of these.
fn visible(text: &str) -> String {
    let steers = |c: char| {
        // Line and paragraph separators; embeddings, overrides and isolates.
        c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn nothing_in_a_name_steers_what_stands_around_it() {
        assert_eq!(
            visible("a\u{1b}[2J\u{202e}b\u{2067}c\u{2029}"),
            "a\u{fffd}[2J\u{fffd}b\u{fffd}c\u{fffd}"
        );
        // Marks of direction and joiners belong to the spelling of words.
        for name in ["שלום", "می\u{200c}خواهم", "א\u{200f}!", "👩\u{200d}👧"] {
            assert_eq!(visible(name), name);
        }
    }
}
