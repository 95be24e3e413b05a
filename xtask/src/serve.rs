//! `cargo xtask serve`: the built page on an address of this machine.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};

use xtask::server::Server;
use xtask::{EXAMPLES_PATH, PAGE_OF_THE_EXAMPLES};

use crate::error::{Error, Result};
use crate::page::Builder;
use crate::place::Place;
use crate::size;
use crate::terminal::{say, warn};

pub(crate) const PORT: u16 = 8080;

pub(crate) fn run(place: &Place, port: u16, open: bool) -> Result<()> {
    // A taken port is found out before minutes of building.
    drop(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(refused(port))?);
    Builder::ensure(place)?.build(place)?;
    size::check(place)?;
    let server = Server::bind(place.dist(), (Ipv4Addr::LOCALHOST, port)).map_err(refused(port))?;
    let url = server.url();
    let page = format!("{url}/");
    let examples = place.root.join("docs").join("embed");
    let server = server
        .with_folder(EXAMPLES_PATH, &examples, move |html| {
            html.replace(PAGE_OF_THE_EXAMPLES, &page)
        })
        .map_err(Error::io("serving", &examples))?;
    say(&format!(
        "\nMaskLab is ready: {url}  (Ctrl+C ends it)\n\
         In other pages: {url}{EXAMPLES_PATH}plain.html and the others of docs/embed"
    ));
    if open {
        open_in_browser(&url);
    }
    server.serve_forever();
    Ok(())
}

fn refused(port: u16) -> impl FnOnce(io::Error) -> Error {
    move |error| match error.kind() {
        io::ErrorKind::AddrInUse => Error::PortTaken { port },
        _ => Error::Io { doing: format!("serving on port {port}"), error },
    }
}

fn open_in_browser(url: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let started = Command::new(program)
        .args(arguments)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn();
    if let Err(error) = started {
        warn(&format!("{program} did not open a browser ({error}): open {url} yourself"));
    }
}
