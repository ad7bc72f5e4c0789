//! `cargo xtask tidy`: the rules of the house that no compiler knows.

mod crates;
mod edges;
mod paths;
mod text;

use std::path::Path;

use anyhow::{Result, bail};

use crate::files;
use crate::workspace::{Workspace, metadata};

/// A source file: its path from the root, with forward slashes, and its text.
type Source = (String, String);

/// Checks everything and prints each fault with its place.
///
/// # Errors
/// When there is a fault.
pub fn check(workspace: &Workspace) -> Result<()> {
    let sources = read(&workspace.root)?;
    let mut faults = Vec::new();
    for (path, text) in &sources {
        faults.extend(text::check(path, text));
    }
    faults.extend(edges::check(&sources));
    faults.extend(crates::check(&metadata(&workspace.root, &["--no-deps"])?));
    faults.extend(paths::check(&workspace.root));
    for fault in &faults {
        say!("{fault}");
    }
    match faults.len() {
        0 => {
            say!("{} files are tidy", sources.len());
            Ok(())
        }
        1 => bail!("1 thing is not tidy"),
        count => bail!("{count} things are not tidy"),
    }
}

fn read(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for file in files::below(root, &["rs", "mjs", "js", "css"])? {
        let path = file.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        sources.push((path, std::fs::read_to_string(&file)?));
    }
    Ok(sources)
}

/// The lines of a Rust file that are code of the app: no comments, and nothing behind the tests' gate.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    numbered
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}
