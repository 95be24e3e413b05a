//! The programs that build and test the page: one table of what, which version, why and how to
//! get it, and the way from "missing" to "there". A tool counts as there only when it answers
//! with its version, so that an interrupted install heals at the next run. Each is kept by
//! version in the user's cache folder, or used from PATH where the version is the right one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};
use crate::place::Place;
use crate::process::{self, Show};
use crate::terminal::{duration, say};

pub(crate) struct Tool {
    /// The program's name, and that of its package unless `source` says another.
    pub(crate) program: &'static str,
    version: Version,
    pub(crate) why: &'static str,
    /// On a machine with two cores.
    pub(crate) usual_time: &'static str,
    source: Source,
}

enum Version {
    Exactly(&'static str),
    /// The one of this package in the workspace's `Cargo.lock`: the two must agree.
    OfCrate(&'static str),
    /// A package whose program tells the first number of its version only.
    Major(&'static str),
}

#[derive(Clone, Copy)]
enum Source {
    Crate {
        package: &'static str,
        options: &'static [&'static str],
    },
    Npm {
        package: &'static str,
    },
    /// One file of a package: no program, but a script that others run. It begins with its version.
    NpmFile {
        package: &'static str,
        file: &'static str,
    },
    /// A whole package, for pages that load its files. Its `package.json` has its version.
    NpmFolder {
        package: &'static str,
    },
}

pub(crate) const TRUNK: Tool = Tool {
    program: "trunk",
    version: Version::Exactly("0.21.14"),
    why: "builds the page from index.html",
    usual_time: "2 to 6 min",
    source: Source::Crate {
        package: "trunk",
        // Without TLS: it has nothing to download, since the tools below are on PATH.
        options: &["--no-default-features"],
    },
};

pub(crate) const WASM_BINDGEN: Tool = Tool {
    program: "wasm-bindgen",
    version: Version::OfCrate("wasm-bindgen"),
    why: "writes the JavaScript between the browser and the page's WebAssembly",
    usual_time: "2 to 4 min",
    source: Source::Crate { package: "wasm-bindgen-cli", options: &[] },
};

pub(crate) const WASM_OPT: Tool = Tool {
    program: "wasm-opt",
    version: Version::Major("132.0.0"),
    why: "makes the page's WebAssembly smaller",
    usual_time: "10 s",
    source: Source::Npm { package: "binaryen" },
};

pub(crate) const GECKODRIVER: Tool = Tool {
    program: "geckodriver",
    version: Version::Exactly("0.37.1"),
    why: "drives Firefox in the browser tests",
    usual_time: "1 to 3 min",
    source: Source::Crate { package: "geckodriver", options: &[] },
};

pub(crate) const AXE: Tool = Tool {
    program: "axe-core",
    version: Version::Exactly("4.14.1"),
    why: "finds in the browser tests what keeps people from using the page",
    usual_time: "5 s",
    source: Source::NpmFile { package: "axe-core", file: "axe.min.js" },
};

pub(crate) const REVEAL: Tool = Tool {
    program: "reveal.js",
    version: Version::Exactly("6.0.2"),
    why: "shows slides with the page on them in the browser tests",
    usual_time: "5 s",
    source: Source::NpmFolder { package: "reveal.js" },
};

pub(crate) const LIGHTHOUSE: Tool = Tool {
    program: "lighthouse",
    // The last one that runs on Node.js 18 and 20.
    version: Version::Exactly("12.8.2"),
    why: "judges the page that is to be uploaded",
    usual_time: "10 s",
    source: Source::Npm { package: "lighthouse" },
};

pub(crate) const CARGO_FUZZ: Tool = Tool {
    program: "cargo-fuzz",
    version: Version::Exactly("0.13.2"),
    why: "builds and runs the fuzz targets",
    usual_time: "1 min",
    source: Source::Crate { package: "cargo-fuzz", options: &[] },
};

/// What building the page takes, beside the compiler.
pub(crate) const PAGE_TOOLS: [&Tool; 3] = [&TRUNK, &WASM_BINDGEN, &WASM_OPT];

/// A crate is compiled for minutes, a stuck download for ever.
const LIMIT: Duration = Duration::from_secs(30 * 60);

const ATTEMPTS: usize = 2;

impl Tool {
    /// The version that is asked of the registry.
    pub(crate) fn version(&self, place: &Place) -> Result<String> {
        match self.version {
            Version::Exactly(version) | Version::Major(version) => Ok(version.to_owned()),
            Version::OfCrate(package) => place.locked_version(package),
        }
    }

    fn package(&self) -> &'static str {
        match self.source {
            Source::Crate { package, .. }
            | Source::Npm { package }
            | Source::NpmFile { package, .. }
            | Source::NpmFolder { package } => package,
        }
    }

    /// The tool where it is there in the right version: in the cache folder or on PATH.
    pub(crate) fn ready(&self, place: &Place) -> Result<Option<PathBuf>> {
        let version = self.version(place)?;
        let cached = self.installed_in(&self.folder(place, &version));
        let on_path = match self.source {
            Source::Crate { .. } | Source::Npm { .. } => process::find(self.program),
            Source::NpmFile { .. } | Source::NpmFolder { .. } => None,
        };
        let candidates = [cached, on_path];
        Ok(candidates.into_iter().flatten().find(|tool| self.answers_with(tool, &version)))
    }

    /// Installs the tool unless it is there, and says where it stands.
    pub(crate) fn ensure(&self, place: &Place) -> Result<PathBuf> {
        if let Some(program) = self.ready(place)? {
            return Ok(program);
        }
        let _lock = place.lock_tools()?;
        // Another run may have installed it while this one waited.
        if let Some(program) = self.ready(place)? {
            return Ok(program);
        }
        let version = self.version(place)?;
        say(&format!(
            "Installing {} {version}: it {}. Usually takes {}.",
            self.package(),
            self.why,
            self.usual_time
        ));
        let begin = Instant::now();
        let program = self.install(place, &version).map_err(|error| Error::Missing {
            what: format!("{} {version}, which {},", self.package(), self.why),
            reason: error.to_string(),
            bring: self.command_for_a_person(&version),
        })?;
        say(&format!("Installed {} {version} in {}.", self.package(), duration(begin.elapsed())));
        Ok(program)
    }

    /// Installs into a folder beside the final one and renames it when the program answers.
    fn install(&self, place: &Place, version: &str) -> Result<PathBuf> {
        let name = format!("{}-{version}", self.package());
        let unfinished = place.tools.join(format!(".unfinished-{name}"));
        let build = place.tools.join(format!(".build-{name}"));
        let folder = self.folder(place, version);

        remove(&unfinished)?;
        let mut command = self.install_command(version, &unfinished, &build)?;
        process::install_at_last(&mut command, Show::Everything, LIMIT, ATTEMPTS)?;
        let program = self.installed_in(&unfinished);
        if !program.is_some_and(|program| self.answers_with(&program, version)) {
            return Err(Error::Project(match self.source {
                Source::NpmFile { file, .. } => {
                    format!("it installed, but {file} does not begin with {version}")
                }
                Source::NpmFolder { package } => {
                    format!("it installed, but {package} does not say that it is {version}")
                }
                Source::Crate { .. } | Source::Npm { .. } => format!(
                    "it installed, but `{} --version` does not answer with {version}",
                    self.program
                ),
            }));
        }
        remove(&folder)?;
        fs::rename(&unfinished, &folder).map_err(Error::io("moving a tool to", &folder))?;
        remove(&build)?;
        self.installed_in(&folder)
            .ok_or_else(|| Error::Project(format!("{} is empty", folder.display())))
    }

    fn install_command(&self, version: &str, to: &Path, build: &Path) -> Result<Command> {
        match self.source {
            Source::Crate { package, options } => {
                let mut command = crate::toolchain::cargo();
                command
                    .args(["install", package, "--version", version, "--locked"])
                    .args(options)
                    .arg("--root")
                    .arg(to);
                command
                    .env("CARGO_TARGET_DIR", build)
                    // Else Cargo advises to put the unfinished folder on PATH.
                    .env("PATH", process::path_with(&[to.join("bin")])?)
                    .env("CARGO_NET_RETRY", "5")
                    // A tool that runs for a second need not be optimised for minutes.
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                    .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
                    // Meant for the project's own code and not for other people's.
                    .env_remove("RUSTFLAGS");
                Ok(command)
            }
            Source::Npm { package }
            | Source::NpmFile { package, .. }
            | Source::NpmFolder { package } => {
                let npm = process::find("npm").ok_or_else(|| {
                    Error::Project("npm is not on PATH; it comes with Node.js".to_owned())
                })?;
                let mut command = Command::new(npm);
                command.arg("install").arg("--prefix").arg(to);
                command.args(["--no-audit", "--no-fund", "--no-save"]);
                command.arg(format!("{package}@{version}"));
                Ok(command)
            }
        }
    }

    /// What to type where this program could not do it: to get the same tool on PATH.
    fn command_for_a_person(&self, version: &str) -> String {
        match self.source {
            Source::Crate { package, options } => {
                let command = format!("cargo install {package} --version {version} --locked");
                [&[command.as_str()], options].concat().join(" ")
            }
            Source::Npm { package } => {
                format!("npm install --global {package}@{version} (npm comes with Node.js)")
            }
            Source::NpmFile { package, .. } | Source::NpmFolder { package } => {
                format!("npm, which comes with Node.js and installs {package}@{version}")
            }
        }
    }

    fn folder(&self, place: &Place, version: &str) -> PathBuf {
        place.tools.join(format!("{}-{version}", self.package()))
    }

    /// What an install has put into a folder, if it is there.
    fn installed_in(&self, folder: &Path) -> Option<PathBuf> {
        let modules = folder.join("node_modules");
        match self.source {
            Source::Crate { .. } => process::find_in(self.program, [folder.join("bin")]),
            Source::Npm { .. } => process::find_in(self.program, [modules.join(".bin")]),
            Source::NpmFile { package, file } => {
                Some(modules.join(package).join(file)).filter(|file| file.is_file())
            }
            Source::NpmFolder { package } => {
                Some(modules.join(package)).filter(|folder| folder.is_dir())
            }
        }
    }

    fn answers_with(&self, tool: &Path, version: &str) -> bool {
        let words = match self.source {
            Source::Crate { .. } | Source::Npm { .. } => {
                process::answer(Command::new(tool).arg("--version"))
            }
            Source::NpmFile { .. } => fs::read_to_string(tool).ok(),
            Source::NpmFolder { .. } => {
                fs::read_to_string(tool.join("package.json")).ok().and_then(|json| {
                    let (_, after) = json.split_once("\"version\":")?;
                    Some(after.split('"').nth(1)?.to_owned())
                })
            }
        };
        let Some(words) = words else { return false };
        let said = version_said(&words);
        match self.version {
            Version::Exactly(_) | Version::OfCrate(_) => said == Some(version),
            Version::Major(_) => said.is_some() && said == version.split('.').next(),
        }
    }
}

/// The first word of the first line that begins as a version does, as in `trunk 0.21.14` or
/// `axe v4.14.1`.
fn version_said(words: &str) -> Option<&str> {
    words
        .lines()
        .next()?
        .split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::io("removing", folder)(error))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
#[path = "tools_tests.rs"]
mod tests;
