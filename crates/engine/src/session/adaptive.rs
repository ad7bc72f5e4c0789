//! What an assessment asks next: the question that tells most, until enough is known.

use super::{Session, asked::asked, index};
use crate::{
    action::NoSession,
    bank::Bank,
    draw,
    estimate::{Answer, Candidate, Evidence, Grid, Scale, enough, next, prior, select::ROUGH},
    quiz::{self, Quiz},
    record::{End, Event, Record},
    state::Slot,
};
use std::{
    fmt::{self, Debug, Formatter},
    sync::Arc,
};

/// Chooses the next question. Behind a trait so that whoever only holds a session need not have what chooses.
pub(super) trait Choose: Send + Sync {
    /// The place in the bank of the next question; none where it is enough.
    fn next(&self, session: &Session) -> Option<usize>;
}

// A derived one would bring all of the estimate with it, and how to write its numbers.
impl Debug for dyn Choose {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Choose")
    }
}

/// What is known of a bank's questions, and which of them a quiz wants.
struct Adaptive {
    scale: Scale,
    wanted: Vec<usize>,
}

impl Session {
    /// Starts an assessment with its first question. [`Quiz::avoid`] names what was seen lately.
    ///
    /// # Errors
    /// [`NoSession`] where the settings leave no question.
    pub fn assess(bank: Arc<Bank>, quiz: Quiz, id: String, now: u64) -> Result<Self, NoSession> {
        let record = Record { id, started: now, quiz, items: Vec::new(), log: Vec::new() };
        let mut session = Self::open(bank, record, now);
        session.ask_on();
        if session.record.items.is_empty() { Err(NoSession::NoQuestions) } else { Ok(session) }
    }

    /// Where the answers decide and none is waited for, adds the next question. Gives what that leads to: the
    /// way to it, or the end, where enough is known or nothing is left to ask.
    pub(super) fn ask_on(&mut self) -> Option<Event> {
        let adapts = self.record.quiz.mode.rules().adapts();
        if !adapts || self.state.finished.is_some() || (0..self.places.len()).any(|item| self.is_open(item)) {
            return None;
        }
        let adaptive = self.adaptive.get_or_insert_with(|| Arc::new(Adaptive::new(&self.bank, &self.record.quiz)));
        let Some(place) = Arc::clone(adaptive).next(self) else { return Some(Event::Finished { by: End::Person }) };
        self.record.items.extend(self.bank.items.get(place).map(asked));
        self.places.push(Some(place));
        self.state.slots.push(Slot::default());
        // The first one is on the screen anyway.
        let item = self.places.len().saturating_sub(1);
        (item > 0).then(|| Event::Moved { item: index(item) })
    }
}

impl Adaptive {
    fn new(bank: &Bank, quiz: &Quiz) -> Self {
        let mut scale = Scale::default();
        scale.add(bank);
        // Its count is no limit here: when it is enough, the answers tell.
        Self { scale, wanted: draw::draw(&Quiz { count: u16::MAX, ..quiz.clone() }, bank) }
    }
}

