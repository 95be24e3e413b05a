//! Where things are: the project's folder, the cache folder with the tools, and whether this is
//! a CI run, in which everything must be there.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::terminal::say;

pub(crate) struct Place {
    /// The folder with the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// One folder per tool and version, shared by all clones.
    pub(crate) tools: PathBuf,
    pub(crate) ci: bool,
}

impl Place {
    pub(crate) fn find() -> Result<Self> {
        let tools = cache(env::consts::OS, |name| env::var_os(name)).ok_or_else(|| {
            Error::Project(
                "no cache folder is known for the tools: set MASKLAB_CACHE to one".to_owned(),
            )
        })?;
        Ok(Self {
            root: root()?,
            tools: tools.join("masklab").join("tools"),
            ci: env::var("CI").is_ok_and(|ci| !matches!(ci.as_str(), "" | "0" | "false")),
        })
    }

    /// Where Trunk puts the built page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The same, once there is a page in it.
    pub(crate) fn built_page(&self) -> Result<PathBuf> {
        let dist = self.dist();
        if dist.join("index.html").is_file() {
            return Ok(dist);
        }
        Err(Error::Project(
            "there is no built page in dist/: `cargo xtask build` makes it".to_owned(),
        ))
    }

    /// Where the page goes as one file.
    pub(crate) fn single_file(&self) -> PathBuf {
        self.root.join("dist-single").join("masklab.html")
    }

    /// Where the page goes to be uploaded.
    pub(crate) fn ready(&self) -> PathBuf {
        self.root.join("dist-ready")
    }

    /// Keeps two runs from installing into one cache folder at the same time.
    pub(crate) fn lock_tools(&self) -> Result<File> {
        lock(&self.tools, "Another run is installing tools; waiting for it.")
    }

    /// Keeps two runs from building one page at the same time, which Trunk does not.
    pub(crate) fn lock_build(&self) -> Result<File> {
        let folder = self.root.join("target").join("xtask");
        lock(&folder, "Another run is building the page; waiting for it.")
    }

    /// The version of a package in `Cargo.lock`.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
        version_in_lock(&lock, package).ok_or_else(|| {
            Error::Project(format!(
                "Cargo.lock names no {package}: it is not in step with Cargo.toml (`cargo check` mends it)"
            ))
        })
    }
}

/// Held until the returned file is dropped, or the process ends however it may.
fn lock(folder: &Path, waiting: &str) -> Result<File> {
    fs::create_dir_all(folder).map_err(Error::io("making", folder))?;
    let path = folder.join(".lock");
    let file = File::create(&path).map_err(Error::io("making", &path))?;
    if file.try_lock().is_err() {
        say(waiting);
        file.lock().map_err(Error::io("locking", &path))?;
    }
    Ok(file)
}

/// Cargo names the package's folder when it runs xtask; otherwise the nearest workspace above.
fn root() -> Result<PathBuf> {
    if let Some(package) = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from)
        && package.ends_with("xtask")
        && let Some(root) = package.parent()
    {
        return Ok(root.to_owned());
    }
    let here = env::current_dir().map_err(Error::io("looking at", Path::new(".")))?;
    here.ancestors()
        .find(|folder| folder.join("xtask").join("Cargo.toml").is_file())
        .map(Path::to_owned)
        .ok_or_else(|| Error::Project(format!("{} is not inside MaskLab's folder", here.display())))
}

/// The user's cache folder by the custom of each system. An empty variable counts as none.
fn cache(system: &str, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name| variable(name).filter(|value| !value.is_empty());
    let home = || folder("HOME").map(PathBuf::from);
    if let Some(chosen) = folder("MASKLAB_CACHE") {
        // Programs started in other folders must find it too.
        return std::path::absolute(chosen).ok();
    }
    match system {
        "windows" => folder("LOCALAPPDATA").map(PathBuf::from),
        "macos" => Some(home()?.join("Library").join("Caches")),
        _ => folder("XDG_CACHE_HOME")
            .map(PathBuf::from)
            // The standard says that a relative one is to be ignored.
            .filter(|path| path.is_absolute())
            .or_else(|| Some(home()?.join(".cache"))),
    }
}

/// In a lock file the version follows the name.
fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_cache(system: &str, variables: &[(&str, &str)], expected: Option<&str>) {
        let found = cache(system, |name| {
            let (_, value) = variables.iter().find(|(known, _)| *known == name)?;
            Some(value.into())
        });
        assert_eq!(found, expected.map(PathBuf::from));
    }

    #[test]
    fn the_chosen_cache_comes_before_every_custom() {
        let variables = [("MASKLAB_CACHE", "/chosen"), ("XDG_CACHE_HOME", "/xdg")];
        assert_cache("linux", &variables, Some("/chosen"));
    }

    #[test]
    fn each_system_has_its_custom() {
        let home = ("HOME", "/home/ada");
        assert_cache("linux", &[home], Some("/home/ada/.cache"));
        assert_cache("linux", &[home, ("XDG_CACHE_HOME", "/xdg")], Some("/xdg"));
        assert_cache("linux", &[home, ("XDG_CACHE_HOME", "")], Some("/home/ada/.cache"));
        assert_cache("macos", &[home], Some("/home/ada/Library/Caches"));
        assert_cache("windows", &[("LOCALAPPDATA", "/local")], Some("/local"));
        assert_cache("linux", &[], None);
    }

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.128"));
        assert_eq!(version_in_lock(lock, "bindgen"), None);
    }
}
