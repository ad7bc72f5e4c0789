//! The line to a record store: what waits is kept until the store has it, and sent in order, one request after the other.

use super::{OUTBOX, Tell, Trouble};
use crate::platform::{
    clock,
    remote::{self, Answer, Request, Unreached},
    storage::{Fail, Shelf},
};
use learning::xapi::{
    VERSION,
    teller::Teller,
    told::{Told, Verb},
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_futures::spawn_local;

/// The most statements of one request.
const MOST: usize = 40;
/// How many bytes a page that is being closed may send: the browser's limit is 64 kB, and other requests need room.
const LAST_BYTES: usize = 48_000;
/// How long one request may take, in milliseconds.
const PATIENCE: u32 = 30_000;
/// The first pause after a request that failed, in milliseconds; each further one is twice as long, up to 256 times.
const PAUSE: u32 = 1000;

/// Where statements go, and by whom.
#[derive(Clone)]
pub struct Way {
    /// Who tells.
    pub teller: Teller,
    /// The record store's address; it ends with `/`.
    pub endpoint: String,
    /// What opens it: the value of the header `Authorization`; empty where it is open.
    pub key: String,
}

/// What waits for a record store.
pub struct Line {
    shelf: Rc<dyn Shelf>,
    /// What the keys of this store, person and registration begin with.
    prefix: String,
    desk: RefCell<Desk>,
    tell: Tell,
}

#[derive(Default)]
struct Desk {
    /// None while nothing may be sent.
    way: Option<Way>,
    waiting: Vec<Told>,
    /// Whether somebody is sending.
    busy: bool,
    /// Whether the store refused something since the page was opened.
    refused: bool,
}

/// What became of a request.
enum End {
    Taken,
    Refused,
    Locked,
    Later,
}

impl Line {
    /// Takes up what still waits from earlier.
    pub fn open(shelf: Rc<dyn Shelf>, scope: &str, tell: Tell) -> Rc<Self> {
        let prefix = format!("{OUTBOX}{scope}.");
        let read = |key: String| Told::read(key.strip_prefix(&prefix)?, &shelf.get(&key).ok()??);
        let mut waiting: Vec<Told> =
            shelf.keys(&prefix, usize::MAX).unwrap_or_default().into_iter().filter_map(read).collect();
        waiting.sort_by_key(|told| told.at);
        let desk = RefCell::new(Desk { waiting, ..Desk::default() });
        Rc::new(Self { shelf, prefix, desk, tell })
    }

    /// From now on statements are sent this way, or kept where there is none.
    pub fn set_way(self: &Rc<Self>, way: Option<Way>) {
        self.desk.borrow_mut().way = way;
        self.start();
    }

    /// Whether something like this still waits.
    pub fn has(&self, verb: Verb) -> bool {
        self.desk.borrow().waiting.iter().any(|told| told.verb == verb)
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.desk.borrow().waiting.len()
    }

    /// Whether a request is under way, or a pause before the next.
    pub fn is_busy(&self) -> bool {
        self.desk.borrow().busy
    }

    /// Keeps what is to be told, and sends it.
    ///
    /// # Errors
    /// [`Fail`] where it is kept only until the page closes.
    pub fn put(self: &Rc<Self>, told: Told) -> Result<(), Fail> {
        let kept = self.shelf.set(&self.key(&told.id), &told.write());
        self.put_now(told);
        kept
    }

    /// Sends what belongs to this session alone: it is not kept for another one.
    pub fn put_now(self: &Rc<Self>, told: Told) {
        self.hold(told);
        self.start();
    }

    /// Adds what is to be told, without sending it.
    pub fn hold(&self, told: Told) {
        let mut desk = self.desk.borrow_mut();
        if desk.waiting.iter().all(|known| known.id != told.id) {
            desk.waiting.push(told);
        }
    }

    /// Forgets all that waits.
    pub fn clear(&self) {
        let waiting = std::mem::take(&mut self.desk.borrow_mut().waiting);
        self.drop_kept(&waiting);
        self.say(None);
    }

    /// Sends what can still be sent while the page is being closed. What is under way is sent once more, for nobody
    /// will hear whether it arrived; the ids are the same.
    pub fn part(&self) {
        let desk = self.desk.borrow();
        let Some(way) = desk.way.as_ref().filter(|_| !desk.waiting.is_empty()) else { return };
        // Of answers as many as fit; the rest waits for the next time.
        let mut left = LAST_BYTES;
        let fits = |told: &&Told| {
            let size = way.teller.statement(told).len();
            let fits = told.verb != Verb::Answered || size < left;
            left = left.saturating_sub(size);
            fits
        };
        let body = way.teller.statements(desk.waiting.iter().filter(fits));
        let sent = post(way, &body, true);
        spawn_local(async {
            // Where the page stays after all, nothing is forgotten, so it will be sent again.
            let _ = sent.await;
        });
    }

    fn key(&self, id: &str) -> String {
        format!("{}{id}", self.prefix)
    }

    /// Sends what waits, unless somebody does.
    pub fn start(self: &Rc<Self>) {
        let mut desk = self.desk.borrow_mut();
        let idle = desk.way.is_some() && !desk.waiting.is_empty() && !desk.busy;
        desk.busy |= idle;
        drop(desk);
        if idle {
            spawn_local(Rc::clone(self).run());
        } else if !self.is_busy() {
            self.say(None);
        }
    }

    /// Sends until nothing waits, or nothing may be sent.
    async fn run(self: Rc<Self>) {
        let (mut failed, mut alone, mut trouble) = (0_u32, 0_usize, None);
        while let Some((way, batch)) = self.batch(if alone > 0 { 1 } else { MOST }) {
            self.say(trouble);
            let end = End::of(post(&way, &way.teller.statements(&batch), false).await);
            match end {
                End::Later => {
                    trouble = Some(Trouble::Unreached);
                    self.say(trouble);
                    clock::wait(PAUSE << failed.min(8)).await;
                    failed += 1;
                    continue;
                }
                End::Locked => {
                    trouble = Some(Trouble::Locked);
                    break;
                }
                // One of them is at fault: each for itself.
                End::Refused if batch.len() > 1 => alone = batch.len(),
                End::Refused | End::Taken => {
                    alone = alone.saturating_sub(1);
                    let mut desk = self.desk.borrow_mut();
                    desk.refused |= matches!(end, End::Refused);
                    desk.waiting.retain(|told| batch.iter().all(|sent| sent.id != told.id));
                    drop(desk);
                    self.drop_kept(&batch);
                }
            }
            (failed, trouble) = (0, None);
        }
        self.desk.borrow_mut().busy = false;
        self.say(trouble);
    }

    /// Tells how it stands.
    fn say(&self, trouble: Option<Trouble>) {
        let refused = self.desk.borrow().refused.then_some(Trouble::Refused);
        (self.tell)(self.waiting(), trouble.or(refused));
    }

    /// What is sent next: a session's first statement goes before all others.
    fn batch(&self, most: usize) -> Option<(Way, Vec<Told>)> {
        let desk = self.desk.borrow();
        let way = desk.way.clone()?;
        let first = desk.waiting.iter().find(|told| told.verb == Verb::Initialized).cloned();
        let batch = first.map_or_else(|| desk.waiting.iter().take(most).cloned().collect(), |first| vec![first]);
        (!batch.is_empty()).then_some((way, batch))
    }

    fn drop_kept(&self, gone: &[Told]) {
        for told in gone {
            // What could not be dropped is told again, with the same id.
            let _ = self.shelf.remove(&self.key(&told.id));
        }
    }
}

impl End {
    fn of(answer: Result<Answer, Unreached>) -> Self {
        match answer.map_or(0, |answer| answer.status) {
            // A conflict: the store has it already.
            200..=299 | 409 => Self::Taken,
            401 | 403 => Self::Locked,
            0 | 408 | 425 | 429 | 500.. => Self::Later,
            _ => Self::Refused,
        }
    }
}

fn post(way: &Way, body: &str, outlives: bool) -> impl Future<Output = Result<Answer, Unreached>> + use<> {
    let address = format!("{}statements", way.endpoint);
    let all = [
        ("Content-Type", "application/json"),
        ("X-Experience-API-Version", VERSION),
        ("Authorization", way.key.as_str()),
    ];
    let headers = if way.key.is_empty() { all.get(..2).unwrap_or_default() } else { &all };
    remote::send(Request { method: "POST", address: &address, headers, body: Some(body), outlives, patience: PATIENCE })
}
