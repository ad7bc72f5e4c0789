//! Who is told of what was answered, in the third part: a record store that the page's host named, or the learning
//! system that launched the page.

use super::{Model, Notice, Store, keep::Found};
use crate::{
    platform::{page, storage::Shelf},
    route::Route,
    sinks::{
        PREFIX,
        xapi::{Asked, Channel, Consent, Course, Page, Tell, Telling, Through, Trouble},
    },
};
use engine::{
    fold::{self, Attempt},
    record::Record,
};
use learning::xapi::launch::{self, NoLaunch};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Store {
    /// Opens the way to whoever is to be told, where the page names somebody: `data-host` and its fellows on the
    /// root element.
    pub async fn open_telling(self) {
        let Some(shelf) = self.ports.look(|ports| Rc::clone(&ports.shelf)) else { return };
        match page::root("data-host").as_deref() {
            Some("cmi5") => self.open_course(shelf).await,
            Some("xapi") => self.open_page(shelf),
            _ => {}
        }
    }

    /// A store whose address is none is no store.
    fn open_page(self, shelf: Rc<dyn Shelf>) {
        let Some(store) = page::root("data-store").filter(|store| launch::is_web_address(store)) else { return };
        self.hear(Telling { host: launch::host(&store).to_owned(), ..Telling::default() });
        let key = page::root("data-store-key").unwrap_or_default();
        let page = Page::open(shelf, (&store, &key, page::site()), self.asked(), self.tell());
        self.heard(|telling| telling.consent = page.consent());
        self.connect(Rc::new(page));
    }

    async fn open_course(self, shelf: Rc<dyn Shelf>) {
        let opened = match Course::launch() {
            Ok(launch) => {
                self.hear(Telling { host: launch::host(&launch.endpoint).to_owned(), ..Telling::default() });
                Course::open(launch, shelf, self.asked(), self.tell()).await
            }
            Err(NoLaunch::None) => Err(Trouble::NotLaunched),
            Err(NoLaunch::Bad(part)) => {
                self.hear(Telling { part, ..Telling::default() });
                Err(Trouble::BadLaunch)
            }
        };
        match opened {
            Ok((course, attempt)) => {
                self.connect(Rc::new(course));
                attempt.into_iter().for_each(|record| self.go_on(record));
            }
            Err(trouble) => (self.tell())(0, Some(trouble)),
        }
    }

    fn connect(self, channel: Rc<dyn Channel>) {
        let parting = Rc::clone(&channel);
        page::at("pagehide", move || parting.part());
        self.ports.update(|ports| ports.sinks.push(Box::new(Through(channel))));
    }

    /// Goes on with the attempt that an earlier launch left, perhaps in another browser.
    fn go_on(self, record: Record) {
        let (id, text) = (record.id.clone(), record.write());
        let ours = Attempt::new(record);
        let further = match self.found(&id) {
            Found::Record(kept) => fold::is_further(&ours, &Attempt::new(kept)),
            Found::Newer => false,
            Found::Nothing | Found::Damaged => true,
        };
        let kept = further && self.ports.look(|ports| ports.shelf.set(&format!("{PREFIX}{id}"), &text)) != Some(Ok(()));
        self.model.update(|model| {
            // Where the browser keeps nothing, the page does.
            if kept {
                model.attempts.insert(id.clone(), ours);
            }
        });
        if self.look(|model| model.session.is_none() && !matches!(model.route, Route::Attempt(_))) {
            self.go(&Route::Attempt(id));
        }
    }

    /// The questions of the attempt on the screen, for whoever tells of them.
    fn asked(self) -> Asked {
        Rc::new(move |place| {
            self.look(|model| {
                let session = model.session.as_ref();
                let asked = session.and_then(|session| session.record().items.get(place));
                let area = asked.map(|asked| asked.area.to_string()).unwrap_or_default();
                (area, session.and_then(|session| session.item(place)).cloned())
            })
        })
    }

    /// Hears how it stands: what waits, and what is wrong.
    fn tell(self) -> Tell {
        Rc::new(move |waiting, trouble| {
            // A sitting that is over stays over.
            let before = self.look(|model| model.telling.as_ref().and_then(|telling| telling.trouble));
            let over = before.filter(|before| matches!(before, Trouble::Closed | Trouble::Left));
            let now = over.or(trouble);
            self.heard(|telling| (telling.waiting, telling.trouble) = (waiting, now));
            if before != now {
                self.model.update(|model| {
                    model.notices.retain(|notice| !matches!(notice, Notice::Telling(_)));
                    now.into_iter().for_each(|trouble| model.notify(Notice::Telling(trouble)));
                });
            }
        })
    }

    /// While something is told, the page must not say that everything stays here.
    fn hear(self, telling: Telling) {
        let told = matches!(telling.consent, Consent::Unneeded | Consent::Given(_));
        page::set_root("data-telling", if told { "on" } else { "off" });
        self.model.update(|model| model.telling = Some(Box::new(telling)));
    }

    fn heard(self, change: impl FnOnce(&mut Telling)) {
        let known = self.look(|model| model.telling.as_deref().cloned()).unwrap_or_default();
        let mut now = known.clone();
        change(&mut now);
        if now != known {
            self.hear(now);
        }
    }

    /// The person agrees that what they answer is told, or does not.
    pub fn agree(self, yes: bool) {
        let record = self.look(|model| model.session.as_ref().map(|session| session.record().clone()));
        let Some(channel) = self.channel() else { return };
        let consent = channel.agree(yes, record.as_ref());
        self.heard(|telling| telling.consent = consent);
    }

    /// Everything here is erased, also what waits to be told.
    pub fn forget_telling(self) {
        if let Some(channel) = self.channel() {
            channel.forget();
            self.heard(|telling| {
                if telling.consent != Consent::Unneeded {
                    *telling = Telling { host: telling.host.clone(), consent: Consent::Open, ..Telling::default() };
                }
            });
        }
    }

    /// Goes back to the learning system, once it has been told everything.
    pub fn leave_course(self) {
        let Some(channel) = self.channel() else { return };
        spawn_local(async move {
            if let Some(back) = channel.leave().await {
                page::leave_for(&back);
            }
        });
    }

    fn channel(self) -> Option<Rc<dyn Channel>> {
        self.ports.look(|ports| ports.sinks.iter().find_map(|sink| sink.channel())).flatten()
    }
}

impl Model {
    /// What is told, and to whom, where anybody is.
    pub fn telling(&self) -> Option<Telling> {
        self.telling.as_deref().cloned()
    }
}
