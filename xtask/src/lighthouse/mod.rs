//! `cargo xtask lighthouse`: what Lighthouse says of the page as it is uploaded, on a phone and on a desk.
//!
//! It is run by hand, and fails where a category is below what is demanded. Performance is simulated by
//! Lighthouse from what it measures on this machine: so the median of several runs counts. The other
//! categories look at what the page is, and need one run.

mod report;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::hosting::{self, SITE};
use xtask::server::Server;

use crate::browsers;
use crate::error::{Error, Result};
use crate::page;
use crate::place::Place;
use crate::process;
use crate::terminal::{heading, say, warn};
use crate::tools::LIGHTHOUSE;
use report::Report;

/// So many loads of each form.
const RUNS: usize = 5;
/// Of 100.
const DEMANDED: u32 = 98;

/// What Lighthouse judges, and whether a low score is a failure.
const CATEGORIES: [(&str, &str, bool); 4] = [
    ("performance", "performance", true),
    ("accessibility", "accessibility", true),
    ("best-practices", "best practices", true),
    // Half of it is the host's.
    ("seo", "SEO", false),
];

/// What the page is looked at with.
struct Form {
    name: &'static str,
    what: &'static str,
    options: &'static [&'static str],
}

const FORMS: [Form; 2] = [
    Form { name: "mobile", what: "a phone, slow 4G, a four times slower processor", options: &[] },
    Form {
        name: "desktop",
        what: "a desk, 10 Mbit/s, the processor as it is",
        options: &["--preset=desktop"],
    },
];

/// Looks at the page in a folder, or at one that is built first, served as it is uploaded.
pub(crate) fn run(place: &Place, named: Option<PathBuf>) -> Result<()> {
    heading("tools");
    let chromium = browsers::ensure_chromium(place)?;
    let chromium = chromium.into_iter().find(|(variable, _)| *variable == "MASKLAB_CHROMIUM");
    let (_, chromium) =
        chromium.ok_or_else(|| Error::Project("Chromium has no path".to_owned()))?;
    let lighthouse = LIGHTHOUSE.ensure(place)?;
    say("All that is needed is there.");
    let dist = page::built(place, named)?;

    let folder = place.root.join("target").join("xtask").join("lighthouse");
    let (ready, reports) = (folder.join("page"), folder.join("reports"));
    hosting::compose(&dist, &ready)?;
    fs::create_dir_all(&reports).map_err(Error::io("making", &reports))?;
    let site = ready.join(SITE);
    let server = Server::bind(&site, "127.0.0.1:0").and_then(Server::as_shipped);
    let server = server.map_err(Error::io("serving", &site))?.serve_in_background();

    let mut below = Vec::new();
    for form in FORMS {
        heading(&format!("{}: {}", form.name, form.what));
        let mut runs = Vec::new();
        for number in 1..=RUNS {
            let file = reports.join(format!("{}-{number}", form.name));
            let mut command = Command::new(&lighthouse);
            command.arg(server.url() + "/").args(form.options).args(options(&file));
            command.env("CHROME_PATH", &chromium);
            process::run(&mut command)?;
            let file = reports.join(format!("{}-{number}.report.json", form.name));
            let json = fs::read_to_string(&file).map_err(Error::io("reading", &file))?;
            let report = Report::read(&json).map_err(|why| {
                Error::Project(format!("{} is no report of Lighthouse: {why}", file.display()))
            })?;
            runs.push(report);
        }
        below.extend(show(&form, &runs));
    }
    say(&format!("\nThe whole reports are in {}", reports.display()));
    if below.is_empty() {
        return Ok(());
    }
    let below = below.join(", ");
    Err(Error::Project(format!("Lighthouse gives less than {DEMANDED}: {below}")))
}

/// How each run is to be done, with reports under this name.
fn options(file: &Path) -> Vec<String> {
    let categories = CATEGORIES.map(|(id, ..)| id).join(",");
    vec![
        format!("--only-categories={categories}"),
        "--output=json".to_owned(),
        "--output=html".to_owned(),
        format!("--output-path={}", file.display()),
        // As root, Chromium has no sandbox of its own; it opens nothing but our page here.
        "--chrome-flags=--headless --no-sandbox --disable-gpu".to_owned(),
        "--quiet".to_owned(),
        "--no-enable-error-reporting".to_owned(),
    ]
}

/// Prints what the runs of a form give. Returns what is below the demanded.
fn show(form: &Form, runs: &[Report]) -> Vec<String> {
    let mut below = Vec::new();
    say(&format!("{:<16}  {:>6}  {:>8}  {:>8}", "", "median", "lowest", "highest"));
    for (id, name, is_demanded) in CATEGORIES {
        let mut scores: Vec<u32> = runs.iter().map(|run| run.score(id)).collect();
        scores.sort_unstable();
        let lowest = scores.first().copied().unwrap_or_default();
        let highest = scores.last().copied().unwrap_or_default();
        let median = scores.get(scores.len() / 2).copied().unwrap_or_default();
        say(&format!("{name:<16}  {median:>6}  {lowest:>8}  {highest:>8}"));
        if median < DEMANDED && is_demanded {
            below.push(format!("{name} {median} ({})", form.name));
        }
    }
    let middle = report::middle(runs);
    say("\nOf the run in the middle:");
    for metric in middle.into_iter().flat_map(Report::metrics) {
        say(&format!("  {:<26}  {:>8}  {:>4}", metric.title, metric.shown, metric.percent()));
    }
    for (id, name, _) in CATEGORIES.into_iter().filter(|(id, ..)| *id != "performance") {
        for audit in runs.first().into_iter().flat_map(|run| run.costing(id)) {
            warn(&format!("{name}: {} ({})", audit.title, audit.id));
        }
    }
    below
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something failed by panicking")]
mod tests {
    use super::*;

    fn with_scores(performance: u32, accessibility: u32) -> Report {
        let score = |score: u32| f64::from(score) / 100.0;
        Report::read(&report::tests::json(score(performance), score(accessibility))).unwrap()
    }

    #[test]
    fn the_median_of_the_runs_counts() {
        let [mobile, _] = &FORMS;
        let good = [(90, 100), (99, 100), (98, 100)].map(|(one, other)| with_scores(one, other));
        assert!(show(mobile, &good).is_empty());
        let slow = [(97, 100), (99, 100), (90, 100)].map(|(one, other)| with_scores(one, other));
        assert_eq!(show(mobile, &slow), ["performance 97 (mobile)"]);
        let barred = [(100, 96), (100, 96), (100, 96)].map(|(one, other)| with_scores(one, other));
        assert_eq!(show(mobile, &barred), ["accessibility 96 (mobile)"]);
    }
}
