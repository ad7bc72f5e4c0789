//! A running attempt: actions come in, facts come out.

use crate::{
    action::{Action, NoSession, Refused},
    bank::{Bank, Item},
    draw,
    grade::Grade,
    quiz::Quiz,
    record::{Asked, End, Entry, Event, Record},
    state::{Slot, State},
};
use std::sync::Arc;

mod adaptive;
mod asked;
mod held;

use adaptive::Choose;
use asked::{asked, places};
pub use held::Held;

/// How often the time that was used is recorded while a limit runs, in milliseconds: what a crash
/// may give back to the person.
pub const TICK: u64 = 5000;

/// A running or finished attempt together with the questions that it asks.
#[derive(Debug, Clone)]
pub struct Session {
    bank: Arc<Bank>,
    record: Record,
    state: State,
    /// For each question its place in the bank; none when it was changed or dropped since.
    places: Vec<Option<usize>>,
    /// When the last action came, in milliseconds since 1970 (UTC).
    last: u64,
    /// What decides which question an assessment asks next, once that was needed.
    adaptive: Option<Arc<dyn Choose>>,
}

impl Session {
    /// Draws a quiz and starts an attempt at it; one that adapts starts with [`Session::assess`].
    ///
    /// # Errors
    /// [`NoSession`] where the settings leave no question.
    pub fn start(bank: Arc<Bank>, quiz: Quiz, id: String, now: u64) -> Result<Self, NoSession> {
        let drawn = draw::draw(&quiz, &bank).into_iter().filter_map(|place| bank.items.get(place));
        let items: Vec<Asked> = drawn.map(asked).collect();
        if items.is_empty() {
            return Err(NoSession::NoQuestions);
        }
        Ok(Self::open(bank, Record { id, started: now, quiz, items, log: Vec::new() }, now))
    }

    /// Opens a recorded attempt to look at it: nothing is added to the record.
    #[must_use]
    pub fn open(bank: Arc<Bank>, record: Record, now: u64) -> Self {
        let places = places(&bank, &record);
        let state = State::of(&record);
        Self { bank, record, state, places, last: now, adaptive: None }
    }

