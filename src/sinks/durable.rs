//! Writes each attempt to the journal, one write after the other, and tells when the last one is on the disk.

use super::Sink;
use crate::platform::{clock, journal::Journal, storage::Fail};
use engine::{
    record::{Event, Record},
    sorted::Map,
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_futures::spawn_local;

/// How far the latest facts are on their way to the disk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Saving {
    /// There is no journal, so nothing is promised.
    #[default]
    Unknown,
    /// They are being written.
    UnderWay,
    /// They are on the disk.
    Done,
    /// The journal did not take them.
    Failed,
}

/// A text of the journal: when it was written, a space, and the record. An imported attempt may have ended long
/// before, and is not older on the disk for that.
pub struct Stamped<'a> {
    /// In milliseconds since 1970 (UTC); none in what was written before there were stamps.
    pub at: Option<u64>,
    /// The record.
    pub text: &'a str,
}

impl<'a> Stamped<'a> {
    /// Takes a text of the journal apart.
    pub fn read(text: &'a str) -> Self {
        let parts = text.split_once(' ').and_then(|(at, text)| Some((at.parse().ok()?, text)));
        parts.map_or(Self { at: None, text }, |(at, text)| Self { at: Some(at), text })
    }
}

/// The sink that writes to the journal.
pub struct Durable {
    journal: Journal,
    desk: Rc<RefCell<Desk>>,
    tell: Rc<dyn Fn(Saving)>,
}

/// What waits to be written.
#[derive(Default)]
struct Desk {
    /// By attempt: only the latest state of each counts.
    waiting: Map<String>,
    /// Whether somebody is writing.
    busy: bool,
}

impl Durable {
    /// A sink that tells how far the latest facts are.
    pub fn new(journal: Journal, tell: impl Fn(Saving) + 'static) -> Self {
        Self { journal, desk: Rc::default(), tell: Rc::new(tell) }
    }
}

impl Sink for Durable {
    /// Never fails: what comes of it is told later, and local storage has the facts already.
    fn take(&self, record: &Record, _events: &[Event]) -> Result<(), Fail> {
        let mut desk = self.desk.borrow_mut();
        desk.waiting.insert(record.id.clone(), format!("{} {}", clock::now(), record.write()));
        if !std::mem::replace(&mut desk.busy, true) {
            spawn_local(write(self.journal.clone(), Rc::clone(&self.desk), Rc::clone(&self.tell)));
        }
        drop(desk);
        (self.tell)(Saving::UnderWay);
        Ok(())
    }
}

/// Writes until nothing waits.
async fn write(journal: Journal, desk: Rc<RefCell<Desk>>, tell: Rc<dyn Fn(Saving)>) {
    let mut end = Saving::Done;
    loop {
        let waiting = std::mem::take(&mut desk.borrow_mut().waiting);
        if waiting.is_empty() {
            break;
        }
        // All at once: an import may bring thousands, and each wait for the disk takes its time.
        if journal.put(&waiting).await.is_ok() {
            continue;
        }
        // One that the disk has no room for must not keep the others away.
        for (id, text) in waiting {
            let mut one = Map::default();
            one.insert(id, text);
            if journal.put(&one).await.is_err() {
                end = Saving::Failed;
            }
        }
    }
    desk.borrow_mut().busy = false;
    tell(end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_journal_says_when_it_was_written_if_it_does() {
        let seen = |text: &'static str| (Stamped::read(text).at, Stamped::read(text).text);
        assert_eq!(seen("1790000000000 3.abc"), (Some(1_790_000_000_000), "3.abc"));
        assert_eq!(seen("3.abc"), (None, "3.abc"));
        assert_eq!(seen("x 3.abc"), (None, "x 3.abc"));
        assert_eq!(seen(""), (None, ""));
    }
}
