//! A sitting at a learning system that launched this page (cmi5): what is told in it, in which order, and its end.

use super::{
    Asked, Channel, Consent, Tell, Trouble,
    documents::Documents,
    line::{Line, Way},
};
use crate::{
    platform::{
        clock, page,
        storage::{Fail, Shelf},
        tab,
    },
    sinks::Sink,
};
use engine::{
    fold::Attempt,
    record::{Event, Record},
};
use learning::xapi::{
    json::Json,
    launch::{Data, Launch, Mode, NoLaunch},
    share::Share,
    teller::Teller,
    told::{Frame, Outcome, Told, Verb},
};
use std::{cell::RefCell, pin::Pin, rc::Rc};
use wasm_bindgen_futures::spawn_local;

/// Under which key the tab keeps its session, for when the page is loaded again.
const SESSION: &str = "plumb.cmi5";
/// How long a change waits for the next, so that not every letter that is typed is sent, in milliseconds.
const GATHER: u32 = 700;
/// How often somebody who goes looks whether all is sent, and how long each look takes at most, in milliseconds.
const LOOKS: u32 = 80;
const LOOK: u32 = 100;

/// One sitting; clones lead to the same.
#[derive(Clone)]
pub struct Course(Rc<Sitting>);

struct Sitting {
    documents: Documents,
    data: Data,
    frame: Frame,
    session: String,
    began: u64,
    line: Rc<Line>,
    asked: Asked,
    tell: Tell,
    standing: RefCell<Standing>,
}

/// How the registration stands, and what the session must tell at its end.
#[derive(Default)]
struct Standing {
    completed: bool,
    passed: bool,
    /// The latest attempt that did not pass: told only at the end, for one that passes may follow.
    failed: Option<Outcome>,
    /// The attempt that a later launch goes on with.
    record: String,
    /// Whether the document of all this is being written, and whether it changed since.
    writing: bool,
    changed: bool,
    /// Whether the session is over.
    over: bool,
}

impl Course {
    /// Reads who launched this page.
    ///
    /// # Errors
    /// [`NoLaunch`].
    pub fn launch() -> Result<Launch, NoLaunch> {
        Launch::read(&page::query())
    }

    /// Signs in, learns how the quiz is to be gone through, and says that it begins. Gives the attempt that an
    /// earlier launch left.
    ///
    /// # Errors
    /// [`Trouble::NoSession`] where the learning system does not do its part, [`Trouble::Closed`] where the sitting
    /// is over.
    pub async fn open(
        launch: Launch,
        shelf: Rc<dyn Shelf>,
        asked: Asked,
        tell: Tell,
    ) -> Result<(Self, Option<Record>), Trouble> {
        let session = launch.session();
        let kept = tab::get(SESSION).unwrap_or_default();
        let mut kept = kept.splitn(3, '\n');
        let again = kept.next() == Some(&session);
        let (began, token) = match kept.next().and_then(|began| began.parse().ok()).zip(kept.next()) {
            Some((_, "")) if again => return Err(Trouble::Closed),
            Some((began, token)) if again => (began, token.to_owned()),
            _ => (clock::now(), Documents::sign_in(&launch.fetch).await.ok_or(Trouble::NoSession)?),
        };
        let frame = launch.frame();
        let line = Line::open(shelf, &frame.scope, Rc::clone(&tell));
        let documents = Documents::new(launch, &token);
        let data = documents.state("LMS.LaunchData").await.and_then(|document| Data::read(&document));
        let data = data.ok_or(Trouble::NoSession)?;
        // Asked for as cmi5 requires; there is one language here, and nothing to hear.
        documents.preferences().await;
        let earlier = documents.state("plumb").await.unwrap_or(Json::Null);
        let flag = |name, verb| earlier.get(name) == Some(&Json::Bool(true)) || line.has(verb);
        let standing = Standing {
            completed: flag("completed", Verb::Completed),
            passed: flag("passed", Verb::Passed),
            record: earlier.get("attempt").and_then(Json::text).unwrap_or_default().to_owned(),
            ..Standing::default()
        };
        let attempt = Record::read(&standing.record).ok();
        tab::set(SESSION, &format!("{session}\n{began}\n{token}"));
        if !again {
            line.hold(Told::initialized(&frame, &session, began));
        }
        line.set_way(Some(Way {
            teller: Teller::of_launch(&documents.launch, &data, began),
            endpoint: documents.launch.endpoint.clone(),
            key: documents.key.clone(),
        }));
        let standing = RefCell::new(standing);
        Ok((Self(Rc::new(Sitting { documents, data, frame, session, began, line, asked, tell, standing })), attempt))
    }
}

impl Sitting {
    /// Whether what is answered counts.
    fn counts(&self) -> bool {
        self.data.mode == Mode::Normal
    }

