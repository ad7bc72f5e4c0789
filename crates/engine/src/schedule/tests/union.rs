//! The schedule depends on the set of attempts alone, whatever order, copy or device they come from.

use super::*;
use crate::{
    record::End,
    schedule::{
        calendar::DAY,
        fold::{Schedule, reviews},
        fsrs::{Memory, Rating, Scheduler},
        mistakes::mistakes,
    },
    state::State,
};
use proptest::prelude::*;

const QUESTIONS: [&str; 3] = ["x", "y", "z"];

fn any_event() -> impl Strategy<Value = Event> {
    let item = 0..3_u16;
    prop_oneof![
        6 => (item.clone(), 0..=2_u16).prop_map(|(item, got)| Event::Graded { item, got, of: 2 }),
        1 => item.clone().prop_map(|item| Event::Hinted { item }),
        1 => item.clone().prop_map(|item| Event::GaveUp { item }),
        1 => item.clone().prop_map(|item| Event::Skipped { item }),
        1 => (item, prop::sample::select(Certainty::ALL.to_vec()))
            .prop_map(|(item, certainty)| Event::Rated { item, certainty }),
        1 => prop_oneof![START - 9 * DAY..START + 40 * DAY, any::<u64>()].prop_map(|at| Event::Resumed { at }),
        1 => Just(Event::Finished { by: End::Person }),
    ]
}

/// Attempts of few ids, so that some are copies of each other that got further or went another way.
fn any_record() -> impl Strategy<Value = Record> {
    let log = prop::collection::vec((prop_oneof![0..DAY as u32, any::<u32>()], any_event()), 0..8);
    let started = prop_oneof![6 => (0..60_u64).prop_map(|half| START + half * DAY / 2), 1 => any::<u64>()];
    (0..6_u8, 0..2_usize, started, log).prop_map(|(id, area, started, log)| {
        let mut record = asking(&format!("a{id}"), ["git", "sql"][area], started, &QUESTIONS);
        record.log = log.into_iter().map(|(passed, event)| Entry(passed, event)).collect();
        record
    })
}

fn any_records() -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(any_record(), 0..12)
}

fn schedule(records: &[Record]) -> Schedule {
    Schedule::new(&union(records), Scheduler::default())
}

proptest! {
    #[test]
    fn order_and_copies_change_nothing(
        (records, shuffled) in any_records().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        twice in 0..12_usize,
    ) {
        let mut again = shuffled.clone();
        again.extend(records.iter().take(twice).cloned());
        for other in [shuffled, again] {
            prop_assert_eq!(schedule(&records), schedule(&other));
            prop_assert_eq!(mistakes(&union(&records), 60), mistakes(&union(&other), 60));
        }
    }

    #[test]
    fn two_devices_that_exchange_their_records_have_one_schedule(one in any_records(), two in any_records()) {
        // What each of them keeps is itself a union, written and read again.
        let kept = |records: &[Record]| {
            let texts: Vec<String> = union(records).values().map(|attempt| attempt.record.write()).collect();
            texts.iter().map(|text| Record::read(text).unwrap()).collect::<Vec<_>>()
        };
        let (one, two) = (kept(&one), kept(&two));
        let (ours, theirs) = ([one.clone(), two.clone()].concat(), [two, one].concat());
        prop_assert_eq!(schedule(&ours), schedule(&theirs));
        prop_assert_eq!(schedule(&kept(&ours)), schedule(&ours));
    }

    #[test]
    fn no_clock_breaks_it(records in any_records(), now in any::<u64>()) {
        let attempts = union(&records);
        let all: usize = attempts.values().map(|attempt| reviews(attempt).count()).sum();
        let schedule = schedule(&records);
        prop_assert_eq!(schedule.cards().iter().map(|card| card.reviews).sum::<usize>(), all);
        for card in schedule.cards() {
            prop_assert_eq!(schedule.card(&card.area, &card.id), Some(card));
            prop_assert!(card.due >= card.last && card.memory.stability.is_finite());
            let chance = card.retrievability(now);
            prop_assert!(chance > 0.0 && chance <= 1.0);
        }
    }

    /// The time of a review is what the attempt's own clock says.
    #[test]
    fn an_answer_is_graded_when_its_attempt_says(record in any_record(), passed in any::<u32>()) {
        let mut record = record;
        record.log.push(Entry(passed, Event::Graded { item: 0, got: 1, of: 2 }));
        let clock = State::of(&record).clock;
        let attempts = union(&[record]);
        let mut all = attempts.values().flat_map(reviews);
        let at = all.find(|(asked, _)| asked.id == "x").map(|(_, review)| review.at);
        prop_assert_eq!(at, Some(clock));
    }
}

/// The state of the memory after ratings and the days between them.
fn memory(first: Rating, later: &[(u32, Rating)]) -> Memory {
    later.iter().fold(Memory::first(first), |memory, (days, rating)| memory.reviewed(*rating, *days))
}

#[test]
fn a_practice_is_reviewed_answer_by_answer_and_time_away_counts() {
    let mut record = asking("a", "git", START, &QUESTIONS);
    let graded = |item, got| Event::Graded { item, got, of: 2 };
    let later = START + 3 * DAY;
    record.log = vec![
        Entry(1000, graded(0, 2)),
        Entry(500, Event::Skipped { item: 2 }),
        Entry(0, Event::Resumed { at: later }),
        Entry(250, graded(1, 0)),
    ];
    let schedule = schedule(&[record]);
    let times: Vec<_> = schedule.cards().iter().map(|card| (card.id.as_str(), card.last)).collect();
    assert_eq!(times, [("x", START + 1000), ("y", later + 250)]);
    assert_eq!(schedule.card("git", "z"), None);
    assert_eq!(schedule.card("sql", "x"), None);
}

#[test]
fn a_clock_that_went_back_gives_the_order_of_its_times_and_no_negative_days() {
    let (early, late) = (answered("b", "x", START, 0), answered("a", "x", START + 5 * DAY, 2));
    let schedule = schedule(&[late, early]);
    let card = schedule.card("git", "x").unwrap();
    assert_eq!(card.memory, memory(Rating::Again, &[(5, Rating::Good)]));
    assert_eq!(card.retrievability(START), 1.0);
}

#[test]
fn reviews_of_one_moment_are_ordered_by_attempt_and_place() {
    let wrong = answered("a", "x", START, 0);
    let right = answered("b", "x", START, 2);
    let card = |records: &[Record]| schedule(records).card("git", "x").unwrap().memory;
    assert_eq!(card(&[right, wrong]), memory(Rating::Again, &[(0, Rating::Good)]));
    let mut twice = asking("a", "git", START, &["x", "x"]);
    let graded = |item, got| Entry(0, Event::Graded { item, got, of: 2 });
    twice.log = vec![graded(1, 0), graded(0, 2)];
    assert_eq!(card(&[twice]), memory(Rating::Good, &[(0, Rating::Again)]));
}

#[test]
fn the_desired_retention_moves_what_is_due_and_no_memory() {
    let attempts = union(&[answered("a", "x", START, 2), answered("b", "x", START + 2 * DAY, 2)]);
    let card = |retention| Schedule::new(&attempts, Scheduler::new(retention).unwrap()).cards()[0].clone();
    let (low, high) = (card(0.8), card(0.95));
    assert_eq!(low.memory, high.memory);
    assert!(low.due > high.due);
}
