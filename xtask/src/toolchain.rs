//! The compiler: the ordinary one for programs of this machine, and one that can make
//! WebAssembly for the page.
//!
//! `rustup target add` is the way to the latter. Where rustup cannot download, Debian's packages
//! serve: their compiler brings the source of the standard library, which is then compiled with
//! the page. It needs nothing from rustup, and everything that is not WebAssembly goes on being
//! compiled by the ordinary compiler. Both use one `target` folder, in which Cargo keeps the work
//! of different compilers apart.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::debian::{self, Debian};
use crate::error::{Error, Result};
use crate::place::Place;
use crate::process::{self, Show};
use crate::terminal::{duration, say};

const TARGET: &str = "wasm32-unknown-unknown";

const RUSTUP_LIMIT: Duration = Duration::from_secs(5 * 60);

/// Debian's packages, and what each has to put where for the page to be built.
const DEBIAN: [(&str, &str); 5] = [
    ("rustc-web", "/usr/bin/rustc"),
    ("cargo-web", "/usr/bin/cargo"),
    ("rust-web-src", "/usr/lib/rustlib/src/rust/library/std"),
    ("lld-22", "/usr/bin/wasm-ld-22"),
    ("rust-web-clippy", "/usr/bin/cargo-clippy"),
];

/// Debian's older compiler has the same place, and cannot compile the page.
const DEBIAN_MINOR: u32 = 88;

/// The Cargo that runs this program, or the one on PATH.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The compiler for WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wasm {
    /// The ordinary compiler, which has the target.
    Ordinary,
    /// Debian's.
    Debian,
}

impl Wasm {
    /// The compiler that is there.
    pub(crate) fn ready() -> Option<Self> {
        if ordinary_has_target() {
            Some(Self::Ordinary)
        } else if debian_is_there() {
            Some(Self::Debian)
        } else {
            None
        }
    }

    /// Brings the target, or else Debian's compiler, unless one is there.
    pub(crate) fn ensure(place: &Place) -> Result<Self> {
        if let Some(wasm) = Self::ready() {
            return Ok(wasm);
        }
        let _lock = place.lock_tools()?;
        if let Some(wasm) = Self::ready() {
            return Ok(wasm);
        }
        let why_not_rustup = match add_target() {
            Ok(()) => return Ok(Self::Ordinary),
            Err(error) => error.to_string(),
        };
        say("rustup could not bring it, so Debian's packages are next.");
        let packages = DEBIAN.map(|(package, _)| package);
        let missing = |reason: String| Error::Missing {
            what: format!("a Rust compiler for {TARGET}"),
            reason: format!("{why_not_rustup}\nAnd Debian's packages: {reason}"),
            bring: format!(
                "rustup target add {TARGET}, or on Debian: {}",
                debian::command_for_a_person(&packages)
            ),
        };
        let why = "a compiler for WebAssembly, which rustup could not bring";
        Debian::find(place)
            .map_err(|reason| missing(reason.to_owned()))?
            .install(&packages, why, "1 to 3 min")
            .map_err(|error| missing(error.to_string()))?;
        if !debian_is_there() {
            return Err(missing(
                "they are installed, but not with the files that they should have".to_owned(),
            ));
        }
        say("The first build with it compiles the standard library too: 2 min more.");
        Ok(Self::Debian)
    }

    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::Ordinary => "the ordinary compiler, which has the target",
            Self::Debian => "Debian's rustc-web, with the standard library from its source",
        }
    }

    /// The folders that come first on PATH so that Trunk finds the right Cargo.
    pub(crate) fn path(self, place: &Place) -> Result<Vec<PathBuf>> {
        match self {
            Self::Ordinary => Ok(Vec::new()),
            Self::Debian => Ok(vec![debian_cargo_alone(place)?]),
        }
    }

    /// Sets the environment in which a command compiles to WebAssembly.
    pub(crate) fn prepare(self, command: &mut Command) {
        if self == Self::Debian {
            command
                .env("RUSTC", "/usr/bin/rustc")
                .env("CARGO", "/usr/bin/cargo")
                // Their compiler is a stable one; the standard library is an unstable option.
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22")
                .env_remove("RUSTUP_TOOLCHAIN");
        }
    }

    /// `cargo clippy` for the target, still without what is to be checked.
    pub(crate) fn clippy(self) -> Command {
        let mut command = match self {
            Self::Ordinary => cargo(),
            // Through Cargo it would be looked for in the folder of rustup's programs first.
            Self::Debian => Command::new("/usr/bin/cargo-clippy"),
        };
        command.args(["clippy", "--locked", "--target", TARGET]);
        self.prepare(&mut command);
        command
    }
}

/// Whether the ordinary compiler has the target's standard library, from wherever it has it.
fn ordinary_has_target() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    process::answer(Command::new(rustc).args(["--print", "sysroot"]))
        .is_some_and(|sysroot| has_target(Path::new(sysroot.trim_end())))
}

