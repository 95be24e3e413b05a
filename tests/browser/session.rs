//! One scenario in a browser session: begun with an empty one, checked, and left empty.
//!
//! Scenarios that pass leave the session to the next one, since starting a browser takes longer than
//! most of them. A scenario that fails takes its session with it.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use libtest_mimic::{Completion, Failed};
use tokio::runtime::{self, Runtime};
use tokio::time::timeout;

use crate::driver::Driver;
use crate::engine::{Engine, Programs};
use crate::packages::Package;
use crate::page::Page;
use crate::probe;
use crate::scenarios::Scenario;
use crate::site::Site;

/// A scenario takes seconds; this is for a browser that hangs.
const LONGEST_SCENARIO: Duration = Duration::from_secs(240);
const LONGEST_START: Duration = Duration::from_secs(60);
const LONGEST_GOODBYE: Duration = Duration::from_secs(20);

/// What the scenarios share: the served page, and a driver of each engine with its session. Each starts
/// when the first scenario needs it.
#[derive(Debug, Default)]
pub(crate) struct Stage {
    site: OnceLock<Result<Site, String>>,
    drivers: [Mutex<Option<Running>>; Engine::ALL.len()],
}

/// A driver that runs, and the browser that it has open.
#[derive(Debug)]
struct Running {
    // The session ends before its driver.
    session: Option<Session>,
    driver: Driver,
}

#[derive(Debug)]
struct Session {
    client: Client,
    runtime: Runtime,
}

impl Stage {
    fn site(&self) -> Result<&Site, String> {
        self.site.get_or_init(Site::open).as_ref().map_err(Clone::clone)
    }

    /// The engine's driver, for one scenario at a time: geckodriver and `WebKitWebDriver` have one
    /// session each.
    fn driver(&self, engine: Engine) -> MutexGuard<'_, Option<Running>> {
        self.drivers[engine as usize].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Session {
    fn begin(driver: &Driver, engine: Engine, programs: &Programs) -> Result<Self, String> {
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| error.to_string())?;
        let answer = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(engine.capabilities(&programs.browser));
            timeout(LONGEST_START, builder.connect(&driver.url())).await
        });
        match answer {
            Ok(Ok(client)) => Ok(Self { client, runtime }),
            Ok(Err(error)) => Err(format!("no session: {error}")),
            Err(_elapsed) => Err("no session: the driver did not answer".into()),
        }
    }
}

/// Runs one scenario in one engine.
pub(crate) fn run(stage: &Stage, engine: Engine, scenario: Scenario) -> Result<Completion, Failed> {
    let needs = engine
        .find()
        .map_err(|missing| missing.to_string())
        .and_then(|programs| Ok((programs, stage.site()?)))
        .and_then(|needs| scenario.needs.map_or(Ok(()), Package::found).map(|()| needs));
    match needs {
        Ok((programs, site)) => {
            let mut driver = stage.driver(engine);
            let mut outcome = perform(&mut driver, &programs, site, engine, scenario);
            if let Err(Failure { why, browser_answers: false }) = &outcome {
                // What a page does, it does again. A browser that has gone is another matter, but no secret.
                let name = scenario.name;
                eprintln!(
                    "{}::{name}: the browser has gone, so once more in a new one. It was: {why}",
                    engine.name()
                );
                outcome = perform(&mut driver, &programs, site, engine, scenario);
            }
            outcome.map_err(|failure| failure.why)?;
            Ok(Completion::Completed)
        }
        // A machine that exists to run the tests has to be able to.
        Err(missing) if in_ci() => Err(missing.into()),
        Err(missing) => Ok(Completion::ignored_with(missing)),
    }
}

/// Why a scenario has not been played to its end.
struct Failure {
    why: String,
    /// Whether the browser still runs scripts.
    browser_answers: bool,
}

/// Before a scenario has begun, nothing can be said against the browser.
impl From<String> for Failure {
    fn from(why: String) -> Self {
        Self { why, browser_answers: true }
    }
}

fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty())
}

fn perform(
    slot: &mut Option<Running>,
    programs: &Programs,
    site: &Site,
    engine: Engine,
    scenario: Scenario,
) -> Result<(), Failure> {
    let Running { driver, session } = match slot.take() {
        Some(running) => running,
        None => Running { driver: Driver::start(engine, programs)?, session: None },
    };
    let session = match session {
        Some(session) => session,
        None => Session::begin(&driver, engine, programs)?,
    };
    let Session { client, runtime } = &session;

    let page = Page::new(client.clone(), engine, site.url());
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            let scene = async {
                page.open().await;
                (scenario.run)(&page).await;
                probe::assert_silent(&page).await;
            };
            timeout(LONGEST_SCENARIO, scene).await
        })
    }));
    let failure = match outcome {
        Ok(Ok(())) => {
            let left = runtime.block_on(async { timeout(LONGEST_GOODBYE, page.forget()).await });
            if matches!(left, Ok(Ok(()))) {
                *slot = Some(Running { driver, session: Some(session) });
                return Ok(());
            }
            let why = format!("the page cannot be left: {left:?}");
            return Err(Failure { why, browser_answers: false });
        }
        Ok(Err(_elapsed)) => format!("still running after {LONGEST_SCENARIO:?}"),
        Err(_panic) => last_panic(),
    };
    let seen = runtime.block_on(last_sight(&page, engine, scenario));
    let asked = runtime
        .block_on(async { timeout(LONGEST_GOODBYE, client.execute("return true;", vec![])).await });
    let browser_answers = matches!(asked, Ok(Ok(_)));
    let closed = runtime.block_on(async { timeout(LONGEST_GOODBYE, client.clone().close()).await });
    // Where the browser may still be there, a new driver has none.
    if matches!(closed, Ok(Ok(()))) {
        *slot = Some(Running { driver, session: None });
    }
    Err(Failure { why: format!("{failure}\n{seen}"), browser_answers })
}

/// What helps to understand a failure: a picture of the page, and what it complained about.
async fn last_sight(page: &Page, engine: Engine, scenario: Scenario) -> String {
    let mut seen = String::new();
    if let Ok(Ok(picture)) = timeout(LONGEST_GOODBYE, page.client.screenshot()).await {
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!(
            "{}-{}.png",
            engine.name(),
            scenario.name
        ));
        if std::fs::write(&file, picture).is_ok() {
            let _ = writeln!(seen, "picture of the page: {}", file.display());
        }
    }
    let noted = page.client.execute("return window.__probe?.take();", vec![]);
    if let Ok(Ok(complaints)) = timeout(LONGEST_GOODBYE, noted).await
        && complaints.as_array().is_some_and(|list| !list.is_empty())
    {
        let _ = write!(seen, "the page complained: {complaints:#}");
    }
    seen
}

thread_local! {
    static LAST_PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps the message of a failed assertion, with its place, for the report at the end, instead of
/// printing it between the results of other tests.
pub(crate) fn keep_panics_for_the_report() {
    panic::set_hook(Box::new(|info| {
        LAST_PANIC.with(|last| *last.borrow_mut() = Some(info.to_string()));
    }));
}

fn last_panic() -> String {
    LAST_PANIC.with(RefCell::take).unwrap_or_else(|| "failed without a message".into())
}
