//! Formats of records that were written before the one of today.

use super::{Asked, Entry, Record};
use crate::{modes::Mode, quiz::Quiz, sorted::Set};
use serde::Deserialize;
use std::sync::Arc;

/// Format 1: a quiz could not ask how sure the person is.
type Record1 = Record12<Quiz1>;
/// Format 2: an attempt had one area.
type Record2 = Record12<Quiz2>;

#[derive(Deserialize)]
struct Record12<Q> {
    id: String,
    started: u64,
    quiz: Q,
    items: Vec<Asked12>,
    log: Vec<Entry>,
}

#[derive(Deserialize)]
struct Asked12 {
    id: String,
    topic: String,
    level: u8,
    hash: u32,
}

#[derive(Deserialize)]
struct Quiz1 {
    area: String,
    mode: Mode,
    seed: String,
    count: u16,
    topics: Set<String>,
    levels: Set<u8>,
    only: Set<String>,
    avoid: Set<String>,
    limit: Option<u32>,
}

#[derive(Deserialize)]
struct Quiz2 {
    quiz: Quiz1,
    rated: bool,
}

/// Reads the format `version`; none where the bytes are something else.
pub fn read(version: u8, bytes: &[u8]) -> Option<Record> {
    match version {
        1 => postcard::from_bytes::<Record1>(bytes).ok().map(|record| record.today(|quiz| (quiz, false))),
        2 => postcard::from_bytes::<Record2>(bytes).ok().map(|record| record.today(|quiz| (quiz.quiz, quiz.rated))),
        _ => None,
    }
}

impl<Q> Record12<Q> {
    fn today(self, quiz: fn(Q) -> (Quiz1, bool)) -> Record {
        let (Quiz1 { area, mode, seed, count, topics, levels, only, avoid, limit }, rated) = quiz(self.quiz);
        let name: Arc<str> = Arc::from(&*area);
        let today = |Asked12 { id, topic, level, hash }| Asked { area: Arc::clone(&name), id, topic, level, hash };
        let quiz = Quiz { areas: [area].into(), mode, seed, count, topics, levels, only, avoid, limit, rated };
        let items = self.items.into_iter().map(today).collect();
        Record { id: self.id, started: self.started, quiz, items, log: self.log }
    }
}
