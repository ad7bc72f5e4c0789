//! Keeps each attempt under a key of its own in the browser's storage.

use super::Sink;
use crate::platform::storage::{Fail, Shelf};
use engine::record::{Entry, Event, Record};
use std::rc::Rc;

/// What the keys of attempts begin with.
pub const PREFIX: &str = "plumb.attempt.";

/// The sink that writes to a shelf.
pub struct Local(pub Rc<dyn Shelf>);

impl Sink for Local {
    fn take(&self, record: &Record, _events: &[Event]) -> Result<(), Fail> {
        self.0.set(&format!("{PREFIX}{}", record.id), &text(record))
    }
}

/// The text that is kept: an attempt that is over is packed as tightly as can be, for there may be thousands.
pub fn text(record: &Record) -> String {
    let over = record.log.iter().any(|Entry(_, event)| matches!(event, Event::Finished { .. }));
    if over { record.compact().write_dense() } else { record.write() }
}
