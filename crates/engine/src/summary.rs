//! What all attempts come to, kept up to date one attempt at a time: nothing that was folded is folded again.
//!
//! A fold like those in [`crate::fold`]: it depends on the set of attempts alone, not on the order in which they came.

use crate::{
    fold::{Attempt, Score},
    modes::Mode,
    schedule::{
        fold::{Card, Question, Schedule, reviews},
        fsrs::Scheduler,
        mistakes::{self, Mistake},
    },
    sorted::Map,
};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

pub mod index;

/// What all attempts come to.
#[derive(Debug, Default)]
pub struct Summary {
    /// The attempts from the oldest to the newest.
    rows: Vec<Row>,
    /// What was done in each area, as [`Summary::weigh`] found it.
    areas: Map<Done>,
    /// The names of all areas, and of those that were mixed, each once.
    names: Vec<Rc<str>>,
    /// What was taken in, by the attempt's id.
    known: Map<Known>,
    /// The questions in the order in which they were first met.
    questions: Vec<Question>,
    /// Where each question stands there, by area and id.
    places: Map<Map<usize>>,
    /// Counts the changes of what it tells.
    changes: u32,
}

/// An attempt in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// When it began, in milliseconds since 1970 (UTC).
    pub started: u64,
    /// The ids of its areas, joined by commas: all attempts at the same ones share it.
    pub scope: Rc<str>,
    /// Its mode.
    pub mode: Mode,
    /// Its points in hundredths.
    pub hundredths: u32,
    /// Its questions.
    pub of: u16,
    /// The place of the question on the screen.
    pub at: u16,
    /// Whether it is over.
    pub finished: bool,
}

/// What was done in an area.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Questions that were answered at least once.
    pub seen: usize,
    /// Of these, the ones whose latest answer was right.
    pub right: usize,
    /// When each question comes again, in milliseconds since 1970 (UTC).
    pub due: Vec<u64>,
}

/// An attempt that was taken in.
#[derive(Debug)]
struct Known {
    stamp: Stamp,
    /// The places of the questions that it answered.
    answered: Vec<usize>,
}

impl Known {
    fn is_of(&self, id: &str, attempt: &Attempt) -> bool {
        *id == attempt.record.id && self.stamp == Stamp::of(attempt)
    }
}

/// By what a changed attempt is told from the same one: facts only ever come to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    started: u64,
    facts: usize,
    used: u64,
    clock: u64,
    finished: bool,
}

impl Stamp {
    fn of(Attempt { record, state }: &Attempt) -> Self {
        let finished = state.finished.is_some();
        Self { started: record.started, facts: record.log.len(), used: state.used, clock: state.clock, finished }
    }
}

impl Row {
    fn of(attempt: &Attempt, scope: Rc<str>) -> Self {
        let Score { points, of } = attempt.score();
        let short = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most 1,000 points, never below 0"
        )]
        let hundredths = (points * 100.0).round() as u32;
        Self {
            id: attempt.record.id.clone(),
            started: attempt.record.started,
            scope,
            mode: attempt.record.quiz.mode,
            hundredths,
            of: short(of),
            at: short(attempt.state.at),
            finished: attempt.state.finished.is_some(),
        }
    }

    /// The ids of its areas.
    pub fn areas(&self) -> impl Iterator<Item = &str> {
        self.scope.split(',')
    }

    /// The score over all questions.
    #[must_use]
    pub fn score(&self) -> Score {
        Score { points: f64::from(self.hundredths) / 100.0, of: self.of.into() }
    }
}

impl Summary {
    /// Whether it is just that of these attempts.
    #[must_use]
    pub fn is_of(&self, attempts: &Map<Attempt>) -> bool {
        let mut both = self.known.iter().zip(attempts.values());
        self.known.len() == attempts.len() && both.all(|((id, known), attempt)| known.is_of(id, attempt))
    }

    /// Takes in what is new or changed among the attempts, and drops what is gone. Tells whether anything was.
    pub fn catch_up(&mut self, attempts: &Map<Attempt>) -> bool {
        if self.is_of(attempts) {
            return false;
        }
        let stays = |id: &str, known: &Known| attempts.get(id).is_some_and(|attempt| known.is_of(id, attempt));
        let gone: Vec<String> =
            self.known.iter().filter(|(id, known)| !stays(id, known)).map(|(id, _)| id.clone()).collect();
        gone.iter().for_each(|id| self.drop(id));
        let fresh: Vec<&Attempt> =
            attempts.values().filter(|attempt| self.known.get(&attempt.record.id).is_none()).collect();
        fresh.into_iter().for_each(|attempt| self.put(attempt));
        true
    }

