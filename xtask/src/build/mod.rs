//! `cargo xtask build`: from sources to the folder of static files that a host serves.

pub mod bindgen;
pub mod compress;
pub mod css;
pub mod exports;
pub mod glue;
pub mod html;
pub mod js;
pub mod lean;
pub mod lend;
pub mod names;
pub mod parts;
pub mod policy;
pub mod site;
pub mod table;
pub mod tools;
pub mod wasm;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::workspace::Workspace;
use crate::{banks, run};
use names::Naming;
use site::{Parts, Site};

/// What the person chose.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the files go.
    pub out: PathBuf,
    /// Leave the standard library as it is.
    pub plain: bool,
}

/// Builds the release and prints how big it has become.
///
/// # Errors
/// Whatever keeps the app from being built, in words.
pub fn release(workspace: &Workspace, options: &Options) -> Result<()> {
    let banks = run::step("Compiling the banks", || banks::prepare(workspace))?;
    let raw = wasm::release(workspace, &banks.catalogue, options.plain)?;
    let tools = tools::find(workspace)?;
    let bound = run::step("Binding the app to the browser", || bindgen::bind(workspace, &raw, Naming::Hashed))?;
    let wasm = tools::optimise(tools.as_ref(), workspace, "app", &bound.wasm)?;
    let later = tools::optimise(tools.as_ref(), workspace, "later", &bound.later)?;
    let css = run::step("Bundling the styles", || css::both(workspace))?;
    let site = run::step("Putting the site together", || {
        let parts = Parts {
            wasm,
            later,
            glue: bound.js,
            lent: bound.lent,
            snippets: bound.snippets,
            css,
            chunks: banks.chunks,
        };
        Site::assemble(workspace, parts, Naming::Hashed, tools.as_ref())
    })?;
    let compressed = run::step("Compressing", || compress::all(&site))?;
    write(&options.out, &site, &compressed)?;
    table::print(&site, &compressed);
    say!("The site is in {}", options.out.display());
    Ok(())
}

/// Builds the app for development: quick, readable, with plain names, held in memory.
///
/// # Errors
/// Whatever keeps the app from being built, in words.
pub fn development(workspace: &Workspace, banks: banks::Banks) -> Result<Site> {
    let raw = wasm::development(workspace, &banks.catalogue)?;
    let bound = bindgen::bind(workspace, &raw, Naming::Plain)?;
    let css = css::both(workspace)?;
    let bindgen::Bound { wasm, later, js: glue, lent, snippets } = bound;
    let parts = Parts { wasm, later, glue, lent, snippets, css, chunks: banks.chunks };
    Site::assemble(workspace, parts, Naming::Plain, None)
}

/// Writes everything beside the old build first, so that a build that fails leaves that one whole.
fn write(out: &Path, site: &Site, compressed: &compress::Compressed) -> Result<()> {
    let name = out.file_name().context("the folder for the build needs a name")?;
    let fresh = out.with_file_name(format!("{}.new", name.to_string_lossy()));
    remove(&fresh)?;
    for (file, bytes) in site.files() {
        write_file(&fresh.join(file), bytes)?;
        if let Some(pair) = compressed.get(file) {
            write_file(&fresh.join(format!("{file}.br")), &pair.brotli)?;
            write_file(&fresh.join(format!("{file}.gz")), &pair.gzip)?;
        }
    }
    write_file(&fresh.join("_headers"), policy::headers_file().as_bytes())?;
    remove(out)?;
    std::fs::rename(&fresh, out).with_context(|| format!("cannot move the build to {}", out.display()))
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn remove(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
