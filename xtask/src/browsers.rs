//! The browsers of the browser tests and the programs that drive them: one table, and the way
//! to their paths. An engine's paths are handed to the tests all or none, so that a test never
//! has a driver without its browser.

use std::env;
use std::path::{Path, PathBuf};

use crate::debian::{self, Debian};
use crate::error::{Error, Result};
use crate::place::Place;
use crate::process;
use crate::terminal::warn;
use crate::tools::{AXE, GECKODRIVER, REVEAL, Tool};

pub(crate) struct Engine {
    pub(crate) name: &'static str,
    programs: &'static [Program],
    /// The driver, where it is not a package of Debian.
    tool: Option<(&'static Tool, &'static str)>,
}

struct Program {
    /// The variable in which the tests get the path; a person may set it, too.
    variable: &'static str,
    /// On PATH, or whole paths by the custom of a system.
    names: &'static [&'static str],
    package: &'static str,
}

pub(crate) const ENGINES: [Engine; 3] = [
    Engine {
        name: "Chromium",
        programs: &[
            Program {
                variable: "MASKLAB_CHROMIUM",
                names: &[
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "chrome",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                ],
                package: "chromium",
            },
            Program {
                variable: "MASKLAB_CHROMEDRIVER",
                names: &["chromedriver"],
                package: "chromium-driver",
            },
        ],
        tool: None,
    },
    Engine {
        name: "Firefox",
        programs: &[Program {
            variable: "MASKLAB_FIREFOX",
            names: &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
            package: "firefox-esr",
        }],
        tool: Some((&GECKODRIVER, "MASKLAB_GECKODRIVER")),
    },
    Engine {
        name: "WebKitGTK",
        programs: &[
            Program {
                variable: "MASKLAB_WEBKITDRIVER",
                names: &["WebKitWebDriver"],
                package: "webkit2gtk-driver",
            },
            Program { variable: "MASKLAB_XVFB", names: &["Xvfb"], package: "xvfb" },
        ],
        tool: None,
    },
];

/// What the tests use besides: in which variables they get it, and what they leave out without it.
const OTHERS: [(&str, &Tool, &str); 2] = [
    ("MASKLAB_AXE", &AXE, "do not look for barriers"),
    ("MASKLAB_REVEAL", &REVEAL, "show no slides"),
];

/// Variables of the tests with the paths that belong in them.
pub(crate) type Paths = Vec<(&'static str, PathBuf)>;

impl Engine {
    /// The paths that are there, and the packages that would bring the others.
    fn look(&self) -> (Paths, Vec<&'static str>) {
        let mut paths = Vec::new();
        let mut packages = Vec::new();
        for program in self.programs {
            match program.find() {
                Some(path) => paths.push((program.variable, path)),
                None => packages.push(program.package),
            }
        }
        (paths, packages)
    }

    fn ensure(&self, place: &Place, debian: &Result<Debian, &'static str>) -> Result<Paths> {
        let (mut paths, packages) = self.look();
        if !packages.is_empty() {
            let missing = |reason| {
                let what = format!("{} for the browser tests", self.name);
                debian::missing(&what, reason, &packages)
            };
            let why = format!("the browser tests run in {}", self.name);
            debian
                .as_ref()
                .map_err(|reason| missing((*reason).to_owned()))?
                .install(&packages, &why, "1 to 3 min")
                .map_err(|error| missing(error.to_string()))?;
            let (found, still_missing) = self.look();
            if !still_missing.is_empty() {
                return Err(missing(format!(
                    "{} installed, but not the program",
                    still_missing.join(" ")
                )));
            }
            paths = found;
        }
        if let Some((tool, variable)) = self.tool {
            paths.push((variable, tool.ensure(place)?));
        }
        Ok(paths)
    }

    /// For a report: what is there, or what is missing and what would become of it.
    pub(crate) fn state(&self, place: &Place, debian: Result<(), &str>) -> Result<Paths, String> {
        let (mut paths, packages) = self.look();
        let mut missing = Vec::new();
        if !packages.is_empty() {
            let outlook = debian.err().unwrap_or("would be installed");
            missing.push(format!("missing {}; {outlook}", packages.join(" ")));
        }
        if let Some((tool, variable)) = self.tool {
            match tool.ready(place) {
                Ok(Some(path)) => paths.push((variable, path)),
                Ok(None) => missing.push(format!("missing {}, as above", tool.program)),
                Err(error) => missing.push(error.to_string()),
            }
        }
        if missing.is_empty() { Ok(paths) } else { Err(missing.join("; ")) }
    }
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        let chosen = env::var_os(self.variable).map(PathBuf::from);
        if let Some(chosen) = chosen.filter(|path| path.is_file()) {
            return Some(chosen);
        }
        self.names.iter().find_map(|name| {
            if name.contains('/') {
                let path = Path::new(name);
                path.is_file().then(|| path.to_owned())
            } else {
                process::find(name)
            }
        })
    }
}

