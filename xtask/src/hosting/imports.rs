//! Short names for what a program takes from its script: wasm-bindgen gives each of some hundred functions a
//! name with a hash of 16 digits, in both files, which no packing makes smaller.
//!
//! Only the list of imports is read and written anew. A program that has something else in it than is known
//! here keeps its names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::names::{ending, is_hash};
use crate::html::{mentions, replaced};

/// What all programs begin with: their kind and the version of their format.
const BEGINNING: &[u8] = b"\0asm\x01\0\0\0";
const SECTION_OF_IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;

/// Gives imports the same short names in programs and scripts.
pub(super) fn shorten(files: &mut BTreeMap<String, Vec<u8>>) {
    let is = |kind: &'static str| move |(name, _): &(&String, &mut Vec<u8>)| ending(name) == kind;
    let mut names = BTreeSet::new();
    for (_, content) in files.iter_mut().filter(is("wasm")) {
        let found = imports(content).map(|imports| imports.names).unwrap_or_default();
        names.extend(found.into_iter().filter_map(|range| name_of(content, range)));
    }
    let mut scripts: Vec<(&mut Vec<u8>, String)> = files
        .iter_mut()
        .filter(is("js"))
        .filter_map(|(_, content)| {
            let text = std::str::from_utf8(content).ok()?.to_owned();
            Some((content, text))
        })
        .collect();
    // What no script gives has to keep its name.
    names.retain(|name| scripts.iter().any(|(_, text)| mentions(text, name)));
    let short: BTreeMap<String, String> =
        names.into_iter().enumerate().map(|(index, name)| (name, format!("_{index}"))).collect();
    for (content, text) in &mut scripts {
        for (name, short) in &short {
            if mentions(text, name) {
                *text = replaced(text, name, short);
            }
        }
        **content = text.clone().into_bytes();
    }
    for (_, content) in files.iter_mut().filter(is("wasm")) {
        if let Some(renamed) = imports(content).and_then(|it| with_names(content, &it, &short)) {
            *content = renamed;
        }
    }
}

/// Where a program says what it takes.
struct Imports {
    /// From the section's kind to its end.
    section: Range<usize>,
    /// What is in the section.
    body: Range<usize>,
    /// Each name of what is taken, without its length.
    names: Vec<Range<usize>>,
}

/// The imports of a program, where all of them are functions.
fn imports(program: &[u8]) -> Option<Imports> {
    let mut at = program.starts_with(BEGINNING).then_some(BEGINNING.len())?;
    loop {
        let start = at;
        let kind = *program.get(at)?;
        at += 1;
        let length = number(program, &mut at)?;
        let body = at..at.checked_add(length)?;
        at = body.end;
        if kind != SECTION_OF_IMPORTS {
            continue;
        }
        program.get(body.clone())?;
        let mut names = Vec::new();
        let mut at = body.start;
        for _ in 0..number(program, &mut at)? {
            let _module = text(program, &mut at)?;
            names.push(text(program, &mut at)?);
            (*program.get(at)? == FUNCTION).then_some(())?;
            at += 1;
            let _type = number(program, &mut at)?;
        }
        return (at == body.end).then_some(Imports { section: start..body.end, body, names });
    }
}

/// A name that ends in a hash.
fn name_of(program: &[u8], range: Range<usize>) -> Option<String> {
    let name = std::str::from_utf8(program.get(range)?).ok()?;
    name.rsplit_once('_').is_some_and(|(_, hash)| is_hash(hash)).then(|| name.to_owned())
}

/// The program with other names.
fn with_names(
    program: &[u8],
    imports: &Imports,
    others: &BTreeMap<String, String>,
) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    let mut copied = imports.body.start;
    for range in &imports.names {
        let Some(other) = name_of(program, range.clone()).and_then(|name| others.get(&name)) else {
            continue;
        };
        // The length stands before the name, in as many bytes as that takes.
        let length = written(range.len()).len();
        body.extend(program.get(copied..range.start.checked_sub(length)?)?);
        body.extend(written(other.len()));
        body.extend(other.as_bytes());
        copied = range.end;
    }
    body.extend(program.get(copied..imports.body.end)?);
    let mut renamed = program.get(..imports.section.start)?.to_vec();
    renamed.push(SECTION_OF_IMPORTS);
    renamed.extend(written(body.len()));
    renamed.extend(body);
    renamed.extend(program.get(imports.section.end..)?);
    Some(renamed)
}

