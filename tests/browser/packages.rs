//! What comes from npm: other people's scripts, which some scenarios cannot be played without.
//!
//! `cargo xtask test` installs them and names the place of each in a variable.

use std::env;
use std::path::PathBuf;

/// A script or a folder of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Package {
    name: &'static str,
    variable: &'static str,
}

/// Looks for barriers: one script.
pub(crate) const AXE: Package = Package { name: "axe-core", variable: "MASKLAB_AXE" };
/// Shows slides: the folder of the package.
pub(crate) const REVEAL: Package = Package { name: "reveal.js", variable: "MASKLAB_REVEAL" };

impl Package {
    /// Where it is.
    pub(crate) fn path(self) -> Option<PathBuf> {
        env::var_os(self.variable).map(PathBuf::from).filter(|path| path.exists())
    }

    /// Says so where it is not there.
    pub(crate) fn found(self) -> Result<(), String> {
        let Self { name, variable } = self;
        match self.path() {
            Some(_) => Ok(()),
            None => Err(format!(
                "{variable} does not say where {name} is: `cargo xtask test` installs it"
            )),
        }
    }
}