    /// Whether all its questions are here, and not only those of the opening that it was drawn from.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.bank.is_whole()
    }

    /// Goes on with the whole bank, once that is here.
    pub fn refill(&mut self, bank: Arc<Bank>) {
        self.places = places(&bank, &self.record);
        self.bank = bank;
        self.adaptive = None;
    }

    /// Opens a recorded attempt to go on with it: the time in between does not count.
    #[must_use]
    pub fn resume(bank: Arc<Bank>, record: Record, now: u64) -> Self {
        let mut session = Self::open(bank, record, now);
        if session.state.finished.is_none() {
            session.add(Entry(0, Event::Resumed { at: now }));
            if let Some(event) = session.ask_on() {
                session.add(Entry(0, event));
            }
        }
        session
    }

    /// The facts so far.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Where the attempt stands.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The question at a place of the attempt; none when it was changed or dropped since.
    #[must_use]
    pub fn item(&self, item: usize) -> Option<&Item> {
        let place = (*self.places.get(item)?)?;
        self.bank.items.get(place)
    }

    /// The same together with the bank that it stands in, to keep it for later.
    #[must_use]
    pub fn held(&self, item: usize) -> Option<Held> {
        let place = (*self.places.get(item)?)?;
        Some(Held::new(Arc::clone(&self.bank), place))
    }

    /// The questions that are offered next after `from`; none when it is time to finish.
    #[must_use]
    pub fn next(&self, from: usize) -> Option<usize> {
        let open: Vec<bool> = (0..self.places.len()).map(|item| self.is_open(item)).collect();
        self.record.quiz.mode.rules().next(&open, from)
    }

    /// Whether the question still waits for an answer that can be given.
    #[must_use]
    pub fn is_open(&self, item: usize) -> bool {
        let graded = self.state.slots.get(item).is_some_and(|slot| slot.grade.is_some());
        self.state.finished.is_none() && !graded && self.item(item).is_some()
    }

    /// How many questions would count as unanswered if the attempt ended now. Where answers are graded
    /// at once, one that was not handed in is among them.
    #[must_use]
    pub fn unanswered(&self) -> usize {
        let at_once = self.record.quiz.mode.rules().grades_at_once();
        let answered = |slot: &Slot| slot.response.is_some() || slot.gave_up;
        let open = |slot: &&Slot| slot.grade.is_none() && (at_once || !answered(slot));
        self.state.slots.iter().filter(open).count()
    }

    /// Whether the key and the reasons of a question may be shown.
    #[must_use]
    pub fn shows_feedback(&self, item: usize) -> bool {
        let at_once = self.record.quiz.mode.rules().shows_at_once();
        let graded = self.state.slots.get(item).is_some_and(|slot| slot.grade.is_some());
        self.state.finished.is_some() || (at_once && graded)
    }

    /// Whether the answer to a question can be handed in as it is.
    #[must_use]
    pub fn is_complete(&self, item: usize) -> bool {
        let response = self.state.slots.get(item).and_then(|slot| slot.response.as_ref());
        let known = self.item(item);
        known.zip(response).is_some_and(|(known, response)| known.question.is_complete(response))
    }

    /// Milliseconds that are left at `now`, where there is a limit.
    #[must_use]
    pub fn left(&self, now: u64) -> Option<u64> {
        self.state.left().map(|left| left.saturating_sub(now.saturating_sub(self.last)))
    }

    /// Whether it is time for an [`Action::Tick`]: the limit is reached, the time that was used has
    /// not been recorded for [`TICK`] milliseconds, or the clock went back, from where it counts on.
    #[must_use]
    pub fn tick_is_due(&self, now: u64) -> bool {
        let running = self.state.finished.is_none() && self.state.limit.is_some();
        running && (self.left(now) == Some(0) || now < self.last || now.saturating_sub(self.last) >= TICK)
    }

    /// Carries out what a person did at `now` (milliseconds since 1970, UTC) and tells what came of it.
    ///
    /// When the time is up, the action is dropped and the attempt ends instead. A clock that
    /// went back counts as no time passed.
    ///
    /// # Errors
    /// [`Refused`]; the session is then as it was.
    pub fn apply(&mut self, action: Action, now: u64) -> Result<Vec<Event>, Refused> {
        if self.state.finished.is_some() {
            return Err(Refused::Finished);
        }
        let passed = u32::try_from(now.saturating_sub(self.last)).unwrap_or(u32::MAX);
        let late = self.state.limit.is_some_and(|limit| self.state.used.saturating_add(u64::from(passed)) >= limit);
        let mut events = if late { self.finish(End::Time) } else { self.decide(action)? };
        self.last = now;
        for (place, event) in events.iter().enumerate() {
            self.add(Entry(if place == 0 { passed } else { 0 }, event.clone()));
        }
        if let Some(event) = self.ask_on() {
            self.add(Entry(0, event.clone()));
            events.push(event);
        }
        Ok(events)
    }

    fn decide(&self, action: Action) -> Result<Vec<Event>, Refused> {
        Ok(match action {
            Action::Respond { item, response } => {
                let known = self.open_item(item)?;
                if !known.question.fits(&response) {
                    return Err(Refused::Misfit);
                }
                vec![Event::Responded { item: index(item), response }]
            }
            Action::Submit { item } => {
                self.open_item(item)?;
                if !self.is_complete(item) {
                    return Err(Refused::Incomplete);
                }
                if self.record.quiz.rated && self.state.slots.get(item).is_some_and(|slot| slot.certainty.is_none()) {
                    return Err(Refused::Unrated);
                }
                let at_once = self.record.quiz.mode.rules().grades_at_once();
                self.graded(item).filter(|_| at_once).into_iter().collect()
            }
            Action::Skip { item } => {
                self.open_item(item)?;
                vec![Event::Skipped { item: index(item) }]
            }
            Action::Rate { item, certainty } => {
                self.open_item(item)?;
                vec![Event::Rated { item: index(item), certainty }]
            }
            Action::Hint { item } => {
                let hints = self.open_item(item)?.hints;
                if self.state.slots.get(item).is_none_or(|slot| slot.hints >= hints) {
                    return Err(Refused::NoHint);
                }
                vec![Event::Hinted { item: index(item) }]
            }
            Action::GiveUp { item } => {
                self.open_item(item)?;
                let nothing = Event::Graded { item: index(item), got: 0, of: 1 };
                let at_once = self.record.quiz.mode.rules().grades_at_once();
                [Event::GaveUp { item: index(item) }].into_iter().chain(at_once.then_some(nothing)).collect()
            }
            Action::Flag { item, on } => {
                self.state.slots.get(item).ok_or(Refused::NoSuchItem)?;
                vec![Event::Flagged { item: index(item), on }]
            }
            Action::Go { item } => {
                self.state.slots.get(item).ok_or(Refused::NoSuchItem)?;
                vec![Event::Moved { item: index(item) }]
            }
            Action::Tick => vec![Event::Ticked],
            Action::Limit { seconds } => vec![Event::Limited { seconds }],
            Action::Finish => self.finish(End::Person),
        })
    }

    fn open_item(&self, item: usize) -> Result<&Item, Refused> {
        let known = self.item(item).ok_or(Refused::NoSuchItem)?;
        if self.is_open(item) { Ok(known) } else { Err(Refused::Closed) }
    }

    fn graded(&self, item: usize) -> Option<Event> {
        let slot = self.state.slots.get(item)?;
        let known = self.item(item)?;
        let Grade { got, of } = if slot.gave_up { Grade::ZERO } else { known.question.grade(slot.response.as_ref()?) };
        Some(Event::Graded { item: index(item), got, of })
    }

    /// In an exam the end grades what was answered. In practice an answer that was not handed in
    /// stays unanswered: the person saw neither key nor reasons.
    fn finish(&self, by: End) -> Vec<Event> {
        let at_once = self.record.quiz.mode.rules().grades_at_once();
        let open = (0..self.places.len()).filter(|item| !at_once && self.is_open(*item));
        open.filter_map(|item| self.graded(item)).chain([Event::Finished { by }]).collect()
    }

    /// Adds a fact. Facts that only replace the one before them take its place, so that typing a
    /// word is one fact and an hour of ticks is one too.
    fn add(&mut self, mut entry: Entry) {
        self.state.absorb(&entry);
        if let Some(Entry(passed, before)) = self.record.log.last() {
            let replaces = match (before, &entry.1) {
                (Event::Ticked, _) => true,
                (Event::Responded { item: a, .. }, Event::Responded { item: b, .. })
                | (Event::Rated { item: a, .. }, Event::Rated { item: b, .. }) => a == b,
                (Event::Moved { .. }, Event::Moved { .. }) => true,
                _ => false,
            };
            let resumed = matches!(entry.1, Event::Resumed { .. });
            if let Some(sum) = passed.checked_add(entry.0).filter(|_| replaces && !resumed) {
                entry.0 = sum;
                self.record.log.pop();
            }
        }
        self.record.log.push(entry);
    }
}

/// Items are counted in `u16`: no record holds more than [`Record::read`] accepts.
fn index(item: usize) -> u16 {
    u16::try_from(item).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
