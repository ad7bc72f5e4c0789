//! What survives the sudden end of a browser, in the second part: the journal beside local storage.

use super::{
    Model, Notice, Store,
    keep::{self, Found},
};
use crate::{
    later::Missing,
    platform::{clock, journal::Journal, page, storage, timing},
    sinks::{self, Durable, PREFIX, Saving, Stamped},
};
use engine::{
    fold::{self, Attempt},
    record::Record,
};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The longest that the page waits for the journal, in milliseconds.
const PATIENCE: i32 = 1500;
/// How long a finished attempt stays in the journal once it was written, in milliseconds: until local storage has it on the disk
/// in every browser, and far longer.
const STAYS: u64 = 60_000;

impl Store {
    /// Lets facts go to local storage, to the journal, and to whoever is to be told.
    ///
    /// # Errors
    /// [`Missing`], where somebody is to be told and the part that does that could not be had.
    pub async fn open_sinks(self) -> Result<(), Missing> {
        let host = page::root("data-host").map(|_| self.fetch_rare());
        let rare = match host {
            Some(fetch) => Some(fetch.await?),
            None => None,
        };
        let shelf = self.ports.update(|ports| {
            ports.shelf = storage::room(Rc::clone(&ports.shelf));
            ports.sinks = sinks::all(&ports.shelf);
            Rc::clone(&ports.shelf)
        });
        if page::root("data-name").is_some() {
            // The first part had read those of the whole site.
            self.model.update(|model| model.settings = shelf.map(|shelf| keep::settings(&*shelf)).unwrap_or_default());
        }
        if let Some(rare) = rare {
            (rare.meet)(self).await;
        }
        self.open_journal().await;
        if let Some(rare) = rare {
            (rare.tell)(self).await;
        }
        Ok(())
    }

    /// Opens the journal, brings back what local storage has lost, and lets facts go there too; where the journal
    /// cannot be had, everything works without it.
    async fn open_journal(self) {
        // Where the browser lets us keep nothing, a notice says so, and that holds for the journal too.
        if !storage::is_here() || self.look(|model| model.notices.contains(&Notice::MemoryOnly)) {
            return;
        }
        // Some browsers never answer where storage is damaged, and one that was killed can take its time.
        timing::wait_for(PATIENCE, self.meet_journal()).await;
        if self.ports.look(|ports| ports.journal.is_none()) == Some(true) {
            self.model.update(|model| model.saving = Saving::Failed);
        }
    }

    /// The same, however long the browser takes to answer.
    async fn meet_journal(self) {
        let Ok(journal) = Journal::open().await else { return };
        let texts = journal.all().await.unwrap_or_default();
        let (brought, settled) = self.recover(texts);
        let tell = move |saving| {
            self.model.update(|model| model.saving = saving);
        };
        self.ports.update(|ports| {
            ports.journal = Some(journal.clone());
            ports.sinks.push(Box::new(Durable::new(journal.clone(), tell)));
        });
        // Where the page has gone on without it, what it brings is news, as from another tab.
        if self.later().is_some() {
            let is_elsewhere = self.look(|model| model.elsewhere.is_some());
            brought.iter().for_each(|id| self.adopt_one(id));
            if !is_elsewhere {
                self.take_back();
            }
        }
        // What could not be dropped is dropped the next time.
        if journal.remove(&settled).await.is_ok() {
            self.ports.look(|ports| keep::set_erased(&*ports.shelf, None));
        }
    }

    /// What the journal knows better than the shelf goes to the shelf. Tells which attempts went there, and which are to be
    /// dropped from the journal: what the shelf has had for long, and what was erased while the journal could not be had.
    fn recover(self, texts: Vec<(String, String)>) -> (Vec<String>, Vec<String>) {
        let (mut brought, mut settled) = (Vec::new(), Vec::new());
        let erased = self.ports.look(|ports| keep::erased(&*ports.shelf)).flatten();
        for (id, text) in texts {
            // What a newer Plumb wrote is for it to read.
            let stamped = Stamped::read(&text);
            let Ok(record) = Record::read(stamped.text) else { continue };
            let written = stamped.at.unwrap_or_else(|| record.until());
            let ours = Attempt::new(record);
            let kept = match self.found(&id) {
                Found::Record(kept) => Some(kept),
                Found::Newer => continue,
                Found::Nothing | Found::Damaged => None,
            };
            if erased.is_some_and(|erased| written <= erased) {
                settled.push(id);
            } else if kept.is_none_or(|kept| fold::is_further(&ours, &Attempt::new(kept))) {
                let text = sinks::text(&ours.record);
                let on_shelf =
                    self.ports.look(|ports| ports.shelf.set(&format!("{PREFIX}{id}"), &text)) == Some(Ok(()));
                if on_shelf {
                    brought.push(id);
                } else {
                    self.model.update(|model: &mut Model| model.attempts.insert(id, ours));
                }
            } else if ours.state.finished.is_some() && written.saturating_add(STAYS) < clock::now() {
                settled.push(id);
            }
        }
        (brought, settled)
    }

    /// Empties the journal; tells the person where that does not work. Where it has not answered yet, it is emptied of what is
    /// in it now as soon as it does, be it in another visit.
    pub fn erase_journal(self) {
        let Some(journal) = self.ports.look(|ports| ports.journal.clone()).flatten() else {
            self.ports.look(|ports| keep::set_erased(&*ports.shelf, Some(clock::now())));
            return;
        };
        spawn_local(async move {
            if journal.clear().await.is_err() {
                self.model.update(|model| model.notify(Notice::Full));
            }
        });
    }
}
