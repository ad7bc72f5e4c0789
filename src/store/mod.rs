//! The one writer of the app's state: views call it, and read what it holds through memos.

mod data;
mod keep;
mod load;
mod model;

pub use load::Progress;
pub use model::{Model, Motion, Notice, Settings, TextSize, Theme};

use crate::reactive::{Slice, Var};
use crate::{
    platform::{
        clock, page, random,
        storage::{self, Fail, Shelf},
    },
    route::Route,
    sinks::{self, Sink},
    words::{self, Words},
};
use engine::{
    action::Action,
    bank::{Bank, Catalogue},
    fold::{self, Attempt},
    quiz::Quiz,
    record::{Event, Record},
    session::Session,
    sorted::Map,
};
use std::{rc::Rc, sync::Arc};

/// A handle to the app's state; copies lead to the same state.
#[derive(Clone, Copy)]
pub struct Store {
    model: Var<Model>,
    ports: Var<Ports>,
}

/// The ways out of the app.
struct Ports {
    shelf: Rc<dyn Shelf>,
    sinks: Vec<Box<dyn Sink>>,
}

impl Store {
    /// Reads what is kept and where the person is.
    pub fn open(catalogue: Catalogue) -> Self {
        let (shelf, fail) = storage::open();
        let kept = keep::attempts(&*shelf);
        let settings = keep::settings(&*shelf);
        let mut notices = kept.notices;
        notices.extend(fail.map(|_| Notice::MemoryOnly));
        let model = Model {
            route: Route::Home,
            catalogue: Arc::new(catalogue),
            banks: Map::default(),
            notes: Map::default(),
            attempts: kept.attempts,
            session: None,
            elsewhere: None,
            wanted: None,
            settings,
            notices,
            said: String::new(),
            now: clock::now(),
        };
        let sinks = sinks::all(&shelf);
        let store = Self { model: Var::new(model), ports: Var::new(Ports { shelf, sinks }) };
        store.arrive();
        store
    }

    /// A slice of the state that changes only when the slice does.
    pub fn memo<T: PartialEq + 'static>(self, slice: impl Fn(&Model) -> T + Send + Sync + 'static) -> Slice<T> {
        self.model.slice(slice)
    }

    /// A look at the state now, without following it.
    pub fn look<T: Default>(self, slice: impl FnOnce(&Model) -> T) -> T {
        self.model.look(slice).unwrap_or_default()
    }

    /// The words of the interface.
    pub fn words(self) -> &'static Words {
        words::of("en")
    }

    /// Follows the address: called at the start and whenever it changed.
    pub fn arrive(self) {
        self.model.update(|model| {
            model.route = Route::read(&page::hash());
            model.wanted = None;
            model.elsewhere = None;
            let stays = matches!((&model.route, &model.session), (Route::Attempt(id), Some(session)) if *id == session.record().id);
            if !stays {
                model.session = None;
            }
        });
        self.settle();
    }

    /// Goes to another place.
    pub fn go(self, route: &Route) {
        page::go(&route.write());
    }

    /// Says something to screen readers.
    pub fn say(self, text: String) {
        self.model.update(|model| model.said = text);
    }

    /// Closes a notice.
    pub fn dismiss(self, notice: Notice) {
        self.model.update(|model| model.notices.retain(|shown| *shown != notice));
    }

    /// Starts a quiz, as soon as its questions are here. An empty seed draws a new one.
    pub fn start(self, mut quiz: Quiz) {
        if quiz.seed.is_empty() {
            quiz.seed = random::seed();
        }
        self.model.update(|model| model.wanted = Some(quiz));
        self.settle();
    }

    /// Takes an attempt back from another tab.
    pub fn take_back(self) {
        self.model.update(|model| model.elsewhere = None);
        self.settle();
    }

    /// Carries out what the person did in the attempt on the screen. Tells whether it was.
    pub fn dispatch(self, action: Action) -> bool {
        let now = clock::now();
        let done = self.model.update(|model| {
            model.now = now;
            let session = model.session.as_mut()?;
            let events = session.apply(action, now).ok()?;
            let record = session.record().clone();
            model.attempts.insert(record.id.clone(), Attempt::new(record.clone()));
            Some((record, events))
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
    pub fn changed_elsewhere(self, key: Option<&str>) {
        let id = key.map(|key| key.strip_prefix(sinks::PREFIX));
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
    pub fn came_back(self) {
        let kept = self.ports.look(|ports| keep::attempts(&*ports.shelf)).unwrap_or_default();
        self.model.update(|model| {
            let ours = std::mem::take(&mut model.attempts).into_iter().map(|(_, attempt)| attempt.record);
            model.attempts = fold::union(ours.chain(kept.attempts.into_iter().map(|(_, attempt)| attempt.record)));
            model.session = None;
        });
        self.settle();
    }

    fn open_session(self, bank: &Arc<Bank>) {
        let now = clock::now();
        let started = self.model.update(|model| {
            model.now = now;
            if let Some(quiz) = model.wanted.take() {
                let session = Session::start(Arc::clone(bank), quiz, random::attempt_id(), now);
                match session {
                    Ok(session) => model.session = Some(session),
                    Err(_) => model.notify(Notice::NoQuestions),
                }
            } else if let (Route::Attempt(id), None, None) = (&model.route, &model.session, &model.elsewhere) {
                let record = model.attempts.get(id)?.record.clone();
                model.session = Some(Session::resume(Arc::clone(bank), record, now));
            } else {
                return None;
            }
            let record = model.session.as_ref()?.record().clone();
            model.attempts.insert(record.id.clone(), Attempt::new(record.clone()));
            Some(record)
        });
        let Some(record) = started.flatten() else { return };
        let finished =
            self.look(|model| model.session.as_ref().is_some_and(|session| session.state().finished.is_some()));
        if !finished {
            self.hand_out(&record, &[]);
        }
        self.go(&Route::Attempt(record.id));
    }

    /// Gives what happened to all sinks. One that fails becomes a notice, never a lost answer.
    fn hand_out(self, record: &Record, events: &[Event]) {
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
}
