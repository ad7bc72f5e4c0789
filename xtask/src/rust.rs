//! What the Rust installation must bring: the wasm32 target, and the sources of std where they can be had.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run;

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// What stops with a trap at once where a panic would otherwise be formatted and unwound.
pub const IMMEDIATE_ABORT: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Adds the wasm32 target when it is missing, saying so.
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn ensure_wasm() -> Result<()> {
    let folder = run::capture(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if PathBuf::from(folder.trim()).is_dir() {
        return Ok(());
    }
    if run::on_path("rustup").is_none() {
        bail!(
            "Rust cannot compile for browsers yet: the target {WASM} is missing and there is no \
             rustup to add it. Install Rust from https://rustup.rs, or this target with the \
             package manager that installed your Rust."
        );
    }
    run::step(&format!("Adding the target {WASM} to Rust (once)"), || {
        run::show(Command::new("rustup").args(["target", "add", WASM]))
    })
    .with_context(|| format!("could not add it; try `rustup target add {WASM}` by hand"))
}

/// Whether the sources of std are there or could be added; says what it does.
#[must_use]
pub fn ensure_sources() -> bool {
    if sources_present() {
        return true;
    }
    if run::on_path("rustup").is_none() {
        return false;
    }
    let added = run::step("Adding the sources of Rust's standard library (once)", || {
        run::show(Command::new("rustup").args(["component", "add", "rust-src"]))
    });
    added.is_ok() && sources_present()
}

/// Whether this rustc knows panics that stop at once (rustc 1.91 and later).
#[must_use]
pub fn knows_immediate_abort() -> bool {
    run::succeeds(
        Command::new("rustc")
            .env("RUSTC_BOOTSTRAP", "1")
            .args(IMMEDIATE_ABORT)
            .args(["--print", "cfg", "--target", WASM]),
    )
}

fn sources_present() -> bool {
    run::capture(Command::new("rustc").args(["--print", "sysroot"]))
        .is_ok_and(|sysroot| PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
}
