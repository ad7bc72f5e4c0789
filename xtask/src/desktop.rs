//! Tests with programs that need a desktop: WebKitGTK, and the screen reader Orca.
//!
//! They run on Debian and what comes from it, on a screen that nobody sees and a message bus of their own.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use crate::{apt, run, test};

/// What the screen and the bus come from.
const DESKTOP: [&str; 3] = ["xvfb", "xauth", "dbus-daemon"];
/// The engine with its driver, and what makes a browser of it.
const WEBKIT: [&str; 3] = ["webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi"];
/// The screen reader, the browser that it reads, a window manager to give it the focus, and hands for the keys.
const ORCA: [&str; 5] = ["orca", "at-spi2-core", "firefox-esr", "openbox", "xdotool"];

/// What can be shown in WebKitGTK; of `more`, the first is a pattern that the names of tests match.
///
/// # Errors
/// When one fails, or the engine cannot be had.
pub fn webkit(workspace: &Workspace, more: &[OsString]) -> Result<()> {
    let mut command = desktop(workspace, &WEBKIT, "webkit", more)?;
    // On a screen that is memory there is nothing to compose on, and as root no sandbox within.
    command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1").env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    run::step("Testing in WebKitGTK", || run::show(&mut command))
}

/// What Orca says in Firefox.
///
/// # Errors
/// When it says something else, or cannot be had.
pub fn orca(workspace: &Workspace, more: &[OsString]) -> Result<()> {
    let mut command = desktop(workspace, &ORCA, "orca", more)?;
    run::step("Listening to Orca", || run::show(&mut command))
}

/// The call that runs the tests of a folder below `tests/e2e` with node on a desktop of their own.
fn desktop(workspace: &Workspace, packages: &[&str], folder: &str, more: &[OsString]) -> Result<Command> {
    let needed = [&DESKTOP, packages].concat();
    if !needed.iter().all(|package| installed(package)) && !apt::install(&needed) {
        bail!("these tests need {}, which come from Debian, and could not be installed", needed.join(", "));
    }
    test::packages(workspace)?;
    let tests = std::fs::read_dir(workspace.root.join("tests/e2e").join(folder))
        .with_context(|| format!("there is no folder tests/e2e/{folder}"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    let mut tests: Vec<_> = tests.into_iter().filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    tests.sort();
    let mut command = Command::new("xvfb-run");
    command.args(["-a", "-s", "-screen 0 1280x1024x24", "dbus-run-session", "--", "node", "--test"]);
    command.args(["--test-reporter=spec", "--test-concurrency=2"]);
    if let Some(pattern) = more.first() {
        command.arg("--test-name-pattern").arg(pattern);
    }
    test::serving(workspace, command).map(|mut command| {
        command.args(tests);
        command
    })
}

fn installed(package: &str) -> bool {
    run::capture(Command::new("dpkg-query").args(["-W", "-f", "${Status}", package]))
        .is_ok_and(|status| status.ends_with(" installed"))
}
