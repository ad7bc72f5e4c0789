//! The one writer of the app's state: views call it, and read what it holds through memos.

mod act;
mod carry;
mod data;
mod durable;
mod hosted;
mod keep;
mod load;
mod model;
mod past;
mod settings;
mod system;
mod telling;

pub use crate::sinks::{
    Saving,
    xapi::{Consent, Telling, Trouble},
};
pub use carry::{Brought, Offer, Sent, Which};
pub use load::Progress;
pub use model::{Added, Model, Notice};
pub use past::{is_there, scheduler, share};
pub use settings::{Motion, Recall, Settings, TextSize, Theme, Word};

use crate::reactive::{Slice, Var};
use crate::{
    later::Later,
    platform::{
        clock,
        journal::Journal,
        page, random,
        storage::{self, Shelf},
    },
    rare::Rare,
    route::Route,
    sinks::{self, Sink},
    words::{self, More, Most, Words},
};
use engine::{
    action::{Action, NoSession},
    bank::Catalogue,
    quiz::Quiz,
    session::Session,
    sorted::Map,
    summary::Summary,
};
use std::{mem::ManuallyDrop, rc::Rc, sync::Arc};

/// A handle to the app's state; copies lead to the same state.
#[derive(Clone, Copy)]
pub struct Store {
    model: Var<Model>,
    ports: Var<Ports>,
}

/// The ways out of the app.
struct Ports {
    shelf: Rc<dyn Shelf>,
    /// What survives the sudden end of the browser.
    journal: Option<Journal>,
    /// Where facts go. They come, as the journal does, with the second part.
    sinks: Vec<Box<dyn Sink>>,
    /// On what the summary was weighed last.
    weighed: Option<past::Basis>,
    /// From what the index was made that was kept last.
    indexed: Option<past::Basis>,
    /// Whether the summary is about to catch up with the attempts.
    behind: bool,
}

impl Store {
    /// Reads what is kept and where the person is.
    pub fn open(catalogue: Catalogue) -> Self {
        let (shelf, fail) = storage::open();
        let settings = keep::settings(&*shelf);
        let kept = shelf.keys(sinks::PREFIX, 1).is_ok_and(|keys| !keys.is_empty());
        // A page around this one, or a package, waits for a word.
        let kept = kept || page::root("data-host").is_some();
        let model = Model {
            route: Route::Home,
            catalogue: Arc::new(catalogue),
            later: None,
            rare: None,
            banks: Map::default(),
            seed: random::seed(),
            notes: Map::default(),
            attempts: Map::default(),
            summary: ManuallyDrop::new(Summary::default()),
            whole: false,
            session: None,
            elsewhere: None,
            looked_at: Default::default(),
            wanted: None,
            settings,
            follows: Default::default(),
            notices: fail.map(|_| Notice::MemoryOnly).into_iter().collect(),
            saving: Saving::default(),
            said: String::new(),
            telling: None,
            now: clock::now(),
        };
        let store = Self {
            model: Var::new(model),
            ports: Var::new(Ports {
                shelf,
                journal: None,
                sinks: Vec::new(),
                weighed: None,
                indexed: None,
                behind: false,
            }),
        };
        // Somebody was here before: the second part knows what was done.
        if kept {
            store.open_later();
        }
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

    /// The words of the interface for the second part.
    pub fn more(self) -> &'static More {
        words::more(self.words().lang)
    }

    /// The same for the third part.
    pub fn most(self) -> &'static Most {
        words::most(self.words().lang)
    }

    /// Follows the address: called at the start and whenever it changed.
    pub fn arrive(self) {
        self.model.update(|model| {
            model.route = Route::read(&page::hash());
            model.wanted = None;
            model.looked_at = Default::default();
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

    /// Starts a quiz, as soon as its first question is here. An empty seed draws a new one.
    pub fn start(self, mut quiz: Quiz) {
        self.model.update(|model| {
            if quiz.seed.is_empty() {
                quiz.seed = std::mem::replace(&mut model.seed, random::seed());
            }
            model.wanted = Some(quiz);
        });
        self.settle();
    }

    /// The second part of the app, when it is here.
    pub fn later(self) -> Option<&'static Later> {
        self.look(Model::later)
    }

    /// The third part, when it is here.
    pub fn rare(self) -> Option<&'static Rare> {
        self.look(Model::rare)
    }

    /// Takes an attempt back from another tab.
    pub fn take_back(self) {
        self.model.update(|model| model.elsewhere = None);
        self.settle();
    }

    /// Carries out what the person did in the attempt on the screen. Tells whether it was.
    pub fn dispatch(self, action: Action) -> bool {
        self.later().is_some_and(|later| (later.dispatch)(self, action))
    }

    /// Another tab changed what is kept under `key`, or all of it when there is none.
    pub fn changed_elsewhere(self, key: Option<&str>) {
        match self.later() {
            Some(later) => (later.changed_elsewhere)(self, key),
            None => self.open_later(),
        }
    }

    /// The page came back as it was left.
    pub fn came_back(self) {
        if let Some(later) = self.later() {
            (later.came_back)(self);
        }
    }

    /// Starts the quiz that is wanted. Tells whether all that it needs was here.
    fn begin(self, quiz: Quiz) -> bool {
        if !model::is_plain(&quiz) {
            return self.later().is_some_and(|later| (later.begin)(self, quiz));
        }
        let Some(bank) = self.look(|model| model.to_begin(&quiz).cloned()) else { return false };
        let now = clock::now();
        self.begun(Session::start(bank, quiz, random::attempt_id(), now), now);
        true
    }

    /// Goes to the attempt that has begun.
    fn begun(self, session: Result<Session, NoSession>, now: u64) {
        let started = self.model.update(|model| {
            model.wanted = None;
            match session {
                Ok(session) => {
                    model.now = now;
                    model.session = Some(session);
                }
                Err(_) => model.notify(Notice::NoQuestions),
            }
            model.remember()
        });
        let Some(record) = started.flatten() else { return };
        // Until the second part is here, there is nothing to lose: it takes the answers, and keeps them.
        if let Some(later) = self.later() {
            (later.keep)(self);
        }
        self.go(&Route::Attempt(record.id));
    }
}
