//! What held before on this machine, so that it need not run again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::{Context, Result};

/// Lines of a file, each the hash of a proof and the tool on which it held.
#[derive(Debug)]
pub struct Cache {
    path: PathBuf,
    known: BTreeSet<String>,
    found: Mutex<BTreeSet<String>>,
}

impl Cache {
    /// Reads it from this folder; `fresh` forgets what it knew.
    pub fn read(home: &Path, fresh: bool) -> Self {
        let path = home.join("held");
        let text = if fresh { String::new() } else { std::fs::read_to_string(&path).unwrap_or_default() };
        Self { path, known: text.lines().map(str::to_owned).collect(), found: Mutex::default() }
    }

    /// Whether this held before.
    pub fn held(&self, key: &str) -> bool {
        self.known.contains(key)
    }

    /// Notes that this held.
    pub fn note(&self, key: String) {
        if let Ok(mut found) = self.found.lock() {
            found.insert(key);
        }
    }

    /// Keeps what is known for the next time.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(self) -> Result<()> {
        let mut all = self.known;
        all.extend(self.found.into_inner().unwrap_or_default());
        let text: String = all.iter().flat_map(|line| [line, "\n"]).collect();
        std::fs::write(&self.path, text).with_context(|| format!("cannot write {}", self.path.display()))
    }
}
