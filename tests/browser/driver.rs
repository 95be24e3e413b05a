//! A running WebDriver server of one engine, ready for sessions.
//!
//! It listens on a port that the system found free, keeps profiles and its log in a scratch folder,
//! and ends with this value. What a session does is not known here.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::engine::{Engine, Programs};
use crate::process::{Scratch, Supervised};

/// A driver answers within a second or two; a machine that is busy compiling takes longer.
const PATIENCE: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// A WebDriver server; dropping it ends the server, its browsers and its screen.
#[derive(Debug)]
pub(crate) struct Driver {
    port: u16,
    // In this order: the browsers end before their screen, and the folder goes last.
    _server: Supervised,
    _screen: Option<Supervised>,
    _scratch: Scratch,
}

impl Driver {
    /// Starts the server and returns when it says that it is ready.
    pub(crate) fn start(engine: Engine, programs: &Programs) -> Result<Self, String> {
        let name = engine.name();
        let told = |what: &str, error: io::Error| format!("{name}: {what}: {error}");

        let scratch =
            Scratch::new(name).map_err(|error| told("no folder for its profiles", error))?;
        let mut environment = vec![("TMPDIR", scratch.path().display().to_string())];
        let mut screen = None;
        if let Some(program) = &programs.screen {
            let (running, display) = start_screen(program, scratch.path())?;
            screen = Some(running);
            environment.push(("DISPLAY", display));
            // Its sandbox needs rights that root in a container does not have.
            environment.push(("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()));
            // No accessibility bus and no settings service: a headless machine has neither.
            environment.push(("NO_AT_BRIDGE", "1".into()));
            environment.push(("GSETTINGS_BACKEND", "memory".into()));
            environment.push(("GDK_BACKEND", "x11".into()));
        }

        let port = free_port().map_err(|error| told("no free port", error))?;
        let log = scratch.path().join("driver.log");
        let server =
            Supervised::start(&programs.driver, &engine.driver_arguments(port), &environment, &log)
                .map_err(|error| told("its driver did not start", error))?;

        let deadline = Instant::now() + PATIENCE;
        while !is_ready(port) {
            if Instant::now() > deadline {
                return Err(format!(
                    "{name}: {} was not ready within {PATIENCE:?}; it said: {}",
                    programs.driver.display(),
                    std::fs::read_to_string(&log).unwrap_or_default()
                ));
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        Ok(Self { port, _server: server, _screen: screen, _scratch: scratch })
    }

    /// The address that takes WebDriver commands.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// Starts an X server on a display number of its own choice, which it writes when it is ready.
fn start_screen(program: &Path, scratch: &Path) -> Result<(Supervised, String), String> {
    let log = scratch.join("screen.log");
    let arguments = ["-displayfd", "1", "-screen", "0", "1400x1000x24"].map(String::from);
    let running = Supervised::start(program, &arguments, &[], &log)
        .map_err(|error| format!("Xvfb did not start: {error}"))?;

    let deadline = Instant::now() + PATIENCE;
    loop {
        let said = std::fs::read_to_string(&log).unwrap_or_default();
        // Only a whole line is a whole number.
        let number = said
            .split_inclusive('\n')
            .filter_map(|line| line.strip_suffix('\n'))
            .find(|line| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()));
        if let Some(number) = number {
            return Ok((running, format!(":{number}")));
        }
        if Instant::now() > deadline {
            return Err(format!("Xvfb was not ready within {PATIENCE:?}; it said: {said}"));
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Asks `/status`, the one WebDriver command that needs no session.
fn is_ready(port: u16) -> bool {
    ask_status(port).unwrap_or(false)
}

fn ask_status(port: u16) -> io::Result<bool> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(2)))?;
    write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")?;
    // Not to the end: chromedriver keeps the connection open for more.
    let mut answer = Vec::new();
    let mut chunk = [0; 1024];
    loop {
        let length = stream.read(&mut chunk)?;
        if length == 0 {
            return Ok(false);
        }
        answer.extend_from_slice(&chunk[..length]);
        if String::from_utf8_lossy(&answer).contains(r#""ready":true"#) {
            return Ok(true);
        }
    }
}