/// An interrupted download leaves a folder without the library.
fn has_target(sysroot: &Path) -> bool {
    let libraries = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    fs::read_dir(libraries).is_ok_and(|mut files| {
        files.any(|file| {
            file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
        })
    })
}

fn add_target() -> Result<()> {
    let Some(rustup) = process::find("rustup") else {
        return Err(Error::Project("rustup is not on PATH.".to_owned()));
    };
    say(&format!("Installing the target {TARGET}: the page is WebAssembly. Usually takes 10 s."));
    let begin = Instant::now();
    let mut command = Command::new(rustup);
    command.args(["target", "add", TARGET]);
    // Where rustup cannot download, it should say so at once.
    command.env("RUSTUP_MAX_RETRIES", "1");
    process::install(&mut command, Show::Nothing, RUSTUP_LIMIT)?;
    if !ordinary_has_target() {
        return Err(Error::Project(
            "rustup added the target to another compiler than the `rustc` on PATH.".to_owned(),
        ));
    }
    say(&format!("Installed it in {}.", duration(begin.elapsed())));
    Ok(())
}

/// Whether Debian's files are there, and its compiler is not the old one.
fn debian_is_there() -> bool {
    cfg!(target_os = "linux")
        && DEBIAN.iter().all(|(_, file)| Path::new(file).exists())
        && process::answer(Command::new("/usr/bin/rustc").arg("--version"))
            .and_then(|words| minor_version(&words))
            .is_some_and(|minor| minor >= DEBIAN_MINOR)
}

/// The 96 of `rustc 1.96.0 (…)`.
pub(crate) fn minor_version(words: &str) -> Option<u32> {
    words.split_whitespace().nth(1)?.strip_prefix("1.")?.split('.').next()?.parse().ok()
}

/// A folder with nothing but Debian's Cargo in it. To put `/usr/bin` first on PATH would also
/// put everything else there before the tools that a person has chosen.
#[cfg(unix)]
fn debian_cargo_alone(place: &Place) -> Result<PathBuf> {
    let folder = place.tools.join("debian-cargo");
    let link = folder.join("cargo");
    if !link.exists() {
        fs::create_dir_all(&folder).map_err(Error::io("making", &folder))?;
        match std::os::unix::fs::symlink("/usr/bin/cargo", &link) {
            // Made by another run a moment ago.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            made => made.map_err(Error::io("making", &link))?,
        }
    }
    Ok(folder)
}

#[cfg(not(unix))]
fn debian_cargo_alone(_: &Place) -> Result<PathBuf> {
    Err(Error::Project("Debian's compiler is on Debian".to_owned()))
}

/// Brings `cargo fmt` and `cargo clippy`, which rustup's minimal profile leaves out.
pub(crate) fn ensure_components() -> Result<()> {
    for (program, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if process::answer(cargo().args([program, "--version"])).is_some() {
            continue;
        }
        let missing = |reason: String| Error::Missing {
            what: format!("`cargo {program}`"),
            reason,
            bring: format!("rustup component add {component}"),
        };
        let rustup =
            process::find("rustup").ok_or_else(|| missing("rustup is not on PATH".to_owned()))?;
        say(&format!(
            "Installing {component}: `cargo {program}` is one of the checks. Usually takes 10 s."
        ));
        let mut command = Command::new(rustup);
        command.args(["component", "add", component]);
        command.env("RUSTUP_MAX_RETRIES", "1");
        process::install(&mut command, Show::Nothing, RUSTUP_LIMIT)
            .map_err(|error| missing(error.to_string()))?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_minor_version_is_the_middle_one() {
        assert_eq!(minor_version("rustc 1.96.0 (ac68 2026-05-25)"), Some(96));
        assert_eq!(minor_version("rustc"), None);
    }

    #[test]
    fn a_target_counts_once_its_standard_library_is_there() {
        let sysroot = env::temp_dir().join(format!("xtask-sysroot-{}", std::process::id()));
        let libraries = sysroot.join("lib/rustlib").join(TARGET).join("lib");
        assert!(!has_target(&sysroot));
        fs::create_dir_all(&libraries).unwrap();
        assert!(!has_target(&sysroot));
        fs::write(libraries.join("libstd-0123.rlib"), "").unwrap();
        assert!(has_target(&sysroot));
        fs::remove_dir_all(&sysroot).unwrap();
    }

    #[test]
    fn only_debians_compiler_changes_the_environment() {
        let mut command = Command::new("trunk");
        Wasm::Ordinary.prepare(&mut command);
        assert_eq!(command.get_envs().count(), 0);
        Wasm::Debian.prepare(&mut command);
        let bootstrap = command.get_envs().find(|(name, _)| *name == "RUSTC_BOOTSTRAP");
        assert!(bootstrap.is_some());
    }
}
