//! The index: what home and history show, in few bytes, so that it is there before thousands of records are read.
//!
//! It is no truth. It carries a stamp of the attempts that it was made from, counts only where they are the same,
//! and can be lost without harm: whoever uses it reads the records behind it all the same.

use super::{Done, Row, Summary};
use crate::{fold::Attempt, modes::Mode, pack, sorted::Map};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The layout, and the rules by which it was made; it goes up when either changes.
const VERSION: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Index<'a> {
    version: u8,
    stamp: u32,
    #[serde(borrow)]
    areas: Vec<(&'a str, Done)>,
    /// Attempts in the order of their ids, which are told by whoever reads it.
    rows: Vec<Line>,
}

/// A row without its id; the areas by their place.
#[derive(Serialize, Deserialize)]
struct Line {
    started: u64,
    area: usize,
    mode: Mode,
    hundredths: u32,
    of: u16,
    at: u16,
    finished: bool,
}

/// What tells one set of attempts from another: the ids of all, the facts of those that still run, and `choice`, a word
/// for what else the figures depend on.
///
/// A finished attempt does not change, so its id is enough. `running` are looked up by their ids.
#[must_use]
pub fn stamp<'a>(ids: impl Iterator<Item = &'a str>, running: &Map<Attempt>, choice: &str) -> u32 {
    let mut all = choice.as_bytes().to_vec();
    for id in ids {
        all.extend_from_slice(id.as_bytes());
        all.push(b'\n');
        if let Some(attempt) = running.get(id).filter(|attempt| attempt.state.finished.is_none()) {
            all.extend(attempt.record.to_bytes());
        }
    }
    pack::fnv1a(&all)
}

impl Summary {
    /// The index, as text for a browser's storage.
    #[must_use]
    pub fn write(&self, stamp: u32) -> String {
        // Areas of which nothing was answered yet stand behind the others.
        let mut areas: Vec<(&str, Done)> = self.areas.iter().map(|(id, done)| (id.as_str(), done.clone())).collect();
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by(|a, b| a.id.cmp(&b.id));
        let rows = rows.into_iter().map(|row| {
            let Row { started, mode, hundredths, of, at, finished, .. } = *row;
            let known = areas.iter().position(|(id, _)| **id == *row.scope);
            let area = known.unwrap_or_else(|| {
                areas.push((&row.scope, Done::default()));
                areas.len() - 1
            });
            Line { started, area, mode, hundredths, of, at, finished }
        });
        let rows = rows.collect();
        // Writing to memory fails only for types that cannot be written, which these are not.
        pack::pack_dense(&postcard::to_allocvec(&Index { version: VERSION, stamp, areas, rows }).unwrap_or_default())
    }

    /// Reads an index for attempts with these ids, in order, and gives its stamp, which the caller compares with that
    /// of the attempts. It holds what is shown and nothing behind it; none where the text is something else.
    #[must_use]
    pub fn read(text: &str, ids: &[String]) -> Option<(Self, u32)> {
        let bytes = pack::unpack(text)?;
        let index: Index<'_> = postcard::from_bytes(&bytes).ok()?;
        if index.version != VERSION || index.rows.len() != ids.len() {
            return None;
        }
        let names: Vec<Rc<str>> = index.areas.iter().map(|(id, _)| (*id).into()).collect();
        let mut summary = Self::default();
        for (line, id) in index.rows.into_iter().zip(ids) {
            let Line { started, area, mode, hundredths, of, at, finished } = line;
            let scope = Rc::clone(names.get(area)?);
            summary.rows.push(Row { id: id.clone(), started, scope, mode, hundredths, of, at, finished });
        }
        summary.rows.sort_by(|a, b| (a.started, &a.id).cmp(&(b.started, &b.id)));
        for (id, done) in index.areas.into_iter().filter(|(_, done)| *done != Done::default()) {
            summary.areas.insert(id.to_owned(), done);
        }
        Some((summary, index.stamp))
    }
}
