//! The person's settings and data, in the second part: keep, export, import, erase.

use super::{
    Store,
    keep::{self, Found},
    model::{Notice, Settings, Word},
};
use crate::platform::{clock, file, intl, page};
use crate::sinks::{self, PREFIX};
use engine::{fold, transfer};

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

    /// Offers all data as a file.
    pub fn export(self) {
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
        let Ok(found) = found else {
            self.model.update(|model| model.notify(Notice::NotOurs));
            return;
        };
        let read = found.records.len();
        let (mut new, mut full, mut taken) = (0, false, Vec::new());
        let theirs = fold::union(found.records);
        for (id, attempt) in theirs {
            let wanted = self.look(|model| {
                // The attempt on the screen is this tab's to write.
                let on_screen = model.session.as_ref().is_some_and(|session| session.record().id == id);
                !on_screen && model.attempts.get(&id).is_none_or(|ours| fold::is_further(&attempt, ours))
            });
            // What a newer Plumb wrote of it stays.
            if !wanted || matches!(self.found(&id), Found::Newer) {
                continue;
            }
            let text = sinks::text(&attempt.record);
            full |= self.ports.look(|ports| ports.shelf.set(&format!("{PREFIX}{id}"), &text)) != Some(Ok(()));
            taken.push((id, attempt));
        }
        self.model.update(|model| {
            for (id, attempt) in taken {
                new += usize::from(model.attempts.insert(id, attempt).is_none());
            }
            model.notices.retain(|notice| !matches!(notice, Notice::Imported(..) | Notice::NotOurs));
            model.notify(Notice::Imported(new, read.saturating_sub(new), found.unread));
            if full {
                model.notify(Notice::Full);
            }
        });
    }

    /// Removes all attempts and settings of this browser.
    pub fn erase(self) {
        let erased = self.ports.look(|ports| keep::erase(&*ports.shelf));
        self.model.update(|model| {
            model.attempts = Default::default();
            model.session = None;
            model.settings = Settings::default();
            model.notices.retain(|notice| *notice == Notice::MemoryOnly);
            model.notify(if erased == Some(Ok(())) { Notice::Erased } else { Notice::Full });
        });
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
