//! Building the page: the tools that it takes, and Trunk with those first on PATH. And putting it into one
//! file.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::single_file;

use crate::error::{Error, Result};
use crate::place::Place;
use crate::process;
use crate::size;
use crate::terminal::{heading, say};
use crate::toolchain::Wasm;
use crate::tools::PAGE_TOOLS;

/// All that the page is built with.
pub(crate) struct Builder {
    pub(crate) wasm: Wasm,
    trunk: PathBuf,
    /// PATH with these tools before others of their names.
    path: OsString,
}

impl Builder {
    /// Installs what is missing.
    pub(crate) fn ensure(place: &Place) -> Result<Self> {
        let wasm = Wasm::ensure(place)?;
        let mut folders = wasm.path(place)?;
        let mut trunk = None;
        for tool in PAGE_TOOLS {
            let program = tool.ensure(place)?;
            // What was found on PATH is found there again.
            if program.starts_with(&place.tools) {
                folders.extend(program.parent().map(Path::to_owned));
            }
            if tool.program == "trunk" {
                trunk = Some(program);
            }
        }
        Ok(Self {
            wasm,
            trunk: trunk.ok_or_else(|| Error::Project("no trunk among the tools".to_owned()))?,
            path: process::path_with(&folders)?,
        })
    }

    /// Builds the release page into `dist`.
    pub(crate) fn build(&self, place: &Place) -> Result<()> {
        let _lock = place.lock_build()?;
        let mut trunk = Command::new(&self.trunk);
        trunk
            .args(["build", "--release", "--locked", "--skip-version-check"])
            .env("PATH", &self.path)
            // Trunk refuses the customary `NO_COLOR=1`: it wants to read `true`.
            .env_remove("NO_COLOR")
            .current_dir(&place.root);
        if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            trunk.args(["--color", "never"]);
        }
        self.wasm.prepare(&mut trunk);
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", short_paths());
        process::run(&mut trunk)
    }
}

/// The page in a folder, or where none is named, one that is built first.
pub(crate) fn built(place: &Place, named: Option<PathBuf>) -> Result<PathBuf> {
    if let Some(folder) = named {
        return in_folder(&folder);
    }
    heading("release build");
    Builder::ensure(place)?.build(place)?;
    place.built_page()
}

/// A folder, if there is a page in it.
pub(crate) fn in_folder(folder: &Path) -> Result<PathBuf> {
    let folder = std::path::absolute(folder).map_err(Error::io("looking at", folder))?;
    if !folder.join("index.html").is_file() {
        return Err(Error::Project(format!("there is no built page in {}", folder.display())));
    }
    Ok(folder)
}

/// Writes the page in a folder, or one that is built first, as one file.
pub(crate) fn write_single_file(place: &Place, named: Option<PathBuf>) -> Result<()> {
    let dist = built(place, named)?;
    let page = single_file::compose(&dist)?;
    let file = place.single_file();
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(Error::io("making", folder))?;
    }
    fs::write(&file, &page).map_err(Error::io("writing", &file))?;
    say(size::single_file_table(&page)?.trim_start());
    say(&format!("\nThe whole page is in {}", file.display()));
    Ok(())
}

/// Flags that leave out of the page where this machine keeps its crates: a panic's message names
/// the file, and a hundred such names with a person's folder in front are bytes to fetch, too.
fn short_paths() -> String {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registries = home
        .and_then(|home| fs::read_dir(home.join("registry/src")).ok())
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()));
    // Flags are split at spaces, so a path with one cannot be given.
    let flags = registries
        .filter_map(|path| path.to_str().map(|path| format!("--remap-path-prefix={path}/=")))
        .chain(["--remap-path-prefix=/usr/lib/rustlib/src/rust/library/=".to_owned()])
        .filter(|flag| !flag.contains(' '));
    flags.collect::<Vec<_>>().join(" ")
}
