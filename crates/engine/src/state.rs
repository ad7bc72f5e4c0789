//! Where an attempt stands: the fold of its facts, without the bank.

use crate::{
    certainty::Certainty,
    grade::Grade,
    kinds::Response,
    record::{End, Entry, Event, Record},
};

/// Where one question of an attempt stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slot {
    /// The answer so far.
    pub response: Option<Response>,
    /// Its grade, once it is closed.
    pub grade: Option<Grade>,
    /// Whether it was left for later.
    pub skipped: bool,
    /// Whether the person marked it.
    pub flagged: bool,
    /// How sure the person is of the answer, where that was asked.
    pub certainty: Option<Certainty>,
    /// How many hints were shown.
    pub hints: u8,
    /// Whether the person said that they do not know.
    pub gave_up: bool,
}

/// Where an attempt stands: the fold of its facts, without the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// One for each question.
    pub slots: Vec<Slot>,
    /// The question on the screen.
    pub at: usize,
    /// Milliseconds that the attempt was open.
    pub used: u64,
    /// The time limit in milliseconds of open time.
    pub limit: Option<u64>,
    /// When the last fact happened, in milliseconds since 1970 (UTC).
    pub clock: u64,
    /// What ended it, when it is over.
    pub finished: Option<End>,
}

/// What each hint takes from a question's point: a quarter of it.
pub const HINT_COST: f64 = 0.25;

impl Slot {
    /// Its share of the one point that a question brings, 0.0 to 1.0: what the answer is worth, less
    /// what the hints cost.
    #[must_use]
    pub fn credit(&self) -> f64 {
        self.grade.map_or(0.0, Grade::credit) * self.left()
    }

    /// What the hints leave of the question's point.
    fn left(&self) -> f64 {
        (1.0 - HINT_COST * f64::from(self.hints)).max(0.0)
    }

    /// Its marks, where the quiz asks how sure the person is: those of the certainty, less what the
    /// hints cost; an answer of unsaid certainty counts as not very sure, "I don't know" as nothing.
    #[must_use]
    pub fn marks(&self) -> f64 {
        let Some(grade) = self.grade.filter(|_| !self.gave_up) else { return 0.0 };
        let marks = self.certainty.unwrap_or(Certainty::Low).marks(grade);
        if marks > 0.0 { marks * self.left() } else { marks }
    }
}

impl State {
    /// Where the attempt of this record stands.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let mut state = Self {
            slots: vec![Slot::default(); record.items.len()],
            at: 0,
            used: 0,
            limit: record.quiz.limit.map(milliseconds),
            clock: record.started,
            finished: None,
        };
        record.log.iter().for_each(|entry| state.absorb(entry));
        state
    }

    /// Takes in one more fact.
    pub(crate) fn absorb(&mut self, Entry(passed, event): &Entry) {
        self.used = self.used.saturating_add(u64::from(*passed));
        self.clock = self.clock.saturating_add(u64::from(*passed));
        match event {
            Event::Resumed { at } => self.clock = *at,
            Event::Responded { item, response } => self.slot(*item, |slot| {
                slot.response = Some(response.clone());
                slot.skipped = false;
                slot.gave_up = false;
            }),
            Event::Graded { item, got, of } => {
                self.slot(*item, |slot| slot.grade = Some(Grade { got: *got, of: *of }));
            }
            Event::Skipped { item } => self.slot(*item, |slot| slot.skipped = true),
            Event::Flagged { item, on } => self.slot(*item, |slot| slot.flagged = *on),
            Event::Moved { item } => self.at = usize::from(*item),
            Event::Ticked => {}
            Event::Limited { seconds } => self.limit = seconds.map(milliseconds),
            Event::Finished { by } => self.finished = Some(*by),
            Event::Rated { item, certainty } => self.slot(*item, |slot| slot.certainty = Some(*certainty)),
            Event::Hinted { item } => self.slot(*item, |slot| slot.hints = slot.hints.saturating_add(1)),
            Event::GaveUp { item } => self.slot(*item, |slot| slot.gave_up = true),
        }
    }

    fn slot(&mut self, item: u16, change: impl FnOnce(&mut Slot)) {
        if let Some(slot) = self.slots.get_mut(usize::from(item)) {
            change(slot);
        }
    }

    /// The points so far: one for each question that is right, a share of it where it is partly right.
    #[must_use]
    pub fn points(&self) -> f64 {
        self.slots.iter().map(Slot::credit).sum()
    }

    /// Milliseconds that are left, where there is a limit.
    #[must_use]
    pub fn left(&self) -> Option<u64> {
        self.limit.map(|limit| limit.saturating_sub(self.used))
    }
}

fn milliseconds(seconds: u32) -> u64 {
    u64::from(seconds) * 1000
}
