//! Reads one area's folder: its `area.toml` and one file per topic.

use crate::{
    Fault, File, lock, markdown,
    pictures::Pictures,
    question::{self, Asked, Basis},
};
use engine::{
    bank::{Area, Bank, Item, Skill, Topic},
    notes::Notes,
};
use serde::Deserialize;
use std::{collections::BTreeMap, fs, path::Path};
use toml::Spanned;

/// What can show that a key is right, as `proof.tool` names it.
pub const TOOLS: &[&str] = &[
    "python3",
    "node",
    "php",
    "ruby",
    "go",
    "java",
    "mono",
    "sqlite3",
    "postgresql",
    "mariadb",
    "redis",
    "memcached",
    "nginx",
    "apache2",
    "git",
    "sh",
    "curl",
    "openssl",
    "chromium",
    "django",
    "flask",
    "rails",
    "laravel",
    "mingo",
    "http-cache",
    "dynalite",
];

/// The fewest questions that make an area.
const LEAST_QUESTIONS: usize = 12;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaFile {
    title: String,
    skill: Skill,
    #[serde(default)]
    code: bool,
    run: Vec<String>,
    summary: String,
    about: String,
    #[serde(default)]
    topic: Vec<TopicEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicEntry {
    id: String,
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicFile {
    #[serde(default)]
    question: Vec<Spanned<toml::Table>>,
}

/// One area, read and checked.
pub struct Read {
    /// What the catalogue says of it; the chunk's name comes later.
    pub info: Area,
    /// Its questions.
    pub bank: Bank,
    /// Their notes, in the order of the bank.
    pub notes: Notes,
    /// What each key rests on, in the order of the bank.
    pub bases: Vec<Basis>,
    /// Where each question stands: file and line, in the order of the bank.
    pub places: Vec<(String, usize)>,
    /// Whether its questions show code.
    pub code: bool,
    /// The tools that can show that a key is right; none where no program can.
    pub run: Vec<String>,
    /// The pictures in them.
    pub pictures: Vec<File>,
}

/// What an area holds, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Questions for each level from 1 to 5.
    pub levels: [usize; 5],
    /// Questions for each kind.
    pub kinds: BTreeMap<&'static str, usize>,
}

impl Counts {
    /// Counts a bank.
    #[must_use]
    pub fn of(bank: &Bank) -> Self {
        let mut counts = Self::default();
        for item in &bank.items {
            let level = counts.levels.get_mut(usize::from(item.level).saturating_sub(1));
            level.into_iter().for_each(|count| *count += 1);
            *counts.kinds.entry(item.question.kind()).or_default() += 1;
        }
        counts
    }
}

/// The folders below `questions`, in order.
pub fn folders(questions: &Path, faults: &mut Vec<Fault>) -> Vec<String> {
    let entries = match fs::read_dir(questions) {
        Ok(entries) => entries,
        Err(error) => {
            faults.push(whole(&questions.display().to_string(), format!("cannot be read: {error}")));
            return Vec::new();
        }
    };
    let mut folders = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            folders.push(name);
        } else if name != lock::NAME {
            faults.push(whole(
                &name,
                "questions/ holds one folder an area and proofs.lock, nothing else; move it away".into(),
            ));
        }
    }
    folders.sort();
    folders
}

/// Reads an area; none where its `area.toml` cannot be read.
pub fn read(questions: &Path, folder: &str, faults: &mut Vec<Fault>) -> Option<Read> {
    let name = format!("{folder}/area.toml");
    let text = text(questions, &name, faults)?;
    let file: AreaFile = match toml::from_str(&text) {
        Ok(file) => file,
        Err(error) => {
            faults.push(syntax(&name, &text, &error));
            return None;
        }
    };
    let pictures = Pictures::of(folder, &questions.join(folder));
    let (about, complaints) = markdown::read(&file.about, &pictures);
    faults.extend(complaints.into_iter().map(|message| whole(&name, message)));
    for (id, field) in [(folder, "folder"), (&file.title, "title"), (&file.summary, "summary")] {
        if id.trim().is_empty() || (field == "folder" && !question::is_id(id)) {
            faults.push(whole(&name, format!("its {field} {id:?} is not usable; write one")));
        }
    }
    let bank = Bank { area: folder.to_owned(), about, items: Vec::new() };
    let notes = Notes { area: folder.to_owned(), items: Vec::new() };
    let topics =
        file.topic.iter().map(|topic| Topic { id: topic.id.clone(), title: topic.title.clone(), per_level: [0; 5] });
    let info = Area {
        id: folder.to_owned(),
        title: file.title,
        skill: file.skill,
        summary: file.summary,
        topics: topics.collect(),
        chunk: String::new(),
    };
    for tool in file.run.iter().filter(|tool| !TOOLS.contains(&tool.as_str())) {
        faults.push(whole(&name, format!("there is no tool {tool:?}; use some of {}", TOOLS.join(", "))));
    }
    let (bases, places, pictures_used) = (Vec::new(), Vec::new(), Vec::new());
    let mut read = Read { info, bank, notes, bases, places, code: file.code, run: file.run, pictures: pictures_used };
    for topic in 0..read.info.topics.len() {
        read_topic(questions, &mut read, topic, &pictures, faults);
    }
    check_files(questions, &read.info, faults);
    if read.bank.items.len() < LEAST_QUESTIONS {
        let message = format!("the area has {} questions; write at least {LEAST_QUESTIONS}", read.bank.items.len());
        faults.push(whole(&name, message));
    }
    read.bank.name();
    read.pictures = pictures.used();
    Some(read)
}

