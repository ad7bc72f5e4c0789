//! Thirty simulated days of one person: every day what is due and a little that is new.

use super::*;
use crate::{
    action::Action,
    bank::Bank,
    draw::generator,
    kinds::samples,
    schedule::{
        calendar::{DAY, day},
        daily,
        due::{due, forecast},
        fold::{Card, Schedule},
        fsrs::{Memory, Rating, Scheduler},
        mistakes::mistakes,
    },
    session::Session,
    sorted::Set,
    transfer,
};
use rand::Rng;
use std::{collections::BTreeMap, sync::Arc};

/// Two hours ahead of UTC.
const OFFSET: i32 = 120;

/// A person with a device, and what a diary would say of every answer.
struct Person {
    bank: Arc<Bank>,
    records: Vec<Record>,
    diary: BTreeMap<String, Vec<(u64, Rating)>>,
}

impl Person {
    fn schedule(&self) -> Schedule {
        Schedule::new(&union(&self.records), Scheduler::default())
    }

    /// Whether they know it: as likely as the model says, and of what is new a half.
    fn knows(&self, schedule: &Schedule, id: &str, now: u64) -> bool {
        let chance = schedule.card("sample", id).map_or(0.5, |card| card.retrievability(now));
        let dice = generator(&now.to_string(), id).next_u64() % 1000;
        dice < (chance * 1000.0) as u64
    }

    /// What was wrong and not right on two days since, by the diary. It has at most one review a day of each
    /// question, so that each right answer is on a day of its own.
    fn mistakes(&self) -> Set<String> {
        let is_open = |diary: &[(u64, Rating)]| {
            let wrong = diary.iter().rposition(|(_, rating)| *rating == Rating::Again);
            wrong.is_some_and(|wrong| diary.len() - wrong - 1 < 2)
        };
        self.diary.iter().filter(|(_, diary)| is_open(diary)).map(|(id, _)| id.clone()).collect()
    }

    /// Answers these questions in one practice, a minute each, and leaves the last for good.
    fn practise(&mut self, ids: &[String], start: u64) {
        let schedule = self.schedule();
        let mut quiz = Quiz::new("sample", start.to_string(), 99);
        quiz.only = ids.iter().cloned().collect();
        let mut session = Session::start(Arc::clone(&self.bank), quiz, format!("a{start}"), start).unwrap();
        assert_eq!(session.record().items.len(), ids.len());
        let mut now = start;
        for item in 0..ids.len() {
            now += 60_000;
            let id = session.record().items[item].id.clone();
            let rating = if self.knows(&schedule, &id, now) {
                let helped = session.item(item).unwrap().hints > 0 && now.is_multiple_of(7);
                let response = session.item(item).unwrap().question.solution();
                if helped {
                    session.apply(Action::Hint { item }, now).unwrap();
                }
                session.apply(Action::Respond { item, response }, now).unwrap();
                session.apply(Action::Submit { item }, now).unwrap();
                if helped { Rating::Hard } else { Rating::Good }
            } else {
                session.apply(Action::GiveUp { item }, now).unwrap();
                Rating::Again
            };
            self.diary.entry(id).or_default().push((now, rating));
        }
        session.apply(Action::Finish, now).unwrap();
        // What is kept is text; a copy from the middle of the practice lies about as well.
        let mut half = session.record().clone();
        half.log.truncate(2);
        self.records.extend([session.record(), &half].map(|record| Record::read(&record.write()).unwrap()));
    }
}

fn ids<'a>(cards: impl IntoIterator<Item = &'a Card>) -> Vec<String> {
    cards.into_iter().map(|card| card.id.clone()).collect()
}

#[test]
fn thirty_days_of_reviews() {
    let mut person = Person { bank: Arc::new(samples::bank()), records: Vec::new(), diary: BTreeMap::new() };
    let mut new: Vec<String> = person.bank.items.iter().map(|item| item.id.clone()).collect();
    let (mut dailies, mut expected, mut reviewed, mut mistaken) = (Vec::new(), 0, 0, 0);
    for today in 0..30_u64 {
        // From two o'clock on, each day a quarter of an hour later, so that a day has passed since each answer.
        let start = START + today * DAY + 12 * HOUR + today * HOUR / 4;
        let bank = Arc::clone(&person.bank);
        let keep = |card: &Card| bank.items.iter().any(|item| item.id == card.id && item.hash == card.hash);
        let schedule = person.schedule();

        // As many are due as the day before foretold; none of them before its time.
        let end = (u64::try_from(day(start, OFFSET)).unwrap() + 1) * DAY - 2 * HOUR - 1;
        assert_eq!(due(&schedule, end, keep).len(), expected, "day {today}");
        let list = due(&schedule, start, keep);
        for due in &list {
            let days = u64::from(Scheduler::default().interval(due.card.memory));
            assert!(start >= due.card.last + days * DAY && due.retrievability < 0.96, "{due:?}");
        }

        let mut asked = ids(list.iter().map(|due| due.card));
        reviewed += asked.len();
        asked.extend(new.drain(..new.len().min(2)));
        if !asked.is_empty() {
            person.practise(&asked, start);
        }
        let schedule = person.schedule();
        assert_eq!(due(&schedule, start + HOUR, keep), [], "day {today}");
        expected = forecast(&schedule, start + HOUR, OFFSET, 2, keep).iter().sum();

        // Another device that gets all of it as a file, twice, has the same schedule and mistakes.
        let file = transfer::write(person.records.iter().rev(), Vec::new());
        let mut other = transfer::read(&file).unwrap().records;
        other.extend(transfer::read(&file).unwrap().records);
        assert_eq!(Schedule::new(&union(&other), Scheduler::default()), schedule);
        assert_eq!(mistakes(&union(&other), OFFSET), mistakes(&union(&person.records), OFFSET));

        let open = mistakes(&union(&person.records), OFFSET);
        assert_eq!(open.iter().map(|mistake| mistake.id.clone()).collect::<Set<_>>(), person.mistakes());
        mistaken = mistaken.max(open.len());

        // A daily on every day but the thirteenth.
        if today != 12 {
            dailies.push(start);
        }
        let row = match today {
            0..12 => today + 1,
            12 => 12,
            _ => today - 12,
        };
        assert_eq!(u64::try_from(daily::streak(dailies.iter().copied(), start, OFFSET)), Ok(row));
    }

    // Every question was met, most of them again, and what the schedule says is what the diary gives.
    let schedule = person.schedule();
    assert_eq!((schedule.cards().len(), person.diary.len()), (14, 14));
    assert!(reviewed > 30, "{reviewed}");
    for card in schedule.cards() {
        let diary = &person.diary[&card.id];
        let (mut memory, mut before) = (Memory::first(diary[0].1), diary[0].0);
        for (at, rating) in &diary[1..] {
            memory = memory.reviewed(*rating, u32::try_from((at - before) / DAY).unwrap());
            before = *at;
        }
        assert_eq!((card.memory, card.last, card.reviews), (memory, before, diary.len()), "{}", card.id);
        assert!(card.due > START + 29 * DAY);
    }
    assert!(mistaken > 0 && mistakes(&union(&person.records), OFFSET).len() < mistaken, "{mistaken}");
}
