//! `cargo xtask test`: every check in turn, each with a heading and its time, up to the first
//! that fails.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::browsers::{self, Browsers};
use crate::error::{Error, Result};
use crate::page::Builder;
use crate::place::Place;
use crate::process;
use crate::size;
use crate::terminal::{duration, heading, say, warn};
use crate::toolchain::{self, cargo};

/// The integration test that needs browsers and the built page.
const BROWSER_TEST: &str = "browser";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    Format,
    Clippy,
    ClippyWasm,
    Native,
    Doc,
    Build,
    Size,
    Browser,
}

impl Check {
    /// In the order in which they run: what fails fast comes first.
    pub(crate) const ALL: [Self; 8] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Native,
        Self::Doc,
        Self::Build,
        Self::Size,
        Self::Browser,
    ];

    /// The word for it on the command line.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Native => "native",
            Self::Doc => "doc",
            Self::Build => "build",
            Self::Size => "size",
            Self::Browser => "browser",
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Format => "formatting",
            Self::Clippy => "clippy, native",
            Self::ClippyWasm => "clippy, wasm32",
            Self::Native => "native tests",
            Self::Doc => "documentation",
            Self::Build => "release build",
            Self::Size => "size of the first load",
            Self::Browser => "browser tests",
        }
    }

    pub(crate) fn from_id(id: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|check| check.id() == id).ok_or_else(|| {
            let ids = Self::ALL.map(Self::id).join(", ");
            Error::Usage(format!("there is no check {id:?}: the checks are {ids}"))
        })
    }

    fn needs_builder(self) -> bool {
        matches!(self, Self::ClippyWasm | Self::Build)
    }
}

/// What the checks use, as far as they have asked for it.
struct Bench<'a> {
    place: &'a Place,
    builder: Option<Builder>,
    browsers: Option<Browsers>,
}

impl<'a> Bench<'a> {
    fn ensure(place: &'a Place, checks: &[Check]) -> Result<Self> {
        if checks.iter().any(|check| matches!(check, Check::Format | Check::Clippy)) {
            toolchain::ensure_components()?;
        }
        let builder = if checks.iter().any(|check| check.needs_builder()) {
            Some(Builder::ensure(place)?)
        } else {
            None
        };
        let browsers =
            if checks.contains(&Check::Browser) { Some(browsers::ensure(place)?) } else { None };
        Ok(Self { place, builder, browsers })
    }

    fn run(&self, check: Check) -> Result<()> {
        match check {
            Check::Format => self.cargo(&["fmt", "--all", "--check"]),
            Check::Clippy => self.cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--locked",
                "--",
                "-D",
                "warnings",
            ]),
            Check::ClippyWasm => {
                let mut clippy = self.builder()?.wasm.clippy();
                // As the page is built: without what its first load does without.
                clippy.args(["--bin", "masklab-first", "--lib", "--no-default-features"]);
                clippy.args(["--", "-D", "warnings"]);
                self.announce_and_run(&mut clippy)?;
                let mut clippy = self.builder()?.wasm.clippy();
                clippy.args(["--bin", "masklab-page", "--lib", "--", "-D", "warnings"]);
                self.announce_and_run(&mut clippy)
            }
            Check::Native => {
                let mut tests = vec!["test", "--workspace", "--locked", "--lib", "--bins"];
                let names = native_tests(&self.place.root)?;
                tests.extend(names.iter().flat_map(|name| ["--test", name]));
                self.cargo(&tests)
            }
            Check::Doc => {
                let mut documentation = cargo();
                documentation.args(["doc", "--workspace", "--locked", "--no-deps"]);
                documentation.env("RUSTDOCFLAGS", "-D warnings");
                self.announce_and_run(&mut documentation)?;
                self.cargo(&["test", "--workspace", "--locked", "--doc"])
            }
            Check::Build => self.builder()?.build(self.place),
            Check::Size => size::check(self.place),
            Check::Browser => self.browser_tests(),
        }
    }

    fn browser_tests(&self) -> Result<()> {
        let mut tests = cargo();
        tests.args(["test", "--locked", "--test", BROWSER_TEST]);
        tests.env("MASKLAB_DIST", self.place.built_page()?);
        // Half an engine is worse than none, also where a person has set a path.
        for variable in browsers::variables() {
            tests.env_remove(variable);
        }
        if let Some(browsers) = &self.browsers {
            tests.envs(browsers.paths.iter().cloned());
        }
        self.announce_and_run(&mut tests)
    }

    fn builder(&self) -> Result<&Builder> {
        let missing = || Error::Project("this check was not prepared for".to_owned());
        self.builder.as_ref().ok_or_else(missing)
    }

    fn cargo(&self, arguments: &[&str]) -> Result<()> {
        self.announce_and_run(cargo().args(arguments))
    }

    fn announce_and_run(&self, command: &mut Command) -> Result<()> {
        say(&format!("$ {}", process::shown(command)));
        process::run(command.current_dir(&self.place.root))
    }
}

