//! `questions/proofs.lock`: which proofs have been run, on what and when.

use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

/// The file's name in `questions/`.
pub const NAME: &str = "proofs.lock";

/// All entries, by area and question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Lock(BTreeMap<String, BTreeMap<String, Entry>>);

/// One proof that held.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// [`Proof::hash`](crate::proof::Proof::hash) of what was run.
    pub hash: String,
    /// The tools with their versions, such as `Python 3.11.7`; the one that is meant first.
    pub on: Vec<String>,
    /// The day, such as `2026-11-21`, in UTC.
    pub date: String,
}

impl Lock {
    /// Reads the file below `questions`; where there is none, there are no entries.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(questions: &Path) -> Result<Self, String> {
        match fs::read_to_string(path(questions)) {
            Ok(text) => toml::from_str(&text).map_err(|error| error.message().to_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// What is known of a question's proof.
    #[must_use]
    pub fn get(&self, area: &str, question: &str) -> Option<&Entry> {
        self.0.get(area)?.get(question)
    }

    /// Notes that a proof held.
    pub fn set(&mut self, area: &str, question: &str, entry: Entry) {
        self.0.entry(area.to_owned()).or_default().insert(question.to_owned(), entry);
    }

    /// Drops what is not `known`: questions that are gone or have no proof any more.
    pub fn keep(&mut self, known: impl Fn(&str, &str) -> bool) {
        for (area, entries) in &mut self.0 {
            entries.retain(|question, _| known(area, question));
        }
        self.0.retain(|_, entries| !entries.is_empty());
    }

    /// The names of all entries: area and question.
    pub fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(area, entries)| entries.keys().map(move |name| (area.as_str(), name.as_str())))
    }

    /// Writes the file, one line an entry, so that changes are easy to read.
    ///
    /// # Errors
    /// Why it cannot be written.
    pub fn write(&self, questions: &Path) -> io::Result<()> {
        let mut text = "# Which proofs have held, on what and when. Written by `cargo xtask bank prove`.\n".to_owned();
        for (area, entries) in &self.0 {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "\n[{area}]");
            for (question, Entry { hash, on, date }) in entries {
                let on: Vec<String> = on.iter().map(|tool| toml::Value::from(tool.as_str()).to_string()).collect();
                let on = on.join(", ");
                let _ = writeln!(text, "{question} = {{ hash = \"{hash}\", on = [{on}], date = \"{date}\" }}");
            }
        }
        fs::write(path(questions), text)
    }
}

fn path(questions: &Path) -> PathBuf {
    questions.join(NAME)
}
