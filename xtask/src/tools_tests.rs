//! The tools: what counts as installed, and in which version.
#![allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]

use super::*;

fn here() -> Place {
    Place::find().unwrap()
}

#[test]
fn versions_are_found_in_what_the_tools_say() {
    for (words, version) in [
        ("trunk 0.21.14\n", Some("0.21.14")),
        ("wasm-bindgen 0.2.128\n", Some("0.2.128")),
        ("wasm-opt version 132 (version_132)\n", Some("132")),
        ("geckodriver 0.37.1 (abc 2026)\n\nThe source 2.0", Some("0.37.1")),
        ("/*! axe v4.14.1\n * Copyright (c) 2015", Some("4.14.1")),
        ("no version\n9.9", None),
        ("", None),
    ] {
        assert_eq!(version_said(words), version, "{words:?}");
    }
}

#[test]
fn wasm_bindgen_is_asked_for_in_the_version_that_the_page_pins() {
    let place = here();
    let version = WASM_BINDGEN.version(&place).unwrap();
    let manifest = fs::read_to_string(place.root.join("Cargo.toml")).unwrap();
    let pin = format!("wasm-bindgen = \"={version}\"");
    assert!(manifest.contains(&pin), "Cargo.toml has no {pin}");
}

#[test]
fn a_folder_without_a_working_program_does_not_count_as_installed() {
    let tools = std::env::temp_dir().join(format!("xtask-tools-{}", std::process::id()));
    let place = Place { tools, ..here() };
    let interrupted = GECKODRIVER.folder(&place, "0.37.1").join("bin");
    fs::create_dir_all(&interrupted).unwrap();
    fs::write(interrupted.join("geckodriver"), "half").unwrap();
    let ready = GECKODRIVER.ready(&place).unwrap();
    assert!(ready.is_none_or(|program| !program.starts_with(&place.tools)));

    let version = AXE.version(&place).unwrap();
    let package = AXE.folder(&place, &version).join("node_modules").join("axe-core");
    fs::create_dir_all(&package).unwrap();
    for (words, is_ready) in [("", false), ("/*! axe v4.0.0\n", false), ("/*! axe v4.14.1\n", true)]
    {
        fs::write(package.join("axe.min.js"), words).unwrap();
        assert_eq!(AXE.ready(&place).unwrap().is_some(), is_ready, "{words:?}");
    }

    let version = REVEAL.version(&place).unwrap();
    let package = REVEAL.folder(&place, &version).join("node_modules").join("reveal.js");
    fs::create_dir_all(&package).unwrap();
    for (words, is_ready) in [
        ("{}", false),
        (r#"{"name": "reveal.js", "version": "5.0.0"}"#, false),
        (r#"{"name": "reveal.js", "version": "6.0.2", "type": "module"}"#, true),
    ] {
        fs::write(package.join("package.json"), words).unwrap();
        assert_eq!(REVEAL.ready(&place).unwrap().is_some(), is_ready, "{words}");
    }
    fs::remove_dir_all(&place.tools).unwrap();
}

#[cfg(unix)]
#[test]
fn a_program_of_another_version_is_not_used() {
    use std::os::unix::fs::PermissionsExt;
    let folder = std::env::temp_dir().join(format!("xtask-version-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let program = folder.join("wasm-opt");
    for (words, right) in [
        ("wasm-opt version 132 (version_132)", true),
        ("wasm-opt version 108", false),
        ("wasm-opt version 1320", false),
    ] {
        fs::write(&program, format!("#!/bin/sh\necho '{words}'\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(WASM_OPT.answers_with(&program, "132.0.0"), right, "{words}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_a_person_can_type_names_version_and_options() {
    assert_eq!(
        TRUNK.command_for_a_person("0.21.14"),
        "cargo install trunk --version 0.21.14 --locked --no-default-features"
    );
}
