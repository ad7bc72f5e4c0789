//! Finds a Firefox for the browser tests, and gets one where there is none.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{apt, browser, run};

/// The variable with which a person names the Firefox to use.
pub const VARIABLE: &str = "PLUMB_FIREFOX";

/// Debian's name first: the long-term support release is the one that the tests are held against.
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// Where the system's installers put a Firefox that is not on the PATH.
const PLACES: [&str; 2] =
    ["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"];

/// The path of a Firefox that can be started; installs one when there is none.
///
/// # Errors
/// When none can be had: what the person can do.
pub fn find() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(VARIABLE).map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("{VARIABLE} names {}, but there is no such file", path.display());
    }
    let found = present().or_else(|| if apt::install(&["firefox-esr"]) { present() } else { None });
    match found {
        Some(path) => Ok(path),
        None => bail!(
            "these tests need Firefox, and it could not be installed. Install Firefox yourself, then \
             run this again; or set {VARIABLE} to its program."
        ),
    }
}

fn present() -> Option<PathBuf> {
    let on_path = NAMES.iter().filter_map(|name| run::on_path(name));
    let places = PLACES.iter().map(PathBuf::from).filter(|path| path.is_file());
    on_path.chain(places).find(|path| browser::starts(path))
}
