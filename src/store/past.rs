//! All that was done before, in the second part: read in turns where it is much, and summed up.

use super::{
    Model, Store,
    keep::{self, Found, Reading},
    model::Notice,
    settings::{Recall, Word},
};
use crate::{
    platform::{intl, timing},
    route::Route,
};
use engine::{
    fold::{self, Attempt},
    record::Record,
    schedule::fsrs::Scheduler,
    sorted::Map,
    summary::{Summary, index},
};
use wasm_bindgen_futures::spawn_local;

/// So many attempts are read in one go: it takes no longer than a page does to appear.
const AT_ONCE: usize = 100;
/// Where there are more, they are read by so many in each turn, so that whoever uses the page does not notice.
const TURN: usize = 20;
/// So many memories are folded in a turn.
const MEMORIES: usize = 200;

impl Store {
    /// Reads what is kept, beside what is here: all of it at once, or what is shown first and the rest in turns.
    pub(super) fn reread(self) {
        let ids = self.ids();
        if ids.len() <= AT_ONCE {
            return self.read_all();
        }
        self.model.update(|model| model.whole = false);
        self.show_index(&ids);
        self.settle();
        spawn_local(self.read_in_turns(ids));
    }

    /// Makes sure that all attempts are here, for what looks at each of them.
    pub(super) fn make_whole(self) {
        if !self.look(|model| model.whole) {
            self.read_all();
        }
    }

    fn ids(self) -> Vec<String> {
        self.ports.look(|ports| keep::ids(&*ports.shelf)).unwrap_or_default()
    }

    fn read_all(self) {
        let mut reading = Reading::default();
        self.read(&mut reading, &self.ids());
        self.install(reading);
    }

    /// All attempts as they are on the shelf now.
    pub(super) fn read_again(self) -> Map<Attempt> {
        let mut reading = Reading::default();
        self.read(&mut reading, &self.ids());
        reading.attempts
    }

    fn read(self, reading: &mut Reading, ids: &[String]) {
        self.ports.look(|ports| ids.iter().for_each(|id| reading.read(&*ports.shelf, id)));
    }

    async fn read_in_turns(self, ids: Vec<String>) {
        let mut reading = Reading::default();
        for turn in ids.chunks(TURN) {
            timing::pause().await;
            // Somebody could not wait.
            if self.look(|model| model.whole) {
                return;
            }
            self.read(&mut reading, turn);
        }
        while reading.summary.remember(MEMORIES) {
            timing::pause().await;
        }
        if self.look(|model| model.whole) {
            return;
        }
        // What was erased meanwhile stays so.
        let there = self.ids();
        let gone = |id: &String| ids.binary_search(id).is_ok() && there.binary_search(id).is_err();
        reading.attempts.retain(|attempt| !gone(&attempt.record.id));
        self.install(reading);
    }

    /// Puts what was read beside what is here.
    fn install(self, reading: Reading) {
        let notices = self.ports.look(|ports| reading.notices(&*ports.shelf)).unwrap_or_default();
        self.model.update(|model| {
            let ours = std::mem::replace(&mut model.attempts, reading.attempts);
            for (id, ours) in ours {
                if model.attempts.get(&id).is_none_or(|theirs| fold::is_further(&ours, theirs)) {
                    model.attempts.insert(id, ours);
                }
            }
            *model.summary = reading.summary.instead_of(&model.summary);
            model.whole = true;
            notices.into_iter().for_each(|notice| model.notify(notice));
        });
        self.catch_up();
        self.settle();
        self.prepare_history();
    }

    /// Where there is a history, readies what it is written with before somebody waits for it.
    fn prepare_history(self) {
        let (some, lang) = (self.look(|model| !model.summary.rows().is_empty()), self.more().lang);
        if some {
            timing::when_idle(move || intl::prepare(lang));
        }
    }

    /// Takes what changed among the attempts into their summary.
    pub(super) fn catch_up(self) {
        let last = self.ports.look(|ports| ports.weighed).flatten();
        let behind = |model: &Model| !model.summary.is_of(&model.attempts) || last != Some(Basis::of(model));
        if !self.look(|model| model.whole && behind(model)) {
            return;
        }
        let weighed = self.model.update(|model| {
            let mut summary = std::mem::take(&mut *model.summary);
            summary.catch_up(&model.attempts);
            summary.weigh(scheduler(model.settings.recall), |card| is_there(model, &card.area, &card.id));
            *model.summary = summary;
            Basis::of(model)
        });
        self.ports.update(|ports| ports.weighed = weighed);
    }

