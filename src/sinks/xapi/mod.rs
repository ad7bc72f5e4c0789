//! Tells a record store outside (xAPI) what was answered: for a page whose host named one, and for a launch by a
//! learning system (cmi5).

mod course;
mod documents;
mod line;
mod page;

pub use course::Course;
pub use page::Page;

use super::Sink;
use crate::platform::storage::Fail;
use engine::{
    bank::Item,
    record::{Event, Record},
};
use std::{pin::Pin, rc::Rc};

/// What the keys begin with under which is kept what no record store has yet.
pub const OUTBOX: &str = "plumb.outbox.";
/// What the keys begin with under which is kept what the person said to a record store.
pub const CONSENT: &str = "plumb.telling.";

/// What the person should know of what is told, and to whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    /// The host that it goes to.
    pub host: String,
    /// Whether the person agreed.
    pub consent: Consent,
    /// How many statements are not there yet.
    pub waiting: usize,
    /// Why, where something is wrong.
    pub trouble: Option<Trouble>,
    /// The part of a launch that cannot be used.
    pub part: &'static str,
}

/// Whether the person agreed that something is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Consent {
    /// Nobody asks: it is for the learning system that launched this page to ask.
    #[default]
    Unneeded,
    /// The person has not answered, which is as good as no.
    Open,
    /// The person said no.
    Refused,
    /// The person agreed, and is known to the record store by this made-up name.
    Given(String),
}

/// Why what was answered is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The page was to be launched by a learning system, and was not.
    NotLaunched,
    /// A part of the launch cannot be used, see [`Telling::part`].
    BadLaunch,
    /// The learning system did not let us in, or not say what cmi5 requires.
    NoSession,
    /// The record store does not answer. It is tried again.
    Unreached,
    /// The record store does not let us in.
    Locked,
    /// The record store refused a statement.
    Refused,
    /// The sitting is over for the learning system: the page was closed or loaded again.
    Closed,
    /// The sitting is over, as the person wished.
    Left,
}

/// Tells how it stands: how many wait, and what is wrong.
pub type Tell = Rc<dyn Fn(usize, Option<Trouble>)>;

/// Gives the question at a place of the attempt on the screen: its area, and what it asks where that is known.
pub type Asked = Rc<dyn Fn(usize) -> (String, Option<Item>)>;

/// A sink that tells a record store, and what the person can say to it.
pub trait Channel: Sink {
    /// The person agrees or not, while `attempt` is on the screen. Gives what is agreed then.
    fn agree(&self, yes: bool, attempt: Option<&Record>) -> Consent;
    /// Everything here is forgotten.
    fn forget(&self);
    /// The page is being closed, perhaps for good.
    fn part(&self);
    /// The person goes back to where they came from: its address, where that is known.
    fn leave(&self) -> Pin<Box<dyn Future<Output = Option<String>>>>;
}

/// A channel as a sink among others.
pub struct Through(pub Rc<dyn Channel>);

impl Sink for Through {
    fn take(&self, record: &Record, events: &[Event]) -> Result<(), Fail> {
        self.0.take(record, events)
    }

    fn channel(&self) -> Option<Rc<dyn Channel>> {
        Some(Rc::clone(&self.0))
    }
}
