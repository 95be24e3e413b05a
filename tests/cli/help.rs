//! The examples of the help.

use std::{env, fs, path::Path, process::Command};

use super::run::{MASKLAB, answer, folder, masklab};

/// The lines of a help text that begin, indented, with a command.
fn examples(help: &str) -> Vec<&str> {
    let (_, examples) = help.split_once("\nExample").unwrap_or_else(|| panic!("none in {help}"));
    let is_command = |line: &&str| line.starts_with("  masklab ") || line.starts_with("  echo ");
    examples.lines().filter(is_command).map(str::trim).collect()
}

#[cfg(unix)]
#[test]
fn the_examples_of_every_help_run_as_they_are() {
    let folder = folder("examples");
    let programs = Path::new(MASKLAB).parent().unwrap().to_owned();
    let paths = env::split_paths(&env::var_os("PATH").unwrap()).collect::<Vec<_>>();
    let path = env::join_paths([programs].into_iter().chain(paths)).unwrap();
    let text = "The quick brown fox jumps. The lazy dog sleeps, and the fox runs.\n";
    fs::write(folder.join("text.txt"), text).unwrap();
    for (command, least) in [
        (None, 4),
        (Some("evaluate"), 4),
        (Some("sample"), 3),
        (Some("plot"), 2),
        (Some("link"), 3),
        (Some("schema"), 1),
    ] {
        let help = masklab(command.into_iter().chain(["--help"]), "");
        assert_eq!((help.status, help.stderr.as_str()), (Some(0), ""));
        let examples = examples(&help.stdout);
        assert!(examples.len() >= least, "{}", help.stdout);
        for example in examples {
            let mut shell = Command::new("sh");
            shell.args(["-ec", example]).current_dir(&folder).env("PATH", &path);
            let answer = answer(&mut shell, b"");
            assert_eq!((answer.status, answer.stderr.as_str()), (Some(0), ""), "{example}");
            let (_, file) = example.rsplit_once(" -o ").unwrap_or_default();
            if file.is_empty() {
                assert!(!answer.stdout.is_empty(), "{example}");
            } else {
                assert!(answer.stdout.is_empty(), "{example}");
                assert!(folder.join(file).metadata().unwrap().len() > 0, "{example}");
            }
        }
    }
}