    /// The same a moment later, once for all that comes until then: another tab may change thousands of attempts.
    pub(super) fn catch_up_soon(self) {
        if self.ports.update(|ports| std::mem::replace(&mut ports.behind, true)) == Some(false) {
            spawn_local(async move {
                timing::pause().await;
                self.ports.update(|ports| ports.behind = false);
                self.catch_up();
            });
        }
    }

    /// Shows what the index says, where it was made from just what is kept, until all of that is read.
    fn show_index(self, ids: &[String]) {
        let text = self.ports.look(|ports| keep::index(&*ports.shelf)).flatten();
        let Some((summary, made_from)) = text.and_then(|text| Summary::read(&text, ids)) else { return };
        for row in summary.rows().iter().filter(|row| !row.finished) {
            self.bring_one(&row.id);
        }
        self.model.update(|model| {
            if stamp(model, ids.iter().map(String::as_str)) == made_from {
                *model.summary = summary.instead_of(&model.summary);
            }
        });
    }

    /// Brings an attempt here that was not read yet.
    fn bring_one(self, id: &str) {
        if self.look(|model| model.attempts.get(id).is_some()) {
            return;
        }
        if let Found::Record(record) = self.found(id) {
            self.model.update(|model| model.attempts.insert(record.id.clone(), Attempt::new(record)));
        }
    }

    /// Brings the attempt of this address here, before all others are. Tells whether that is news.
    pub(super) fn bring_shown(self) -> bool {
        let missing = self.look(|model| match &model.route {
            Route::Attempt(id) if !model.whole && model.attempts.get(id).is_none() => Some(id.clone()),
            _ => None,
        });
        let Some(id) = missing else { return false };
        self.bring_one(&id);
        self.look(|model| model.attempts.get(&id).is_some())
    }

    /// The same once the page had time to appear, and only where no attempt is on the screen, which changes all the time.
    pub(super) fn keep_index_soon(self) {
        if self.look(|model| model.whole && model.attempts.len() > AT_ONCE && model.session.is_none()) {
            spawn_local(async move {
                timing::pause().await;
                self.keep_index();
            });
        }
    }

    /// Keeps an index of what is here for the next start, where there is much. Where room is short there is none.
    pub fn keep_index(self) {
        self.catch_up();
        let (last, basis) = (self.ports.look(|ports| ports.indexed).flatten(), self.look(Basis::of));
        let index = self.look(|model| {
            if last == Some(basis) || !model.whole || model.attempts.len() <= AT_ONCE {
                return None;
            }
            let short = [Notice::MemoryOnly, Notice::NearlyFull, Notice::Full];
            let room = !short.iter().any(|notice| model.notices.contains(notice));
            let stamp = || stamp(model, model.attempts.iter().map(|(id, _)| id.as_str()));
            Some(room.then(|| model.summary.write(stamp())))
        });
        let Some(text) = index else { return };
        self.ports.update(|ports| {
            keep::keep_index(&*ports.shelf, text.as_deref());
            ports.indexed = Some(basis);
        });
    }
}

/// On what the figures of the summary rest: where it is the same, so are they.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Basis {
    changes: u32,
    recall: Recall,
    /// So many banks are here, which tell what questions there are.
    banks: usize,
}

impl Basis {
    fn of(model: &Model) -> Self {
        let banks = model.banks.values().filter(|bank| bank.here().is_some()).count();
        Self { changes: model.summary.changes(), recall: model.settings.recall, banks }
    }
}

/// What tells these attempts and choices from others.
fn stamp<'a>(model: &Model, ids: impl Iterator<Item = &'a str>) -> u32 {
    index::stamp(ids, &model.attempts, model.settings.recall.word())
}

/// Takes the attempt on the screen, as it is now, among all attempts, and gives its facts. Nothing is folded again.
pub(super) fn remember(model: &mut Model) -> Option<Record> {
    let session = model.session.as_ref()?;
    let (record, state) = (session.record().clone(), session.state().clone());
    model.attempts.insert(record.id.clone(), Attempt { record: record.clone(), state });
    Some(record)
}

/// The scheduler of what the person chose.
pub fn scheduler(recall: Recall) -> Scheduler {
    Scheduler::new(share(recall)).unwrap_or_default()
}

/// The chance to recall at which a question comes again.
pub fn share(recall: Recall) -> f64 {
    match recall {
        Recall::Rough => 0.80,
        Recall::Fair => 0.85,
        Recall::Good => 0.90,
        Recall::Close => 0.95,
    }
}

/// Whether a question can still be asked: what is known only of areas whose questions are here.
pub fn is_there(model: &Model, area: &str, id: &str) -> bool {
    let known = model.catalogue.area(area).is_some();
    known && model.bank(area).is_none_or(|bank| bank.items.iter().any(|item| item.id == id))
}
