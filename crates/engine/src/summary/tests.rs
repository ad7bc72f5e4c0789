//! A summary is the same whatever the way to it, and an index shows what its summary shows.

use super::*;
use crate::{
    fold,
    quiz::Quiz,
    record::{Asked, End, Entry, Event, Record},
    schedule::calendar::DAY,
};
use proptest::prelude::*;

const START: u64 = 1_789_948_800_000;

fn any_event() -> impl Strategy<Value = Event> {
    let item = 0..3_u16;
    prop_oneof![
        6 => (item.clone(), 0..=2_u16).prop_map(|(item, got)| Event::Graded { item, got, of: 2 }),
        1 => item.clone().prop_map(|item| Event::Hinted { item }),
        1 => item.prop_map(|item| Event::Moved { item }),
        1 => (START..START + 40 * DAY).prop_map(|at| Event::Resumed { at }),
        1 => Just(Event::Finished { by: End::Person }),
    ]
}

/// Attempts of few ids at few questions, so that some are copies that got further, and begun in any order.
fn any_record() -> impl Strategy<Value = Record> {
    let log = prop::collection::vec((0..DAY as u32, any_event()), 0..8);
    (0..8_u8, 0..3_usize, 0..60_u64, log).prop_map(|(id, area, half, log)| {
        let areas = [&["git"] as &[&str], &["sql"], &["git", "sql"]][area];
        // Where there are several, the questions are by turns of each.
        let asked = |place: usize, id: &str| {
            let area = areas[place % areas.len()].into();
            Asked { area, id: id.into(), topic: "t".into(), level: 1, hash: 7 }
        };
        let mut quiz = Quiz::new("git", "s", 3);
        quiz.areas = areas.iter().map(|area| (*area).to_owned()).collect();
        Record {
            id: format!("a{id}"),
            started: START + half * DAY / 2,
            quiz,
            items: ["x", "y", "z"].iter().enumerate().map(|(place, id)| asked(place, id)).collect(),
            log: log.into_iter().map(|(passed, event)| Entry(passed, event)).collect(),
        }
    })
}

fn any_records() -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(any_record(), 0..12)
}

/// All that a summary tells.
fn told(mut summary: Summary) -> (Vec<Row>, Map<Done>, Schedule, Vec<Mistake>) {
    let scheduler = Scheduler::default();
    summary.weigh(scheduler, |_| true);
    // The questions come in the order in which they were met.
    let mut areas = Map::default();
    for (id, done) in summary.areas.iter() {
        let mut done = done.clone();
        done.due.sort_unstable();
        areas.insert(id.clone(), done);
    }
    (summary.rows.clone(), areas, summary.schedule(scheduler), summary.mistakes(60))
}

proptest! {
    #[test]
    fn a_summary_that_catches_up_is_as_one_made_anew(steps in prop::collection::vec(any_records(), 1..5)) {
        let mut summary = Summary::default();
        for records in steps {
            let attempts = fold::union(records);
            summary.catch_up(&attempts);
            summary.remember(1);
            prop_assert!(!summary.catch_up(&attempts));
            let rows: Vec<&str> = summary.rows().iter().map(|row| row.id.as_str()).collect();
            let by_time: Vec<&str> = fold::by_time(&attempts).iter().map(|attempt| attempt.record.id.as_str()).collect();
            prop_assert_eq!(rows, by_time);
            let scheduler = Scheduler::default();
            prop_assert_eq!(summary.schedule(scheduler), Schedule::new(&attempts, scheduler));
            prop_assert_eq!(summary.mistakes(60), mistakes::mistakes(&attempts, 60));
        }
    }

    #[test]
    fn the_order_in_which_attempts_come_changes_nothing(
        (records, shuffled) in any_records().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        let attempts = fold::union(records);
        let mut other = Summary::default();
        for record in shuffled {
            attempts.get(&record.id).into_iter().for_each(|attempt| other.put(attempt));
        }
        prop_assert_eq!(told(other), told(Summary::from(&attempts)));
    }

    #[test]
    fn an_index_shows_what_its_summary_shows(records in any_records(), stamp in any::<u32>()) {
        let attempts = fold::union(records);
        let mut summary = Summary::from(&attempts);
        summary.weigh(Scheduler::default(), |_| true);
        let ids: Vec<String> = attempts.iter().map(|(id, _)| id.clone()).collect();
        let (read, of) = Summary::read(&summary.write(stamp), &ids).unwrap();
        prop_assert_eq!(of, stamp);
        prop_assert_eq!(&read.rows, &summary.rows);
        for (area, done) in summary.areas.iter() {
            prop_assert_eq!(read.done(area), Some(done));
        }
        prop_assert!(Summary::read(&summary.write(stamp), &[ids, vec!["z".into()]].concat()).is_none());
    }

    #[test]
    fn any_text_is_survived(text in ".*") {
        prop_assert!(Summary::read(&text, &[]).is_none());
    }
}

#[test]
fn the_latest_answer_to_a_question_counts() {
    let record = |id: &str, day: u64, got: u16| {
        let items = vec![Asked { area: "git".into(), id: "x".into(), topic: "t".into(), level: 1, hash: 7 }];
        let log = vec![Entry(9, Event::Graded { item: 0, got, of: 1 }), Entry(0, Event::Finished { by: End::Person })];
        Record { id: id.into(), started: START + day * DAY, quiz: Quiz::new("git", "s", 1), items, log }
    };
    let done = |records: Vec<Record>| {
        let mut summary = Summary::from(&fold::union(records));
        summary.weigh(Scheduler::default(), |_| true);
        summary.done("git").map(|done| (done.seen, done.right))
    };
    assert_eq!(done(vec![record("b", 0, 0), record("a", 1, 1)]), Some((1, 1)));
    assert_eq!(done(vec![record("b", 2, 0), record("a", 1, 1)]), Some((1, 0)));
    assert_eq!(done(Vec::new()), None);
}

#[test]
fn a_stamp_sees_every_change_that_counts() {
    let record = |id: &str, log: Vec<Entry>| {
        let items = vec![Asked { area: "git".into(), id: "x".into(), topic: "t".into(), level: 1, hash: 7 }];
        Record { id: id.into(), started: START, quiz: Quiz::new("git", "s", 1), items, log }
    };
    let answer = Entry(9, Event::Graded { item: 0, got: 1, of: 1 });
    let end = Entry(0, Event::Finished { by: End::Person });
    let stamp = |records: Vec<Record>, choice: &str| {
        let attempts = fold::union(records);
        index::stamp(attempts.iter().map(|(id, _)| id.as_str()), &attempts, choice)
    };
    let all = [
        stamp(vec![], "90"),
        stamp(vec![], "95"),
        stamp(vec![record("a", vec![])], "90"),
        stamp(vec![record("b", vec![])], "90"),
        stamp(vec![record("a", vec![answer.clone()])], "90"),
        stamp(vec![record("a", vec![answer.clone(), end.clone()])], "90"),
        stamp(vec![record("a", vec![answer, end]), record("b", vec![])], "90"),
    ];
    assert!(all.iter().enumerate().all(|(place, one)| !all[..place].contains(one)));
}
