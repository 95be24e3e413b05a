//! Running other programs: found on PATH, without standard input, and with failures that come
//! back as an [`Error`] naming the command and, where they are not on the screen, its last words.

use std::collections::VecDeque;
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};
use crate::terminal::warn;

/// Enough to hold the reason of a failure, and little enough to be read.
const LAST_WORDS: usize = 1500;

/// Runs a command whose words go straight to the screen.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status();
    conclude(command, status, String::new())
}

/// What of an install goes to the screen; all of it is kept for the message of a failure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Show {
    Everything,
    /// For programs that say thousands of lines to their standard output.
    Complaints,
    Nothing,
}

/// Runs an install up to `attempts` times, since registries fail now and then for a moment.
pub(crate) fn install_at_last(
    command: &mut Command,
    show: Show,
    limit: Duration,
    attempts: usize,
) -> Result<()> {
    for _ in 1..attempts {
        match install(command, show, limit) {
            Ok(()) => return Ok(()),
            Err(error) if show != Show::Nothing => warn(&format!("{error}\nTrying once more.")),
            Err(_) => {}
        }
    }
    install(command, show, limit)
}

/// Runs an install for at most `limit`, and keeps its last words for the message of a failure.
pub(crate) fn install(command: &mut Command, show: Show, limit: Duration) -> Result<()> {
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return conclude(command, Err(error), String::new()),
    };
    let heard = Arc::new(Mutex::new(VecDeque::new()));
    let listeners = [
        child.stdout.take().map(|pipe| {
            let echo = show == Show::Everything;
            listen(pipe, Arc::clone(&heard), echo)
        }),
        child.stderr.take().map(|pipe| {
            let echo = show != Show::Nothing;
            listen(pipe, Arc::clone(&heard), echo)
        }),
    ];
    let status = wait(&mut child, limit);
    if status.is_ok() {
        // After a time-out a grandchild may hold the pipes open: then nobody waits for them.
        for listener in listeners.into_iter().flatten() {
            let _ = listener.join();
        }
    }
    let words = heard.lock().unwrap_or_else(PoisonError::into_inner);
    let words: Vec<u8> = words.iter().copied().collect();
    conclude(command, status, last_lines(&String::from_utf8_lossy(&words)))
}

fn listen(
    mut pipe: impl Read + Send + 'static,
    heard: Arc<Mutex<VecDeque<u8>>>,
    echo: bool,
) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(length @ 1..) = pipe.read(&mut buffer) {
            let words = buffer.get(..length).unwrap_or_default();
            if echo {
                let _ = io::stderr().write_all(words);
            }
            let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
            heard.extend(words);
            let surplus = heard.len().saturating_sub(2 * LAST_WORDS);
            heard.drain(..surplus);
        }
    })
}

fn wait(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let begin = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if begin.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Err(io::Error::new(
                io::ErrorKind::TimedOut,
                format!("no end after {} s", limit.as_secs()),
            ));
        }
        thread::sleep(Duration::from_millis(50));
    }
}

fn conclude(command: &Command, status: io::Result<ExitStatus>, last_words: String) -> Result<()> {
    let outcome = match status {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => match status.code() {
            Some(code) => format!("ended with exit status {code}"),
            None => format!("was stopped ({status})"),
        },
        Err(error) if error.kind() == io::ErrorKind::TimedOut => format!("was stopped: {error}"),
        Err(error) => format!("did not start: {error}"),
    };
    Err(Error::Command { command: shown(command), outcome, last_words })
}

/// The end of what a program said: whole lines, without what a backtrace adds.
fn last_lines(words: &str) -> String {
    let words = words.split_once("Stack backtrace:").map_or(words, |(before, _)| before);
    let mut length = 0;
    let mut lines: Vec<&str> = words
        .lines()
        .rev()
        // A progress bar rewrites its line: what counts is its last state.
        .map(|line| line.rsplit('\r').next().unwrap_or(line).trim_end())
        .filter(|line| !line.is_empty())
        .take_while(|line| {
            length += line.len();
            length <= LAST_WORDS
        })
        .take(12)
        .collect();
    lines.reverse();
    lines.join("\n")
}

