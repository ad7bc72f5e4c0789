//! What a bank must be beyond what its format asks: spread, fair, short, without doubles, and proved.

use crate::{
    Fault,
    area::{self, Read, whole},
    lock::Lock,
    proof::Proof,
    question::Basis,
};
use engine::{bank::Item, rich::Block};
use std::{collections::BTreeMap, path::Path};

mod habits;
mod similar;
mod spread;
mod stats;

pub use habits::{Longest, Positions};
pub use similar::{THRESHOLD, similarity};
pub use stats::Stats;

/// The most words of a prompt, code not counted.
const MOST_WORDS: usize = 90;

/// What was found in the banks.
pub struct Report {
    /// Every fault, in the order of files and lines.
    pub faults: Vec<Fault>,
    /// What each area holds.
    pub stats: Vec<Stats>,
}

/// A proof and the question that it is for.
pub struct Named {
    /// The area's id.
    pub area: String,
    /// The question's id.
    pub question: String,
    /// Its file, relative to `questions/`, and the line where it begins.
    pub place: (String, usize),
    /// The proof.
    pub proof: Proof,
}

/// Reads all banks below `questions` and checks those whose area is in `only`, or all where that is empty.
#[must_use]
pub fn check(questions: &Path, only: &[String]) -> Report {
    let mut faults = Vec::new();
    let (areas, lock) = crate::read_all(questions, &mut faults);
    check_prompts(&areas, &mut faults);
    similar::check(&areas, &mut faults);
    for area in &areas {
        check_area(area, &lock, &mut faults);
    }
    check_lock(&areas, &lock, &mut faults);
    faults.retain(|fault| wanted(only, fault));
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    let stats = areas.iter().filter(|area| is_wanted(only, &area.info.id)).map(Stats::of).collect();
    Report { faults, stats }
}

/// All proofs of the areas in `only`, or of all where that is empty.
///
/// # Errors
/// Every fault in these areas that keeps a question from being read.
pub fn proofs(questions: &Path, only: &[String]) -> Result<Vec<Named>, Vec<Fault>> {
    let mut faults = Vec::new();
    let (areas, _) = crate::read_all(questions, &mut faults);
    faults.retain(|fault| wanted(only, fault));
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut proofs = Vec::new();
    for area in areas.into_iter().filter(|area| is_wanted(only, &area.info.id)) {
        let items = area.bank.items.into_iter().zip(area.places).zip(area.bases);
        proofs.extend(items.filter_map(|((item, place), basis)| match basis {
            Basis::Proof(proof) => Some(Named { area: area.info.id.clone(), question: item.id, place, proof: *proof }),
            Basis::Unprovable | Basis::Nothing => None,
        }));
    }
    Ok(proofs)
}

fn is_wanted(only: &[String], area: &str) -> bool {
    only.is_empty() || only.iter().any(|name| name == area)
}

/// Whether a fault is in one of these areas.
fn wanted(only: &[String], fault: &Fault) -> bool {
    is_wanted(only, fault.file.split('/').next().unwrap_or_default())
}

/// No two questions, in one area or across, ask the same thing.
pub(crate) fn check_prompts(areas: &[Read], faults: &mut Vec<Fault>) {
    let mut seen: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for (item, file, line) in areas.iter().flat_map(area::placed) {
        let words: Vec<String> = item.prompt.plain().split_whitespace().map(str::to_lowercase).collect();
        let text = format!("{}\n{}", words.join(" "), shown_code(item));
        if let Some((other, at)) = seen.insert(text, (file, line)) {
            let message = format!("its prompt is the same as at {other}:{at}; drop or change one");
            faults.push(Fault { file: file.to_owned(), line, question: item.id.clone(), message });
        }
    }
}

/// The code that belongs to what is asked but stands outside the prompt.
fn shown_code(item: &Item) -> String {
    use engine::kinds::Question;
    match &item.question {
        Question::Lines(lines) => lines.code.text.clone(),
        Question::Cloze(cloze) => cloze.0.body.plain(),
        Question::Table(table) => table.0.body.plain(),
        _ => String::new(),
    }
}

/// Words of a prompt; code is looked at, not read.
pub(crate) fn words(item: &Item) -> usize {
    let prose = item.prompt.0.iter().filter(|block| !matches!(block, Block::Code(_) | Block::Diagram { .. }));
    let prose: Vec<Block> = prose.cloned().collect();
    engine::rich::Rich(prose).plain().split_whitespace().count()
}

/// A count as a number to reckon with.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

fn check_area(read: &Read, lock: &Lock, faults: &mut Vec<Fault>) {
    for ((item, file, line), basis) in area::placed(read).zip(&read.bases) {
        let mut fault = |message: String| {
            faults.push(Fault { file: file.to_owned(), line, question: item.id.clone(), message });
        };
        let words = words(item);
        if words > MOST_WORDS {
            fault(format!("its prompt has {words} words; say it in {MOST_WORDS}"));
        }
        match basis {
            Basis::Nothing if !read.run.is_empty() => {
                let tools = read.run.join(" or ");
                fault(format!(
                    "it has no proof; write one for {tools}, or say why there is none: `unprovable = \"…\"`"
                ));
            }
            Basis::Proof(proof) => match lock.get(&read.info.id, &item.id) {
                None => fault("its proof was never run; run `cargo xtask bank prove`".into()),
                Some(entry) if entry.hash != proof.hash => {
                    fault("it was changed after its proof was run; run `cargo xtask bank prove`".into());
                }
                Some(_) => {}
            },
            Basis::Nothing | Basis::Unprovable => {}
        }
    }
    let name = format!("{}/area.toml", read.info.id);
    let found = spread::faults(read).into_iter().chain(habits::faults(read));
    faults.extend(found.map(|message| whole(&name, message)));
}

/// Every entry of the lock belongs to a proof.
fn check_lock(areas: &[Read], lock: &Lock, faults: &mut Vec<Fault>) {
    let proved = |area: &str, question: &str| {
        let read = areas.iter().find(|read| read.info.id == area);
        read.is_some_and(|read| {
            let mut items = read.bank.items.iter().zip(&read.bases);
            items.any(|(item, basis)| item.id == question && matches!(basis, Basis::Proof(_)))
        })
    };
    for (area, question) in lock.names().filter(|(area, question)| !proved(area, question)) {
        let message = format!("names {area}/{question}, which has no proof; run `cargo xtask bank prove`");
        faults.push(whole(crate::lock::NAME, message));
    }
}

#[cfg(test)]
mod tests;
