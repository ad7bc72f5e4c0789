//! `cargo xtask test`: the crates' tests, then the browser's.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::node::Packages;
use crate::workspace::Workspace;
use crate::{browser, build, desktop, firefox, node, run, serve};

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
    /// Those that drive Chromium: all browser tests but what only Firefox can show.
    Browser,
    /// Those that drive Firefox: what it does its own way, which is storage above all.
    Firefox,
    /// What can be shown in WebKitGTK, the nearest to Safari.
    WebKit,
    /// What a screen reader says.
    Orca,
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
    match options.part {
        Part::All => {
            native(workspace, &options.more)?;
            in_browser(workspace, &[OsString::from(JOURNEYS)])?;
            say!("The journeys pass. `cargo xtask test browser` runs all browser tests, as `cargo xtask ci` does.");
        }
        Part::Native => native(workspace, &options.more)?,
        Part::Browser => in_browser(workspace, &options.more)?,
        Part::Firefox => in_firefox(workspace, &options.more)?,
        Part::WebKit => desktop::webkit(workspace, &options.more)?,
        Part::Orca => desktop::orca(workspace, &options.more)?,
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

/// The tests that use the app as a person does, in Chromium.
///
/// # Errors
/// When one fails, or node or a browser cannot be had.
pub fn in_browser(workspace: &Workspace, more: &[OsString]) -> Result<()> {
    let command = served(workspace, browser::variables, playwright)?;
    show("Testing in the browser", command, more, "browser")
}

/// The same in Firefox, as far as it shows anything that Chromium does not.
///
/// # Errors
/// When one fails, or node or Firefox cannot be had.
pub fn in_firefox(workspace: &Workspace, more: &[OsString]) -> Result<()> {
    let mut command = served(workspace, |_| Ok(vec![(firefox::VARIABLE, firefox::find()?)]), playwright)?;
    command.args(["--config", "firefox.config.mjs"]);
    show("Testing in Firefox", command, more, "firefox")
}

fn playwright(packages: &Packages) -> Command {
    let mut command = packages.script("@playwright/test/cli.js");
    command.arg("test");
    command
}

/// Every run with a trace takes a sixth longer, so only those that look for a fault have one.
fn show(step: &str, mut command: Command, more: &[OsString], part: &str) -> Result<()> {
    run::step(step, || run::show(command.args(more))).with_context(|| {
        format!(
            "a browser test failed; `cargo xtask test {part} --last-failed --trace on` runs what failed \
             again and keeps a trace of it in tests/e2e/test-results"
        )
    })
}

/// How long home and history take to open with few and with many finished attempts, and how long an answer takes.
///
/// # Errors
/// When a page does not come, or node or a browser cannot be had.
pub fn bench(workspace: &Workspace) -> Result<()> {
    let mut command = served(workspace, browser::variables, |_| Command::new("node"))?;
    command.arg("bench/open.mjs");
    let folder = workspace.scratch().join("bench");
    std::fs::create_dir_all(&folder)?;
    for count in ["10", "5000"] {
        let words = ["run", "--quiet", "--release", "-p", "plumb-engine", "--example", "many", "--", count];
        let made = run::step(&format!("Making {count} attempts"), || run::capture(&mut workspace.cargo(&words)))?;
        let file = folder.join(format!("{count}.txt"));
        std::fs::write(&file, made)?;
        command.arg(file);
    }
    run::step("Opening pages", || run::show(&mut command))?;
    let mut command = served(workspace, browser::variables, |_| Command::new("node"))?;
    run::step("Answering", || run::show(command.arg("bench/answer.mjs")))
}

/// A call in the folder of the browser tests, for a release that is built first unless it is fresh, and served.
fn served(
    workspace: &Workspace,
    browser: impl FnOnce(&Packages) -> Result<Vec<(&'static str, PathBuf)>>,
    program: impl FnOnce(&Packages) -> Command,
) -> Result<Command> {
    let packages = packages(workspace)?;
    let browser = browser(&packages)?;
    let mut command = serving(workspace, program(&packages))?;
    command.envs(browser);
    Ok(command)
}

/// The npm packages of the browser tests.
///
/// # Errors
/// When node is missing, or npm cannot install them.
pub fn packages(workspace: &Workspace) -> Result<Packages> {
    if !node::present() {
        bail!(
            "the browser tests need node 20 or later, with npm. Install it from https://nodejs.org \
             or with your package manager, then run this again."
        );
    }
    let folder = workspace.root.join("tests/e2e");
    node::install(&folder, &folder, "what the browser tests use")
}

/// The call in the folder of the browser tests, with the address of a release that is built first unless it is
/// fresh, and served until this process ends.
///
/// # Errors
/// When the release cannot be built or served.
pub fn serving(workspace: &Workspace, mut command: Command) -> Result<Command> {
    build::unless_fresh(workspace)?;
    // The server lives in a thread of this process: whatever happens, none stays behind.
    let listener = serve::listen(0)?;
    let address = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
    let release = serve::http::release(&workspace.dist());
    std::thread::spawn(move || serve::http::serve(listener, release));
    command.current_dir(workspace.root.join("tests/e2e")).env("PLUMB_URL", address);
    // The tests of packages make some.
    command.env("PLUMB_XTASK", std::env::current_exe()?);
    Ok(command)
}
