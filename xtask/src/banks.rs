//! The banks: compiled for the builds, and checked for their authors.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;

/// The compiled banks as files, ready for a build.
#[derive(Debug, Clone)]
pub struct Banks {
    /// The catalogue, for the environment variable `PLUMB_CATALOGUE`.
    pub catalogue: PathBuf,
    /// The chunks, two an area: file name and content.
    pub chunks: Vec<(String, Vec<u8>)>,
}

/// Compiles the banks and writes them below the target directory.
///
/// # Errors
/// Every fault in the banks, or why a file cannot be written.
pub fn prepare(workspace: &Workspace) -> Result<Banks> {
    let told = |faults: Vec<bank::Fault>| {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}\n{}", lines.join("\n"), summary_of_faults(lines.len()))
    };
    let compiled = bank::compile(&workspace.questions()).map_err(told)?;
    let gallery = bank::compile_alone(&workspace.root.join("tests"), "gallery").map_err(told)?;
    let catalogue = catalogue_file(workspace);
    write_if_changed(&catalogue, &compiled.catalogue)?;
    let folder = chunk_folder(workspace);
    let mut wanted = BTreeSet::new();
    let chunks = compiled.chunks.into_iter();
    let chunks = chunks.flat_map(|chunk| [chunk.bank, chunk.notes].into_iter().chain(chunk.pictures));
    for file in chunks.chain(gallery) {
        write_if_changed(&folder.join(&file.name), &file.bytes)?;
        wanted.insert(file.name);
    }
    for (file, _) in read_chunks(&folder)? {
        if !wanted.contains(&file) {
            std::fs::remove_file(folder.join(file))?;
        }
    }
    read(workspace)
}

/// Reads the banks that were prepared last.
///
/// # Errors
/// When they cannot be read.
pub fn read(workspace: &Workspace) -> Result<Banks> {
    let chunks = read_chunks(&chunk_folder(workspace))?;
    Ok(Banks { catalogue: catalogue_file(workspace), chunks })
}

/// Prints every fault in the banks, or how much there is of them.
///
/// # Errors
/// When there is a fault.
pub fn lint(workspace: &Workspace) -> Result<()> {
    match bank::compile(&workspace.questions()) {
        Ok(compiled) => {
            let areas = compiled.chunks.len();
            let count = |chunk: &bank::Chunk| chunk.counts.levels.iter().sum::<usize>();
            let questions: usize = compiled.chunks.iter().map(count).sum();
            println!("{questions} questions in {areas} areas, no fault");
            Ok(())
        }
        Err(faults) => {
            for fault in &faults {
                println!("{fault}");
            }
            bail!("{}", summary_of_faults(faults.len()))
        }
    }
}

fn summary_of_faults(count: usize) -> String {
    match count {
        1 => "1 fault in the banks".to_owned(),
        _ => format!("{count} faults in the banks"),
    }
}

fn catalogue_file(workspace: &Workspace) -> PathBuf {
    workspace.scratch().join("catalogue.bin")
}

fn chunk_folder(workspace: &Workspace) -> PathBuf {
    workspace.scratch().join("chunks")
}

fn read_chunks(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut chunks = Vec::new();
    for path in crate::files::below(folder, &["bin", "png", "webp", "avif"])? {
        if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
            chunks.push((name.to_owned(), std::fs::read(&path)?));
        }
    }
    Ok(chunks)
}

/// Leaves a file alone that has this content already, so that cargo rebuilds nothing for it.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
