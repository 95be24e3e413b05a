//! The chores of this project, run as `cargo xtask …`: installing what is missing, building the page,
//! serving it, and running every check. This file reads the command line and calls the rest.

mod bench;
mod browsers;
mod checks;
mod debian;
mod dist;
mod doctor;
mod error;
mod fuzz;
mod lighthouse;
mod page;
mod place;
mod process;
mod serve;
mod size;
mod terminal;
mod toolchain;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt as _};

use checks::Check;
use error::{Error, Result};
use page::Builder;
use place::Place;

const HELP: &str = "\
MaskLab's chores. What a chore needs is installed first: each tool once, in a pinned version,
into the cache folder of the user ($MASKLAB_CACHE chooses another).

  cargo xtask serve [--port N] [--open]
      Builds the release page and serves it on http://127.0.0.1:8080, with the examples of
      docs/embed under /embed/.
      --port N   serves on another port (0: any free one)
      --open     opens the page in the browser

  cargo xtask test [CHECK…]
      Runs every check, or only those that are named, up to the first that fails:
      fmt, clippy, clippy-wasm, native, doc, build, size, browser.
      With CI=true in the environment, a browser that cannot be had is an error.

  cargo xtask build
      Builds the release page into dist/ and prints what a first load costs.

  cargo xtask size
      Prints that of the page in dist/, and fails above the limit.

  cargo xtask single-file [--dist FOLDER]
      Builds the release page and puts all of it into one file that opens without a server:
      dist-single/masklab.html. Fails where that would name anything outside of itself.
      --dist FOLDER   takes the page in a folder instead of building it

  cargo xtask dist [--dist FOLDER]
      Builds the release page and makes dist-ready/ of it: site/, which is to be uploaded as it is
      (docs/hosting.md), and nginx.conf. Prints what a visit costs.
      --dist FOLDER   takes the page in a folder instead of building it

  cargo xtask bench [BENCHMARK…] [--dist FOLDER] [--beside FOLDER]
      Builds the release page, measures it in Chromium, and prints the tables of BENCHMARKS.md:
      drag      600 events of a slider at 120 Hz, with 10 sentences and with 10,000
      beside    the same beside a script that is written by hand, in turns
      memory    what is kept after 100,000 edits
      load      a first visit over slow 4G, with a four times slower processor
      profile   which functions a drag goes to (only where it is named)
      --dist FOLDER     measures the page in a folder (also: MASKLAB_DIST) instead of building it
      --beside FOLDER   loads the page in that folder in turns with ours: TensorFlow Playground

  cargo xtask lighthouse [--dist FOLDER]
      Builds the release page, serves it as it is uploaded, and prints what Lighthouse says of it,
      on a phone and on a desk. Fails where performance, accessibility or best practices are below 98.
      --dist FOLDER   takes the page in a folder instead of building it

  cargo xtask fuzz [TARGET…] [--minutes N]
      Looks for inputs that violate the properties in properties/, up to the first finding:
      json, link, split, number, edits.
      --minutes N   runs each target for N minutes (1 where nothing is said)

  cargo xtask doctor
      Says what is there, what is missing and what would be installed; changes nothing.

Examples:
  cargo xtask serve --open
  cargo xtask serve --port 9000
  cargo xtask test
  cargo xtask test fmt clippy native
  cargo xtask single-file --dist dist
  cargo xtask dist
  cargo xtask bench drag --dist dist
  cargo xtask fuzz edits --minutes 10
";

