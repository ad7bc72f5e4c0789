//! Where things are: the workspace, cargo's target directory and Plumb's places inside both.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run;

/// The folders that every command works with.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target directory, wherever the person has put it.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo where its target directory is.
    ///
    /// # Errors
    /// When cargo cannot read the workspace.
    pub fn find() -> Result<Self> {
        // As cargo says now rather than as it was compiled: the folder may have been moved since.
        let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let here = here.filter(|folder| folder.ends_with("xtask"));
        let here = here.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        let root = here.parent().context("xtask has no parent folder")?.to_path_buf();
        let metadata = metadata(&root, &["--no-deps"])?;
        let target = metadata
            .get("target_directory")
            .and_then(Value::as_str)
            .context("cargo metadata names no target directory")?;
        Ok(Self { target: PathBuf::from(target), root })
    }

    /// Where xtask keeps what it makes on the way.
    #[must_use]
    pub fn scratch(&self) -> PathBuf {
        self.target.join("plumb")
    }

    /// Where the banks are written.
    #[must_use]
    pub fn questions(&self) -> PathBuf {
        self.root.join("questions")
    }

    /// Where the release build goes unless told otherwise.
    #[must_use]
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A call of cargo in the workspace's root.
    #[must_use]
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = cargo_command();
        command.current_dir(&self.root).args(arguments);
        command
    }
}

/// What `cargo metadata` says of the workspace in `root`.
///
/// # Errors
/// When cargo fails or does not answer in JSON.
pub fn metadata(root: &Path, more: &[&str]) -> Result<Value> {
    let mut command = cargo_command();
    command.current_dir(root).args(["metadata", "--format-version", "1"]).args(more);
    let text = run::capture(&mut command)?;
    serde_json::from_str(&text).context("cargo metadata did not answer in JSON")
}

fn cargo_command() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
