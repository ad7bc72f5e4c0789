//! A finished attempt without the facts that no longer count.
//!
//! Which question was on the screen when, stays: it tells how long each took.

use super::{Entry, Event, Record};
use crate::state::State;

/// See [`Record::compact`].
pub fn compact(record: &Record) -> Record {
    if State::of(record).finished.is_none() {
        return record.clone();
    }
    let counts = counts(record);
    let mut log: Vec<Entry> = Vec::with_capacity(record.log.len());
    // Time of facts that were left out since the last one that stays.
    let mut passed = 0_u32;
    for (place, Entry(own, event)) in record.log.iter().enumerate() {
        let counts = counts.get(place) != Some(&false);
        // A time that is too long for one fact stays where it is.
        match (passed.checked_add(*own), counts) {
            (Some(sum), false) => passed = sum,
            (Some(sum), true) => {
                log.push(Entry(sum, event.clone()));
                passed = 0;
            }
            (None, _) => {
                log.push(Entry(passed, Event::Ticked));
                log.push(Entry(*own, event.clone()));
                passed = 0;
            }
        }
    }
    Record { log, ..record.clone() }
}

/// For each fact whether it still counts. The last one always does, for it takes the time of those before it.
fn counts(record: &Record) -> Vec<bool> {
    // What comes later decides, so from the last to the first. For each question: whether its answer is
    // replaced before anything looks at it.
    let mut replaced = vec![false; record.items.len()];
    let mut counts: Vec<bool> = Vec::with_capacity(record.log.len());
    for Entry(_, event) in record.log.iter().rev() {
        let mut replaces = |item: u16, now: bool| {
            replaced.get_mut(usize::from(item)).is_some_and(|replaced| std::mem::replace(replaced, now))
        };
        let stays = match event {
            Event::Ticked => false,
            Event::Responded { item, .. } => !replaces(*item, true),
            Event::Graded { item, .. } => {
                replaces(*item, false);
                true
            }
            _ => true,
        };
        counts.push(stays || counts.is_empty());
    }
    counts.reverse();
    counts
}
