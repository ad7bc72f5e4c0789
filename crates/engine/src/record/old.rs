//! Formats of records that were written before the one of today.

use super::{Asked, Entry, Record};
use crate::{modes::Mode, quiz::Quiz, sorted::Set};
use serde::Deserialize;

/// Format 1: a quiz could not ask how sure the person is.
#[derive(Deserialize)]
struct Record1 {
    id: String,
    started: u64,
    quiz: Quiz1,
    items: Vec<Asked>,
    log: Vec<Entry>,
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

/// Reads the format `version`; none where the bytes are something else.
pub fn read(version: u8, bytes: &[u8]) -> Option<Record> {
    match version {
        1 => read1(bytes),
        // Format 2 is the record as postcard writes it.
        2 => postcard::from_bytes(bytes).ok(),
        _ => None,
    }
}

fn read1(bytes: &[u8]) -> Option<Record> {
    let Record1 { id, started, quiz, items, log } = postcard::from_bytes(bytes).ok()?;
    let Quiz1 { area, mode, seed, count, topics, levels, only, avoid, limit } = quiz;
    let quiz = Quiz { area, mode, seed, count, topics, levels, only, avoid, limit, rated: false };
    Some(Record { id, started, quiz, items, log })
}
