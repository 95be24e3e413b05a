//! `cargo xtask fuzz`: looks for inputs that violate the properties of `properties/`, with cargo-fuzz
//! and the targets in `fuzz/`.
//!
//! A nightly compiler adds the address sanitizer, which sees memory faults in the dependencies: the
//! core's own code has no `unsafe`. Where none can be had, the ordinary one does without.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::debian;
use crate::error::{Error, Result};
use crate::place::Place;
use crate::process::{self, Show};
use crate::terminal::{duration, heading, say, warn};
use crate::toolchain::minor_version;
use crate::tools::CARGO_FUZZ;

/// One for each property, in the order in which they run.
pub(crate) const TARGETS: [&str; 5] = ["json", "link", "split", "number", "edits"];

/// How long a target runs where nothing else is said.
pub(crate) const MINUTES: u32 = 1;

/// The oldest compiler for the project, as `rust-version` in `Cargo.toml` has it: 1.89.
const OLDEST_MINOR: u32 = 89;

/// An input that takes longer, in seconds, is a finding, too.
const SLOW: u32 = 10;

const RUSTUP_LIMIT: Duration = Duration::from_secs(10 * 60);

/// The target with this name.
pub(crate) fn target(name: &str) -> Result<&'static str> {
    TARGETS.into_iter().find(|target| *target == name).ok_or_else(|| {
        let targets = TARGETS.join(", ");
        Error::Usage(format!("there is no fuzz target {name:?}: the targets are {targets}"))
    })
}

/// Runs each target for so many minutes, up to the first finding.
pub(crate) fn run(place: &Place, targets: &[&'static str], minutes: u32) -> Result<()> {
    heading("tools");
    let fuzzer = Fuzzer::ensure(place)?;
    say("All that is needed is there.");
    for target in targets {
        heading(&format!("fuzzing {target} for {minutes} min"));
        fuzzer.run(place, target, minutes)?;
        say(&format!("{target}: no finding in {minutes} min"));
    }
    Ok(())
}

struct Fuzzer {
    program: PathBuf,
    compiler: Compiler,
}

impl Fuzzer {
    /// Installs what is missing.
    fn ensure(place: &Place) -> Result<Self> {
        ensure_cpp()?;
        Ok(Self { program: CARGO_FUZZ.ensure(place)?, compiler: Compiler::ensure(place) })
    }

    fn run(&self, place: &Place, target: &'static str, minutes: u32) -> Result<()> {
        // What the fuzzer finds worth keeping goes into the first folder.
        let (corpus, seeds) = (format!("fuzz/corpus/{target}"), format!("fuzz/seeds/{target}"));
        let corpus_folder = place.root.join(&corpus);
        fs::create_dir_all(&corpus_folder).map_err(Error::io("making", &corpus_folder))?;
        let artifacts = place.root.join("fuzz").join("artifacts").join(target);
        let known = files(&artifacts);

        let mut command = Command::new(&self.program);
        command.current_dir(&place.root);
        command.args(["run", "--fuzz-dir", "fuzz"]);
        self.compiler.prepare(&mut command)?;
        command.args([target, &corpus, &seeds, "--"]);
        command.arg(format!("-max_total_time={}", u64::from(minutes) * 60));
        command.arg(format!("-dict=fuzz/dictionaries/{target}.dict"));
        command.arg(format!("-timeout={SLOW}"));
        // Else there is a line for each of thousands of inputs.
        command.args(["-verbosity=0", "-print_funcs=0", "-print_final_stats=1"]);
        say(&format!("$ {}", process::shown(&command)));
        process::run(&mut command).map_err(|error| {
            let new = files(&artifacts).into_iter().find(|file| !known.contains(file));
            match new {
                Some(input) => {
                    let input = input.strip_prefix(&place.root).unwrap_or(&input);
                    Error::Finding { target, input: input.display().to_string() }
                }
                None => error,
            }
        })
    }
}

/// The files in a folder; none where there is no folder.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// libFuzzer comes as source.
fn ensure_cpp() -> Result<()> {
    if cfg!(windows) || env::var_os("CXX").is_some() || process::find("c++").is_some() {
        return Ok(());
    }
    Err(debian::missing(
        "a C++ compiler, which libFuzzer is compiled with,",
        "there is no `c++` on PATH".to_owned(),
        &["g++"],
    ))
}

/// What the targets are compiled with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Compiler {
    /// This toolchain of rustup's, with the address sanitizer.
    Nightly(String),
    /// The ordinary one, without.
    Ordinary,
}

