//! A learning system shows the page, in the third part: it gives an attempt back, and is told how that goes on.

use super::{Notice, Store, keep::Found};
use crate::{
    platform::{
        page,
        scorm::{Interface, Refused},
    },
    route::Route,
    sinks::{self, PREFIX, Scorm, Trouble, Visit},
};
use engine::{
    bank::{Catalogue, Item},
    fold::{self, Attempt},
    record::Record,
};
use learning::scorm::{Version, suspend};
use std::sync::Arc;

impl Store {
    /// Opens the visit at the learning system that shows the page, if one does, before anything is read.
    pub(super) fn open_system(self) {
        let version = match page::root("data-host").as_deref() {
            Some("scorm12") => Version::V12,
            Some("scorm2004") => Version::V2004,
            _ => return,
        };
        let start = Route::read(&page::root("data-start").unwrap_or_default());
        self.keep_to(&start);
        let Some(system) = Interface::find(version) else { return self.notice(Notice::NoSystem) };
        if let Err(Refused(code)) = system.open() {
            return self.notice(Notice::SystemRefused(code));
        }
        let fresh = system.get("cmi.core.entry", "cmi.entry") == "ab-initio";
        let text = if fresh { String::new() } else { system.get("cmi.suspend_data", "cmi.suspend_data") };
        let kept = suspend::read(&text).ok();
        if let Some(kept) = &kept {
            self.bring_back(kept);
        } else if !text.is_empty() {
            self.notice(Notice::SetAside(1));
        }
        let mode = system.get("cmi.core.lesson_mode", "cmi.mode");
        if ["review", "browse"].contains(&mode.as_str()) {
            // To look back is all that is wanted: nothing is written, and the visit ends with the page.
            return page::on_leaving(move |ends| {
                // Nobody is there any more to read that it failed.
                let _ = ends.then(|| system.close());
            });
        }
        let running = kept.as_ref().is_some_and(|kept| Attempt::new(kept.clone()).state.finished.is_none());
        // Should nothing more be told, the attempt is still there the next time.
        let name = version.name("cmi.core.exit", "cmi.exit");
        if let Err(Refused(code)) = if running { system.set(name, "suspend") } else { Ok(()) } {
            self.notice(Notice::SystemRefused(code));
        }
        let pass = page::root("data-pass").and_then(|pass| pass.parse().ok()).filter(|pass| *pass <= 100);
        let sink = Scorm::new(system, Box::new(Shown { store: self, start }), pass, kept.as_ref());
        self.ports.update(|ports| ports.sinks.push(Box::new(sink)));
        self.notice(Notice::ToSystem);
    }

    fn notice(self, notice: Notice) {
        self.model.update(|model| model.notify(notice));
    }

    /// A package holds the questions of its own areas only.
    fn keep_to(self, start: &Route) {
        let areas = match start {
            Route::Quiz(quiz) => quiz.areas.clone(),
            Route::Area(area) => [area.clone()].into(),
            _ => return,
        };
        self.model.update(|model| {
            let kept = model.catalogue.areas.iter().filter(|area| areas.contains(&area.id)).cloned().collect();
            model.catalogue = Arc::new(Catalogue { areas: kept });
        });
    }

    /// The attempt that the learning system kept goes to the shelf, unless that knows better, and on the screen.
    fn bring_back(self, kept: &Record) {
        let ours = match self.found(&kept.id) {
            Found::Record(ours) => Some(Attempt::new(ours)),
            Found::Newer => return,
            Found::Nothing | Found::Damaged => None,
        };
        let theirs = Attempt::new(kept.clone());
        if ours.is_none_or(|ours| fold::is_further(&theirs, &ours)) {
            let text = sinks::text(kept);
            let on_shelf = self.ports.look(|ports| ports.shelf.set(&format!("{PREFIX}{}", kept.id), &text));
            if on_shelf != Some(Ok(())) {
                self.model.update(|model| model.attempts.insert(kept.id.clone(), theirs));
            }
        }
        self.go(&Route::Attempt(kept.id.clone()));
    }
}

/// The app as a learning system shows it.
struct Shown {
    store: Store,
    /// The place that it opens.
    start: Route,
}

impl Visit for Shown {
    fn counts(&self, record: &Record) -> bool {
        match &self.start {
            Route::Quiz(asked) => record.quiz.is_of(asked),
            Route::Area(area) => record.quiz.area() == Some(area),
            _ => true,
        }
    }

    fn question(&self, record: &Record, item: usize) -> Option<Item> {
        self.store.look(|model| {
            let session = model.session.as_ref().filter(|session| session.record().id == record.id)?;
            session.item(item).cloned()
        })
    }

    fn tell(&self, trouble: Trouble) {
        self.store.notice(match trouble {
            Trouble::Refused(Refused(code)) => Notice::SystemRefused(code),
            Trouble::NoRoom => Notice::SystemFull,
            Trouble::Closed => Notice::SystemClosed,
        });
    }
}
