//! Reads one `[[question]]`: the fields that all kinds share here, the rest in the engine's kind.

use crate::{
    Fault,
    area::{Read, TOOLS, placed},
    markdown,
    pictures::Pictures,
};
use engine::{
    bank::Item,
    kinds::Question,
    notes::{Note, Source},
    rich::Rich,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::{cell::RefCell, collections::BTreeMap};

/// The fields that every question has, whatever its kind.
const SHARED: [&str; 9] = ["id", "kind", "level", "prompt", "hints", "explanation", "source", "proof", "unprovable"];
/// The most hints of a question: each costs a quarter of its point.
const MOST_HINTS: usize = 3;

#[derive(Deserialize)]
struct Shared {
    kind: String,
    level: u8,
    prompt: String,
    #[serde(default)]
    hints: Vec<String>,
    explanation: String,
    source: SourceDraft,
    proof: Option<Proof>,
    unprovable: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceDraft {
    title: String,
    url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Proof {
    tool: String,
    program: Option<String>,
}

/// Whether this can be part of a link and a file's name: lower-case words with hyphens.
pub fn is_id(id: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !id.is_empty() && id.len() <= 60 && id.bytes().all(allowed) && !id.starts_with('-') && !id.ends_with('-')
}

/// Reads a question and its note; tells every fault with the question's id, and gives none where one
/// forbids it.
pub fn read(
    table: toml::Table,
    topic: &str,
    pictures: &Pictures,
    mut fault: impl FnMut(&str, String),
) -> Option<(Item, Note)> {
    let id = table.get("id").and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    if !is_id(&id) {
        fault(&id, "its `id` must be lower-case words with hyphens; write one".into());
        return None;
    }
    let hash = hash(&table);
    let (shared, own): (toml::Table, toml::Table) =
        table.into_iter().partition(|(name, _)| SHARED.contains(&name.as_str()));
    let shared: Shared = match shared.try_into() {
        Ok(shared) => shared,
        Err(error) => {
            fault(&id, format!("{}; see CONTRIBUTING.md for the fields", error.message()));
            return None;
        }
    };
    let complaints = RefCell::new(Vec::new());
    let mut rich = |text: &str| -> Rich {
        let (rich, found) = markdown::read(text, pictures);
        complaints.borrow_mut().extend(found);
        rich
    };
    let prompt = rich(&shared.prompt);
    let hints: Vec<Rich> = shared.hints.iter().map(|hint| rich(hint)).collect();
    let explanation = rich(&shared.explanation);
    let compiled = Question::compile(&shared.kind, own, &mut rich);
    complaints.into_inner().into_iter().chain(check(&shared, &prompt)).for_each(|message| fault(&id, message));
    let (question, reasons) = compiled.map_err(|message| fault(&id, message)).ok()?;
    let source = Source { title: shared.source.title, url: shared.source.url };
    let count = u8::try_from(hints.len()).unwrap_or(u8::MAX);
    let note = Note { id: id.clone(), reasons, hints, explanation, source };
    Some((Item { id, topic: topic.to_owned(), level: shared.level, hash, prompt, question, hints: count }, note))
}

fn check(shared: &Shared, prompt: &Rich) -> Vec<String> {
    let mut faults = Vec::new();
    if !(1..=5).contains(&shared.level) {
        faults.push(format!("its level is {}; use 1 to 5", shared.level));
    }
    if shared.hints.len() > MOST_HINTS || shared.hints.iter().any(|hint| hint.trim().is_empty()) {
        faults.push(format!("`hints` takes up to {MOST_HINTS} texts, none of them empty"));
    }
    if shared.source.title.trim().is_empty() {
        faults.push("its source has no title; name the document".into());
    }
    if !shared.source.url.starts_with("https://") || shared.source.url.contains(char::is_whitespace) {
        faults.push(format!("its source {:?} is no https address; use the official document's", shared.source.url));
    }
    if let Some(proof) = &shared.proof {
        if !TOOLS.contains(&proof.tool.as_str()) {
            faults.push(format!("there is no tool {:?}; use one of {}", proof.tool, TOOLS.join(", ")));
        }
        if proof.program.is_none() && prompt.first_code().is_none() {
            faults.push("its proof has no program and its prompt no code; write `program`".into());
        }
    }
    if shared.unprovable.as_ref().is_some_and(|why| why.trim().is_empty() || shared.proof.is_some()) {
        faults.push("`unprovable` says why there is no proof; fill it, or drop it where there is a proof".into());
    }
    faults
}

/// A number that changes when what is asked or its key changes, but not with hints, reasons or sources.
fn hash(table: &toml::Table) -> u32 {
    let mut asked = table.clone();
    asked.retain(|name, _| !["level", "hints", "explanation", "source", "proof", "unprovable", "why"].contains(&name));
    asked.iter_mut().for_each(|(_, value)| drop_reasons(value));
    let text = asked.to_string();
    Sha256::digest(text).iter().take(4).fold(0, |hash, byte| (hash << 8) | u32::from(*byte))
}

fn drop_reasons(value: &mut toml::Value) {
    match value {
        toml::Value::Array(list) => list.iter_mut().for_each(drop_reasons),
        toml::Value::Table(table) => {
            table.remove("why");
        }
        _ => {}
    }
}

/// No two questions, in one area or across, ask the same thing.
pub fn check_across(areas: &[Read], faults: &mut Vec<Fault>) {
    let mut seen: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for (item, file, line) in areas.iter().flat_map(placed) {
        let words: Vec<String> = item.prompt.plain().split_whitespace().map(str::to_lowercase).collect();
        if let Some((other, at)) = seen.insert(words.join(" "), (file, line)) {
            let message = format!("its prompt is the same as at {other}:{at}; drop or change one");
            faults.push(Fault { file: file.to_owned(), line, question: item.id.clone(), message });
        }
    }
}
