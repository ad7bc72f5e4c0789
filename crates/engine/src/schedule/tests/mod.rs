//! The schedule as a whole: against py-fsrs, as a fold over a set of records, and over thirty days.

mod due;
mod golden;
mod journey;
mod mistakes;
mod union;

use crate::{
    certainty::Certainty,
    fold::{self, Attempt},
    quiz::Quiz,
    record::{Asked, Entry, Event, Record},
    sorted::Map,
};

/// 2026-09-21, 00:00 UTC.
const START: u64 = 1_789_948_800_000;
const HOUR: u64 = 3_600_000;

/// An attempt that asks questions of an area and was begun at a time.
fn asking(id: &str, area: &str, started: u64, questions: &[&str]) -> Record {
    let asked = |id: &&str| Asked { area: area.into(), id: (*id).into(), topic: "t".into(), level: 1, hash: 7 };
    let items = questions.iter().map(asked).collect();
    Record { id: id.into(), started, quiz: Quiz::new(area, "s", 1), items, log: Vec::new() }
}

/// An attempt at one question: when it was answered, and how many of two parts were right.
fn answered(id: &str, question: &str, at: u64, got: u16) -> Record {
    let mut record = asking(id, "git", at, &[question]);
    record.log.push(Entry(0, Event::Graded { item: 0, got, of: 2 }));
    record
}

/// The same, where the person said how sure they are.
fn rated(id: &str, question: &str, at: u64, got: u16, certainty: Certainty) -> Record {
    let mut record = answered(id, question, at, got);
    record.log.insert(0, Entry(0, Event::Rated { item: 0, certainty }));
    record
}

fn union(records: &[Record]) -> Map<Attempt> {
    fold::union(records.iter().cloned())
}
