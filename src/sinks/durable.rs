//! Writes each attempt to the journal, one write after the other, and tells when the last one is on the disk.

use super::Sink;
use crate::platform::{journal::Journal, storage::Fail};
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
        desk.waiting.insert(record.id.clone(), record.write());
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
        for (id, text) in waiting {
            if journal.put(&id, &text).await.is_err() {
                end = Saving::Failed;
            }
        }
    }
    desk.borrow_mut().busy = false;
    tell(end);
}
