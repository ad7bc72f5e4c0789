//! What comes again and when: the questions that are due, those of the coming days, and how one is forgotten.
//!
//! A schedule knows no bank: the caller says which questions to keep, and leaves out those that are gone or
//! whose hash is another now.

use super::{
    calendar,
    fold::{Card, Schedule},
    fsrs::Memory,
};

/// A question that is due.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Due<'a> {
    /// The question.
    pub card: &'a Card,
    /// The chance to recall it now, above 0.0 and at most 1.0.
    pub retrievability: f64,
}

/// The questions of all areas that are due at `now` (milliseconds since 1970, UTC): first what is most
/// likely to be forgotten, of equal ones what is due longest.
pub fn due(schedule: &Schedule, now: u64, keep: impl Fn(&Card) -> bool) -> Vec<Due<'_>> {
    let cards = schedule.cards().iter().filter(|card| card.due <= now && keep(card));
    let mut list: Vec<Due<'_>> = cards.map(|card| Due { card, retrievability: card.retrievability(now) }).collect();
    list.sort_by(|a, b| a.retrievability.total_cmp(&b.retrievability).then(a.card.due.cmp(&b.card.due)));
    list
}

/// How many questions come due on each of the next `days` calendar days. The first is today and
/// includes all that is due already; each question counts once, for its next review.
///
/// `now` is in milliseconds since 1970 (UTC), `offset` in minutes ahead of UTC as for [`calendar::day`].
pub fn forecast(schedule: &Schedule, now: u64, offset: i32, days: usize, keep: impl Fn(&Card) -> bool) -> Vec<usize> {
    let today = calendar::day(now, offset);
    let mut counts = vec![0; days];
    for card in schedule.cards().iter().filter(|card| keep(card)) {
        let ahead = calendar::day(card.due, offset).saturating_sub(today).max(0);
        let count = usize::try_from(ahead).ok().and_then(|ahead| counts.get_mut(ahead));
        count.into_iter().for_each(|count| *count += 1);
    }
    counts
}

/// The forgetting curve of a memory: days since the last review and the chance to recall then, above
/// 0.0 and at most 1.0.
///
/// Whole days at even steps from 0, at most `points` of them, and besides always the day `until`.
#[must_use]
pub fn curve(memory: Memory, until: u32, points: u16) -> Vec<(u32, f64)> {
    let step = until.div_ceil(u32::from(points).max(1)).max(1);
    let days = (0..until).step_by(usize::try_from(step).unwrap_or(usize::MAX)).chain([until]);
    days.map(|day| (day, memory.retrievability(day))).collect()
}
