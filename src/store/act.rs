//! What happens in an attempt and to what is kept, in the second part.

use super::{
    Store,
    keep::{self, Found},
    model::Notice,
    past::remember,
};
use crate::{
    dom::{ev, listen},
    platform::{
        clock, random,
        storage::{self, Fail},
    },
    route::Route,
    sinks::PREFIX,
};
use engine::{
    action::Action,
    estimate,
    fold::{self, Attempt},
    modes::Mode,
    notes::Notes,
    quiz::Quiz,
    record::{Event, Record},
    schedule::daily,
    session::Session,
    sorted::Set,
};

impl Store {
    /// The second part has arrived: what is kept is read, and what runs already is kept.
    pub fn arrived(self) {
        let follows = self.ports.look(|ports| keep::follows(&*ports.shelf)).unwrap_or_default();
        self.model.update(|model| model.follows = follows);
        self.reread();
        self.keep();
        self.take_up();
        self.tell_of_home_screen();
        listen(ev::VISIBILITYCHANGE, move |_| self.keep_index());
    }

    /// Starts a quiz that mixes areas, or that depends on what was done before. Tells whether all that it needs
    /// was here.
    pub fn begin_late(self, mut quiz: Quiz) -> bool {
        // What was seen lately is seen in all attempts. Once they are here, what is wanted begins by itself: not twice.
        if quiz.mode.rules().adapts() && !self.look(|model| model.whole) {
            self.make_whole();
            return self.look(|model| model.wanted.is_none());
        }
        let Some(bank) = self.look(|model| model.bank_of(&quiz.areas)) else { return false };
        let (now, id) = (clock::now(), random::attempt_id());
        if quiz.mode == Mode::Daily && quiz.only.is_empty() {
            quiz.only = daily::names(&quiz, &bank);
        }
        let session = if quiz.mode.rules().adapts() {
            quiz.avoid = self.look(|model| estimate::seen_lately(&model.attempts, &quiz, now));
            Session::assess(bank, quiz, id, now)
        } else {
            Session::start(bank, quiz, id, now)
        };
        self.begun(session, now);
        true
    }

