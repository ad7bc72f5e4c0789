//! Compiles the app itself: small for a release, quickly for development.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::workspace::Workspace;
use crate::{run, rust};

/// The file that cargo makes of the root package.
const FILE: &str = "plumb.wasm";

/// Compiles the release, with the standard library rebuilt for size where that is possible.
///
/// # Errors
/// When the app does not compile.
pub fn release(workspace: &Workspace, catalogue: &Path, plain: bool) -> Result<PathBuf> {
    rust::ensure_wasm()?;
    let small = !plain && rust::ensure_sources();
    let title = match (plain, small) {
        (true, _) => "Compiling the app (plain, as asked)",
        (false, true) => "Compiling the app, standard library included, for size",
        (false, false) => {
            "Compiling the app (plain: the sources of Rust's standard library cannot be had here, \
             so it comes out about a fifth bigger)"
        }
    };
    // A folder of its own: other flags in a shared one would rebuild everything each time.
    let target = workspace.scratch().join(if small { "wasm-small" } else { "wasm-plain" });
    let mut command = compile(workspace, catalogue, &target, "release");
    if small {
        // With it, neither -Zlocation-detail=none nor -Zfmt-debug=none saves another byte (measured).
        let abort: &[&str] = if rust::knows_immediate_abort() { &rust::IMMEDIATE_ABORT } else { &[] };
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_ENCODED_RUSTFLAGS", abort.join("\u{1f}"))
            .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    }
    run::step(title, || run::show(&mut command))?;
    artifact(&target, "release")
}

/// Compiles the app with the profile `serve`.
///
/// # Errors
/// When the app does not compile.
pub fn development(workspace: &Workspace, catalogue: &Path) -> Result<PathBuf> {
    rust::ensure_wasm()?;
    let target = workspace.scratch().join("wasm-serve");
    run::show(&mut compile(workspace, catalogue, &target, "serve"))?;
    artifact(&target, "serve")
}

fn compile(workspace: &Workspace, catalogue: &Path, target: &Path, profile: &str) -> Command {
    let mut command = workspace.cargo(&["build", "--package", "plumb", "--bin", "plumb"]);
    command
        .args(["--target", rust::WASM, "--profile", profile, "--target-dir"])
        .arg(target)
        .env("PLUMB_CATALOGUE", catalogue)
        // wasm-bindgen reads from a section that `strip = true` removes which features the module
        // uses; names and debug information go later, in any case.
        .env("CARGO_PROFILE_RELEASE_STRIP", "debuginfo");
    command
}

fn artifact(target: &Path, profile: &str) -> Result<PathBuf> {
    let path = target.join(rust::WASM).join(profile).join(FILE);
    if !path.is_file() {
        bail!("cargo built no {}", path.display());
    }
    Ok(path)
}