/// Where a text stands that begins here, behind its length.
fn text(program: &[u8], at: &mut usize) -> Option<Range<usize>> {
    let start = *at;
    let length = number(program, at)?;
    // A length may be written with more bytes than it takes: not by the programs that are known here.
    (written(length).len() == *at - start).then_some(())?;
    let range = *at..at.checked_add(length)?;
    *at = range.end;
    program.get(range.clone())?;
    Some(range)
}

/// A number of 32 bits in LEB128, which begins here.
fn number(program: &[u8], at: &mut usize) -> Option<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let byte = *program.get(*at)?;
        *at += 1;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// The same, as short as it gets.
fn written(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let [low, ..] = (number & 0x7f).to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    /// A program that takes these functions from `./app_bg.js`.
    fn program(names: &[&str]) -> Vec<u8> {
        let mut body = written(names.len());
        for text in names {
            for text in ["./app_bg.js", text] {
                body.extend(written(text.len()));
                body.extend(text.as_bytes());
            }
            body.extend([FUNCTION, 7]);
        }
        let section = |kind: u8, body: &[u8]| [&[kind][..], &written(body.len()), body].concat();
        [BEGINNING, &section(1, b"types"), &section(2, &body), &section(3, b"the rest")].concat()
    }

    fn files(wasm: Vec<u8>, js: &str) -> BTreeMap<String, Vec<u8>> {
        BTreeMap::from([("app.js".into(), js.into()), ("app_bg.wasm".into(), wasm)])
    }

    const NAMES: [&str; 3] =
        ["__wbg_b_00112233445566aa", "__wbg_a_0011223344556600", "__wbindgen_throw"];
    const SCRIPT: &str =
        "({ __wbg_b_00112233445566aa: 1, __wbg_a_0011223344556600: 2, __wbindgen_throw: 3 })";

    #[test]
    fn names_with_a_hash_become_short_in_both_files() {
        let mut files = files(program(&NAMES), SCRIPT);
        shorten(&mut files);
        assert_eq!(files["app.js"], b"({ _1: 1, _0: 2, __wbindgen_throw: 3 })");
        assert_eq!(files["app_bg.wasm"], program(&["_1", "_0", "__wbindgen_throw"]));
    }

    #[test]
    fn lengths_of_many_bytes_are_right() {
        let many: Vec<String> = (0..200).map(|it| format!("__wbg_f_{it:016x}")).collect();
        let names: Vec<&str> = many.iter().map(String::as_str).collect();
        let mut files = files(program(&names), &many.join(" "));
        shorten(&mut files);
        let short: Vec<String> = (0..200).map(|it| format!("_{it}")).collect();
        let names: Vec<&str> = short.iter().map(String::as_str).collect();
        assert_eq!(files["app_bg.wasm"], program(&names));
        assert_eq!(files["app.js"], short.join(" ").as_bytes());
    }

    #[test]
    fn a_name_that_no_script_gives_stays() {
        let mut files = files(program(&NAMES), "({ __wbg_a_0011223344556600: 2 })");
        shorten(&mut files);
        assert_eq!(files["app_bg.wasm"], program(&[NAMES[0], "_0", NAMES[2]]));
    }

    #[test]
    fn what_is_no_program_that_is_known_stays() {
        let whole = program(&NAMES);
        // Cut off at each place, and with an import that is a memory.
        let mut others: Vec<Vec<u8>> =
            (0..whole.len() - 10).map(|length| whole[..length].to_vec()).collect();
        let kind = whole.iter().rposition(|byte| *byte == 7).unwrap() - 1;
        others.push([&whole[..kind], &[2][..], &whole[kind + 1..]].concat());
        for other in others {
            let mut files = files(other.clone(), SCRIPT);
            shorten(&mut files);
            assert_eq!(files["app_bg.wasm"], other);
            assert_eq!(files["app.js"], SCRIPT.as_bytes());
        }
    }
}
