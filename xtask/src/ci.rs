//! `cargo xtask ci`: everything that a change has to pass, step by step, and how long each step took.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::workspace::Workspace;
use crate::{banks, budgets, build, prove, run, rust, test, tidy};

type Step = (&'static str, fn(&Workspace) -> Result<()>);

/// Cheap steps first, so that a small mistake is known soon.
const STEPS: [Step; 11] = [
    ("format", |workspace| run::show(&mut workspace.cargo(&["fmt", "--all", "--check"]))),
    ("tidy", tidy::check),
    ("bank lint", |workspace| banks::lint(workspace, &[])),
    ("bank prove", prove::here),
    ("clippy", clippy),
    ("clippy for the browser", clippy_for_browser),
    ("licences", licences),
    ("tests of the crates", |workspace| test::native(workspace, &[])),
    ("build", |workspace| {
        build::release(workspace, &build::Options { out: workspace.dist(), plain: false, url: None })
    }),
    ("budgets", |workspace| budgets::check(&workspace.dist())),
    ("tests in the browser", |workspace| test::in_browser(workspace, &[])),
];

/// Runs every step; stops at the first that fails.
///
/// # Errors
/// Which step failed, and why.
pub fn run(workspace: &Workspace) -> Result<()> {
    let mut times = Vec::new();
    for (at, (title, work)) in STEPS.iter().enumerate() {
        eprintln!("\n== {} of {}: {title}", at + 1, STEPS.len());
        let start = Instant::now();
        let result = work(workspace);
        times.push((*title, start.elapsed()));
        if let Err(error) = result {
            summary(&times, Some(title));
            return Err(error).with_context(|| format!("the step `{title}` failed"));
        }
    }
    summary(&times, None);
    Ok(())
}

fn summary(times: &[(&str, Duration)], failed: Option<&str>) {
    eprintln!();
    for (title, time) in times {
        let outcome = if failed.is_some_and(|failed| failed == *title) { "failed" } else { "passed" };
        eprintln!("{title:<24} {outcome} {:>7.1} s", time.as_secs_f64());
    }
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    eprintln!("{:<31} {:>7.1} s", "all together", total.as_secs_f64());
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let what = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    run::show(&mut workspace.cargo(&what))
}

fn clippy_for_browser(workspace: &Workspace) -> Result<()> {
    rust::ensure_wasm()?;
    let what = ["clippy", "--package", "plumb", "--target", rust::WASM, "--", "-D", "warnings"];
    run::show(&mut workspace.cargo(&what))
}

fn licences(workspace: &Workspace) -> Result<()> {
    if run::on_path("cargo-deny").is_none() {
        eprintln!("Skipped: cargo-deny is not installed (`cargo install cargo-deny`).");
        return Ok(());
    }
    run::show(&mut workspace.cargo(&["deny", "check", "licenses", "bans"]))
}