fn read_topic(
    questions: &Path,
    read: &mut Read,
    topic: usize,
    pictures: &Pictures,
    faults: &mut Vec<Fault>,
) -> Option<()> {
    let topic = read.info.topics.get_mut(topic)?;
    let name = format!("{}/{}.toml", read.info.id, topic.id);
    let text = text(questions, &name, faults)?;
    let file: TopicFile = match toml::from_str(&text) {
        Ok(file) => file,
        Err(error) => {
            faults.push(syntax(&name, &text, &error));
            return None;
        }
    };
    if file.question.is_empty() {
        faults.push(whole(&name, "has no [[question]]; write one or drop the topic from area.toml".into()));
    }
    for entry in file.question {
        let line = line_of(&text, entry.span().start);
        let item = question::read(entry.into_inner(), &topic.id, pictures, |id, message| {
            faults.push(Fault { file: name.clone(), line, question: id.to_owned(), message });
        });
        let Some(Asked { item, note, basis }) = item else { continue };
        if read.bank.items.iter().any(|other| other.id == item.id) {
            let message = "its id is used twice in this area; give it another".into();
            faults.push(Fault { file: name.clone(), line, question: item.id.clone(), message });
        }
        let level = topic.per_level.get_mut(usize::from(item.level).saturating_sub(1));
        level.into_iter().for_each(|count| *count += 1);
        read.places.push((name.clone(), line));
        read.bank.items.push(item);
        read.notes.items.push(note);
        read.bases.push(basis);
    }
    Some(())
}

/// Every file of the folder is a topic, and every topic has an id that can be part of a link.
fn check_files(questions: &Path, info: &Area, faults: &mut Vec<Fault>) {
    for topic in &info.topics {
        if !question::is_id(&topic.id) || topic.title.trim().is_empty() {
            let message = format!("the topic {:?} needs a title and an id of lower-case words with hyphens", topic.id);
            faults.push(whole(&format!("{}/area.toml", info.id), message));
        }
    }
    let known = |name: &str| {
        ["area.toml", "images"].contains(&name) || info.topics.iter().any(|topic| name == format!("{}.toml", topic.id))
    };
    for entry in fs::read_dir(questions.join(&info.id)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !known(&name) {
            let message = "is no topic of area.toml; add a [[topic]] with this id there, or drop the file".into();
            faults.push(whole(&format!("{}/{name}", info.id), message));
        }
    }
}

/// The questions of an area with the place of each.
pub fn placed(read: &Read) -> impl Iterator<Item = (&Item, &str, usize)> {
    read.bank.items.iter().zip(&read.places).map(|(item, (file, line))| (item, file.as_str(), *line))
}

fn text(questions: &Path, name: &str, faults: &mut Vec<Fault>) -> Option<String> {
    let text = fs::read_to_string(questions.join(name));
    text.map_err(|error| faults.push(whole(name, format!("cannot be read ({error}); add the file")))).ok()
}

/// A fault of a file as a whole.
pub fn whole(file: &str, message: String) -> Fault {
    Fault { file: file.to_owned(), line: 0, question: String::new(), message }
}

fn syntax(file: &str, text: &str, error: &toml::de::Error) -> Fault {
    let line = error.span().map_or(0, |span| line_of(text, span.start));
    Fault { file: file.to_owned(), line, question: String::new(), message: error.message().to_owned() }
}

fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}