    /// Takes in an attempt, in the place of what was known of it.
    pub fn put(&mut self, attempt: &Attempt) {
        let id = &attempt.record.id;
        self.drop(id);
        self.changes = self.changes.wrapping_add(1);
        let areas: Vec<&str> = attempt.record.quiz.areas.iter().map(String::as_str).collect();
        let row = Row::of(attempt, self.name(&areas.join(",")));
        self.rows.insert(self.place_of(row.started, id), row);
        let mut answered = Vec::with_capacity(attempt.record.items.len());
        for (asked, review) in reviews(attempt) {
            let area = self.name(&asked.area);
            let next = self.questions.len();
            let places = self.places.entry(&area);
            let Some(place) = places.map(|places| {
                places.get(&asked.id).copied().unwrap_or_else(|| {
                    places.insert(asked.id.clone(), next);
                    next
                })
            }) else {
                continue;
            };
            if place == next {
                self.questions.push(Question::new(Rc::clone(&area), asked.id.clone()));
            }
            self.questions.get_mut(place).into_iter().for_each(|question| question.add(review.clone()));
            answered.push(place);
        }
        self.known.insert(id.clone(), Known { stamp: Stamp::of(attempt), answered });
    }

    /// Drops what is known of an attempt.
    fn drop(&mut self, id: &str) {
        let Some(known) = self.known.remove(id) else { return };
        self.changes = self.changes.wrapping_add(1);
        let place = self.place_of(known.stamp.started, id);
        if self.rows.get(place).is_some_and(|row| row.id == id) {
            self.rows.remove(place);
        }
        for place in known.answered {
            self.questions.get_mut(place).into_iter().for_each(|question| question.forget(id));
        }
    }

    /// The place of an attempt among the rows.
    fn place_of(&self, started: u64, id: &str) -> usize {
        self.rows.partition_point(|row| (row.started, row.id.as_str()) < (started, id))
    }

    /// The name of an area or several, which all their rows and questions share.
    fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.names.iter().find(|known| &***known == name) {
            return Rc::clone(known);
        }
        let new: Rc<str> = name.into();
        self.names.push(Rc::clone(&new));
        new
    }

    /// Brings up to `most` memories up to date that no longer are. Tells whether there may be more.
    pub fn remember(&mut self, most: usize) -> bool {
        let stale = self.questions.iter_mut().filter(|question| question.is_stale());
        stale.take(most).map(Question::refresh).count() == most
    }

    /// Counts what was done in each area, and when the questions come again for which `keep` says so.
    pub fn weigh(&mut self, scheduler: Scheduler, keep: impl Fn(&Card) -> bool) {
        self.remember(usize::MAX);
        let before = std::mem::take(&mut self.areas);
        for question in &self.questions {
            let (Some(last), Some(area)) = (question.last(), self.areas.entry(question.area())) else { continue };
            area.seen += 1;
            area.right += usize::from(last.right);
            area.due.extend(question.card(scheduler).filter(|card| keep(card)).map(|card| card.due));
        }
        self.changes = self.changes.wrapping_add(u32::from(self.areas != before));
    }

    /// The same in the place of another, with another number of changes.
    #[must_use]
    pub fn instead_of(mut self, other: &Self) -> Self {
        self.changes = self.changes.wrapping_add(other.changes).wrapping_add(1);
        self
    }

    /// A number that is another one after each change, for whoever follows it.
    #[must_use]
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// The attempts from the oldest to the newest.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What was done in an area, as [`Summary::weigh`] found it.
    #[must_use]
    pub fn done(&self, area: &str) -> Option<&Done> {
        self.areas.get(area)
    }

    /// When each question comes again.
    #[must_use]
    pub fn schedule(&self, scheduler: Scheduler) -> Schedule {
        self.in_order().filter_map(|question| question.card(scheduler)).collect()
    }

    /// The open mistakes of all areas: see [`mistakes::mistakes`].
    #[must_use]
    pub fn mistakes(&self, offset: i32) -> Vec<Mistake> {
        mistakes::of(self.in_order(), offset)
    }

    /// The questions by area and id.
    fn in_order(&self) -> impl Iterator<Item = &Question> {
        let places = self.places.values().flat_map(Map::values);
        places.filter_map(|place| self.questions.get(*place))
    }
}

impl From<&Map<Attempt>> for Summary {
    fn from(attempts: &Map<Attempt>) -> Self {
        let mut summary = Self::default();
        attempts.values().for_each(|attempt| summary.put(attempt));
        summary
    }
}

#[cfg(test)]
mod tests;
