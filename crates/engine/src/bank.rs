//! What the app knows of the banks: the catalogue of all areas, and one area's questions.

use crate::{kinds::Question, rich::Rich};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// All areas: embedded in the app, so that the first page needs no further request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The areas, grouped by skill in the order of [`Skill`].
    pub areas: Vec<Area>,
}

/// One area, as far as it is known before its questions are fetched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// The folder's name, such as `python`.
    pub id: String,
    /// The name that is shown.
    pub title: String,
    /// The skill that it belongs to.
    pub skill: Skill,
    /// What it is about, in one sentence.
    pub summary: String,
    /// Its topics, in the order in which they are shown.
    pub topics: Vec<Topic>,
    /// The file that holds its questions, named by their content and that of their notes.
    pub chunk: String,
}

/// One topic of an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The file's name without its ending.
    pub id: String,
    /// The name that is shown.
    pub title: String,
    /// Its questions, counted for each level from 1 to 5.
    pub per_level: [u16; 5],
}

/// The ten skills that employers ask of a back-end engineer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it; words for people are in the app")]
pub enum Skill {
    Languages,
    Web,
    Frameworks,
    Data,
    Apis,
    Servers,
    VersionControl,
    Systems,
    ProblemSolving,
    WorkingTogether,
}

impl Skill {
    /// All skills, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Languages,
        Self::Web,
        Self::Frameworks,
        Self::Data,
        Self::Apis,
        Self::Servers,
        Self::VersionControl,
        Self::Systems,
        Self::ProblemSolving,
        Self::WorkingTogether,
    ];
}

/// One area's questions: a chunk, fetched on first use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bank {
    /// The area's id.
    pub area: String,
    /// What the questions are about and for which version.
    pub about: Rich,
    /// The questions, by topic.
    pub items: Vec<Item>,
}

/// One question with all that is needed to ask and to grade it; the rest is in its [`Note`](crate::notes::Note).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The id of its area: not in the chunk, which tells it once.
    #[serde(skip)]
    pub area: Arc<str>,
    /// Unique in its area and never reused.
    pub id: String,
    /// The id of its topic.
    pub topic: String,
    /// 1 recall, 2 understand, 3 apply, 4 analyse or debug, 5 expert judgement.
    pub level: u8,
    /// Changes whenever what is asked or its key changes.
    pub hash: u32,
    /// What is asked.
    pub prompt: Rich,
    /// How it is answered, and the key.
    pub question: Question,
    /// How many hints there are, 0 to 3; what they say is in the notes.
    pub hints: u8,
}

/// Why bytes are no catalogue, no bank or no notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

impl Catalogue {
    /// Reads what `bank::compile` wrote.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are something else.
    pub fn read(bytes: &[u8]) -> Result<Self, Damaged> {
        postcard::from_bytes(bytes).map_err(|_| Damaged)
    }

    /// The area with this id.
    #[must_use]
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }
}

impl Item {
    /// Whether it only holds the place of a question that has not been fetched yet.
    #[must_use]
    pub fn is_hollow(&self) -> bool {
        self.prompt.0.is_empty()
    }
}

impl Bank {
    /// Whether all questions are here. An opening has those of one level of a topic: enough to draw any quiz, and
    /// to show the first question of one that [`draw::opening`](crate::draw::opening) gives these.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.items.iter().any(Item::is_hollow)
    }

    /// Reads a chunk that `bank::compile` wrote.
    ///
    /// # Errors
    /// [`Damaged`] where the bytes are something else, such as an error page.
    pub fn read(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut bank: Self = postcard::from_bytes(bytes).map_err(|_| Damaged)?;
        bank.name();
        Ok(bank)
    }

    /// Tells its questions which area they are of.
    pub fn name(&mut self) {
        let area: Arc<str> = Arc::from(&*self.area);
        self.items.iter_mut().for_each(|item| item.area = Arc::clone(&area));
    }

    /// One bank of several, for a quiz that mixes their areas.
    #[must_use]
    pub fn together(banks: &[Arc<Self>]) -> Self {
        let items = banks.iter().flat_map(|bank| bank.items.iter().cloned()).collect();
        Self { area: String::new(), about: Rich::default(), items }
    }
}

impl Area {
    /// How many questions it has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.topics.iter().flat_map(|topic| topic.per_level).map(usize::from).sum()
    }

    /// The hash in its files' names, which changes with any of its questions or notes.
    #[must_use]
    pub fn hash(&self) -> &str {
        self.chunk.split('.').nth(1).unwrap_or_default()
    }

    /// What a quiz can begin with: each topic on each level that has questions.
    pub fn openings(&self) -> impl Iterator<Item = (&str, u8)> {
        let levels = |topic: &'_ Topic| (1..).zip(topic.per_level).filter(|(_, count)| *count > 0);
        self.topics.iter().flat_map(move |topic| levels(topic).map(|(level, _)| (topic.id.as_str(), level)))
    }

    /// The file that holds the questions of one level of a topic and the places of all others.
    #[must_use]
    pub fn opening(&self, (topic, level): (&str, u8)) -> String {
        format!("{}.{topic}.{level}{}", self.id, self.chunk.strip_prefix(&*self.id).unwrap_or_default())
    }

    /// The file that holds its notes: beside the chunk and with the same hash, so that the catalogue
    /// need not name it.
    #[must_use]
    pub fn notes(&self) -> String {
        format!("{}-notes{}", self.id, self.chunk.strip_prefix(&*self.id).unwrap_or_default())
    }
}
