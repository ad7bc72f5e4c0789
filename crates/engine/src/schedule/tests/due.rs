//! What is due, what comes due, and the curve, on schedules of a few questions.

use super::*;
use crate::schedule::{
    calendar::{DAY, day},
    due::{curve, due, forecast},
    fold::{Card, Schedule},
    fsrs::{Memory, Scheduler},
};
use proptest::prelude::*;

/// Of "c" nothing was right, of "b" a part, of "a" all, a minute after each other: due after 1, 1 and 2 days.
fn schedule() -> Schedule {
    let mut other = asking("4", "sql", START + 3 * 60_000, &["a"]);
    other.log.push(Entry(0, Event::Graded { item: 0, got: 2, of: 2 }));
    let records = [
        answered("1", "c", START, 0),
        answered("2", "b", START + 60_000, 1),
        answered("3", "a", START + 2 * 60_000, 2),
        other,
    ];
    Schedule::new(&union(&records), Scheduler::default())
}

#[test]
fn the_most_forgotten_comes_first_across_areas() {
    let schedule = schedule();
    let names = |now| -> Vec<String> {
        let list = due(&schedule, now, |_| true);
        assert!(list.is_sorted_by(|a, b| a.retrievability <= b.retrievability));
        list.iter().map(|due| format!("{}/{}", due.card.area, due.card.id)).collect()
    };
    assert!(names(START).is_empty() && names(START + DAY - 1).is_empty());
    assert_eq!(names(START + DAY), ["git/c"]);
    assert_eq!(names(START + DAY + HOUR), ["git/c", "git/b"]);
    assert_eq!(names(START + 2 * DAY + HOUR), ["git/c", "git/b", "git/a", "sql/a"]);
}

#[test]
fn of_equally_forgotten_ones_the_longest_due_comes_first() {
    let records = [answered("1", "late", START + HOUR, 2), answered("2", "soon", START, 2)];
    let schedule = Schedule::new(&union(&records), Scheduler::default());
    let list = due(&schedule, START + 3 * DAY + HOUR, |_| true);
    assert_eq!(list[0].retrievability, list[1].retrievability);
    assert_eq!([&*list[0].card.id, &*list[1].card.id], ["soon", "late"]);
}

#[test]
fn questions_that_changed_or_are_gone_are_left_to_the_caller() {
    let schedule = schedule();
    let keep = |card: &Card| card.hash == 7 && card.id != "c";
    assert_eq!(due(&schedule, START + 9 * DAY, keep).len(), 3);
    assert_eq!(due(&schedule, START + 9 * DAY, |card| card.hash == 8), []);
    assert_eq!(forecast(&schedule, START, 0, 3, keep), [0, 1, 2]);
}

#[test]
fn the_forecast_counts_by_days_of_the_calendar_and_today_has_what_is_over() {
    let schedule = schedule();
    assert_eq!(forecast(&schedule, START, 0, 3, |_| true), [0, 2, 2]);
    assert_eq!(forecast(&schedule, START, 0, 2, |_| true), [0, 2]);
    assert_eq!(forecast(&schedule, START + 30 * DAY, 0, 2, |_| true), [4, 0]);
    // An hour west it is the evening before.
    assert_eq!(forecast(&schedule, START + HOUR, -60, 3, |_| true), [2, 2, 0]);
    assert_eq!(forecast(&schedule, START, 0, 0, |_| true), Vec::<usize>::new());
}

proptest! {
    #[test]
    fn what_the_forecast_says_of_today_is_due_at_its_end(
        times in prop::collection::vec((0..20 * DAY, 0..=2_u16), 0..20),
        ahead in 0..40_u64,
        offset in -720..=840,
    ) {
        let records: Vec<Record> = (0..).zip(times)
            .map(|(place, (at, got))| answered(&format!("r{place}"), &format!("q{place}"), START + at, got))
            .collect();
        let schedule = Schedule::new(&union(&records), Scheduler::default());
        let now = START + ahead * DAY;
        let today = day(now, offset);
        let end = (0..=24 * 60).map(|minute| now + minute * 60_000).find(|at| day(*at, offset) > today).unwrap() - 1;
        prop_assert_eq!(forecast(&schedule, now, offset, 1, |_| true), [due(&schedule, end, |_| true).len()]);
        let all: usize = forecast(&schedule, now, offset, 100, |_| true).iter().sum();
        prop_assert_eq!(all, records.len());
    }

    #[test]
    fn a_curve_falls_from_one_and_ends_where_it_is_asked_to(
        until in prop_oneof![0..200_u32, any::<u32>()],
        points in 0..400_u16,
    ) {
        let memory = Memory { stability: 12.0, difficulty: 5.0 };
        let curve = curve(memory, until, points);
        prop_assert_eq!(curve.first(), Some(&(0, 1.0)));
        prop_assert_eq!(curve.last(), Some(&(until, memory.retrievability(until))));
        prop_assert!(curve.len() <= usize::from(points.max(1)) + 1);
        prop_assert!(curve.is_sorted_by(|a, b| a.0 < b.0 && a.1 > b.1));
    }
}

#[test]
fn a_curve_of_few_days_has_them_all() {
    let memory = Memory { stability: 3.0, difficulty: 5.0 };
    let curve = curve(memory, 4, 100);
    assert_eq!(curve.iter().map(|(day, _)| *day).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    assert!((curve[3].1 - 0.9).abs() < 1e-12);
}
