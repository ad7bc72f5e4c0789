//! The files of a folder and how fresh they are.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};

/// Folders that hold what was built or fetched, not what was written.
const NOT_OURS: [&str; 5] = ["target", "dist", "node_modules", "test-results", "playwright-report"];

/// What the app is made of, relative to the root.
const INPUTS: [&str; 9] =
    ["src", "crates", "questions", "tests/gallery", "style", "index.html", "build.rs", "Cargo.toml", "Cargo.lock"];

/// All files below `folder` (or `folder` itself) with one of the extensions, sorted; all when none is named.
///
/// # Errors
/// When a folder cannot be read. One that does not exist has no files.
pub fn below(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(folder, extensions, &mut found)?;
    found.sort();
    Ok(found)
}

/// All files that the app is made of.
///
/// # Errors
/// When a folder cannot be read.
pub fn inputs(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for input in INPUTS {
        found.extend(below(&root.join(input), &[])?);
    }
    Ok(found)
}

/// A number that changes when one of the files is changed, added or removed.
#[must_use]
pub fn fingerprint(files: &[PathBuf]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        if let Ok(data) = std::fs::metadata(file) {
            data.len().hash(&mut hasher);
            data.modified().ok().hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// When the newest of the files was changed.
#[must_use]
pub fn newest(files: &[PathBuf]) -> Option<SystemTime> {
    files.iter().filter_map(|file| std::fs::metadata(file).ok()?.modified().ok()).max()
}

fn collect(path: &Path, extensions: &[&str], found: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        let extension = path.extension().and_then(|name| name.to_str()).unwrap_or_default();
        if extensions.is_empty() || extensions.contains(&extension) {
            found.push(path.to_path_buf());
        }
        return Ok(());
    }
    if !path.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with('.') && !NOT_OURS.contains(&name.as_ref()) {
            collect(&entry.path(), extensions, found)?;
        }
    }
    Ok(())
}