impl Compiler {
    /// The nightly compiler that is there, if it is not too old.
    pub(crate) fn ready() -> Option<Self> {
        let rustup = process::find("rustup")?;
        let list = process::answer(Command::new(&rustup).args(["toolchain", "list"]))?;
        let is_new_enough = |name: &&str| {
            process::answer(Command::new(&rustup).args(["run", name, "rustc", "--version"]))
                .and_then(|words| minor_version(&words))
                .is_some_and(|minor| minor >= OLDEST_MINOR)
        };
        let name = nightlies(&list).find(is_new_enough)?;
        Some(Self::Nightly(name.to_owned()))
    }

    /// Brings a nightly compiler unless one is there; where it cannot be had, the ordinary one.
    fn ensure(place: &Place) -> Self {
        let bring = || {
            let _lock = place.lock_tools()?;
            if let Some(nightly) = Self::ready() {
                return Ok(nightly);
            }
            install_nightly()?;
            Self::ready().ok_or_else(|| {
                Error::Project("rustup installed it, but does not list it.".to_owned())
            })
        };
        Self::ready().map_or_else(bring, Ok).unwrap_or_else(|error| {
            warn(&format!(
                "no nightly compiler can be had: {error}\nThe targets run without the address \
                 sanitizer: every property is checked, but not the memory of the dependencies."
            ));
            Self::Ordinary
        })
    }

    pub(crate) fn description(&self) -> &str {
        match self {
            Self::Nightly(name) => name,
            Self::Ordinary => "the ordinary compiler",
        }
    }

    /// Sets the options and the environment of cargo-fuzz, which calls the `cargo` on PATH.
    fn prepare(&self, command: &mut Command) -> Result<()> {
        // Those of the Cargo that runs this program.
        for variable in ["CARGO", "RUSTC", "RUSTFLAGS"] {
            command.env_remove(variable);
        }
        match self {
            Self::Nightly(name) => {
                command.env("RUSTUP_TOOLCHAIN", name);
                // Where another `cargo` than rustup's comes first, the variable would not do.
                command.env("PATH", process::path_with(&programs_of(name))?);
            }
            Self::Ordinary => {
                command.args(["--sanitizer", "none"]);
            }
        }
        Ok(())
    }
}

/// The nightly ones of rustup's toolchains: their names without what rustup says of them.
fn nightlies(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| name.starts_with("nightly"))
}

/// The folder with a toolchain's programs.
fn programs_of(toolchain: &str) -> Vec<PathBuf> {
    let cargo =
        process::answer(Command::new("rustup").args(["which", "--toolchain", toolchain, "cargo"]));
    let folder = cargo.and_then(|path| Some(Path::new(path.trim_end()).parent()?.to_owned()));
    folder.into_iter().collect()
}

fn install_nightly() -> Result<()> {
    let Some(rustup) = process::find("rustup") else {
        return Err(Error::Project("rustup is not on PATH.".to_owned()));
    };
    say("Installing a nightly compiler: it has the address sanitizer. Usually takes 1 min.");
    let begin = Instant::now();
    let mut command = Command::new(rustup);
    command.args(["toolchain", "install", "nightly", "--profile", "minimal", "--no-self-update"]);
    // Where rustup cannot download, it should say so at once.
    command.env("RUSTUP_MAX_RETRIES", "1");
    process::install(&mut command, Show::Nothing, RUSTUP_LIMIT)?;
    say(&format!("Installed it in {}.", duration(begin.elapsed())));
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_targets_are_those_that_cargo_fuzz_knows() {
        let root = Place::find().unwrap().root;
        let manifest = fs::read_to_string(root.join("fuzz").join("Cargo.toml")).unwrap();
        let names: Vec<&str> =
            manifest.split("[[bin]]").skip(1).filter_map(|bin| bin.split('"').nth(1)).collect();
        assert_eq!(names, TARGETS);
    }

    #[test]
    fn nightly_toolchains_are_found_among_others() {
        let list = "stable-x86_64-unknown-linux-gnu (active, default)\n\
                    nightly-2026-05-20-x86_64-unknown-linux-gnu\n\
                    nightly-x86_64-unknown-linux-gnu (override)\n1.95.0-nightly\n";
        assert_eq!(
            nightlies(list).collect::<Vec<_>>(),
            ["nightly-2026-05-20-x86_64-unknown-linux-gnu", "nightly-x86_64-unknown-linux-gnu"]
        );
    }

    #[test]
    fn only_the_ordinary_compiler_does_without_the_sanitizer() {
        let arguments = |compiler: Compiler| {
            let mut command = Command::new("cargo-fuzz");
            compiler.prepare(&mut command).unwrap();
            command.get_args().count()
        };
        assert_eq!(arguments(Compiler::Nightly("nightly".to_owned())), 0);
        assert_eq!(arguments(Compiler::Ordinary), 2);
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_files() {
        assert!(files(Path::new("no-such-folder-of-masklab")).is_empty());
    }
}
