//! The rules of `ARCHITECTURE.md`, held against the code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What lives in the browser, and so not in the core.
const BROWSER: [&str; 6] = ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "crate::app"];

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The code of a file, without comments and without its tests, which stand at its end.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms that `crate::core::…` names: `a` in `crate::core::a::B`, `a` and `b` in
/// `crate::core::{a::B, b::{C, D}}`.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for (start, prefix) in code.match_indices("crate::core::") {
        let rest = &code[start + prefix.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            rooms.insert(name(rest));
            continue;
        };
        let mut depth = 0;
        let mut at_name = true;
        for (index, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => at_name = true,
                c if depth == 0 && at_name && c.is_alphabetic() => {
                    rooms.insert(name(&group[index..]));
                    at_name = false;
                }
                _ => {}
            }
        }
    }
    rooms
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The table of rooms: each with the rooms that it may use.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let quoted = |cell: &str| -> BTreeSet<String> {
        cell.split('`').skip(1).step_by(2).map(|room| room.trim_matches('/').to_owned()).collect()
    };
    text.lines()
        .skip_while(|line| !line.starts_with("| room (`src/core/"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            (quoted(cells[0]).pop_first().unwrap(), quoted(cells.last().unwrap()))
        })
        .collect()
}

#[test]
fn the_table_names_the_rooms_that_there_are() {
    let folders: BTreeSet<String> = fs::read_dir(root().join("src/core"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(table().into_keys().collect::<BTreeSet<_>>(), folders);
}

#[test]
fn each_room_uses_only_what_the_table_allows() {
    for (room, allowed) in table() {
        for file in rust_files(&root().join("src/core").join(&room)) {
            // A room's tests may use what they like, also in a file of their own.
            let is_tests = file.ends_with("tests.rs");
            for used in rooms_used(&code(&file)).into_iter().filter(|_| !is_tests) {
                assert!(
                    used == room || allowed.contains(&used),
                    "{} uses `{used}`, which ARCHITECTURE.md does not allow to `{room}`",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn the_core_names_nothing_of_the_browser() {
    for file in rust_files(&root().join("src/core")) {
        let code = code(&file);
        for word in BROWSER {
            let named = code.match_indices(word).any(|(start, _)| {
                let before = code[..start].chars().next_back();
                let after = code[start + word.len()..].chars().next();
                let part_of_a_word =
                    |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
                !part_of_a_word(before) && !part_of_a_word(after)
            });
            assert!(!named, "{} names `{word}`", file.display());
        }
    }
}

/// The names of the packages that a build of `masklab` needs. What another target needs may have to
/// be downloaded first, as its build does.
fn packages(more: &[&str]) -> BTreeSet<String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--package", "masklab", "--prefix", "none", "--format", "{p}", "--locked"])
        .args(more)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    let name = |line: &str| line.split_whitespace().next().map(str::to_owned);
    let packages: BTreeSet<String> = tree.lines().filter_map(name).collect();
    assert!(packages.contains("plotters"), "an unexpected answer of `cargo tree`:\n{tree}");
    packages
}

#[test]
fn the_native_build_needs_neither_yew_nor_web_sys() {
    let packages = packages(&["--edges", "normal,build", "--offline"]);
    for package in ["yew", "web-sys", "js-sys", "wasm-bindgen"] {
        assert!(!packages.contains(package), "the native build needs {package}");
    }
    assert!(packages.contains("clap"), "the command line needs clap");
}

#[test]
fn the_page_carries_nothing_of_the_command_line() {
    let packages = packages(&["--edges", "normal", "--target", "wasm32-unknown-unknown"]);
    assert!(packages.contains("yew"), "the page needs yew");
    for package in packages {
        assert!(!package.starts_with("clap"), "the page needs {package}");
    }
}

#[test]
fn imports_are_read_in_all_their_forms() {
    let code = "use crate::core::math::Probability;\nuse crate::core::{\n    objective::{Place, Term},\n    text::Position,\n};";
    let rooms: Vec<String> = rooms_used(code).into_iter().collect();
    assert_eq!(rooms, ["math", "objective", "text"]);
}
