//! What happens in an attempt and to what is kept, in the second part.

use super::model::Notice;
use super::{Store, keep, model::Model};
use crate::{
    platform::{clock, storage::Fail},
    route::Route,
    sinks::PREFIX,
};
use engine::{
    action::Action,
    fold::{self, Attempt},
    notes::Notes,
    record::{Event, Record},
    session::Session,
};
use std::sync::Arc;

impl Store {
    /// The second part has arrived: what is kept is read, and what runs already is kept.
    pub fn arrived(self) {
        self.reread(|_| {});
        self.keep();
    }

    /// Keeps the attempt on the screen as it is now.
    pub fn keep(self) {
        let record = self.look(|model| model.session.as_ref().map(|session| session.record().clone()));
        if let Some(record) = record.filter(|record| record.log.is_empty()) {
            self.hand_out(&record, &[]);
        }
    }

    /// Carries out what the person did in the attempt on the screen. Tells whether it was.
    pub fn act(self, action: Action) -> bool {
        let now = clock::now();
        let done = self.model.update(|model| {
            model.now = now;
            let session = model.session.as_mut()?;
            let events = session.apply(action, now).ok()?;
            model.remember().zip(Some(events))
        });
        let Some((record, events)) = done.flatten() else { return false };
        self.hand_out(&record, &events);
        true
    }

    /// Lets the clock on the screen go on, and now and then the attempt's own time.
    pub fn tick(self) {
        let now = clock::now();
        let due = self.model.update(|model| {
            model.now = now;
            model.session.as_ref().is_some_and(|session| session.tick_is_due(now))
        });
        if due == Some(true) {
            self.dispatch(Action::Tick);
        }
    }

    /// Another tab changed what is kept under `key`, or all of it when there is none.
    pub fn adopt(self, key: Option<&str>) {
        let id = key.map(|key| key.strip_prefix(PREFIX));
        let kept = self.ports.look(|ports| match id {
            Some(Some(id)) => keep::attempt(&*ports.shelf, id).into_iter().collect(),
            Some(None) => Vec::new(),
            None => keep::attempts(&*ports.shelf).attempts.into_iter().map(|(_, attempt)| attempt.record).collect(),
        });
        let Some(kept) = kept.filter(|_| id != Some(None)) else { return };
        self.model.update(|model| {
            // What was erased there goes here too, except what this tab has on its screen.
            let on_screen = model.session.as_ref().map(|session| session.record().clone());
            model.attempts.retain(|attempt| {
                let named = id.flatten().is_none_or(|id| attempt.record.id == id);
                !named || on_screen.as_ref().is_some_and(|ours| ours.id == attempt.record.id)
            });
            for theirs in kept {
                if on_screen.as_ref().is_some_and(|ours| ours.id == theirs.id && *ours != theirs) {
                    model.session = None;
                    model.elsewhere = Some(theirs.id.clone());
                }
                model.attempts.insert(theirs.id.clone(), Attempt::new(theirs));
            }
        });
    }

    /// The page came back as it was left: other tabs may have gone on meanwhile.
    pub fn refresh(self) {
        self.reread(|model| model.session = None);
    }

    /// Lets the attempt of this address go on, and fetches its notes.
    pub fn settle_attempt(self) {
        self.resume();
        let need = self.look(|model| {
            let area = model.area_on_screen()?;
            let missing = model.notes.get(area).is_none();
            model.catalogue.area(area).filter(|_| missing).map(|info| (info.id.clone(), info.notes()))
        });
        let Some((area, file)) = need else { return };
        self.fetch(area, file, |model, area, bytes| {
            model.notes.insert(area, bytes.read(Notes::read));
        });
    }

    /// Gives what happened to all sinks. One that fails becomes a notice, never a lost answer.
    pub(super) fn hand_out(self, record: &Record, events: &[Event]) {
        let failed = self.ports.look(|ports| {
            let results: Vec<Result<(), Fail>> = ports.sinks.iter().map(|sink| sink.take(record, events)).collect();
            results.iter().any(Result::is_err)
        });
        let failed = failed == Some(true);
        let shown = self.look(|model| model.notices.contains(&Notice::Full));
        if failed && !shown {
            self.model.update(|model| model.notify(Notice::Full));
        } else if !failed && shown {
            self.dismiss(Notice::Full);
        }
    }

    fn resume(self) {
        let now = clock::now();
        let resumed = self.model.update(|model| {
            let (Route::Attempt(id), None, None) = (&model.route, &model.session, &model.elsewhere) else {
                return None;
            };
            let record = model.attempts.get(id)?.record.clone();
            let bank = Arc::clone(model.bank(&record.quiz.area)?);
            model.now = now;
            model.session = Some(Session::resume(bank, record, now));
            model.remember()
        });
        let Some(record) = resumed.flatten() else { return };
        let finished = self.look(|model| model.session.as_ref().is_some_and(|now| now.state().finished.is_some()));
        if !finished {
            self.hand_out(&record, &[]);
        }
    }

    /// Reads what is kept, beside what is here.
    fn reread(self, change: fn(&mut Model)) {
        let kept = self.ports.look(|ports| keep::attempts(&*ports.shelf)).unwrap_or_default();
        self.model.update(|model| {
            let all = std::mem::take(&mut model.attempts).into_iter().chain(kept.attempts);
            model.attempts = fold::union(all.map(|(_, attempt)| attempt.record));
            kept.notices.into_iter().for_each(|notice| model.notify(notice));
            change(model);
        });
        self.settle();
    }
}
