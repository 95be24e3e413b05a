//! How the chores speak: headings, plain lines, warnings and durations. Words go to standard
//! output and complaints to standard error; nobody is hurt when a pipe closes early.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Opens a part of the work.
pub(crate) fn heading(title: &str) {
    let mut out = io::stdout();
    let _ = if coloured(out.is_terminal()) {
        writeln!(out, "\n\x1b[1;36m== {title}\x1b[0m")
    } else {
        writeln!(out, "\n== {title}")
    };
}

pub(crate) fn warn(message: &str) {
    complain("warning", "33", message);
}

pub(crate) fn error(message: &str) {
    complain("error", "31", message);
}

fn complain(word: &str, colour: &str, message: &str) {
    let mut out = io::stderr();
    let _ = if coloured(out.is_terminal()) {
        writeln!(out, "\x1b[1;{colour}m{word}:\x1b[0m {message}")
    } else {
        writeln!(out, "{word}: {message}")
    };
}

fn coloured(terminal: bool) -> bool {
    terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// `0.4 s`, `12 s` or `3 min 5 s`.
pub(crate) fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// `12,345`.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_as_fine_as_they_are_short() {
        assert_eq!(duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(duration(Duration::from_secs(12)), "12 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn thousands_are_grouped_from_the_right() {
        for (number, shown) in [
            (7, "7"),
            (123, "123"),
            (1234, "1,234"),
            (108_000, "108,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(thousands(number), shown);
        }
    }
}
