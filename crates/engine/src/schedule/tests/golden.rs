//! Every figure of the schedule against py-fsrs 6.3.2, made without learning steps and without fuzz.

use super::*;
use crate::schedule::{
    calendar::DAY,
    fold::Schedule,
    fsrs::{Memory, Rating, Scheduler},
};
use std::{env, fs, path::PathBuf};

/// One review of a card: the columns of `fsrs6_pyfsrs.csv`.
struct Row {
    card: String,
    rating: Rating,
    before: Option<f64>,
    after: Memory,
    interval: u32,
    next: u32,
}

fn rows() -> Vec<Row> {
    let ours = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let folder = env::var_os("PLUMB_GOLDEN").map_or(ours, PathBuf::from);
    let path = folder.join("fsrs6_pyfsrs.csv");
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    text.lines().skip(1).map(row).collect()
}

fn row(line: &str) -> Row {
    let [card, _, rating, before, stability, difficulty, interval, next] =
        line.split(',').collect::<Vec<_>>().try_into().unwrap();
    Row {
        card: card.into(),
        rating: match rating {
            "1" => Rating::Again,
            "2" => Rating::Hard,
            "3" => Rating::Good,
            "4" => Rating::Easy,
            other => panic!("no rating: {other}"),
        },
        before: (!before.is_empty()).then(|| before.parse().unwrap()),
        after: Memory { stability: stability.parse().unwrap(), difficulty: difficulty.parse().unwrap() },
        interval: interval.parse().unwrap(),
        next: next.parse().unwrap(),
    }
}

/// To 1e-9; of figures above 1 to as much of the figure, which is written with 12 digits.
fn near(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0)
}

fn is_near(ours: Memory, theirs: Memory) -> bool {
    near(ours.stability, theirs.stability) && near(ours.difficulty, theirs.difficulty)
}

#[test]
fn every_figure_is_that_of_py_fsrs() {
    let rows = rows();
    assert!(rows.len() >= 90 && rows.iter().any(|row| row.next == 0));
    for reviews in rows.chunk_by(|a, b| a.card == b.card) {
        let mut memory: Option<Memory> = None;
        let mut days = 0;
        for (k, row) in reviews.iter().enumerate() {
            let (card, theirs) = (&row.card, row.after);
            let before = memory.map(|memory| memory.retrievability(days));
            assert_eq!(before.is_some(), row.before.is_some(), "card {card}, review {k}");
            assert!(before.zip(row.before).is_none_or(|(ours, theirs)| near(ours, theirs)), "card {card}, review {k}");
            let ours = memory.map_or(Memory::first(row.rating), |memory| memory.reviewed(row.rating, days));
            assert!(is_near(ours, theirs), "card {card}, review {k}: {ours:?}, not {theirs:?}");
            assert_eq!(Scheduler::default().interval(ours), row.interval, "card {card}, review {k}");
            (memory, days) = (Some(ours), row.next);
        }
    }
}

/// The same through records, at odd times of the day: their facts must give the same days.
#[test]
fn records_of_the_same_reviews_give_the_same_schedule() {
    let rows = rows();
    let mut checked = 0;
    for reviews in rows.chunk_by(|a, b| a.card == b.card) {
        let (mut records, mut at) = (Vec::new(), START);
        for (k, row) in reviews.iter().enumerate() {
            let got = match row.rating {
                Rating::Again => 0,
                Rating::Hard => 1,
                Rating::Good => 2,
                // No answer of ours is Easy.
                Rating::Easy => break,
            };
            // Later attempts have lower ids, so that only the time can order them.
            records.push(answered(&format!("a{}", 99 - k), "q", at, got));
            let schedule = Schedule::new(&union(&records), Scheduler::default());
            let card = schedule.card("git", "q").unwrap();
            assert!(is_near(card.memory, row.after), "card {}, review {k}", row.card);
            assert_eq!((card.reviews, card.last), (k + 1, at));
            assert_eq!(card.due, at + u64::from(row.interval) * DAY);
            // A little less than a day more is the same number of days.
            at += u64::from(row.next) * DAY + if k % 2 == 0 { DAY - 1 } else { 1 };
            checked += 1;
        }
    }
    assert!(checked > 40, "{checked}");
}