    fn finished(&self, attempt: &Attempt) -> Result<(), Fail> {
        let frame = &self.frame;
        let outcome = Outcome::of(attempt);
        let mut standing = self.standing.borrow_mut();
        let mut told = Vec::new();
        if !std::mem::replace(&mut standing.completed, true) {
            told.push(Told::completed(frame, "", outcome, false));
        }
        // Where a course goes on only once its quiz is passed and nobody says with how many points, any will do.
        let mark = self.data.mastery.or(self.data.must_pass.then_some(Share::NONE));
        if let Some(mark) = mark.filter(|_| !standing.passed) {
            standing.passed = outcome.score >= mark;
            standing.failed = (!standing.passed).then_some(outcome);
            told.extend(standing.passed.then(|| Told::judged(frame, "", outcome, true)));
        }
        drop(standing);
        told.into_iter().try_for_each(|told| self.line.put(told))
    }

    /// Ends the session, once: what its end tells is held, and not sent yet. Tells whether it was still open.
    fn end(&self) -> bool {
        let mut standing = self.standing.borrow_mut();
        if std::mem::replace(&mut standing.over, true) {
            return false;
        }
        tab::set(SESSION, &format!("{}\n{}\n", self.session, self.began));
        let (frame, now) = (&self.frame, clock::now());
        let failed = standing.failed.take().map(|outcome| Told::judged(frame, &self.session, outcome, false));
        let last = Told::terminated(frame, &self.session, now, now.saturating_sub(self.began));
        failed.into_iter().chain([last]).for_each(|told| self.line.hold(told));
        true
    }

    /// Keeps with the learning system where the person is, so that the next launch goes on there.
    fn keep(self: &Rc<Self>) {
        let mut standing = self.standing.borrow_mut();
        standing.changed = true;
        if !std::mem::replace(&mut standing.writing, true) {
            spawn_local(Rc::clone(self).write());
        }
    }

    async fn write(self: Rc<Self>) {
        loop {
            clock::wait(GATHER).await;
            if !self.is_to_be_written() {
                return;
            }
            // Where it fails, the next change brings all of it, and this browser has it too.
            self.document(false).await;
        }
    }

    fn is_to_be_written(&self) -> bool {
        let mut standing = self.standing.borrow_mut();
        standing.writing = standing.changed && !standing.over;
        standing.changed &= !standing.writing;
        standing.writing
    }

    /// Keeps the registration's standing with the learning system.
    fn document(&self, outlives: bool) -> impl Future<Output = ()> + use<> {
        let standing = self.standing.borrow();
        let document = Json::object([
            ("completed", standing.completed.into()),
            ("passed", standing.passed.into()),
            ("attempt", standing.record.as_str().into()),
        ]);
        self.documents.keep("plumb", &document, outlives)
    }
}

impl Sink for Course {
    fn take(&self, record: &Record, events: &[Event]) -> Result<(), Fail> {
        let Self(sitting) = self;
        if !sitting.counts() {
            return Ok(());
        }
        let attempt = Attempt::new(record.clone());
        let mut kept = Ok(());
        for event in events {
            let done = match event {
                Event::Graded { item, .. } => {
                    let place = usize::from(*item);
                    let (area, asked) = (sitting.asked)(place);
                    let told = Told::answered(&sitting.frame, &attempt, place, (&area, asked.as_ref()));
                    told.map_or(Ok(()), |told| sitting.line.put(told))
                }
                Event::Finished { .. } => sitting.finished(&attempt),
                _ => Ok(()),
            };
            kept = kept.and(done);
        }
        if !matches!(events, [] | [Event::Ticked]) {
            sitting.standing.borrow_mut().record = record.write();
            sitting.keep();
        }
        kept
    }
}

impl Channel for Course {
    fn agree(&self, _yes: bool, _attempt: Option<&Record>) -> Consent {
        Consent::Unneeded
    }

    /// What is to be told is the learning system's.
    fn forget(&self) {}

    fn part(&self) {
        let Self(sitting) = self;
        let unwritten = sitting.standing.borrow().changed;
        if !sitting.end() {
            return sitting.line.part();
        }
        if unwritten {
            spawn_local(sitting.document(true));
        }
        sitting.line.part();
        sitting.line.set_way(None);
        (sitting.tell)(sitting.line.waiting(), Some(Trouble::Closed));
    }

    fn leave(&self) -> Pin<Box<dyn Future<Output = Option<String>>>> {
        let Self(sitting) = self.clone();
        Box::pin(async move {
            let unwritten = sitting.standing.borrow().changed;
            if unwritten {
                sitting.document(false).await;
            }
            sitting.end();
            sitting.line.start();
            for _ in 0..LOOKS {
                if !sitting.line.is_busy() {
                    break;
                }
                clock::wait(LOOK).await;
            }
            (sitting.tell)(sitting.line.waiting(), Some(Trouble::Left));
            sitting.data.back.clone()
        })
    }
}
