//! The person's settings and data, in the second part: keep, export, import, erase.

use super::{
    Store,
    keep::{self, Found},
    model::{Added, Notice},
    settings::{Settings, Word},
};
use crate::platform::{clock, file, intl, page};
use engine::{fold, record::Record, transfer};

impl Store {
    /// Changes the settings, keeps them and brings them to the page.
    pub fn set(self, change: impl FnOnce(&mut Settings)) {
        let settings = self.model.update(|model| {
            change(&mut model.settings);
            model.settings
        });
        let Some(settings) = settings else { return };
        show(settings);
        if self.ports.look(|ports| keep::keep_settings(&*ports.shelf, settings)) != Some(Ok(())) {
            self.model.update(|model| model.notify(Notice::Full));
        }
    }

    /// Takes an area in among those of the daily five, or out of them.
    pub fn follow(self, area: &str) {
        let follows = self.model.update(|model| {
            model.follows.toggle(area.to_owned());
            model.follows.clone()
        });
        let kept = follows.and_then(|areas| self.ports.look(|ports| keep::keep_follows(&*ports.shelf, &areas)));
        if kept != Some(Ok(())) {
            self.model.update(|model| model.notify(Notice::Full));
        }
    }

    /// Offers all data as a file.
    pub fn export(self) {
        self.make_whole();
        let aside = self.ports.look(|ports| keep::others(&*ports.shelf)).unwrap_or_default();
        let text = self.look(|model| transfer::write(model.attempts.values().map(|attempt| &attempt.record), aside));
        let name = format!("plumb-{}.txt", intl::stamp(clock::now()));
        if !file::save(&name, &text) {
            self.model.update(|model| model.notify(Notice::NotSaved));
        }
    }

    /// Adds what a file holds to what is here: a union, in which nothing is lost.
    pub fn import(self, text: Option<&str>) {
        let found = text.ok_or(transfer::NotOurs).and_then(transfer::read);
        let added = found.map(|found| (self.add(found.records), found.unread));
        self.model.update(|model| {
            model.notices.retain(|notice| !matches!(notice, Notice::Imported(..) | Notice::NotOurs));
            model.notify(added.map_or(Notice::NotOurs, |(added, unread)| Notice::Imported(added, unread)));
        });
    }

    /// Adds attempts to what is here, as if they had been answered here.
    pub fn add(self, records: Vec<Record>) -> Added {
        self.make_whole();
        let mut added = Added { here: records.len(), ..Added::default() };
        let (mut full, mut taken) = (false, Vec::new());
        for (id, attempt) in fold::union(records) {
            let wanted = self.look(|model| {
                // The attempt on the screen is this tab's to write.
                let on_screen = model.session.as_ref().is_some_and(|session| session.record().id == id);
                !on_screen && model.attempts.get(&id).is_none_or(|ours| fold::is_further(&attempt, ours))
            });
            // What a newer Plumb wrote of it stays.
            if !wanted || matches!(self.found(&id), Found::Newer) {
                continue;
            }
            full |= !self.keep_record(&attempt.record, &[]);
            taken.push((id, attempt));
        }
        self.model.update(|model| {
            for (id, attempt) in taken {
                let known = model.attempts.insert(id, attempt).is_some();
                *(if known { &mut added.further } else { &mut added.new }) += 1;
            }
            if full {
                model.notify(Notice::Full);
            }
        });
        self.catch_up();
        added.here = added.here.saturating_sub(added.new + added.further);
        added
    }

    /// Removes all attempts and settings of this browser.
    pub fn erase(self) {
        let erased = self.ports.look(|ports| keep::erase(&*ports.shelf));
        self.model.update(|model| {
            model.attempts = Default::default();
            model.whole = true;
            model.session = None;
            model.settings = Settings::default();
            model.follows = Default::default();
            model.notices.retain(|notice| *notice == Notice::MemoryOnly);
            model.notify(if erased == Some(Ok(())) { Notice::Erased } else { Notice::Full });
        });
        self.catch_up();
        self.erase_journal();
        self.forget_telling();
        show(Settings::default());
    }
}

/// Brings settings to the page; `theme.js` does the same before the first paint.
fn show(settings: Settings) {
    page::set_root("data-theme", settings.theme.word());
    page::set_root("data-text", settings.text.word());
    page::set_root("data-motion", settings.motion.word());
}
