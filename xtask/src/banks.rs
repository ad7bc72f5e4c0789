//! The banks: compiled for the builds, and checked for their authors.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use bank::lint::{Report, Stats};
use engine::bank::Catalogue;
use learning::package::files;

use crate::table;
use crate::workspace::Workspace;

/// The compiled banks as files, ready for a build.
#[derive(Debug, Clone)]
pub struct Banks {
    /// The catalogue, for the environment variable `PLUMB_CATALOGUE`.
    pub catalogue: PathBuf,
    /// The files of all areas: name and content.
    pub chunks: Vec<(String, Vec<u8>)>,
}

/// Compiles the banks and writes them below the target directory.
///
/// # Errors
/// Every fault in the banks, or why a file cannot be written.
pub fn prepare(workspace: &Workspace) -> Result<Banks> {
    let compiled = bank::compile(&workspace.questions()).map_err(|faults| told(&faults))?;
    let gallery = bank::compile_alone(&workspace.root.join("tests"), "gallery").map_err(|faults| told(&faults))?;
    let catalogue = catalogue_file(workspace);
    write_if_changed(&catalogue, &compiled.catalogue)?;
    let folder = chunk_folder(workspace);
    let mut wanted = BTreeSet::new();
    let chunks = compiled.chunks.into_iter();
    let chunks =
        chunks.flat_map(|chunk| [chunk.bank, chunk.notes].into_iter().chain(chunk.openings).chain(chunk.pictures));
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

/// Of these banks those of some areas, with a catalogue that names no others; of all areas where none is named.
///
/// # Errors
/// When there is no such area.
pub fn only(workspace: &Workspace, mut banks: Banks, areas: &[String]) -> Result<Banks> {
    let Ok(mut catalogue) = Catalogue::read(&std::fs::read(&banks.catalogue)?) else {
        bail!("the catalogue is damaged")
    };
    if let Some(unknown) = areas.iter().find(|id| catalogue.area(id).is_none()) {
        bail!("there is no area {unknown:?}; `cargo xtask bank stats` lists them");
    }
    let all = areas.is_empty();
    catalogue.areas.retain(|area| all || areas.contains(&area.id));
    let mut wanted = BTreeSet::new();
    for area in &catalogue.areas {
        let names = files::of_area(area);
        let chunks = banks.chunks.iter().filter(|(name, _)| names.contains(&format!("assets/{name}")));
        wanted.extend(chunks.flat_map(|(_, bytes)| files::pictures(&area.id, bytes)));
        wanted.extend(names);
    }
    banks.chunks.retain(|(name, _)| wanted.contains(&format!("assets/{name}")));
    if !all {
        banks.catalogue = workspace.scratch().join("catalogue-only.bin");
        write_if_changed(&banks.catalogue, &postcard::to_allocvec(&catalogue)?)?;
    }
    Ok(banks)
}

/// Reads the banks that were prepared last.
///
/// # Errors
/// When they cannot be read.
pub fn read(workspace: &Workspace) -> Result<Banks> {
    let chunks = read_chunks(&chunk_folder(workspace))?;
    Ok(Banks { catalogue: catalogue_file(workspace), chunks })
}

/// All faults as one error.
pub fn told(faults: &[bank::Fault]) -> anyhow::Error {
    let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
    anyhow::anyhow!("{}\n{}", lines.join("\n"), summary_of_faults(lines.len()))
}

/// Prints every fault in these areas, or in all banks, or how much there is of them.
///
/// # Errors
/// When there is a fault.
pub fn lint(workspace: &Workspace, areas: &[String]) -> Result<()> {
    let Report { faults, stats } = checked(workspace, areas)?;
    if faults.is_empty() {
        let sum = |of: fn(&Stats) -> usize| stats.iter().map(of).sum::<usize>();
        let (questions, proved) = (sum(|stats| stats.questions), sum(|stats| stats.proved));
        say!("{questions} questions in {} areas, {proved} of them proved, no fault", stats.len());
        return Ok(());
    }
    for fault in &faults {
        say!("{fault}");
    }
    bail!("{}", summary_of_faults(faults.len()))
}

/// Prints what these areas hold, or all of them.
///
/// # Errors
/// When there is no such area.
pub fn stats(workspace: &Workspace, areas: &[String]) -> Result<()> {
    let Report { faults, stats } = checked(workspace, areas)?;
    let heads = [
        "area",
        "questions",
        "topics",
        "1",
        "2",
        "3",
        "4",
        "5",
        "single %",
        "proved",
        "provable",
        "documented",
        "longest %",
        "chance %",
        "words",
        "most",
        "sources",
    ];
    table::print(&heads, stats.iter().map(row));
    say!();
    for stats in &stats {
        let kinds = stats.counts.kinds.iter().map(|(kind, count)| format!("{kind} {count}"));
        let topics = stats.topics.iter().map(|(topic, count)| format!("{topic} {count}"));
        say!("{}: {}", stats.area, kinds.collect::<Vec<_>>().join(", "));
        say!("    topics: {}", topics.collect::<Vec<_>>().join(", "));
        say!("    keys of `single` by place: {:?}", stats.positions.0);
    }
    if !faults.is_empty() {
        say!("\n{}; `cargo xtask bank lint` names them", summary_of_faults(faults.len()));
    }
    Ok(())
}

fn row(stats: &Stats) -> Vec<String> {
    let single = stats.counts.kinds.get("single").copied().unwrap_or_default();
    let mut cells = vec![stats.area.clone(), stats.questions.to_string(), stats.topics.len().to_string()];
    cells.extend(stats.counts.levels.map(|count| count.to_string()));
    cells.push((single * 100 / stats.questions.max(1)).to_string());
    cells.extend([stats.proved, stats.provable, stats.questions - stats.provable].map(|count| count.to_string()));
    cells.extend([stats.longest.score, stats.longest.chance, stats.words.0].map(|number| format!("{number:.1}")));
    cells.extend([stats.words.1, stats.sources].map(|count| count.to_string()));
    cells
}

fn checked(workspace: &Workspace, areas: &[String]) -> Result<Report> {
    let questions = workspace.questions();
    if let Some(unknown) = areas.iter().find(|area| !questions.join(area).is_dir()) {
        bail!("there is no area {unknown:?} in {}", questions.display());
    }
    Ok(bank::lint::check(&questions, areas))
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
