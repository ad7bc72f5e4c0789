//! Views of the records: results are folds over facts, never stored; see also [`crate::summary`].

use crate::{
    certainty::{Calibration, Certainty},
    grade::Verdict,
    record::{Asked, Record},
    sorted::{Map, Set},
    state::{Slot, State},
};
use std::sync::Arc;

/// A record together with where its attempt stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The facts.
    pub record: Record,
    /// Their fold.
    pub state: State,
}

/// Points out of questions.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// Points, one for each right question, a share of it for a partly right one.
    pub points: f64,
    /// Questions.
    pub of: usize,
}

impl Score {
    fn add(&mut self, slot: &Slot) {
        self.points += slot.credit();
        self.of += 1;
    }

    /// Points as a share, 0.0 to 1.0.
    #[must_use]
    pub fn share(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.points / f64::from(u32::try_from(self.of).unwrap_or(u32::MAX)) }
    }
}

impl Attempt {
    /// Folds a record.
    #[must_use]
    pub fn new(record: Record) -> Self {
        let state = State::of(&record);
        Self { record, state }
    }

    /// Each question with where it stands.
    pub fn slots(&self) -> impl Iterator<Item = (&Asked, &Slot)> {
        self.record.items.iter().zip(&self.state.slots)
    }

    /// The score over all questions; an open one counts as nothing.
    #[must_use]
    pub fn score(&self) -> Score {
        let mut score = Score::default();
        self.state.slots.iter().for_each(|slot| score.add(slot));
        score
    }

    /// The score for each topic, with its area.
    #[must_use]
    pub fn by_topic(&self) -> Vec<(&str, &str, Score)> {
        let mut slots: Vec<(&Asked, &Slot)> = self.slots().collect();
        let of = |asked: &'_ Asked| (Arc::clone(&asked.area), asked.topic.clone());
        slots.sort_by_key(|(asked, _)| of(asked));
        let topics = slots.chunk_by(|(one, _), (other, _)| (&one.area, &one.topic) == (&other.area, &other.topic));
        let score = |topic: &[(&'_ Asked, &Slot)]| {
            let mut score = Score::default();
            topic.iter().for_each(|(_, slot)| score.add(slot));
            score
        };
        topics.filter_map(|topic| topic.first().map(|(asked, _)| (&*asked.area, &*asked.topic, score(topic)))).collect()
    }

    /// The score for each level from 1 to 5.
    #[must_use]
    pub fn by_level(&self) -> [Score; 5] {
        let mut scores = [Score::default(); 5];
        for (asked, slot) in self.slots() {
            let score = scores.get_mut(usize::from(asked.level).saturating_sub(1));
            score.into_iter().for_each(|score| score.add(slot));
        }
        scores
    }

    /// The questions that did not get all points, by their names in the quiz.
    #[must_use]
    pub fn missed(&self) -> Set<String> {
        let right = |slot: &Slot| slot.grade.is_some_and(|grade| grade.verdict() == Verdict::Right);
        self.slots()
            .filter(|(_, slot)| !right(slot))
            .map(|(asked, _)| self.record.quiz.name(&asked.area, &asked.id))
            .collect()
    }

    /// The marks over all questions, where the quiz asks how sure the person is.
    #[must_use]
    pub fn marks(&self) -> f64 {
        self.state.slots.iter().map(Slot::marks).sum()
    }

    /// What the answers of each certainty came to, from the least on. Hints do not count here.
    #[must_use]
    pub fn calibration(&self) -> [Calibration; 3] {
        Certainty::ALL.map(|certainty| {
            let rated = self.state.slots.iter().filter(|slot| slot.certainty == Some(certainty) && !slot.gave_up);
            rated.filter_map(|slot| slot.grade).fold(Calibration::default(), |sum, grade| Calibration {
                answers: sum.answers + 1,
                credit: sum.credit + grade.credit(),
            })
        })
    }

    /// The places of the questions of which the person was very sure and that were not right.
    #[must_use]
    pub fn sure_and_wrong(&self) -> Vec<usize> {
        let wrong = |slot: &Slot| slot.grade.is_some_and(|grade| grade.verdict() != Verdict::Right);
        let sure = |slot: &Slot| slot.certainty == Some(Certainty::High) && !slot.gave_up;
        let places = self.state.slots.iter().enumerate();
        places.filter(|(_, slot)| sure(slot) && wrong(slot)).map(|(place, _)| place).collect()
    }

    /// Whether it has facts that `other`, another copy of the same attempt, lacks.
    #[must_use]
    pub fn has_passed(&self, other: &Self) -> bool {
        let depth = |attempt: &Self| {
            let finished = attempt.state.finished.is_some();
            (finished, attempt.record.compact().log.len(), attempt.state.used)
        };
        depth(self) > depth(other)
    }
}

/// All attempts by id: the union of any number of sets of records, in any order.
/// Of two copies of one attempt the one that got further stays.
#[must_use]
pub fn union(records: impl IntoIterator<Item = Record>) -> Map<Attempt> {
    let mut attempts: Map<Attempt> = Map::default();
    for record in records {
        let new = Attempt::new(record);
        match attempts.get(&new.record.id) {
            Some(old) if !is_further(&new, old) => {}
            _ => {
                attempts.insert(new.record.id.clone(), new);
            }
        }
    }
    attempts
}

/// Whether `new` got further than `old`, another copy of the same attempt; of two that got equally
/// far always the same one does, whichever comes first. A record got as far as what [`Record::compact`] makes of
/// it, and of these two it is the compact one that stays.
#[must_use]
pub fn is_further(new: &Attempt, old: &Attempt) -> bool {
    if new.record == old.record {
        return false;
    }
    let (compact, other) = (new.record.compact(), old.record.compact());
    let depth =
        |attempt: &Attempt, compact: &Record| (attempt.state.finished.is_some(), compact.log.len(), attempt.state.used);
    depth(new, &compact)
        .cmp(&depth(old, &other))
        .then_with(|| compact.write().cmp(&other.write()))
        .then_with(|| old.record.log.len().cmp(&new.record.log.len()))
        .then_with(|| new.record.write().cmp(&old.record.write()))
        .is_gt()
}

/// The attempts from the oldest to the newest.
#[must_use]
pub fn by_time(attempts: &Map<Attempt>) -> Vec<&Attempt> {
    let mut list: Vec<&Attempt> = attempts.values().collect();
    list.sort_by(|a, b| (a.record.started, &a.record.id).cmp(&(b.record.started, &b.record.id)));
    list
}
