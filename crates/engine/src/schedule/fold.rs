//! The schedule: a fold of all attempts to the memory of each question and when it is due.
//!
//! The attempts are a set, by id ([`union`](crate::fold::union)), so that a device with imported
//! records has the same schedule as the one that wrote them.

use super::{
    calendar::{DAY, elapsed},
    fsrs::{Memory, Rating, Scheduler},
    rating::rating,
};
use crate::{
    certainty::Certainty,
    fold::Attempt,
    grade::Verdict,
    record::{Asked, Entry, Event, Record},
    sorted::Map,
    summary::Summary,
};
use std::rc::Rc;

/// An answer that was graded, in any attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// When it was graded, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// The id of its attempt.
    pub attempt: Rc<str>,
    /// The question's place in it.
    pub place: usize,
    /// What [`crate::bank::Item::hash`] was.
    pub hash: u32,
    /// How well it was remembered.
    pub rating: Rating,
    /// Whether all of it was right.
    pub right: bool,
    /// Whether the person was very sure of it.
    pub sure: bool,
}

/// A question with all its reviews: by time, then by id of the attempt and place in it.
#[derive(Debug, Clone)]
pub struct Question {
    area: Rc<str>,
    id: String,
    reviews: Vec<Review>,
    /// What is remembered of it; none where that is to be found out again.
    memory: Option<Memory>,
}

/// A question that was answered at least once.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its area.
    pub area: Rc<str>,
    /// Its id in that area.
    pub id: String,
    /// What [`crate::bank::Item::hash`] was when it was last asked.
    pub hash: u32,
    /// What is remembered of it.
    pub memory: Memory,
    /// How often it was reviewed, at least 1.
    pub reviews: usize,
    /// When it was last reviewed, in milliseconds since 1970 (UTC).
    pub last: u64,
    /// When it comes again, in milliseconds since 1970 (UTC).
    pub due: u64,
}

/// All questions that were answered at least once, by area and id.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schedule(Vec<Card>);

impl Question {
    /// A question without a review.
    pub(crate) fn new(area: Rc<str>, id: String) -> Self {
        Self { area, id, reviews: Vec::new(), memory: None }
    }

    /// Its area.
    #[must_use]
    pub fn area(&self) -> &str {
        &self.area
    }

    /// Its id in that area.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its reviews, from the first to the last.
    #[must_use]
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// Its latest review.
    #[must_use]
    pub fn last(&self) -> Option<&Review> {
        self.reviews.last()
    }

    /// Adds a review. The latest goes on from the memory that there is.
    pub(crate) fn add(&mut self, review: Review) {
        let key = |review: &Review| (review.at, Rc::clone(&review.attempt), review.place);
        let place = match self.reviews.last() {
            Some(last) if key(last) > key(&review) => self.reviews.partition_point(|other| key(other) < key(&review)),
            _ => self.reviews.len(),
        };
        self.memory = match (self.memory, self.last()) {
            (Some(memory), Some(last)) if place == self.reviews.len() => Some(after(Some(memory), last.at, &review)),
            (None, None) => Some(after(None, 0, &review)),
            _ => None,
        };
        self.reviews.insert(place, review);
    }

    /// Drops the reviews of an attempt.
    pub(crate) fn forget(&mut self, attempt: &str) {
        self.reviews.retain(|review| *review.attempt != *attempt);
        self.memory = None;
    }

    /// Whether its memory is to be found out again.
    pub(crate) fn is_stale(&self) -> bool {
        self.memory.is_none() && !self.reviews.is_empty()
    }

    /// Finds its memory out again.
    pub(crate) fn refresh(&mut self) {
        self.memory = self.fold();
    }

    /// Folds its reviews, from the first to the last.
    fn fold(&self) -> Option<Memory> {
        let (mut memory, mut before) = (None, 0);
        for review in &self.reviews {
            memory = Some(after(memory, before, review));
            before = review.at;
        }
        memory
    }

    /// When it comes again; none where it has no review.
    #[must_use]
    pub fn card(&self, scheduler: Scheduler) -> Option<Card> {
        let last = self.last()?;
        let memory = self.memory.or_else(|| self.fold())?;
        Some(Card {
            area: Rc::clone(&self.area),
            id: self.id.clone(),
            hash: last.hash,
            memory,
            reviews: self.reviews.len(),
            last: last.at,
            due: last.at.saturating_add(u64::from(scheduler.interval(memory)) * DAY),
        })
    }
}

/// The memory after a review, from what it was before and when that was.
fn after(memory: Option<Memory>, before: u64, review: &Review) -> Memory {
    match memory {
        None => Memory::first(review.rating),
        Some(memory) => memory.reviewed(review.rating, elapsed(before, review.at)),
    }
}

impl Card {
    /// The chance to recall it at `now` (milliseconds since 1970, UTC), above 0.0 and at most 1.0.
    /// Before the last review, as after a clock that went back, it is 1.0.
    #[must_use]
    pub fn retrievability(&self, now: u64) -> f64 {
        self.memory.retrievability(elapsed(self.last, now))
    }
}

impl Schedule {
    /// Folds all attempts.
    #[must_use]
    pub fn new(attempts: &Map<Attempt>, scheduler: Scheduler) -> Self {
        Summary::from(attempts).schedule(scheduler)
    }

    /// The questions, by area and id.
    #[must_use]
    pub fn cards(&self) -> &[Card] {
        &self.0
    }

    /// A question; none where it was never answered.
    #[must_use]
    pub fn card(&self, area: &str, id: &str) -> Option<&Card> {
        let place = self.0.binary_search_by(|card| (&*card.area, &*card.id).cmp(&(area, id))).ok()?;
        self.0.get(place)
    }
}

impl FromIterator<Card> for Schedule {
    /// The questions come by area and id.
    fn from_iter<I: IntoIterator<Item = Card>>(cards: I) -> Self {
        Self(cards.into_iter().collect())
    }
}

/// The reviews of an attempt, each with its question.
pub fn reviews(attempt: &Attempt) -> impl Iterator<Item = (&Asked, Review)> {
    let id: Rc<str> = attempt.record.id.as_str().into();
    let all = attempt.slots().zip(graded(&attempt.record)).enumerate();
    all.filter_map(move |(place, ((asked, slot), at))| {
        let right = slot.grade?.verdict() == Verdict::Right;
        let sure = slot.certainty == Some(Certainty::High) && !slot.gave_up;
        let (at, attempt, hash, rating) = (at?, Rc::clone(&id), asked.hash, rating(slot)?);
        Some((asked, Review { at, attempt, place, hash, rating, right, sure }))
    })
}

/// When each question of an attempt was graded, in milliseconds since 1970 (UTC). A record keeps when
/// it began, what passed between its facts, and what the clock said whenever it was opened again.
fn graded(record: &Record) -> Vec<Option<u64>> {
    let mut times = vec![None; record.items.len()];
    let mut clock = record.started;
    for Entry(passed, event) in &record.log {
        clock = clock.saturating_add(u64::from(*passed));
        match event {
            Event::Resumed { at } => clock = *at,
            Event::Graded { item, .. } => {
                times.get_mut(usize::from(*item)).into_iter().for_each(|time| *time = Some(clock));
            }
            _ => {}
        }
    }
    times
}
