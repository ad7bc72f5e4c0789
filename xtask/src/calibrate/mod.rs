//! `cargo xtask calibrate`: what pooled answers of consenting people say of the banks' questions.

mod analysis;
mod choices;
mod classical;
mod doubts;
mod fit;
mod item;
mod json;
mod patch;
mod pool;
mod scale;
mod sheet;
mod show;
#[cfg(test)]
mod simulate;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use engine::bank::Bank;

use crate::banks;
use crate::workspace::Workspace;
use analysis::Area;
use patch::Proposal;

/// What to read and where to write.
#[derive(Debug, Default)]
pub struct Options {
    /// Export files, one or more of each person.
    pub files: Vec<PathBuf>,
    /// Where everything goes as JSON.
    pub json: Option<PathBuf>,
    /// Where the patch goes; it is printed where this is left out.
    pub patch: Option<PathBuf>,
}

/// Reads the files, and tells what they say of each question. No bank is changed.
///
/// # Errors
/// When the banks have a fault, no file can be read, or a result cannot be written.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let pool = pool::pool(options.files.iter().map(|path| (path.display().to_string(), read(path))).collect());
    for remark in &pool.remarks {
        say!("{remark}");
    }
    if pool.people.is_empty() {
        bail!("there is nothing to reckon with: name files that people saved with “Export my data”");
    }
    let compiled = bank::compile(&workspace.questions()).map_err(|faults| banks::told(&faults))?;
    let bank = |chunk: &bank::Chunk| Bank::read(&chunk.bank.bytes).map_err(|_| anyhow!("{} is damaged", chunk.area));
    let banks: Vec<Bank> = compiled.chunks.iter().map(bank).collect::<Result<_>>()?;
    let areas: Vec<Area> = banks.iter().filter_map(|bank| Area::of(bank, &pool.people)).collect();
    show::print(pool.people.len(), &areas);
    let patch = patch::patch(&workspace.questions(), &proposals(&areas))?;
    match &options.patch {
        Some(path) => write(path, &patch)?,
        None => say!("{}", patch.trim_end()),
    }
    if !patch.is_empty() {
        say!("\nNo bank was changed. Read each proposal, then `git apply` the patch and run `cargo xtask bank lint`.");
    }
    match &options.json {
        Some(path) => write(path, &format!("{:#}\n", json::all(pool.people.len(), &pool.remarks, &areas))),
        None => Ok(()),
    }
}

fn proposals(areas: &[Area]) -> Vec<Proposal> {
    let questions = areas.iter().flat_map(|area| &area.questions);
    let proposal = |question: &analysis::Question| {
        Some(Proposal { file: question.file.clone(), question: question.id.clone(), level: question.proposal? })
    };
    questions.filter_map(proposal).collect()
}

/// A file's text, or why there is none.
fn read(path: &Path) -> Result<String, String> {
    let size = std::fs::metadata(path).map_err(|error| error.to_string())?.len();
    if size > pool::MOST_BYTES {
        return Err(format!("it has {} MiB, an export has at most {}", size >> 20, pool::MOST_BYTES >> 20));
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    // Damaged bytes cost only their lines.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
