//! The three engines: where their programs are found, and how each is asked for a session.
//!
//! A program is named by its environment variable, which `cargo xtask test` sets, or else found on
//! `PATH`. This module starts nothing; `driver` does.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// A browser engine that the page promises to run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Blink, as Chromium.
    Chromium,
    /// Gecko, as Firefox.
    Firefox,
    /// WebKit, as the small browser that comes with WebKitGTK.
    WebKit,
}

/// The programs that drive one engine.
#[derive(Debug)]
pub(crate) struct Programs {
    /// The WebDriver server.
    pub(crate) driver: PathBuf,
    /// The browser that it starts.
    pub(crate) browser: PathBuf,
    /// An X server to draw into, for an engine without a headless mode.
    pub(crate) screen: Option<PathBuf>,
}

/// A program that is not there, and how it comes.
#[derive(Debug)]
pub(crate) struct Missing {
    engine: Engine,
    program: &'static str,
    variable: &'static str,
    named: Option<PathBuf>,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engine's name in the names of the tests.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Finds the engine's programs.
    pub(crate) fn find(self) -> Result<Programs, Missing> {
        let (driver, browser, screen) = match self {
            Self::Chromium => (
                self.program("MASKLAB_CHROMEDRIVER", &["chromedriver"])?,
                self.program(
                    "MASKLAB_CHROMIUM",
                    &["chromium", "chromium-browser", "google-chrome"],
                )?,
                None,
            ),
            Self::Firefox => (
                self.program("MASKLAB_GECKODRIVER", &["geckodriver"])?,
                self.program("MASKLAB_FIREFOX", &["firefox-esr", "firefox"])?,
                None,
            ),
            Self::WebKit => (
                self.program("MASKLAB_WEBKITDRIVER", &["WebKitWebDriver"])?,
                mini_browser().ok_or(Missing {
                    engine: self,
                    program: "MiniBrowser of webkit2gtk-4.1",
                    variable: "MASKLAB_WEBKITDRIVER",
                    named: None,
                })?,
                Some(self.program("MASKLAB_XVFB", &["Xvfb"])?),
            ),
        };
        Ok(Programs { driver, browser, screen })
    }

    fn program(self, variable: &'static str, names: &[&'static str]) -> Result<PathBuf, Missing> {
        let missing = |named| Missing { engine: self, program: names[0], variable, named };
        if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) {
            let file = PathBuf::from(path);
            return if file.is_file() { Ok(file) } else { Err(missing(Some(file))) };
        }
        names.iter().find_map(|name| on_path(name)).ok_or_else(|| missing(None))
    }

    /// The packages of Debian and Ubuntu that hold the engine.
    fn packages(self) -> &'static str {
        match self {
            Self::Chromium => "chromium and chromium-driver",
            Self::Firefox => "firefox-esr, and geckodriver by cargo",
            Self::WebKit => "webkit2gtk-driver and xvfb",
        }
    }

    /// What the driver's server is told on its command line.
    pub(crate) fn driver_arguments(self, port: u16) -> Vec<String> {
        let mut arguments = vec![format!("--port={port}")];
        match self {
            Self::Chromium => {}
            // Its second server, for WebDriver BiDi, has a fixed port unless told otherwise.
            Self::Firefox => arguments.push("--websocket-port=0".into()),
            Self::WebKit => arguments.push("--host=127.0.0.1".into()),
        }
        arguments
    }

    /// What a new session is asked for.
    pub(crate) fn capabilities(self, browser: &Path) -> Map<String, Value> {
        let (options, more) = match self {
            Self::Chromium => (
                (
                    "goog:chromeOptions",
                    json!({ "binary": browser, "args": [
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        // Scenarios share a browser: what was left is not to live on.
                        "--disable-features=BackForwardCache",
                    ] }),
                ),
                Some(("goog:loggingPrefs", json!({ "browser": "ALL" }))),
            ),
            Self::Firefox => {
                let prefs = json!({ "browser.sessionhistory.max_total_viewers": 0 });
                let options = json!({ "binary": browser, "args": ["-headless"], "prefs": prefs });
                (("moz:firefoxOptions", options), None)
            }
            Self::WebKit => (
                (
                    "webkitgtk:browserOptions",
                    json!({ "binary": browser, "args": ["--automation"] }),
                ),
                None,
            ),
        };
        std::iter::once(options).chain(more).map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// WebKitGTK's test browser, which stands in the library's own folder and not on `PATH`.
fn mini_browser() -> Option<PathBuf> {
    let architectures = std::fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()));
    let mut found: Vec<PathBuf> = architectures
        .chain([PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")])
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|folder| {
            folder
                .file_name()
                .and_then(|name| name.to_str())
                .is_some_and(|name| name.starts_with("webkit2gtk-4."))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|file| file.is_file())
        .collect();
    found.sort();
    found.pop()
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { engine, program, variable, named } = self;
        match named {
            Some(named) => write!(f, "{variable} names {}, which is no file", named.display())?,
            None => write!(f, "{program} was not found (set {variable}, or put it on PATH)")?,
        }
        write!(f, "; `cargo xtask test` installs it (Debian: {})", engine.packages())
    }
}
