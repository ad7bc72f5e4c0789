//! Attempts that go to another device as a code, and parts of codes that come from one, in the third part.

use super::{
    Store,
    keep::PARTS,
    model::{Added, Notice},
};
use crate::platform::device;
use engine::{
    fold,
    record::Record,
    transfer::code::{self, Inbox, Taken, Unfinished},
};

/// The key that says what a person was told once.
const TOLD: &str = "plumb.told";
/// The word in it for the notice about home screens.
const HOME_SCREEN: &str = "home-screen";
/// The longest text that is looked through for parts, in bytes: more than a code of all that a browser keeps.
const LONGEST: usize = 20_000_000;
/// The longest link that is looked at, in bytes. It is read before anybody said so.
const LONGEST_LINK: usize = 2 * code::LONGEST;

/// Which attempts to take along.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Which {
    /// All.
    #[default]
    All,
    /// So many, those that began last.
    Newest(usize),
    /// Those with a fact at this moment or later, in milliseconds since 1970 (UTC).
    Since(u64),
}

/// A code that takes attempts along.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// How many attempts it holds.
    pub attempts: usize,
    /// Its parts.
    pub parts: Vec<String>,
}

/// What a text brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Its parts.
    pub taken: Taken,
    /// What became of the attempts of each transfer that is whole now, or why it has none.
    pub ended: Vec<Result<Added, Unfinished>>,
}

/// What the link brings that led to this page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// One part of several, of which others are yet to come.
    Part {
        /// Its transfer.
        name: String,
        /// Its number, from 1 on.
        number: u16,
        /// Of how many.
        of: u16,
    },
    /// The last part that lacked, or the only one: what its attempts would come to.
    Whole(Added),
    /// A later Plumb made it.
    Newer,
    /// Nothing that could be read.
    Damaged,
}

impl Store {
    /// The code that takes attempts along.
    pub fn code(self, which: Which) -> Sent {
        self.look(|model| {
            let all = fold::by_time(&model.attempts).into_iter().rev();
            let records: Vec<&Record> = match which {
                Which::All => all.map(|attempt| &attempt.record).collect(),
                Which::Newest(count) => all.take(count).map(|attempt| &attempt.record).collect(),
                Which::Since(from) => {
                    all.map(|attempt| &attempt.record).filter(|record| record.until() >= from).collect()
                }
            };
            Sent { attempts: records.len(), parts: code::write(records) }
        })
    }

    /// The parts that came, those that `held` has too. They are read as anything that comes from elsewhere.
    pub fn parts(self, held: &Inbox) -> Inbox {
        let kept = self.ports.look(|ports| ports.shelf.get(PARTS).ok().flatten()).flatten().unwrap_or_default();
        let mut inbox = held.clone();
        inbox.take(kept.get(..kept.len().min(LONGEST)).unwrap_or_default());
        inbox
    }

    /// Takes the parts that are in a text, and the attempts of each transfer that is whole then. What is not whole
    /// yet is kept, and given back.
    pub fn bring(self, text: &str, held: &Inbox) -> (Inbox, Brought) {
        let mut inbox = self.parts(held);
        let mut brought = Brought::default();
        if text.len() <= LONGEST {
            brought.taken = inbox.take(text);
        }
        let whole: Vec<String> =
            inbox.transfers().iter().filter(|one| one.is_whole()).map(|one| one.name.clone()).collect();
        for name in whole {
            brought.ended.push(inbox.records(&name).map(|records| self.add(records)));
            inbox.drop(&name);
        }
        self.keep_parts(&inbox);
        (inbox, brought)
    }

    /// Lets go of all parts that came.
    pub fn drop_parts(self) {
        self.keep_parts(&Inbox::default());
    }

    /// What a link brings. Nothing is taken from it.
    pub fn offer(self, link: &str) -> Offer {
        let mut one = Inbox::default();
        if link.len() <= LONGEST_LINK {
            one.take(link);
        }
        let mut all = self.parts(&Inbox::default());
        all.take(&one.write());
        let Some(transfer) = one.transfers().first() else { return Offer::Damaged };
        match all.records(&transfer.name) {
            Ok(records) => Offer::Whole(self.weigh(records)),
            Err(Unfinished::Newer) => Offer::Newer,
            Err(Unfinished::Damaged | Unfinished::Unknown) => Offer::Damaged,
            Err(Unfinished::Missing(_)) => {
                let missing = transfer.missing();
                let number = (1..=transfer.count).find(|number| !missing.contains(number)).unwrap_or_default();
                Offer::Part { name: transfer.name.clone(), number, of: transfer.count }
            }
        }
    }

    /// What attempts would come to if they were added.
    fn weigh(self, records: Vec<Record>) -> Added {
        let read = records.len();
        self.look(|model| {
            let mut added = Added::default();
            for (id, attempt) in fold::union(records) {
                match model.attempts.get(&id) {
                    None => added.new += 1,
                    Some(ours) => added.further += usize::from(fold::is_further(&attempt, ours)),
                }
            }
            Added { here: read.saturating_sub(added.new + added.further), ..added }
        })
    }

    fn keep_parts(self, inbox: &Inbox) {
        let text = inbox.write();
        let kept = self.ports.look(|ports| match text.as_str() {
            "" => ports.shelf.remove(PARTS),
            _ => ports.shelf.set(PARTS, &text),
        });
        if kept != Some(Ok(())) {
            self.model.update(|model| model.notify(Notice::Full));
        }
    }

    /// Tells somebody who has something to lose, once, that an app on the home screen would begin without it.
    pub(super) fn tell_of_home_screen(self) {
        let to_lose = self.look(|model| model.attempts.values().any(|attempt| attempt.state.finished.is_some()));
        if !to_lose || !device::keeps_apps_apart() {
            return;
        }
        let told = self.ports.look(|ports| {
            let told = ports.shelf.get(TOLD).ok().flatten().is_some_and(|told| told == HOME_SCREEN);
            // Where that cannot be kept, it is told at each visit, which does no harm.
            let _ = ports.shelf.set(TOLD, HOME_SCREEN);
            told
        });
        if told == Some(false) {
            self.model.update(|model| model.notify(Notice::HomeScreen));
        }
    }
}
