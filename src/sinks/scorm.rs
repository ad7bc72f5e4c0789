//! Tells a learning system of the attempt: after every answer, and when the page is left.

use super::Sink;
use crate::platform::{
    clock, page,
    scorm::{Interface, Refused},
    storage::Fail,
    timing,
};
use engine::{
    bank::Item,
    fold::Attempt,
    record::{Event, Record},
    sorted::Map,
};
use learning::scorm::{Session, closed, interaction, state, suspend};
use std::{cell::RefCell, rc::Rc};

/// How long a change may wait for the next one, in milliseconds: an answer that is typed is told once, not letter by
/// letter.
const PAUSE: i32 = 1000;

/// What the person should know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The learning system did not take something.
    Refused(Refused),
    /// It has not enough room for what would bring the attempt back.
    NoRoom,
    /// It has been told that the page was left, and takes nothing more.
    Closed,
}

/// What the sink needs of the app.
pub trait Visit {
    /// Whether an attempt is one at the quiz that the learning system shows.
    fn counts(&self, record: &Record) -> bool;
    /// A question of an attempt, as long as it is there.
    fn question(&self, record: &Record, item: usize) -> Option<Item>;
    /// Tells the person.
    fn tell(&self, trouble: Trouble);
}

/// The sink that tells a learning system.
#[derive(Clone)]
pub struct Scorm(Rc<Inner>);

struct Inner {
    system: Interface,
    host: Box<dyn Visit>,
    /// From how many percent on the quiz is passed.
    pass: Option<u8>,
    /// When the visit began, in milliseconds since 1970 (UTC).
    opened: u64,
    desk: RefCell<Desk>,
}

/// What was told, and what waits to be.
#[derive(Default)]
struct Desk {
    /// The attempt that the learning system is told of.
    record: Option<Record>,
    /// Whether something of it was not told yet.
    waiting: bool,
    /// How many closed questions of it were told.
    told: usize,
    /// The number of the next interaction; none where the learning system takes none.
    next: Option<usize>,
    /// What elements hold, as far as it was set from here.
    held: Map<String>,
    /// Whether the attempt is over and that was told: what is done after it is practice for oneself.
    over: bool,
    /// Whether the visit has ended.
    closed: bool,
}

impl Scorm {
    /// Goes on with an open visit; `kept` is the attempt that the learning system gave back.
    pub fn new(system: Interface, host: Box<dyn Visit>, pass: Option<u8>, kept: Option<&Record>) -> Self {
        let takes = !system.get("cmi.interactions._children", "cmi.interactions._children").is_empty();
        let count = || system.get("cmi.interactions._count", "cmi.interactions._count").parse().unwrap_or(0);
        let next: Option<usize> = takes.then(count);
        // They are told in the order in which they were closed. A system that forgot them is told again.
        let told = kept.map(closed).unwrap_or_default().len().min(next.unwrap_or_default());
        let over = kept.is_some_and(|kept| Attempt::new(kept.clone()).state.finished.is_some());
        let desk = RefCell::new(Desk { record: kept.cloned(), told, next, over, ..Desk::default() });
        let sink = Self(Rc::new(Inner { system, host, pass, opened: clock::now(), desk }));
        let leaving = sink.clone();
        page::on_leaving(move |ends| leaving.0.leave(ends));
        sink
    }
}

impl Sink for Scorm {
    /// Never fails here: what the learning system refuses is told to the person, and kept in the browser all the same.
    fn take(&self, record: &Record, events: &[Event]) -> Result<(), Fail> {
        let inner = &self.0;
        let mut desk = inner.desk.borrow_mut();
        if desk.over || !inner.host.counts(record) {
            return Ok(());
        }
        if desk.closed {
            drop(desk);
            inner.host.tell(Trouble::Closed);
            return Ok(());
        }
        if desk.record.as_ref().is_some_and(|before| before.id != record.id) {
            desk.told = 0;
        }
        desk.record = Some(record.clone());
        desk.waiting = true;
        let passing = |event: &Event| matches!(event, Event::Responded { .. } | Event::Ticked);
        let typing = !events.is_empty() && events.iter().all(passing);
        drop(desk);
        if typing {
            let inner = Rc::clone(inner);
            timing::after(PAUSE, move || inner.write());
        } else {
            inner.write();
        }
        Ok(())
    }
}

impl Inner {
    /// Tells what waits.
    fn write(&self) {
        let troubles = self.desk.try_borrow_mut().map(|mut desk| self.tell_all(&mut desk)).unwrap_or_default();
        troubles.into_iter().for_each(|trouble| self.host.tell(trouble));
    }

    fn tell_all(&self, desk: &mut Desk) -> Vec<Trouble> {
        if desk.closed || !std::mem::take(&mut desk.waiting) {
            return Vec::new();
        }
        let Some(record) = desk.record.clone() else { return Vec::new() };
        let version = self.system.version();
        let text = suspend::write(&record, version.room());
        let mut troubles: Vec<Trouble> = text.is_none().then_some(Trouble::NoRoom).into_iter().collect();
        let attempt = Attempt::new(record);
        for item in closed(&attempt.record).into_iter().skip(desk.told) {
            let Some(index) = desk.next else { break };
            let known = self.host.question(&attempt.record, item);
            for (name, value) in interaction(version, index, &attempt, item, known.as_ref(), clock::offset()) {
                troubles.extend(self.system.set(&name, &value).err().map(Trouble::Refused));
            }
            desk.next = Some(index + 1);
            desk.told += 1;
        }
        let lasted = clock::now().saturating_sub(self.opened);
        let session = Session { lasted, pass: self.pass, suspend: text.as_deref() };
        for (name, value) in state(version, &attempt, session) {
            if desk.held.get(&name) != Some(&value) {
                troubles.extend(self.system.set(&name, &value).err().map(Trouble::Refused));
                desk.held.insert(name, value);
            }
        }
        troubles.extend(self.system.commit().err().map(Trouble::Refused));
        desk.over = attempt.state.finished.is_some();
        troubles
    }

    /// The page may be about to end: what waits is told with the time of the visit, and when it ends, so is that.
    fn leave(&self, ends: bool) {
        let Ok(mut desk) = self.desk.try_borrow_mut() else { return };
        if desk.closed {
            return;
        }
        // Nobody is there any more to read what went wrong.
        desk.waiting |= desk.record.is_some() && !desk.over;
        self.tell_all(&mut desk);
        if ends {
            if desk.over || desk.record.is_none() {
                let lasted = clock::now().saturating_sub(self.opened);
                let (name, value) = learning::scorm::session_time(self.system.version(), lasted);
                let _ = self.system.set(&name, &value).and_then(|()| self.system.commit());
            }
            desk.closed = true;
            let _ = self.system.close();
        }
    }
}
