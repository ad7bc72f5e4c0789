//! Watches the sources and builds again when one has changed; what does not build leaves the last good page.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;

use super::http::Pages;
use crate::banks::{self, Banks};
use crate::workspace::Workspace;
use crate::{build, files, run};

/// How often the sources are looked at. Asking for times is cheap, and works on every file system.
const PAUSE: Duration = Duration::from_millis(400);

/// Builds now and after each change, until the program ends.
pub fn forever(workspace: &Workspace, pages: &Pages, port: u16) {
    let compiler = compiler_state(workspace);
    let mut seen = None;
    loop {
        let now = files::inputs(&workspace.root).map(|files| files::fingerprint(&files));
        match now {
            Ok(now) if seen != Some(now) => {
                once(workspace, pages, port, compiler != compiler_state(workspace));
                seen = Some(now);
            }
            Ok(_) => {}
            Err(error) => eprintln!("Cannot look at the sources: {error:#}"),
        }
        std::thread::sleep(PAUSE);
    }
}

fn once(workspace: &Workspace, pages: &Pages, port: u16, compiler_changed: bool) {
    eprintln!("Building ...");
    let start = Instant::now();
    let built = compile_banks(workspace, compiler_changed).and_then(|banks| build::development(workspace, banks));
    match built {
        Ok(site) => {
            pages.replace(site);
            let took = start.elapsed().as_secs_f64();
            eprintln!("Built in {took:.1} s. Plumb is at http://127.0.0.1:{port}/ (Ctrl+C stops)");
        }
        Err(error) => {
            eprintln!("{error:#}");
            eprintln!("Not built; what was built last is served on. Waiting for a change.");
        }
    }
}

/// This program holds the compiler of banks as it was at the start. When its sources have changed
/// since, cargo makes a new one and that does the work, so that app and banks speak the same format.
fn compile_banks(workspace: &Workspace, compiler_changed: bool) -> Result<Banks> {
    if !compiler_changed {
        return banks::prepare(workspace);
    }
    run::show(&mut workspace.cargo(&["run", "--quiet", "--package", "xtask", "--", "bank", "compile"]))?;
    banks::read(workspace)
}

fn compiler_state(workspace: &Workspace) -> u64 {
    let sources: Vec<PathBuf> = files::below(&workspace.root.join("crates"), &["rs", "toml"]).unwrap_or_default();
    files::fingerprint(&sources)
}
