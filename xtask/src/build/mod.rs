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
mod merge;
pub mod names;
mod oembed;
pub mod parts;
pub mod policy;
pub mod single;
pub mod site;
pub mod table;
pub mod tools;
pub mod wasm;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::node::Packages;
use crate::workspace::Workspace;
use crate::{banks, files, run};
use names::Naming;
use site::{Parts, Site};

/// What the person chose.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the files go.
    pub out: PathBuf,
    /// Leave the standard library as it is.
    pub plain: bool,
    /// The address that the site will have, for what names it whole.
    pub url: Option<String>,
}

/// Builds the release and prints how big it has become.
///
/// # Errors
/// Whatever keeps the app from being built, in words.
pub fn release(workspace: &Workspace, options: &Options) -> Result<()> {
    let banks = run::step("Compiling the banks", || banks::prepare(workspace))?;
    let (parts, tools) = parts(workspace, banks, options.plain)?;
    let mut site =
        run::step("Putting the site together", || Site::assemble(workspace, parts, Naming::Hashed, tools.as_ref()))?;
    if let Some(url) = &options.url {
        oembed::add(&mut site, url)?;
    }
    let compressed = run::step("Compressing", || compress::all(&site))?;
    write(&options.out, &site, &compressed)?;
    table::print(&site, &compressed);
    say!("The site is in {}", options.out.display());
    Ok(())
}

/// Builds one page that holds these areas, or all where none is named, with everything that they need.
///
/// # Errors
/// Whatever keeps the app from being built, in words.
pub fn single(workspace: &Workspace, areas: &[String], options: &Options) -> Result<()> {
    // A fresh release has the banks as they are.
    let stale = is_stale(workspace)?;
    let banks = || if stale { banks::prepare(workspace) } else { banks::read(workspace) };
    let banks = run::step("Compiling the banks", || banks::only(workspace, banks()?, areas))?;
    let (parts, tools) = parts(workspace, banks, options.plain)?;
    // With one area there is nothing to choose at home.
    let start = match areas {
        [area] => Some(format!("/area/{area}")),
        _ => None,
    };
    let page = single::page(workspace, &parts, start.as_deref(), tools.as_ref())?;
    write_file(&options.out, page.as_bytes())?;
    say!("{} holds all of it, in {} kB", options.out.display(), page.len().div_ceil(1000));
    Ok(())
}

/// Compiles the app and makes it small.
fn parts(workspace: &Workspace, banks: banks::Banks, plain: bool) -> Result<(Parts, Option<Packages>)> {
    let raw = wasm::release(workspace, &banks.catalogue, plain)?;
    let tools = tools::find(workspace)?;
    let bound = run::step("Binding the app to the browser", || bindgen::bind(workspace, &raw, Naming::Hashed))?;
    let wasm = tools::optimise(tools.as_ref(), workspace, "app", &bound.wasm)?;
    let [second, third] = parts::NAMES;
    let [later, rare] = &bound.later;
    let later = [
        tools::optimise(tools.as_ref(), workspace, second, later)?,
        tools::optimise(tools.as_ref(), workspace, third, rare)?,
    ];
    let css = run::step("Bundling the styles", || css::all(workspace))?;
    let bindgen::Bound { js: glue, lent, snippets, .. } = bound;
    Ok((Parts { wasm, later, glue, lent, snippets, css, chunks: banks.chunks }, tools))
}

/// Builds the release unless it is newer than all sources.
///
/// # Errors
/// See [`release`].
pub fn unless_fresh(workspace: &Workspace) -> Result<()> {
    if is_stale(workspace)? {
        release(workspace, &Options { out: workspace.dist(), plain: false, url: None })
    } else {
        Ok(())
    }
}

/// Whether a source is newer than the release.
fn is_stale(workspace: &Workspace) -> Result<bool> {
    let built = std::fs::metadata(workspace.dist().join(site::INDEX)).and_then(|data| data.modified());
    let Ok(built) = built else { return Ok(true) };
    let mut sources = files::inputs(&workspace.root)?;
    sources.extend(files::below(&workspace.root.join("xtask/src/build"), &["rs"])?);
    Ok(files::newest(&sources).is_none_or(|newest| newest > built))
}

/// Builds the app for development: quick, readable, with plain names, held in memory.
///
/// # Errors
/// Whatever keeps the app from being built, in words.
pub fn development(workspace: &Workspace, banks: banks::Banks) -> Result<Site> {
    let raw = wasm::development(workspace, &banks.catalogue)?;
    let bound = bindgen::bind(workspace, &raw, Naming::Plain)?;
    let css = css::all(workspace)?;
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
    let page = site.get(site::INDEX).and_then(|page| std::str::from_utf8(page).ok()).unwrap_or_default();
    let policy = html::policy(page).unwrap_or(policy::CSP);
    write_file(&fresh.join("_headers"), policy::headers_file(policy).as_bytes())?;
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
