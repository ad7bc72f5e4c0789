//! What is worth knowing once an answer was given: an area's reasons, explanations and sources.

use crate::{
    bank::Damaged,
    rich::{Code, Rich},
};
use serde::{Deserialize, Serialize};

/// One area's notes: a chunk of their own, for nobody needs them before the first answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// The area's id.
    pub area: String,
    /// One for each question, in the order of the bank.
    pub items: Vec<Note>,
}

/// What is worth knowing about one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The question's id.
    pub id: String,
    /// Why its answers are right or wrong.
    pub reasons: Reasons,
    /// What helps without telling the answer, from the least on; as many as the question says.
    pub hints: Vec<Rich>,
    /// What is worth knowing beyond the key.
    pub explanation: Rich,
    /// Where the key stands.
    pub source: Source,
    /// How the key was checked, where a program could show it.
    pub checked: Option<Checked>,
}

/// Why answers to a question are right or wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasons {
    /// For each part, in the bank's order: why it is right, which belief makes it tempting and why it
    /// is wrong, or why it stands where it stands. Empty where answers are typed.
    pub parts: Vec<Rich>,
    /// Likely wrong answers, where answers are typed.
    pub traps: Vec<Trap>,
}

/// A likely wrong answer to a typed question, and the belief behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trap {
    /// Where there are several fields: the place of the one that it is typed into.
    pub part: u8,
    /// What is typed.
    pub answer: String,
    /// Why it is tempting and wrong.
    pub why: Rich,
}

/// The official document that a key rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The document's name.
    pub title: String,
    /// Its `https` address.
    pub url: String,
}

/// That a key was checked by running a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The tools that it was run on, with their versions.
    pub on: Vec<String>,
    /// The day on which that was, such as `2026-11-21`.
    pub date: String,
    /// The versions on which it holds: from the first on, up to and without the second. Empty where the
    /// author named none.
    pub versions: (String, String),
    /// What was run, with what the run needed before; empty where it is the program in the prompt.
    pub programs: Vec<Code>,
}

impl Notes {
    /// Reads notes that `bank::compile` wrote.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are something else, such as an error page.
    pub fn read(bytes: &[u8]) -> Result<Self, Damaged> {
        postcard::from_bytes(bytes).map_err(|_| Damaged)
    }

    /// The note of the question with this id.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&Note> {
        self.items.iter().find(|note| note.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::samples;

    #[test]
    fn every_question_has_its_note_with_a_reason_for_each_part() {
        let (bank, notes) = (samples::bank(), samples::notes());
        assert_eq!(bank.items.len(), notes.items.len());
        for item in &bank.items {
            let note = notes.of(&item.id).unwrap();
            assert_eq!(note.reasons.parts.len(), item.question.reasons(), "{}", item.id);
        }
        assert_eq!(notes.of("no-such"), None);
    }

    #[test]
    fn notes_read_back_as_they_were_written_and_damaged_ones_are_refused() {
        let notes = samples::notes();
        let bytes = postcard::to_allocvec(&notes).unwrap();
        assert_eq!(Notes::read(&bytes), Ok(notes));
        for damaged in [&bytes[..bytes.len() - 1], b"", b"<!doctype html><title>Log in</title>"] {
            assert_eq!(Notes::read(damaged), Err(Damaged));
        }
    }
}