#[derive(Debug, PartialEq, Eq)]
enum Chore {
    Help,
    Serve { port: u16, open: bool },
    Test(Vec<Check>),
    Build,
    Size,
    SingleFile { dist: Option<PathBuf> },
    Dist { dist: Option<PathBuf> },
    Bench { benches: Vec<&'static str>, dist: Option<PathBuf>, beside: Option<PathBuf> },
    Lighthouse { dist: Option<PathBuf> },
    Fuzz { targets: Vec<&'static str>, minutes: u32 },
    Doctor,
}

fn main() -> ExitCode {
    match parse(Parser::from_env()).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::error(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore) -> Result<()> {
    if chore == Chore::Help {
        terminal::say(HELP.trim_end());
        return Ok(());
    }
    let place = Place::find()?;
    match chore {
        Chore::Help => Ok(()),
        Chore::Serve { port, open } => serve::run(&place, port, open),
        Chore::Test(checks) => checks::run(&place, &checks),
        Chore::Build => {
            Builder::ensure(&place)?.build(&place)?;
            size::check(&place)
        }
        Chore::Size => size::check(&place),
        Chore::SingleFile { dist } => page::write_single_file(&place, dist),
        Chore::Dist { dist } => dist::run(&place, dist),
        Chore::Bench { benches, dist, beside } => bench::run(&place, &benches, dist, beside),
        Chore::Lighthouse { dist } => lighthouse::run(&place, dist),
        Chore::Fuzz { targets, minutes } => fuzz::run(&place, &targets, minutes),
        Chore::Doctor => doctor::report(&place),
    }
}

fn parse(mut arguments: Parser) -> Result<Chore> {
    let mut chore = match arguments.next().map_err(usage)? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Chore::Help),
        Some(Arg::Value(word)) => match word.string().map_err(usage)?.as_str() {
            "help" => return Ok(Chore::Help),
            "serve" => Chore::Serve { port: serve::PORT, open: false },
            "test" => Chore::Test(Vec::new()),
            "build" => Chore::Build,
            "size" => Chore::Size,
            "single-file" => Chore::SingleFile { dist: None },
            "dist" => Chore::Dist { dist: None },
            "bench" => Chore::Bench { benches: Vec::new(), dist: None, beside: None },
            "lighthouse" => Chore::Lighthouse { dist: None },
            "fuzz" => Chore::Fuzz { targets: Vec::new(), minutes: fuzz::MINUTES },
            "doctor" => Chore::Doctor,
            word => return Err(Error::Usage(format!("there is no chore {word:?}"))),
        },
        Some(other) => return Err(usage(other.unexpected())),
    };
    while let Some(argument) = arguments.next().map_err(usage)? {
        match (&mut chore, argument) {
            (_, Arg::Short('h') | Arg::Long("help")) => return Ok(Chore::Help),
            (Chore::Serve { port, .. }, Arg::Long("port")) => {
                let value = arguments.value().map_err(usage)?;
                *port = value.parse().map_err(|_| {
                    let value = value.to_string_lossy();
                    Error::Usage(format!("{value:?} is no port: a port is 0 to 65535"))
                })?;
            }
            (Chore::Serve { open, .. }, Arg::Long("open")) => *open = true,
            (Chore::Test(checks), Arg::Value(id)) => {
                checks.push(Check::from_id(&id.string().map_err(usage)?)?);
            }
            (
                Chore::Bench { dist, .. }
                | Chore::SingleFile { dist }
                | Chore::Dist { dist }
                | Chore::Lighthouse { dist },
                Arg::Long("dist"),
            ) => *dist = Some(arguments.value().map_err(usage)?.into()),
            (Chore::Bench { beside, .. }, Arg::Long("beside")) => {
                *beside = Some(arguments.value().map_err(usage)?.into());
            }
            (Chore::Bench { benches, .. }, Arg::Value(name)) => {
                benches.push(bench::bench(&name.string().map_err(usage)?)?);
            }
            (Chore::Fuzz { minutes, .. }, Arg::Long("minutes")) => {
                let value = arguments.value().map_err(usage)?;
                *minutes = value.parse().ok().filter(|minutes| *minutes > 0).ok_or_else(|| {
                    let value = value.to_string_lossy();
                    Error::Usage(format!("{value:?} is no number of minutes from 1 on"))
                })?;
            }
            (Chore::Fuzz { targets, .. }, Arg::Value(name)) => {
                targets.push(fuzz::target(&name.string().map_err(usage)?)?);
            }
            (_, other) => return Err(usage(other.unexpected())),
        }
    }
    if let Chore::Test(checks) = &mut chore {
        // In the order in which they depend on one another, whatever the order of the words.
        let named = std::mem::take(checks);
        let wanted = |check: &Check| named.is_empty() || named.contains(check);
        checks.extend(Check::ALL.into_iter().filter(wanted));
    }
    if let Chore::Fuzz { targets, .. } = &mut chore
        && targets.is_empty()
    {
        targets.extend(fuzz::TARGETS);
    }
    Ok(chore)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands in `map_err`, which hands over the value"
)]
fn usage(error: lexopt::Error) -> Error {
    Error::Usage(error.to_string())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Chore> {
        parse(Parser::from_args(line.split_whitespace()))
    }

    #[track_caller]
    fn assert_parsed(line: &str, expected: &Chore) {
        assert_eq!(&parsed(line).unwrap(), expected, "{line}");
    }

    #[track_caller]
    fn assert_refused(line: &str, part: &str) {
        let message = parsed(line).unwrap_err().to_string();
        assert!(message.contains(part), "{line}: {message}");
    }

    #[test]
    fn the_command_line_is_understood() {
        let serve = |port, open| Chore::Serve { port, open };
        assert_parsed("", &Chore::Help);
        assert_parsed("--help", &Chore::Help);
        assert_parsed("test --help", &Chore::Help);
        assert_parsed("serve", &serve(8080, false));
        assert_parsed("serve --port 9000 --open", &serve(9000, true));
        assert_parsed("serve --port=0", &serve(0, false));
        assert_parsed("test", &Chore::Test(Check::ALL.to_vec()));
        let fuzz =
            |targets: &[&'static str], minutes| Chore::Fuzz { targets: targets.to_vec(), minutes };
        assert_parsed("fuzz", &fuzz(&fuzz::TARGETS, 1));
        assert_parsed("fuzz edits json --minutes 10", &fuzz(&["edits", "json"], 10));
        let bench = |benches: &[&'static str], dist: Option<&str>| Chore::Bench {
            benches: benches.to_vec(),
            dist: dist.map(PathBuf::from),
            beside: None,
        };
        assert_parsed("bench", &bench(&[], None));
        assert_parsed("bench memory drag --dist built", &bench(&["memory", "drag"], Some("built")));
        assert_parsed(
            "bench load --beside other",
            &Chore::Bench { benches: vec!["load"], dist: None, beside: Some("other".into()) },
        );
        let single_file = |dist: Option<&str>| Chore::SingleFile { dist: dist.map(PathBuf::from) };
        assert_parsed("single-file", &single_file(None));
        assert_parsed("single-file --dist built", &single_file(Some("built")));
        let dist = |dist: Option<&str>| Chore::Dist { dist: dist.map(PathBuf::from) };
        assert_parsed("dist", &dist(None));
        assert_parsed("dist --dist built", &dist(Some("built")));
        let lighthouse = |dist: Option<&str>| Chore::Lighthouse { dist: dist.map(PathBuf::from) };
        assert_parsed("lighthouse", &lighthouse(None));
        assert_parsed("lighthouse --dist built", &lighthouse(Some("built")));
        assert_parsed("test browser build", &Chore::Test(vec![Check::Build, Check::Browser]));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_refused("bulid", "bulid");
        assert_refused("serve --port 99999", "99999");
        assert_refused("serve --prot 1", "prot");
        assert_refused("build --open", "open");
        assert_refused("test speling", "speling");
        assert_refused("fuzz speling", "speling");
        assert_refused("bench speling", "speling");
        assert_refused("bench --dist", "dist");
        assert_refused("dist --beside other", "beside");
        assert_refused("single-file --dist", "dist");
        assert_refused("single-file built", "built");
        assert_refused("dist built", "built");
        assert_refused("fuzz --minutes 0", "0");
        assert_refused("fuzz --minutes soon", "soon");
    }

    #[test]
    fn every_check_benchmark_and_fuzz_target_is_in_the_help() {
        let names = Check::ALL.map(Check::id).into_iter();
        for name in names.chain(bench::BENCHES).chain(fuzz::TARGETS) {
            assert!(HELP.contains(name), "{name}");
        }
    }
}
