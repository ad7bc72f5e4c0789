//! `cargo xtask test`: the crates' tests, then the browser's.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Result, bail};

use crate::workspace::Workspace;
use crate::{browser, build, files, node, run, serve};

/// The browser tests that whoever changes something runs each time: what a person does, from page to
/// page. Every fault, kind, width and state besides takes three times as long, and is for `ci`.
const JOURNEYS: &str = "journeys/";

/// Which tests to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Those of the crates, and the journeys in a browser.
    All,
    /// Those of the crates.
    Native,
    /// Those that drive a browser.
    Browser,
}

/// What the person chose.
#[derive(Debug, Clone)]
pub struct Options {
    /// Which tests.
    pub part: Part,
    /// More words for the program that runs them.
    pub more: Vec<OsString>,
}

/// Runs the tests.
///
/// # Errors
/// When one fails, or something that they need cannot be had.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.part != Part::Browser {
        native(workspace, &options.more)?;
    }
    match options.part {
        Part::All => {
            in_browser(workspace, &[OsString::from(JOURNEYS)])?;
            println!("The journeys pass. `cargo xtask test browser` runs all browser tests, as `cargo xtask ci` does.");
        }
        Part::Browser => in_browser(workspace, &options.more)?,
        Part::Native => {}
    }
    Ok(())
}

/// The tests of all crates, with nextest where it is installed.
///
/// # Errors
/// When one fails.
pub fn native(workspace: &Workspace, more: &[OsString]) -> Result<()> {
    let runner: &[&str] =
        if run::on_path("cargo-nextest").is_some() { &["nextest", "run", "--no-tests=pass"] } else { &["test"] };
    run::step("Testing the crates", || run::show(workspace.cargo(runner).args(["--workspace"]).args(more)))
}

/// The tests that use the app as a person does, on a release that is built first unless it is fresh.
///
/// # Errors
/// When one fails, or node or a browser cannot be had.
pub fn in_browser(workspace: &Workspace, more: &[OsString]) -> Result<()> {
    if !node::present() {
        bail!(
            "the browser tests need node 20 or later, with npm. Install it from https://nodejs.org \
             or with your package manager, then run `cargo xtask test browser`."
        );
    }
    let folder = workspace.root.join("tests/e2e");
    if files::below(&folder, &["mjs"])?.iter().all(|path| !path.to_string_lossy().ends_with(".spec.mjs")) {
        eprintln!("There are no browser tests in {} yet.", folder.display());
        return Ok(());
    }
    let playwright = node::install(&folder, &folder, "Playwright and axe")?;
    let chromium = browser::chromium(&playwright)?;
    build::unless_fresh(workspace)?;
    // The server lives in a thread of this process: whatever happens, none stays behind.
    let listener = serve::listen(0)?;
    let address = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
    let release = serve::http::release(&workspace.dist());
    std::thread::spawn(move || serve::http::serve(listener, release));
    let mut command: Command = playwright.script("@playwright/test/cli.js");
    command.current_dir(&folder).arg("test").args(more);
    command.env("PLUMB_URL", address).env(browser::VARIABLE, chromium);
    // The tests of packages make some.
    command.env("PLUMB_XTASK", std::env::current_exe()?);
    run::step("Testing in the browser", || run::show(&mut command))
}
