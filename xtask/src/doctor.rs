//! `cargo xtask doctor`: what is there, what is missing and what would be installed. It changes
//! nothing.

use crate::browsers::ENGINES;
use crate::debian::Debian;
use crate::error::Result;
use crate::fuzz::Compiler;
use crate::place::Place;
use crate::process;
use crate::terminal::say;
use crate::toolchain::{Wasm, cargo};
use crate::tools::{AXE, CARGO_FUZZ, GECKODRIVER, LIGHTHOUSE, PAGE_TOOLS, REVEAL};

pub(crate) fn report(place: &Place) -> Result<()> {
    say(&format!("Tools are kept in {}\n", place.tools.display()));
    for program in ["fmt", "clippy"] {
        let there = process::answer(cargo().args([program, "--version"]));
        line(
            &format!("cargo {program}"),
            &there.map_or_else(
                || "missing; rustup component add would bring it".to_owned(),
                |version| version.trim_end().to_owned(),
            ),
        );
    }
    line(
        "wasm32 compiler",
        Wasm::ready().map_or(
            "missing; rustup would be asked for the target, then apt-get for Debian's compiler",
            Wasm::description,
        ),
    );
    line(
        "nightly compiler",
        Compiler::ready().as_ref().map_or(
            "missing; `fuzz` would ask rustup for it, then do without the address sanitizer",
            Compiler::description,
        ),
    );
    let others = [&GECKODRIVER, &AXE, &REVEAL, &LIGHTHOUSE, &CARGO_FUZZ];
    for tool in PAGE_TOOLS.into_iter().chain(others) {
        let version = tool.version(place)?;
        let state = match tool.ready(place)? {
            Some(program) => program.display().to_string(),
            None => format!("missing; would be installed, which usually takes {}", tool.usual_time),
        };
        line(&format!("{} {version}", tool.program), &state);
    }
    let debian = Debian::find(place).map(|_| ());
    for engine in &ENGINES {
        let state = engine.state(place, debian).map_or_else(
            |missing| missing,
            |paths| {
                let paths: Vec<String> =
                    paths.iter().map(|(_, path)| path.display().to_string()).collect();
                paths.join(", ")
            },
        );
        line(engine.name, &state);
    }
    Ok(())
}

fn line(what: &str, state: &str) {
    say(&format!("{what:<22}{state}"));
}
