//! Installing Debian's packages, where there is apt-get and the right to use it.

use std::cell::Cell;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};
use crate::place::Place;
use crate::process::{self, Show};
use crate::terminal::{duration, say};

/// Browsers are some hundred megabytes.
const LIMIT: Duration = Duration::from_secs(20 * 60);

const ATTEMPTS: usize = 2;

/// The packages of Debian, as this machine reaches them.
pub(crate) struct Debian {
    /// Root needs no other program, everyone else `sudo` without a password.
    sudo: bool,
    quiet: bool,
    lists_are_new: Cell<bool>,
}

impl Debian {
    /// The reason is for a person, where packages cannot be installed here.
    pub(crate) fn find(place: &Place) -> Result<Self, &'static str> {
        if process::find("apt-get").is_none() {
            return Err("this system has no apt-get");
        }
        let user = process::answer(Command::new("id").arg("-u"));
        let root = user.is_some_and(|user| user.trim() == "0");
        if !root && process::answer(Command::new("sudo").args(["-n", "true"])).is_none() {
            return Err("apt-get needs root, or sudo that asks for no password");
        }
        Ok(Self { sudo: !root, quiet: place.ci, lists_are_new: Cell::new(false) })
    }

    /// Installs `packages`, having said which, why and how long that usually takes.
    pub(crate) fn install(&self, packages: &[&str], why: &str, usual_time: &str) -> Result<()> {
        say(&format!(
            "Installing Debian's {}: {why}. Usually takes {usual_time}.",
            packages.join(" ")
        ));
        let begin = Instant::now();
        // A new machine has no lists, an old one lists that name files which are gone.
        if !self.lists_are_new.replace(true) {
            self.apt_get(&["update"])?;
        }
        let mut arguments = vec!["install", "-y", "--no-install-recommends"];
        arguments.extend(packages);
        self.apt_get(&arguments)?;
        let names = packages.join(" ");
        say(&format!("Installed {names} in {}.", duration(begin.elapsed())));
        Ok(())
    }

    fn apt_get(&self, arguments: &[&str]) -> Result<()> {
        let mut command = if self.sudo {
            let mut sudo = Command::new("sudo");
            // sudo does not hand on the environment.
            sudo.args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            sudo
        } else {
            let mut apt_get = Command::new("apt-get");
            apt_get.env("DEBIAN_FRONTEND", "noninteractive");
            apt_get
        };
        command
            .args(["-q", "-o", "Acquire::Retries=3"])
            .args(["-o", "Acquire::http::Timeout=60"])
            .args(["-o", "DPkg::Lock::Timeout=300"])
            .args(["-o", "Dpkg::Use-Pty=0"])
            .args(arguments);
        // A browser has two hundred packages, with four lines each.
        let show = if self.quiet { Show::Complaints } else { Show::Everything };
        process::install_at_last(&mut command, show, LIMIT, ATTEMPTS)
    }
}

/// What to type where this program may not.
pub(crate) fn command_for_a_person(packages: &[&str]) -> String {
    format!("sudo apt-get install -y --no-install-recommends {}", packages.join(" "))
}

/// The error for packages that are not there and cannot be installed.
pub(crate) fn missing(what: &str, reason: String, packages: &[&str]) -> Error {
    Error::Missing { what: what.to_owned(), reason, bring: command_for_a_person(packages) }
}