impl Choose for Adaptive {
    fn next(&self, session: &Session) -> Option<usize> {
        let Session { bank, record, state, places, last, .. } = session;
        let mut evidence = Evidence::new(Grid::FINE);
        for (place, slot) in places.iter().zip(&state.slots) {
            let curve = place.and_then(|place| self.scale.curve(bank.items.get(place)?));
            curve.zip(Answer::of(slot)).into_iter().for_each(|(curve, answer)| curve.tell(answer, &mut evidence));
        }
        let belief = prior().after(&evidence);
        let ability = belief.mean();
        let asked = |topic: &str, area: &str| {
            record.items.iter().filter(|asked| asked.topic == topic && &*asked.area == area).count()
        };
        let left = self.wanted.iter().filter(|place| !places.contains(&Some(**place)));
        let (left, candidates): (Vec<usize>, Vec<Candidate<'_>>) = left
            .filter_map(|place| {
                let item = bank.items.get(*place)?;
                let candidate = Candidate {
                    id: &item.id,
                    topic: &item.topic,
                    information: self.scale.curve(item)?.information(ability),
                    asked: asked(&item.topic, &item.area),
                    seen: quiz::has(&record.quiz.avoid, &item.area, &item.id).then_some(*last),
                };
                Some((*place, candidate))
            })
            .unzip();
        if enough(evidence.answers(), belief.sd(), left.len()).is_some() {
            return None;
        }
        left.get(next(&candidates, ROUGH, &record.quiz.seed, *last)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        action::{Action, Refused},
        estimate::select::{LEAST_ANSWERS, MOST_ANSWERS},
        kinds::samples,
        modes::Mode,
        quiz::Quiz,
    };
    use proptest::prelude::*;

    const START: u64 = 1_790_000_000_000;

    /// Thirty-nine questions: three times the samples.
    fn bank() -> Arc<Bank> {
        let mut bank = samples::bank();
        let all = bank.items.clone();
        for turn in 1..3 {
            bank.items.extend(all.iter().cloned().map(|mut item| {
                item.id = format!("{}-{turn}", item.id);
                item
            }));
        }
        Arc::new(bank)
    }

    fn quiz(seed: &str) -> Quiz {
        let mut quiz = Quiz::new("sample", seed, 25);
        quiz.mode = Mode::Assessment;
        quiz
    }

    fn start(quiz: Quiz) -> Session {
        Session::assess(bank(), quiz, "a1".into(), START).unwrap()
    }

    /// Answers the question that waits: right, or with "I don't know".
    fn answer(session: &mut Session, right: bool) -> Vec<Event> {
        let item = session.next(0).unwrap();
        if !right {
            return session.apply(Action::GiveUp { item }, START).unwrap();
        }
        let response = session.item(item).unwrap().question.solution();
        session.apply(Action::Respond { item, response }, START).unwrap();
        session.apply(Action::Submit { item }, START).unwrap()
    }

    fn ids(session: &Session) -> Vec<String> {
        session.record().items.iter().map(|asked| asked.id.clone()).collect()
    }

    #[test]
    fn one_question_waits_at_a_time_and_none_comes_twice_until_it_is_enough() {
        let mut session = start(quiz("s"));
        let mut answers = 0;
        while session.state().finished.is_none() {
            assert_eq!(session.record().items.len(), answers + 1);
            let events = answer(&mut session, answers % 3 != 0);
            answers += 1;
            let over = events.iter().any(|event| matches!(event, Event::Finished { .. }));
            assert_eq!(over, session.state().finished.is_some());
        }
        assert!((LEAST_ANSWERS..=MOST_ANSWERS).contains(&answers));
        let mut all = ids(&session);
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), answers);
        assert_eq!(session.state(), &crate::state::State::of(session.record()));
    }

    #[test]
    fn who_knows_more_is_asked_harder_questions() {
        let level = |right: bool| {
            let mut session = start(quiz("s"));
            (0..6).for_each(|_| drop(answer(&mut session, right)));
            session.record().items.iter().skip(3).map(|asked| f64::from(asked.level)).sum::<f64>() / 4.0
        };
        assert!(level(true) > level(false) + 1.0, "{} {}", level(true), level(false));
    }

    #[test]
    fn an_answer_is_final_and_shows_nothing_before_the_end() {
        let mut session = start(quiz("s"));
        answer(&mut session, true);
        assert!(!session.shows_feedback(0));
        assert_eq!(session.apply(Action::GiveUp { item: 0 }, START), Err(Refused::Closed));
        session.apply(Action::Finish, START).unwrap();
        assert!(session.shows_feedback(0));
        assert_eq!(session.unanswered(), 1);
    }

    #[test]
    fn what_was_seen_lately_comes_only_when_nothing_else_is_left() {
        let mut quiz = quiz("s");
        let bank = bank();
        quiz.avoid = bank.items.iter().skip(3).map(|item| item.id.clone()).collect();
        let mut session = Session::assess(bank, quiz.clone(), "a1".into(), START).unwrap();
        (0..4).for_each(|_| drop(answer(&mut session, true)));
        let seen: Vec<bool> = ids(&session).iter().map(|id| quiz.avoid.contains(id)).collect();
        assert_eq!(seen, [false, false, false, true, true]);
    }

    #[test]
    fn a_question_that_was_withdrawn_makes_room_for_another() {
        let session = start(quiz("s"));
        let gone = ids(&session).remove(0);
        let mut bank = Bank::clone(&bank());
        bank.items.retain(|item| item.id != gone);
        let resumed = Session::resume(Arc::new(bank), session.record().clone(), START);
        assert_eq!((resumed.next(0), resumed.record().items.len()), (Some(1), 2));
        assert_eq!(resumed.state(), &crate::state::State::of(resumed.record()));
    }

    #[test]
    fn without_questions_there_is_no_assessment() {
        let mut quiz = quiz("s");
        quiz.only.insert("gone".into());
        assert_eq!(Session::assess(bank(), quiz, "a1".into(), START).err(), Some(NoSession::NoQuestions));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn to_go_on_later_changes_nothing(seed in "[a-z]{3}", right in prop::collection::vec(any::<bool>(), 1..9), at in 0..9_usize) {
            let (mut straight, mut saved) = (start(quiz(&seed)), start(quiz(&seed)));
            for (place, right) in right.into_iter().enumerate() {
                if place == at {
                    let record = Record::read(&saved.record().write()).unwrap();
                    prop_assert_eq!(&record, saved.record());
                    saved = Session::resume(bank(), record, START);
                }
                if straight.state().finished.is_none() {
                    answer(&mut straight, right);
                    answer(&mut saved, right);
                }
                prop_assert_eq!(ids(&straight), ids(&saved));
            }
        }
    }
}
