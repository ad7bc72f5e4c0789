//! Authoring: TOML banks in, checked and compiled banks out.

use lock::Lock;
use question::Basis;
use sha2::{Digest, Sha256};
use std::{fmt, path::Path};

mod area;
mod highlight;
mod level;
pub mod lint;
pub mod lock;
mod markdown;
mod math;
mod pictures;
pub mod proof;
mod question;
mod version;

pub use area::{Counts, TOOLS};
pub use level::{LevelAt, levels};
pub use version::Version;

/// Everything that the build needs from `questions/`.
pub struct Compiled {
    /// The catalogue (areas, topics, counts, chunk names), to be embedded in the app.
    pub catalogue: Vec<u8>,
    /// The files of each area.
    pub chunks: Vec<Chunk>,
}

/// One area as the app fetches it.
pub struct Chunk {
    /// The area's id.
    pub area: String,
    /// Its questions.
    pub bank: File,
    /// For each topic its questions, with places for all others: what a quiz can begin with.
    pub openings: Vec<File>,
    /// Their notes, with the same hash in its name.
    pub notes: File,
    /// The pictures in them.
    pub pictures: Vec<File>,
    /// What it holds.
    pub counts: Counts,
}

/// A file that a browser fetches.
pub struct File {
    /// Its name, with the hash of what the area's chunk and notes hold, such as `python.1f3a9c04d2b1.bin`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One thing that is wrong in a bank: where, what, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to `questions/`.
    pub file: String,
    /// The line, counted from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// The question's id; empty where none is meant.
    pub question: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.question.is_empty() {
            write!(f, ": question {:?}", self.question)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Reads, checks and compiles all banks below `questions`.
///
/// # Errors
/// Every fault that was found, in the order of files and lines.
pub fn compile(questions: &Path) -> Result<Compiled, Vec<Fault>> {
    let mut faults = Vec::new();
    let (mut areas, _) = read_all(questions, &mut faults);
    lint::check_prompts(&areas, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    areas.sort_by(|a, b| (a.info.skill, &a.info.title).cmp(&(b.info.skill, &b.info.title)));
    let mut catalogue = engine::bank::Catalogue::default();
    let mut chunks = Vec::new();
    for mut area in areas {
        let (bank, notes) = (write(&area.bank)?, write(&area.notes)?);
        let hash = Sha256::new().chain_update(&bank).chain_update(&notes).finalize();
        let hash: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        area.info.chunk = format!("{}.{hash}.bin", area.info.id);
        let opening = |of: (&str, u8)| {
            let bytes = write(&opening(&area.bank, of))?;
            Ok(File { name: area.info.opening(of), bytes })
        };
        let openings = area.info.openings().map(opening).collect::<Result<_, Vec<Fault>>>()?;
        chunks.push(Chunk {
            counts: Counts::of(&area.bank),
            area: area.info.id.clone(),
            bank: File { name: area.info.chunk.clone(), bytes: bank },
            openings,
            notes: File { name: area.info.notes(), bytes: notes },
            pictures: area.pictures,
        });
        catalogue.areas.push(area.info);
    }
    Ok(Compiled { catalogue: write(&catalogue)?, chunks })
}

/// All areas, with what `proofs.lock` says of their keys, and that file.
fn read_all(questions: &Path, faults: &mut Vec<Fault>) -> (Vec<area::Read>, Lock) {
    let lock = Lock::read(questions).unwrap_or_else(|error| {
        let message = format!("cannot be read ({error}); `cargo xtask bank prove` writes it anew once it is deleted");
        faults.push(area::whole(lock::NAME, message));
        Lock::default()
    });
    let folders = area::folders(questions, faults);
    let mut areas: Vec<area::Read> =
        folders.iter().filter_map(|folder| area::read(questions, folder, faults)).collect();
    for area in &mut areas {
        for (note, basis) in area.notes.items.iter_mut().zip(&area.bases) {
            let Basis::Proof(proof) = basis else { continue };
            let entry = lock.get(&area.info.id, &note.id).filter(|entry| entry.hash == proof.hash);
            note.checked = entry.map(|entry| question::checked(proof, entry));
        }
    }
    (areas, lock)
}

/// Reads, checks and compiles one folder as an area that no catalogue names: its questions, their
/// notes and pictures.
///
/// # Errors
/// Every fault that was found.
pub fn compile_alone(parent: &Path, folder: &str) -> Result<Vec<File>, Vec<Fault>> {
    let mut faults = Vec::new();
    let area = area::read(parent, folder, &mut faults);
    let Some(area) = area.filter(|_| faults.is_empty()) else { return Err(faults) };
    let file = |name: &str, bytes| File { name: format!("{folder}{name}.bin"), bytes };
    let files = [file("", write(&area.bank)?), file("-notes", write(&area.notes)?)];
    Ok(files.into_iter().chain(area.pictures).collect())
}

/// The bank with the questions of one level of a topic only; of the others no more than a draw needs.
fn opening(bank: &engine::bank::Bank, of: (&str, u8)) -> engine::bank::Bank {
    let mut opening = bank.clone();
    for item in opening.items.iter_mut().filter(|item| (item.topic.as_str(), item.level) != of) {
        item.prompt = engine::rich::Rich::default();
        item.question = engine::kinds::Question::Text(engine::kinds::text::Question::default());
        item.hints = 0;
    }
    opening
}

fn write(value: &impl serde::Serialize) -> Result<Vec<u8>, Vec<Fault>> {
    postcard::to_allocvec(value).map_err(|error| {
        let message = format!("cannot be written as a chunk: {error}");
        vec![Fault { file: ".".into(), line: 0, question: String::new(), message }]
    })
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