/// All variables in which the tests get paths.
pub(crate) fn variables() -> impl Iterator<Item = &'static str> {
    let engines = ENGINES.iter().flat_map(|engine| {
        let programs = engine.programs.iter().map(|program| program.variable);
        programs.chain(engine.tool.map(|(_, variable)| variable))
    });
    engines.chain(OTHERS.map(|(variable, ..)| variable))
}

/// The browsers that the tests will run in.
pub(crate) struct Browsers {
    pub(crate) paths: Paths,
    /// The engines that cannot be had on this machine.
    pub(crate) skipped: Vec<&'static str>,
}

/// Brings every engine, and what the tests use besides. What cannot be had is an error in CI, and a warning elsewhere.
pub(crate) fn ensure(place: &Place) -> Result<Browsers> {
    let debian = Debian::find(place);
    let mut browsers = Browsers { paths: Vec::new(), skipped: Vec::new() };
    for engine in &ENGINES {
        match engine.ensure(place, &debian) {
            Ok(paths) => browsers.paths.extend(paths),
            Err(error) => {
                warn(&format!(
                    "{}\n  The browser tests skip {}. (With CI=true this is an error.)",
                    tolerable(error, place.ci)?,
                    engine.name
                ));
                browsers.skipped.push(engine.name);
            }
        }
    }
    for (variable, tool, lack) in OTHERS {
        match tool.ensure(place) {
            Ok(path) => browsers.paths.push((variable, path)),
            Err(error) => {
                warn(&format!(
                    "{}\n  The browser tests {lack}. (With CI=true this is an error.)",
                    tolerable(error, place.ci)?
                ));
            }
        }
    }
    Ok(browsers)
}

/// Brings Chromium alone.
pub(crate) fn ensure_chromium(place: &Place) -> Result<Paths> {
    let [chromium, ..] = &ENGINES;
    chromium.ensure(place, &Debian::find(place))
}

/// The error again where the tests may go on without the engine.
fn tolerable(error: Error, ci: bool) -> Result<Error> {
    if ci { Err(error) } else { Ok(error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_that_cannot_be_had_is_an_error_in_ci_only() {
        let error = || Error::Project("no apt-get".to_owned());
        assert!(tolerable(error(), true).is_err());
        assert!(tolerable(error(), false).is_ok());
    }

    #[test]
    fn the_tests_get_each_path_in_a_variable_of_its_own() {
        let mut variables: Vec<&str> = variables().collect();
        variables.sort_unstable();
        assert_eq!(
            variables,
            [
                "MASKLAB_AXE",
                "MASKLAB_CHROMEDRIVER",
                "MASKLAB_CHROMIUM",
                "MASKLAB_FIREFOX",
                "MASKLAB_GECKODRIVER",
                "MASKLAB_REVEAL",
                "MASKLAB_WEBKITDRIVER",
                "MASKLAB_XVFB"
            ]
        );
    }
}
