//! Finds a Chromium for the browser tests, and gets one where there is none.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::node::Packages;
use crate::{apt, run};

/// The variable with which a person names the browser to use.
const VARIABLE: &str = "PLUMB_CHROMIUM";
/// The variable that tells the tests of the headless shell.
const SHELL_VARIABLE: &str = "PLUMB_HEADLESS_SHELL";

/// Debian's package of the headless shell.
const SHELL: &str = "chromium-headless-shell";

const NAMES: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

/// The headless shell: the same engine without windows, menus and profiles around it, which take two
/// thirds of the CPU time that a test costs.
const SHELL_NAMES: [&str; 2] = [SHELL, "chrome-headless-shell"];

/// Where the system's installers put browsers that are not on the PATH.
const PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/// The program in Playwright's own builds of the headless shell, below their folder in its cache.
const SHELL_IN_CACHE: [&str; 4] = [
    "chrome-linux/headless_shell",
    "chrome-headless-shell-linux64/chrome-headless-shell",
    "chrome-mac/headless_shell",
    "chrome-win/headless_shell.exe",
];

/// The same of Chromium.
const IN_CACHE: [&str; 5] = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe",
];

/// The path of a Chromium that can be started; installs one when there is none.
///
/// # Errors
/// When none can be had: what the person can do.
fn chromium(playwright: &Packages) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(VARIABLE).map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("{VARIABLE} names {}, but there is no such file", path.display());
    }
    if let Some(path) = present() {
        return Ok(path);
    }
    if apt::install(&["chromium"])
        && let Some(path) = present()
    {
        return Ok(path);
    }
    let asked = run::step("Fetching Chromium with Playwright (once, about 150 MB)", || {
        run::show(playwright.script("@playwright/test/cli.js").args(["install", "chromium"]))
    });
    match (asked, present()) {
        (Ok(()), Some(path)) => Ok(path),
        (asked, _) => {
            let why = asked.err().map(|error| format!(" ({error:#})")).unwrap_or_default();
            bail!(
                "the browser tests need Chromium, and it could not be installed{why}. Install \
                 Chromium or Chrome yourself, then run this again; or set {VARIABLE} to its program."
            )
        }
    }
}

/// The Chromium to test with, as the variables that tell the tests of it.
///
/// # Errors
/// When none can be had: what the person can do.
pub fn variables(playwright: &Packages) -> Result<Vec<(&'static str, PathBuf)>> {
    let whole = (VARIABLE, chromium(playwright)?);
    Ok(std::iter::once(whole).chain(headless_shell().map(|shell| (SHELL_VARIABLE, shell))).collect())
}

/// The path of a headless shell, unless the person has named a browser; most tests are quicker in it.
/// Where there is none, all of them run in Chromium.
fn headless_shell() -> Option<PathBuf> {
    if std::env::var_os(VARIABLE).is_some() {
        return None;
    }
    let present = || {
        let on_path = SHELL_NAMES.iter().filter_map(|name| run::on_path(name));
        on_path.chain(cached("chromium_headless_shell-", &SHELL_IN_CACHE)).find(|path| starts(path))
    };
    present().or_else(|| {
        let offered = run::succeeds(Command::new("apt-cache").args(["show", SHELL]));
        if offered && apt::install(&[SHELL]) { present() } else { None }
    })
}

fn present() -> Option<PathBuf> {
    let on_path = NAMES.iter().filter_map(|name| run::on_path(name));
    let places = PLACES.iter().map(PathBuf::from).filter(|path| path.is_file());
    on_path.chain(places).chain(cached("chromium-", &IN_CACHE)).find(|path| starts(path))
}

/// Whether a browser answers: on Ubuntu, `chromium` and `firefox` can be empty shells that ask for snap.
pub fn starts(path: &Path) -> bool {
    cfg!(windows) || run::succeeds(Command::new(path).arg("--version"))
}

/// Programs in Playwright's cache, newest first: folders that begin with `prefix`, with one of `places` in them.
fn cached(prefix: &str, places: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for cache in caches() {
        let folders = std::fs::read_dir(cache).into_iter().flatten().flatten();
        let named = folders.filter(|f| f.file_name().to_string_lossy().starts_with(prefix));
        for folder in named {
            found.extend(places.iter().map(|path| folder.path().join(path)).filter(|path| path.is_file()));
        }
    }
    found.sort();
    found.reverse();
    found
}

fn caches() -> Vec<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let home = |path: &str| variable("HOME").map(|home| home.join(path));
    let places = [
        variable("PLAYWRIGHT_BROWSERS_PATH"),
        home(".cache/ms-playwright"),
        home("Library/Caches/ms-playwright"),
        variable("LOCALAPPDATA").map(|local| local.join("ms-playwright")),
    ];
    places.into_iter().flatten().collect()
}
