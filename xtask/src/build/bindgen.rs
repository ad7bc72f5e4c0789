//! Binds the compiled app to JavaScript with wasm-bindgen, used as a library.

use std::path::Path;

use anyhow::{Context, Result, bail};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use super::glue::{self, Lent};
use super::lean::lean;
use super::lend::lend;
use super::names::Naming;
use super::parts;
use crate::files;
use crate::workspace::Workspace;

/// The app as a browser can load it.
#[derive(Debug, Clone)]
pub struct Bound {
    /// The module's first part.
    pub wasm: Vec<u8>,
    /// The parts that come later, in the order of [`parts::NAMES`].
    pub later: [Vec<u8>; 2],
    /// The JavaScript that loads it and lends it the browser's functions.
    pub js: String,
    /// What the later parts bring to call the browser's functions that the first does not need.
    pub lent: Lent,
    /// Pieces of JavaScript that libraries bring: path relative to the glue, and content.
    pub snippets: Vec<(String, Vec<u8>)>,
}

/// Where the bound files go, below Plumb's part of the target directory.
#[must_use]
pub fn folder(naming: Naming) -> &'static str {
    match naming {
        Naming::Hashed => "bindgen/release",
        Naming::Plain => "bindgen/serve",
    }
}

/// Binds the module at `raw`; a folder in the target directory holds what comes out.
///
/// # Errors
/// When the versions disagree or wasm-bindgen refuses the module.
pub fn bind(workspace: &Workspace, raw: &Path, naming: Naming) -> Result<Bound> {
    check_versions(&std::fs::read_to_string(workspace.root.join("Cargo.lock"))?)?;
    let folder = &workspace.scratch().join(folder(naming));
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    let (first, later) = parts::part(raw, &folder.join("parts"))?;
    Bindgen::new()
        .input_path(first)
        // The other parts need the first one's table and stack.
        .keep_lld_exports(true)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen cannot bind the app")?;
    let mut snippets = Vec::new();
    for path in files::below(&folder.join("snippets"), &["js"])? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        snippets.push((name, std::fs::read(&path)?));
    }
    let js = std::fs::read_to_string(folder.join("app.js"))?;
    let mut first = Module::from_file(folder.join("app_bg.wasm")).context("wasm-bindgen wrote no module")?;
    let [second, third] = &later;
    let read = |bytes: &[u8]| Module::from_buffer(bytes).context("a later part is no module");
    let mut later = [read(second)?, read(third)?];
    let movable = glue::movable(&js);
    let moved = lend(&mut first, &mut later, |name| movable.contains(name))?;
    let (js, entries) = glue::take(&js, |name| moved.contains(name));
    let [js, entries] = lean(&mut first, &mut later, [&js, &entries]);
    let (js, lent) = glue::part(&js, &entries);
    Ok(Bound { wasm: first.emit_wasm(), later: later.map(|mut part| part.emit_wasm()), js, lent, snippets })
}

/// The library here and the crate in the app speak a private language that changes with each version.
fn check_versions(lock: &str) -> Result<()> {
    let app = version(lock, "wasm-bindgen");
    let tool = version(lock, "wasm-bindgen-cli-support");
    if app != tool || app.is_none() {
        bail!(
            "wasm-bindgen is {} in Cargo.lock, but wasm-bindgen-cli-support is {}; they must be the \
             same. Set the second one's version in xtask/Cargo.toml to the first one's.",
            app.unwrap_or("missing"),
            tool.unwrap_or("missing")
        );
    }
    Ok(())
}

fn version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(app: &str, tool: &str) -> String {
        format!(
            "[[package]]\nname = \"wasm-bindgen\"\nversion = \"{app}\"\n\n\
             [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"{tool}\"\n"
        )
    }

    #[test]
    fn versions_that_disagree_are_named() {
        assert!(check_versions(&lock("0.2.1", "0.2.1")).is_ok());
        let message = check_versions(&lock("0.2.1", "0.2.2")).unwrap_err().to_string();
        assert!(message.contains("is 0.2.1 in Cargo.lock") && message.contains("is 0.2.2"));
    }
}