/// What a program answers on its standard output; none where it is not there or says no.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as a person would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(program).chain(command.get_args()).map(quoted).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.is_empty() || word.contains([' ', '"', '\'', '$', '*', '(', ';', '&']) {
        format!("'{word}'")
    } else {
        word.into_owned()
    }
}

/// Where a program stands on this process's PATH.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    find_in(program, env::split_paths(&env::var_os("PATH")?))
}

/// The program in the first of the folders that has it.
pub(crate) fn find_in(
    program: &str,
    folders: impl IntoIterator<Item = PathBuf>,
) -> Option<PathBuf> {
    // npm puts `.cmd` files in place of programs on Windows.
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    folders.into_iter().find_map(|folder| {
        endings
            .iter()
            .map(|ending| folder.join(format!("{program}{ending}")))
            .find(|path| is_program(path))
    })
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// This process's PATH with some folders before it.
pub(crate) fn path_with(first: &[PathBuf]) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.iter().cloned().chain(env::split_paths(&path)))
        .map_err(|error| Error::Project(format!("a tool folder cannot stand on PATH: {error}")))
}

#[cfg(test)]
#[cfg(unix)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_failed_install_tells_its_last_words() {
        let mut command = shell("echo first; echo no such package >&2; exit 3");
        let error = install(&mut command, Show::Nothing, Duration::from_secs(20)).unwrap_err();
        let message = error.to_string();
        assert!(message.contains("exit status 3"), "{message}");
        assert!(message.contains("no such package"), "{message}");
    }

    #[test]
    fn a_failure_of_a_moment_is_got_over() {
        let mark = env::temp_dir().join(format!("xtask-attempts-{}", std::process::id()));
        let mut command = shell(&format!("rm '{0}' && exit 1; touch '{0}'", mark.display()));
        std::fs::write(&mark, "").unwrap();
        let limit = Duration::from_secs(20);
        assert!(install_at_last(&mut command, Show::Nothing, limit, 1).is_err());
        std::fs::write(&mark, "").unwrap();
        assert!(install_at_last(&mut command, Show::Nothing, limit, 2).is_ok());
        std::fs::remove_file(&mark).unwrap();
    }

    #[test]
    fn an_install_that_hangs_is_stopped() {
        let mut command = shell("exec sleep 60");
        let error = install(&mut command, Show::Nothing, Duration::from_millis(200)).unwrap_err();
        assert!(error.to_string().contains("was stopped"), "{error}");
    }

    #[test]
    fn a_program_that_is_not_there_is_an_error_and_no_panic() {
        let error = run(&mut Command::new("no-such-program-of-masklab")).unwrap_err();
        assert!(error.to_string().contains("did not start"), "{error}");
        assert_eq!(answer(&mut Command::new("no-such-program-of-masklab")), None);
    }

    #[test]
    fn last_words_are_whole_lines_without_backtrace_and_progress() {
        let words = "one\ntwo\rtwo again\n\nthree\nStack backtrace:\n 0: deep\n";
        assert_eq!(last_lines(words), "one\ntwo again\nthree");
    }

    #[test]
    fn commands_are_shown_as_they_would_be_typed() {
        let mut command = Command::new("/some/where/cargo");
        command.args(["test", "--", "two words"]);
        assert_eq!(shown(&command), "cargo test -- 'two words'");
    }

    #[test]
    fn only_what_can_be_executed_counts_as_a_program() {
        let folders = || env::split_paths("/etc:/bin").collect::<Vec<_>>();
        assert_eq!(find_in("sh", folders()), Some("/bin/sh".into()));
        assert_eq!(find_in("passwd-", folders()), None);
    }
}
