//! Where the facts of an attempt go: one file each, and the table of all.

use crate::platform::storage::{Fail, Shelf};
use engine::record::{Event, Record};
use std::rc::Rc;

mod durable;
mod host;
mod local;
mod scorm;
pub mod xapi;

pub use durable::{Durable, Saving, Stamped};
pub use host::Host;
pub use local::{PREFIX, text};
pub use scorm::{Scorm, Trouble, Visit};

/// Takes the facts of an attempt as they happen.
pub trait Sink {
    /// Takes what just happened; `record` holds it already.
    ///
    /// # Errors
    /// [`Fail`] where it could not be taken. The app says so and goes on.
    fn take(&self, record: &Record, events: &[Event]) -> Result<(), Fail>;

    /// The way to a record store outside, for the sink that is one.
    fn channel(&self) -> Option<Rc<dyn xapi::Channel>> {
        None
    }
}

/// The sinks that every attempt has from its start on; [`Durable`] joins them with the second part, those of hosts with the third.
pub fn all(shelf: &Rc<dyn Shelf>) -> Vec<Box<dyn Sink>> {
    vec![Box::new(local::Local(Rc::clone(shelf)))]
}
