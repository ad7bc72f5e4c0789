//! Tells the record store that a page's host named, once the person agreed.

use super::{
    Asked, CONSENT, Channel, Consent, Tell,
    line::{Line, Way},
};
use crate::{
    platform::{
        random,
        storage::{Fail, Shelf},
    },
    route::Route,
    sinks::Sink,
};
use engine::{
    fold::Attempt,
    record::{Event, Record},
};
use learning::xapi::{
    teller::Teller,
    told::{Frame, Outcome, Told, id},
};
use std::{cell::RefCell, pin::Pin, rc::Rc};

/// The way to the record store of a page.
pub struct Page {
    shelf: Rc<dyn Shelf>,
    /// The record store's address; it ends with `/`.
    store: String,
    /// What opens it.
    key: String,
    /// The page's own address.
    site: String,
    asked: Asked,
    tell: Tell,
    open: RefCell<Option<(Teller, Rc<Line>)>>,
}

impl Page {
    /// Goes on where the person agreed earlier.
    pub fn open(shelf: Rc<dyn Shelf>, (store, key, site): (&str, &str, String), asked: Asked, tell: Tell) -> Self {
        let store = if store.ends_with('/') { store.to_owned() } else { format!("{store}/") };
        let page = Self { shelf, store, key: key.to_owned(), site, asked, tell, open: RefCell::default() };
        if let Consent::Given(name) = page.consent() {
            page.connect(&name);
        }
        page
    }

    /// What the person said.
    pub fn consent(&self) -> Consent {
        let said = self.shelf.get(&self.said()).ok().flatten().unwrap_or_default();
        match (said.as_str(), said.strip_prefix("yes ")) {
            (_, Some(name)) if Record::is_id(name) => Consent::Given(name.to_owned()),
            ("no", _) => Consent::Refused,
            _ => Consent::Open,
        }
    }

    /// The key of what the person said to this one store: another one has to ask again.
    fn said(&self) -> String {
        format!("{CONSENT}{}", id(&[&self.store]))
    }

    fn connect(&self, name: &str) {
        let teller = Teller::of_page(&self.store, &self.site, name);
        let line = Line::open(Rc::clone(&self.shelf), &teller.scope, Rc::clone(&self.tell));
        let way = Way { teller: teller.clone(), endpoint: self.store.clone(), key: self.key.clone() };
        line.set_way(Some(way));
        *self.open.borrow_mut() = Some((teller, line));
    }

    /// What still waits is forgotten.
    fn disconnect(&self) {
        if let Some((_, line)) = self.open.take() {
            line.set_way(None);
            line.clear();
        }
    }

    fn frame(&self, teller: &Teller, record: &Record) -> Frame {
        let quiz = Route::Quiz(Box::new(record.quiz.clone()));
        teller.frame(&self.site, &format!("{}{}", self.site, quiz.href()))
    }

    fn say(&self, teller: &Teller, line: &Rc<Line>, record: &Record, events: &[Event]) -> Result<(), Fail> {
        let frame = self.frame(teller, record);
        let attempt = Attempt::new(record.clone());
        let mut told = Vec::new();
        for event in events {
            match event {
                Event::Graded { item, .. } => {
                    let (area, item_there) = (self.asked)((*item).into());
                    told.extend(Told::answered(&frame, &attempt, (*item).into(), (&area, item_there.as_ref())));
                }
                Event::Finished { .. } => {
                    told.push(Told::completed(&frame, &record.id, Outcome::of(&attempt), true));
                }
                _ => {}
            }
        }
        told.into_iter().try_for_each(|told| line.put(told))
    }

    fn began(&self, teller: &Teller, line: &Rc<Line>, record: &Record) -> Result<(), Fail> {
        line.put(Told::initialized(&self.frame(teller, record), &record.id, record.started))
    }
}

impl Sink for Page {
    fn take(&self, record: &Record, events: &[Event]) -> Result<(), Fail> {
        let open = self.open.borrow();
        let Some((teller, line)) = open.as_ref() else { return Ok(()) };
        if record.log.is_empty() {
            self.began(teller, line, record)?;
        }
        self.say(teller, line, record, events)
    }
}

impl Channel for Page {
    /// Who agrees in the middle of an attempt agrees to it as a whole. Who takes it back leaves nothing here that
    /// still waits, and the made-up name is given to nobody again.
    fn agree(&self, yes: bool, attempt: Option<&Record>) -> Consent {
        let consent = if yes { Consent::Given(random::attempt_id()) } else { Consent::Refused };
        self.disconnect();
        let said = match &consent {
            Consent::Given(name) => format!("yes {name}"),
            _ => "no".to_owned(),
        };
        // Where it cannot be kept, the person is asked again the next time.
        let _ = self.shelf.set(&self.said(), &said);
        if let Consent::Given(name) = &consent {
            self.connect(name);
        }
        if let (Some((teller, line)), Some(record)) = (self.open.borrow().as_ref(), attempt) {
            let events: Vec<Event> = record.log.iter().map(|entry| entry.1.clone()).collect();
            // As in `take`: the person hears of a full storage from the record itself.
            let _ = self.began(teller, line, record).and_then(|()| self.say(teller, line, record, &events));
        }
        consent
    }

    fn forget(&self) {
        self.disconnect();
        // As above.
        let _ = self.shelf.remove(&self.said());
    }

    /// What waits is kept, and sent the next time.
    fn part(&self) {}

    fn leave(&self) -> Pin<Box<dyn Future<Output = Option<String>>>> {
        Box::pin(async { None })
    }
}
