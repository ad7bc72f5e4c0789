//! `cargo xtask serve`: Plumb on this machine, rebuilt and reloaded whenever a source changes.

pub mod http;
mod rebuild;

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use http::Pages;

/// What the person chose.
#[derive(Debug, Clone)]
pub struct Options {
    /// The first port to try; 0 for any.
    pub port: u16,
    /// Serve the release instead of building for development.
    pub dist: bool,
}

/// Serves until it is stopped.
///
/// # Errors
/// When no port is free, or there is no release where one is to be served.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let listener = listen(options.port)?;
    let port = listener.local_addr()?.port();
    if options.dist {
        let dist = workspace.dist();
        if !dist.join("index.html").is_file() {
            bail!("there is no release in {}; `cargo xtask build` makes one", dist.display());
        }
        eprintln!("The release is at http://127.0.0.1:{port}/ (Ctrl+C stops)");
        return http::serve(listener, http::release(&dist));
    }
    let pages = Pages::default();
    let builder = pages.clone();
    let workspace = workspace.clone();
    std::thread::spawn(move || rebuild::forever(&workspace, &builder, port));
    http::serve(listener, http::development(pages))
}

/// Takes the port or, when it is taken, the next free one, saying so.
///
/// # Errors
/// When none of the next ports is free.
pub fn listen(wanted: u16) -> Result<TcpListener> {
    let last = if wanted == 0 { 0 } else { wanted.saturating_add(20) };
    for port in wanted..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => {
                if port != wanted {
                    eprintln!("Port {wanted} is taken; using {port}.");
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot use port {port}")),
        }
    }
    bail!("the ports {wanted} to {last} are all taken; name another with --port")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let second = listen(port).unwrap().local_addr().unwrap().port();
        assert!(second > port);
    }
}