/// Installs what `checks` need, and runs them.
pub(crate) fn run(place: &Place, checks: &[Check]) -> Result<()> {
    let mut times = Vec::new();
    heading("tools");
    let begin = Instant::now();
    let bench = Bench::ensure(place, checks)?;
    say("All that is needed is there.");
    times.push(("tools", begin.elapsed()));
    for &check in checks {
        heading(check.title());
        let begin = Instant::now();
        bench.run(check).map_err(|why| Error::Check {
            title: check.title(),
            id: check.id(),
            why: Box::new(why),
        })?;
        let time = begin.elapsed();
        say(&format!("{}: passed in {}", check.title(), duration(time)));
        times.push((check.title(), time));
    }
    heading("every check passed");
    say(&table(&times));
    let skipped = bench.browsers.map(|browsers| browsers.skipped);
    for engine in skipped.unwrap_or_default() {
        warn(&format!("the browser tests ran without {engine}"));
    }
    Ok(())
}

fn table(times: &[(&str, Duration)]) -> String {
    let total = times.iter().map(|(_, time)| *time).sum();
    let line = |title: &str, time: Duration| format!("{title:<24}{:>14}", duration(time));
    let mut lines: Vec<String> = times.iter().map(|(title, time)| line(title, *time)).collect();
    lines.push("-".repeat(38));
    lines.push(line("total", total));
    lines.join("\n")
}

/// The integration tests of both packages by the rule that Cargo finds them with, apart from
/// the one that needs browsers.
fn native_tests(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for folder in [root.join("tests"), root.join("xtask").join("tests")] {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).map_err(Error::io("listing", &folder))? {
            let path = entry.map_err(Error::io("listing", &folder))?.path();
            let is_test = if path.is_dir() {
                path.join("main.rs").is_file()
            } else {
                path.extension().is_some_and(|ending| ending == "rs")
            };
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
            names.extend(name.filter(|name| is_test && name != BROWSER_TEST));
        }
    }
    names.sort_unstable();
    Ok(names)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_built_before_it_is_measured_and_tested() {
        let place = |check| Check::ALL.iter().position(|other| *other == check);
        assert!(place(Check::Build) < place(Check::Size));
        assert!(place(Check::Size) < place(Check::Browser));
        assert_eq!(Check::ALL.first(), Some(&Check::Format));
        assert_eq!(Check::ALL.last(), Some(&Check::Browser));
    }

    #[test]
    fn every_check_has_a_word_of_its_own() {
        for check in Check::ALL {
            assert_eq!(Check::from_id(check.id()).unwrap(), check);
        }
        let error = Check::from_id("speling").unwrap_err().to_string();
        assert!(error.contains("fmt, clippy, clippy-wasm"), "{error}");
    }

    #[test]
    fn native_tests_are_those_that_cargo_would_find_without_the_browser_test() {
        let root = std::env::temp_dir().join(format!("xtask-checks-{}", std::process::id()));
        for test in ["browser/main.rs", "big/main.rs", "support/mod.rs"] {
            let path = root.join("tests").join(test);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        fs::write(root.join("tests/small.rs"), "").unwrap();
        fs::write(root.join("tests/golden.json"), "").unwrap();
        assert_eq!(native_tests(&root).unwrap(), ["big", "small"]);
        fs::remove_dir_all(&root).unwrap();
    }

    #[test]
    fn a_failure_ends_with_the_check_that_failed() {
        let error = Error::Check {
            title: Check::ClippyWasm.title(),
            id: Check::ClippyWasm.id(),
            why: Box::new(Error::Project("No.".to_owned())),
        };
        let last = "The check that failed: clippy, wasm32. Alone: cargo xtask test clippy-wasm";
        assert!(error.to_string().ends_with(last));
    }
}
