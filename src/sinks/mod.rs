//! Where the facts of an attempt go: one file each, and the table of all.

use crate::platform::storage::{Fail, Shelf};
use engine::record::{Event, Record};
use std::rc::Rc;

mod local;
pub use local::PREFIX;

/// Takes the facts of an attempt as they happen.
pub trait Sink {
    /// Takes what just happened; `record` holds it already.
    ///
    /// # Errors
    /// [`Fail`] where it could not be taken. The app says so and goes on.
    fn take(&self, record: &Record, events: &[Event]) -> Result<(), Fail>;
}

/// All sinks.
pub fn all(shelf: &Rc<dyn Shelf>) -> Vec<Box<dyn Sink>> {
    vec![Box::new(local::Local(Rc::clone(shelf)))]
}