    /// Brings about that the questions of these areas are here.
    fn look_at(self, areas: &Set<String>) {
        self.model.update(|model| model.looked_at.clone_from(areas));
        self.settle();
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
        if self.went_on_elsewhere() {
            return false;
        }
        let now = clock::now();
        let done = self.model.update(|model| {
            model.now = now;
            let session = model.session.as_mut()?;
            let events = session.apply(action, now).ok()?;
            remember(model).zip(Some(events))
        });
        let Some((record, events)) = done.flatten() else { return false };
        self.hand_out(&record, &events);
        if events.iter().any(|event| matches!(event, Event::Finished { .. })) {
            self.catch_up();
        }
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

    /// What is under the key of an attempt. The person is told of what had to be set aside.
    pub(super) fn found(self, id: &str) -> Found {
        let found = self.ports.look(|ports| keep::attempt(&*ports.shelf, id)).unwrap_or_default();
        if matches!(found, Found::Damaged) {
            self.model.update(|model| model.notify(Notice::SetAside(1)));
        }
        found
    }

    /// Whether another tab went on with the attempt on the screen and this one was not told: then it says so
    /// and leaves what is there alone.
    fn went_on_elsewhere(self) -> bool {
        let ours = self.look(|model| model.session.as_ref().map(|session| session.record().clone()));
        let Some(ours) = ours else { return false };
        let id = ours.id.clone();
        let ahead = match self.found(&id) {
            // As nearly always: nobody else wrote, and nothing need be folded to know that.
            Found::Record(theirs) if theirs == ours => false,
            Found::Record(theirs) => Attempt::new(theirs).has_passed(&Attempt::new(ours)),
            Found::Newer => true,
            Found::Nothing | Found::Damaged => false,
        };
        if ahead {
            self.adopt_one(&id);
        }
        ahead
    }

    /// Another tab changed what is kept under `key`, or all of it when there is none.
    pub fn adopt(self, key: Option<&str>) {
        match key.map(|key| storage::known(key)?.strip_prefix(PREFIX).map(str::to_owned)) {
            Some(Some(id)) => self.adopt_one(&id),
            // Settings are for the tab in which they were chosen.
            Some(None) => {}
            None => {
                let kept = self.read_again();
                self.take_over(None, kept.into_iter().map(|(_, attempt)| attempt.record).collect());
            }
        }
    }

    pub(super) fn adopt_one(self, id: &str) {
        let kept = match self.found(id) {
            Found::Record(record) => vec![record],
            Found::Nothing => Vec::new(),
            Found::Newer => return self.yield_to_newer(id),
            // What is known here is better than that.
            Found::Damaged => return,
        };
        self.take_over(Some(id), kept);
    }

    /// A newer Plumb has the attempt: what it wrote is for it to change.
    fn yield_to_newer(self, id: &str) {
        self.model.update(|model| {
            if model.session.as_ref().is_some_and(|session| session.record().id == id) {
                model.session = None;
            }
            if matches!(&model.route, Route::Attempt(shown) if shown == id) {
                model.elsewhere = Some(id.to_owned());
            }
            model.notify(Notice::Newer(1));
        });
    }

    /// What is kept now, of one attempt or of all by id, takes the place of what is here.
    fn take_over(self, id: Option<&str>, kept: Vec<Record>) {
        self.model.update(|model| {
            // What was erased there goes here too, except what this tab has on its screen.
            let on_screen = model.session.as_ref().map(|session| session.record().clone());
            model.attempts.retain(|attempt| {
                let id_of = &attempt.record.id;
                let there = kept.binary_search_by(|theirs| theirs.id.cmp(id_of)).is_ok();
                let named = id.is_none_or(|id| id_of == id);
                !named || there || on_screen.as_ref().is_some_and(|ours| ours.id == attempt.record.id)
            });
            for theirs in kept {
                // A finished attempt is kept in another shape than the one on the screen.
                let same = |ours: &Record| ours.compact() == theirs.compact();
                if on_screen.as_ref().is_some_and(|ours| ours.id == theirs.id && !same(ours)) {
                    model.session = None;
                    model.elsewhere = Some(theirs.id.clone());
                }
                let theirs = Attempt::new(theirs);
                // Where the other tab was behind, what was answered here stays.
                if model.attempts.get(&theirs.record.id).is_none_or(|ours| fold::is_further(&theirs, ours)) {
                    model.attempts.insert(theirs.record.id.clone(), theirs);
                }
            }
            model.whole |= id.is_none();
        });
        self.catch_up_soon();
    }

    /// The page came back as it was left: other tabs may have gone on meanwhile.
    pub fn refresh(self) {
        self.model.update(|model| model.session = None);
        self.reread();
    }

    /// Lets the attempt of this address go on, and fetches its notes.
    pub fn settle_attempt(self) {
        if self.bring_shown() {
            return self.settle();
        }
        // What a page shows may be of areas that only its address tells.
        let areas = self.look(|model| match &model.route {
            Route::Shown(text) if model.looked_at.is_empty() => engine::shown::areas(text),
            _ => Set::default(),
        });
        if !areas.is_empty() {
            return self.look_at(&areas);
        }
        self.catch_up();
        self.keep_index_soon();
        self.resume();
        let need: Vec<(String, String)> = self.look(|model| {
            let missing = model.areas_on_screen().filter(|area| model.notes.get(&area.id).is_none());
            missing.map(|area| (area.id.clone(), area.notes())).collect()
        });
        for (area, file) in need {
            self.fetch(area, file, |model, area, bytes| {
                model.notes.insert(area, bytes.read(Notes::read));
            });
        }
    }

    /// Gives what happened to all sinks. One that fails becomes a notice, never a lost answer.
    pub(super) fn hand_out(self, record: &Record, events: &[Event]) {
        let failed = !self.keep_record(record, events);
        let shown = self.look(|model| model.notices.contains(&Notice::Full));
        if failed && !shown {
            self.model.update(|model| model.notify(Notice::Full));
        } else if !failed && shown {
            self.dismiss(Notice::Full);
        }
    }

    /// Gives a record to all sinks. Tells whether they all took it.
    pub(super) fn keep_record(self, record: &Record, events: &[Event]) -> bool {
        let taken = self.ports.look(|ports| {
            let results: Vec<Result<(), Fail>> = ports.sinks.iter().map(|sink| sink.take(record, events)).collect();
            results.iter().all(Result::is_ok)
        });
        taken == Some(true)
    }

    fn resume(self) {
        let waiting = self.look(|model| match (&model.route, &model.session, &model.elsewhere) {
            (Route::Attempt(id), None, None) if model.attempts.get(id).is_some() => Some(id.clone()),
            _ => None,
        });
        let Some(id) = waiting else { return };
        match self.found(&id) {
            Found::Newer => return self.yield_to_newer(&id),
            Found::Record(theirs) => self.take_over(Some(&id), vec![theirs]),
            Found::Nothing | Found::Damaged => {}
        }
        let now = clock::now();
        let resumed = self.model.update(|model| {
            let record = model.attempts.get(&id)?.record.clone();
            let bank = model.bank_of(&record.quiz.areas)?;
            model.now = now;
            model.session = Some(Session::resume(bank, record, now));
            remember(model)
        });
        let Some(record) = resumed.flatten() else { return };
        let finished = self.look(|model| model.session.as_ref().is_some_and(|now| now.state().finished.is_some()));
        if !finished {
            self.hand_out(&record, &[]);
        }
    }
}
