//! Reads one `[[question]]`: the fields that all kinds share here, the rest in the engine's kind.

use crate::{
    lock::Entry,
    markdown,
    pictures::Pictures,
    proof::{self, Proof},
};
use engine::{
    bank::Item,
    kinds::Question,
    notes::{Checked, Note, Source},
    rich::{Code, Rich},
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::cell::RefCell;

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
    proof: Option<proof::Draft>,
    unprovable: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceDraft {
    title: String,
    url: String,
}

/// What a key rests on.
#[derive(Debug)]
pub enum Basis {
    /// A program that shows it.
    Proof(Box<Proof>),
    /// A document alone, and the author says why no program could show it.
    Unprovable,
    /// A document alone.
    Nothing,
}

/// A question, its note, and what its key rests on.
pub struct Asked {
    /// The question.
    pub item: Item,
    /// Its note; whether the key was checked comes later.
    pub note: Note,
    /// What the key rests on.
    pub basis: Basis,
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
) -> Option<Asked> {
    let id = table.get("id").and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    if !is_id(&id) {
        fault(&id, "its `id` must be lower-case words with hyphens; write one".into());
        return None;
    }
    let asked = asked(&table);
    let hash = Sha256::digest(&asked).iter().take(4).fold(0, |hash, byte| (hash << 8) | u32::from(*byte));
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
    let (question, reasons) = compiled.map_err(|message| fault(&id, message.trim_end().to_owned())).ok()?;
    let source = Source { title: shared.source.title, url: shared.source.url };
    let count = u8::try_from(hints.len()).unwrap_or(u8::MAX);
    let item = Item {
        area: Default::default(),
        id: id.clone(),
        topic: topic.to_owned(),
        level: shared.level,
        hash,
        prompt,
        question,
        hints: count,
    };
    let basis = match (shared.proof, shared.unprovable) {
        (Some(draft), _) => Basis::Proof(Box::new(draft.of(&item, &reasons.traps, &asked))),
        (None, Some(_)) => Basis::Unprovable,
        (None, None) => Basis::Nothing,
    };
    let note = Note { id, reasons, hints, explanation, source, checked: None };
    Some(Asked { item, note, basis })
}

/// What the page says of a proof that was run.
pub fn checked(proof: &Proof, entry: &Entry) -> Checked {
    let version = |version: &Option<_>| version.as_ref().map(ToString::to_string).unwrap_or_default();
    let code = |text: &str| Code { lang: String::new(), text: text.trim().to_owned(), spans: Vec::new() };
    let own = Some(&proof.program).filter(|_| !proof.asked);
    let programs = [Some(&proof.setup), Some(&proof.config), own].into_iter().flatten();
    Checked {
        on: entry.on.clone(),
        date: entry.date.clone(),
        versions: (version(&proof.since), version(&proof.before)),
        programs: programs.filter(|text| !text.trim().is_empty()).map(|text| code(text)).collect(),
    }
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
        faults.extend(proof.check(prompt.first_code().is_some()));
    }
    if shared.unprovable.as_ref().is_some_and(|why| why.trim().is_empty() || shared.proof.is_some()) {
        faults.push("`unprovable` says why there is no proof; fill it, or drop it where there is a proof".into());
    }
    faults
}

/// What is asked and its key, as text: without hints, reasons, sources and proofs.
fn asked(table: &toml::Table) -> String {
    let mut asked = table.clone();
    asked.retain(|name, _| !["level", "hints", "explanation", "source", "proof", "unprovable", "why"].contains(&name));
    asked.iter_mut().for_each(|(_, value)| drop_reasons(value));
    asked.to_string()
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
