//! Node and the npm packages that are pinned in this repository.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::build::names::hash;
use crate::run;

/// Packages that are installed, ready to be run.
#[derive(Debug, Clone)]
pub struct Packages {
    folder: PathBuf,
}

impl Packages {
    /// A call of a script inside one of the packages, such as `esbuild/bin/esbuild`.
    #[must_use]
    pub fn script(&self, path: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.folder.join("node_modules").join(path));
        command
    }
}

/// Whether node and npm are there.
#[must_use]
pub fn present() -> bool {
    run::on_path("node").is_some() && npm().is_some()
}

/// Installs the packages that `source` pins into `folder`, unless they are there already.
///
/// # Errors
/// When npm cannot install them.
pub fn install(source: &Path, folder: &Path, what: &str) -> Result<Packages> {
    let lock = source.join("package-lock.json");
    let wanted = hash(&std::fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?);
    let stamp = folder.join("node_modules/.plumb-installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(Packages { folder: folder.to_path_buf() });
    }
    if source != folder {
        std::fs::create_dir_all(folder)?;
        for file in ["package.json", "package-lock.json"] {
            std::fs::copy(source.join(file), folder.join(file))?;
        }
    }
    run::step(&format!("Fetching {what} from npm (once)"), || {
        // No package of ours needs its install script; not running any is safer.
        let mut command = Command::new(npm().context("npm is not on the PATH")?);
        command.current_dir(folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        run::capture(command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
    })?;
    std::fs::write(&stamp, wanted)?;
    Ok(Packages { folder: folder.to_path_buf() })
}

fn npm() -> Option<PathBuf> {
    // On Windows npm is a script, which only its full name starts.
    if cfg!(windows) {
        let paths = std::env::var_os("PATH")?;
        return std::env::split_paths(&paths).map(|f| f.join("npm.cmd")).find(|p| p.is_file());
    }
    run::on_path("npm")
}
