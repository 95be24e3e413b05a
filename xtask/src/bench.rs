//! `cargo xtask bench`: measures the page in a browser. What is measured, and how, is in `benches/page`;
//! this builds the page, finds the browser and starts it.

use std::env;
use std::path::PathBuf;

use crate::browsers;
use crate::error::{Error, Result};
use crate::page;
use crate::place::Place;
use crate::process;
use crate::terminal::{heading, say};
use crate::toolchain::cargo;

/// What can be measured, in the order in which it is; the last one only where it is named.
pub(crate) const BENCHES: [&str; 5] = ["drag", "beside", "memory", "load", "profile"];

/// The benchmark with this name.
pub(crate) fn bench(name: &str) -> Result<&'static str> {
    BENCHES.into_iter().find(|bench| *bench == name).ok_or_else(|| {
        let benches = BENCHES.join(", ");
        Error::Usage(format!("there is no benchmark {name:?}: the benchmarks are {benches}"))
    })
}

/// Runs these benchmarks, or all where none is named, with the page in this folder or in that which
/// `MASKLAB_DIST` names, and otherwise with one that is built first. First visits to the page in the folder
/// `beside` are measured in turns with those to ours.
pub(crate) fn run(
    place: &Place,
    benches: &[&'static str],
    dist: Option<PathBuf>,
    beside: Option<PathBuf>,
) -> Result<()> {
    heading("tools");
    let chromium = browsers::ensure_chromium(place)?;
    say("All that is needed is there.");
    let named = dist.or_else(|| env::var_os("MASKLAB_DIST").map(PathBuf::from));
    let dist = page::built(place, named)?;
    let beside = beside.map(|folder| page::in_folder(&folder)).transpose()?;
    heading("benchmarks of the page");
    let mut command = cargo();
    // What takes time here is the browser: the program that drives it is built as the tests are.
    command.args(["bench", "--locked", "--profile", "dev", "--bench", "page", "--"]);
    command.args(benches);
    command.envs(chromium).env("MASKLAB_DIST", dist).current_dir(&place.root);
    if let Some(folder) = beside {
        command.env("MASKLAB_BESIDE", folder);
    }
    say(&format!("$ {}", process::shown(&command)));
    process::run(&mut command)
}
