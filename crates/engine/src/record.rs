//! Records: what happened in an attempt, as a log of facts from which everything else is derived.

use crate::{certainty::Certainty, kinds::Response, pack, quiz::Quiz};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub(crate) mod bytes;
mod compact;
mod facts;
mod layout;
mod names;
mod old;

/// The format that is written now. `tests/records/` holds one of each that was ever written.
pub const VERSION: u8 = 4;

/// One attempt at a quiz, running or finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Unique among all attempts of all devices.
    pub id: String,
    /// When it began, in milliseconds since 1970 (UTC).
    pub started: u64,
    /// What was asked for.
    pub quiz: Quiz,
    /// The questions, in the order in which they are asked.
    pub items: Vec<Asked>,
    /// What happened, in order.
    pub log: Vec<Entry>,
}

/// A question as it was when it was asked: enough for every view that does not show its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The id of its area.
    pub area: Arc<str>,
    /// The question's id.
    pub id: String,
    /// Its topic's id.
    pub topic: String,
    /// Its level, 1 to 5.
    pub level: u8,
    /// What [`crate::bank::Item::hash`] was.
    pub hash: u32,
}

/// A fact, and the milliseconds that the attempt was open since the fact before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry(pub u32, pub Event);

/// A fact of an attempt. `item` is a place in [`Record::items`].
///
/// Its JSON is a public contract, which did not change from format 2 on: hosts and learning records read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// The attempt was opened again.
    Resumed {
        /// When, in milliseconds since 1970 (UTC).
        at: u64,
    },
    /// An answer was given or changed; it may still change.
    Responded {
        /// The question.
        item: u16,
        /// The answer so far.
        response: Response,
    },
    /// An answer was graded and is closed.
    Graded {
        /// The question.
        item: u16,
        /// Parts that count.
        got: u16,
        /// Parts in all.
        of: u16,
    },
    /// The question was left for later, unanswered.
    Skipped {
        /// The question.
        item: u16,
    },
    /// The question was marked or unmarked by the person.
    Flagged {
        /// The question.
        item: u16,
        /// Whether it is marked now.
        on: bool,
    },
    /// Another question came on the screen.
    Moved {
        /// The question.
        item: u16,
    },
    /// Time passed.
    Ticked,
    /// The time limit was changed.
    Limited {
        /// The new limit in seconds of open time; none when it was turned off.
        seconds: Option<u32>,
    },
    /// The attempt is over.
    Finished {
        /// What ended it.
        by: End,
    },
    /// The person said how sure they are of the answer.
    Rated {
        /// The question.
        item: u16,
        /// How sure.
        certainty: Certainty,
    },
    /// One more hint was shown.
    Hinted {
        /// The question.
        item: u16,
    },
    /// The person said that they do not know.
    GaveUp {
        /// The question.
        item: u16,
    },
}

/// What ended an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// The person, or that there was nothing left to ask.
    Person,
    /// The time limit.
    Time,
}

/// Why a text is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It was written by a later Plumb, in this format.
    Newer(u8),
    /// It is damaged or something else.
    Damaged,
}

/// The longest name of a topic, in bytes: it is in memory once for each question.
const LONGEST_TOPIC: usize = 300;
/// The most questions that a record may hold: far more than any quiz asks.
const MOST_ITEMS: usize = 1000;

impl Record {
    /// Reads a record of any format that was ever written, in either of its texts, and checks that it is sound.
    ///
    /// # Errors
    /// [`Unreadable`], for the caller to keep the text aside: nothing is thrown away.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let (version, packed) = text.split_once('.').ok_or(Unreadable::Damaged)?;
        let version: u8 = version.parse().map_err(|_| Unreadable::Damaged)?;
        if version > VERSION {
            return Err(Unreadable::Newer(version));
        }
        Self::from_bytes(version, &pack::unpack(packed).ok_or(Unreadable::Damaged)?)
    }

    /// Reads a record of the format `version` and checks that it is sound.
    pub(crate) fn from_bytes(version: u8, bytes: &[u8]) -> Result<Self, Unreadable> {
        if version > VERSION {
            return Err(Unreadable::Newer(version));
        }
        let record = if version < 3 { old::read(version, bytes) } else { layout::read(version, bytes) };
        record.filter(Self::is_sound).ok_or(Unreadable::Damaged)
    }

    /// The record in the format of today.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        layout::write(self)
    }

    /// The text for files and other programs: the format, a point, and the packed record, all of it ASCII.
    #[must_use]
    pub fn write(&self) -> String {
        format!("{VERSION}.{}", pack::pack(&self.to_bytes()))
    }

    /// The text for a browser's storage, which counts UTF-16 units: the same in 2/5 of them, see [`pack::pack_dense`].
    /// In a file in UTF-8 it would be longer than what [`Self::write`] gives.
    #[must_use]
    pub fn write_dense(&self) -> String {
        format!("{VERSION}.{}", pack::pack_dense(&self.to_bytes()))
    }

    /// The same attempt without what no longer counts once it is finished, to be kept in less room: its
    /// [`State`](crate::state::State) and the time of every fact that stays are as they were. A running attempt
    /// stays as it is.
    ///
    /// What goes: answers that were changed before they were graded, and that time passed. The time of what
    /// goes is added to the next fact.
    #[must_use]
    pub fn compact(&self) -> Self {
        compact::compact(self)
    }

    /// When its last fact came, in milliseconds since 1970 (UTC), as far as the facts tell: time in which the
    /// attempt was not open counts only once it was opened again.
    #[must_use]
    pub fn until(&self) -> u64 {
        self.log.iter().fold(self.started, |now, Entry(passed, event)| match event {
            Event::Resumed { at } => *at,
            _ => now.saturating_add(u64::from(*passed)),
        })
    }

    /// Whether `id` can be part of a storage key and a file without harm.
    #[must_use]
    pub fn is_id(id: &str) -> bool {
        (1..=40).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    }

    fn is_sound(&self) -> bool {
        let count = self.items.len();
        let known = |item: u16| usize::from(item) < count;
        Self::is_id(&self.id)
            && (1..=MOST_ITEMS).contains(&count)
            && self.items.iter().all(|asked| (1..=5).contains(&asked.level) && asked.topic.len() <= LONGEST_TOPIC)
            && self.log.iter().all(|Entry(_, event)| match event {
                Event::Responded { item, .. }
                | Event::Skipped { item }
                | Event::Flagged { item, .. }
                | Event::Rated { item, .. }
                | Event::Hinted { item }
                | Event::GaveUp { item }
                | Event::Moved { item } => known(*item),
                Event::Graded { item, got, of } => known(*item) && got <= of && *of > 0,
                Event::Resumed { .. } | Event::Ticked | Event::Limited { .. } | Event::Finished { .. } => true,
            })
    }
}

#[cfg(test)]
mod tests;
