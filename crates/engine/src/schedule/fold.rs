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
    fold::Attempt,
    record::{Asked, Entry, Event, Record},
    sorted::Map,
    state::Slot,
};

/// An answer that was graded, in any attempt.
#[derive(Debug, Clone, Copy)]
pub struct Review<'a> {
    /// The question's area.
    pub area: &'a str,
    /// The question as it was asked.
    pub asked: &'a Asked,
    /// Where it stood at the end.
    pub slot: &'a Slot,
    /// How well it was remembered.
    pub rating: Rating,
    /// When it was graded, in milliseconds since 1970 (UTC).
    pub at: u64,
}

/// A question that was answered at least once.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its area.
    pub area: String,
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
        Self(reviews(attempts).iter().filter_map(|reviews| card(reviews, scheduler)).collect())
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

/// The reviews of each question that was graded at least once: the questions by area and id, the reviews of
/// each by time, then by id of the attempt and place in it.
#[must_use]
pub fn reviews(attempts: &Map<Attempt>) -> Vec<Vec<Review<'_>>> {
    let mut areas: Map<Map<Vec<Review<'_>>>> = Map::default();
    for review in attempts.values().flat_map(of_attempt) {
        let list = areas.entry(review.area).and_then(|area| area.entry(&review.asked.id));
        list.into_iter().for_each(|list| list.push(review));
    }
    let mut all: Vec<_> = areas.into_iter().flat_map(|(_, area)| area).map(|(_, list)| list).collect();
    // The attempts came by their ids and their questions by their places, and the order is stable.
    all.iter_mut().for_each(|list| list.sort_by_key(|review| review.at));
    all
}

fn of_attempt(attempt: &Attempt) -> impl Iterator<Item = Review<'_>> {
    attempt.slots().zip(graded(&attempt.record)).filter_map(move |((asked, slot), at)| {
        Some(Review { area: &asked.area, asked, slot, rating: rating(slot)?, at: at? })
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

/// Folds the reviews of one question, from the first to the last.
fn card(reviews: &[Review<'_>], scheduler: Scheduler) -> Option<Card> {
    let last = reviews.last()?;
    let (mut memory, mut before) = (None, 0);
    for review in reviews {
        memory = Some(match memory {
            None => Memory::first(review.rating),
            Some(memory) => Memory::reviewed(memory, review.rating, elapsed(before, review.at)),
        });
        before = review.at;
    }
    let memory = memory?;
    Some(Card {
        area: last.area.to_owned(),
        id: last.asked.id.clone(),
        hash: last.asked.hash,
        memory,
        reviews: reviews.len(),
        last: last.at,
        due: last.at.saturating_add(u64::from(scheduler.interval(memory)) * DAY),
    })
}
