//! `cargo xtask dist`: the page ready to be uploaded, and what a visit to it costs.

use std::path::PathBuf;

use xtask::hosting::{self, File, NGINX, SITE};

use crate::error::Result;
use crate::page;
use crate::place::Place;
use crate::size;
use crate::terminal::{say, thousands};

/// Makes the folder of the page in a folder, or of one that is built first.
pub(crate) fn run(place: &Place, named: Option<PathBuf>) -> Result<()> {
    let dist = page::built(place, named)?;
    let out = place.ready();
    let files = hosting::compose(&dist, &out)?;
    let first = size::first_load(&dist)?;
    say(&table(&files, |built| match built {
        Some(built) if first.contains(built) => Part::First,
        Some("masklab-page.js" | "masklab-page_bg.wasm") => Part::App,
        _ => Part::Rest,
    }));
    say(&format!(
        "\nUpload what is in {} (docs/hosting.md). For nginx there is {}.",
        out.join(SITE).display(),
        out.join(NGINX).display()
    ));
    Ok(())
}

/// When a browser asks for a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Before a slider answers.
    First,
    /// After that, on each first visit.
    App,
    /// In a frame, when the page is installed, or for when there is no network.
    Rest,
}

const PARTS: [(Part, &str); 3] = [
    (Part::First, "Until a slider answers"),
    (Part::App, "Then, the whole app"),
    (Part::Rest, "In frames, installed, offline"),
];

fn table(files: &[File], part_of: impl Fn(Option<&str>) -> Part) -> String {
    let width = files.iter().map(|file| file.name.len()).fold(32, usize::max);
    let line = |name: &str, [raw, gzip, brotli]: [&str; 3]| {
        format!("{name:width$}  {raw:>10}  {gzip:>10}  {brotli:>10}")
    };
    let numbers =
        |[raw, gzip, brotli]: [u64; 3]| [thousands(raw), thousands(gzip), thousands(brotli)];
    let row = |name: &str, sizes: [u64; 3]| {
        let [raw, gzip, brotli] = numbers(sizes);
        line(name, [&raw, &gzip, &brotli])
    };
    let mut lines = Vec::new();
    for (part, title) in PARTS {
        let mut files: Vec<&File> =
            files.iter().filter(|file| part_of(file.built.as_deref()) == part).collect();
        files.sort_by_key(|file| std::cmp::Reverse(file.brotli));
        lines.push(String::new());
        lines.push(line(title, ["raw", "gzip", "brotli"]));
        lines.push("-".repeat(width + 36));
        let sizes = |file: &File| [file.raw, file.gzip, file.brotli];
        lines.extend(files.iter().map(|file| row(&file.name, sizes(file))));
        if part != Part::Rest {
            let sum = |of: fn(&File) -> u64| files.iter().map(|file| of(file)).sum();
            let total = [sum(|file| file.raw), sum(|file| file.gzip), sum(|file| file.brotli)];
            lines.push(row(&format!("{} requests", files.len()), total));
        }
    }
    lines.join("\n").trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_visit_costs_is_added_up_by_its_parts() {
        let file = |name: &str, raw, gzip, brotli| File {
            built: Some(name.to_owned()),
            name: name.to_owned(),
            raw,
            gzip,
            brotli,
        };
        let files = [
            file("index.html", 9000, 3000, 2500),
            file("first.wasm", 90_000, 30_000, 25_000),
            file("masklab-page_bg.wasm", 900_000, 300_000, 250_000),
            File { built: None, ..file("worker.js", 900, 300, 250) },
        ];
        let table = table(&files, |built| match built {
            Some("index.html" | "first.wasm") => Part::First,
            Some(_) => Part::App,
            None => Part::Rest,
        });
        let totals: Vec<&str> = table.lines().filter(|line| line.contains("requests")).collect();
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(totals[0]), ["2", "requests", "99,000", "33,000", "27,500"], "{table}");
        assert_eq!(words(totals[1]), ["1", "requests", "900,000", "300,000", "250,000"], "{table}");
        assert!(table.ends_with("250") && !table.starts_with('\n'), "{table}");
    }
}
